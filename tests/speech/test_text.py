"""Cues to read: in a terminal, on a card, in a script."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cues import Count, Cue, Mark, Part, Read, Spoken, Wait, say
from skill.speech import text

Words = Callable[[Spoken], str]

STEP: tuple[Cue, ...] = (
    Mark(0, Part.PLACE),
    Read("Calf stretch."),
    Read("Right leg back, toes at the wall."),
    Wait(4_000),
    Mark(0, Part.SETUP),
    Read("Knee straight, heel down, lean in."),
    Wait(4_000),
    Mark(0, Part.WORK),
    say("hold"),
    Wait(15_000),
    Read("Halfway."),
    Wait(11_236),
    Count(3),
    Wait(236),
    Count(2),
    Wait(236),
    Count(1),
    Wait(236),
    say("release"),
)


def test_a_step_reads_one_line_an_instruction(words: Words) -> None:
    assert text.lines(STEP, words) == [
        "Calf stretch. Right leg back, toes at the wall. [4 s]",
        "Knee straight, heel down, lean in. [4 s]",
        "Hold. [15 s] Halfway. [11.2 s] Three. [0.2 s] Two. [0.2 s] One. [0.2 s] And release.",
    ]


def test_a_wait_after_a_mark_stays_with_the_words_before(words: Words) -> None:
    cues: list[Cue] = [Read("Ready?"), Wait(1_000), Mark(0, Part.WORK), Wait(2_000), Read("Go.")]
    assert text.lines(cues, words) == ["Ready? [3 s]", "Go."]


def test_a_card_holds_the_words_alone(words: Words) -> None:
    assert text.card(STEP[:6], words) == (
        "Calf stretch. Right leg back, toes at the wall.\nKnee straight, heel down, lean in."
    )


def test_nothing_said_is_no_line(words: Words) -> None:
    assert text.lines([Mark(0, Part.WORK), Wait(0)], words) == []


def test_a_short_silence_is_not_shown_as_none() -> None:
    assert [text.silence(ms) for ms in (1, 160, 11_236, 60_000)] == [
        "[0.1 s]",
        "[0.2 s]",
        "[11.2 s]",
        "[60 s]",
    ]


@given(st.lists(st.builds(Read, st.text()) | st.builds(Wait, st.integers(0, 99_999)) | st.just(Mark(0, Part.EXIT))))
def test_no_word_is_lost(cues: list[Cue]) -> None:
    said = [cue.text for cue in cues if isinstance(cue, Read)]
    written = text.card(cues, lambda cue: cue.text if isinstance(cue, Read) else "")
    assert written.split() == " ".join(said).split()
