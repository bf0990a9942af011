"""Every thing a runner can mean: one frozen value each, and their union. Nothing here knows Alexa's names.

What is about time is in skill.coach.time_requests.
"""

from dataclasses import dataclass

from skill.coach.plain import Plain
from skill.coach.sensations import Sensation
from skill.coach.time_requests import Timing
from skill.domain.model import Side


@dataclass(frozen=True, slots=True)
class Name:
    """What filled a slot: the ids it was resolved to (several: unclear; none: unknown) and the words heard.

    `near` holds the nearest ids to words that are unknown, at most two.
    """

    ids: tuple[str, ...] = ()
    heard: str = ""
    near: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not self.ids and not self.heard.strip()


class Launch(Plain):
    """The skill was opened without saying what for."""


@dataclass(frozen=True, slots=True)
class StartRoutine:
    """Begin a routine."""

    routine: Name


@dataclass(frozen=True, slots=True)
class HowTo:
    """Be coached through one exercise, with timing."""

    exercise: Name
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Describe:
    """Hear how an exercise goes, without timing."""

    exercise: Name


class ListRoutines(Plain):
    """Hear what routines there are."""


class More(Plain):
    """Go on with a list."""


class Next(Plain):
    """Move on."""


class Ready(Plain):
    """In position; or a yes to whatever waits."""


class Done(Plain):
    """This work is finished."""


class Skip(Plain):
    """Leave this exercise out."""


class Previous(Plain):
    """Go back."""


class Repeat(Plain):
    """Say that again."""


class Again(Plain):
    """Do the whole exercise again."""


@dataclass(frozen=True, slots=True)
class OtherSide:
    """Work the other side, or the side named."""

    side: Side | None = None


class Pause(Plain):
    """Wait for me."""


class Resume(Plain):
    """Carry on."""


class StartOver(Plain):
    """From the first exercise."""


class Yes(Plain):
    """Agreement."""


class No(Plain):
    """Refusal."""


class Help(Plain):
    """What can be said here."""


class Stop(Plain):
    """Stop, cancel or home: leave, the place kept."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """Jump to an exercise of this practice, by name or by number from one; -1 is the last. Also picks from a list."""

    exercise: Name = Name()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class HowLong:
    """The dose of an exercise and its range."""

    exercise: Name = Name()


@dataclass(frozen=True, slots=True)
class ListExercises:
    """Hear what exercises there are for an area, a complaint or a kit."""

    area: Name = Name()
    complaint: Name = Name()
    kit: Name = Name()


@dataclass(frozen=True, slots=True)
class Why:
    """What an exercise is for."""

    exercise: Name = Name()


@dataclass(frozen=True, slots=True)
class Source:
    """Where an exercise comes from, and what was chosen here."""

    exercise: Name = Name()


@dataclass(frozen=True, slots=True)
class Needs:
    """What an exercise or a routine needs; with neither, the rest of the practice."""

    exercise: Name = Name()
    routine: Name = Name()


@dataclass(frozen=True, slots=True)
class NoKit:
    """The runner does not have a kit; without a name, the one just asked for."""

    kit: Name = Name()


class Easier(Plain):
    """The easier form of this exercise."""


class Harder(Plain):
    """The harder form of this exercise."""


@dataclass(frozen=True, slots=True)
class Avoid:
    """Never again this exercise."""

    exercise: Name = Name()


@dataclass(frozen=True, slots=True)
class Allow:
    """Bring this exercise back."""

    exercise: Name = Name()


@dataclass(frozen=True, slots=True)
class Advise:
    """A tip, on a topic or any."""

    topic: Name = Name()


@dataclass(frozen=True, slots=True)
class PlanRoutine:
    """A practice made for the minutes, area, complaint and kit that are named."""

    duration_s: int | None = None
    area: Name = Name()
    complaint: Name = Name()
    kit: Name = Name()


@dataclass(frozen=True, slots=True)
class Discomfort:
    """Something hurts or feels wrong; without a sensation it counts as pain."""

    sensation: Sensation | None = None
    area: Name = Name()


class Lost(Plain):
    """Words nobody understood."""


Aside = (
    HowTo | Describe | GoTo | HowLong | Why | Source | Needs | NoKit | Easier | Harder | Avoid | Allow | Advise
    | ListExercises | PlanRoutine | Discomfort | Timing
)  # fmt: skip
"""What means the same wherever the runner is."""


Request = (
    Launch | StartRoutine | ListRoutines | More | Next | Ready | Done | Skip | Previous | Repeat | Again | OtherSide
    | Pause | Resume | StartOver | Yes | No | Help | Stop | Lost | Aside
)  # fmt: skip
