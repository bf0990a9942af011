"""How things begin: a routine with its opening, one exercise on its own, a description, the list of routines."""

import math
from typing import assert_never

from skill.coach.arrival import counted as counted_once_more
from skill.coach.arrival import let_go
from skill.coach.cues import Cues, Mark, Part, Read, Say, say
from skill.coach.desk import Desk
from skill.coach.endings import Ending, before_first, counted, kit_names, practice_name, prompt
from skill.coach.flow import length_s, rest_of_turn, walk
from skill.coach.ledger import left_first
from skill.coach.playhead import Spot
from skill.coach.position import ease_out
from skill.coach.preferences import Flow
from skill.coach.room import Reply, Room
from skill.coach.state import AT_ONCE, LISTS, MID_TURN, Asked, Practice, Question, State
from skill.coach.turn import ELSEWHERE, aside, at, brought_out, moved, speak, standing, teach
from skill.domain.dose import Hold, Mode, Movement, Reps
from skill.domain.dose import Part as Dose
from skill.domain.library import Library
from skill.domain.model import Exercise, Place, Routine, Side, WarmUp
from skill.domain.values import replace

SAFETY = "safety"
HELD_S = 3
PLACES = {
    Place.WALL: "wall",
    Place.SEATED: "chair",
    Place.KNEELING: "floor",
    Place.FLOOR: "floor",
    Place.STEP: "step",
}


def start_routine(room: Room, state: State, routine: Routine, *, is_detour: bool = False) -> Reply:
    """A routine from its opening. As a detour it sets the practice aside; else what waited is let go."""
    exercises = chosen(state, routine)
    if not exercises:
        return speak(room, state, (), prompt(say("all-avoided", name=routine.name), say("name-another-again")))
    out = let_out(room, state)
    state = let_go(room, state) if not is_detour else state
    turned = left_first(state.short, exercises)
    practice = Practice(exercises=exercises, routine=routine.id, left_first=turned, turned=turned)
    kept = set_aside(state) if is_detour else None
    lead = (say("set-aside", routine=practice_name(room.library, kept)),) if kept else ()
    begun = replace(
        state,
        practice=practice,
        aside=kept,
        finished=None,
        is_paused=False,
        met=counted_once_more(state.met, [routine.id]),
    )
    is_first = not state.times_met(routine.id)
    safety, begun = with_safety(begun, is_wanted=is_first and not state.is_safety_said)
    return opened(room, begun, (*out, *lead, *safety, *opening(at(room, begun), routine)))


def let_out(room: Room, state: State) -> Cues:
    """Out of the position of what is left for something else."""
    return ease_out(at(room, state)) if state.practice else ()


def opened(room: Room, state: State, words: Cues) -> Reply:
    """The first step after some words, or what comes before it: a walk, or equipment to fetch."""
    walk = timed_walk(at(room, state))
    if walk:
        return walked(room, moved(state, Spot(0, Part.PLACE)), (Mark(0, Part.OPENING), *words, *walk))
    ending = before_first(at(room, state))
    if ending is None:
        return teach(room, moved(state, Spot(0, Part.PLACE)), words, ELSEWHERE)
    return speak(room, state, (Mark(0, Part.OPENING), *words), ending)


def timed_walk(on: Desk) -> Cues:
    """A minute's walk that nobody has to end, where exercises follow each other by themselves.

    One that only those need who have been sitting is left to them: they pause for it.
    """
    routine = on.room.library.routines.get(on.practice.routine or "")
    if routine is None or on.state.preferences.flow is not Flow.KEEP_GOING:
        return ()
    match routine.warm_up:
        case WarmUp.WALK:
            return (say("walk-timed"), *walk(0))
        case WarmUp.WALK_IF_SITTING:
            return (say("walk-if-sitting"),)
        case _:
            return ()


def walked(room: Room, state: State, lead: Cues) -> Reply:
    """The walk and, in the same turn, what comes after it."""
    cues, ending = rest_of_turn(replace(at(room, state), is_elsewhere=True, lead=lead))
    return speak(room, state, lead + cues, ending)


def set_aside(state: State) -> Practice | None:
    """What waits while something else is done: one deep, and a routine rather than one exercise of a detour."""
    if state.practice is None or (state.practice.is_single and state.aside is not None):
        return state.aside
    return replace(state.practice, is_declined=False)


def chosen(state: State, routine: Routine) -> tuple[str, ...]:
    """The routine's exercises without those the runner never wants."""
    return tuple(entry.exercise for entry in routine.entries if entry.exercise not in state.preferences.avoided)


def with_safety(state: State, *, is_wanted: bool) -> tuple[tuple[Say, ...], State]:
    """The safety sentence where it is wanted, and the state that remembers it."""
    if not is_wanted:
        return (), state
    return (say("safety"),), replace(state, is_safety_said=True, told=state.told | {SAFETY})


def opening(on: Desk, routine: Routine) -> tuple[Say, ...]:
    """Name, number of exercises, honest length; then the places and kit."""
    exercises = on.plan.exercises()
    words = say("opening", name=routine.name, count=counted(exercises), length=length(on))
    things = needed(on.room.library, exercises)
    return (words, say("opening-kit", things=things)) if things else (words,)


