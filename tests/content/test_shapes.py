"""Values of the wrong kind, keys that are missing or unknown."""

import pytest

from tests.content.author import Author

CALF = "exercises/calf-stretch.yaml"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("name: calf stretch", "name: 5", "1: name: text is needed, this is 5"),
        ("name: calf stretch", "name: ' '", "1: name: text is needed, this is ' '"),
        ("name: calf stretch", "name:", "1: name: text is needed, this is empty"),
        ("name: calf stretch", "name: [calf]", "1: name: text is needed, this is a list"),
        ("name: calf stretch", "name: {calf: stretch}", "1: name: text is needed, this is a mapping"),
        ("also: [wall stretch]", "also: wall stretch", "2: also: a list is needed, this is 'wall stretch'"),
        ("kind: static", "kind: sttic", "3: kind: 'sttic' is not one of static, dynamic, release, strength"),
        ("kind: static", "kind: [static]", "3: kind: a list is not one of static, dynamic, release, strength"),
        ("kind: static\n", "", "1: kind: is missing"),
        ("sides: each", "sides: each\nsid: each", "6: sid: is not a key that is known here"),
        (
            "hold_s: 30",
            "hold_s: thirty",
            "9: dose.0.parts.0.hold_s: a whole number from 1 to 600 is needed, this is 'thirty'",
        ),
        ("hold_s: 30", "hold_s: 0", "9: dose.0.parts.0.hold_s: a whole number from 1 to 600 is needed, this is 0"),
        (
            "hold_s: 30",
            "hold_s: 30.0",
            "9: dose.0.parts.0.hold_s: a whole number from 1 to 600 is needed, this is 30.0",
        ),
        (
            "hold_s: 30",
            "hold_s: true",
            "9: dose.0.parts.0.hold_s: a whole number from 1 to 600 is needed, this is True",
        ),
        ("right: Right leg back.", "right:\n      - Right.", "15: wording.full.right: text is needed, this is a list"),
        ("  full:\n", "  ful:\n", "11: wording.full: is missing"),
        ("sources: [A0]", "sources: []", "42: sources: 0 given, at least 1 needed"),
        ("sources: [A0]", "sources: [A0, 7]", "42: sources.1: text is needed, this is 7"),
        ("  - how: Stand closer.", "  - {}", "27: easier.0: a form is either an exercise or a sentence"),
        ("sides: each", "sides: each\n'': each", "6: '': is not a key that is known here"),
        ("sides: each", 'sides: each\n"a\\nb": 1', "6: 'a\\nb': is not a key that is known here"),
    ],
)
def test_a_wrong_shape_is_told(author: Author, old: str, new: str, told: str) -> None:
    author.replaces(CALF, old, new)
    assert f"content/{CALF}:{told}" in author.is_told()


def test_a_file_that_is_no_mapping_is_told(author: Author) -> None:
    author.writes(CALF, "calf stretch\n")
    assert author.is_told() == [
        f"content/{CALF}:1: file: a mapping of keys to values is needed, this is 'calf stretch'"
    ]


def test_a_true_or_false_is_needed_for_a_flag(author: Author) -> None:
    author.replaces("kit.yaml", "wall: {name: wall, at_hand: true}", "wall: {name: wall, at_hand: yes}")
    assert author.is_told() == ["content/kit.yaml:12: wall.at_hand: true or false is needed, this is 'yes'"]


def test_every_fault_of_a_file_is_told_at_once(author: Author) -> None:
    author.replaces(CALF, "kind: static\n", "kindd: static\n")
    author.replaces(CALF, "hold_s: 30", "hold_s: 300")
    author.replaces(CALF, "exercise: heel-drop", "exercise: heel-dorp")
    author.replaces(CALF, "    left: Left leg back.\n", "")
    author.replaces(CALF, "Heel heavy.", "Like this.")
    assert [told.partition("calf-stretch.yaml:")[2] for told in author.is_told()] == [
        "1: kind: is missing",
        "3: kindd: is not a key that is known here",
        "9: dose.0.parts.0.hold_s: 300 is outside 20-60",
        "12: wording.full.left: is missing, and sides is each",
        "24: reminder: 'Like this' needs open eyes",
        "28: harder.0.exercise: no exercise has the id 'heel-dorp'",
    ]
