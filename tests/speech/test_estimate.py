"""How long words take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.speech import estimate
from skill.speech.locale import Locale

ENGLISH = Locale(id="en-US", words_per_minute=165, sentence_ms=400, numbers=())


def test_halfway_takes_three_quarters_of_a_second() -> None:
    assert estimate.ms("Halfway.", ENGLISH) == 764


def test_silence_takes_no_time() -> None:
    assert estimate.ms("", ENGLISH) == estimate.ms(" ... ", ENGLISH) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("twenty-five", 2),
        ("you're there", 2),
        ("the runner\u2019s foot", 3),
        ("250 seconds", 4),
        ("A to Z", 3),
        ("one, two - three", 3),
    ],
)
def test_words_are_counted_as_spoken(text: str, count: int) -> None:
    assert estimate.words(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lean in", 1),
        ("Two of four. Toe stretch.", 2),
        ("Ready? Lean in...", 2),
        ("It takes 3.5 minutes.", 1),
        ('Say "next." Then wait', 2),
    ],
)
def test_sentences_are_counted_by_their_stops(text: str, count: int) -> None:
    assert estimate.sentences(text) == count


@given(st.lists(st.sampled_from(["Lean in.", "Hold.", "Ready?", "Heel down, knee straight."])))
def test_sentences_take_as_long_together_as_one_by_one(sentences: list[str]) -> None:
    apart = sum(estimate.ms(sentence, ENGLISH) for sentence in sentences)
    assert estimate.ms(" ".join(sentences), ENGLISH) == pytest.approx(apart, abs=len(sentences))
