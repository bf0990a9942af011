"""Something hurts: out of the position first, then what is safe to do. Nothing of it is ever stored."""

from skill.coach.choosing import SEPARATOR
from skill.coach.cues import Cues, Mark, Part, Wait, say
from skill.coach.desk import Desk, desk
from skill.coach.endings import Ending, before_next, prompt
from skill.coach.endings import waiting as offer_waiting
from skill.coach.leaving_out import moved_along, without
from skill.coach.moves import is_recent, leave_out, skip
from skill.coach.playhead import Spot
from skill.coach.position import GETTING_READY, HELD, LEADING_IN, coming_out, outside
from skill.coach.requests import Discomfort
from skill.coach.room import Reply, Room
from skill.coach.sensations import Sensation
from skill.coach.state import BEFORE_ALL, IN_PLACE, Asked, Practice, Question, State
from skill.coach.swaps import in_another_way, swapped
from skill.coach.turn import ELSEWHERE, aside, at, close, moved, speak, standing, teach
from skill.coach.welcome import leave_single
from skill.coach.wishes import planned_for
from skill.domain.model import Form
from skill.domain.values import replace

RED_FLAGS = {
    Sensation.SWELLING: "leave-it",
    Sensation.POP: "leave-it",
    Sensation.NO_WEIGHT: "leave-it",
    Sensation.DIZZY: "sit-down",
    Sensation.CHEST: "emergency",
}
"""What ends a practice for good, and what is said then."""

AT_ONCE = frozenset({Sensation.DIZZY, Sensation.CHEST})
"""What cannot wait for a way out that takes its time."""

SKIPPING = 1
"""The offset of the question that comes after the easier form was refused, or where there is none."""


def discomfort(room: Room, state: State, felt: Discomfort) -> Reply:
    """The answer to anything that is felt; outside a practice nobody is told to ease out."""
    sensation = felt.sensation or Sensation.PAIN
    if sensation in RED_FLAGS:
        return ended(room, state, sensation)
    if not is_stretching(room, state):
        return not_in_practice(room, state, felt)
    state = posed(state)
    match sensation:
        case Sensation.SHARP:
            return sharp(room, state, felt.area.ids)
        case Sensation.CRAMP:
            return cramp(room, state)
        case Sensation.NUMB:
            return waiting(room, state, (*way_out(room, state), say("uncross")), "say-resume")
        case _:
            return pain(room, state)


def is_stretching(room: Room, state: State) -> bool:
    """Whether the runner is in a practice, and some way into it."""
    return state.practice is not None and state.practice.spot.part not in BEFORE_ALL and is_recent(room, state)


def ended(room: Room, state: State, sensation: Sensation) -> Reply:
    """A red flag: the practice is deleted, the session ends, and nothing is offered."""
    out = way_out(room, state, is_hurried=sensation in AT_ONCE)
    let_go = replace(state, practice=None, aside=None, finished=None, is_paused=False, question=None)
    return close(room, let_go, *out, say(RED_FLAGS[sensation]))


def way_out(room: Room, state: State, *, is_hurried: bool = False) -> Cues:
    """The first words: out of the hold, and out of the position. In a hurry without the silence for it."""
    if state.practice is None or state.is_paused:
        return ()
    on = at(room, state)
    out = (say("ease-out"), *coming_out(on, is_careful=True)) if on.spot.part in HELD | GETTING_READY else ()
    return tuple(cue for cue in out if not (is_hurried and isinstance(cue, Wait)))


def posed(state: State) -> State:
    """The state at the step whose position the runner is in; on the way out of one, at that."""
    practice = state.under_way
    if practice.spot.part is not Part.LEAVING:
        return state
    return replace(state, practice=replace(practice, spot=Spot(practice.spot.index, Part.EXIT)))


def pain(room: Room, state: State) -> Reply:
    """Easier form, skip, or finish: asked. After the work there is nothing to make easier."""
    on = at(room, state)
    if is_behind(on):
        return speak(room, left(room, state), aside((*way_out(room, state), say("cannot-judge"))), tight_asked())
    question = Question(Asked.PAIN, offset=0 if easier(on) else SKIPPING)
    return speak(room, left(room, state), aside(way_out(room, state)), pain_asked(question))


def is_behind(on: Desk) -> bool:
    """Whether the work of the exercise is behind the runner."""
    return on.spot.part is Part.PROMPT or on.is_done


def left(room: Room, state: State) -> State:
    """The state of a runner who has come out of the position: what led into it has to be heard again."""
    practice, on = state.under_way, at(room, state)
    spot = outside(on, is_careful=True)
    if practice.spot.part in LEADING_IN:
        spot = Spot(practice.spot.step, Part.PLACE)
    is_waited_for = spot.part is not Part.PROMPT and practice.spot.part in IN_PLACE
    return replace(state, practice=replace(practice, spot=spot), is_paused=state.is_paused or is_waited_for)


def pain_asked(question: Question) -> Ending:
    """The easier form first, else leaving it out."""
    key = "pain-skip" if question.offset else "pain-easier"
    return prompt(say(key), say(f"{key}-again"), question=question)


def easier(on: Desk) -> Form | None:
    """The easier form of what is being done; one that is not welcome, or comes anyway, is none."""
    taken = {*on.practice.exercises, *on.state.preferences.avoided}
    return next((form for form in on.step.exercise.easier if form.how or form.exercise not in taken), None)


