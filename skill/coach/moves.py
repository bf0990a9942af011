"""Moving through a plan: next, previous, again, skip, the other side; all from the step being heard."""

from skill.coach.cues import Cues, Mark, Part, say
from skill.coach.desk import Desk, lesson
from skill.coach.endings import Ending, before_next, closing, prompt, to_fetch
from skill.coach.flow import SETTLING, instruction_at
from skill.coach.lesson import ending as ending_word
from skill.coach.playhead import Spot
from skill.coach.position import anew, ease_out, leaving_for
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, MID_TURN, Asked, Question, State
from skill.coach.turn import ELSEWHERE, FULL, Manner, answer, aside, at, is_by_step, moved, speak, teach
from skill.domain.changes import replace
from skill.domain.model import Side

EARLY_MS = 5_000
ASKED_FOR = 1
RECENT_MS = 10 * 60 * 1000


def go_on(room: Room, state: State) -> Reply:
    """On "next": past a prompt, to the other side, or to the next exercise."""
    on = at(room, state)
    if on.spot.part in BEFORE_ALL:
        return first_step(room, state)
    if is_by_step(state) and on.spot.part is Part.LEAVING:
        return teach(room, moved(state, on.spot))
    if on.spot.part is Part.TOLD or (is_by_step(state) and on.spot.part in SETTLING):
        return next_instruction(room, state)
    targets = [next_step(on, spot) for spot in (on.spot, *state.near)]
    if min(targets) <= on.last_index:
        return step_now(room, state, min(targets))
    is_skipped = on.spot.part in SETTLING and on.step.is_first_side
    return next_exercise(room, leave_out(state, on.step.number) if is_skipped else state)


def next_instruction(room: Room, state: State) -> Reply:
    """One step at a time: the instruction after the one at the spot, or the work."""
    on = at(room, state)
    following = Spot(on.spot.step, Part.TOLD, instruction_at(on, on.spot) + 1)
    is_last = following.index >= len(lesson(on, on.spot.step).instructions())
    return teach(room, moved(state, Spot(on.spot.step, Part.WORK) if is_last else following))


def next_step(on: Desk, spot: Spot) -> int:
    """The step that "next" means at a spot: the second side while the first is worked, else the next exercise.

    A switch that "next" has asked for is passed by the next one.
    """
    step = on.plan.steps[spot.step]
    if not step.is_last_side and spot.part not in SETTLING:
        return spot.step + 1
    if spot.part is Part.SWITCH and spot.index != ASKED_FOR:
        return spot.step
    return on.plan.last_of(step.number) + 1


def step_now(room: Room, state: State, index: int) -> Reply:
    """A step of the exercise under way: by changing sides where one is in position, else from its beginning."""
    is_second = not at(room, state).plan.steps[index].is_first_side
    if is_second and (is_busy(room, state) or is_by_step(state)):
        return changing(room, state, Spot(index, Part.SWITCH, ASKED_FOR))
    return teach(room, moved(state, Spot(index, Part.PLACE)))


def changing(room: Room, state: State, spot: Spot, lead: Cues = ()) -> Reply:
    """To a side by changing to it; from its beginning for who was away meanwhile."""
    if is_recent(room, state):
        return teach(room, moved(state, spot), lead)
    return teach(room, moved(state, Spot(spot.step, Part.PLACE)), manner=ELSEWHERE)


def is_busy(room: Room, state: State) -> bool:
    """Whether the runner is in the middle of a step and not at a prompt."""
    return at(room, state).spot.part in MID_TURN


def first_step(room: Room, state: State) -> Reply:
    """The first step, from the opening."""
    return teach(room, moved(state, Spot(0, Part.PLACE)), anew(at(room, state), 0), ELSEWHERE)


def leave_out(state: State, number: int) -> State:
    """The state with an exercise recorded as skipped."""
    practice = state.under_way
    return replace(state, practice=replace(practice, skipped=practice.skipped | {number}))


