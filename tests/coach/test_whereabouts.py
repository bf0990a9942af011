"""How much is left, where this is and what comes: one true sentence, and a hold goes on meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cues import Mark, Part, Read, Say, say
from skill.coach.requests import Next, Pause, Ready, Request
from skill.coach.time_requests import MoreTime, TimeLeft, WhatsNext, WhereAmI
from skill.coach.timeline import length_ms
from tests.coach.runner import LAG_MS, Runner, how_to, real_voice, regular, routine

RIGHT, LEFT = 0, 1
QUESTIONS: list[Request] = [TimeLeft(), WhereAmI(), WhatsNext()]


def holding(seconds: float, *, step: int = RIGHT) -> Runner:
    """So many seconds into a side of the calf stretch, the first of the post-run routine; holds are thirty seconds."""
    return Runner().says(routine("post-run")).answers(Ready()).during(Part.WORK, seconds, step=step)


def arg(cue: object, name: str) -> object:
    assert isinstance(cue, Say)
    return dict(cue.args)[name]


def asked(runner: Runner) -> Say:
    """The answer itself."""
    first = runner.cues[1]
    assert isinstance(first, Say)
    return first


def rest_ms(runner: Runner) -> int:
    """What the side under way still lasts when the first sentence of the reply is over."""
    segments = [one for one in runner.reply.timeline if one.part is Part.WORK and one.step == RIGHT]
    return sum(one.ms for one in segments) - real_voice().ms(asked(runner))


class TestTimeLeft:
    @given(st.integers(0, 27_000))
    def test_in_a_hold_is_what_remains_when_the_sentence_ends(self, held_ms: int) -> None:
        runner = holding(held_ms / 1000).says(TimeLeft())
        if not isinstance(runner.cues[1], Say):
            assert runner.keys[0] == "release"
            return
        left_ms = 30_000 - held_ms - LAG_MS - length_ms(real_voice(), (runner.cues[1],))
        if runner.cues[1] == say("nearly"):
            assert left_ms < 9_000
        else:
            assert abs(int(str(arg(runner.cues[1], "seconds"))) * 1000 - left_ms) <= 2_800
            assert rest_ms(runner) == left_ms

    def test_is_said_in_fives(self) -> None:
        assert holding(5.2).says(TimeLeft()).cues[1] == say("time-left", seconds=20)

    def test_is_nearly_there_below_eight_seconds(self) -> None:
        assert holding(19).says(TimeLeft()).keys[0] == "nearly"

    def test_does_not_end_the_hold_nor_the_other_side(self) -> None:
        runner = holding(10).says(TimeLeft())
        assert runner.keys.count("release") == 2
        assert "ease-out" not in runner.keys

    def test_while_paused_is_what_the_pause_has_kept(self) -> None:
        runner = holding(12).says(Pause()).waits(5).says(TimeLeft())
        assert runner.cues[1] == say("time-left", seconds=20)
        assert runner.prompt == "say-resume"

    def test_in_a_count_is_the_numbers_still_to_come(self) -> None:
        runner = Runner().says(how_to("leg-swings")).during(Part.WORK, 7, step=RIGHT).says(TimeLeft())
        assert runner.cues[1] == say("reps-left", count=8)
        numbers = [cue.number for cue in runner.cues if hasattr(cue, "number")]
        assert numbers[0] == 5

    def test_at_a_prompt_is_exercises_and_minutes(self) -> None:
        runner = holding(10).hears_out().waits(1).says(TimeLeft())
        assert runner.words.startswith("Three stretches left, about")
        assert runner.prompt == "next-here"

    def test_in_the_setup_counts_the_exercise_under_way(self) -> None:
        runner = holding(0).during(Part.SETUP, 1).says(TimeLeft())
        assert runner.words.startswith("Four stretches left, about")

    def test_shrinks_from_prompt_to_prompt(self) -> None:
        runner = regular().says(routine("post-run"))
        told = [runner.answers(Next()).answers(TimeLeft()).words.split(". ")[0] for _ in range(3)]
        assert len(set(told)) == 3

    def test_in_nothing_is_said_kindly(self) -> None:
        assert Runner().says(TimeLeft()).keys == ["nothing-yet"]

    def test_counts_what_was_added(self) -> None:
        runner = holding(10).says(MoreTime(20)).during(Part.WORK, 1, step=RIGHT).says(TimeLeft())
        assert int(str(arg(runner.cues[1], "seconds"))) >= 25


class TestWhereAmI:
    @pytest.mark.parametrize(("step", "side"), [(RIGHT, "right"), (LEFT, "left")])
    def test_names_exercise_side_and_number(self, step: int, side: str) -> None:
        runner = holding(10, step=step).says(WhereAmI())
        assert runner.words.startswith(f"Calf stretch, {side} side, one of four.")

    def test_in_a_count_is_the_next_number(self) -> None:
        runner = Runner().says(how_to("leg-swings")).during(Part.WORK, 7, step=RIGHT).says(WhereAmI())
        assert runner.words.startswith("Leg swings, right side, number five of twelve.")

    def test_on_its_own_needs_no_number(self) -> None:
        runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 5, step=RIGHT).says(WhereAmI())
        assert runner.words.startswith("Toe stretch, right side.")

    def test_at_a_prompt_is_what_is_done(self) -> None:
        runner = holding(10).hears_out().waits(1).says(WhereAmI())
        assert runner.words.startswith("One of four done. Next, bent knee calf stretch.")

    def test_where_both_sides_work_together_names_none(self) -> None:
        runner = Runner().says(how_to("downward-dog")).during(Part.WORK, 5).says(WhereAmI())
        assert runner.words.startswith("Downward dog. ")


class TestWhatsNext:
    def test_on_the_first_side_is_the_other(self) -> None:
        assert holding(10).says(WhatsNext()).words.startswith("After this, the left side.")

    def test_on_the_last_side_is_the_next_exercise_and_where(self) -> None:
        runner = holding(10, step=LEFT).says(WhatsNext())
        assert runner.words.startswith("After this, bent knee calf stretch, at the wall.")

    def test_in_the_last_exercise_is_nothing(self) -> None:
        runner = Runner().says(how_to("downward-dog")).during(Part.WORK, 5).says(WhatsNext())
        assert runner.keys[0] == "then-nothing"

    def test_at_a_prompt_is_the_prompt(self) -> None:
        assert holding(10).hears_out().waits(1).says(WhatsNext()).keys == ["next-here"]


@pytest.mark.parametrize("request_", QUESTIONS, ids=repr)
class TestEach:
    def test_is_one_short_sentence_in_work(self, request_: Request) -> None:
        runner = holding(10).says(request_)
        assert isinstance(runner.cues[1], Say | Read)
        assert isinstance(runner.cues[2], Mark)
        assert length_ms(real_voice(), (runner.cues[1],)) <= 4_000

    def test_leaves_a_pause_a_pause(self, request_: Request) -> None:
        runner = holding(10).says(Pause()).waits(3).says(request_)
        assert runner.state.is_paused
        assert runner.prompt == "say-resume"

    def test_in_nothing_starts_nothing(self, request_: Request) -> None:
        assert Runner().says(request_).state.practice is None
