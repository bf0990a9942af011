"""Every thing a runner can mean: one frozen value each, and their union. Nothing here knows Alexa's names.

What is about time is in skill.coach.time_requests.
"""

from msgspec import Struct

from skill.coach.sensations import Sensation
from skill.coach.time_requests import Timing
from skill.domain.model import Side


class Name(Struct, frozen=True):
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


class Launch(Struct, frozen=True):
    """The skill was opened without saying what for."""


class StartRoutine(Struct, frozen=True):
    """Begin a routine."""

    routine: Name


class HowTo(Struct, frozen=True):
    """Be coached through one exercise, with timing."""

    exercise: Name
    side: Side | None = None


class Describe(Struct, frozen=True):
    """Hear how an exercise goes, without timing."""

    exercise: Name


class ListRoutines(Struct, frozen=True):
    """Hear what routines there are."""


class More(Struct, frozen=True):
    """Go on with a list."""


class Next(Struct, frozen=True):
    """Move on."""


class Ready(Struct, frozen=True):
    """In position; or a yes to whatever waits."""


class Done(Struct, frozen=True):
    """This work is finished."""


class Skip(Struct, frozen=True):
    """Leave this exercise out."""


class Previous(Struct, frozen=True):
    """Go back."""


class Repeat(Struct, frozen=True):
    """Say that again."""


class Again(Struct, frozen=True):
    """Do the whole exercise again."""


class OtherSide(Struct, frozen=True):
    """Work the other side, or the side named."""

    side: Side | None = None


class Pause(Struct, frozen=True):
    """Wait for me."""


class Resume(Struct, frozen=True):
    """Carry on."""


class StartOver(Struct, frozen=True):
    """From the first exercise."""


class Yes(Struct, frozen=True):
    """Agreement."""


class No(Struct, frozen=True):
    """Refusal."""


class Help(Struct, frozen=True):
    """What can be said here."""


class Stop(Struct, frozen=True):
    """Stop, cancel or home: leave, the place kept."""


class GoTo(Struct, frozen=True):
    """Jump to an exercise of this practice, by name or by number from one; -1 is the last. Also picks from a list."""

    exercise: Name = Name()
    number: int | None = None


class HowLong(Struct, frozen=True):
    """The dose of an exercise and its range."""

    exercise: Name = Name()


class ListExercises(Struct, frozen=True):
    """Hear what exercises there are for an area, a complaint or a kit."""

    area: Name = Name()
    complaint: Name = Name()
    kit: Name = Name()


class Why(Struct, frozen=True):
    """What an exercise is for."""

    exercise: Name = Name()


class Source(Struct, frozen=True):
    """Where an exercise comes from, and what was chosen here."""

    exercise: Name = Name()


class Needs(Struct, frozen=True):
    """What an exercise or a routine needs; with neither, the rest of the practice."""

    exercise: Name = Name()
    routine: Name = Name()


class NoKit(Struct, frozen=True):
    """The runner does not have a kit; without a name, the one just asked for."""

    kit: Name = Name()


class Easier(Struct, frozen=True):
    """The easier form of this exercise."""


class Harder(Struct, frozen=True):
    """The harder form of this exercise."""


class Avoid(Struct, frozen=True):
    """Never again this exercise."""

    exercise: Name = Name()


class Allow(Struct, frozen=True):
    """Bring this exercise back."""

    exercise: Name = Name()


class Advise(Struct, frozen=True):
    """A tip, on a topic or any."""

    topic: Name = Name()


class PlanRoutine(Struct, frozen=True):
    """A practice made for the minutes, area, complaint and kit that are named."""

    duration_s: int | None = None
    area: Name = Name()
    complaint: Name = Name()
    kit: Name = Name()


class Discomfort(Struct, frozen=True):
    """Something hurts or feels wrong; without a sensation it counts as pain."""

    sensation: Sensation | None = None
    area: Name = Name()


class Lost(Struct, frozen=True):
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
