"""Pause and the way back: out of the position, a minute of waiting, into it again with the rest of the work."""

from skill.coach.beats import SECOND_MS, work_ms
from skill.coach.cues import Cue, Cues, Part, Wait, say
from skill.coach.desk import Desk
from skill.coach.endings import prompt
from skill.coach.flow import back_into
from skill.coach.moves import go_on, is_recent
from skill.coach.playhead import Spot
from skill.coach.position import ease_out
from skill.coach.room import Reply, Room
from skill.coach.state import State
from skill.coach.telling import telling
from skill.coach.turn import ELSEWHERE, aside, at, brought_out, moved, speak, teach
from skill.domain.dose import Hold, Movement, Reps
from skill.domain.dose import Part as Dose
from skill.domain.values import replace

RESUME_LEFT_MS = 10_000
STILL_MS = 15_000
STILL_TIMES = 4
ROUND_S = 5


def pause(room: Room, state: State) -> Reply:
    """Out of the position, and a minute of waiting inside the reply, so that one word brings the runner back."""
    on = at(room, state)
    words = (*paused_words(on), *still_paused())
    paused = replace(brought_out(room, state), is_paused=True)
    return speak(room, paused, aside(words), prompt(say("say-resume"), say("say-resume-again")))


def paused_words(on: Desk) -> Cues:
    """As in "Ease out. Paused, twenty seconds left", the seconds only of a hold."""
    if on.spot.part is not Part.WORK or not isinstance(on.dose, Hold):
        return (*ease_out(on), say("paused"))
    return (*ease_out(on), say("paused-left", seconds=kept_s(on)))


def kept_s(on: Desk) -> int:
    """Seconds of the work that a pause keeps, up to the next five."""
    kept_ms = work_ms(on.dose) - min(on.spot.into_ms, latest_ms(on.dose))
    return -(-kept_ms // (ROUND_S * SECOND_MS)) * ROUND_S


def latest_ms(dose: Dose) -> int:
    """The latest point of a part of the dose to go on from: ten seconds of a hold are left, or all of it.

    A count goes on from its next number, and letters from the one that was under way.
    """
    is_counted = isinstance(dose, Reps) or (isinstance(dose, Movement) and dose.stations)
    return work_ms(dose) if is_counted else max(0, work_ms(dose) - RESUME_LEFT_MS)


def still_paused() -> Cues:
    """A minute of silence, broken every quarter."""
    cues: list[Cue] = [Wait(STILL_MS)]
    for _ in range(STILL_TIMES - 1):
        cues += [say("still-paused"), Wait(STILL_MS)]
    return tuple(cues)


def resume(room: Room, state: State) -> Reply:
    """Back to where the runner was: into the position, then the rest of the hold. After long, the whole step."""
    on = at(room, state)
    if on.spot.part in {Part.OPENING, Part.PROMPT} or (on.spot.part is Part.TOLD and not state.is_paused):
        return go_on(room, replace(state, is_paused=False))
    back = (say("back-to", name=on.step.exercise.name),)
    if on.spot.part is Part.EXIT:
        return teach(room, moved(state, on.spot), back)
    if not is_recent(room, state):
        return teach(room, moved(state, Spot(on.spot.step, Part.PLACE)), manner=ELSEWHERE)
    if on.spot.part is Part.REST and on.step.exercise.exit:
        _, *words = back_into(telling(on, on.step.exercise), on.spot)
        return teach(room, moved(state, on.spot), tuple(words))
    if on.spot.part not in {Part.WORK, Part.BACK}:
        is_named = on.spot.part is Part.PLACE and not on.spot.index
        return teach(room, moved(state, on.spot), () if is_named else back)
    into_ms = min(on.spot.into_ms, latest_ms(on.dose))
    return teach(room, moved(state, replace(on.spot, part=Part.BACK, into_ms=into_ms)))
