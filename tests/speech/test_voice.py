"""What the coach is told about words."""

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cues import Count, Cue, Mark, Part, Read, Wait
from skill.speech import ssml
from skill.speech.locale import Locale
from skill.speech.phrases import Phrases
from skill.speech.voice import SpokenVoice

if TYPE_CHECKING:
    from skill.coach.voice import Voice

PHRASES_OF_NOTHING = Phrases("", Locale(id="en-GB", words_per_minute=165, sentence_ms=400, numbers=("zero",)), {})

CUES: st.SearchStrategy[list[Cue]] = st.lists(
    st.builds(Read, st.text())
    | st.builds(Count, st.integers(0, 120))
    | st.builds(Wait, st.integers(0, 40_000))
    | st.just(Mark(0, Part.SETUP)),
    max_size=15,
)


def test_it_is_the_voice_the_coach_asks_for(voice: SpokenVoice) -> None:
    asked: Voice = voice
    assert asked.ms(Read("Halfway.")) == 764


def test_a_counted_beat_leaves_room_within_its_second(voice: SpokenVoice) -> None:
    assert voice.ms(Count(3)) == 764


def test_escapes_are_characters(voice: SpokenVoice) -> None:
    assert voice.characters(Read("a & b")) == len("a &amp; b ")


def test_a_mark_is_heard_by_nobody(voice: SpokenVoice) -> None:
    assert ssml.render([Mark(0, Part.WORK)] * 3, PHRASES_OF_NOTHING.text) == "<speak></speak>"
    assert voice.characters(Mark(0, Part.WORK)) <= 1


@given(CUES, st.integers(20, 200))
def test_a_speech_is_never_longer_than_its_cues_and_the_frame(cues: list[Cue], rate_percent: int) -> None:
    voice = SpokenVoice(PHRASES_OF_NOTHING, Locale(id="en-GB", words_per_minute=165, sentence_ms=400, numbers=()))
    speech = ssml.render(cues, PHRASES_OF_NOTHING.text, rate_percent)
    assert len(speech) <= sum(map(voice.characters, cues)) + ssml.FRAME_CHARACTERS
