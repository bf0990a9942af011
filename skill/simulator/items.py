"""What is heard of a reply as items: each uninterrupted run of words and each silence in a part of a step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import assert_never

from skill.coach.cues import Cue, Cues, Mark, Part, Read, Wait
from skill.coach.timeline import length_ms
from skill.coach.voice import Voice
from skill.domain.dose import Hold, Movement, Reps
from skill.domain.dose import Part as Dose
from skill.domain.model import Exercise
from skill.domain.plan import Plan

Section = tuple[Mark, Cues]


class Kind(StrEnum):
    """What an item is part of."""

    OPENING = "opening"
    PLACE = "place"
    SETUP = "setup"
    HOLD = "hold"
    REPS = "reps"
    MOVE = "move"
    REST = "rest"
    SWITCH = "switch"
    EXIT = "exit"
    PROMPT = "prompt"
    ASIDE = "aside"


WORK = frozenset({Kind.HOLD, Kind.REPS, Kind.MOVE})
STEPLESS = frozenset({Part.OPENING, Part.PROMPT, Part.ASIDE})
"""What belongs to no exercise."""


@dataclass(frozen=True, slots=True)
class Item:
    """Words or a silence, `ms` long and `at_ms` after the start; exact where it is a silence."""

    kind: Kind
    exercise: str | None
    side: str | None
    at_ms: int
    ms: int
    exact: bool

    def later(self, ms: int) -> "Item":
        """The same so much later."""
        return replace(self, at_ms=self.at_ms + ms)


def items(voice: Voice, plan: Plan, cues: Cues) -> Iterator[Item]:
    """The items of a reply in order, from 0 ms on. The starting word belongs to what precedes the work."""
    at_ms = 0
    spoken = ((mark, cue) for mark, some in sections(plan, cues) for cue in some)
    for (mark, is_silent), run in groupby(spoken, lambda one: (one[0], isinstance(one[1], Wait))):
        ms = length_ms(voice, (cue for _, cue in run))
        step = None if mark.part in STEPLESS else plan.steps[mark.step]
        exercise, side = (step.exercise.id, step.side.value) if step else (None, None)
        if ms:
            yield Item(kind(plan, mark), exercise, side, at_ms, ms, is_silent)
        at_ms += ms


def sections(plan: Plan, cues: Cues) -> Iterator[Section]:
    """The cues by the mark they stand under, sentences of one part under the same. No mark says TOLD any more."""
    marked = list(by_mark(cues))
    for number, (mark, some) in enumerate(marked, start=1):
        if mark.part is not Part.TOLD:
            is_counted = mark.part in {Part.WORK, Part.REST}
            yield Mark(mark.step, mark.part, mark.index if is_counted else 0), some
        elif number == len(marked):
            yield Mark(mark.step, Part.PROMPT), some
        else:
            yield from instruction(mark.step, plan.steps[mark.step].exercise, some)


def by_mark(cues: Cues) -> Iterator[Section]:
    """The cues after each mark. A starting word may come before the first one; else that is an aside."""
    first = next((cue for cue in cues if isinstance(cue, Mark)), None)
    mark = Mark(first.step, Part.SETUP) if first and first.part is Part.WORK else Mark(0, Part.ASIDE)
    some: list[Cue] = []
    for cue in (*cues, mark):
        if isinstance(cue, Mark):
            yield mark, tuple(some)
            mark, some = cue, []
        else:
            some.append(cue)


def instruction(step: int, exercise: Exercise, cues: Cues) -> Iterator[Section]:
    """One instruction told on its own, as place up to the first sentence of the set-up."""
    cut = next((place for place, cue in enumerate(cues) if is_setup(exercise, cue)), len(cues))
    yield Mark(step, Part.PLACE), cues[:cut]
    yield Mark(step, Part.SETUP), cues[cut:]


def is_setup(exercise: Exercise, cue: Cue) -> bool:
    """Whether a sentence is one of the set-up."""
    words = exercise.wordings
    every: Iterable[str] = (one.text for each in (words.full, words.short, words.shorter) for one in each.setup)
    return isinstance(cue, Read) and cue.text in every


WAYS = {Part.WALK: Kind.OPENING, Part.LEAVING: Kind.EXIT, Part.BACK: Kind.SETUP}
"""Parts that nobody who only listens comes to, but for the walk, by what they are to a runner."""


def kind(plan: Plan, mark: Mark) -> Kind:
    """The kind of what stands under a mark; work is named by its dose."""
    if mark.part is Part.WORK:
        return of_dose(plan.steps[mark.step].doses[mark.index])
    return WAYS.get(mark.part) or Kind[mark.part.name]


def of_dose(dose: Dose) -> Kind:
    """The kind of a part of a dose."""
    match dose:
        case Hold():
            return Kind.HOLD
        case Reps():
            return Kind.REPS
        case Movement():
            return Kind.MOVE
        case _:
            assert_never(dose)
