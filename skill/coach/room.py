"""What a turn is given besides the state, and what it gives back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from skill.coach.cues import Cues
from skill.coach.state import State
from skill.coach.timeline import Timeline
from skill.coach.voice import Voice
from skill.domain.library import Library

Pick = Callable[[Sequence[str]], str]
"""Chooses one of several; chance is passed in."""


@dataclass(frozen=True, kw_only=True)
class Room:
    """The library, the voice, the clock at this turn and the lag of an interruption, both in ms."""

    library: Library
    voice: Voice
    now_ms: int
    lag_ms: int
    pick: Pick
    is_new_session: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The next state, what is said, and the reprompt; a reply without a reprompt ends the session.

    `elicit` names the slot that the next words should fill.
    """

    state: State
    cues: Cues
    timeline: Timeline
    reprompt: Cues = ()
    elicit: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the microphone opens afterwards."""
        return bool(self.reprompt)
