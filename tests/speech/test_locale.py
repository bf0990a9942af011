"""What a locale knows about counting and lists."""

import pytest

from skill.speech.locale import Locale


def test_a_number_has_a_word_up_to_a_hundred_and_digits_beyond(locale: Locale) -> None:
    assert [locale.number(n) for n in (0, 25, 100, 101, -1)] == [
        "zero",
        "twenty-five",
        "a hundred",
        "101",
        "-1",
    ]


def test_english_has_one_and_other(locale: Locale) -> None:
    assert [locale.plural(n) for n in (0, 1, 2, 101)] == ["other", "one", "other", "other"]


@pytest.mark.parametrize(
    ("parts", "listed"),
    [
        (["a wall"], "a wall"),
        (["a wall", "a chair"], "a wall and a chair"),
        (["a wall", "a chair", "some floor"], "a wall, a chair and some floor"),
    ],
)
def test_a_list_is_read_without_a_comma_before_the_last(locale: Locale, parts: list[str], listed: str) -> None:
    assert locale.listed(parts) == listed


def test_a_language_without_grammar_is_refused() -> None:
    with pytest.raises(ValueError, match="no grammar for pl-PL"):
        Locale(id="pl-PL", words_per_minute=165, sentence_ms=400, numbers=())


@pytest.mark.parametrize(("words_per_minute", "sentence_ms"), [(0, 400), (165, -1)])
def test_a_pace_that_cannot_be_is_refused(words_per_minute: int, sentence_ms: int) -> None:
    with pytest.raises(ValueError, match="words a minute"):
        Locale(id="en-US", words_per_minute=words_per_minute, sentence_ms=sentence_ms, numbers=())
