"""Prompts into sentences."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cues import Arg, Count, Read, Spoken, say
from skill.speech.errors import PhraseError
from skill.speech.locale import Locale
from skill.speech.phrases import Phrases, capitalised, problems

Words = Callable[[Spoken], str]


def test_a_prompt_is_said_as_written(words: Words) -> None:
    assert words(say("hold")) == "Hold."


def test_lines_of_a_prompt_are_joined_by_single_spaces(words: Words) -> None:
    assert words(say("next", name="toe stretch", place="sitting down")) == (
        "Next, toe stretch, sitting down. Say next when you're there."
    )


def test_a_prompt_in_a_prompt_gets_no_capital_and_no_stop(words: Words) -> None:
    assert words(say("next", name="toe stretch", place=say("seated"))).startswith("Next, toe stretch, sitting down.")


@pytest.mark.parametrize(
    ("stretches", "said"),
    [
        (0, "Stretch Coach is done."),
        (1, "One stretch, about five minutes."),
        (4, "Four stretches, about five minutes."),
        (25, "Twenty-five stretches, about five minutes."),
        (120, "120 stretches, about five minutes."),
    ],
)
def test_a_number_is_a_word_and_chooses_its_plural(words: Words, stretches: int, said: str) -> None:
    assert words(say("length", stretches=stretches, minutes=5)) == said


@pytest.mark.parametrize(("limb", "said"), [("leg", "Change legs."), ("foot", "Change feet.")])
def test_a_word_chooses_too(words: Words, limb: str, said: str) -> None:
    assert words(say("change", limb=limb)) == said


def test_things_become_a_list_whatever_they_are(words: Words) -> None:
    things = ("a wall", 2, say("seated"), ("a ball", "a towel"))
    assert words(say("kit", things=things)) == "You'll want a wall, two, sitting down and a ball and a towel. Ready?"


def test_every_sentence_begins_with_a_capital(words: Words) -> None:
    assert words(say("paused", seconds=20)) == "Ease out. Paused, twenty seconds left."


def test_a_capital_is_set_behind_a_quote_and_not_inside_a_number() -> None:
    assert capitalised('say "next." then 3.5 minutes? éa') == 'Say "next." Then 3.5 minutes? Éa'


def test_content_is_read_as_it_stands(words: Words) -> None:
    assert words(Read("lean in.\n  hold")) == "lean in. hold"


@pytest.mark.parametrize(("number", "said"), [(3, "Three."), (45, "Forty-five."), (101, "101.")])
def test_a_count_is_one_word_and_a_stop(words: Words, number: int, said: str) -> None:
    assert words(Count(number)) == said


@pytest.mark.parametrize(
    ("key", "args"),
    [
        ("kit", {"things": ()}),
        ("kit", {"things": ("a wall", " ")}),
        ("change", {"limb": 3}),
        ("change", {"limb": ("leg", "foot")}),
        ("length", {"stretches": "four", "minutes": 5}),
    ],
)
def test_an_argument_the_prompt_cannot_take_is_refused(words: Words, key: str, args: dict[str, Arg]) -> None:
    with pytest.raises(PhraseError):
        words(say(key, **args))


def test_a_refusal_inside_a_prompt_names_the_inner_one(words: Words) -> None:
    with pytest.raises(PhraseError, match=r"^kit: "):
        words(say("next", name=say("kit", things=()), place="here"))


def test_a_prompt_of_another_table_is_refused(locale: Locale) -> None:
    phrases = Phrases("hold = Hold.\n", locale, {"hold": ()})
    with pytest.raises(PhraseError, match="seated: KeyError"):
        phrases.text(say("seated"))


@given(st.text())
def test_no_word_of_content_is_lost(text: str) -> None:
    phrases = Phrases("", Locale(id="en-US", words_per_minute=165, sentence_ms=400, numbers=()), {})
    assert phrases.text(Read(text)).split() == text.split()


@given(st.text())
def test_capitals_change_nothing_else(text: str) -> None:
    assert capitalised(text).upper() == text.upper()


WRONG = "hold = Hold { $side }.\nbye = Bye.\nnext = { $name\n"
TABLE: Mapping[str, tuple[str, ...]] = {"hold": ("seconds",), "next": ("name",), "gone": ()}


def test_all_problems_are_told_in_the_order_of_the_file() -> None:
    assert problems(WRONG, TABLE) == [
        (1, "gone", "is missing: the coach says it"),
        (1, "hold", "leaves out $seconds, which the coach passes"),
        (1, "hold", "uses $side, which the coach does not pass"),
        (1, "next", "is missing: the coach says it"),
        (2, "bye", "is never said by the coach"),
        (3, "next", 'Expected token: "}"'),
    ]


def test_a_wrong_file_is_refused_with_all_its_problems(locale: Locale) -> None:
    with pytest.raises(PhraseError) as refused:
        Phrases(WRONG, locale, TABLE)
    assert str(refused.value).splitlines()[2] == "1: hold: uses $side, which the coach does not pass"
    assert len(str(refused.value).splitlines()) == 6
