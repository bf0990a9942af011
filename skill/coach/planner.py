"""Minutes and wishes into a plan: never longer than asked, standing before sitting before the floor."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import cache, partial
from random import Random

from msgspec import Struct

from skill.coach.desk import desk
from skill.coach.flow import length_s
from skill.coach.room import Room
from skill.coach.state import Practice, State
from skill.domain.library import Library
from skill.domain.model import Exercise, Kind, Place
from skill.domain.values import replace

DAY_MS = 24 * 60 * 60 * 1000
ORDER = (Place.STANDING, Place.WALL, Place.STEP, Place.SEATED, Place.KNEELING, Place.FLOOR)
SLACK = 0.85
STRETCHES = frozenset({Kind.STATIC, Kind.RELEASE})
TRIES = 60
"""Orders of the library tried, first strict then mixed; most wishes are filled in the first ten."""


Measure = Callable[[tuple[str, ...]], float]
"""Honest seconds of exercises in that order."""


class Wishes(Struct, frozen=True, kw_only=True):
    """What the runner asked for: seconds, areas, complaints and kit by id. Kit that is not named is not used."""

    duration_s: int
    areas: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    kit: tuple[str, ...] = ()


def plan(room: Room, state: State, wishes: Wishes) -> tuple[str, ...]:
    """Ids of exercises that fill the time as well as the library can; none where even the shortest is too long.

    What was asked for comes first; where that does not fill the time, other exercises do. The same wish on the
    same day gives the same plan, on another day another.
    """
    usable = [e for e in room.library.exercises.values() if is_usable(e, state, wishes)]
    chance = Random(f"{room.now_ms // DAY_MS} {wishes}")  # noqa: S311 -- variety, not a secret
    best: tuple[str, ...] = ()
    best_s = 0.0
    if not any(is_wished(exercise, wishes) for exercise in usable):
        return ()
    measured = cache(partial(length_of, room, state))
    for attempt in range(3 * TRIES):
        order = shuffled(usable, wishes, chance, Care(attempt // TRIES))
        chosen, seconds = filled(room.library, wishes, order, measured)
        if seconds > best_s and any(is_wished(room.library.exercises[one], wishes) for one in chosen):
            best, best_s = chosen, seconds
        if best_s >= SLACK * wishes.duration_s or len(best) == len(usable):
            break
    return best


def is_usable(exercise: Exercise, state: State, wishes: Wishes) -> bool:
    """Whether the runner wants it at all, and has what it needs."""
    if exercise.id in state.preferences.avoided:
        return False
    return all(need.is_optional or need.kit in {*wishes.kit, *AT_HAND} for need in exercise.kit)


AT_HAND = frozenset({"wall", "chair", "floor", "hand"})


def is_wished(exercise: Exercise, wishes: Wishes) -> bool:
    """Whether it is for an area or complaint that was named; where none was, uses the kit; else everything is."""
    if wishes.areas or wishes.complaints:
        return bool({*wishes.areas, *wishes.complaints} & {*exercise.areas, *exercise.complaints})
    return not wishes.kit or bool({*wishes.kit} & {need.kit for need in exercise.kit})


def closeness(exercise: Exercise, wishes: Wishes) -> int:
    """How far down its own areas an exercise names one that is asked for; 0 is what it is for most."""
    asked = {*wishes.areas, *wishes.complaints}
    return min((n for n, one in enumerate((*exercise.areas, *exercise.complaints)) if one in asked), default=0)


class Care(IntEnum):
    """How closely a plan keeps to what was asked for; each is tried where the one before does not fill the time."""

    STRETCHES_ONLY = 0
    WISHED_FIRST = 1
    ONE_WISHED = 2


def shuffled(usable: Iterable[Exercise], wishes: Wishes, chance: Random, care: Care) -> list[Exercise]:
    """The exercises in the order they are taken. Who names an area wants it stretched or rolled rather than worked."""
    mixed = sorted(usable, key=lambda _: chance.random())
    wished = [exercise for exercise in mixed if is_wished(exercise, wishes)]
    stretches = [exercise for exercise in wished if exercise.kind in STRETCHES]
    first = sorted(stretches, key=lambda exercise: closeness(exercise, wishes))
    if care is Care.STRETCHES_ONLY:
        return first
    others = [exercise for exercise in wished if exercise.kind not in STRETCHES]
    kept = [*first, *others] if care is Care.WISHED_FIRST else wished[:1]
    return [*kept, *(exercise for exercise in mixed if exercise not in kept)]


def filled(
    library: Library, wishes: Wishes, taken: Sequence[Exercise], measured: Measure
) -> tuple[tuple[str, ...], float]:
    """Each exercise in turn, kept where the plan with it still fits the time; ids in the order of places, seconds."""
    chosen: tuple[str, ...] = ()
    seconds = 0.0
    for exercise in taken:
        longer = in_order(library, (*chosen, exercise.id))
        longer_s = measured(longer)
        if longer_s <= wishes.duration_s:
            chosen, seconds = longer, longer_s
        if seconds >= SLACK * wishes.duration_s:
            break
    return chosen, seconds


def in_order(library: Library, ids: Iterable[str]) -> tuple[str, ...]:
    """Standing first, then sitting, then the floor; what belongs together stays as it was taken."""
    return tuple(sorted(ids, key=lambda one: ORDER.index(library.exercises[one].place)))


def length_of(room: Room, state: State, ids: tuple[str, ...]) -> float:
    """Honest seconds of such a plan for this runner."""
    practice = Practice(exercises=ids)
    return length_s(desk(room, replace(state, practice=practice), practice))


def shortest(room: Room, state: State, wishes: Wishes) -> tuple[tuple[str, ...], float]:
    """The one exercise that takes the least time, for wishes that nothing fits; none where nothing is for them."""
    every = [e for e in room.library.exercises.values() if is_usable(e, state, wishes) and is_wished(e, wishes)]
    lengths = [(length_of(room, state, (e.id,)), (e.id,)) for e in every]
    seconds, ids = min(lengths, default=(0.0, ()))
    return ids, seconds
