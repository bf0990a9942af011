"""From the time since a reply was sent to where in it the runner is. Pure; nothing here reads a clock."""

from functools import lru_cache

from msgspec import Struct

from skill.coach.cues import Part
from skill.coach.timeline import Segment, Timeline

DAY_MS = 24 * 60 * 60 * 1000


class Spot(Struct, frozen=True, array_like=True):
    """Where a runner is: the step's index, its part, which sentence or part of the dose, and how far into that."""

    step: int
    part: Part
    index: int = 0
    into_ms: int = 0


@lru_cache(maxsize=1_024)
def end_ms(heard: Timeline) -> int:
    """Length of a timeline. Remembered, as most turns are the same ones for every runner."""
    return sum(segment.ms for segment in heard)


def elapsed_ms(heard: Timeline, sent_at_ms: int, now_ms: int, lag_ms: int) -> int:
    """How much of a reply was heard, within [0, end].

    `lag_ms` covers the start of speech, the wake word and the runner's own words. A clock that ran
    backwards, or a day or more, means that it was heard to its end.
    """
    end = end_ms(heard)
    since = now_ms - sent_at_ms
    if since < 0 or since > DAY_MS or since - lag_ms > end:
        return end
    return max(0, since - lag_ms)


def playhead(heard: Timeline, heard_ms: int) -> Spot | None:
    """The spot after `heard_ms` of a timeline; None where it holds only asides.

    Inside an aside the runner is where the aside leads to, else where it came from.
    """
    start = 0
    for position, segment in enumerate(heard):
        if heard_ms < start + segment.ms:
            if segment.part is not Part.ASIDE:
                return spot_in(segment, heard_ms - start)
            return beginning_of(heard[position:]) or last_spot(heard[:position])
        start += segment.ms
    return last_spot(heard)


def beginning_of(rest: Timeline) -> Spot | None:
    """The start of the first segment that is no aside."""
    following = next((segment for segment in rest if segment.part is not Part.ASIDE), None)
    return spot_in(following, 0) if following else None


def last_spot(heard: Timeline) -> Spot | None:
    """The end of the last segment that is no aside."""
    steps = [segment for segment in heard if segment.part is not Part.ASIDE]
    return spot_in(steps[-1], steps[-1].ms) if steps else None


def spot_in(segment: Segment, into_ms: int) -> Spot:
    """A place in a segment, counted from the beginning of the part the segment belongs to.

    On the way back into a position it is the place in the work that the way leads to.
    """
    into_ms = 0 if segment.part is Part.BACK else into_ms
    return Spot(segment.step, segment.part, segment.index, segment.from_ms + into_ms)


def worked_steps(heard: Timeline, heard_ms: int) -> tuple[frozenset[int], frozenset[int]]:
    """Steps whose work had begun, and steps whose work had ended, after `heard_ms`."""
    begun: set[int] = set()
    open_until: dict[int, int] = {}
    start = 0
    for segment in heard:
        if segment.part is Part.WORK:
            open_until[segment.step] = start + segment.ms
            if heard_ms > start:
                begun.add(segment.step)
        start += segment.ms
    ended = {step for step, until in open_until.items() if heard_ms >= until - NEARLY_MS}
    return frozenset(begun), frozenset(ended)


NEARLY_MS = 3000
