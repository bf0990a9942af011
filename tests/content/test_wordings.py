"""How an exercise is worded."""

import pytest

from skill.content.load import load
from skill.domain.model import Instruction
from tests.content.author import Author

CALF = "exercises/calf-stretch.yaml"
DROP = "exercises/heel-drop.yaml"


def test_an_instruction_may_have_seconds_of_its_own(author: Author) -> None:
    full = load(author.folder).exercises["calf-stretch"].wordings.full
    assert full.place == (Instruction("Face a wall."),)
    assert full.setup == (Instruction("Heel down.", 6),)


def test_an_instruction_is_a_sentence_or_says_one(author: Author) -> None:
    author.replaces(CALF, "- Face a wall.", "- 5\n      - {wait_s: 5}")
    assert author.is_told() == [
        f"content/{CALF}:14: wording.full.place.0: text is needed, this is 5",
        f"content/{CALF}:15: wording.full.place.1.say: is missing",
    ]


@pytest.mark.parametrize("side", ["right", "left"])
def test_an_exercise_done_on_each_side_has_words_for_both(author: Author, side: str) -> None:
    author.replaces(CALF, f"    {side}: {side.capitalize()} leg back.\n", "")
    assert author.is_told() == [f"content/{CALF}:12: wording.full.{side}: is missing, and sides is each"]


@pytest.mark.parametrize("length", ["short", "shorter"])
def test_the_sides_are_named_in_every_length(author: Author, length: str) -> None:
    author.replaces(CALF, "sides: each", "sides: alternate")
    told = [fault for fault in author.is_told() if f"wording.{length}." in fault]
    assert [fault.rpartition(": ")[2] for fault in told] == ["names one side, and sides is alternate"] * 2


def test_an_exercise_for_both_sides_names_none(author: Author) -> None:
    author.replaces(DROP, "short: {}", "short: {left: Left heel.}")
    assert author.is_told() == [f"content/{DROP}:24: wording.short.left: names one side, and sides is both"]


@pytest.mark.parametrize("sides", ["sides: any", "sides: {}", ""])
def test_words_for_sides_are_not_judged_while_the_sides_are_unknown(author: Author, sides: str) -> None:
    author.replaces(CALF, "sides: each", sides)
    assert not [told for told in author.is_told() if "wording" in told]


@pytest.mark.parametrize("place", ["step", "kneeling", "floor"])
def test_a_low_or_high_place_has_a_way_out(author: Author, place: str) -> None:
    author.replaces(CALF, "place: wall", f"place: {place}")
    assert author.is_told() == [f"content/{CALF}:1: exit: is missing, and place is {place}"]


def test_seconds_for_a_way_out_need_its_words(author: Author) -> None:
    author.replaces(CALF, "reminder:", "exit_s: 5\nreminder:")
    assert author.is_told() == [f"content/{CALF}:25: exit_s: is there without an exit"]
