"""What a request finds: the playhead read, work counted, a practice that ran out closed. It begins every turn."""

import re
from collections.abc import Iterable

from skill.coach.choosing import Verb
from skill.coach.cues import Part
from skill.coach.desk import desk, edition, mended, plan_of
from skill.coach.ledger import cut_short
from skill.coach.playhead import NEARLY_MS, Spot, elapsed_ms, end_ms, playhead, worked_steps
from skill.coach.room import Room
from skill.coach.state import IN_PLACE, MID_TURN, Finished, Heard, Practice, Question, State
from skill.coach.timeline import Timeline
from skill.coach.tips import tip_due
from skill.domain.changes import replace
from skill.domain.library import Library
from skill.domain.plan import Plan

CHANGED = "changed"
KEPT_MS = 7 * 24 * 60 * 60 * 1000


def arrive(room: Room, state: State) -> State:
    """The state as this request finds it. The last timeline is used up by it."""
    if room.is_new_session:
        state = replace(state, question=None, answer=(), lost=0, is_safety_said=False)
    state = checked(room, state)
    is_playing = state.heard is not None and 0 <= room.now_ms - state.heard.sent_at_ms < end_ms(state.heard.timeline)
    if state.practice is not None and state.heard is not None:
        state = finished(room, followed(room, state, state.practice, state.heard))
    state = forgotten(room, replace(state, heard=None))
    return state if is_playing else left_alone(room, state)


def forgotten(room: Room, state: State) -> State:
    """The state without what was left unfinished more than a week ago."""

    def kept(practice: Practice | None) -> Practice | None:
        return practice if practice and room.now_ms - practice.touched_ms <= KEPT_MS else None

    if state.practice and not kept(state.practice):
        state = replace(state, practice=None, question=None, answer=())
    return replace(state, aside=kept(state.aside))


def checked(room: Room, state: State) -> State:
    """The state with practices that today's content still allows. What changed is told once, by `told`."""
    kept = state.preferences
    if state.aside:
        state = replace(state, aside=mended(room.library, state.aside, kept)[0])
    if state.finished:
        state = replace(state, finished=mended(room.library, state.finished, kept)[0])
    if state.last and state.last.routine not in room.library.routines:
        state = replace(state, last=None)
    if state.question and is_about_nothing(room.library, state.question):
        state = replace(state, question=None)
    if state.practice is None:
        return state
    practice, is_changed = mended(room.library, state.practice, kept)
    if not is_changed:
        return replace(state, practice=practice)
    told = state.told | {CHANGED} if practice else state.told
    return replace(state, practice=practice, heard=None, question=None, answer=(), told=told)


def is_about_nothing(library: Library, question: Question) -> bool:
    """Whether what a question offers is not there any more."""
    known = {*library.exercises, *library.routines, *library.kit, *library.areas, *Verb}
    return not {*re.split("[ ,]", question.about)} <= {"", *known}


def followed(room: Room, state: State, practice: Practice, heard: Heard) -> State:
    """The practice with its spot at the playhead, and with the work that was heard counted."""
    plan = plan_of(room.library, practice, state.preferences)
    if any(segment.step >= len(plan.steps) for segment in heard.timeline):
        return state
    heard_ms = elapsed_ms(heard.timeline, heard.sent_at_ms, room.now_ms, room.lag_ms)
    spot = playhead(heard.timeline, heard_ms)
    if spot is None:
        return state
    state = worked(state, practice, plan, (heard.timeline, heard_ms))
    touched_ms = min(room.now_ms, heard.sent_at_ms + heard_ms + room.lag_ms)
    return replace(
        state,
        practice=replace(
            state.under_way,
            spot=spot,
            touched_ms=touched_ms,
            edition=edition(plan, spot),
            is_arriving=is_arriving(plan, practice, spot),
        ),
        near=near(heard.timeline, heard_ms),
        asking_ms=max(0, min(room.lag_ms, room.now_ms - heard.sent_at_ms)),
        answer=() if is_past_answer(heard.timeline, heard_ms) else state.answer,
        question=None if spot.part in MID_TURN else state.question,
    )


def is_arriving(plan: Plan, practice: Practice, spot: Spot) -> bool:
    """Whether the runner is on the way to the place: taught so, or the turn has come to another exercise by itself."""
    if spot.part not in {Part.LEAVING, Part.PLACE}:
        return False
    begun_at = practice.spot.step
    is_same = plan.steps[begun_at].number == plan.steps[spot.step].number
    return practice.is_arriving if is_same else True


def worked(state: State, practice: Practice, plan: Plan, heard: tuple[Timeline, int]) -> State:
    """Work that was begun counts as a meeting, and work that was ended as done; neither counts as skipped."""
    timeline, heard_ms = heard
    begun, ended = worked_steps(timeline, heard_ms)
    fresh = {s.step for s in timeline if s.part is Part.WORK and not s.index and not s.from_ms}
    firsts = [plan.steps[i].exercise.id for i in sorted(begun & fresh) if plan.steps[i].is_first_side]
    skipped = practice.skipped - {plan.steps[i].number for i in begun}
    tip = tip_due(state, practice) if begun else None
    return replace(
        state,
        practice=replace(
            practice, done=practice.done | ended, skipped=skipped, is_tipped=practice.is_tipped or bool(begun)
        ),
        met=counted(state.met, firsts),
        told=state.told | {tip} if tip else state.told,
    )


def near(heard: Timeline, heard_ms: int) -> tuple[Spot, ...]:
    """Where the runner may be as well: the playhead is known to some three seconds."""
    times = (max(0, heard_ms - NEARLY_MS), heard_ms + NEARLY_MS)
    return tuple(spot for ms in times if (spot := playhead(heard, ms)))


def is_past_answer(heard: Timeline, heard_ms: int) -> bool:
    """Whether work has gone on for a while since the side answer the turn began with."""
    goes_on = any(segment.part in MID_TURN for segment in heard[1:])
    return goes_on and heard_ms > heard[0].ms + NEARLY_MS


def counted(met: tuple[tuple[str, int], ...], things: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The counts with one more for each thing."""
    counts = dict(met)
    for thing in things:
        counts[thing] = counts.get(thing, 0) + 1
    return tuple(sorted(counts.items()))


def left_alone(room: Room, state: State) -> State:
    """A practice that an earlier session broke off is paused: nobody stays in a stretch for that long.

    Who was not yet in the hold is led there anew. Not so while the reply is still playing: the
    last turn of a routine closes its session, and a word may come in it.
    """
    practice = state.practice
    if not room.is_new_session or practice is None or practice.spot.part not in IN_PLACE:
        return state
    if practice.spot.part in {Part.LEAVING, Part.SETUP, Part.SWITCH}:
        practice = replace(practice, spot=Spot(practice.spot.step, Part.PLACE), is_arriving=True)
    return replace(state, practice=practice, is_paused=True)


def finished(room: Room, state: State) -> State:
    """A practice whose last words were reached is over."""
    practice = state.under_way
    on = desk(room, state, practice)
    if practice.spot.part is not Part.PROMPT or practice.spot.step != len(on.plan.steps) - 1:
        return state
    last = Finished(practice.routine, room.now_ms) if practice.routine else state.last
    short = cut_short(state.short, on.plan, practice)
    over = replace(state, practice=None, finished=practice, is_paused=False, last=last, short=short)
    return replace(over, answer=(), near=())
