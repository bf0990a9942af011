"""All requests that Alexa has, and some it has yet to invent: each is answered with what the platform demands."""

import json
from typing import Any

import pytest
from ask_sdk_model import Request

from tests.alexa.stage import Json, request
from tests.web.visitor import guarded_app, open_app, posted, signed

OPEN = open_app()
GUARDED = guarded_app()
TYPES = sorted(Request.discriminator_value_class_map)
SPOKEN = {"LaunchRequest", "IntentRequest"}
TOMORROW = ["", "FutureRequest", "Alexa.Telepathy.ThoughtReceived", "launchrequest", "__class__", "x" * 10_000]
SPARE: dict[str, Json] = {
    "IntentRequest": {"intent": {"name": "AMAZON.HelpIntent"}},
    "CanFulfillIntentRequest": {"intent": {"name": "AMAZON.HelpIntent"}},
}


def envelope(kind: str, **more: Any) -> Json:  # noqa: ANN401 -- any part of a request
    """A request of this type as bare as it can come, without a session as events and buttons have it."""
    bare = request("event-of-tomorrow")
    bare["request"] = {
        "type": kind,
        "requestId": "r",
        "timestamp": "2026-11-20T07:30:00Z",
        "locale": "en-US",
        **SPARE.get(kind, {}),
        **more,
    }
    return bare


def test_there_are_as_many_types_as_we_know_of() -> None:
    assert len(TYPES) == 59


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_is_answered_as_the_platform_demands(kind: str) -> None:
    for response in (posted(OPEN, envelope(kind)), signed(GUARDED, envelope(kind))):
        assert response.status_code == 200
        assert response.json is not None
        assert response.json["version"] == "1.0"
        told = response.json["response"]
        assert bool(told.get("outputSpeech")) == (kind in SPOKEN)
        assert ("shouldEndSession" in told) == (kind in SPOKEN)
        assert ("canFulfillIntent" in told) == (kind == "CanFulfillIntentRequest")
        assert kind in SPOKEN | {"CanFulfillIntentRequest"} or told == {}


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_is_answered_within_a_session_and_with_a_body_of_any_shape(kind: str) -> None:
    odd: Json = {"body": [1], "error": "none", "cause": [], "token": 7, "arguments": {"a": []}, "payload": None}
    within = envelope(kind, **odd) | {"session": request("launch")["session"]}
    assert posted(OPEN, within).status_code == 200


@pytest.mark.parametrize("kind", TOMORROW)
def test_a_type_of_tomorrow_gets_an_empty_answer(kind: str) -> None:
    assert posted(OPEN, envelope(kind)).json == {"version": "1.0", "response": {}}


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind.startswith(("AlexaSkillEvent.", "Reminders."))])
def test_an_event_is_taken_again_with_the_same_id(kind: str) -> None:
    body = json.dumps(envelope(kind)).encode()
    assert [signed(GUARDED, body).status_code for _ in range(2)] == [200, 200]
