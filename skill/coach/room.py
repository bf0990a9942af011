"""What a turn is given besides the state, and what it gives back."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from skill.coach.cues import Cues
from skill.coach.preferences import Preferences
from skill.coach.state import State
from skill.coach.timeline import Timeline
from skill.coach.voice import AtRate, Voice
from skill.domain.library import Library
from skill.domain.values import replace

TURN_BUDGET_S = 480
OWN_RATE_PERCENT = 100

Pick = Callable[[Sequence[str]], str]
"""Chooses one of several; chance is passed in."""


class Room(Struct, frozen=True, kw_only=True):
    """The library, the voice, the clock at this turn and the lag of an interruption, both in ms.

    `turn_budget_s` is how long a turn may be where one exercise follows another by itself.
    """

    library: Library
    voice: Voice
    now_ms: int
    lag_ms: int
    pick: Pick
    is_new_session: bool = False
    turn_budget_s: int = TURN_BUDGET_S

    def tuned(self, kept: Preferences) -> "Room":
        """The room with its voice at the runner's pace."""
        own = self.voice.voice if isinstance(self.voice, AtRate) else self.voice
        rate_percent = kept.speed.rate_percent
        tuned = own if rate_percent == OWN_RATE_PERCENT else AtRate(own, rate_percent)
        return self if tuned is self.voice else replace(self, voice=tuned)


class Reply(Struct, frozen=True, kw_only=True):
    """The next state, what is said, and the reprompt; a reply without a reprompt ends the session.

    `elicit` names the slot that the next words should fill. `rate_percent` is the speech rate.
    """

    state: State
    cues: Cues
    timeline: Timeline
    rate_percent: int = OWN_RATE_PERCENT
    reprompt: Cues = ()
    elicit: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the microphone opens afterwards."""
        return bool(self.reprompt)
