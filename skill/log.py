"""How the log is written: one line an event on stderr, for eyes at a terminal, as JSON elsewhere.

An event is a few fixed words, and facts where there are any: `log.info("turn", extra={"facts": {"ms": 3.2}})`.
"""

import logging
import sys
from datetime import UTC, datetime
from typing import TextIO

import orjson


def configure(level: str, stream: TextIO = sys.stderr) -> None:
    """Log what is of this level or above; called once, by whoever starts the skill."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(ForEyes() if stream.isatty() else AsJson())
    logging.basicConfig(level=level, handlers=[handler], force=True)


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
    """What was logged with an event; nothing for libraries, which put all into their message."""
    found: dict[str, object] = record.__dict__.get("facts", {})
    return found


def at(record: logging.LogRecord) -> str:
    """When it was, in UTC to the ms."""
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
