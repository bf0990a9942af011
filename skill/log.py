"""How the log is written: one line an event on stderr, for eyes at a terminal, as JSON elsewhere.

An event is a few fixed words, and facts where there are any: `log.info("turn", extra={"facts": {"ms": 3.2}})`.
"""

import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import orjson


def configure(level: str, stream: TextIO = sys.stderr) -> None:
    """Log what is of this level or above; called once, by whoever starts the skill."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter(stream))
    logging.basicConfig(level=level, handlers=[handler], force=True)


def formatter(stream: TextIO) -> logging.Formatter:
    """How lines look on a stream."""
    return ForEyes() if stream.isatty() else AsJson()


class AsJson(logging.Formatter):
    """A line of JSON. Tracebacks are left out of it, and of the other form: they may quote a request."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, logger, the event, its facts."""
        line = {"at": at(record), "level": record.levelname, "logger": record.name, "event": record.getMessage()}
        return orjson.dumps(line | facts(record), default=str).decode()


class ForEyes(logging.Formatter):
    """Words, then the facts as name=value."""

    def format(self, record: logging.LogRecord) -> str:
        """Time of day, level, the event, its facts."""
        told = (f"{name}={value}" for name, value in facts(record).items())
        return " ".join((at(record)[11:19], f"{record.levelname:7}", record.getMessage(), *told))


def facts(record: logging.LogRecord) -> dict[str, object]:
    """What was logged with an event; for libraries, which put all into their message, what was raised and where."""
    found: dict[str, object] = record.__dict__.get("facts", {})
    return found or raised(record)


def raised(record: logging.LogRecord) -> dict[str, object]:
    """The kind of an exception and the innermost place it came through."""
    _, error, trace = record.exc_info or (None, None, None)
    if error is None:
        return {}
    last = traceback.extract_tb(trace)[-1:]
    return {"error": type(error).__name__, "at": [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in last]}


def at(record: logging.LogRecord) -> str:
    """When it was, in UTC to the ms."""
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
