"""Every thing a runner can mean: one frozen value each, and their union. Nothing here knows Alexa's names."""

from dataclasses import dataclass

from skill.domain.model import Side


@dataclass(frozen=True, slots=True)
class Name:
    """What filled a slot: the ids it was resolved to (several: unclear; none: unknown) and the words heard."""

    ids: tuple[str, ...] = ()
    heard: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not self.ids and not self.heard.strip()


@dataclass(frozen=True, slots=True)
class Launch:
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


@dataclass(frozen=True, slots=True)
class ListRoutines:
    """Hear what routines there are."""


@dataclass(frozen=True, slots=True)
class More:
    """Go on with a list."""


@dataclass(frozen=True, slots=True)
class Next:
    """Move on."""


@dataclass(frozen=True, slots=True)
class Ready:
    """In position; or a yes to whatever waits."""


@dataclass(frozen=True, slots=True)
class Done:
    """This work is finished."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave this exercise out."""


@dataclass(frozen=True, slots=True)
class Previous:
    """Go back."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Say that again."""


@dataclass(frozen=True, slots=True)
class Again:
    """Do the whole exercise again."""


@dataclass(frozen=True, slots=True)
class OtherSide:
    """Work the other side, or the side named."""

    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait for me."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Carry on."""


@dataclass(frozen=True, slots=True)
class StartOver:
    """From the first exercise."""


@dataclass(frozen=True, slots=True)
class Yes:
    """Agreement."""


@dataclass(frozen=True, slots=True)
class No:
    """Refusal."""


@dataclass(frozen=True, slots=True)
class Help:
    """What can be said here."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop, cancel or home: leave, the place kept."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Words nobody understood."""


Request = (
    Launch
    | StartRoutine
    | HowTo
    | Describe
    | ListRoutines
    | More
    | Next
    | Ready
    | Done
    | Skip
    | Previous
    | Repeat
    | Again
    | OtherSide
    | Pause
    | Resume
    | StartOver
    | Yes
    | No
    | Help
    | Stop
    | Lost
)
