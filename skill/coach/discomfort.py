"""Something hurts: out of the position first, then what is safe to do. Nothing of it is ever stored."""

from dataclasses import replace

from skill.coach.choosing import SEPARATOR
from skill.coach.cues import Cues, Mark, Part, Read, Say, say
from skill.coach.desk import Desk, desk, lesson
from skill.coach.endings import Ending, before_next, closing, prompt
from skill.coach.endings import waiting as offer_waiting
from skill.coach.moves import is_recent, leave_out, skip
from skill.coach.playhead import Spot
from skill.coach.requests import Discomfort, Sensation
from skill.coach.room import Reply, Room
from skill.coach.state import IN_PLACE, Asked, Practice, Question, State
from skill.coach.swaps import in_another_way, swapped
from skill.coach.turn import ELSEWHERE, aside, at, close, moved, speak, standing, teach
from skill.coach.welcome import leave_single
from skill.coach.wishes import planned_for
from skill.domain.library import Library
from skill.domain.model import Exercise, Form

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

LEADING_IN = frozenset({Part.SETUP, Part.SWITCH, Part.TOLD})

SKIPPING = 1
"""The offset of the question that comes after the easier form was refused, or where there is none."""


def discomfort(room: Room, state: State, felt: Discomfort) -> Reply:
    """The answer to anything that is felt; outside a practice nobody is told to ease out."""
    sensation = felt.sensation or Sensation.PAIN
    if sensation in RED_FLAGS:
        return ended(room, state, sensation)
    if not is_stretching(room, state):
        return not_in_practice(room, state, felt)
    match sensation:
        case Sensation.SHARP:
            return sharp(room, state, felt.area.ids)
        case Sensation.CRAMP:
            return waiting(room, state, say("shake-it-out"), "say-ready-cramp")
        case Sensation.NUMB:
            return waiting(room, state, say("uncross"), "say-resume")
        case _:
            return pain(room, state)


def is_stretching(room: Room, state: State) -> bool:
    """Whether the runner is in a practice, and some way into it."""
    return state.practice is not None and state.practice.spot.part is not Part.OPENING and is_recent(room, state)


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
    if on.spot.part not in IN_PLACE - {Part.PLACE, Part.EXIT}:
        return ()
    exercise = on.step.exercise
    out = lesson(on, on.spot.step).way_out() if exercise.exit else ()
    return (say("ease-out"), *(cue for cue in out if isinstance(cue, Read) or not is_hurried))


def pain(room: Room, state: State) -> Reply:
    """Easier form, skip, or finish: asked. After the work there is nothing to make easier."""
    if state.under_way.spot.part is Part.PROMPT:
        return speak(room, state, aside((say("cannot-judge"),)), tight_asked())
    question = Question(Asked.PAIN, offset=0 if easier(at(room, state)) else SKIPPING)
    return speak(room, left(state), aside(way_out(room, state)), pain_asked(question))


def left(state: State) -> State:
    """The state of a runner who has come out of the position: what led into it has to be heard again."""
    practice = state.under_way
    spot = Spot(practice.spot.step, Part.PLACE) if practice.spot.part in LEADING_IN else practice.spot
    is_paused = state.is_paused or practice.spot.part in IN_PLACE
    return replace(state, practice=replace(practice, spot=spot), is_paused=is_paused)


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


def waiting(room: Room, state: State, words: Say, again: str) -> Reply:
    """Out, what to do about it, and on when the runner says so."""
    spoken = (*way_out(room, state), words)
    paused = left(state)
    ending = prompt(say(again), say("say-resume-again")) if paused.is_paused else standing(at(room, paused))
    return speak(room, paused, aside(spoken), ending)


def sharp(room: Room, state: State, named: tuple[str, ...]) -> Reply:
    """This exercise, and what else loads the area, leave the plan; a professional is named."""
    on = at(room, state)
    areas = frozenset(named) or frozenset(on.step.exercise.areas)
    words = (*way_out(room, state), say("sharp"))
    rest = spared(room.library, on.practice, on.step.number, areas)
    spared_too = replace(state, practice=rest, aside=waits_spared(room, state, areas))
    if on.practice.is_single:
        return single_left(room, spared_too, words)
    is_over = on.spot.part is Part.PROMPT
    left_out = spared_too if is_over else leave_out(spared_too, on.step.number)
    kept = moved(left_out, Spot(on.last_index, Part.PROMPT))
    return speak(room, kept, (*aside(words), Mark(on.last_index, Part.PROMPT)), rest_after(at(room, kept)))


def rest_after(on: Desk) -> Ending:
    """What comes after an exercise that was left: the next one, or the end."""
    following = on.last_index + 1
    if following < len(on.plan.steps):
        return before_next(on, on.plan.steps[following])
    return closing(on, len(on.plan.steps))


def single_left(room: Room, state: State, words: Cues) -> Reply:
    """One exercise on its own is let go; only what waits is offered."""
    offer = offer_waiting(at(room, state), state.aside) if state.aside and not state.aside.is_declined else None
    return speak(room, replace(state, practice=None, is_paused=False), words, offer or Ending(()))


def spared(library: Library, practice: Practice, number: int, areas: frozenset[str]) -> Practice:
    """The practice without what is still to come and loads one of these areas."""
    later = tuple(one for one in practice.exercises[number:] if not loads(library.exercises[one], areas))
    return replace(practice, exercises=(*practice.exercises[:number], *later))


def waits_spared(room: Room, state: State, areas: frozenset[str]) -> Practice | None:
    """What waits, spared the same; let go where the very exercise it waits at loads one of these areas."""
    if state.aside is None:
        return None
    on = desk(room, state, state.aside)
    if loads(on.step.exercise, areas):
        return None
    return spared(room.library, state.aside, on.step.number, areas)


def loads(exercise: Exercise, areas: frozenset[str]) -> bool:
    """Whether a sore area should do without it."""
    return not areas.isdisjoint(exercise.loads)


def not_in_practice(room: Room, state: State, felt: Discomfort) -> Reply:
    """We cannot judge pain by voice; unless it is worse than that, it may be just tight."""
    match felt.sensation:
        case Sensation.CRAMP:
            return speak(room, state, (say("shake-it-out"),), tight_asked(felt.area.ids))
        case Sensation.NUMB:
            return close(room, state, say("uncross"))
        case Sensation.SHARP:
            return close(room, state, say("cannot-judge"))
        case _:
            return speak(room, state, (say("cannot-judge"),), tight_asked(felt.area.ids))


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
