"""What a runner sets by voice: said back in a breath, kept for good, and true from this very moment on."""

from skill.coach.cues import Part, Say, say
from skill.coach.endings import prompt
from skill.coach.preferences import Preferences
from skill.coach.room import Reply, Room
from skill.coach.state import IN_PLACE, State
from skill.coach.time_requests import SetDetail, SetFlow, SetHold, SetPace
from skill.coach.turn import answer, at, elicit, speak
from skill.coach.welcome import idle_question
from skill.domain.dose import Hold, Range, Reps
from skill.domain.dose import Part as Dose
from skill.domain.library import Library
from skill.domain.values import replace

HOLD_S = Range(5, 120)
"""What may be set at all; each exercise keeps its own range besides."""

Setting = SetHold | SetPace | SetFlow | SetDetail


def told(room: Room, state: State, *words: Say) -> Reply:
    """The answer, and back to where the runner was."""
    if state.practice is not None:
        return answer(room, state, *words)
    return speak(room, state, words, idle_question(room, state))


def missing(room: Room, state: State, asked: Setting) -> Reply:
    """The question for a value that was not said."""
    slot = SLOTS[type(asked)]
    return elicit(room, state, slot, prompt(say(f"which-{slot}"), say(f"which-{slot}-again")))


SLOTS = {SetHold: "duration", SetPace: "pace", SetFlow: "flow", SetDetail: "detail"}


def set_hold(room: Room, state: State, asked: SetHold) -> Reply:
    """Holds of so many seconds, where an exercise allows it; what this one or others allow is said."""
    if asked.duration_s is None:
        return missing(room, state, asked)
    hold_s = HOLD_S.clamp(asked.duration_s)
    kept = replace(state, preferences=replace(state.preferences, hold_s=hold_s))
    return told(room, kept, say("hold-set", seconds=hold_s), *clamped(room, state, hold_s))


def clamped(room: Room, state: State, hold_s: int) -> tuple[Say, ...]:
    """What is kept within a range: the hold under way, else those of the practice, else any."""
    if state.practice is None:
        others = doses_of(room.library)
    else:
        on = at(room, state)
        here = range_of(on.dose) if on.spot.part in IN_PLACE else None
        if here and hold_s not in here:
            key = "hold-at-most" if hold_s > here.high else "hold-at-least"
            return (say(key, seconds=here.clamp(hold_s)),)
        others = [part for step in on.plan.steps for part in step.doses]
    ranges = filter(None, map(range_of, others))
    return (say("hold-elsewhere"),) if any(hold_s not in one for one in ranges) else ()


def doses_of(library: Library) -> list[Dose]:
    """The parts of every exercise there is."""
    return [part for exercise in library.exercises.values() for mode in exercise.modes for part in mode.parts]


def range_of(part: Dose) -> Range | None:
    """What a hold may be set to, in seconds; None for what is no hold."""
    return part.range_s if isinstance(part, Hold) else None


def set_pace(room: Room, state: State, asked: SetPace) -> Reply:
    """Speech, counting and the time to get ready; a count goes on from the number it had come to."""
    if asked.pace is None:
        return missing(room, state, asked)
    kept = replace(state.preferences, pace=asked.pace)
    state = at_tempo(room, state, kept)
    return told(room.tuned(kept), state, say("pace-set", pace=asked.pace.value))


def at_tempo(room: Room, state: State, kept: Preferences) -> State:
    """The state with that pace; a count goes on from the same number."""
    if state.practice is None:
        return replace(state, preferences=kept)
    on = at(room, state)
    after = replace(state, preferences=kept)
    now = at(room, after).dose
    if not isinstance(on.dose, Reps) or not isinstance(now, Reps):
        return after
    into_ms = on.spot.into_ms // on.dose.rep_ms * now.rep_ms
    return replace(after, practice=replace(on.practice, spot=replace(on.spot, into_ms=into_ms)))


def set_flow(room: Room, state: State, asked: SetFlow) -> Reply:
    """How much a turn holds; the place stays what it was."""
    if asked.flow is None:
        return missing(room, state, asked)
    kept = replace(state, preferences=replace(state.preferences, flow=asked.flow))
    return told(room, kept, say("flow-set", flow=asked.flow.value))


def set_detail(room: Room, state: State, asked: SetDetail) -> Reply:
    """How much is explained."""
    if asked.detail is None:
        return missing(room, state, asked)
    kept = replace(state, preferences=replace(state.preferences, detail=asked.detail))
    return told(room, from_first_instruction(kept), say("detail-set", detail=asked.detail.value))


def from_first_instruction(state: State) -> State:
    """The state after the first instruction of its step, where one was told: in other words there are fewer or more."""
    practice = state.practice
    if practice is None or practice.spot.part is not Part.TOLD:
        return state
    return replace(state, practice=replace(practice, spot=replace(practice.spot, index=0)))


def settings(room: Room, state: State) -> Reply:
    """Everything that is set, in one sentence."""
    return told(room, state, all_set(state.preferences))


def all_set(kept: Preferences) -> Say:
    """As in "Holds as each stretch asks, normal pace, and I wait for you after each stretch"."""
    hold = say("holds-of", seconds=kept.hold_s) if kept.hold_s else say("holds-own")
    detail = kept.detail.value if kept.detail else "by-count"
    return say("settings", hold=hold, pace=kept.pace.value, flow=kept.flow.value, detail=detail)


def reset(room: Room, state: State) -> Reply:
    """Back to how everything came; what the runner never wants stays away."""
    kept = Preferences(avoided=state.preferences.avoided)
    state = at_tempo(room, state, kept)
    return told(room.tuned(kept), state, say("settings-reset"))
