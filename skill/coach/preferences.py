"""What a runner sets by voice and the coach keeps: hold length, pace, detail, flow, what to leave out."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Flow(StrEnum):
    """How much one turn holds."""

    STEP_BY_STEP = "step-by-step"
    WAIT_FOR_ME = "wait-for-me"
    KEEP_GOING = "keep-going"


class Pace(StrEnum):
    """How fast the coach speaks and counts, and how long it leaves to get ready."""

    SLOWER = "slower"
    NORMAL = "normal"
    FASTER = "faster"

    __hash__ = str.__hash__  # as of parts: see skill.coach.cues


class Detail(StrEnum):
    """How much is explained, whatever the count of meetings says."""

    FULL = "full"
    TIMING = "timing"


class Speed(Struct, frozen=True):
    """What a pace changes, each in percent: the speech rate, the time a rep takes, the time to get into place."""

    rate_percent: int = 100
    tempo_percent: int = 100
    ready_percent: int = 100


SPEEDS: Mapping[Pace, Speed] = {
    Pace.SLOWER: Speed(85, 125, 125),
    Pace.NORMAL: Speed(),
    Pace.FASTER: Speed(115, 80, 80),
}


class Preferences(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the runner has set, kept for good. `hold_s` of None leaves holds to the routine and the exercise."""

    hold_s: int | None = None
    pace: Pace = Pace.NORMAL
    detail: Detail | None = None
    flow: Flow = Flow.WAIT_FOR_ME
    avoided: tuple[str, ...] = ()

    @property
    def speed(self) -> Speed:
        """What the pace changes."""
        return SPEEDS[self.pace]
