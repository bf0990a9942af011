"""Where the runner is and how much is left, in one sentence; a hold goes on meanwhile."""

import math

from skill.coach.beats import SECOND_MS, reps_over, work_ms
from skill.coach.cues import Part, Say, say
from skill.coach.desk import Desk, tail
from skill.coach.endings import counted
from skill.coach.flow import length_s
from skill.coach.opening import minutes
from skill.coach.pausing import ROUND_S, kept_s
from skill.coach.room import Reply, Room
from skill.coach.state import IN_PLACE, State
from skill.coach.turn import answer, at, held_until_now_ms
from skill.coach.welcome import nothing_to
from skill.domain.dose import Reps
from skill.domain.model import Side
from skill.domain.plan import Step

LONGEST_S = 300
NEARLY_BELOW_MS = 8_000


def time_left(room: Room, state: State) -> Reply:
    """On "how long left": of this side while it is worked, else of the whole practice."""
    if state.practice is None:
        return nothing_to(room, state)
    on = at(room, state)
    words = of_side(on) if on.spot.part in {Part.WORK, Part.BACK} else of_practice(on)
    return answer(room, state, *((words,) if is_true(on, words) else ()))


def is_true(on: Desk, words: Say) -> bool:
    """Whether something is still left when the sentence ends; else the ending word is answer enough."""
    held_ms = None if on.state.is_paused else held_until_now_ms(on)
    return held_ms is None or held_ms + on.room.voice.ms(words) <= work_ms(on.dose)


def of_side(on: Desk) -> Say:
    """What remains of the work when the sentence ends, or of what a pause has kept."""
    dose = on.dose
    if isinstance(dose, Reps):
        return say("reps-left", count=dose.count - reps_over(dose, on.spot.into_ms))
    if on.state.is_paused or on.spot.part is Part.BACK:
        return say("time-left", seconds=kept_s(on))
    left_ms = work_ms(dose) - (held_until_now_ms(on) or 0)
    words = [say("time-left", seconds=seconds) for seconds in range(ROUND_S, LONGEST_S + 1, ROUND_S)]
    off_ms = [abs(n * ROUND_S * SECOND_MS + on.room.voice.ms(one) - left_ms) for n, one in enumerate(words, start=1)]
    nearest = words[off_ms.index(min(off_ms))]
    return say("nearly") if left_ms - on.room.voice.ms(nearest) < NEARLY_BELOW_MS else nearest


def of_practice(on: Desk) -> Say:
    """As in "Three stretches left, about five minutes", the one under way among them."""
    index = first_to_come(on)
    if index == len(on.plan.steps):
        return say("nearly")
    rest = tail(on, index)
    half_minutes = max(1, math.ceil(length_s(rest) / 30))
    exercises = {step.exercise.id: step.exercise for step in rest.plan.steps}
    return say("practice-left", count=counted(tuple(exercises.values())), length=minutes(half_minutes))


def first_to_come(on: Desk) -> int:
    """The index of the first step that is not over."""
    return on.spot.step + 1 if on.spot.part in {Part.PROMPT, Part.EXIT} else on.spot.step


def where(room: Room, state: State) -> Reply:
    """On "which leg is this": the exercise, its side, its number; in reps the number of the next one."""
    if state.practice is None:
        return nothing_to(room, state)
    on = at(room, state)
    return answer(room, state, here(on))


def here(on: Desk) -> Say:
    """As in "Calf stretch, right side, one of four"."""
    step = on.plan.steps[min(first_to_come(on), on.last_index)]
    name = named(step)
    if first_to_come(on) > on.last_index:
        return say("here-done", number=step.number, total=on.plan.total)
    if on.spot.part is Part.WORK and isinstance(on.dose, Reps):
        rep = reps_over(on.dose, on.spot.into_ms) + 1
        return say("here-rep", name=name, number=rep, total=on.dose.count)
    if on.plan.total == 1:
        return say("here-alone", name=name)
    return say("here", name=name, number=step.number, total=on.plan.total)


def named(step: Step) -> Say | str:
    """The exercise, with its side where it has one."""
    if step.side is Side.BOTH:
        return step.exercise.name
    return say("name-side", name=step.exercise.name, side=say("side", side=step.side.value))


def whats_next(room: Room, state: State) -> Reply:
    """On "what comes next": the other side, the next exercise with its place, or that this is the last."""
    if state.practice is None:
        return nothing_to(room, state)
    on = at(room, state)
    return answer(room, state, *((following(on),) if on.spot.part in IN_PLACE else ()))


def following(on: Desk) -> Say:
    """What comes after the step under way."""
    if not on.step.is_last_side:
        return say("then-side", side=say("side", side=on.plan.steps[on.spot.step + 1].side.value))
    if on.step.number == on.plan.total:
        return say("then-nothing")
    step = on.plan.steps[on.last_index + 1]
    return say("then", name=step.exercise.name, place=say("place", place=step.exercise.place.value))
