"""Text that must not be spoken."""

import pytest

from skill.speech import speakable


@pytest.mark.parametrize("text", ["Lean in & hold.", "Knee < toes.", "<break/>"])
def test_characters_of_markup_are_found(text: str) -> None:
    assert list(speakable.faults(text)) == ["has < > or &: only ssml.py writes markup"]


@pytest.mark.parametrize("text", ["Alexa, pause", "Say: alexa.", "ALEXA!"])
def test_the_wake_word_is_found(text: str) -> None:
    assert list(speakable.faults(text)) == ["says Alexa, which wakes the device"]


def test_a_name_that_only_begins_like_the_wake_word_is_fine() -> None:
    assert list(speakable.faults("Alexander leans in.")) == []
