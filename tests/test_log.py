"""How lines look: for eyes at a terminal, as JSON elsewhere; also those that libraries write."""

import json
import logging
import logging.handlers
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

import pytest

from skill import log

OURS = logging.getLogger("skill.somewhere")


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """The log of the test run, afterwards as before."""
    handlers, level = logging.root.handlers[:], logging.root.level
    logging.root.handlers.clear()  # pytest's own, which basicConfig would close
    yield
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def test_away_from_a_terminal_a_line_is_json() -> None:
    stream = StringIO()
    log.configure("INFO", stream)
    OURS.info("turn", extra={"facts": {"ms": 3.2, "of": Terminal}})
    line = json.loads(stream.getvalue())
    assert line.pop("at").endswith("+00:00")
    of = "<class 'tests.test_log.Terminal'>"
    assert line == {"level": "INFO", "logger": "skill.somewhere", "event": "turn", "ms": 3.2, "of": of}


def test_at_a_terminal_a_line_is_for_eyes() -> None:
    stream = Terminal()
    log.configure("INFO", stream)
    OURS.info("turn", extra={"facts": {"ms": 3.2, "outcome": "answered"}})
    assert stream.getvalue()[8:] == " INFO    turn ms=3.2 outcome=answered\n"


def test_an_event_needs_no_facts() -> None:
    stream = Terminal()
    log.configure("INFO", stream)
    OURS.info("record unreadable")
    assert stream.getvalue().endswith(" record unreadable\n")


def test_what_is_below_the_level_is_left_out() -> None:
    stream = StringIO()
    log.configure("WARNING", stream)
    OURS.info("turn")
    assert stream.getvalue() == ""


def test_lines_of_libraries_come_along_without_their_tracebacks() -> None:
    stream = StringIO()
    log.configure("INFO", stream)
    try:
        int("calf")
    except ValueError:
        OURS.exception("Exception on %s", "/alexa")
    line = json.loads(stream.getvalue())
    assert (line["event"], line["level"], line["error"]) == ("Exception on /alexa", "ERROR", "ValueError")
    assert line["at"].endswith("+00:00")
    (place,) = line["where"]
    assert place.startswith("test_log.py:")
    assert "calf" not in stream.getvalue()


def test_a_line_that_nobody_else_hears_is_told_without_a_record_and_looks_the_same() -> None:
    stream = StringIO()
    log.configure("INFO", stream)
    log.tell(OURS, logging.INFO, "turn", {"ms": 3.2})
    OURS.info("turn", extra={"facts": {"ms": 3.2}})
    told, logged = (json.loads(line) for line in stream.getvalue().splitlines())
    assert told.pop("at").endswith("+00:00")
    del logged["at"]
    assert told == logged


def test_whoever_else_listens_gets_a_record() -> None:
    stream, heard = StringIO(), logging.handlers.BufferingHandler(10)
    log.configure("INFO", stream)
    OURS.addHandler(heard)
    log.tell(OURS, logging.WARNING, "turn", {"ms": 3.2})
    OURS.removeHandler(heard)
    (record,) = heard.buffer
    assert (record.getMessage(), log.facts(record)) == ("turn", {"ms": 3.2})
    assert json.loads(stream.getvalue())["ms"] == 3.2


def test_what_is_below_the_level_is_not_told() -> None:
    stream = StringIO()
    log.configure("WARNING", stream)
    log.tell(OURS, logging.INFO, "turn", {})
    assert stream.getvalue() == ""


@pytest.mark.parametrize("facts", [{"a": 2**64}, {"a": "\ud800"}, {1: 2}])
def test_facts_that_are_no_json_cost_no_turn(facts: dict[str, object]) -> None:
    stream = StringIO()
    log.configure("INFO", stream)
    log.tell(OURS, logging.INFO, "turn", facts)
    log.tell(OURS, logging.INFO, "turn", {"ms": 1})
    assert json.loads(stream.getvalue())["ms"] == 1


@pytest.mark.parametrize("microsecond", [0, 1, 500_000, 999_999])
def test_times_are_all_as_long(microsecond: int) -> None:
    at = datetime(2026, 11, 21, 12, 30, tzinfo=UTC).replace(microsecond=microsecond)
    line = json.loads(log.AsJson().line(log.Line(at, "INFO", "skill", "turn", {})))
    assert len(line["at"]) == len("2026-11-21T12:30:00.000001+00:00")


def test_a_log_that_cannot_be_written_costs_no_turn() -> None:
    stream = StringIO()
    log.configure("INFO", stream)
    stream.close()
    log.tell(OURS, logging.INFO, "turn", {})
