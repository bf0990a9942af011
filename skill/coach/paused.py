"""While paused: a few requests mean something of their own; the rest act as in practice and so end the pause."""

from skill.coach import practising
from skill.coach.cues import say
from skill.coach.requests import Help, Lost, More, No, Pause, Ready, Request, Resume, Yes
from skill.coach.room import Reply, Room
from skill.coach.state import State
from skill.coach.turn import answer
from skill.coach.welcome import carry_on


def reply(room: Room, state: State, request: Request) -> Reply:
    """The answer to a request while paused."""
    match request:
        case Resume() | Ready() | Yes() | More():
            return carry_on(room, state)
        case Pause():
            return answer(room, state, say("still-paused"))
        case No():
            return answer(room, state, say("take-your-time"))
        case Help():
            return answer(room, state, say("help-paused"))
        case Lost():
            return answer(room, state, say("lost-paused" if state.lost % 2 else "lost-paused-again"))
        case _:
            return practising.reply(room, state, request)
