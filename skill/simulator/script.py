"""Conversations as text, one `.talk` file each: read, played on an Echo, and written again with what was heard.

# how a line is meant
runner: open stretch coach        words; after the coach has finished, unless the line before interrupts
(waits 12 s)                      the coach is heard out, then so long nobody speaks; also min, h and days
(interrupts at 17 s)              the next words begin when 17 s of what is being said have been heard
(says nothing)                    nobody answers: what is asked again, and that the session closes
(new session)                     the session was lost, and the skill was not told
coach: Knee straight. [4 s]       what is heard: the rest is written by playing, waits in brackets
reprompt: …                       asked again, as nobody answered
alexa: …                          Alexa herself
(closes)                          the session is over
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from skill.simulator.echo import Echo, NotSpeakingError
from skill.simulator.events import Event, shown

UNIT_MS = {"s": 1_000, "min": 60_000, "h": 3_600_000, "day": 86_400_000, "days": 86_400_000}
_TIME = rf"(?P<number>\d+(?:\.\d+)?) ?(?P<unit>{'|'.join(UNIT_MS)})"


class ScriptError(Exception):
    """A script that cannot be played, with the number of the line."""

    def __init__(self, number: int, what: str) -> None:
        self.number = number
        super().__init__(f"line {number}: {what}")


class Kind(StrEnum):
    """What a line is."""

    SAYS = "says"
    WAITS = "waits"
    INTERRUPTS = "interrupts"
    SILENT = "silent"
    NEW_SESSION = "new session"
    HEARD = "heard"
    REMARK = "remark"


LINES = {
    Kind.SAYS: re.compile(r"runner: (?P<words>.*\S)"),
    Kind.WAITS: re.compile(rf"\(waits {_TIME}\)"),
    Kind.INTERRUPTS: re.compile(rf"\(interrupts at {_TIME}\)"),
    Kind.SILENT: re.compile(r"\(says nothing\)"),
    Kind.NEW_SESSION: re.compile(r"\(new session\)"),
    Kind.HEARD: re.compile(r"(?:coach|reprompt|alexa): .*|\(closes\)"),
    Kind.REMARK: re.compile(r"(?:#.*)?"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a script: its text, what the runner says in it, or the time in it."""

    number: int
    kind: Kind
    text: str
    words: str = ""
    ms: int = 0


def parse(text: str) -> tuple[Line, ...]:
    """The lines of a script. Raises ScriptError for the first that is none."""
    return tuple(line(number, each.rstrip()) for number, each in enumerate(text.splitlines(), start=1))


def line(number: int, text: str) -> Line:
    """One line understood."""
    for kind, pattern in LINES.items():
        match = pattern.fullmatch(text)
        if match:
            found = match.groupdict()
            ms = round(float(found["number"]) * UNIT_MS[found["unit"]]) if "number" in found else 0
            return Line(number=number, kind=kind, text=text, words=found.get("words") or "", ms=ms)
    raise ScriptError(number, f"not a line of a script: {text!r}")


class Player:
    """Plays lines on an Echo one after the other; an interruption waits for the words that make it."""

    def __init__(self, echo: Echo) -> None:
        self._echo = echo
        self._interrupts_at_ms: int | None = None

    def play(self, each: Line) -> list[Event]:
        """What follows from a line. Raises ScriptError for an interruption of nothing."""
        try:
            return self._play(each)
        except NotSpeakingError as error:
            raise ScriptError(each.number, str(error)) from error

    def _play(self, each: Line) -> list[Event]:
        match each.kind:
            case Kind.SAYS:
                return self._says(each.words)
            case Kind.WAITS:
                return self._echo.waits(each.ms)
            case Kind.SILENT:
                return self._echo.says_nothing()
            case Kind.NEW_SESSION:
                self._echo.loses_session()
            case Kind.INTERRUPTS:
                self._interrupts_at_ms = each.ms
            case Kind.HEARD | Kind.REMARK:
                pass
        return []

    def _says(self, words: str) -> list[Event]:
        at_ms, self._interrupts_at_ms = self._interrupts_at_ms, None
        return self._echo.says(words) if at_ms is None else self._echo.interrupts(at_ms, words)


def played(text: str, new_echo: Callable[[], Echo]) -> str:
    """The script as it would be written today: the runner's lines and the remarks, and what is heard in between."""
    player = Player(new_echo())
    return "".join(f"{each}\n" for each in _played(parse(text), player))


def _played(lines: tuple[Line, ...], player: Player) -> Iterator[str]:
    for each in lines:
        if each.kind is not Kind.HEARD:
            yield each.text
            yield from (text for event in player.play(each) for text in shown(event))
