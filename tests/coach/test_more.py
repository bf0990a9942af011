"""More time: to get ready, or in the work; on this side alone."""

import pytest

from skill.coach.cues import Count, Part, Wait, say
from skill.coach.preferences import Flow
from skill.coach.requests import Again, Next, OtherSide, Pause, Ready, Resume
from skill.coach.time_requests import MoreTime, NotReady, SetFlow, SetHold, WhereAmI
from tests.coach.gym import exercise, library_of, movement
from tests.coach.runner import LAG_MS, Runner, how_to, routine

RIGHT, LEFT = 0, 1


def calf() -> Runner:
    return Runner().says(routine("post-run")).answers(Ready())


def worked_ms(runner: Runner, step: int) -> int:
    return sum(one.ms for one in runner.reply.timeline if one.part is Part.WORK and one.step == step)


class TestNotReady:
    @pytest.mark.parametrize("part", [Part.PLACE, Part.SETUP])
    def test_in_the_setup_waits_fifteen_seconds_and_goes_on_by_itself(self, part: Part) -> None:
        runner = calf().during(part, 1, index=1).says(NotReady())
        assert runner.cues[1:3] == (say("take-your-time"), Wait(15_000))
        assert worked_ms(runner, RIGHT) == worked_ms(runner, LEFT) == 30_000

    def test_repeats_the_sentence_it_broke_and_no_other(self) -> None:
        runner = calf().during(Part.PLACE, 1, index=2).says(NotReady())
        assert "Face a wall" not in runner.words
        assert "Right leg back, toes pointing at the wall." in runner.words

    def test_after_the_last_sentence_the_hold_comes_next(self) -> None:
        runner = calf().during(Part.SETUP, 1, index=2).says(NotReady())
        assert runner.keys[:2] == ["take-your-time", "hold"]

    def test_can_be_said_again_and_again(self) -> None:
        runner = calf().during(Part.SETUP, 1, index=2)
        for _ in range(3):
            runner.says(NotReady()).interrupts_at(6)
            assert runner.keys[:2] == ["take-your-time", "hold"]

    def test_in_the_switch_waits_and_the_other_side_is_whole(self) -> None:
        runner = calf().during(Part.SWITCH, 2).says(NotReady())
        assert worked_ms(runner, LEFT) == 30_000
        assert runner.where == (LEFT, Part.SWITCH)

    def test_as_the_hold_has_only_begun_starts_it_anew(self) -> None:
        runner = calf().during(Part.WORK, 2, step=RIGHT).says(NotReady())
        assert runner.keys[:2] == ["take-your-time", "hold"]
        assert worked_ms(runner, RIGHT) == 30_000

    def test_later_in_the_hold_is_a_pause(self) -> None:
        runner = calf().during(Part.WORK, 12, step=RIGHT).says(NotReady())
        assert runner.keys[:2] == ["ease-out", "paused-left"]

    @pytest.mark.parametrize("part", [Part.EXIT])
    def test_on_the_way_out_nothing_changes(self, part: Part) -> None:
        assert calf().during(part, 0.5, step=LEFT).says(NotReady()).prompt == "next-here"

    def test_at_a_prompt_the_prompt_comes_again_after_a_while(self) -> None:
        runner = calf().answers(NotReady())
        assert runner.cues[1:3] == (say("take-your-time"), Wait(15_000))
        assert runner.prompt == "next-here"
        assert runner.answers(Next()).taught == ["bent knee calf stretch"]

    def test_while_paused_stays_paused(self) -> None:
        runner = calf().during(Part.WORK, 12, step=RIGHT).says(Pause()).waits(2).says(NotReady())
        assert runner.state.is_paused
        assert runner.prompt == "say-resume"

    def test_a_pause_in_the_wait_comes_back_to_that_sentence(self) -> None:
        runner = (
            calf()
            .during(Part.SETUP, 1, index=1)
            .says(NotReady())
            .interrupts_at(8)
            .says(Pause())
            .waits(3)
            .says(Resume())
        )
        assert "until the back calf pulls gently" in runner.words
        assert worked_ms(runner, RIGHT) == 30_000

    def test_in_nothing_is_said_kindly(self) -> None:
        assert Runner().says(NotReady()).keys == ["nothing-yet"]


