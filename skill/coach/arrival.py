"""What a request finds: the playhead read, work counted, a practice that ran out closed. It begins every turn."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from skill.coach.choosing import Verb
from skill.coach.cues import Part
from skill.coach.desk import desk, plan_of
from skill.coach.editions import edition, mended
from skill.coach.ledger import cut_short
from skill.coach.playhead import NEARLY_MS, Spot, elapsed_ms, end_ms, playhead, worked_steps
from skill.coach.room import Room
from skill.coach.state import IN_PLACE, MID_TURN, OF_A_PRACTICE, Asked, Finished, Heard, Practice, Question, State
from skill.coach.timeline import Timeline
from skill.coach.timeline_text import timeline_of
from skill.coach.tips import tip_due
from skill.domain.library import Library
from skill.domain.plan import Plan
from skill.domain.values import replace

CHANGED = "changed"
VERBS = frozenset(Verb)
KEPT_MS = 7 * 24 * 60 * 60 * 1000


def arrive(room: Room, state: State) -> State:
    """The state as this request finds it. The last timeline is used up by it."""
    if room.is_new_session:
        state = replace(state, question=None, answer=(), lost=0, is_safety_said=False)
    state = checked(room, state)
    is_left = room.is_new_session and not is_playing(room, state.heard)
    if state.practice is not None and state.heard is not None:
        state = finished(room, followed(room, state, state.practice, state.heard))
    state = forgotten(room, replace(state, heard=None) if state.heard else state)
    return left_alone(state) if is_left else state


def is_playing(room: Room, heard: Heard | None) -> bool:
    """Whether the last reply is still being spoken."""
    return heard is not None and 0 <= room.now_ms - heard.sent_at_ms < end_ms(heard.timeline)


def forgotten(room: Room, state: State) -> State:
    """The state without what was left unfinished more than a week ago."""
    long_ago_ms = room.now_ms - KEPT_MS
    if state.practice and state.practice.touched_ms < long_ago_ms:
        state = replace(state, practice=None, question=None, answer=())
    return replace(state, aside=None) if state.aside and state.aside.touched_ms < long_ago_ms else state


def checked(room: Room, state: State) -> State:
    """The state with practices that today's content still allows. What changed is told once, by `told`."""
    kept = state.preferences
    if state.aside:
        state = replace(state, aside=mended(room.library, state.aside, kept)[0])
    if state.finished:
        state = replace(state, finished=mended(room.library, state.finished, kept)[0])
    if state.last and state.last.routine not in room.library.routines:
        state = replace(state, last=None)
    if state.question and is_about_nothing(room.library, state, state.question):
        state = replace(state, question=None)
    if state.practice is None:
        return state
    practice, is_changed = mended(room.library, state.practice, kept)
    if not is_changed:
        return state if practice is state.practice else replace(state, practice=practice)
    told = state.told | {CHANGED} if practice else state.told
    return replace(state, practice=practice, heard=None, question=None, answer=(), told=told)


def is_about_nothing(library: Library, state: State, question: Question) -> bool:
    """Whether what a question offers is not there any more."""
    if question.asked is Asked.SUBSTITUTE:
        return not is_needed(library, state, *question.about.split(" "))
    places = (library.areas,) if question.asked is Asked.TIGHT else (library.exercises, library.routines, VERBS)
    ids = re.split("[ ,]", question.about) if question.about else ()
    return not all(any(one in place for place in places) for one in ids if one)


def is_needed(library: Library, state: State, exercise_id: str, kit: str) -> bool:
    """Whether an exercise of the practice needs that kit, as it did when it was asked about."""
    exercise = library.exercises.get(exercise_id)
    is_in_it = state.practice is not None and exercise_id in state.practice.exercises
    return exercise is not None and is_in_it and any(need.kit == kit for need in exercise.kit)


def followed(room: Room, state: State, practice: Practice, heard: Heard) -> State:
    """The practice with its spot at the playhead, and with the work that was heard counted."""
    plan = plan_of(room.library, practice, state.preferences)
    heard_ms = elapsed_ms(heard.timeline, heard.sent_at_ms, room.now_ms, room.lag_ms)
    found = listened(heard.line, heard_ms)
    if found is None or found.last_step >= len(plan.steps):
        return state
    tip = tip_due(state, practice) if found.begun else None
    return replace(
        state,
        heard=None,
        practice=replace(
            worked(practice, plan, found),
            spot=found.spot,
            touched_ms=min(room.now_ms, heard.sent_at_ms + heard_ms + room.lag_ms),
            edition=edition(plan, found.spot),
            is_arriving=is_arriving(plan, practice, found.spot),
        ),
        met=counted(state.met, firsts(plan, found)) if found.fresh else state.met,
        told=state.told | {tip} if tip else state.told,
        near=found.near,
        asking_ms=max(0, min(room.lag_ms, room.now_ms - heard.sent_at_ms)),
        answer=() if found.is_past_answer else state.answer,
        question=None if found.spot.part in MID_TURN else state.question,
    )


