"""What one turn packs: one instruction or hold, one exercise, or as many exercises as fit."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from skill.coach.cues import Cues, Mark, Part, Read, Wait, say
from skill.coach.desk import Desk
from skill.coach.endings import Ending, after, after_told, to_fetch
from skill.coach.lesson import Lesson
from skill.coach.playhead import Spot
from skill.coach.preferences import Flow
from skill.coach.telling import Telling, lesson, lesson_of, telling
from skill.coach.timeline import length_ms
from skill.coach.voice import Voice
from skill.domain.model import Place
from skill.domain.once import Once
from skill.domain.plan import arrive_s
from skill.domain.values import replace

SPEECH_CHARACTERS = 8_000
RESERVED_CHARACTERS = 1_200
"""Kept free for the prompt, an answer before the work and the markup around it all."""

TURN_CHARACTERS = SPEECH_CHARACTERS - RESERVED_CHARACTERS
"""What the steps of a turn may become. Content with a single step over it is refused, so sets are never cut."""

WALK_MS = 60_000
HALF_WALK_MS = 30_000
SETTLING = frozenset({Part.LEAVING, Part.PLACE, Part.SETUP, Part.TOLD})


class Stretch(Struct, frozen=True):
    """Some of a turn: cues up to the end of the step with that index."""

    cues: Cues
    index: int


def rest_of_turn(on: Desk, *, is_going_on: bool = False) -> tuple[Cues, Ending]:
    """From where the runner is to the end of the turn, and how it ends there."""
    flow = on.state.preferences.flow
    if flow is Flow.STEP_BY_STEP:
        return one_thing(on, is_going_on=is_going_on)
    first = rest_of_exercise(on, is_going_on=is_going_on)
    if flow is Flow.KEEP_GOING and first.index == on.last_index:
        first = packed(on, first)
    return first.cues, after(on, first.index)


def rest_of_exercise(on: Desk, *, is_going_on: bool = False) -> Stretch:
    """From where the runner is to the end of the exercise, cut between sides where it would be too long."""
    return told_from(telling(on, on.step.exercise), on.spot, is_going_on=is_going_on)


@lru_cache(maxsize=1_024)
def told_from(told: Telling, spot: Spot, *, is_going_on: bool) -> Stretch:
    """The same of an exercise that is told so.

    Remembered, as most turns are the same ones for every runner; a spot in the middle of a hold soon makes room.
    """
    return sides_after(told, Stretch(rest_of_step(told, spot, is_going_on=is_going_on), spot.step))


def rest_of_step(told: Telling, spot: Spot, *, is_going_on: bool) -> Cues:
    """From a spot to the end of the step; what leads there is said again where it was broken off."""
    here = lesson_of(told, spot.step)
    match spot.part:
        case Part.WALK:
            return (*walk(spot.into_ms), *here.cues(Spot(spot.step, Part.PLACE)))
        case Part.LEAVING:
            return (*way_from(told, spot), *here.cues(Spot(spot.step, Part.PLACE)))
        case Part.BACK:
            return (*back_into(told, spot), *here.cues(replace(spot, part=Part.WORK)))
        case _:
            return here.cues(spot, is_going_on=is_going_on)


def walk(walked_ms: int) -> Cues:
    """A minute's walk, or what is left of it."""
    left_ms = max(0, WALK_MS - walked_ms)
    if left_ms <= HALF_WALK_MS:
        return (Mark(0, Part.WALK, 0, WALK_MS - left_ms), Wait(left_ms))
    return (Mark(0, Part.WALK, 0, walked_ms), Wait(left_ms - HALF_WALK_MS), say("halfway"), Wait(HALF_WALK_MS))


def way_from(told: Telling, spot: Spot) -> Cues:
    """The way out of the position of the step that is being left."""
    return (Mark(spot.step, Part.LEAVING, spot.index), *lesson_of(told, spot.index).way_out())


def back_into(told: Telling, spot: Spot) -> Cues:
    """The way back into the position."""
    step = told.plan.steps[spot.step]
    side = step.exercise.wordings.short.side(step.side)
    words = say("back-into", name=step.exercise.name)
    wait_s = max(step.exercise.switch_s, arrive_s(None, step.exercise.place))
    wait = Wait(wait_s * 10 * told.ready_percent)
    return (Mark(spot.step, Part.BACK, spot.index, spot.into_ms), words, *((Read(side),) if side else ()), wait)


def sides_after(told: Telling, done: Stretch) -> Stretch:
    """The stretch with what other side its exercise has, if that fits."""
    cues = done.cues
    last = told.plan.last_of(told.plan.steps[done.index].number)
    for index in range(done.index + 1, last + 1):
        following = lesson_of(told, index).cues(Spot(index, Part.SWITCH))
        if characters(told.voice, cues + following) > TURN_CHARACTERS:
            return Stretch(Once(cues + lesson_of(told, index - 1).way_out()), index - 1)
        cues += following
    return Stretch(Once(cues), last)


