"""Side questions about an exercise: what it is for, where it comes from, how long, what it needs. In one breath."""

from skill.coach.cues import Part, Say, say
from skill.coach.desk import Desk
from skill.coach.endings import fetched, kit_names, prompt
from skill.coach.opening import needed, places, said_dose, said_sets
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, Asked, Question, State
from skill.coach.turn import answer, at, speak
from skill.domain.dose import Part as Dose
from skill.domain.dose import Reps
from skill.domain.model import Exercise, Routine

CHOICES = 2
Words = tuple[Say, ...]


def told(room: Room, state: State, words: tuple[Say, ...], exercise: Exercise) -> Reply:
    """The answer, and back to where the runner was; outside a practice the exercise is offered."""
    if state.practice is not None:
        is_held = at(room, state).spot.part is Part.WORK and not state.is_paused
        return answer(room, state, *(words[:1] if is_held else words))
    offer = prompt(say("shall-we"), say("shall-we-again"), question=Question(Asked.COACH, exercise.id))
    return speak(room, state, words, offer)


def talked_of(on: Desk) -> Exercise:
    """The exercise being done; at a prompt the one that was just named."""
    is_named = on.spot.part is Part.PROMPT and on.step.is_last_side and on.step.number < on.plan.total
    return on.plan.steps[on.spot.step + 1].exercise if is_named else on.step.exercise


def why(room: Room, exercise: Exercise) -> tuple[Say, ...]:
    """What it does, in careful words, and what runners often use it for."""
    complaints = tuple(room.library.complaints[one].name for one in exercise.complaints)
    often = (say("often-used", complaints=complaints),) if complaints else ()
    return (say("plain", text=exercise.benefit), *often)


def source(room: Room, state: State, exercise: Exercise) -> tuple[Say, ...]:
    """The articles it comes from, by author or site, and what they left open: one choice only in a practice."""
    choices = 1 if state.practice else CHOICES
    spoken = tuple(room.library.sources[one].spoken for one in exercise.sources)
    chosen = tuple(say("ours", what=choice.what) for choice in exercise.chosen_by_us[:choices])
    return (say("comes-from", name=exercise.name, sources=spoken), *chosen)


def how_long(room: Room, state: State, exercise: Exercise) -> tuple[Say, ...]:
    """The dose, that of the practice where it is in it, side by side, and what may be set."""
    steps = at(room, state).plan.steps if state.practice else ()
    own = next((step.mode for step in steps if step.exercise.id == exercise.id), exercise.mode(None))
    parts = own.parts
    doses = tuple(words for part in parts for words in (*leading(part), said_dose(part)))
    return (*doses, *said_sets(own), say("sides", sides=exercise.sides.value), *said_range(parts[0]))


def leading(part: Dose) -> tuple[Say, ...]:
    """What leads over to a part of the dose."""
    return (say("plain", text=part.lead),) if part.lead else ()


def said_range(part: Dose) -> tuple[Say, ...]:
    """As in "Anything from twenty to sixty seconds is fine", where there is a range."""
    key, allowed = ("range-count", part.range) if isinstance(part, Reps) else ("range-seconds", part.range_s)
    return (say(key, low=allowed.low, high=allowed.high),) if allowed.low < allowed.high else ()


def needs(room: Room, exercise: Exercise) -> tuple[Say, ...]:
    """Places and kit of an exercise, and what will do instead."""
    things = (*places(room.library, (exercise,)), *kit_names(room.library, (exercise,)))
    if not things:
        return (say("needs-nothing"),)
    ways = [way.kit for need in exercise.kit for way in need.substitutes if way.kit]
    instead = (say("will-do", kit=room.library.kit[ways[0]].name),) if ways else ()
    return (say("needs", things=tuple(dict.fromkeys(things))), *instead)


def routine_needs(room: Room, routine: Routine) -> tuple[Say, ...]:
    """Places and kit of a routine."""
    exercises = tuple(room.library.exercises[entry.exercise] for entry in routine.entries)
    things = needed(room.library, exercises)
    return (say("needs", things=things) if things else say("needs-nothing"),)


def rest_needs(on: Desk) -> tuple[Say, ...]:
    """What the exercises still to come need, or what stands in for it where the runner has said to lack it."""
    first = on.step.number if on.spot.part in BEFORE_ALL else on.step.number + 1
    later = tuple(step.exercise for step in on.plan.steps if step.number >= first and step.is_first_side)
    equipment = (kit for exercise in later for kit in fetched(on, exercise))
    things = tuple(dict.fromkeys((*places(on.room.library, later), *equipment)))
    return (say("rest-needs", things=things) if things else say("rest-needs-nothing"),)


def about(room: Room, state: State) -> Exercise | None:
    """The exercise a question without a name is about."""
    return talked_of(at(room, state)) if state.practice else None
