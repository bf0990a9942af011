"""What a runner is told once, just before the first hold of a practice: how to interrupt, then one thing a practice."""

from skill.coach.cues import Cues, say
from skill.coach.preferences import Flow
from skill.coach.state import Practice, State

BARGE_IN = "barge-in"
TIME_LEFT = "tip-time-left"
KEEP_GOING = "tip-keep-going"
LONGER = "tip-longer"
PROMPTS = {BARGE_IN: "tip-barge-in", TIME_LEFT: TIME_LEFT, KEEP_GOING: KEEP_GOING, LONGER: LONGER}


def tip(state: State, practice: Practice) -> Cues:
    """The tip of this practice; none once it was said, nor where there is none left."""
    due = tip_due(state, practice)
    return (say(PROMPTS[due]),) if due else ()


def tip_due(state: State, practice: Practice) -> str | None:
    """Which tip this practice has. One exercise on its own only ever has the first, as one must know how to pause."""
    if practice.is_tipped:
        return None
    if BARGE_IN not in state.told:
        return BARGE_IN
    later = () if practice.is_single else (TIME_LEFT, KEEP_GOING, LONGER)
    return next((one for one in later if one not in state.told and not is_known(state, one)), None)


def is_known(state: State, one: str) -> bool:
    """Whether the runner has found it already."""
    kept = state.preferences
    return (one == KEEP_GOING and kept.flow is Flow.KEEP_GOING) or (one == LONGER and kept.hold_s is not None)
