"""SSML is read back as it was meant: silences to the ms, words at their pace; what Alexa would refuse is refused."""

import pytest

from skill.coach.cues import Cue, Mark, Part, Read, Wait
from skill.simulator.speech import Silence, SsmlError, Words, length_ms, lines, read
from skill.speech import estimate, ssml
from skill.speech.locale import Locale

LOCALE = Locale(id="en-US", words_per_minute=120, sentence_ms=400, numbers=("zero",))


def test_words_and_silences_come_in_order() -> None:
    speech = read('<speak>Hold. <break time="10s"/><break time="1500ms"/> And release.</speak>')
    assert speech == (Words("Hold. "), Silence(11_500), Words(" And release."))


def test_a_rate_applies_to_what_it_encloses() -> None:
    speech = read('<speak>One. <prosody rate="80%">Two. <break time="1s"/> Three.</prosody> Four.</speak>')
    assert [piece.rate_percent for piece in speech if isinstance(piece, Words)] == [100, 80, 80, 100]


def test_harmless_tags_leave_their_words() -> None:
    assert read('<speak><s>Say <sub alias="and">&amp;</sub> go</s></speak>') == (Words("Say and go"),)


def test_slower_words_take_longer_and_silences_do_not() -> None:
    normal = read('<speak>One two. <break time="2s"/></speak>')
    slower = read('<speak><prosody rate="50%">One two. <break time="2s"/></prosody></speak>')
    assert length_ms(normal, LOCALE) == 1_400 + 2_000
    assert length_ms(slower, LOCALE) == 2_800 + 2_000


def test_a_line_ends_at_a_silence_in_which_something_is_done() -> None:
    counted = 'Three. <break time="0.6s"/> Two. <break time="600ms"/> One. <break time="600ms"/> And release. Change.'
    speech = read(f'<speak>Lean in. <break time="4s"/> Hold. <break time="10s"/><break time="2s"/> {counted}</speak>')
    assert lines(speech) == [
        "Lean in. [4 s]",
        "Hold. [12 s]",
        "Three. [0.6 s] Two. [0.6 s] One. [0.6 s] And release.",
        "Change.",
    ]


@pytest.mark.parametrize(
    ("ssml", "why"),
    [
        ("<speak>a & b</speak>", "not XML"),
        ("<speak>" + "a" * 8_000 + "</speak>", "8015 characters"),
        ("<speak><audio src='x'/></speak>", "tag <audio>"),
        ('<speak><break time="11s"/></speak>', "11000 ms"),
        ('<speak><break time="soon"/></speak>', "'soon'"),
        ("<speak><break/></speak>", "''"),
    ],
)
def test_what_alexa_would_refuse_is_refused(ssml: str, why: str) -> None:
    with pytest.raises(SsmlError, match=why):
        read(ssml)


def test_a_silence_before_the_first_words_stays_with_them() -> None:
    assert lines(read('<speak><break time="4s"/> No hurry. Say next.</speak>')) == ["[4 s] No hurry. Say next."]


def test_speech_takes_as_long_here_as_on_the_coach_s_timeline() -> None:
    texts = ("One of four. Calf stretch.", "Right leg back, toes at the wall.", "And release.")
    waits = (4_000, 15_250, 70)
    cues: list[Cue] = [Mark(0, Part.PLACE)]
    for text, ms in zip(texts, waits, strict=True):
        cues += [Read(text), Wait(ms)]
    spoken = ssml.render(cues, lambda cue: cue.text if isinstance(cue, Read) else "")
    assert length_ms(read(spoken), LOCALE) == sum(waits) + sum(estimate.ms(text, LOCALE) for text in texts)
