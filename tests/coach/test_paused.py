"""While paused: what means something of its own, and what ends the pause."""

import pytest

from skill.coach.cues import Part, Read
from skill.coach.playhead import Spot
from skill.coach.requests import (
    Describe,
    Done,
    Help,
    HowTo,
    ListRoutines,
    Lost,
    Name,
    Next,
    No,
    OtherSide,
    Pause,
    Previous,
    Ready,
    Repeat,
    Request,
    Stop,
)
from skill.coach.state import Situation
from tests.coach.gym import FLOOR, library_of
from tests.coach.runner import Runner, how_to, routine

RIGHT, LEFT = range(2)
HOLD_S = 30


def holding(seconds: float = 10) -> Runner:
    """So long into the first hold of the post-run routine, the right calf."""
    return Runner().says(routine("post-run")).answers(Ready()).during(Part.WORK, seconds, step=RIGHT)


def paused(seconds: float = 10) -> Runner:
    return holding(seconds).says(Pause())


def left_to_hold(runner: Runner) -> list[int]:
    """Milliseconds of each piece of work in the reply."""
    return [segment.ms for segment in runner.reply.timeline if segment.part is Part.WORK]


def test_a_pause_while_paused_moves_nothing() -> None:
    runner = paused().answers(Pause())
    assert runner.keys == ["still-paused", "say-resume"]
    assert runner.situation is Situation.PAUSED
    assert runner.spot == Spot(RIGHT, Part.WORK, 0, 10_000)


def test_while_paused_a_no_waits() -> None:
    runner = paused().waits(20).says(No())
    assert runner.keys == ["take-your-time", "say-resume"]
    assert runner.situation is Situation.PAUSED


def test_while_paused_help_leads_back_to_the_pause() -> None:
    runner = paused().waits(20).says(Help())
    assert runner.keys == ["help-paused", "say-resume"]
    assert runner.situation is Situation.PAUSED


def test_while_paused_what_is_not_understood_is_told_in_other_words_each_time() -> None:
    runner = paused().waits(20).says(Lost())
    assert runner.keys == ["lost-paused", "say-resume"]
    assert runner.answers(Lost()).keys == ["lost-paused-again", "say-resume"]
    assert runner.situation is Situation.PAUSED


def test_while_paused_next_is_the_next_step() -> None:
    assert paused().waits(20).says(Next()).keys[0] == "change"


def test_while_paused_previous_goes_back() -> None:
    assert paused().waits(20).says(Previous()).taught == ["calf stretch"]


@pytest.mark.parametrize(
    "request_",
    [Stop(), ListRoutines(), Describe(Name(("toe-splay",))), HowTo(Name(("toe-splay",))), routine("pre-run")],
)
def test_who_is_paused_is_not_told_to_ease_out(request_: Request) -> None:
    assert "ease-out" not in " ".join(paused().waits(20).says(request_).keys).replace("stop-working", "ease-out")


def test_who_is_paused_and_done_is_not_told_to_release() -> None:
    assert "release" not in paused().waits(20).says(Done()).keys[:1]


@pytest.mark.parametrize("request_", [HowTo(Name()), HowTo(Name((), "zumba")), routine("zumba"), Describe(Name())])
def test_a_question_about_a_name_leaves_the_pause_as_it_is(request_: Request) -> None:
    runner = paused().waits(20).says(request_)
    assert runner.situation is Situation.PAUSED


def test_the_other_side_of_both_sides_leaves_the_pause_as_it_is() -> None:
    runner = Runner(library=library_of(FLOOR)).says(how_to("floor-fold")).during(Part.WORK, 10).says(Pause())
    runner.waits(20).says(OtherSide())
    assert runner.situation is Situation.PAUSED
    assert left_to_hold(runner) == []


def test_while_paused_repeat_gives_the_step_with_all_its_words() -> None:
    runner = paused().waits(20).says(Repeat())
    assert Read("Face a wall, both hands flat on it at chest height.") in runner.cues
