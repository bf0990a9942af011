"""Markup: exact silence, and XML that no text can break."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cues import Count, Cue, Mark, Part, Read, Spoken, Wait
from skill.speech import ssml
from skill.speech.errors import SpeechError
from skill.speech.limits import BREAK_MS, SPEECH_CHARACTERS, SSML_TAGS

SENTENCES = st.builds(Read, st.text(max_size=30))
WAITS = st.builds(Wait, st.integers(0, 70_000) | st.integers(0, 70).map(lambda seconds: seconds * 1_000))
MARKS = st.just(Mark(0, Part.WORK))
TURNS: st.SearchStrategy[list[Cue]] = st.lists(SENTENCES | WAITS | MARKS, max_size=12)
RATES = st.integers(20, 200)


def words(cue: Spoken) -> str:
    assert isinstance(cue, Read)
    return cue.text


def breaks(speech: str) -> list[int]:
    """The length of each break in ms."""
    times = [node.attrib["time"] for node in ET.fromstring(speech).iter("break")]
    return [int(time[:-2]) if time.endswith("ms") else int(time[:-1]) * 1_000 for time in times]


def said(speech: str) -> str:
    return " ".join("".join(ET.fromstring(speech).itertext()).split())


def waited(cues: Sequence[Cue]) -> int:
    return sum(cue.ms for cue in cues if isinstance(cue, Wait))


def test_a_hold_is_written_as_words_and_breaks() -> None:
    cues: list[Cue] = [Read("Hold."), Wait(15_000), Read("Halfway."), Wait(11_236), Read("And release.")]
    assert ssml.render(cues, words) == (
        '<speak>Hold. <break time="10s"/><break time="5s"/> Halfway. '
        '<break time="10s"/><break time="1236ms"/> And release.</speak>'
    )


def test_waits_on_both_sides_of_a_mark_are_one_silence() -> None:
    assert ssml.render([Wait(1_500), Mark(0, Part.WORK), Wait(1_500)], words) == '<speak><break time="3s"/></speak>'


def test_text_is_escaped() -> None:
    assert ssml.render([Read("a & b <c>")], words) == "<speak>a &amp; b &lt;c&gt;</speak>"


def test_characters_no_xml_can_hold_are_left_out() -> None:
    assert ssml.escape("Le\x00an\x1b in\ud800\ufffe\x85.") == "Lean in."


def test_a_cue_without_words_leaves_no_trace() -> None:
    assert ssml.render([Read("a"), Read(""), Read("b")], words) == "<speak>a b</speak>"


def test_another_rate_wraps_the_whole_speech_once() -> None:
    speech = ssml.render([Read("Hold."), Wait(1_000), Read("Done.")], words, rate_percent=85)
    assert speech == '<speak><prosody rate="85%">Hold. <break time="1s"/> Done.</prosody></speak>'


@pytest.mark.parametrize("rate_percent", [0, 19, 201])
def test_a_rate_alexa_does_not_take_is_refused(rate_percent: int) -> None:
    with pytest.raises(SpeechError, match=f"rate of {rate_percent} %"):
        ssml.render([], words, rate_percent)


def test_a_negative_wait_is_refused() -> None:
    with pytest.raises(SpeechError, match="-1 ms"):
        ssml.render([Wait(-1)], words)


def test_a_speech_of_the_full_length_is_taken_and_one_character_more_is_refused() -> None:
    full = "x" * (SPEECH_CHARACTERS - len("<speak></speak>"))
    assert len(ssml.render([Read(full)], words)) == SPEECH_CHARACTERS
    with pytest.raises(SpeechError, match="8001 characters"):
        ssml.render([Read(f"{full}x")], words)


def test_a_count_is_words_like_any_other() -> None:
    assert ssml.render([Count(3)], lambda _: "Three.") == "<speak>Three.</speak>"


@given(TURNS, RATES)
def test_silence_is_exact_and_no_break_is_too_long(cues: list[Cue], rate_percent: int) -> None:
    lengths = breaks(ssml.render(cues, words, rate_percent))
    assert sum(lengths) == waited(cues)
    assert all(0 < length <= BREAK_MS for length in lengths)


@given(st.lists(WAITS, max_size=8), st.lists(WAITS, max_size=8))
def test_each_run_of_breaks_is_the_silence_at_its_place(before: list[Wait], after: list[Wait]) -> None:
    first, second = ssml.render([*before, Read("x"), *after], words).split("x")
    assert sum(breaks(f"{first}</speak>")) == waited(before)
    assert sum(breaks(f"<speak>{second}")) == waited(after)


@given(st.text(), RATES)
def test_any_text_makes_well_formed_xml_of_tags_alexa_knows(text: str, rate_percent: int) -> None:
    speech = ssml.render([Read(text), Wait(1), Read(text)], words, rate_percent)
    assert {node.tag for node in ET.fromstring(speech).iter()} <= SSML_TAGS


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cc", "Cs", "Cn"])))
def test_no_word_is_lost(text: str) -> None:
    assert said(ssml.render([Read(text)], words)).split() == text.split()


@given(TURNS, RATES)
def test_characters_are_never_counted_short(cues: list[Cue], rate_percent: int) -> None:
    counted = sum(ssml.characters(cue, words) for cue in cues)
    assert len(ssml.render(cues, words, rate_percent)) <= counted + ssml.FRAME_CHARACTERS


@given(TURNS)
def test_characters_are_counted_close(cues: list[Cue]) -> None:
    counted = sum(ssml.characters(cue, words) for cue in cues if not isinstance(cue, Mark | Wait))
    spoken = ssml.render([cue for cue in cues if not isinstance(cue, Mark | Wait)], words)
    assert counted - (len(spoken) - len("<speak></speak>")) <= len(cues)


def test_a_break_carries_its_unit() -> None:
    speech = ssml.render([Wait(25_001)], words)
    assert all(re.fullmatch(r"\d+m?s", node.attrib["time"]) for node in ET.fromstring(speech).iter("break"))