class TestMoreTime:
    def test_makes_this_hold_longer_to_the_very_second(self) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(MoreTime(20))
        assert worked_ms(runner, RIGHT) == 30_000 + 20_000 - 10_000 - LAG_MS
        assert worked_ms(runner, LEFT) == 30_000

    def test_is_ten_seconds_where_none_are_said(self) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(MoreTime())
        assert runner.cues[1] == say("more-seconds", count=10)
        assert worked_ms(runner, RIGHT) == 27_000

    def test_is_a_minute_at_most_in_all(self) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(MoreTime(300))
        assert runner.cues[1] == say("more-seconds", count=60)
        assert runner.during(Part.WORK, 1, step=RIGHT).says(MoreTime(10)).keys[0] == "no-more"

    def test_in_the_setup_makes_the_coming_hold_longer(self) -> None:
        runner = calf().during(Part.SETUP, 1).says(MoreTime(20))
        assert worked_ms(runner, RIGHT) == 50_000

    def test_in_the_switch_makes_the_other_side_longer(self) -> None:
        runner = calf().during(Part.SWITCH, 2).says(MoreTime(20))
        assert worked_ms(runner, LEFT) == 50_000

    def test_goes_before_what_is_set_for_all_holds(self) -> None:
        runner = calf().during(Part.SETUP, 1).says(SetHold(45)).during(Part.SETUP, 1).says(MoreTime(30))
        assert (worked_ms(runner, RIGHT), worked_ms(runner, LEFT)) == (75_000, 45_000)

    def test_is_five_more_of_a_count_and_the_count_goes_on(self) -> None:
        runner = Runner().says(how_to("leg-swings")).during(Part.WORK, 7, step=RIGHT).says(MoreTime(20))
        counts = [cue.number for cue in runner.cues if isinstance(cue, Count)]
        assert counts == [*range(5, 18), *range(1, 13)]

    def test_is_kept_over_a_pause(self) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(MoreTime(20)).during(Part.WORK, 1, step=RIGHT)
        runner.says(Pause()).waits(3).says(Resume())
        assert worked_ms(runner, RIGHT) == 50_000 - 10_000 - LAG_MS - 1_000

    def test_is_gone_with_the_side(self) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(MoreTime(20)).during(Part.WORK, 1, step=RIGHT)
        runner.says(OtherSide()).during(Part.WORK, 1, step=LEFT).says(OtherSide())
        assert worked_ms(runner, RIGHT) == 30_000

    def test_is_gone_when_the_whole_is_done_again_from_the_other_side(self) -> None:
        runner = (
            calf().during(Part.WORK, 10, step=LEFT).says(MoreTime(20)).during(Part.WORK, 1, step=LEFT).says(Again())
        )
        assert worked_ms(runner, LEFT) == 30_000

    def test_after_the_work_says_how_to_do_it_again(self) -> None:
        runner = calf().answers(MoreTime(20))
        assert runner.keys[0] == "more-when-holding"
        assert runner.prompt == "next-here"

    def test_among_letters_cannot_be_had_and_is_said_so(self) -> None:
        spelling = exercise("spelling", movement(60, "a", "b", "c", "d", "e", "f"))
        runner = Runner(library=library_of(spelling)).says(how_to("spelling")).during(Part.WORK, 25, step=RIGHT)
        assert runner.says(MoreTime(30)).keys[0] == "no-more"
        assert worked_ms(runner, RIGHT) == 60_000 - 25_000 - LAG_MS

    def test_before_the_letters_spreads_them_out(self) -> None:
        spelling = exercise("spelling", movement(60, "a", "b", "c", "d", "e", "f"))
        runner = Runner(library=library_of(spelling)).says(how_to("spelling")).during(Part.SETUP, 1)
        assert worked_ms(runner.says(MoreTime(30)), RIGHT) == 90_000

    def test_before_the_first_stretch_is_time_to_get_ready(self) -> None:
        assert Runner().says(routine("post-run")).says(MoreTime(30)).keys[0] == "take-your-time"

    def test_one_step_at_a_time_waits_for_the_coming_hold(self) -> None:
        runner = Runner().says(SetFlow(Flow.STEP_BY_STEP)).says(routine("post-run")).answers(Ready())
        assert runner.answers(MoreTime(20)).prompt == "say-next"
        while "hold" not in runner.answers(Next()).keys:
            pass
        assert worked_ms(runner, RIGHT) == 50_000

    def test_in_nothing_is_said_kindly(self) -> None:
        assert Runner().says(MoreTime(20)).keys == ["nothing-yet"]

    def test_is_said_of_the_side_it_is_for(self) -> None:
        runner = calf().during(Part.WORK, 10, step=RIGHT).says(MoreTime(20))
        assert runner.during(Part.WORK, 1, step=RIGHT).says(WhereAmI()).words.startswith("Calf stretch, right side")
