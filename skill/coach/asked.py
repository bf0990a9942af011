"""Yes and no to an open question. Either closes it and leads back below."""

from typing import assert_never

from skill.coach import discomfort, swaps, wishes
from skill.coach.choosing import SEPARATOR, options
from skill.coach.cues import Say, say
from skill.coach.endings import Ending, flow_offer, prompt
from skill.coach.going_back import from_the_top, start_over_asked
from skill.coach.moves import finish, is_busy, leave_out, next_exercise
from skill.coach.names import which_again
from skill.coach.opening import how_to, list_routines, set_aside, start_routine
from skill.coach.pausing import resume
from skill.coach.position import ease_out
from skill.coach.preferences import Flow
from skill.coach.room import Reply, Room
from skill.coach.state import Asked, Question, State
from skill.coach.turn import aside, at, close, speak, standing
from skill.coach.welcome import carry_on, idle_question, walk_again
from skill.domain.model import Routine
from skill.domain.values import replace


def ask_switch(room: Room, state: State, routine: Routine) -> Reply:
    """Another routine is wanted in the middle of a practice: asked once."""
    return speak(room, state, aside(ease_out(at(room, state))), asking(room, state, Question(Asked.SWITCH, routine.id)))


def again(room: Room, state: State, question: Question, *before: Say) -> Reply:
    """The question once more, and still open."""
    return speak(room, state, aside(before), asking(room, state, question))


def asking(room: Room, state: State, question: Question) -> Ending:  # noqa: C901, PLR0911, PLR0912 -- one line a case
    """The words of a question."""
    match question.asked:
        case Asked.OFFER:
            return idle_question(room, state)
        case Asked.SWITCH:
            name = at(room, state).step.exercise.name
            words = say("switch", name=name, routine=room.library.routines[question.about].name)
            return prompt(words, say("switch-again"), question=question)
        case Asked.COACH:
            return prompt(say("shall-we"), say("shall-we-again"), question=question)
        case Asked.CARRY_ON:
            return prompt(say("carry-on"), say("carry-on-again"), question=question)
        case Asked.WARM_AGAIN:
            return walk_again()
        case Asked.START_OVER:
            return start_over_asked()
        case Asked.OPTIONAL:
            return standing(at(room, state))
        case Asked.LIST | Asked.LIST_EXERCISES:
            return prompt(say("or-more"), say("or-more-again"), question=question)
        case Asked.WHICH:
            return which_again(room, question, options(room, question)[1])
        case Asked.SUBSTITUTE:
            return swaps.way_asked(at(room, state), question)
        case Asked.REPLACE:
            return swaps.form_asked(at(room, state), question)
        case Asked.PLAN:
            return wishes.plan_asked(room, state, ids_of(question))
        case Asked.KEEP_GOING:
            return flow_offer()
        case Asked.PAIN:
            return discomfort.pain_asked(question)
        case Asked.TIGHT:
            return discomfort.tight_asked(areas_of(question))
        case _:
            assert_never(question.asked)


def yes(room: Room, state: State, question: Question) -> Reply:  # noqa: C901, PLR0911, PLR0912 -- one line a case
    """What was asked about is done."""
    match question.asked:
        case Asked.OFFER | Asked.SWITCH:
            routine = room.library.routines[question.about]
            return start_routine(room, state, routine, is_detour=question.asked is Asked.SWITCH)
        case Asked.COACH:
            return how_to(room, state, room.library.exercises[question.about])
        case Asked.CARRY_ON | Asked.WARM_AGAIN:
            return carry_on(room, state, is_warm=question.asked is Asked.WARM_AGAIN)
        case Asked.START_OVER:
            return from_the_top(room, state)
        case Asked.OPTIONAL:
            return next_exercise(room, state)
        case Asked.LIST:
            return list_routines(room, state, question.offset)
        case Asked.LIST_EXERCISES:
            return wishes.exercises_from(room, state, question)
        case Asked.WHICH:
            return again(room, state, question)
        case Asked.SUBSTITUTE:
            return swaps.way_taken(room, state, question)
        case Asked.REPLACE:
            return swaps.form_taken(room, state, question)
        case Asked.PLAN:
            return wishes.start_plan(room, state, ids_of(question))
        case Asked.KEEP_GOING:
            return close(room, keeping_going(state), say("flow-next-time"))
        case Asked.PAIN:
            return discomfort.pain_yes(room, state, question)
        case Asked.TIGHT:
            return discomfort.tight_yes(room, state, areas_of(question))
        case _:
            assert_never(question.asked)


def no(room: Room, state: State, question: Question) -> Reply:  # noqa: C901, PLR0911 -- one line a case
    """What was asked about is left; the runner is where the question found them."""
    match question.asked:
        case Asked.CARRY_ON:
            return declined(room, state)
        case Asked.OPTIONAL:
            return finish(room, leave_out(state, at(room, state).step.number + 1))
        case Asked.WARM_AGAIN:
            return again(room, state, question, say("ready-or-stop"))
        case Asked.SUBSTITUTE:
            return swaps.way_refused(room, state, question)
        case Asked.KEEP_GOING:
            return close(room, state, say("flow-as-before"))
        case Asked.PAIN:
            return discomfort.pain_no(room, state, question)
        case Asked.TIGHT:
            return discomfort.tight_no(room, state)
        case _ if state.practice:
            return back(room, state)
        case _:
            return name_one(room, state)


def ids_of(question: Question) -> tuple[str, ...]:
    """The exercises of a plan that is asked about."""
    return tuple(question.about.split(SEPARATOR))


def areas_of(question: Question) -> tuple[str, ...]:
    """The areas a question is about, if any."""
    return tuple(one for one in question.about.split(SEPARATOR) if one)


def keeping_going(state: State) -> State:
    """The state of a runner for whom exercises follow each other by themselves from now on."""
    return replace(state, preferences=replace(state.preferences, flow=Flow.KEEP_GOING))


def back(room: Room, state: State) -> Reply:
    """To where a question found the runner: the prompt again, or into the position."""
    if is_busy(room, state):
        return resume(room, state)
    going = replace(state, is_paused=False)
    return speak(room, going, aside(()), standing(at(room, going)))


def declined(room: Room, state: State) -> Reply:
    """No to carrying on: what waits is kept, for when it is asked for."""
    left = set_aside(state)
    kept = replace(left, is_declined=True) if left else None
    left_alone = replace(state, practice=None, aside=kept, is_paused=False)
    return speak(room, left_alone, (), prompt(say("kept-aside"), say("name-another-again")))


def start_again(room: Room, state: State) -> Reply:
    """What was left unfinished from its very beginning, walk and all."""
    practice = state.under_way
    if practice.routine:
        return start_routine(room, state, room.library.routines[practice.routine])
    return how_to(room, state, room.library.exercises[practice.exercises[0]])


def name_one(room: Room, state: State) -> Reply:
    """Nothing offered was wanted: the runner names something."""
    return speak(room, state, (), prompt(say("name-one"), say("name-another-again")))
