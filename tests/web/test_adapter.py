"""One line in the log for each request, which says what happened and nothing that was said."""

from collections.abc import Iterator

import pytest

from tests.alexa.stage import Json, logged, request
from tests.web.visitor import open_app, posted

OPEN = open_app()


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
    assert told(line) == {"event": "turn", "level": "INFO", "request": kind, "outcome": "ignored"}


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


def test_no_line_holds_an_id_a_token_or_a_word(lines: list[Json]) -> None:
    for name in ("how-to", "how-to-no-match", "intent-of-tomorrow", "event-of-tomorrow", "session-ended-by-an-error"):
        posted(OPEN, request(name))
    whole = str(lines)
    for secret in ("amzn1", "eyJ0", "calf", "elbow", "Something", "Admired", "Speechlet"):
        assert secret not in whole
