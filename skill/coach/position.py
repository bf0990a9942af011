"""Out of a position: where a runner is in one, the words that lead out of it, and where the way in begins again."""

from skill.coach.cues import Cues, Mark, Part, say
from skill.coach.desk import Desk
from skill.coach.playhead import Spot
from skill.coach.telling import lesson
from skill.domain.model import Place

LOW = frozenset({Place.FLOOR, Place.KNEELING, Place.STEP})
"""Where even getting ready is a position to be led out of."""

HELD = frozenset({Part.LEAVING, Part.BACK, Part.WORK, Part.REST, Part.SWITCH, Part.EXIT})
GETTING_READY = frozenset({Part.SETUP, Part.TOLD})
LEADING_IN = frozenset({Part.LEAVING, Part.SETUP, Part.SWITCH, Part.TOLD})
"""Parts that are heard again from the place on by whoever has come out of the position."""


def posed_in(on: Desk) -> int:
    """Index of the step whose position the runner is in: on the way out of one, that one."""
    return on.spot.index if on.spot.part is Part.LEAVING else on.spot.step


def coming_out(on: Desk, *, is_careful: bool = False) -> Cues:
    """The way out of the position a runner is in; being careful, also of one that was only being got ready."""
    exercise = on.plan.steps[posed_in(on)].exercise
    parts = HELD | GETTING_READY if is_careful or exercise.place in LOW else HELD
    if on.state.is_paused or on.spot.part not in parts or not exercise.exit:
        return ()
    return lesson(on, posed_in(on)).way_out()


def ease_out(on: Desk) -> Cues:
    """Out of a hold first, and out of the position, where the runner is in one."""
    is_working = on.spot.part is Part.WORK and not on.state.is_paused
    return (*((say("ease-out"),) if is_working else ()), *coming_out(on))


def leaving_for(on: Desk, index: int) -> Cues:
    """Out of the hold and out of the position, on the way to the step with that index."""
    words = ease_out(on)
    return (Mark(index, Part.LEAVING, posed_in(on)), *words) if coming_out(on) else words


def anew(on: Desk, index: int) -> Cues:
    """Out of the position where there is a way out of it, before a step is begun anew; else nothing is said."""
    return leaving_for(on, index) if coming_out(on) else ()


def outside(on: Desk, *, is_careful: bool = False) -> Spot:
    """Where the runner is once brought out: the way in begins at the place again, and the way out is over."""
    if not coming_out(on, is_careful=is_careful):
        return on.spot
    if on.spot.part in LEADING_IN:
        return Spot(on.spot.step, Part.PLACE)
    return Spot(on.spot.step, Part.PROMPT) if on.is_done else on.spot