def next_exercise(room: Room, state: State) -> Reply:
    """The exercise after the one at the spot; asked about first where it is optional or its kit must be fetched."""
    on = at(room, state)
    last = on.last_index
    if on.step.number == on.plan.total:
        return finish(room, state)
    following = on.plan.steps[last + 1]
    is_prompted = on.spot.part is Part.PROMPT and on.spot.step == last
    if not is_prompted and (following.ask_first or to_fetch(on, following)):
        prompted = moved(state, Spot(last, Part.PROMPT))
        return speak(room, prompted, (*aside(ease_out(on)), Mark(last, Part.PROMPT)), before_next(on, following))
    is_elsewhere = not is_recent(room, state) or not (is_prompted or following.exercise.place is on.step.exercise.place)
    manner = Manner(is_elsewhere=is_elsewhere)
    return teach(room, moved(state, Spot(last + 1, Part.PLACE)), leaving_for(on, last + 1), manner)


def is_recent(room: Room, state: State) -> bool:
    """Whether the runner was in the practice less than ten minutes ago."""
    return 0 <= room.now_ms - state.under_way.touched_ms <= RECENT_MS


def finish(room: Room, state: State) -> Reply:
    """The end of the plan, reached now."""
    on = at(room, state)
    last = len(on.plan.steps) - 1
    over = moved(state, Spot(last, Part.PROMPT))
    ending = closing(at(room, over), len(on.plan.steps))
    return speak(room, over, (*aside(ease_out(on)), Mark(last, Part.PROMPT)), ending)


def done(room: Room, state: State) -> Reply:
    """On "I'm done": this side's work is over; on to the other side, or out and to the prompt."""
    on = at(room, state)
    if on.spot.part in {Part.OPENING, Part.WALK, Part.PROMPT, Part.TOLD}:
        return go_on(room, state)
    if on.spot.part in {Part.LEAVING, Part.PLACE, Part.SETUP, Part.SWITCH}:
        return teach(room, moved(state, on.spot)) if state.is_paused else ready(room, state)
    if state.is_paused or on.spot.part is Part.BACK:
        return go_on(room, state)
    worked = replace(state, practice=replace(on.practice, done=on.practice.done | {on.spot.step}))
    is_working = on.spot.part is Part.WORK and not state.is_paused
    lead = (ending_word(on.dose),) if is_working else ()
    if not on.step.is_last_side:
        return changing(room, worked, Spot(on.spot.step + 1, Part.SWITCH), lead)
    return teach(room, moved(worked, Spot(on.spot.step, Part.EXIT)), lead)


def ready(room: Room, state: State) -> Reply:
    """On "ready": from the set-up straight to the work; at a prompt on; in work it goes on."""
    on = at(room, state)
    match on.spot.part:
        case Part.PLACE | Part.SETUP | Part.SWITCH:
            return teach(room, moved(state, Spot(on.spot.step, Part.WORK)))
        case Part.OPENING | Part.WALK | Part.PROMPT | Part.TOLD:
            return go_on(room, state)
        case Part.BACK:
            return teach(room, moved(state, replace(on.spot, part=Part.WORK)))
        case Part.REST:
            return teach(room, moved(state, Spot(on.spot.step, Part.WORK, on.spot.index)))
        case _:
            return answer(room, state, say("keep-going"))


def skip(room: Room, state: State) -> Reply:
    """On "skip this one": at a prompt the one just named, else the one being done."""
    on = at(room, state)
    if on.spot.part in BEFORE_ALL:
        return next_exercise(room, leave_out(state, 1))
    is_between = on.spot.part is Part.PROMPT and on.spot.step == on.last_index and on.step.number < on.plan.total
    if not is_between:
        return next_exercise(room, state if is_partly_done(on) else leave_out(state, on.step.number))
    named = on.plan.first_of(on.step.number + 1)
    return next_exercise(room, moved(leave_out(state, on.step.number + 1), Spot(named, Part.PLACE)))


def is_partly_done(on: Desk) -> bool:
    """Whether a side of the exercise at the spot was done: then it is not left out, and the closing names the other."""
    return any(on.plan.steps[index].number == on.step.number for index in on.practice.done)


def previous(room: Room, state: State) -> Reply:
    """On "Go back": to the exercise before while this one has hardly begun, else to the start of this side."""
    on = at(room, state)
    has_hardly_begun = on.step.is_first_side and (
        on.spot.part in {Part.OPENING, Part.WALK, Part.LEAVING, Part.PLACE, Part.SETUP}
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
    if on.spot.part in {Part.OPENING, Part.WALK, Part.PROMPT}:
        return answer(room, state)
    if on.spot.part is Part.TOLD:
        return teach(room, moved(state, on.spot))
    return teach(room, moved(state, Spot(on.spot.step, Part.PLACE)), anew(on, on.spot.step), FULL)


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
