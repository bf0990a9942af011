"""From the time since a reply was sent to where in it the runner is. Pure; nothing here reads a clock."""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from skill.coach.cues import Part
from skill.coach.timeline import Segment, Timeline

DAY_MS = 24 * 60 * 60 * 1000

NEARLY_MS = 3000


class Spot(Struct, frozen=True, array_like=True):
    """Where a runner is: the step's index, its part, which sentence or part of the dose, and how far into that."""

    step: int
    part: Part
    index: int = 0
    into_ms: int = 0


def end_ms(heard: Timeline) -> int:
    """Length of a timeline."""
    return ends_ms(heard)[-1] if heard else 0


@lru_cache(maxsize=1_024)
def ends_ms(heard: Timeline) -> tuple[int, ...]:
    """When each segment of a timeline is over. Remembered, as most turns are the same ones for every runner."""
    return tuple(accumulate(segment.ms for segment in heard))


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
    ends = ends_ms(heard)
    position = bisect_right(ends, heard_ms)
    if position == len(heard):
        return last_spot(heard)
    segment = heard[position]
    if segment.part is Part.ASIDE:
        return beginning_of(heard[position:]) or last_spot(heard[:position])
    return spot_in(segment, heard_ms - (ends[position] - segment.ms))


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
    spans = work_spans(heard)
    begun = frozenset(step for step, start, _ in spans if heard_ms > start)
    ended = frozenset(step for step, _, until in spans if heard_ms >= until - NEARLY_MS)
    return begun, ended


@lru_cache(maxsize=1_024)
def work_spans(heard: Timeline) -> tuple[tuple[int, int, int], ...]:
    """Each step that is worked in a timeline, from which ms on, and until which. Remembered like the ends."""
    spans: dict[int, tuple[int, int]] = {}
    for segment, end in zip(heard, ends_ms(heard), strict=True):
        if segment.part is Part.WORK:
            start, _ = spans.get(segment.step, (end - segment.ms, end))
            spans[segment.step] = start, end
    return tuple((step, start, until) for step, (start, until) in spans.items())
