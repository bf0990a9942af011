"""The ways between positions: whoever is interrupted on one is led along it again, and nothing counts as held."""

import pytest

from skill.coach.cues import Part, Read, Wait
from skill.coach.preferences import Flow, Pace, Preferences
from skill.coach.requests import Done, GoTo, Help, Launch, Next, Pause, Ready, Repeat, Request, Resume, Skip, Stop, Yes
from skill.coach.state import State
from skill.coach.time_requests import NotReady, SetPace, TimeLeft, WhereAmI
from tests.coach.gym import BALL, TEN, exercise, library_of, movement
from tests.coach.runner import LAG_MS, Runner, exit_of, how_to, real_library, regular, routine

RIGHT, LEFT = 0, 1
ASKING: list[Request] = [WhereAmI(), TimeLeft(), Help()]


def calf() -> Runner:
    return regular().says(routine("post-run")).answers(Ready())


def coming_back(*, seconds: float = 1) -> Runner:
    """Paused ten seconds into the right calf, and so long on the way back into it."""
    return calf().during(Part.WORK, 10, step=RIGHT).says(Pause()).waits(20).says(Resume()).interrupts_at(seconds)


def worked_ms(runner: Runner, step: int) -> int:
    return sum(one.ms for one in runner.reply.timeline if one.part is Part.WORK and one.step == step)


class TestTheWayBackIntoAHold:
    @pytest.mark.parametrize("request_", ASKING)
    def test_is_led_again_after_a_question_and_the_rest_is_whole(self, request_: Request) -> None:
        runner = coming_back().says(request_)
        assert runner.keys[1:3] == ["back-into", "hold"]
        assert worked_ms(runner, RIGHT) == 20_000

    def test_is_led_again_after_another_pause(self) -> None:
        runner = coming_back().says(Pause()).waits(5).says(Resume())
        assert runner.keys[:2] == ["back-into", "hold"]
        assert worked_ms(runner, RIGHT) == 20_000

    def test_is_cut_short_by_ready(self) -> None:
        runner = coming_back().says(Ready())
        assert runner.keys[0] == "hold"
        assert worked_ms(runner, RIGHT) == 20_000

    def test_is_drawn_out_by_not_yet(self) -> None:
        runner = coming_back().says(NotReady())
        assert runner.keys[:3] == ["take-your-time", "back-into", "hold"]
        assert worked_ms(runner, RIGHT) == 20_000

    def test_done_on_it_goes_on_and_counts_nothing(self) -> None:
        runner = coming_back().says(Done())
        assert runner.keys[0] == "change"
        assert runner.state.under_way.done == set()

    def test_into_a_count_begins_it_again_at_the_same_number(self) -> None:
        runner = regular().says(how_to("leg-swings")).during(Part.WORK, 7, step=RIGHT).says(Pause()).waits(5)
        runner.says(Resume()).interrupts_at(1).says(WhereAmI())
        assert "Begin. Five." in runner.words

    def test_slower_on_it_stays_at_the_number(self) -> None:
        runner = regular().says(how_to("leg-swings")).during(Part.WORK, 7, step=RIGHT).says(Pause()).waits(5)
        runner.says(Resume()).interrupts_at(1).says(SetPace(Pace.SLOWER))
        assert "Begin. Four." in runner.words or "Begin. Five." in runner.words

    def test_time_left_on_it_is_what_the_pause_has_kept(self) -> None:
        assert "Twenty seconds left." in coming_back().says(TimeLeft()).words


class TestTheWayOutToAnotherStretch:
    """From downward dog back to the calf stretch."""

    @staticmethod
    def leaving(seconds: float = 0.8) -> Runner:
        runner = calf().answers(GoTo(number=4)).during(Part.WORK, 10)
        runner.is_new_session = False
        return runner.says(GoTo(number=1)).interrupts_at(seconds)

    @pytest.mark.parametrize("request_", ASKING)
    def test_is_led_again_with_its_time_after_a_question(self, request_: Request) -> None:
        dog = real_library().exercises["downward-dog"]
        runner = self.leaving().says(request_)
        after = runner.cues.index(Read(exit_of(dog))) + 1
        assert runner.cues[after] == Wait(dog.exit_s * 1000)
        assert runner.words.index(exit_of(dog)) < runner.words.index("One of four. Calf stretch.")

    def test_is_led_again_after_a_pause(self) -> None:
        runner = self.leaving().says(Pause())
        assert exit_of(real_library().exercises["downward-dog"]) in runner.words
        assert runner.waits(5).says(Resume()).taught == ["calf stretch"]

    @pytest.mark.parametrize("request_", [Ready(), Done(), Repeat()])
    def test_nothing_counts_as_done_on_it(self, request_: Request) -> None:
        runner = self.leaving().says(request_)
        assert runner.state.under_way.done == {0, 1}
        assert "Calf stretch" in runner.words


