"""Content as the Library."""

from types import MappingProxyType

import pytest

from skill.content.faults import ContentError
from skill.content.load import load
from tests.content.author import Author


def test_the_library_is_sorted_by_id_and_cannot_be_changed(author: Author) -> None:
    library = load(author.folder)
    assert list(library.exercises) == ["ball-roll", "calf-stretch", "heel-drop"]
    assert isinstance(library.kit, MappingProxyType)
    assert list(library.kit) == sorted(library.kit)


def test_an_ambiguous_phrase_finds_all_it_may_mean(author: Author) -> None:
    author.writes("ambiguous.yaml", "The one, on the stairs: [calf-stretch, heel-drop]\n".replace(",", "", 1))
    library = load(author.folder)
    assert [exercise.id for exercise in library.exercises_called("the one on the stairs")] == [
        "calf-stretch",
        "heel-drop",
    ]


def test_an_error_carries_every_fault(author: Author) -> None:
    author.replaces("exercises/heel-drop.yaml", "sides: both", "sides: two")
    author.replaces("routines/post-run.yaml", "hold_s: 40", "hold_s: 90")
    with pytest.raises(ContentError) as raised:
        load(author.folder)
    assert [str(fault) for fault in raised.value.faults] == author.is_told()
    assert len(raised.value.faults) == 2


def test_the_words_for_a_choice_are_those_of_the_default_language(author: Author) -> None:
    assert load(author.folder).words["sensation"]["chest"] == ("chest",)


def test_a_fault_of_the_default_language_is_an_error(author: Author) -> None:
    author.replaces("en-US.yaml", "  dizzy: [dizzy]\n", "")
    with pytest.raises(ContentError, match=r"en-US\.yaml:21: sensations\.dizzy: is missing"):
        load(author.folder)
