"""Areas, complaints, kit and topics from a slot; unknown names with what is near."""

import pytest
from ask_sdk_model import Slot
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa import slots
from skill.coach.requests import Name
from tests.coach.runner import real_library

LIBRARY = real_library()


def exercise(words: str) -> Name:
    return slots.name(Slot(value=words), LIBRARY.exercises, LIBRARY.exercises_called)


@pytest.mark.parametrize(
    ("words", "kit"), [("lacrosse ball", "ball"), ("a tennis ball", "ball"), ("Yoga Mat", "mat"), ("stairs", "step")]
)
def test_a_kit_is_known_by_what_it_is_called(words: str, kit: str) -> None:
    assert slots.term(Slot(value=words), LIBRARY.kit) == Name((kit,), words)


def test_words_of_a_diagnosis_are_a_complaint() -> None:
    assert slots.term(Slot(value="plantar fasciitis"), LIBRARY.complaints).ids == ("tight-arches",)


@pytest.mark.parametrize("words", ["shin splints", "my nose"])
def test_what_is_in_no_list_is_kept_as_heard(words: str) -> None:
    assert slots.term(Slot(value=words), LIBRARY.complaints) == Name((), words)


@pytest.mark.parametrize("words", [None, "", "?", "  "])
def test_nothing_heard_is_no_name(words: str | None) -> None:
    assert slots.term(Slot(value=words), LIBRARY.areas) == Name()
    assert slots.term(None, LIBRARY.tips) == Name()


def test_an_exact_name_wins_over_a_phrase_that_is_unclear() -> None:
    assert exercise("calf stretch").ids == ("wall-calf-straight",)
    assert exercise("toe spread").ids == ("toe-splay", "toe-spread-band", "passive-toe-spread")


def test_a_mumbled_name_is_found_and_an_unknown_one_has_two_near() -> None:
    assert exercise("towl curls").ids == ("towel-curls",)
    unknown = exercise("toe wok")
    assert unknown.ids == ()
    assert len(unknown.near) == 2


@given(st.text(max_size=200))
def test_no_words_are_an_error(words: str) -> None:
    assert len(exercise(words).heard) <= slots.LONGEST_HEARD
    slots.term(Slot(value=words), LIBRARY.complaints)
