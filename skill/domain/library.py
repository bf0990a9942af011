"""Everything there is to coach, and look-up by what a runner calls it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from skill.domain.model import Exercise, Kit, Routine, Source, Term, Tip

T = TypeVar("T", Exercise, Routine, Kit)

ChoiceWords = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By slot and id, the ways to say each of a choice: a side, a pace, a sensation."""


def normal(spoken: str) -> str:
    """A spoken name as it is compared: lower case, words a single space apart, apostrophes as typed plainly."""
    plain = spoken.lower().replace("’", "'")
    return " ".join(re.sub(r"[^a-z0-9' ]+", " ", plain).split())


@dataclass(frozen=True, kw_only=True, eq=False)
class Library:
    """All content, by id. Built once by skill.content and never changed; compared by identity."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    kit: Mapping[str, Kit]
    sources: Mapping[str, Source]
    ambiguous: Mapping[str, tuple[str, ...]]
    areas: Mapping[str, Term] = field(default_factory=dict)
    complaints: Mapping[str, Term] = field(default_factory=dict)
    tips: Mapping[str, Tip] = field(default_factory=dict)
    ambiguous_routines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: ChoiceWords = field(default_factory=dict)

    def exercises_called(self, spoken: str) -> tuple[Exercise, ...]:
        """One exercise for a name of its own, several for an ambiguous phrase, none for an unknown one."""
        own = called(self.exercises.values(), spoken)
        if len(own) == 1:
            return own
        return tuple(self.exercises[found] for found in self.ambiguous.get(normal(spoken), ()))

    def routines_called(self, spoken: str) -> tuple[Routine, ...]:
        """One routine for a name of its own, several for an ambiguous phrase, none for an unknown one."""
        own = called(self.routines.values(), spoken)
        if len(own) == 1:
            return own
        return tuple(self.routines[found] for found in self.ambiguous_routines.get(normal(spoken), ()))


def called(things: Iterable[T], spoken: str) -> tuple[T, ...]:
    """Those whose spoken name, else one of whose other names, is exactly this."""
    wanted = normal(spoken)
    candidates = tuple(things)
    by_name = tuple(thing for thing in candidates if normal(thing.name) == wanted)
    return by_name or tuple(thing for thing in candidates if wanted in map(normal, thing.also))
