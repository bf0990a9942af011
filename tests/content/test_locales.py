"""What differs between languages."""

from enum import StrEnum

import pytest

from skill.coach.preferences import Detail, Flow, Pace
from skill.coach.sensations import Sensation
from skill.content.faults import ContentError
from skill.content.locales import load_facts, load_locale
from tests.content.author import Author, prompts

FILE = "en-US.yaml"


def test_number_words_are_made_of_tens_and_units(author: Author) -> None:
    locale = load_locale(author.folder, "en-US")
    assert (locale.id, locale.words_per_minute, locale.sentence_ms) == ("en-US", 165, 400)
    assert [locale.numbers[n] for n in (0, 13, 20, 21, 99, 100)] == [
        "zero",
        "thirteen",
        "twenty",
        "twenty-one",
        "ninety-nine",
        "one hundred",
    ]


def test_number_words_may_all_be_written_out(author: Author) -> None:
    words = ", ".join(f"word {'x' * n}" for n in range(101))
    choices = (author.folder / FILE).read_text("utf-8").partition("sides:")[2]
    author.writes(FILE, f"words_per_minute: 165\nsentence_ms: 0\nnumbers: [{words}]\nsides:{choices}")
    assert load_locale(author.folder, "en-US").numbers[100] == "word " + "x" * 100


def test_a_choice_is_told_by_words(author: Author) -> None:
    words = load_facts(author.folder, "en-US").words
    assert words["side"] == {"left": ("left", "left side", "left leg"), "right": ("right", "right side", "Right Leg")}
    assert words["flow"]["keep-going"] == ("by yourself", "don’t wait")


@pytest.mark.parametrize(
    ("slot", "kind"), [("flow", Flow), ("pace", Pace), ("detail", Detail), ("sensation", Sensation)]
)
def test_every_member_of_a_choice_has_words(author: Author, slot: str, kind: type[StrEnum]) -> None:
    words = load_facts(author.folder, "en-US").words[slot]
    assert set(words) == {each.value for each in kind}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("hundred: one hundred\n", "", "1: file: numbers, tens and hundred make 100 words, zero to a hundred are 101"),
        (
            "words_per_minute: 165",
            "words_per_minute: 5",
            "1: words_per_minute: a whole number from 60 to 400 is needed, this is 5",
        ),
        ("[left, left side, left leg]", "[]", "8: sides.left: 0 given, at least 1 needed"),
        (
            "left side",
            "side 1",
            "8: sides.left.1: a name is letters, single spaces, apostrophes, hyphens and dots; numbers are words",
        ),
        ("left side", "7", "8: sides.left.1: text is needed, this is 7"),
        ("  dizzy: [dizzy]\n", "", "21: sensations.dizzy: is missing"),
        ("details:", "  usual: []\ndetails:", "18: paces.usual: is not a key that is known here"),
        ("[faster]", "[faster, Slower]", "17: paces.faster: 'slower' already stands under slower"),
        ("details:", "moods: {}\ndetails:", "18: moods: is not a key that is known here"),
    ],
)
def test_wrong_facts_are_told(author: Author, old: str, new: str, told: str) -> None:
    author.replaces(FILE, old, new)
    assert author.is_told() == [f"content/{FILE}:{told}"]
    with pytest.raises(ContentError, match=FILE):
        load_locale(author.folder, "en-US")


def test_a_language_without_a_grammar_is_told(author: Author) -> None:
    author.writes("xx-XX.yaml", (author.folder / FILE).read_text("utf-8"))
    author.writes("prompts/xx-XX.ftl", prompts())
    assert [told for told in author.is_told() if told.startswith("content/xx-XX.yaml:1: file: no grammar for xx-XX")]


def test_prompts_and_facts_come_in_pairs(author: Author) -> None:
    author.writes("prompts/en-GB.ftl", prompts())
    author.writes("en-AU.yaml", (author.folder / FILE).read_text("utf-8"))
    assert author.is_told() == [
        "content/en-GB.yaml:1: file: is missing",
        "content/prompts/en-AU.ftl:1: file: is missing",
    ]