class Listening(Struct, frozen=True, kw_only=True):
    """What a timeline tells of a runner who heard so much of it; `fresh` steps are those begun at their beginning."""

    spot: Spot
    near: tuple[Spot, ...]
    begun: frozenset[int]
    ended: frozenset[int]
    fresh: tuple[int, ...]
    is_past_answer: bool
    last_step: int


@lru_cache(maxsize=1_024)
def listened(line: str, heard_ms: int) -> Listening | None:
    """The playhead in a timeline and all that goes with it; None where it holds only asides.

    Remembered, as most requests come when a turn was heard to its end, and most turns are the same for every runner.
    """
    heard = timeline_of(line)
    spot = playhead(heard, heard_ms)
    if spot is None:
        return None
    begun, ended = worked_steps(heard, heard_ms)
    fresh = {s.step for s in heard if s.part is Part.WORK and not s.index and not s.from_ms}
    return Listening(
        spot=spot,
        near=near(heard, heard_ms),
        begun=begun,
        ended=ended,
        fresh=tuple(sorted(begun & fresh)),
        is_past_answer=is_past_answer(heard, heard_ms),
        last_step=max(segment.step for segment in heard),
    )


def is_arriving(plan: Plan, practice: Practice, spot: Spot) -> bool:
    """Whether the runner is on the way to the place: taught so, or the turn has come to another exercise by itself."""
    if spot.part not in {Part.LEAVING, Part.PLACE}:
        return False
    begun_at = practice.spot.step
    is_same = plan.steps[begun_at].number == plan.steps[spot.step].number
    return practice.is_arriving if is_same else True


def worked(practice: Practice, plan: Plan, heard: Listening) -> Practice:
    """Work that was ended counts as done, and work that was begun not as skipped."""
    if not heard.begun and not heard.ended:
        return practice
    if practice.skipped:
        practice = replace(practice, skipped=practice.skipped - {plan.steps[i].number for i in heard.begun})
    return replace(practice, done=practice.done | heard.ended, is_tipped=practice.is_tipped or bool(heard.begun))


def firsts(plan: Plan, heard: Listening) -> list[str]:
    """The exercises whose work was begun at its beginning: that counts as a meeting."""
    return [plan.steps[index].exercise.id for index in heard.fresh if plan.steps[index].is_first_side]


def near(heard: Timeline, heard_ms: int) -> tuple[Spot, ...]:
    """Where the runner may be as well: the playhead is known to some three seconds."""
    times = (max(0, heard_ms - NEARLY_MS), heard_ms + NEARLY_MS)
    return tuple(spot for ms in times if (spot := playhead(heard, ms)))


def is_past_answer(heard: Timeline, heard_ms: int) -> bool:
    """Whether work has gone on for a while since the side answer the turn began with."""
    goes_on = any(segment.part in MID_TURN for segment in heard[1:])
    return goes_on and heard_ms > heard[0].ms + NEARLY_MS


def counted(met: tuple[tuple[str, int], ...], things: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The counts with one more for each thing."""
    counts = dict(met)
    for thing in things:
        counts[thing] = counts.get(thing, 0) + 1
    return tuple(sorted(counts.items()))


def left_alone(state: State) -> State:
    """A practice that an earlier session broke off is paused: nobody stays in a stretch for that long.

    Who was not yet in the hold is led there anew. Not so while the reply is still playing: the last turn of a routine
    closes its session, and a word may come in it.
    """
    practice = state.practice
    if practice is None or practice.spot.part not in IN_PLACE:
        return state
    if practice.spot.part in {Part.LEAVING, Part.SETUP, Part.SWITCH}:
        practice = replace(practice, spot=Spot(practice.spot.step, Part.PLACE), is_arriving=True)
    return replace(state, practice=practice, is_paused=True)


def finished(room: Room, state: State) -> State:
    """A practice whose last words were reached is over, unless what was asked about it is still to be answered."""
    practice = state.under_way
    is_asked = state.question is not None and state.question.asked in OF_A_PRACTICE
    if is_asked or practice.spot.part is not Part.PROMPT or not desk(room, state, practice).is_over:
        return state
    over = let_go(room, state)
    return replace(over, practice=None, finished=practice, is_paused=False, answer=(), near=())


def let_go(room: Room, state: State) -> State:
    """The state as its practice is left: a side left out of it is owed; one that came to its end is the last done."""
    practice = state.practice
    if practice is None:
        return state
    on = desk(room, state, practice)
    last = Finished(practice.routine, room.now_ms) if practice.routine and on.is_over else state.last
    return replace(state, last=last, short=cut_short(state.short, on.plan, practice))
