"""More time on this side: to get into position, or in the hold itself."""

from skill.coach.cues import Cues, Mark, Part, Say, Wait, say
from skill.coach.desk import Desk
from skill.coach.flow import rest_of_turn
from skill.coach.going_back import is_early
from skill.coach.pausing import pause
from skill.coach.playhead import Spot
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, State
from skill.coach.telling import lesson
from skill.coach.turn import answer, aside, at, moved, speak, standing
from skill.coach.welcome import nothing_to
from skill.domain.dose import Movement, Reps
from skill.domain.plan import Extra
from skill.domain.values import replace

WAIT_MS = 15_000
USUAL_S = 10
MOST_S = 60
REPS = 5
MOST_REPS = 20


def not_ready(room: Room, state: State) -> Reply:
    """On "not yet": fifteen seconds more, then it starts by itself; at a prompt the prompt comes again."""
    if state.practice is None:
        return nothing_to(room, state)
    on = at(room, state)
    waiting = (say("take-your-time"), Wait(WAIT_MS))
    if state.is_paused:
        return answer(room, state, say("take-your-time"))
    match on.spot.part:
        case Part.OPENING | Part.PROMPT | Part.TOLD:
            return speak(room, state, aside(waiting), standing(on))
        case Part.WORK if not is_early(on.spot):
            return pause(room, state)
        case Part.WALK | Part.REST | Part.EXIT:
            return answer(room, state, say("take-your-time"))
        case _:
            return later(room, state, waiting)


def later(room: Room, state: State, waiting: Cues) -> Reply:
    """The wait, and then the rest of the turn: from the sentence it broke, or from the work where that was the last."""
    on = at(room, state)
    last = lesson(on, on.spot.step).sentences()[-1].mark
    mark = last if on.spot.part is Part.WORK else Mark(on.spot.step, on.spot.part, on.spot.index)
    is_last = mark == last or on.spot.part is Part.SWITCH
    going = moved(state, Spot(on.spot.step, Part.WORK) if is_last else on.spot)
    cues, ending = rest_of_turn(at(room, going))
    return speak(room, going, (mark, *waiting, *cues), ending)


def more_time(room: Room, state: State, duration_s: int | None) -> Reply:
    """On "twenty more seconds": this side only, and a minute at most in all; five more where reps are counted."""
    if state.practice is None:
        return nothing_to(room, state)
    on = at(room, state)
    if on.spot.part in BEFORE_ALL:
        return not_ready(room, state)
    target = part_to_lengthen(on)
    if target is None:
        return answer(room, state, say("more-when-holding"))
    dose = on.plan.steps[target[0]].doses[target[1]]
    has = extra_of(on, *target)
    most = MOST_REPS if isinstance(dose, Reps) else MOST_S
    wanted = REPS if isinstance(dose, Reps) else duration_s or USUAL_S
    more = 0 if is_among_stations(on) else min(wanted, most - has)
    if more <= 0:
        return answer(room, state, say("no-more"))
    extra = Extra(target[0], target[1], has + more)
    return answer(room, replace(state, practice=replace(on.practice, extra=extra)), said_more(on, target, more))


def is_among_stations(on: Desk) -> bool:
    """Whether letters or spots are being named: they share the time, and those that are over cannot be drawn out."""
    return on.spot.part in {Part.WORK, Part.BACK} and isinstance(on.dose, Movement) and bool(on.dose.stations)


def extra_of(on: Desk, step: int, part: int) -> int:
    """What a part of a dose was lengthened by already."""
    extra = on.practice.extra
    return extra.more if extra and (extra.step, extra.part) == (step, part) else 0


def said_more(on: Desk, target: tuple[int, int], more: int) -> Say:
    """As in "Twenty seconds more"."""
    is_counted = isinstance(on.plan.steps[target[0]].doses[target[1]], Reps)
    return say("more-reps" if is_counted else "more-seconds", count=more)


def part_to_lengthen(on: Desk) -> tuple[int, int] | None:
    """The step and the part of its dose that is under way or comes next in this exercise; None where all is done."""
    match on.spot.part:
        case Part.WORK | Part.REST | Part.BACK:
            return on.spot.step, min(on.spot.index, len(on.step.doses) - 1)
        case Part.LEAVING | Part.PLACE | Part.SETUP | Part.SWITCH | Part.TOLD:
            return on.spot.step, 0
        case _:
            return None
