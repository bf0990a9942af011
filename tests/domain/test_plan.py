"""A routine laid out for this runner today."""

import pytest
from msgspec.structs import asdict

from skill.domain.dose import Hold, Range
from skill.domain.library import Library
from skill.domain.model import Entry, Place, Side, Sides
from skill.domain.plan import Selection, arrive_s, lay_out, with_hold
from tests.coach.gym import exercise, hold, library_of, movement, reps, routine_of, together
from tests.values import replace

CALF = replace(
    exercise("calf", hold(30), reps(4)), modes=(replace(exercise("calf", hold(30), reps(4)).modes[0], id="hold"),)
)
DOG = together(exercise("dog", hold(30)))
LUNGE = replace(together(exercise("lunge", reps(10))), sides=Sides.ALTERNATE)


def library() -> Library:
    routine = replace(
        routine_of(CALF, DOG, LUNGE),
        entries=(
            Entry(exercise="calf", hold_s=15, ask_first="Do it?"),
            Entry(exercise="dog"),
            Entry(exercise="lunge"),
        ),
    )
    return library_of(CALF, DOG, LUNGE, routines=(routine,))


def sides(*exercises: str, left_first: frozenset[int] = frozenset()) -> list[tuple[int, Side]]:
    plan = lay_out(library(), Selection(exercises=exercises, left_first=left_first))
    return [(step.number, step.side) for step in plan.steps]


def test_each_side_is_a_step_right_first_and_both_sides_are_one() -> None:
    assert sides("calf", "dog", "lunge") == [(1, Side.RIGHT), (1, Side.LEFT), (2, Side.BOTH), (3, Side.BOTH)]


def test_sides_are_turned_round_for_the_exercise_with_that_number_alone() -> None:
    turned = sides("calf", "calf", left_first=frozenset({2}))
    assert turned == [(1, Side.RIGHT), (1, Side.LEFT), (2, Side.LEFT), (2, Side.RIGHT)]


def test_a_step_knows_whether_it_is_the_first_or_the_last_side() -> None:
    steps = lay_out(library(), Selection(exercises=("calf", "dog"))).steps
    assert [(step.is_first_side, step.is_last_side) for step in steps] == [(True, False), (False, True), (True, True)]


def test_a_plan_counts_exercises_and_finds_their_steps() -> None:
    plan = lay_out(library(), Selection(exercises=("calf", "dog", "calf")))
    assert plan.total == 3
    assert [(plan.first_of(n), plan.last_of(n)) for n in (1, 2, 3)] == [(0, 1), (2, 2), (3, 4)]
    assert plan.exercises() == (CALF, DOG, CALF)


def holds(chosen: Selection) -> list[int]:
    parts = [part for step in lay_out(library(), chosen).steps for part in step.mode.parts]
    return [part.hold_s for part in parts if isinstance(part, Hold)]


def test_the_exercises_own_hold_applies_where_nobody_says_otherwise() -> None:
    assert holds(Selection(exercises=("calf",))) == [30, 30]


def test_the_routines_hold_applies_in_the_routine() -> None:
    assert holds(Selection(exercises=("calf", "dog"), routine="rounds")) == [15, 15, 30]


def test_the_runners_hold_wins_over_the_routines() -> None:
    assert holds(Selection(exercises=("calf", "dog"), routine="rounds", hold_s=45)) == [45, 45, 45]


def test_a_hold_stays_within_the_exercises_range_and_other_parts_as_they_are() -> None:
    short = Hold(hold_s=20, range_s=Range(10, 40))
    assert with_hold(short, 90) == Hold(hold_s=40, range_s=Range(10, 40))
    assert with_hold(movement(20), 90) == movement(20)


def test_a_routine_that_is_gone_leaves_the_exercises_own_doses() -> None:
    assert holds(Selection(exercises=("calf",), routine="gone")) == [30, 30]


def test_what_a_routine_asks_first_is_asked_before_the_first_side_only() -> None:
    steps = lay_out(library(), Selection(exercises=("calf", "dog"), routine="rounds")).steps
    assert [step.ask_first for step in steps] == ["Do it?", None, None]


def test_a_routine_may_do_an_exercise_in_another_place() -> None:
    sitting = replace(
        routine_of(CALF, DOG), entries=(Entry(exercise="calf", place=Place.SEATED), Entry(exercise="dog"))
    )
    chosen = Selection(exercises=("calf", "dog"), routine=sitting.id)
    steps = lay_out(library_of(CALF, DOG, routines=(sitting,)), chosen).steps
    assert [step.exercise.place for step in steps] == [Place.SEATED, Place.SEATED, DOG.place]
    assert asdict(replace(steps[0].exercise, place=CALF.place)) == asdict(CALF)


def test_an_unknown_exercise_is_refused() -> None:
    with pytest.raises(KeyError):
        lay_out(library(), Selection(exercises=("zumba",)))


@pytest.mark.parametrize(
    ("before", "now", "seconds"),
    [
        (Place.WALL, Place.WALL, 4),
        (Place.FLOOR, Place.FLOOR, 4),
        (Place.FLOOR, Place.STANDING, 15),
        (Place.KNEELING, Place.WALL, 15),
        (Place.KNEELING, Place.FLOOR, 12),
        (Place.WALL, Place.FLOOR, 12),
        (Place.WALL, Place.SEATED, 8),
        (Place.SEATED, Place.STANDING, 4),
        (None, Place.STEP, 8),
        (None, Place.KNEELING, 12),
    ],
)
def test_the_way_from_one_place_to_the_next_takes_its_time(before: Place | None, now: Place, seconds: int) -> None:
    assert arrive_s(before, now) == seconds
