"""One tip a practice: how to interrupt first, then three things worth knowing, each once."""

import pytest

from skill.coach.cues import Part
from skill.coach.preferences import Flow, Preferences
from skill.coach.requests import Next, Pause, Resume
from skill.coach.state import State
from skill.coach.tips import BARGE_IN, KEEP_GOING, LONGER, PROMPTS, TIME_LEFT
from tests.coach.runner import DAY_S, Runner, how_to, routine

TIPS = {*PROMPTS.values()}


def tips_of(runner: Runner) -> list[str]:
    return [key for key in runner.keys if key in TIPS]


def practised(runner: Runner) -> list[str]:
    """The tips of one quick cool down, done to its end, another day."""
    told = tips_of(runner.waits(DAY_S).says(routine("quick-cool-down")))
    told += tips_of(runner.answers(Next()))
    runner.hears_out()
    return told


def test_each_practice_has_its_own_until_there_is_none_left() -> None:
    runner = Runner()
    assert [practised(runner) for _ in range(6)] == [["tip-barge-in"], [TIME_LEFT], [KEEP_GOING], [LONGER], [], []]


@pytest.mark.parametrize(
    ("kept", "tips"),
    [
        (Preferences(flow=Flow.KEEP_GOING), [[TIME_LEFT], [LONGER], []]),
        (Preferences(hold_s=45), [[TIME_LEFT], [KEEP_GOING], []]),
    ],
)
def test_what_the_runner_has_found_already_is_left_out(kept: Preferences, tips: list[list[str]]) -> None:
    runner = Runner(state=State(turn=5, told=frozenset({BARGE_IN}), preferences=kept))
    assert [practised(runner) for _ in range(3)] == tips


def test_is_said_just_before_the_first_hold() -> None:
    runner = Runner().says(routine("quick-cool-down"))
    assert runner.keys[runner.keys.index("tip-barge-in") + 1] == "hold"


def test_is_not_used_up_where_the_hold_never_came() -> None:
    runner = Runner().says(routine("quick-cool-down")).during(Part.PLACE, 1).says(Pause()).waits(3).says(Resume())
    assert tips_of(runner) == ["tip-barge-in"]


def test_one_exercise_on_its_own_has_only_the_first() -> None:
    runner = Runner().says(how_to("toe-stretch"))
    assert tips_of(runner) == ["tip-barge-in"]
    assert tips_of(runner.hears_out().waits(60).says(how_to("toe-stretch"))) == []


def test_is_said_once_in_a_turn_of_many() -> None:
    runner = Runner(state=State(turn=5, preferences=Preferences(flow=Flow.KEEP_GOING)))
    assert tips_of(runner.says(routine("daily-foot"))) == ["tip-barge-in"]
