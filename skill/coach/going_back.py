"""Moving back in a plan: previous, repeat, again, start over; all from the step being heard."""

from skill.coach.cues import Part, say
from skill.coach.endings import Ending, prompt
from skill.coach.moves import first_step, is_recent
from skill.coach.playhead import Spot
from skill.coach.position import anew, ease_out, leaving_for
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, Asked, Question, State
from skill.coach.turn import FULL, Manner, answer, aside, at, moved, speak, teach
from skill.domain.values import replace

EARLY_MS = 5_000


def previous(room: Room, state: State) -> Reply:
    """On "Go back": to the exercise before while this one has hardly begun, else to the start of this side."""
    on = at(room, state)
    has_hardly_begun = on.step.is_first_side and (
        on.spot.part in BEFORE_ALL | {Part.LEAVING, Part.PLACE, Part.SETUP}
        or (on.spot.part is Part.TOLD and not on.spot.index)
        or is_early(on.spot)
    )
    if has_hardly_begun and on.step.number == 1:
        return first_again(room, state)
    if has_hardly_begun:
        return from_start_of(room, state, on.step.number - 1)
    if on.spot.part is Part.PROMPT:
        return from_start_of(room, state, on.step.number)
    if on.spot.part is Part.TOLD:
        return teach(room, moved(state, replace(on.spot, index=on.spot.index - 1)))
    step = on.spot.step - 1 if on.spot.part is Part.SWITCH else on.spot.step
    return teach(room, moved(state, Spot(step, Part.PLACE)), anew(on, step))


def is_early(spot: Spot) -> bool:
    """Whether the first work of a side has only just begun."""
    return spot.part is Part.WORK and not spot.index and spot.into_ms < EARLY_MS


def first_again(room: Room, state: State) -> Reply:
    """There is nothing before the first step: said so, and begun again."""
    on = at(room, state)
    if on.spot.part in BEFORE_ALL:
        return answer(room, state, say("is-first"))
    return teach(room, moved(state, Spot(0, Part.PLACE)), (say("is-first"), *anew(on, 0)))


def from_start_of(room: Room, state: State, number: int) -> Reply:
    """The exercise with that number from its beginning, with the way there where that is another place."""
    on = at(room, state)
    index = on.plan.first_of(number)
    is_elsewhere = on.plan.steps[index].exercise.place is not on.step.exercise.place or not is_recent(room, state)
    lead = anew(on, index) if number == on.step.number else leaving_for(on, index)
    return teach(room, moved(unlengthened(state), Spot(index, Part.PLACE)), lead, Manner(is_elsewhere=is_elsewhere))


def unlengthened(state: State) -> State:
    """The state without more of one side: what begins anew has its own length."""
    return replace(state, practice=replace(state.under_way, extra=None))


def again(room: Room, state: State) -> Reply:
    """On "one more time": the whole exercise."""
    return from_start_of(room, state, at(room, state).step.number)


def repeat(room: Room, state: State) -> Reply:
    """On "say that again": in a turn the step with all its words; after it the prompt."""
    on = at(room, state)
    if on.spot.part in BEFORE_ALL | {Part.PROMPT}:
        return answer(room, state)
    if on.spot.part is Part.TOLD:
        return teach(room, moved(state, on.spot))
    return teach(room, moved(state, Spot(on.spot.step, Part.PLACE)), anew(on, on.spot.step), FULL)


def start_over(room: Room, state: State) -> Reply:
    """From the first exercise; past half way it is asked about first."""
    on = at(room, state)
    if on.spot.step * 2 < len(on.plan.steps) or on.plan.total == 1:
        return from_the_top(room, state)
    return ask_start_over(room, state)


def ask_start_over(room: Room, state: State) -> Reply:
    """Out of the position, and the question whether to begin again."""
    return speak(room, state, aside(ease_out(at(room, state))), start_over_asked())


def start_over_asked() -> Ending:
    """Whether to begin again."""
    return prompt(say("start-over"), say("start-over-again"), question=Question(Asked.START_OVER))


def from_the_top(room: Room, state: State) -> Reply:
    """The same practice as if it had just begun."""
    on = at(room, state)
    fresh = replace(on.practice, done=frozenset(), skipped=frozenset(), extra=None)
    return first_step(room, replace(state, practice=fresh))
