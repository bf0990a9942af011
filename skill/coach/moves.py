"""Moving on in a plan: next, done, ready, skip; all from the step being heard."""

from skill.coach.cues import Cues, Mark, Part, say
from skill.coach.desk import Desk
from skill.coach.endings import before_next, closing, to_fetch
from skill.coach.flow import SETTLING, instruction_at
from skill.coach.lesson import ending as ending_word
from skill.coach.playhead import Spot
from skill.coach.position import anew, ease_out, leaving_for
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, MID_TURN, State
from skill.coach.telling import lesson
from skill.coach.turn import ELSEWHERE, Manner, answer, aside, at, is_by_step, moved, speak, teach
from skill.domain.values import replace

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
    if on.spot.part in SETTLING and on.step.is_first_side:
        return next_exercise(room, leave_out(state, on.step.number))
    return exercise_after(on)


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
    """The exercise after the one at the spot."""
    return exercise_after(at(room, state))


def exercise_after(on: Desk) -> Reply:
    """The same on a desk; asked about first where it is optional or its kit must be fetched."""
    room, state, last = on.room, on.state, on.last_index
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
    if on.spot.part in BEFORE_ALL | {Part.PROMPT, Part.TOLD}:
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