def needed(library: Library, exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
    """Spoken names of the places, then of the equipment, each once."""
    return tuple(dict.fromkeys((*places(library, exercises), *kit_names(library, exercises))))


def places(library: Library, exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
    """Spoken names of the places to be at, each once."""
    ids = dict.fromkeys(PLACES[exercise.place] for exercise in exercises if exercise.place in PLACES)
    return tuple(library.kit[place].name for place in ids)


def length(on: Desk) -> Say:
    """As in "seven minutes", rounded up to half a minute."""
    return minutes(math.ceil(length_s(on) / 30))


def minutes(half_minutes: int) -> Say:
    """A number of half minutes in words."""
    whole, half = divmod(half_minutes, 2)
    if not whole:
        return say("half-a-minute")
    return say("minutes-and-half" if half else "minutes", minutes=whole)


def how_to(room: Room, state: State, exercise: Exercise, side: Side | None = None) -> Reply:
    """One exercise coached at once. In a routine it is a detour, one deep, and says so."""
    is_detour = state.practice is not None and not state.practice.is_single
    turned = left_first(state.short, (exercise.id,)) if side is None else frozenset[int]()
    first = turned | (frozenset({1}) if side is Side.LEFT else frozenset())
    begun = replace(
        state,
        practice=Practice(exercises=(exercise.id,), left_first=first, turned=turned),
        aside=set_aside(state) if is_detour else state.aside,
        finished=None,
        is_paused=False,
    )
    safety, begun = with_safety(begun, is_wanted=SAFETY not in state.told)
    return opened(room, begun, (*(leaving(room, state) if is_detour else let_out(room, state)), *safety))


def leaving(room: Room, state: State) -> Cues:
    """Out of the position, and that the practice under way waits."""
    on = at(room, state)
    return (*ease_out(on), say("set-aside", routine=practice_name(room.library, on.practice)))


def describe(room: Room, state: State, exercise: Exercise) -> Reply:
    """How an exercise goes, read out without timing; then it is offered, or the practice goes on when told."""
    words = exercise.wordings.full
    sentences = [*exercise.cautions, *(i.text for i in words.place), words.right, *(i.text for i in words.setup)]
    mode = exercise.mode(None)
    dose = [cue for part in mode.parts for cue in said_part(part)]
    spoken: Cues = (
        say("title-alone", name=exercise.name),
        *(Read(text) for text in sentences if text),
        *dose,
        *said_sets(mode),
        say("sides", sides=exercise.sides.value),
    )
    offer = prompt(say("shall-we"), say("shall-we-again"), question=Question(Asked.COACH, exercise.id))
    return digress(room, state, spoken, offer)


def said_sets(mode: Mode) -> tuple[Say, ...]:
    """As in "three sets", where there is more than one."""
    return (say("dose-sets", sets=mode.sets),) if mode.sets > 1 else ()


def said_part(dose: Dose) -> Cues:
    """What leads over to a part of the dose, and the part."""
    return (*((Read(dose.lead),) if dose.lead else ()), said_dose(dose))


def said_dose(dose: Dose) -> Say:
    """How long or how often."""
    match dose:
        case Hold(hold_s=seconds):
            return say("dose-hold", seconds=seconds)
        case Movement(move_s=seconds):
            return say("dose-move", seconds=seconds)
        case Reps(count=count, phases=phases) if phases[0].word and phases[0].phase_s >= HELD_S:
            return say("dose-reps-held", count=count, seconds=phases[0].phase_s)
        case Reps(count=count):
            return say("dose-reps", count=count)
        case _:
            assert_never(dose)


def list_routines(room: Room, state: State, offset: int = 0) -> Reply:
    """The routines' names, three at a time."""
    names = tuple(routine.name for routine in room.library.routines.values())
    some, rest = names[offset : offset + AT_ONCE], names[offset + AT_ONCE :]
    words = listed(some, offset)
    if rest:
        ending = prompt(say("or-more"), say("or-more-again"), question=Question(Asked.LIST, offset=offset + AT_ONCE))
    else:
        last = Question(Asked.LIST, offset=len(names))
        ending = prompt(say("which-routine"), say("which-routine-again"), question=last)
    return digress(room, state, (words,), ending)


def listed(names: tuple[str, ...], offset: int) -> Say:
    """The names of a part of a list, or that there are no more."""
    if not names:
        return say("list-end")
    return say("list-more" if offset else "list-routines", names=names)


def digress(room: Room, state: State, words: Cues, ending: Ending) -> Reply:
    """Something longer to listen to. A practice waits for it, out of the position first; its prompt comes last."""
    if state.practice is None:
        return speak(room, state, words, ending)
    on = at(room, state)
    out = ease_out(on)
    state = replace(brought_out(room, state), is_paused=state.is_paused or on.spot.part in MID_TURN or bool(out))
    back = standing(at(room, state))
    is_list = ending.question is not None and ending.question.asked in LISTS
    kept = ending.question if is_list else back.question
    return speak(room, state, aside((*out, *words)), replace(back, question=kept))
