"""Requests that mean the same wherever the runner is: names to settle, facts, wishes and preferences."""

from collections.abc import Callable

from skill.coach import facts, swaps, timing, wishes
from skill.coach.choosing import LAST
from skill.coach.cues import say
from skill.coach.discomfort import discomfort
from skill.coach.going_back import from_start_of
from skill.coach.moves import skip
from skill.coach.names import resolved, wanted
from skill.coach.opening import describe, how_to
from skill.coach.position import ease_out
from skill.coach.requests import (
    Advise,
    Allow,
    Aside,
    Avoid,
    Describe,
    Discomfort,
    Easier,
    GoTo,
    Harder,
    HowLong,
    HowTo,
    ListExercises,
    Needs,
    NoKit,
    PlanRoutine,
    Source,
    Why,
)
from skill.coach.room import Reply, Room
from skill.coach.state import Asked, Question, State
from skill.coach.turn import answer, at, speak, with_news
from skill.coach.welcome import idle, idle_question, leave_single
from skill.domain.model import Exercise
from skill.domain.values import replace


def reply(room: Room, state: State, request: Aside) -> Reply:  # noqa: C901, PLR0911, PLR0912 -- one line a case
    """The answer to one of these."""
    match request:
        case HowTo(_, side):
            return named(room, state, request, lambda exercise: how_to(room, state, exercise, side))
        case Describe():
            return named(room, state, request, lambda exercise: describe(room, state, exercise))
        case GoTo():
            return go_to(room, state, request)
        case HowLong():
            return fact(room, state, request, lambda exercise: facts.how_long(room, state, exercise))
        case Why():
            return fact(room, state, request, lambda exercise: facts.why(room, exercise))
        case Source():
            return fact(room, state, request, lambda exercise: facts.source(room, state, exercise))
        case Needs():
            return needs(room, state, request)
        case NoKit(kit):
            return swaps.no_kit(room, state, kit) if state.practice else no_kit_idle(room, state)
        case Easier():
            return other_form(room, state, is_easier=True)
        case Harder():
            return other_form(room, state, is_easier=False)
        case Avoid():
            return this(room, state, request, lambda exercise: avoid(room, state, exercise))
        case Allow():
            return bring_back(room, state, request)
        case Advise():
            return wishes.advise(room, state, request)
        case ListExercises():
            return wishes.list_exercises(room, state, request)
        case PlanRoutine():
            return wishes.plan_routine(room, state, request)
        case Discomfort():
            return discomfort(room, state, request)
        case _:
            return timing.reply(room, state, request)


Named = HowTo | Describe | GoTo | HowLong | Why | Source | Needs | Avoid | Allow


def named(room: Room, state: State, request: Named, do: Callable[[Exercise], Reply]) -> Reply:
    """What is done with the exercise that was named, once it is clear which."""
    found = resolved(room.library.exercises, request.exercise)
    return do(found[0]) if len(found) == 1 else wanted(room, state, request)


def this(room: Room, state: State, request: Named, do: Callable[[Exercise], Reply]) -> Reply:
    """What is done with the exercise that was named, or the one under way where none was."""
    exercise = facts.about(room, state) if request.exercise.is_empty else None
    return do(exercise) if exercise else named(room, state, request, do)


def fact(room: Room, state: State, request: Named, known: Callable[[Exercise], facts.Words]) -> Reply:
    """Something about an exercise, this one where none was named."""
    return this(room, state, request, lambda exercise: facts.told(room, state, known(exercise), exercise))


def go_to(room: Room, state: State, request: GoTo) -> Reply:
    """To an exercise of the practice by number or name; one that is not in it is a stretch of its own."""
    if request.number is not None and request.exercise.is_empty:
        return to_number(room, state, request.number) if state.practice else idle(room, state)
    here = [one for one in request.exercise.ids if state.practice and one in state.practice.exercises]
    if len(here) == 1:
        return to_exercise(room, state, room.library.exercises[here[0]])
    return named(room, state, request, lambda exercise: to_exercise(room, state, exercise))


def to_number(room: Room, state: State, number: int) -> Reply:
    """To the exercise with that number; how many there are, where there are not so many."""
    total = at(room, state).plan.total
    if number != LAST and not 1 <= number <= total:
        return answer(room, state, say("no-such-number", total=total))
    return from_start_of(room, state, total if number == LAST else number)


def to_exercise(room: Room, state: State, exercise: Exercise) -> Reply:
    """To an exercise of the practice, else out to it."""
    if state.practice and exercise.id in state.practice.exercises:
        return from_start_of(room, state, state.practice.exercises.index(exercise.id) + 1)
    return how_to(room, state, exercise)


def needs(room: Room, state: State, request: Needs) -> Reply:
    """What is needed for what was named; for the rest of the practice where nothing was."""
    routines = resolved(room.library.routines, request.routine)
    if routines:
        words = facts.routine_needs(room, routines[0])
        offer = Question(Asked.OFFER, routines[0].id)
        if state.practice:
            return answer(room, state, *words)
        return speak(room, state, words, replace(idle_question(room, state), question=offer))
    if request.exercise.is_empty and state.practice:
        return answer(room, state, *facts.rest_needs(at(room, state)))
    return fact(room, state, request, lambda exercise: facts.needs(room, exercise))


def no_kit_idle(room: Room, state: State) -> Reply:
    """Without kit and without a practice: what needs none is offered."""
    return wishes.planned_for(room, state)


def other_form(room: Room, state: State, *, is_easier: bool) -> Reply:
    """The easier or harder form of what is being done."""
    exercise = facts.about(room, state)
    if exercise is None:
        return idle(room, state)
    forms = exercise.easier if is_easier else exercise.harder
    return swaps.other_form(room, state, forms, "no-easier" if is_easier else "no-harder")


def avoid(room: Room, state: State, exercise: Exercise) -> Reply:
    """Never again this one: kept as a preference, and left out of this practice at once."""
    avoided = tuple(dict.fromkeys((*state.preferences.avoided, exercise.id)))
    kept = replace(state, preferences=replace(state.preferences, avoided=avoided))
    words = say("avoided", name=exercise.name)
    if kept.practice is None:
        return speak(room, kept, (words,), idle_question(room, kept))
    talked = facts.about(room, kept)
    if talked is None or talked.id != exercise.id:
        return answer(room, swaps.without(room, kept, exercise.id), words)
    if not kept.practice.is_single:
        return with_news(room, skip(room, kept), words)
    return with_news(room, leave_single(room, kept), *ease_out(at(room, kept)), words)


def bring_back(room: Room, state: State, request: Allow) -> Reply:
    """The exercise named; without a name, the one that was put away last."""
    put_away = [one for one in state.preferences.avoided if one in room.library.exercises]
    if request.exercise.is_empty and put_away:
        return allow(room, state, room.library.exercises[put_away[-1]])
    return named(room, state, request, lambda exercise: allow(room, state, exercise))


def allow(room: Room, state: State, exercise: Exercise) -> Reply:
    """An exercise that was never wanted is welcome again."""
    avoided = tuple(one for one in state.preferences.avoided if one != exercise.id)
    kept = replace(state, preferences=replace(state.preferences, avoided=avoided))
    return facts.told(room, kept, (say("allowed", name=exercise.name),), exercise)
