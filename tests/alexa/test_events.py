"""Giving the skill up, and the question whether it could: nothing is said, and only the first changes anything."""

import pytest

from skill.coach.saved import encode
from skill.coach.state import State
from skill.storage.base import StoreError
from skill.storage.memory import MemoryRunners
from tests.alexa.stage import USER, BrokenRunners, Json, Stage, logged, read, request


def asked(name: str, **slots: str) -> Json:
    envelope = request("how-to")
    filled = {slot: {"name": slot, "value": value} for slot, value in slots.items()}
    intent = {"name": name, "slots": filled}
    envelope["request"] |= {"type": "CanFulfillIntentRequest", "intent": intent}
    return envelope


def test_who_disables_the_skill_is_forgotten_and_nobody_else() -> None:
    runners = MemoryRunners()
    for user in (USER, "somebody else"):
        runners.save(user, encode(State(turn=3)), 3)
    note: dict[str, str] = {}
    answer = Stage(runners=runners).skill.invoke(read(request("skill-disabled")), note)
    assert runners.load(USER) is None
    assert runners.load("somebody else") is not None
    assert answer.response is not None
    assert not any(answer.response.to_dict().values())
    assert note == {"outcome": "forgotten"}


def test_a_stranger_may_disable_the_skill_too() -> None:
    envelope = request("skill-disabled")
    del envelope["context"]["System"]["user"]
    assert Stage(runners=BrokenRunners()).answers(envelope)["response"] == {}


def test_a_store_that_cannot_forget_is_no_success() -> None:
    with pytest.raises(StoreError):
        Stage(runners=BrokenRunners()).answers(request("skill-disabled"))


def test_a_question_whether_we_could_is_answered_without_the_coach_and_the_store() -> None:
    stage = Stage(runners=BrokenRunners())
    with logged() as lines:
        answer = stage.answers(asked("HowToIntent", exercise="toe stretch"))
    assert answer["response"] == {
        "canFulfillIntent": {
            "canFulfill": "YES",
            "slots": {"exercise": {"canUnderstand": "YES", "canFulfill": "YES"}},
        }
    }
    assert stage.script.requests == []
    assert lines == []


def test_a_question_without_an_intent_is_a_no() -> None:
    envelope = asked("HowToIntent")
    del envelope["request"]["intent"]
    assert Stage().answers(envelope)["response"] == {"canFulfillIntent": {"canFulfill": "NO"}}
