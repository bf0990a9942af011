"""One turn from envelope to response: the state it begins with, that it is kept, and what happens when two speak."""

import pytest

from skill.alexa.conversation import TRIES
from skill.alexa.visit import visit
from skill.coach import requests as meant
from skill.coach.cues import Part, Read
from skill.coach.playhead import Spot
from skill.coach.requests import Name, Request
from skill.coach.room import Reply, Room
from skill.coach.saved import decode, encode
from skill.coach.state import Practice, State
from skill.speech.limits import SESSION_BYTES
from skill.storage.base import Record
from skill.storage.memory import MemoryRunners
from tests.alexa.stage import LIBRARY, NOON_MS, USER, BrokenRunners, Json, Loose, Script, Stage, logged, read, request
from tests.values import replace

PRACTICE = Practice(exercises=("toe-stretch",), spot=Spot(0, Part.WORK))


def turn_of(answer: Json) -> int:
    return decode(answer["sessionAttributes"]["coach"]).turn


def stored(runners: MemoryRunners, state: State) -> MemoryRunners:
    runners.save(USER, encode(state), state.turn)
    return runners


def test_a_launch_is_answered_and_kept() -> None:
    stage = Stage()
    answer = stage.answers(request("launch"))
    assert answer["version"] == "1.0"
    assert answer["response"]["outputSpeech"]["ssml"] == "<speak>Right leg back.</speak>"
    assert answer["sessionAttributes"] == {"coach": encode(State(turn=1))}
    assert stage.runners.load(USER) == encode(State(turn=1))
    assert stage.script.requests == [meant.Launch()]


def test_the_coach_is_given_the_room_of_this_turn() -> None:
    stage = Stage()
    stage.answers(request("launch"))
    stage.answers(request("next"))
    first, second = stage.script.rooms
    assert (first.library, first.now_ms, first.lag_ms, first.is_new_session) == (LIBRARY, NOON_MS, 3000, True)
    assert first.pick(["a", "b"]) == "a"
    assert not second.is_new_session


def test_an_intent_reaches_the_coach_as_what_it_means() -> None:
    stage = Stage()
    stage.answers(request("how-to"))
    assert stage.script.requests == [meant.HowTo(Name(("wall-calf-straight",), "calf stretch"))]


def test_the_next_turn_begins_where_the_session_says() -> None:
    stage = Stage()
    first = stage.answers(request("launch"))
    second = stage.answers(request("next", attributes=first["sessionAttributes"]))
    assert [state.turn for state in stage.script.states] == [0, 1]
    assert turn_of(second) == 2


def test_a_new_session_begins_where_the_last_one_was() -> None:
    stage = Stage(runners=stored(MemoryRunners(), State(turn=8)))
    assert turn_of(stage.answers(request("launch"))) == 9


def test_when_another_device_moved_on_the_answer_is_made_anew_from_there() -> None:
    stage = Stage(runners=stored(MemoryRunners(), State(turn=8, practice=PRACTICE)))
    answer = stage.answers(request("next", attributes={"coach": encode(State(turn=2))}))
    assert [(state.turn, state.practice) for state in stage.script.states] == [(2, None), (8, PRACTICE)]
    assert turn_of(answer) == 9
    kept = stage.runners.load(USER)
    assert kept is not None
    assert kept["turn"] == 9


class Racing(MemoryRunners):
    """A household whose other device is always quicker."""

    def save(self, user_id: str, record: Record, turn: int) -> bool:
        super().save(user_id, encode(State(turn=turn)), turn)
        return super().save(user_id, record, turn)


def test_a_runner_is_answered_also_when_others_are_always_quicker() -> None:
    stage = Stage(runners=Racing())
    answer = stage.answers(request("launch"))
    assert [state.turn for state in stage.script.states] == list(range(TRIES))
    assert turn_of(answer) == TRIES


def test_a_store_that_fails_costs_no_turn() -> None:
    stage = Stage(runners=BrokenRunners())
    with logged():
        first = stage.answers(request("launch"))
        second = stage.answers(request("next", attributes=first["sessionAttributes"]))
    assert turn_of(second) == 2
    assert second["response"]["shouldEndSession"] is False


def test_a_household_is_found_in_the_session_where_the_context_names_none() -> None:
    stage = Stage()
    envelope = request("launch")
    del envelope["context"]
    stage.answers(envelope)
    assert stage.runners.load(USER) is not None


@pytest.mark.parametrize("gone", ["user", "session"])
def test_without_a_household_a_turn_is_answered_and_nothing_kept(gone: str) -> None:
    stage = Stage()
    envelope = request("launch")
    del envelope["context"]
    envelope.pop(gone, None)
    envelope.get("session", {}).pop(gone, None)
    answer = stage.answers(envelope)
    assert answer["response"]["outputSpeech"]
    assert ("sessionAttributes" in answer) == (gone == "user")
    assert stage.runners.load(USER) is None


@pytest.mark.parametrize("attributes", [None, {}, {"coach": None}, {"coach": "x"}, {"coach": []}, {"other": {"v": 1}}])
def test_attributes_that_are_not_ours_are_passed_over(attributes: Loose) -> None:
    stage = Stage(runners=stored(MemoryRunners(), State(turn=8)))
    answer = stage.answers(request("next", attributes=attributes))
    assert list(answer["sessionAttributes"]) == ["coach"]
    assert turn_of(answer) == 9


def long_state(state: State) -> State:
    return replace(state, told=frozenset(str(n) for n in range(2000)))


def test_a_state_too_large_for_the_session_stays_in_the_store() -> None:
    stage = Stage()
    stage.script.following = long_state
    with logged() as lines:
        answer = stage.answers(request("launch"))
    assert answer["sessionAttributes"] == {}
    assert [line["event"] for line in lines] == ["state too large"]
    again = stage.answers(request("next", attributes={}))
    assert again["sessionAttributes"] == {}
    assert [state.turn for state in stage.script.states] == [0, 1]


def test_a_large_state_goes_along_where_nothing_else_keeps_it() -> None:
    stage = Stage(runners=BrokenRunners())
    stage.script.following = long_state
    with logged():
        assert turn_of(stage.answers(request("launch"))) == 1


@pytest.mark.parametrize(("spare", "is_carried"), [(0, True), (-1, False)])
def test_attributes_are_counted_to_the_byte(spare: int, is_carried: bool) -> None:  # noqa: FBT001 -- a parameter
    empty = len('{"coach":{"v":1,"turn":1,"told":[""]}}')
    stage = Stage()
    stage.script.following = lambda state: replace(state, told=frozenset(["x" * (SESSION_BYTES - empty - spare)]))
    with logged():
        answer = stage.answers(request("launch"))
    assert bool(answer["sessionAttributes"]) is is_carried


def test_what_cannot_be_rendered_is_not_kept_either() -> None:
    stage = Stage(script=Script(Read("x" * 9000)), runners=stored(MemoryRunners(), State(turn=8)))
    stage.script.cues = (Read("fine"),)

    def broken(room: Room, state: State, asked: Request) -> Reply:
        return replace(stage.script(room, state, asked), elicit="mood")

    conversation = replace(stage.conversation, coach=replace(stage.conversation.coach, reply=broken))
    with pytest.raises(StopIteration):
        conversation.turn(visit(read(request("launch"))), meant.Launch(), None)
    kept = stage.runners.load(USER)
    assert kept is not None
    assert kept["turn"] == 8
