"""The rehearsal as long as it really takes: what is typed while the coach speaks interrupts, silence is waited out."""

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from typing import TextIO

from skill.simulator.echo import LISTENING_MS, Echo
from skill.simulator.events import Event, Prompted, Said, shown
from skill.simulator.speech import Words, length_ms, ms
from skill.simulator.terminal import LEAVING, Show

SECOND_MS = 1_000


class LeavingError(Exception):
    """The input has ended, or says so."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Words, and after how many ms of speaking or listening they came; None where none came in time."""

    words: str | None
    after_ms: int


@dataclass(frozen=True)
class RealTime:
    """An Echo whose time is ours."""

    echo: Echo
    show: Show
    lines: "Queue[str]"

    def rehearse(self) -> None:
        """Speak and listen in turn until the runner leaves."""
        events: list[Event] = []
        with suppress(LeavingError):
            while True:
                events = self._follow(events)

    def _follow(self, events: Iterable[Event]) -> list[Event]:
        """Speak what has happened; what follows from words that come, or from none."""
        for event in events:
            if not isinstance(event, Said | Prompted):
                self._show(event)
                continue
            typed = self._speak(event)
            if typed.words is not None:
                return self.echo.interrupts(typed.after_ms, typed.words)
        typed = self._read(LISTENING_MS if self.echo.is_open else None)
        passed = self.echo.waits(typed.after_ms)
        return passed if typed.words is None else [*passed, *self.echo.says(typed.words)]

    def _show(self, event: Event) -> None:
        for text in shown(event):
            self.show(text)

    def _speak(self, event: Said | Prompted) -> Typed:
        """Speak piece by piece, until words come in between."""
        spoken_ms = 0
        for piece in event.speech:
            if isinstance(piece, Words):
                self._show(type(event)((piece,)))
            piece_ms = ms(piece, self.echo.locale)
            typed = self._read(piece_ms)
            if typed.words is not None:
                return Typed(
                    typed.words, min(spoken_ms + typed.after_ms, length_ms(event.speech, self.echo.locale) - 1)
                )
            spoken_ms += piece_ms
        return Typed(None, spoken_ms)

    def _read(self, longest_ms: int | None) -> Typed:
        """Words that come within so many ms, or whenever they come; empty lines are nothing."""
        begun_s = time.monotonic()
        while True:
            passed_ms = round((time.monotonic() - begun_s) * SECOND_MS)
            left_s = None if longest_ms is None else max(0, longest_ms - passed_ms) / SECOND_MS
            try:
                text = self.lines.get(timeout=left_s)
            except Empty:
                return Typed(None, longest_ms or 0)
            if not text or text.strip() in LEAVING:
                raise LeavingError
            if text.strip():
                return Typed(text.strip(), round((time.monotonic() - begun_s) * SECOND_MS))


def lines_of(stream: TextIO) -> "Queue[str]":
    """The lines of a stream as they come, then an empty one. A thread reads, so that waiting for a line can end."""

    def read() -> None:
        for text in stream:
            lines.put(text)
        lines.put("")

    lines: Queue[str] = Queue()
    Thread(target=read, name="input", daemon=True).start()
    return lines
