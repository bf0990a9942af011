"""Mumbled names are found, unknown ones answered with the nearest two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.nearest import nearest, settled
from skill.domain.model import Exercise
from tests.coach.runner import real_library

EXERCISES = tuple(real_library().exercises.values())


@pytest.mark.parametrize(
    ("heard", "exercise_id"),
    [("towl curls", "towel-curls"), ("ankel circles", "ankle-circles"), ("downwards dog", "downward-dog")],
)
def test_a_name_clearly_nearest_is_meant(heard: str, exercise_id: str) -> None:
    assert nearest(heard, EXERCISES) == ((exercise_id,), ())


@pytest.mark.parametrize("heard", ["toe wok", "calf thing stretch", "ball rock"])
def test_else_the_nearest_two_are_offered(heard: str) -> None:
    ids, offered = nearest(heard, EXERCISES)
    assert ids == ()
    assert len(set(offered)) == 2


@pytest.mark.parametrize("heard", ["", "é", "zzzz qqqq", "12345"])
def test_what_is_near_nothing_offers_nothing(heard: str) -> None:
    assert nearest(heard, EXERCISES) == ((), ())


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.id)
def test_every_name_is_nearest_to_itself(exercise: Exercise) -> None:
    ids, offered = nearest(exercise.name, EXERCISES)
    assert (ids or offered)[0] == exercise.id


def test_two_that_are_as_near_are_both_offered() -> None:
    assert settled([("a", 95.0), ("b", 93.0), ("c", 92.0)]) == ((), ("a", "b"))
    assert settled([("a", 95.0)]) == (("a",), ())
    assert settled([("a", 80.0)]) == ((), ("a",))
    assert settled([]) == ((), ())


@given(st.text(max_size=140))
def test_nothing_is_an_error(heard: str) -> None:
    ids, offered = nearest(heard, EXERCISES)
    assert len(ids) <= 1
    assert len(offered) <= 2