def packed(on: Desk, first: Stretch) -> Stretch:
    """As many exercises as fit, by preference up to where the place changes; never past one that must be asked about.

    Where all of them fit, all of them.
    """
    kept = [first]
    for following in exercises_after(on, first):
        longer = Stretch(kept[-1].cues + following.cues, following.index)
        if not fits(on, longer.cues):
            return best_cut(on, kept)
        kept.append(longer)
    return kept[-1]


def exercises_after(on: Desk, first: Stretch) -> Iterator[Stretch]:
    """The exercises that may follow by themselves, each with the way to it."""
    later = replace(on, is_elsewhere=False, is_full=False).tipped()
    index = first.index
    while index + 1 < len(on.plan.steps) and follows_by_itself(later, index + 1):
        place = on.plan.steps[index].exercise.place
        following = begun_from(telling(later, on.plan.steps[index + 1].exercise), index + 1, place)
        yield following
        index = following.index


@lru_cache(maxsize=1_024)
def begun_from(told: Telling, index: int, place: Place) -> Stretch:
    """An exercise from its first step, told so to a runner who comes from a place. Remembered like the first."""
    begun = lesson_of(told, index, from_place=place).cues(Spot(index, Part.PLACE))
    return sides_after(told, Stretch(begun, index))


def follows_by_itself(on: Desk, index: int) -> bool:
    """Whether an exercise needs no word of the runner: nothing to fetch, nothing to agree to."""
    step = on.plan.steps[index]
    return step.is_first_side and not step.ask_first and not to_fetch(on, step)


def fits(on: Desk, cues: Cues) -> bool:
    """Whether a turn of these is short enough in time and in characters."""
    whole = on.lead + cues
    is_short = length_ms(on.room.voice, whole) <= on.room.turn_budget_s * 1000
    return is_short and characters(on.room.voice, whole) <= TURN_CHARACTERS


def best_cut(on: Desk, kept: list[Stretch]) -> Stretch:
    """The longest stretch that ends where the place changes, if it is half as long as what would fit."""
    changing = [one for one in kept if is_place_change(on, one.index)]
    best = changing[-1] if changing else kept[-1]
    half_ms = length_ms(on.room.voice, kept[-1].cues) / 2
    return best if length_ms(on.room.voice, best.cues) >= half_ms else kept[-1]


def is_place_change(on: Desk, index: int) -> bool:
    """Whether the step after this one is somewhere else."""
    steps = on.plan.steps
    return steps[index].exercise.place is not steps[index + 1].exercise.place


def one_thing(on: Desk, *, is_going_on: bool) -> tuple[Cues, Ending]:
    """One instruction, or one side's work with the way to it, whichever is next."""
    if on.spot.part in SETTLING:
        number = instruction_at(on, on.spot)
        cues = lesson(on, on.spot.step).instructions()[number]
        out = way_from(telling(on, on.step.exercise), on.spot) if on.spot.part is Part.LEAVING else ()
        return (*out, Mark(on.spot.step, Part.TOLD, number), *cues), after_told(on, number)
    cues = rest_of_step(telling(on, on.step.exercise), on.spot, is_going_on=is_going_on)
    out = () if on.step.is_last_side else lesson(on, on.spot.step).way_out()
    return cues + out, after(on, on.spot.step)


def instruction_at(on: Desk, spot: Spot) -> int:
    """The number of the instruction at a spot before the work."""
    here = lesson(on, spot.step)
    last = len(here.instructions()) - 1
    return min(spot.index if spot.part is Part.TOLD else here.instruction_of(spot), last)


def characters(voice: Voice, cues: Cues) -> int:
    """Characters the cues become, markup included."""
    return sum(voice.characters(cue) for cue in cues)


def whole(on: Desk) -> Cues:
    """The whole plan without a word from the runner, walks between places included."""
    return tuple(cue for one in lessons(on) for cue in taught(one))


def lessons(on: Desk) -> Iterator[Lesson]:
    """The lessons of the whole plan in order, each from where the one before ends."""
    place = None
    for index, step in enumerate(on.plan.steps):
        yield lesson(on if index else on.elsewhere(), index, from_place=place)
        on = on.tipped()
        place = step.exercise.place


def taught(one: Lesson) -> Cues:
    """A whole lesson: from its place, or from changing sides."""
    return one.cues(Spot(one.index, Part.PLACE if one.step.is_first_side else Part.SWITCH))


@lru_cache(maxsize=4_096)
def taught_ms(one: Lesson) -> int:
    """How long a whole lesson takes; remembered, as planning asks for the same ones again and again."""
    return length_ms(one.voice, taught(one))


def length_s(on: Desk) -> float:
    """Honest length of the plan in seconds for this runner: words, waits and work, no time to answer."""
    return sum(map(taught_ms, lessons(on))) / 1000
