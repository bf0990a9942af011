"""One step at a time: one instruction, or one hold, and a runner who has all the time there is."""

import pytest

from skill.coach.cues import Mark, Part, Read, Wait, say
from skill.coach.preferences import Detail, Flow, Preferences
from skill.coach.requests import (
    Done,
    Help,
    Launch,
    Lost,
    Next,
    No,
    OtherSide,
    Pause,
    Previous,
    Ready,
    Repeat,
    Request,
    Resume,
    Skip,
    Yes,
)
from skill.coach.state import Finished, State
from skill.coach.time_requests import MoreTime, NotReady, SetDetail, SetFlow, TimeLeft
from tests.coach.runner import HOUR_S, Runner, routine

RIGHT, LEFT = 0, 1
NEXTS: list[Request] = [Next(), Ready(), Yes(), Resume(), Done()]


def runner() -> Runner:
    kept = Preferences(flow=Flow.STEP_BY_STEP)
    state = State(turn=3, preferences=kept, last=Finished("post-run", 0), told=frozenset({"safety"}))
    return Runner(state=state).says(routine("quick-cool-down"))


def walked(times: int) -> Runner:
    made = runner()
    for _ in range(times):
        made.answers(Next())
    return made


def works(made: Runner) -> list[int]:
    return [cue.step for cue in made.cues if isinstance(cue, Mark) and cue.part is Part.WORK]


def test_a_step_is_an_instruction_a_turn_then_the_hold_then_the_other_side() -> None:
    made = runner()
    heard = []
    while made.reply.is_open:
        heard.append(" ".join(cue.text for cue in made.cues if isinstance(cue, Read)) or made.keys[0])
        made.answers(Next())
    assert heard[:5] == [
        "Face a wall, both hands flat on it at chest height.",
        "Right leg back, toes pointing at the wall.",
        "Straighten the back knee and sink that heel into the floor.",
        "Bend the front knee and lean in, until the back calf pulls gently.",
        "hold",
    ]
    assert heard[5] == "Left leg back, toes at the wall."
    assert made.keys[-1] == "closing-sides"


def test_an_instruction_has_no_silence_after_it_but_the_runners_own() -> None:
    made = walked(1)
    assert not [cue for cue in made.cues if isinstance(cue, Wait)]
    assert made.prompt == "say-next"


@pytest.mark.parametrize("turns", range(6))
def test_the_reprompt_waits_twenty_seconds(turns: int) -> None:
    assert walked(turns).reply.reprompt[0] == Wait(20_000)


def test_the_tip_goes_with_the_last_instruction_before_the_first_hold() -> None:
    assert walked(3).keys == ["tip-barge-in", "say-next"]


@pytest.mark.parametrize("request_", NEXTS, ids=repr)
def test_next_in_any_of_its_words_is_the_next_instruction(request_: Request) -> None:
    made = walked(1).answers(request_)
    assert "Straighten the back knee" in made.words


@pytest.mark.parametrize("request_", NEXTS, ids=repr)
def test_after_the_last_instruction_it_is_the_hold_and_nothing_else(request_: Request) -> None:
    made = walked(3).answers(request_)
    assert works(made) == [RIGHT]
    assert made.keys[0] == "hold"
    assert made.prompt == "next-side"


def test_after_a_side_next_changes_sides_and_holds() -> None:
    made = walked(5)
    assert made.keys[:2] == ["change", "hold"]
    assert works(made) == [LEFT]
    assert made.prompt == "next-there"


def test_next_while_an_instruction_is_heard_is_the_next_one() -> None:
    assert "Straighten the back knee" in walked(1).interrupts_at(0.5).says(Next()).words


def test_next_in_the_hold_is_the_other_side() -> None:
    made = walked(4).during(Part.WORK, 5).says(Next())
    assert works(made) == [LEFT]


class TestAtAnInstruction:
    def test_repeat_says_it_again(self) -> None:
        assert walked(2).answers(Repeat()).words == walked(2).words

    def test_previous_says_the_one_before(self) -> None:
        assert walked(2).answers(Previous()).words == walked(1).words

    def test_previous_at_the_first_says_so_and_begins_again(self) -> None:
        assert walked(0).answers(Previous()).keys[0] == "is-first"

    def test_other_side_turns_the_order_round(self) -> None:
        made = walked(2).answers(OtherSide())
        assert "Left leg back" in made.words

    def test_skip_goes_to_the_next_exercise(self) -> None:
        assert walked(2).answers(Skip()).taught == ["toe stretch"]

    def test_pause_and_resume_say_it_again(self) -> None:
        made = walked(2).answers(Pause()).waits(10).says(Resume())
        assert "Straighten the back knee" in made.words
        assert made.prompt == "say-next"

    @pytest.mark.parametrize("request_", [Help(), Lost(), TimeLeft(), No(), NotReady(), MoreTime(10)], ids=repr)
    def test_anything_else_leaves_the_place(self, request_: Request) -> None:
        made = walked(2).answers(request_)
        assert made.reply.is_open
        assert "Bend the front knee" in made.answers(Next()).words

    def test_coming_back_says_it_again(self) -> None:
        made = walked(2).comes_back(after_s=60).says(Launch())
        assert made.words.startswith("You were in the calf stretch, right side, one of two.")
        assert "Straighten the back knee" in made.answers(Yes()).words

    def test_coming_back_after_hours_begins_the_step(self) -> None:
        made = walked(2).comes_back(after_s=5 * HOUR_S).says(Launch()).answers(Yes())
        assert "Face a wall" in made.words

    def test_other_words_begin_after_the_first_instruction(self) -> None:
        made = walked(2).answers(SetDetail(Detail.TIMING))
        assert made.answers(Next()).words == "Right leg back. Say next."

    @pytest.mark.parametrize("flow", [Flow.WAIT_FOR_ME, Flow.KEEP_GOING])
    def test_another_flow_goes_on_from_there(self, flow: Flow) -> None:
        made = walked(2).answers(SetFlow(flow))
        assert made.prompt == "say-next"
        made.answers(Next())
        assert made.words.startswith("Bend the front knee")
        assert works(made)[:2] == [RIGHT, LEFT]


def test_asked_for_in_a_hold_ends_the_turn_with_it() -> None:
    made = Runner().says(routine("quick-cool-down")).during(Part.WORK, 5, step=RIGHT).says(SetFlow(Flow.STEP_BY_STEP))
    assert made.cues[1] == say("flow-set", flow="step-by-step")
    assert works(made) == [RIGHT, RIGHT]
    assert made.prompt == "next-side"


def test_the_whole_routine_can_be_walked_with_next_alone() -> None:
    made = runner()
    for _ in range(40):
        if not made.reply.is_open:
            break
        made.answers(Next())
    assert made.keys[-1] == "closing-sides"
