"""What a runner can mean about time and how it is kept. All other requests are in skill.coach.requests."""

from dataclasses import dataclass

from skill.coach.plain import Plain
from skill.coach.preferences import Detail, Flow, Pace


class TimeLeft(Plain):
    """How long is left of this side; at a prompt, of the practice."""


class WhereAmI(Plain):
    """Which exercise, side and number this is."""


class WhatsNext(Plain):
    """What comes after this."""


class NotReady(Plain):
    """More time to get into position."""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """A longer hold on this side only."""

    duration_s: int | None = None


@dataclass(frozen=True, slots=True)
class SetHold:
    """Holds of so many seconds from now on."""

    duration_s: int | None = None


@dataclass(frozen=True, slots=True)
class SetPace:
    """Speak and count slower or faster from now on."""

    pace: Pace | None = None


@dataclass(frozen=True, slots=True)
class SetFlow:
    """How much a turn holds from now on."""

    flow: Flow | None = None


@dataclass(frozen=True, slots=True)
class SetDetail:
    """How much is explained from now on."""

    detail: Detail | None = None


class Settings(Plain):
    """Hear what is set."""


class ResetSettings(Plain):
    """Back to how everything came."""


Timing = (
    TimeLeft | WhereAmI | WhatsNext | NotReady | MoreTime | SetHold | SetPace | SetFlow | SetDetail | Settings
    | ResetSettings
)  # fmt: skip
"""What is about time and how it is kept."""