def pain_yes(room: Room, state: State, question: Question) -> Reply:
    """The easier form, from the start of this side; or on without this exercise."""
    form = None if question.offset else easier(at(room, state))
    if form is None:
        return skip(room, state) if not state.under_way.is_single else leave_single(room, state)
    step = at(room, state).step
    if form.exercise:
        return swapped(room, state, step.number, form.exercise)
    easy = in_another_way(state, step.exercise.id, form.how or "")
    return teach(room, moved(easy, Spot(state.under_way.spot.step, Part.PLACE)), manner=ELSEWHERE)


def pain_no(room: Room, state: State, question: Question) -> Reply:
    """No easier form: leave it out? Not that either: it waits."""
    if not question.offset:
        return speak(room, state, (), pain_asked(replace(question, offset=SKIPPING)))
    return speak(room, state, aside((say("take-your-time"),)), standing(at(room, state)))


def cramp(room: Room, state: State) -> Reply:
    """Ease off, shake it out, on when it has gone."""
    out = tuple(cue for cue in way_out(room, state) if cue != say("ease-out"))
    return waiting(room, state, (say("ease-off"), *out, say("shake-it-out")), "say-ready-cramp")


def waiting(room: Room, state: State, spoken: Cues, again: str) -> Reply:
    """Out, what to do about it, and on when the runner says so."""
    paused = left(room, state)
    ending = prompt(say(again), say("say-resume-again")) if paused.is_paused else standing(at(room, paused))
    return speak(room, paused, aside(spoken), ending)


def sharp(room: Room, state: State, named: tuple[str, ...]) -> Reply:
    """This exercise, and what else loads the area, leave the plan; a professional is named."""
    on = at(room, state)
    areas = areas_meant(on, named)
    words = (*way_out(room, state), say("sharp"))
    later = frozenset(number for number in loading(on, areas) if number > on.step.number)
    rest = moved_along(on.practice, on.plan, later, on.spot)
    spared = replace(state, practice=rest, aside=waits_spared(room, state, areas))
    if on.practice.is_single:
        return single_left(room, spared, words)
    if on.step.number == len(rest.exercises):
        return close(room, replace(spared, practice=None, is_paused=False), *words, say("closing-none"))
    left_out = spared if is_behind(on) else leave_out(spared, on.step.number)
    kept = moved(left_out, Spot(on.last_index, Part.PROMPT))
    after = at(room, kept)
    ending = before_next(after, after.plan.steps[after.last_index + 1])
    return speak(room, kept, (*aside(words), Mark(on.last_index, Part.PROMPT)), ending)


def areas_meant(on: Desk, named: tuple[str, ...]) -> frozenset[str]:
    """The areas that were named, else those the exercise is for."""
    return frozenset(named) or frozenset(on.step.exercise.areas)


def loading(on: Desk, areas: frozenset[str]) -> frozenset[int]:
    """Numbers of the exercises that a sore area should do without."""
    return frozenset(step.number for step in on.plan.steps if not areas.isdisjoint(step.exercise.loads))


def single_left(room: Room, state: State, words: Cues) -> Reply:
    """One exercise on its own is let go; only what waits is offered."""
    offer = offer_waiting(at(room, state), state.aside) if state.aside and not state.aside.is_declined else None
    return speak(room, replace(state, practice=None, is_paused=False), words, offer or Ending(()))


def waits_spared(room: Room, state: State, areas: frozenset[str]) -> Practice | None:
    """What waits, without what loads one of these areas; None where nothing is left of it."""
    return still_to_do(desk(room, state, state.aside), areas) if state.aside else None


def still_to_do(on: Desk, areas: frozenset[str]) -> Practice | None:
    """The practice without what is not over and loads one of these areas."""
    is_past = on.spot.part is Part.PROMPT and on.step.is_last_side
    first = on.step.number + 1 if is_past else on.step.number
    gone = frozenset(number for number in loading(on, areas) if number >= first)
    is_nothing_left = is_past and gone == frozenset(range(first, on.plan.total + 1))
    return None if is_nothing_left else without(on, gone)


def not_in_practice(room: Room, state: State, felt: Discomfort) -> Reply:
    """We cannot judge pain by voice; unless it is worse than that, it may be just tight."""
    match felt.sensation:
        case Sensation.CRAMP:
            return speak(room, state, (say("ease-off"), say("shake-it-out")), tight_asked(felt.area.ids))
        case Sensation.NUMB:
            return close(room, state, say("uncross"))
        case Sensation.SHARP:
            return close(room, spared_at_rest(room, state, felt.area.ids), say("cannot-judge"))
        case _:
            return speak(room, state, (say("cannot-judge"),), tight_asked(felt.area.ids))


def spared_at_rest(room: Room, state: State, named: tuple[str, ...]) -> State:
    """The state of a runner who is not stretching, what is unfinished without what loads the area."""
    aside = waits_spared(room, state, frozenset(named)) if named else state.aside
    if state.practice is None:
        return replace(state, aside=aside)
    on = at(room, state)
    return replace(state, practice=still_to_do(on, areas_meant(on, named)), aside=aside)


def tight_yes(room: Room, state: State, areas: tuple[str, ...]) -> Reply:
    """Just tight: on with the practice, or something for it."""
    if state.practice is not None and is_recent(room, state):
        return speak(room, state, aside(()), standing(at(room, state)))
    return planned_for(room, state, areas=areas)


def tight_no(room: Room, state: State) -> Reply:
    """More than tight: leave it for today."""
    return close(room, state, say("leave-it"))


def tight_asked(areas: tuple[str, ...] = ()) -> Ending:
    """Is it just tight?"""
    question = Question(Asked.TIGHT, SEPARATOR.join(areas))
    return prompt(say("just-tight"), say("just-tight-again"), question=question)
