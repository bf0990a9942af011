"""One line in the log for each request, which says what happened and nothing that was said."""

from collections.abc import Iterator

import pytest

from skill.coach import coach
from skill.storage.memory import MemoryRunners
from tests.alexa.stage import BrokenRunners, Json, logged, request
from tests.web.visitor import open_app, posted

OPEN = open_app()
REQUEST_ID = "amzn1.echo-api.request.01234567-89ab-cdef-0123-456789abcdef"


@pytest.fixture
def lines() -> Iterator[list[Json]]:
    """What is logged."""
    with logged() as all_lines:
        yield all_lines


def told(line: Json) -> Json:
    assert 0 <= line.pop("ms") < 5000
    return line


def test_a_turn_is_one_line(lines: list[Json]) -> None:
    posted(OPEN, request("how-to"))
    (line,) = lines
    assert told(line) == {
        "event": "turn",
        "level": "INFO",
        "request": "IntentRequest",
        "request_id": REQUEST_ID,
        "intent": "HowToIntent",
        "outcome": "answered",
    }


def test_a_refusal_is_one_line(lines: list[Json]) -> None:
    posted(OPEN, b"{")
    (line,) = lines
    assert told(line) == {"event": "refused", "level": "WARNING", "cause": "not-json"}


def test_a_body_too_large_is_one_line(lines: list[Json]) -> None:
    OPEN.test_client().post("/alexa", data=b" " * 300_000)
    (line,) = lines
    assert told(line)["cause"] == "Request Entity Too Large"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("event-of-tomorrow", "unknown"), ("playback-stopped", "AudioPlayer.PlaybackStopped")],
)
def test_what_is_not_answered_is_one_line(lines: list[Json], name: str, kind: str) -> None:
    posted(OPEN, request(name))
    (line,) = lines
    facts = {"request": kind, "request_id": REQUEST_ID, "outcome": "ignored"}
    assert told(line) == {"event": "turn", "level": "INFO", **facts}


def test_the_end_of_a_session_is_one_line_with_its_reason(lines: list[Json]) -> None:
    posted(OPEN, request("session-ended-by-an-error"))
    (line,) = lines
    assert (line["reason"], line["error"], line["outcome"]) == ("ERROR", "INVALID_RESPONSE", "answered")


def test_lines_do_not_hand_on_what_belongs_to_the_one_before(lines: list[Json]) -> None:
    posted(OPEN, request("how-to"))
    posted(OPEN, request("launch"))
    posted(OPEN, b"")
    assert "intent" not in lines[1]
    assert "request" not in lines[2]


def test_a_fault_that_alexa_reports_is_a_warning(lines: list[Json]) -> None:
    envelope = request("event-of-tomorrow")
    fault = {"type": "INVALID_RESPONSE", "message": "What the runner said was: ouch"}
    envelope["request"] |= {"type": "System.ExceptionEncountered", "error": fault, "cause": {"requestId": "r-1"}}
    posted(OPEN, envelope)
    (line,) = lines
    assert (line["level"], line["error"], line["caused_by"]) == ("WARNING", "INVALID_RESPONSE", "r-1")
    assert "ouch" not in str(line)


@pytest.mark.parametrize("odd", ["two\nlines", "a b", "x" * 129, "", 7, None, {"a": 1}, "\x1b[31m", "é"])
def test_an_id_that_does_not_look_like_one_stays_out_of_the_log(lines: list[Json], odd: object) -> None:
    envelope = request("how-to")
    envelope["request"]["requestId"] = odd
    assert posted(OPEN, envelope).status_code == 200
    assert "request_id" not in lines[0]


def test_a_slip_is_one_line_with_its_id_and_its_cause(lines: list[Json], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coach, "answered", None)
    posted(OPEN, request("launch"))
    (turn,) = lines
    assert (turn["event"], turn["request_id"], turn["outcome"]) == ("turn", REQUEST_ID, "slipped")
    assert (turn["error"], turn["level"]) == ("TypeError", "ERROR")
    assert turn["where"].startswith("coach.py:")


def test_a_discomfort_is_not_told_of(lines: list[Json]) -> None:
    envelope = request("how-to")
    envelope["request"]["intent"]["name"] = "DiscomfortIntent"
    posted(OPEN, envelope)
    assert lines[-1]["intent"] == "aside"
    assert "iscomfort" not in str(lines)


def test_what_could_not_be_deleted_is_refused_so_that_alexa_asks_again(
    lines: list[Json], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MemoryRunners, "forget", BrokenRunners().forget)
    response = posted(OPEN, request("skill-disabled"))
    assert (response.status_code, response.text) == (400, "What is kept could not be deleted now.\n")
    (line,) = lines
    assert (line["event"], line["cause"], line["request_id"]) == ("refused", "store", REQUEST_ID)


def test_no_line_holds_an_id_a_token_or_a_word(lines: list[Json]) -> None:
    for name in ("how-to", "how-to-no-match", "intent-of-tomorrow", "event-of-tomorrow", "session-ended-by-an-error"):
        posted(OPEN, request(name))
    assert {line.pop("request_id") for line in lines} == {REQUEST_ID}
    whole = str(lines)
    for secret in ("amzn1", "eyJ0", "calf", "elbow", "Something", "Admired", "Speechlet"):
        assert secret not in whole
