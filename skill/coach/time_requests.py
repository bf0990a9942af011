"""What a runner can mean about time and how it is kept. All other requests are in skill.coach.requests."""

from msgspec import Struct

from skill.coach.preferences import Detail, Flow, Pace


class TimeLeft(Struct, frozen=True):
    """How long is left of this side; at a prompt, of the practice."""


class WhereAmI(Struct, frozen=True):
    """Which exercise, side and number this is."""


class WhatsNext(Struct, frozen=True):
    """What comes after this."""


class NotReady(Struct, frozen=True):
    """More time to get into position."""


class MoreTime(Struct, frozen=True):
    """A longer hold on this side only."""

    duration_s: int | None = None


class SetHold(Struct, frozen=True):
    """Holds of so many seconds from now on."""

    duration_s: int | None = None


class SetPace(Struct, frozen=True):
    """Speak and count slower or faster from now on."""

    pace: Pace | None = None


class SetFlow(Struct, frozen=True):
    """How much a turn holds from now on."""

    flow: Flow | None = None


class SetDetail(Struct, frozen=True):
    """How much is explained from now on."""

    detail: Detail | None = None


class Settings(Struct, frozen=True):
    """Hear what is set."""


class ResetSettings(Struct, frozen=True):
    """Back to how everything came."""


Timing = (
    TimeLeft | WhereAmI | WhatsNext | NotReady | MoreTime | SetHold | SetPace | SetFlow | SetDetail | Settings
    | ResetSettings
)  # fmt: skip
"""What is about time and how it is kept."""
