"""Exercises taken out of a practice: all that is kept of it stays true."""

import pytest

from skill.coach.cues import Part
from skill.coach.desk import Desk, desk
from skill.coach.leaving_out import without
from skill.coach.playhead import Spot
from skill.coach.requests import Avoid, GoTo, Name, Next, Ready
from skill.coach.state import Practice, State
from skill.domain.plan import Extra
from tests.coach.gym import FLOOR, PARTS, TEN, exercise, library_of
from tests.coach.runner import Runner, regular, room_at, routine
from tests.values import replace

LAST = exercise("last-press")
LIBRARY = library_of(TEN, PARTS, FLOOR, LAST)
"""Steps 0 1, 2 3, 4 and 5 6: the floor fold works both sides at once."""


def laid(**more: object) -> Desk:
    practice = Practice(exercises=tuple(LIBRARY.exercises), routine="rounds")
    return desk(room_at(library=LIBRARY), State(), replace(practice, **more))  # type: ignore[arg-type]  # any field


def test_indices_move_along() -> None:
    kept = without(laid(spot=Spot(6, Part.WORK, 0, 5), done=frozenset({0, 2, 3, 4, 5})), frozenset({2}))
    assert kept is not None
    assert kept.exercises == ("ten-press", "floor-fold", "last-press")
    assert kept.done == {0, 2, 3}
    assert kept.spot == Spot(4, Part.WORK, 0, 5)


def test_numbers_move_along() -> None:
    on = laid(skipped=frozenset({1, 2, 4}), left_first=frozenset({4}), turned=frozenset({2, 4}))
    kept = without(on, frozenset({2}))
    assert kept is not None
    assert [*map(sorted, (kept.skipped, kept.left_first, kept.turned))] == [[1, 3], [3], [3]]


@pytest.mark.parametrize(("gone", "step"), [({2}, 4), ({4}, 6), ({1, 3}, 3)])
def test_more_of_one_side_stays_with_it(gone: set[int], step: int) -> None:
    kept = without(laid(extra=Extra(6, 0, 20), spot=Spot(2, Part.WORK)), frozenset(gone))
    assert kept is not None
    assert kept.extra == (Extra(step, 0, 20) if 4 not in gone else None)


@pytest.mark.parametrize(
    ("gone", "spot"), [({2}, Spot(2, Part.PLACE)), ({2, 3}, Spot(2, Part.PLACE)), ({2, 3, 4}, None)]
)
def test_who_was_in_one_of_them_is_at_the_next(gone: set[int], spot: Spot | None) -> None:
    kept = without(laid(spot=Spot(3, Part.WORK, 0, 9)), frozenset(gone))
    assert (kept and kept.spot) == spot


def test_never_again_after_going_back_keeps_the_practice_whole() -> None:
    runner = regular().says(routine("post-run")).answers(Ready()).answers(GoTo(number=3)).answers(GoTo(number=1))
    runner.during(Part.WORK, 5).says(Avoid(Name(("wall-calf-bent",), "bent"))).answers(Next()).answers(Next())
    assert runner.keys[-1].startswith("closing")


def test_the_side_that_goes_first_stays_with_its_exercise() -> None:
    runner = Runner(state=State(turn=3, short=frozenset({"toe-stretch"})))
    runner.says(routine("post-run")).says(Avoid(Name(("wall-calf-bent",), "bent")))
    practice = runner.state.under_way
    assert practice.left_first == {practice.exercises.index("toe-stretch") + 1}
