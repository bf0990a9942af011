"""Cues laid along time: silence exact, speech estimated by the voice, cut into segments at the marks."""

from collections.abc import Iterable

from msgspec import Struct

from skill.coach.cues import Cue, Cues, Mark, Part, Wait
from skill.coach.voice import Voice
from skill.domain.once import Once


class Segment(Struct, frozen=True):
    """One part of one step in a turn: `ms` long, beginning `from_ms` into that part."""

    step: int
    part: Part
    index: int
    from_ms: int
    ms: int


Timeline = tuple[Segment, ...]


def timeline(voice: Voice, cues: Cues) -> Timeline:
    """The segments of a turn in order; what comes before the first mark is an aside."""
    segments: list[Segment] = []
    mark, ms = Mark(0, Part.ASIDE), 0
    for cue in (*cues, mark):
        if isinstance(cue, Mark):
            if ms:
                segments.append(Segment(mark.step, mark.part, mark.index, mark.from_ms, ms))
            mark, ms = cue, 0
        else:
            ms += cue_ms(voice, cue)
    return Once(segments)


def cue_ms(voice: Voice, cue: Cue) -> int:
    """Milliseconds a cue takes; a mark takes none."""
    match cue:
        case Wait(ms):
            return ms
        case Mark():
            return 0
        case _:
            return voice.ms(cue)


def length_ms(voice: Voice, cues: Iterable[Cue]) -> int:
    """Milliseconds of all the cues together."""
    return sum(cue_ms(voice, cue) for cue in cues)
