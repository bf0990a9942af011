"""A side that was cut short goes first another day."""

import pytest

from skill.coach.cues import Part, say
from skill.coach.desk import plan_of
from skill.coach.ledger import cut_short, left_first
from skill.coach.preferences import Preferences
from skill.coach.requests import Next, OtherSide, PlanRoutine, Ready, Stop, Yes
from skill.coach.state import Practice
from skill.domain.model import Side
from tests.coach.runner import DAY_S, Runner, how_to, real_library, regular, routine

RIGHT, LEFT = 0, 1
EXERCISES = ("wall-calf-straight", "toe-stretch", "downward-dog")


def practice(*done: int) -> Practice:
    return Practice(exercises=EXERCISES, done=frozenset(done))


@pytest.mark.parametrize(
    ("done", "before", "after"),
    [
        ((), set(), set()),
        ((0,), set(), {"wall-calf-straight"}),
        ((0, 1), set(), set()),
        ((1,), set(), set()),
        ((0, 1), {"wall-calf-straight"}, set()),
        ((0, 2, 3, 4), set(), {"wall-calf-straight"}),
        ((4,), {"toe-stretch"}, {"toe-stretch"}),
        ((0, 99), set(), {"wall-calf-straight"}),
    ],
)
def test_a_left_side_is_owed_where_only_the_right_was_done(
    done: tuple[int, ...], before: set[str], after: set[str]
) -> None:
    walked = practice(*done)
    plan = plan_of(real_library(), walked, Preferences())
    assert cut_short(frozenset(before), plan, walked) == after


def test_the_exercises_that_begin_with_the_left_are_told_by_number() -> None:
    assert left_first(frozenset({"toe-stretch", "big-toe"}), EXERCISES) == {2}


def cut() -> Runner:
    """One who left out the left calf of the quick cool down."""
    runner = regular().says(routine("quick-cool-down")).during(Part.WORK, 5, step=LEFT).says(Next())
    return runner.hears_out().waits(DAY_S)


class TestTheNextDay:
    def test_begins_with_the_left_and_says_why(self) -> None:
        runner = cut().says(routine("quick-cool-down"))
        assert say("turned", side=say("side", side="left")) in runner.cues
        assert runner.words.index("cut short") < runner.words.index("Left leg back") < runner.words.index("Change legs")

    def test_works_both_sides_whole(self) -> None:
        runner = cut().says(routine("quick-cool-down"))
        assert [one.ms for one in runner.reply.timeline if one.part is Part.WORK] == [20_000, 20_000]

    def test_is_paid_then(self) -> None:
        runner = cut().says(routine("quick-cool-down")).answers(Next()).hears_out().waits(DAY_S)
        runner.says(routine("quick-cool-down"))
        assert "turned" not in runner.keys
        assert runner.state.short == set()

    def test_counts_for_one_exercise_on_its_own(self) -> None:
        assert "turned" in cut().says(how_to("wall-calf-straight")).keys

    def test_gives_way_to_a_side_that_was_named(self) -> None:
        runner = cut().says(how_to("wall-calf-straight", Side.RIGHT))
        assert "turned" not in runner.keys
        assert runner.words.index("Right leg back") < runner.words.index("Left leg back")

    def test_gives_way_to_the_other_side_first(self) -> None:
        runner = cut().says(routine("quick-cool-down")).during(Part.SETUP, 0.5).says(OtherSide(Side.RIGHT))
        assert "turned" not in runner.keys

    def test_counts_in_a_plan_too(self) -> None:
        runner = Runner(state=cut().found).says(PlanRoutine(1_200)).answers(Yes())
        number = [*runner.state.under_way.exercises].index("wall-calf-straight") + 1
        assert runner.state.under_way.left_first == {number}


def test_what_is_left_for_another_routine_is_owed_as_well() -> None:
    runner = regular().says(routine("post-run")).answers(Ready()).during(Part.WORK, 5, step=LEFT).says(Stop())
    runner.comes_back(after_s=3 * DAY_S).says(routine("quick-cool-down"))
    assert "turned" in runner.keys
