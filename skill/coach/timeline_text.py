"""A timeline as one short line of text, as a turn of ten exercises must fit the session's attributes too."""

import re
from functools import lru_cache

from skill.coach.cues import Part
from skill.coach.timeline import Segment, Timeline
from skill.domain.once import Once

SEGMENT = re.compile(r"(\d*)([a-z])(\d*)(?:\+(\d+))?:(\d+)", re.ASCII)


def line_of(timeline: Timeline) -> str:
    """Segments as in "0p:2300 p1:5200 w2+9000:21000": step where it changes, part, index, offset, length in ms."""
    steps = [0, *(segment.step for segment in timeline)]
    return " ".join(
        (f"{s.step}" if s.step != before else "")
        + s.part.value
        + (f"{s.index}" if s.index else "")
        + (f"+{s.from_ms}" if s.from_ms else "")
        + f":{s.ms}"
        for before, s in zip(steps, timeline, strict=False)
    )


@lru_cache(maxsize=1_024)
def timeline_of(line: str) -> Timeline:
    """The segments again; ValueError for text that is none.

    Remembered, as most turns are the same ones for every runner.
    """
    found: list[Segment] = []
    for text in line.split():
        match = SEGMENT.fullmatch(text)
        if match is None:
            raise ValueError("a segment of a timeline cannot be read")
        step, part, index, from_ms, ms = match.groups(default="")
        before = found[-1].step if found else 0
        found.append(Segment(int(step or before), Part(part), int(index or 0), int(from_ms or 0), int(ms)))
    return Once(found)
