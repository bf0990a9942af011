"""What an author is told."""

import json
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.content import check, folders
from skill.domain.library import Library
from tests.content.author import GOOD, Author


def every_step(library: Library) -> Iterable[tuple[str, str]]:
    return [(exercise, "a step takes 361 s") for exercise in library.exercises]


def test_a_good_folder_has_no_faults(author: Author) -> None:
    assert author.is_told() == []


def test_our_own_content_has_no_faults() -> None:
    assert [str(fault) for fault in check.faults(folders.content())] == []


def test_faults_are_sorted_by_file_and_line(author: Author) -> None:
    author.adds("sources.yaml", "A1: {}\nA2: {}\nA3: {spoken: 1}\n" + "\n" * 8 + "A4: {}\n")
    author.replaces("exercises/heel-drop.yaml", "name: heel drop", "name: 1")
    assert [":".join(told.split(":")[:2]) for told in author.is_told()] == [
        "content/exercises/heel-drop.yaml:1",
        "content/sources.yaml:2",
        "content/sources.yaml:3",
        "content/sources.yaml:4",
        "content/sources.yaml:13",
    ]


def test_a_step_too_long_is_told_at_its_dose(author: Author) -> None:
    found = check.faults(author.folder, lambda _: [("heel-drop", "a step takes 372 s, 360 are allowed")])
    assert [str(fault) for fault in found] == [
        "content/exercises/heel-drop.yaml:6: dose: a step takes 372 s, 360 are allowed"
    ]


def test_only_exercises_without_another_fault_are_timed(author: Author) -> None:
    author.replaces("exercises/heel-drop.yaml", "sources: [A0]", "sources: [A1]")
    libraries: list[Library] = []

    def timed(library: Library) -> Iterable[tuple[str, str]]:
        libraries.append(library)
        return [("ball-roll", "a step takes 400 s")]

    found = check.faults(author.folder, timed)
    assert [fault.file for fault in found] == ["content/exercises/ball-roll.yaml", "content/exercises/heel-drop.yaml"]
    assert list(libraries[0].exercises) == ["ball-roll", "calf-stretch"]
    assert list(libraries[0].routines) == []
    assert libraries[0].ambiguous == {}


def test_nothing_is_timed_while_a_shared_file_is_broken(author: Author) -> None:
    author.adds("kit.yaml", "rope: {name: a rope}\n")
    assert [fault.file for fault in check.faults(author.folder, every_step)] == ["content/kit.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("hold = Words\n", "", "1: hold: is missing: the coach says it"),
        ("hold = Words", "hold = { $word } ", "1: hold: uses $word, which the coach does not pass"),
        ("hold = Words", "hlod = Words\nhold = Words", "1: hlod: is never said by the coach"),
    ],
)
def test_prompts_are_judged_by_speech(author: Author, old: str, new: str, told: str) -> None:
    author.replaces("prompts/en-US.ftl", old, new)
    assert author.is_told() == [f"content/prompts/en-US.ftl:{told}"]


def test_prompts_that_are_not_text_are_told(author: Author) -> None:
    author.writes("prompts/en-US.ftl", b"hold = Words\nrest = \xfe\n")
    assert author.is_told() == ["content/prompts/en-US.ftl:2: file: is not UTF-8: byte 0xfe"]


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory: pytest.TempPathFactory) -> Author:
    """An author whose folder serves every example; whoever breaks a file mends it."""
    author = Author(tmp_path_factory.mktemp("long") / "content")
    for name, text in GOOD.items():
        author.writes(name, text)
    return author


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(sorted(GOOD)), source=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_no_bytes_in_any_file_raise(long_lived: Author, name: str, source: bytes) -> None:
    long_lived.writes(name, source)
    told = long_lived.is_told()
    long_lived.writes(name, GOOD[name])
    assert all(one.isprintable() for one in told)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text("abc -:&*!?\n’\x85", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["hold_s", "name", "kit", "a b"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(name=st.sampled_from([each for each in sorted(GOOD) if each.endswith("yaml")]), drawn=st.data())
def test_no_value_in_any_line_raises(long_lived: Author, name: str, drawn: st.DataObject) -> None:
    lines = GOOD[name].split("\n")
    place = drawn.draw(st.integers(0, len(lines) - 2))
    lines[place] = f"{lines[place].partition(':')[0]}: {json.dumps(drawn.draw(VALUES))}"
    long_lived.writes(name, "\n".join(lines))
    told = long_lived.is_told()
    long_lived.writes(name, GOOD[name])
    assert all(one.isprintable() for one in told)