class TestTheWayThere:
    def test_keeps_its_time_after_a_question(self) -> None:
        runner = calf().during(Part.PLACE, 1, index=1).says(WhereAmI())
        assert Wait(8_000) in runner.cues

    def test_keeps_its_time_after_a_pause(self) -> None:
        runner = calf().during(Part.PLACE, 1, index=1).says(Pause()).waits(5).says(Resume())
        assert Wait(8_000) in runner.cues

    def test_keeps_its_time_between_two_of_many(self) -> None:
        runner = Runner(state=State(turn=3, preferences=Preferences(flow=Flow.KEEP_GOING)))
        runner.says(routine("post-run")).answers(Ready()).during(Part.PLACE, 1, step=4, index=1).says(WhereAmI())
        assert Wait(8_000) in runner.cues

    def test_is_led_anew_in_another_session_for_who_has_to_get_down(self) -> None:
        runner = calf().answers(GoTo(number=4)).during(Part.SETUP, 1, index=1).says(Stop()).comes_back(after_s=60)
        runner.says(Launch()).answers(Yes())
        assert "Come down to your hands and knees" in runner.words


class TestAWordInAHold:
    def test_that_would_outlast_it_comes_after_its_end(self) -> None:
        runner = calf().during(Part.WORK, 26.5, step=RIGHT).says(Help())
        assert worked_ms(runner, RIGHT) == 30_000 - 26_500 - LAG_MS
        assert runner.keys[:2] == ["release", "help-practising"]

    def test_among_stations_goes_on_inside_the_station(self) -> None:
        spelling = exercise("spelling", movement(60, "a", "b", "c", "d", "e", "f"))
        runner = Runner(library=library_of(spelling)).says(how_to("spelling")).during(Part.WORK, 24, step=RIGHT)
        runner.says(WhereAmI())
        assert worked_ms(runner, RIGHT) == 60_000 - 24_000 - LAG_MS
        assert "C." not in runner.words.split("Change")[0]

    def test_in_a_led_count_goes_on_with_the_rep_that_was_broken(self) -> None:
        runner = regular().says(how_to("heel-drop"))
        if runner.prompt == "fetch":
            runner.answers(Ready())
        dose = real_library().exercises["heel-drop"].modes[0].parts[0]
        runner.during(Part.WORK, 2 * dose.rep_ms / 1000 + 1.2, step=RIGHT).says(WhereAmI())  # type: ignore[union-attr]  # reps, as above
        assert "number three of" in runner.words


class TestARest:
    def test_goes_on_with_what_is_left_of_it(self) -> None:
        runner = regular().says(how_to("heel-walk")).during(Part.REST, 8, index=1).says(WhereAmI())
        rest = next(one for one in runner.reply.timeline if one.part is Part.REST)
        assert rest.ms < 12_000
        assert "rest" not in runner.keys[: runner.keys.index("go")]

    def test_is_ended_by_ready(self) -> None:
        runner = regular().says(how_to("heel-walk")).during(Part.REST, 8, index=1).says(Ready())
        assert runner.keys[0] == "go"


class TestAtTheEndOfASide:
    def test_coming_back_names_the_side_that_waits(self) -> None:
        runner = Runner(state=State(turn=3, preferences=Preferences(flow=Flow.STEP_BY_STEP)))
        runner.says(routine("quick-cool-down"))
        while runner.prompt != "next-side":
            runner.answers(Next())
        runner.hears_out()
        assert runner.says(WhereAmI()).words.startswith("Calf stretch, left side")
        assert runner.comes_back(after_s=60).says(Launch()).words.startswith("You were in the calf stretch, left side")

    def test_leaving_a_fully_worked_one_does_not_leave_it_out(self) -> None:
        runner = regular().says(routine("quick-cool-down")).answers(Next()).during(Part.EXIT, 2.5, step=3).says(Skip())
        assert runner.keys[-1] == "closing-sides"

    def test_coming_back_after_skipping_claims_nothing(self) -> None:
        runner = Runner(library=library_of(TEN, BALL)).says(routine("rounds")).during(Part.SETUP, 1).says(Skip())
        assert runner.prompt == "next-fetch"
        runner.comes_back(after_s=60).says(Launch())
        assert runner.words.startswith("Up next was the ball press, two of two.")
