"""How the log is written: one line an event on stderr, for eyes at a terminal, as JSON elsewhere.

An event is a few fixed words, and facts where there are any: `log.info("turn", extra={"facts": {"ms": 3.2}})`.
"""

import logging
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import orjson
from msgspec import Struct

Facts = Mapping[str, object]


def configure(level: str, stream: TextIO = sys.stderr) -> None:
    """Log what is of this level or above; called once, by whoever starts the skill."""
    handler = Lines(stream)
    handler.setFormatter(formatter(stream))
    logging.basicConfig(level=level, handlers=[handler], force=True)


def tell(log: logging.Logger, level: int, event: str, facts: Facts) -> None:
    """Log an event as `log.log` does.

    Where nobody listens but our own handler, no record is made of it: what a record finds out of the stack, the thread
    and the process takes longer than the line, and is not in it.
    """
    if not log.isEnabledFor(level):
        return
    listening = listeners(log)
    if len(listening) == 1 and isinstance(listening[0], Lines):
        listening[0].tell(Line(datetime.now(UTC), logging.getLevelName(level), log.name, event, facts))
    else:
        log.log(level, event, extra={"facts": facts})


def listeners(log: logging.Logger) -> list[logging.Handler]:
    """The handlers that what a logger says comes to."""
    found = [*log.handlers]
    while log.propagate and log.parent:
        log = log.parent
        found += log.handlers
    return found


def formatter(stream: TextIO) -> "Formatter":
    """How lines look on a stream."""
    return ForEyes() if stream.isatty() else AsJson()


class Line(Struct, frozen=True):
    """What is told in a line, and when, in UTC."""

    at: datetime
    level: str
    logger: str
    event: str
    facts: Facts


class Formatter(logging.Formatter):
    """Writes records as lines. Tracebacks are left out: they may quote a request."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        at = datetime.fromtimestamp(record.created, UTC)
        return self.line(Line(at, record.levelname, record.name, record.getMessage(), facts(record)))

    def line(self, line: Line) -> str:
        """How a line looks."""
        raise NotImplementedError


class AsJson(Formatter):
    """A line of JSON."""

    def line(self, line: Line) -> str:
        """Time, level, logger, the event, its facts."""
        at = line.at if line.at.microsecond else line.at.replace(microsecond=1)  # else orjson writes no fraction
        words = {"at": at, "level": line.level, "logger": line.logger, "event": line.event}
        return orjson.dumps({**words, **line.facts}, default=str).decode()


class ForEyes(Formatter):
    """Words, then the facts as name=value."""

    def line(self, line: Line) -> str:
        """Time of day, level, the event, its facts."""
        told = (f"{name}={value}" for name, value in line.facts.items())
        return " ".join((f"{line.at:%H:%M:%S}", f"{line.level:7}", line.event, *told))


class Lines(logging.StreamHandler[TextIO]):
    """Our own handler: it takes lines besides records."""

    formatter: Formatter

    def tell(self, line: Line) -> None:
        """Write a line. What cannot be written is lost, as with records: no turn fails for the log's sake."""
        self.acquire()
        try:
            self.stream.write(f"{self.formatter.line(line)}\n")
            self.stream.flush()
        except (OSError, TypeError, ValueError):  # orjson raises TypeError for what is no JSON
            pass
        finally:
            self.release()


def facts(record: logging.LogRecord) -> Facts:
    """What was logged with an event; for libraries, which put all into their message, what was raised and where."""
    found: Facts = record.__dict__.get("facts", {})
    return found or raised(record)


def raised(record: logging.LogRecord) -> Facts:
    """The kind of an exception and the innermost place it came through."""
    _, error, trace = record.exc_info or (None, None, None)
    if error is None:
        return {}
    last = traceback.extract_tb(trace)[-1:]
    return {
        "error": type(error).__name__,
        "where": [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in last],
    }
