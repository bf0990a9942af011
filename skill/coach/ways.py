"""What stands in for missing kit: other kit, another way of doing it, an exercise with the same aim, or leaving it."""

from msgspec import Struct

from skill.coach.cues import Cues, Say, say
from skill.coach.desk import Desk
from skill.coach.endings import fetched, kit_used
from skill.coach.facts import talked_of
from skill.domain.library import Library
from skill.domain.model import Exercise, KitNeed, Substitute

SKIP = "skip"


class Lack(Struct, frozen=True):
    """A kit that an exercise of the plan, by its number, needs and the runner does not have."""

    number: int
    exercise: Exercise
    need: KitNeed


def lacking(on: Desk, kit: str | None) -> Lack | None:
    """Where the kit is needed first, from the exercise talked of on; without a name, the kit that one needs."""
    talked = talked_of(on)
    is_to_do = not on.is_done or talked.id != on.step.exercise.id
    found = (
        Lack(step.number, step.exercise, need)
        for step in on.plan.steps
        if step.is_first_side and (step.number > on.step.number or (step.exercise.id == talked.id and is_to_do))
        for need in step.exercise.kit
        if is_meant(on, need, kit)
    )
    return next(found, None)


def is_meant(on: Desk, need: KitNeed, kit: str | None) -> bool:
    """Whether a need is for that kit, or it can stand in for what is missing; without a name, for any equipment."""
    used = kit_used(need, on.practice.missing)
    if kit is None:
        return used is not None and not need.is_optional and not on.room.library.kit[used].is_at_hand
    substitutes = {way.kit for way in need.substitutes} if need.kit in on.practice.missing else set[str | None]()
    return kit in {need.kit, *substitutes}


def ways(on: Desk, lack: Lack) -> tuple[Substitute, ...]:
    """What can be done instead, best first: other kit, another way, an exercise that needs nothing. Then leaving it."""
    given = [way for way in lack.need.substitutes if is_open(on, way)]
    other = alternative(on, lack.exercise)
    return (*given, *((Substitute(exercise=other.id),) if other else ()), Substitute(how=SKIP))


def way_at(on: Desk, lack: Lack, index: int) -> Substitute:
    """The way with that index; the last one, leaving it, where there are fewer by now."""
    found = ways(on, lack)
    return found[min(index, len(found) - 1)]


def is_open(on: Desk, way: Substitute) -> bool:
    """Whether a way can be taken: its kit is not missing too; its exercise is welcome, new here and can be done."""
    if way.exercise is None:
        return way.kit not in on.practice.missing
    if way.exercise in {*on.practice.exercises, *on.state.preferences.avoided}:
        return False
    needs = on.room.library.exercises[way.exercise].kit
    return all(kit_used(need, on.practice.missing) or stand_in(need) for need in needs if not need.is_optional)


def stand_in(need: KitNeed) -> str | None:
    """How to do without a kit at all, where there is a way."""
    return next((way.how for way in need.substitutes if way.how and not way.kit), None)


def alternative(on: Desk, exercise: Exercise) -> Exercise | None:
    """The exercise with the same aim that needs no equipment and is not in the practice; the closest one."""
    library, taken = on.room.library, {*on.practice.exercises, *on.state.preferences.avoided}
    free = [e for e in library.exercises.values() if e.id not in taken and not needs_equipment(library, e)]
    common = {e.id: len({*e.areas} & {*exercise.areas}) for e in free}
    best = max(free, key=lambda e: (common[e.id], e.place is exercise.place, e.id), default=None)
    return best if best and common[best.id] else None


def needs_equipment(library: Library, exercise: Exercise) -> bool:
    """Whether it cannot be done with what is in every house."""
    return any(not need.is_optional and not library.kit[need.kit].is_at_hand for need in exercise.kit)


def way_words(on: Desk, lack: Lack, way: Substitute) -> Say:
    """A way in words."""
    library = on.room.library
    if way.kit and not is_said_how(library, way):
        return say("use-kit", kit=library.kit[way.kit].name)
    if way.exercise:
        other = library.exercises[way.exercise]
        kit = fetched(on, other)
        if kit:
            return say("use-exercise-with", name=lack.exercise.name, other=other.name, kit=kit)
        return say("use-exercise", name=lack.exercise.name, other=other.name)
    if way.how == SKIP:
        return say("use-skip", name=lack.exercise.name)
    return say("use-how", how=way.how or "")


def is_said_how(library: Library, way: Substitute) -> bool:
    """Whether the question itself says how: a place at hand is nothing to use without that."""
    return way.how is not None and (way.kit is None or library.kit[way.kit].is_at_hand)


def without_kit(on: Desk, exercise: Exercise) -> Cues:
    """How to do an exercise without the kit it needs and that is missing."""
    lacked = [need for need in exercise.kit if not kit_used(need, on.practice.missing)]
    return tuple(say("plain", text=how) for need in lacked if (how := stand_in(need)))
