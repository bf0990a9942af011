"""What is on the wire, whatever is thrown at it: 200, 400, 404, 405 or 413, and a sentence wherever it is not 200."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from skill.coach import coach
from skill.settings import Settings
from skill.web.app import SWALLOWED, create_app, swallow
from skill.web.gate import LARGEST_BODY
from tests.alexa.stage import REQUESTS, Json, Loose, logged, request
from tests.web.visitor import SKILL, guarded_app, open_app, posted, signed

OPEN = open_app()
GUARDED = guarded_app()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
PLACES = [
    ("session",),
    ("session", "new"),
    ("session", "attributes"),
    ("session", "attributes", "coach"),
    ("session", "user"),
    ("context",),
    ("context", "System"),
    ("context", "System", "user"),
    ("context", "System", "user", "userId"),
    ("context", "System", "application"),
    ("context", "System", "application", "applicationId"),
    ("request",),
    ("request", "type"),
    ("request", "requestId"),
    ("request", "timestamp"),
    ("request", "locale"),
    ("request", "dialogState"),
    ("request", "intent"),
    ("request", "intent", "name"),
    ("request", "intent", "slots"),
    ("request", "intent", "slots", "exercise"),
    ("version",),
]
RUINED: dict[str, bytes] = {
    "empty": b"",
    "not JSON": b"open stretch coach",
    "cut off": b'{"version": "1.0", "request": {"type": "Lau',
    "not UTF-8": b'{"version": "\xff\xfe"}',
    "UTF-16": '{"version": "1.0"}'.encode("utf-16"),
    "half a surrogate": b'{"version": "\\ud800"}',
    "not a number": b'{"version": NaN}',
    "a number": b"7",
    "null": b"null",
    "text": b'"LaunchRequest"',
    "a list": b"[]",
    "an empty object": b"{}",
    "deep": b"[" * 100_000,
    "deep and closed": b'{"request":' + b"[" * 900 + b"]" * 900 + b"}",
    "two documents": b"{}{}",
    "zero bytes": b"\0" * 100,
}


def answer(response: TestResponse) -> Json:
    assert isinstance(response.json, dict)
    return response.json


def assert_sentence(response: TestResponse, status: int) -> None:
    assert response.status_code == status
    assert response.mimetype == "text/plain"
    text = response.get_data(as_text=True)
    assert text.count("\n") == 1
    assert text.endswith(".\n")
    assert "Traceback" not in text


def changed(envelope: Json, place: tuple[str, ...], value: Loose) -> Json:
    inner = envelope
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return envelope


def test_a_launch_is_answered() -> None:
    response = posted(OPEN, request("launch"))
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    assert answer(response)["response"]["outputSpeech"]["ssml"].startswith("<speak>Welcome to Stretch Coach.")
    assert answer(response)["response"]["shouldEndSession"] is False


@pytest.mark.parametrize("path", sorted(REQUESTS.glob("*.json")), ids=lambda path: path.stem)
def test_every_envelope_here_is_answered(path: Path) -> None:
    response = posted(OPEN, path.read_bytes())
    assert response.status_code == 200
    assert answer(response)["version"] == "1.0"
    has_speech = "outputSpeech" in answer(response)["response"]
    assert has_speech == (json.loads(path.read_text("utf-8"))["request"]["type"] in {"LaunchRequest", "IntentRequest"})


@pytest.mark.parametrize("name", ["event-of-tomorrow", "playback-stopped"])
def test_a_request_nobody_answers_gets_an_empty_answer(name: str) -> None:
    assert posted(OPEN, request(name)).json == {"version": "1.0", "response": {}}


@pytest.mark.parametrize("what", RUINED)
def test_a_ruined_body_is_refused_with_a_sentence(what: str) -> None:
    assert_sentence(posted(OPEN, RUINED[what]), 400)
    assert_sentence(signed(GUARDED, RUINED[what]), 400)
    assert_sentence(posted(GUARDED, RUINED[what]), 400)


@pytest.mark.parametrize("number", ["1e999", "-1e999", "1" + "0" * 400, "-0", "0.1e-999", "18446744073709551616"])
@pytest.mark.parametrize("place", [("session", "new"), ("request", "timestamp"), ("context", "Viewport"), ("version",)])
def test_a_number_of_any_size_is_refused_or_answered(place: tuple[str, ...], number: str) -> None:
    body = json.dumps(changed(request("next"), place, "HERE")).replace('"HERE"', number)
    assert posted(OPEN, body.encode()).status_code in {200, 400}


@pytest.mark.parametrize("key", ["__class__", "__init__", "__dict__", "deserialized_types", "attribute_map"])
@pytest.mark.parametrize("place", [(), ("session",), ("context", "System"), ("request",), ("request", "intent")])
def test_a_key_that_python_has_a_use_for_is_a_key_like_any_other(place: tuple[str, ...], key: str) -> None:
    response = posted(OPEN, changed(request("how-to"), (*place, key), {"type": "os.system"}))
    assert "<speak>" in answer(response)["response"]["outputSpeech"]["ssml"]


def test_values_within_values_without_end_are_no_value() -> None:
    deep = b'{"type": "List", "values": [' * 480 + b"]}" * 480
    slots = {"exercise": {"name": "exercise", "slotValue": "HERE"}}
    body = json.dumps(changed(request("how-to"), ("request", "intent", "slots"), slots)).encode()
    assert "Which stretch" in answer(posted(OPEN, body.replace(b'"HERE"', deep)))["response"]["outputSpeech"]["ssml"]


def test_a_session_may_be_nested_as_deep_as_it_likes() -> None:
    deep = b'{"a":' * 990 + b"1" + b"}" * 990
    body = json.dumps(request("next", attributes={"coach": "HERE"})).encode().replace(b'"HERE"', deep)
    assert posted(OPEN, body).status_code == 200


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(place=st.sampled_from(PLACES), value=JSON, name=st.sampled_from(["how-to", "launch"]))
def test_a_part_of_another_shape_is_refused_or_answered_and_never_fails(
    place: tuple[str, ...], value: Loose, name: str
) -> None:
    if place[:2] == ("request", "intent") and name == "launch":
        place = place[:2]
    body = json.dumps(changed(request(name), place, value)).encode()
    assert posted(OPEN, body).status_code in {200, 400}
    assert signed(GUARDED, body).status_code in {200, 400}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("session",), "s"),
        (("session", "new"), "yes"),
        (("session", "attributes"), []),
        (("session", "user"), "ann"),
        (("context",), []),
        (("context", "System"), 3),
        (("context", "System", "user", "userId"), 7),
        (("context", "System", "application", "applicationId"), 7),
        (("request",), None),
        (("request", "type"), None),
        (("request", "type"), ["LaunchRequest"]),
        (("request", "intent"), None),
        (("request", "intent"), "next"),
        (("request", "intent", "name"), 7),
    ],
)
def test_what_a_turn_needs_of_the_wrong_type_is_refused(place: tuple[str, ...], value: Loose) -> None:
    assert_sentence(posted(OPEN, changed(request("how-to"), place, value)), 400)


@pytest.mark.parametrize("place", [("session",), ("context",), ("session", "attributes"), ("request", "locale")])
def test_what_a_turn_can_do_without_may_be_missing(place: tuple[str, ...]) -> None:
    assert posted(OPEN, changed(request("launch"), place, None)).status_code == 200


def test_a_body_of_the_largest_size_is_read() -> None:
    body = json.dumps(request("launch")).encode().ljust(LARGEST_BODY)
    assert posted(OPEN, body).status_code == 200


def test_a_larger_body_is_refused_before_it_is_read() -> None:
    class Unread(BytesIO):
        def read(self, *_: object) -> bytes:
            raise AssertionError("the body was read")

    environ = {"CONTENT_LENGTH": str(LARGEST_BODY + 1)}
    response = OPEN.test_client().post("/alexa", input_stream=Unread(), environ_overrides=environ)
    assert_sentence(response, 413)


def test_a_body_that_grows_too_large_on_the_way_is_refused() -> None:
    endless = BytesIO(b" " * (LARGEST_BODY + 1))
    environ = {"wsgi.input_terminated": True}
    response = OPEN.test_client().post("/alexa", input_stream=endless, environ_overrides=environ)
    assert_sentence(response, 413)


def test_a_body_that_breaks_off_is_refused() -> None:
    body = json.dumps(request("launch")).encode()
    environ = {"CONTENT_LENGTH": str(len(body) + 1)}
    response = OPEN.test_client().post("/alexa", input_stream=BytesIO(body), environ_overrides=environ)
    assert_sentence(response, 400)


def test_health_is_told_to_whoever_asks() -> None:
    response = GUARDED.test_client().get("/healthz")
    assert (response.status_code, response.get_data(as_text=True)) == (200, "I am well.\n")


@pytest.mark.parametrize(
    "path", ["/", "/alexa/", "//alexa", "/alexa/x", "/static/x", "/favicon.ico", "/%00", "/../alexa"]
)
def test_there_is_nothing_elsewhere(path: str) -> None:
    assert_sentence(OPEN.test_client().post(path, data=b"{}"), 404)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_alexa_only_posts(method: str) -> None:
    response = OPEN.test_client().open("/alexa", method=method)
    assert response.status_code == 405
    if method != "HEAD":
        assert_sentence(response, 405)
    assert response.headers["Allow"] == "POST"


def test_health_is_only_asked() -> None:
    response = OPEN.test_client().post("/healthz")
    assert_sentence(response, 405)
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD"}


def test_a_turn_that_fails_is_apologised_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coach, "answered", None)
    with logged() as lines:
        response = posted(OPEN, request("launch"))
    assert response.status_code == 200
    assert answer(response)["response"]["outputSpeech"]["ssml"].startswith("<speak>Sorry, I slipped.")
    assert answer(response)["response"]["shouldEndSession"] is True
    assert [(line["event"], line["level"], line["outcome"]) for line in lines] == [("turn", "ERROR", "slipped")]


def test_a_failure_outside_any_turn_shows_nothing_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.web.adapter.attributes", None)
    with logged() as lines:
        response = posted(OPEN, request("launch"))
    assert_sentence(response, 400)
    assert lines[-1] == {"event": "failed", "error": "TypeError", "level": "ERROR"}


def test_apps_do_not_share_what_they_know() -> None:
    one, other = open_app(), open_app()
    posted(one, request("launch"))
    again = answer(posted(one, request("launch")))["response"]["outputSpeech"]["ssml"]
    first = answer(posted(other, request("launch")))["response"]["outputSpeech"]["ssml"]
    assert "Welcome back" in again
    assert "Welcome to" in first


def test_the_app_is_flasks_and_the_skill_is_among_its_extensions() -> None:
    app = create_app(Settings(skill_id=SKILL, database_url="memory:"))
    assert isinstance(app, Flask)
    assert app.extensions["ASK_SDK_SKILL_ADAPTER"]


class Endless(BytesIO):
    """A body that goes on for ever, and counts what is taken of it."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.taken += size or 0
        return b"x" * (size or 0)


def test_what_is_still_sent_after_the_answer_is_thrown_away_up_to_a_bound() -> None:
    body = Endless()
    swallow(body)
    assert body.taken == SWALLOWED
    short = BytesIO(b"short")
    swallow(short)
    assert short.read() == b""


def test_a_connection_that_breaks_meanwhile_is_nobodys_trouble() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise ConnectionResetError

    swallow(Broken())
