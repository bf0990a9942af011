"""A pretended Echo: words into requests, responses into speech, and time that passes as speech and silence would.

Times of a turn, all in ms: speech begins `START_MS` after the response is there. Once it has been spoken the
microphone is open for `LISTENING_MS`, then comes the reprompt, then as long again, and the session is closed. Words
said without interrupting arrive `ANSWER_MS` after the microphone opens. Words that interrupt at 17 s begin when 17 s
of the speech have been heard and arrive `lag_ms - START_MS` later, which the wake word and the words take; so the
coach, who takes `lag_ms` off the time since its response, reads exactly those 17 s.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from skill.simulator.answer import Answer, UnusableError, answer
from skill.simulator.clock import Clock
from skill.simulator.envelopes import Household, Session, ended, envelope, spoken, stamped
from skill.simulator.events import Alexa, Closed, Event, Prompted, Said
from skill.simulator.hear import Hearing
from skill.simulator.model import Json
from skill.simulator.opening import awake
from skill.simulator.speech import length_ms
from skill.speech.locale import Locale

START_MS = 1_000
LISTENING_MS = 8_000
ANSWER_MS = 2_000
NOT_OPEN = "Stretch Coach is not open. Say: open stretch coach."
PROBLEM = "There was a problem with the requested skill's response."
EXIT = "exit"
"""The one word that closes a skill without the skill being asked."""

Post = Callable[[bytes], bytes]
"""Takes a request's body to the endpoint and gives back the response's; raises UnusableError for any other status."""


class NotSpeakingError(Exception):
    """There is nothing to interrupt at that moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The moments of what is being said, by the Echo's clock."""

    answer: Answer
    begins_ms: int
    ends_ms: int
    is_reprompt: bool = False


@dataclass(frozen=True, kw_only=True)
class Setup:
    """What an Echo is made of; `lag_ms` must be the skill's own setting for interruptions to be read exactly."""

    hearing: Hearing
    post: Post
    clock: Clock
    locale: Locale
    household: Household = field(default_factory=Household)
    lag_ms: int = 3_000


class Echo:
    """One device and its runner."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self.locale = setup.locale
        self._clock = setup.clock
        self._ids = count(setup.clock.ms)
        self._session: Session | None = None
        self._turn: Turn | None = None

    @property
    def is_open(self) -> bool:
        """Whether words go to the coach."""
        return self._session is not None

    def says(self, words: str) -> list[Event]:
        """What follows when the runner has heard the coach out and then says this."""
        return [*self._until(self._answer_ms()), *self._heard(words)]

    def interrupts(self, at_ms: int, words: str) -> list[Event]:
        """What follows when the runner says this `at_ms` into what is being said."""
        turn = self._turn
        if turn is None or not turn.begins_ms <= turn.begins_ms + at_ms < turn.ends_ms:
            length = (turn.ends_ms - turn.begins_ms) / 1_000 if turn else 0
            raise NotSpeakingError(
                f"The coach speaks for {length:.1f} s, so nothing can interrupt at {at_ms / 1_000:g} s."
            )
        self._clock.move_to(turn.begins_ms + at_ms + self._setup.lag_ms - START_MS)
        return self._heard(words)

    def waits(self, ms: int) -> list[Event]:
        """What follows when the coach is heard out and then nothing is said for so long."""
        ends_ms = self._turn.ends_ms if self._turn else 0
        return self._until(max(ends_ms, self._clock.ms) + ms)

    def says_nothing(self) -> list[Event]:
        """What follows when the coach is heard out and nobody answers: the reprompt, and the session closes."""
        events: list[Event] = []
        while self._turn and self._session:
            events += self._until(self._turn.ends_ms + LISTENING_MS)
        return events

    def loses_session(self) -> None:
        """The session is gone and nobody is told, as happens."""
        self._clock.move_to(self._turn.ends_ms if self._turn else 0)
        self._session = self._turn = None

    def _answer_ms(self) -> int:
        """When the runner answers: at once where the microphone has been open long enough."""
        if self._turn is None:
            return self._clock.ms
        return max(self._clock.ms, self._turn.ends_ms + ANSWER_MS)

    def _until(self, moment_ms: int) -> list[Event]:
        """Time passes; reprompts and the end of the session come when they are due."""
        events: list[Event] = []
        while self._turn and self._session and self._turn.ends_ms + LISTENING_MS <= moment_ms:
            self._clock.move_to(self._turn.ends_ms + LISTENING_MS)
            events += self._unanswered(self._turn)
        self._clock.move_to(moment_ms)
        return events

    def _unanswered(self, turn: Turn) -> list[Event]:
        """The microphone closes on silence."""
        reprompt = turn.answer.reprompt
        if turn.is_reprompt or not reprompt:
            return self._end("EXCEEDED_MAX_REPROMPTS")
        now_ms = self._clock.ms
        ends_ms = now_ms + length_ms(reprompt, self.locale)
        self._turn = replace(turn, begins_ms=now_ms, ends_ms=ends_ms, is_reprompt=True)
        return [Prompted(reprompt)]

    def _end(self, reason: str, why: str = "") -> list[Event]:
        """The session ends and the skill is told, though it may say nothing."""
        if self._session:
            self._send(self._session, "SessionEndedRequest", ended(reason, why))
        self._session = self._turn = None
        return [Closed()]

    def _heard(self, words: str) -> list[Event]:
        asked = self._turn.answer.asked if self._turn and self._session else None
        heard = self._setup.hearing.hear(words, asked)
        if heard.is_opening:
            self._session = Session(id=f"amzn1.echo-api.session.{next(self._ids)}")
        if self._session is None:
            return [Alexa(NOT_OPEN)]
        if awake(words) == EXIT:
            return self._end("USER_INITIATED")
        kind, request = spoken(heard, self._setup.hearing.model, self._setup.household)
        return self._asks(self._session, kind, request)

    def _asks(self, session: Session, kind: str, request: Json) -> list[Event]:
        try:
            said = answer(self._send(session, kind, request))
        except UnusableError as error:
            return [Alexa(f"{PROBLEM} ({error})"), *self._end("ERROR", str(error))]
        begins_ms = self._clock.ms + START_MS
        ends_ms = begins_ms + length_ms(said.speech, self.locale)
        self._turn = Turn(answer=said, begins_ms=begins_ms, ends_ms=ends_ms)
        self._session = replace(session, is_new=False, attributes=said.attributes) if said.is_open else None
        return [Said(said.speech)] if said.is_open else [Said(said.speech), Closed()]

    def _send(self, session: Session, kind: str, request: Json) -> bytes:
        stamp = stamped(kind, f"amzn1.echo-api.request.{next(self._ids)}", self._clock())
        body = envelope(self._setup.household, session, stamp | request)
        return self._setup.post(json.dumps(body).encode())
