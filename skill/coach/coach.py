"""The coach: one request and the state it finds, to the reply. A pure function; read it from top to bottom."""

from collections.abc import Mapping
from typing import assert_never

from skill.coach import asked, idle, paused, practising
from skill.coach.arrival import CHANGED, arrive
from skill.coach.choosing import AGREEING, picked
from skill.coach.cues import say
from skill.coach.moves import finish, is_busy
from skill.coach.requests import Done, Lost, More, Next, No, NoKit, Repeat, Request, Resume, StartOver
from skill.coach.room import Reply, Room
from skill.coach.state import LISTS, Asked, Question, Situation, State, situation
from skill.coach.swaps import not_that_either
from skill.coach.turn import answer, close, with_news
from skill.domain.values import replace

LOST_AT_MOST = 3
NOT_A_YES: Mapping[Asked, tuple[type[Request], ...]] = {
    Asked.SWITCH: (Resume,),
    Asked.START_OVER: (Resume,),
    Asked.WHICH: (Next,),
    Asked.PAIN: (Resume, Next),
    Asked.TIGHT: (Next,),
}
"""What agrees elsewhere, and to these questions does not: going on is no yes to something else."""

CHOICES = LISTS | {Asked.WHICH}


def reply(room: Room, state: State, request: Request) -> Reply:
    """What the coach answers, and the state after it."""
    room = room.tuned(state.preferences)
    found = arrive(room, state)
    said, question = found.answer, found.question
    if said or question or found.lost or isinstance(request, Lost):
        lost = lost_in_a_row(room, found) if isinstance(request, Lost) else 0
        found = replace(found, answer=(), question=None, lost=lost)
    if CHANGED in found.told:
        forgotten = replace(found, told=found.told - {CHANGED})
        return with_news(room, answered(room, forgotten, request, question), say("changed"))
    if isinstance(request, Repeat) and said:
        return answer(room, found, *said)
    return answered(room, found, request, question)


def leave(room: Room, state: State) -> State:
    """The state of a runner whose session ended, where Alexa tells so at once: the place is then known exactly."""
    found = arrive(room, state)
    is_left = found.practice is not None and is_busy(room, found)
    return replace(
        found, turn=found.turn + 1, question=None, near=(), asking_ms=0, is_paused=found.is_paused or is_left
    )


def lost_in_a_row(room: Room, state: State) -> int:
    """How often in a row nothing was understood; in work it does not add up, only takes turns below zero."""
    if situation(state) is Situation.PRACTISING and is_busy(room, state):
        return -2 if state.lost == -1 else -1
    return max(state.lost, 0) + 1


def answered(  # noqa: C901, PLR0911, PLR0912 -- one line a case
    room: Room, state: State, request: Request, question: Question | None
) -> Reply:
    """The answer to the open question, where the request is one; else that of the situation."""
    if isinstance(request, Lost) and state.lost >= LOST_AT_MOST:
        return gives_up(room, state)
    if question is None:
        return in_situation(room, state, request)
    choice = picked(room, question, request) if question.asked in CHOICES else None
    if choice is not None:
        return in_situation(room, state, choice)
    if agrees(room, state, request, question):
        return asked.yes(room, state, question)
    match request:
        case NoKit(kit) if question.asked is Asked.SUBSTITUTE:
            return not_that_either(room, state, question, kit)
        case No() if question.asked not in LISTS or state.practice is None:
            return asked.no(room, state, question)
        case Done() if question.asked is Asked.OPTIONAL:
            return asked.no(room, state, question)
        case Done() if question.asked in {Asked.PAIN, Asked.TIGHT} and state.practice:
            return finish(room, state)
        case Resume() if question.asked in {Asked.SWITCH, Asked.START_OVER}:
            return asked.no(room, state, question)
        case Repeat():
            return asked.again(room, state, question)
        case Lost():
            return asked.again(room, state, question, say("sorry" if state.lost % 2 else "sorry-again"))
        case StartOver() if question.asked is Asked.CARRY_ON and state.practice:
            return asked.start_again(room, state)
        case _:
            return in_situation(room, state, request)


def agrees(room: Room, state: State, request: Request, question: Question) -> bool:
    """Whether a request is a yes to the question. A list goes on with "more"; what waits wins over what is offered."""
    if isinstance(request, NOT_A_YES.get(question.asked, ())):
        return False
    match question.asked, request:
        case Asked.LIST | Asked.LIST_EXERCISES, _:
            return isinstance(request, More) or (isinstance(request, AGREEING) and state.practice is None)
        case Asked.OFFER, Resume():
            return state.aside is None
        case Asked.CARRY_ON, Next():
            return state.practice is None or not is_busy(room, state)
        case _:
            return isinstance(request, AGREEING)


def gives_up(room: Room, state: State) -> Reply:
    """Not understood three times in a row, outside work: ends politely."""
    if state.practice:
        return close(room, replace(state, is_paused=True), say("give-up-kept"))
    return close(room, state, say("give-up"))


def in_situation(room: Room, state: State, request: Request) -> Reply:
    """The answer of the situation the runner is in."""
    match situation(state):
        case Situation.PRACTISING:
            return practising.reply(room, state, request)
        case Situation.PAUSED:
            return paused.reply(room, state, request)
        case Situation.NEW | Situation.IDLE | Situation.FINISHED:
            return idle.reply(room, state, request)
        case never:
            assert_never(never)
