"""Cues laid along time."""

from skill.coach.cues import Count, Mark, Part, Read, Wait, say
from skill.coach.timeline import Segment, length_ms, timeline
from tests.coach.runner import real_voice

VOICE = real_voice()


def test_silence_is_exact_and_words_are_estimated_from_mark_to_mark() -> None:
    cues = (
        Mark(0, Part.PLACE),
        Read("Face the wall."),
        Wait(4000),
        Mark(0, Part.WORK, 1, 2500),
        Wait(10_000),
        Count(3),
        Wait(236),
    )
    spoken_ms = VOICE.ms(Read("Face the wall."))
    assert timeline(VOICE, cues) == (
        Segment(0, Part.PLACE, 0, 0, spoken_ms + 4000),
        Segment(0, Part.WORK, 1, 2500, 10_236 + VOICE.ms(Count(3))),
    )


def test_what_comes_before_the_first_mark_belongs_to_no_step() -> None:
    cues = (say("stop"), Mark(2, Part.EXIT), Wait(1000))
    assert timeline(VOICE, cues) == (
        Segment(0, Part.ASIDE, 0, 0, VOICE.ms(say("stop"))),
        Segment(2, Part.EXIT, 0, 0, 1000),
    )


def test_a_mark_that_nothing_follows_is_no_segment() -> None:
    assert timeline(VOICE, (Mark(0, Part.PLACE), Mark(0, Part.SETUP))) == ()


def test_a_timeline_is_as_long_as_its_cues() -> None:
    cues = (say("ease-out"), Wait(1500), Mark(0, Part.WORK), Count(1))
    assert length_ms(VOICE, cues) == VOICE.ms(say("ease-out")) + 1500 + VOICE.ms(Count(1))
    assert sum(segment.ms for segment in timeline(VOICE, cues)) == length_ms(VOICE, cues)
