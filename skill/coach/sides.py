"""The other side: worked now, or first, by turning the order round."""

from skill.coach.cues import Part, say
from skill.coach.desk import Desk
from skill.coach.flow import SETTLING
from skill.coach.moves import changing
from skill.coach.playhead import Spot
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, MID_TURN, State
from skill.coach.telling import lesson
from skill.coach.turn import answer, at, moved, teach
from skill.domain.model import Side
from skill.domain.values import replace


def other_side(room: Room, state: State, side: Side | None) -> Reply:
    """On "other leg", "left first": before the first side the order is turned round, else the side is worked now."""
    on = at(room, state)
    if on.step.side is Side.BOTH:
        return answer(room, state, say("both-together"))
    first = on.plan.first_of(on.step.number)
    if side is on.step.side and on.spot.part in MID_TURN and not state.is_paused:
        return answer(room, state, say("this-side", side=say("side", side=side.value)))
    wanted = side or on.step.side.other
    index = first if on.plan.steps[first].side is wanted else first + 1
    if on.spot.part in BEFORE_ALL:
        turned = turned_round(state, on) if index != first else state
        return answer(room, turned, say("side-first", side=say("side", side=wanted.value)))
    if index != first and on.spot.step == first and on.spot.part in SETTLING:
        named = lesson(on, first).side_index
        return teach(room, moved(turned_round(state, on), Spot(first, Part.PLACE, named)))
    if on.spot.part is Part.PROMPT and on.spot.step == on.last_index and index == first:
        return changing(room, turned_round(state, on), Spot(first + 1, Part.PLACE))  # this side, and no more
    return changing(room, state, Spot(index, Part.PLACE if index == on.spot.step else Part.SWITCH))


def turned_round(state: State, on: Desk) -> State:
    """The state with the sides of the exercise the other way round; which side was worked stays true."""
    first = on.plan.first_of(on.step.number)
    swapped = {first: first + 1, first + 1: first}
    done = frozenset(swapped.get(index, index) for index in on.practice.done)
    practice = replace(on.practice, left_first=on.practice.left_first ^ {on.step.number}, done=done)
    return replace(state, practice=practice)
