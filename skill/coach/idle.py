"""Outside a practice: new, idle, and just finished."""

from skill.coach import asides
from skill.coach.cues import say
from skill.coach.endings import prompt
from skill.coach.going_back import again, from_the_top
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
from skill.coach.state import Asked, Practice, Question, State
from skill.coach.turn import close, speak
from skill.coach.welcome import carry_on, idle, launch, nothing_to, offered, stop
from skill.domain.values import replace


def reply(room: Room, state: State, request: Request) -> Reply:  # noqa: C901, PLR0911, PLR0912 -- one line a case
    """The answer to a request while nothing is being practised."""
    match request:
        case Launch():
            return launch(room, state)
        case StartRoutine(name):
            routines = resolved(room.library.routines, name)
            return start_routine(room, state, routines[0]) if len(routines) == 1 else wanted(room, state, request)
        case ListRoutines():
            return list_routines(room, state)
        case Next() | Ready():
            return carry_on(room, state) if state.aside and not state.aside.is_declined else idle(room, state)
        case Resume():
            return carry_on(room, state) if state.aside else nothing_to(room, state)
        case Again() | Previous() | Repeat() | OtherSide() | StartOver() if state.finished:
            return once_more(room, state, state.finished, request)
        case Done():
            return close(room, state, say("bye"))
        case Pause() | Skip() | OtherSide() | Previous() | Again() | StartOver():
            return nothing_to(room, state)
        case Yes() | No() | More() | Repeat():
            return idle(room, state)
        case Help():
            return prompted(room, state, "help-idle")
        case Stop():
            return stop(room, state)
        case Lost():
            return prompted(room, state, "lost-idle" if state.lost % 2 else "lost-idle-again")
        case _:
            return asides.reply(room, state, request)


def prompted(room: Room, state: State, key: str) -> Reply:
    """A prompt that leads back to the idle question."""
    question = Question(Asked.OFFER, offered(room, state).id)
    return speak(room, state, (), prompt(say(key), say("idle-again"), question=question))


def once_more(room: Room, state: State, finished: Practice, request: Request) -> Reply:
    """Back into the practice that has just finished: its last exercise, or from the top."""
    back = replace(state, practice=finished, finished=None)
    if isinstance(request, StartOver):
        return from_the_top(room, back)
    return again(room, back)
