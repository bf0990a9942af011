"""A routine laid out for this runner today: which exercise, which side, which dose, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from skill.domain.dose import Hold, Mode, Part, Reps, longer
from skill.domain.library import Library
from skill.domain.model import Entry, Exercise, Place, Side, Sides
from skill.domain.values import replace

SAME_SPOT_S = 4
ARRIVE_S = {
    Place.SEATED: 8,
    Place.STEP: 8,
    Place.WALL: 8,
    Place.STANDING: 4,
    Place.KNEELING: 12,
    Place.FLOOR: 12,
}
UP_FROM_FLOOR_S = 15
LOW = (Place.FLOOR, Place.KNEELING)


class Extra(NamedTuple):
    """More of one part of a dose on one side: seconds of a hold or movement, or reps."""

    step: int
    part: int
    more: int


class Step(Struct, frozen=True, kw_only=True):
    """One exercise on one side, with the dose that applies today; `doses` holds its parts, set after set."""

    exercise: Exercise
    mode: Mode
    side: Side
    number: int
    is_first_side: bool
    is_last_side: bool
    doses: tuple[Part, ...]
    ask_first: str | None = None


@dataclass(frozen=True, eq=False)  # no slots: `bounds` is kept
class Plan:
    """The steps of a practice. `routine` is the id it came from; None for an exercise asked for by name.

    Compared by identity, as much is remembered by it: `skill.coach.desk` has the same one for the same practice.
    """

    routine: str | None
    steps: tuple[Step, ...]

    @property
    def total(self) -> int:
        """How many exercises there are, sides not counted."""
        return self.steps[-1].number

    def first_of(self, number: int) -> int:
        """Index of the first step of the exercise with that number, counted from one."""
        return self.bounds[number][0]

    def last_of(self, number: int) -> int:
        """Index of the last step of the exercise with that number."""
        return self.bounds[number][1]

    @cached_property
    def bounds(self) -> Mapping[int, tuple[int, int]]:
        """Indices of the first and the last step of each exercise, by its number."""
        found: dict[int, tuple[int, int]] = {}
        for index, step in enumerate(self.steps):
            first, _ = found.get(step.number, (index, index))
            found[step.number] = (first, index)
        return found

    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises in order, each once."""
        return tuple(step.exercise for step in self.steps if step.is_first_side)


class Selection(Struct, frozen=True, kw_only=True):
    """What a plan is made from. `left_first` holds the numbers of exercises whose sides are swapped.

    `tempo_percent` is how long a rep takes, 100 being its own time.
    """

    exercises: tuple[str, ...]
    routine: str | None = None
    left_first: frozenset[int] = frozenset()
    hold_s: int | None = None
    tempo_percent: int = 100
    extra: Extra | None = None


def lay_out(library: Library, chosen: Selection) -> Plan:
    """Steps for the exercises chosen. Unknown ids raise KeyError.

    What was asked for on this side wins over the runner's hold, that over the routine, that over the exercise.
    """
    steps = [
        step
        for number, entry in enumerate(entries_of(library, chosen), start=1)
        for step in steps_of(library.exercises[entry.exercise], entry, number=number, chosen=chosen)
    ]
    return Plan(chosen.routine, tuple(with_extra(steps, chosen.extra)))


def with_extra(steps: list[Step], extra: Extra | None) -> list[Step]:
    """The steps, one of them with a longer part where more was asked for."""
    if extra is None or extra.step >= len(steps):
        return steps
    step = steps[extra.step]
    doses = tuple(longer(part, extra.more) if n == extra.part else part for n, part in enumerate(step.doses))
    return [*steps[: extra.step], replace(step, doses=doses), *steps[extra.step + 1 :]]


def entries_of(library: Library, chosen: Selection) -> tuple[Entry, ...]:
    """The routine's own entry for each exercise chosen, a plain one where the routine has none."""
    routine = library.routines.get(chosen.routine) if chosen.routine else None
    own = {entry.exercise: entry for entry in routine.entries} if routine else {}
    return tuple(own.get(exercise, Entry(exercise=exercise)) for exercise in chosen.exercises)


def steps_of(exercise: Exercise, entry: Entry, *, number: int, chosen: Selection) -> tuple[Step, ...]:
    """The steps of one exercise: two where each side is worked on its own, else one."""
    sides = sides_of(exercise, is_left_first=number in chosen.left_first)
    mode = paced(dosed(exercise.mode(entry.mode), chosen.hold_s or entry.hold_s), chosen.tempo_percent)
    placed = replace(exercise, place=entry.place) if entry.place else exercise
    return tuple(
        Step(
            exercise=placed,
            mode=mode,
            side=side,
            number=number,
            is_first_side=side is sides[0],
            is_last_side=side is sides[-1],
            doses=mode.parts * mode.sets,
            ask_first=entry.ask_first if side is sides[0] else None,
        )
        for side in sides
    )


def sides_of(exercise: Exercise, *, is_left_first: bool) -> tuple[Side, ...]:
    """Right then left unless turned round; one step where both sides work together or in turn."""
    if exercise.sides is not Sides.EACH:
        return (Side.BOTH,)
    return (Side.LEFT, Side.RIGHT) if is_left_first else (Side.RIGHT, Side.LEFT)


def dosed(mode: Mode, hold_s: int | None) -> Mode:
    """The mode with its holds set to `hold_s`, each kept inside its own range."""
    if hold_s is None:
        return mode
    return replace(mode, parts=tuple(with_hold(part, hold_s) for part in mode.parts))


def paced(mode: Mode, tempo_percent: int) -> Mode:
    """The mode with its reps at that tempo."""
    parts = (replace(part, tempo_percent=tempo_percent) if isinstance(part, Reps) else part for part in mode.parts)
    return replace(mode, parts=tuple(parts))


def with_hold(part: Part, hold_s: int) -> Part:
    """A hold of that many seconds, clamped; other parts as they are."""
    return replace(part, hold_s=part.range_s.clamp(hold_s)) if isinstance(part, Hold) else part


def arrive_s(before: Place | None, now: Place) -> int:
    """Seconds to get from one place to the next; None is somewhere else in the house."""
    if before is now:
        return SAME_SPOT_S
    if before in LOW and now not in LOW:
        return UP_FROM_FLOOR_S
    return ARRIVE_S[now]
