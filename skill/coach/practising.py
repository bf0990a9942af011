"""In the middle of a practice: every request and what it does there."""

from skill.coach import asides, going_back, moves, pausing, sides
from skill.coach.asked import ask_switch
from skill.coach.cues import Part, say
from skill.coach.endings import prompt
from skill.coach.names import resolved, wanted
from skill.coach.opening import list_routines, start_routine
from skill.coach.requests import (
    Again,
    Done,
    Help,
    Launch,
    ListRoutines,
    Lost,
    More,
    Next,
    No,
    OtherSide,
    Pause,
    Previous,
    Ready,
    Repeat,
    Request,
    Resume,
    Skip,
    StartOver,
    StartRoutine,
    Stop,
    Yes,
)
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, State
from skill.coach.turn import answer, aside, at, speak
from skill.coach.welcome import OFFERED_MS, carry_on, launch, stop


def reply(room: Room, state: State, request: Request) -> Reply:  # noqa: C901, PLR0911, PLR0912 -- one line a case
    """The answer to a request while practising."""
    match request:
        case Launch():
            return launch(room, state)
        case StartRoutine():
            return another_routine(room, state, request)
        case ListRoutines():
            return list_routines(room, state)
        case Next():
            return moves.go_on(room, state)
        case Ready():
            return moves.ready(room, state)
        case Done():
            return moves.done(room, state)
        case Skip():
            return moves.skip(room, state)
        case Previous():
            return going_back.previous(room, state)
        case Repeat():
            return going_back.repeat(room, state)
        case Again():
            return going_back.again(room, state)
        case OtherSide(side):
            return sides.other_side(room, state, side)
        case Pause():
            return pausing.pause(room, state)
        case Resume() | Yes() | More():
            return agreed(room, state)
        case StartOver():
            return going_back.start_over(room, state)
        case No():
            return refused(room, state)
        case Help():
            return answer(room, state, say("help-practising"))
        case Stop():
            return stop(room, state)
        case Lost():
            return answer(room, state, say(lost_key(state)))
        case _:
            return asides.reply(room, state, request)


def another_routine(room: Room, state: State, request: StartRoutine) -> Reply:
    """Another routine is asked about first, unless this practice has not begun or is done, or is one exercise."""
    found = resolved(room.library.routines, request.routine)
    if len(found) != 1:
        return wanted(room, state, request)
    on = at(room, state)
    is_single = on.practice.is_single and state.aside is None
    is_old = room.now_ms - on.practice.touched_ms > OFFERED_MS
    if on.spot.part in BEFORE_ALL or is_single or is_old or on.is_over:
        return start_routine(room, state, found[0], is_detour=on.practice.is_single and state.aside is not None)
    if found[0].id == on.practice.routine:
        return going_back.ask_start_over(room, state)
    return ask_switch(room, state, found[0])


def agreed(room: Room, state: State) -> Reply:
    """On "Carry on": past a prompt, or the turn goes on as it was."""
    if moves.is_busy(room, state):
        return answer(room, state, say("keep-going"))
    return carry_on(room, state)


def refused(room: Room, state: State) -> Reply:
    """On "no" with nothing asked: how to wait, and how to leave."""
    if moves.is_busy(room, state):
        return answer(room, state, say("pause-or-stop"))
    key = "ready-or-stop" if at(room, state).spot.part is Part.OPENING else "pause-or-stop"
    return speak(room, state, aside(()), prompt(say(key), say(f"{key}-again")))


def lost_key(state: State) -> str:
    """Words for what was not understood, short in a hold, never the same twice running."""
    return "lost-practising" if state.lost % 2 else "lost-practising-again"
