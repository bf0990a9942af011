"""What the coach does, one value each: say, read, count, wait; marks tell which part of a step begins."""

from enum import StrEnum
from functools import lru_cache
from typing import Union

from msgspec import Struct

from skill.coach.prompts import PROMPTS
from skill.domain.once import Once

One = Union[str, int, "Say"]
Arg = Union[str, int, "Say", tuple[One, ...]]


class Part(StrEnum):
    """The parts of a turn, in the order they are heard; the value is what a saved timeline holds."""

    OPENING = "o"
    WALK = "k"
    PLACE = "p"
    SETUP = "s"
    LEAVING = "l"
    TOLD = "i"
    BACK = "b"
    WORK = "w"
    REST = "r"
    SWITCH = "c"
    EXIT = "e"
    PROMPT = "n"
    ASIDE = "a"

    __hash__ = str.__hash__  # that of enums is written in Python, and parts are looked up in sets all the time


class Say(Struct, frozen=True):
    """A prompt of content/prompts by its key. Arguments may be prompts themselves, or tuples read as a list."""

    key: str
    args: tuple[tuple[str, Arg], ...] = ()

    def __post_init__(self) -> None:
        wanted = PROMPTS.get(self.key)
        if wanted is None or {name for name, _ in self.args} != set(wanted):
            raise ValueError(f"prompt {self.key} takes {wanted}, not {[name for name, _ in self.args]}")


class Read(Struct, frozen=True):
    """A sentence of content, read as it stands."""

    text: str


class Count(Struct, frozen=True):
    """A number spoken on a beat."""

    number: int


class Wait(Struct, frozen=True):
    """Silence of exactly so many milliseconds."""

    ms: int


class Mark(Struct, frozen=True):
    """From here on: this part of this step, `from_ms` into it.

    `index` counts sentences in place and set-up, and the parts of the dose, set after set, in work.
    """

    step: int
    part: Part
    index: int = 0
    from_ms: int = 0


Spoken = Say | Read | Count
Cue = Spoken | Wait | Mark
Cues = tuple[Cue, ...]


@lru_cache(maxsize=1_024)
def joined(first: Cues, then: Cues) -> Cues:
    """Cues one after the other; the same object for the same ones."""
    return Once(first + then)


@lru_cache(maxsize=4_096)
def say(key: str, **args: Arg) -> Say:
    """A prompt with its arguments by name. Remembered, as the same ones are said again and again."""
    return Say(key, tuple(args.items()))
