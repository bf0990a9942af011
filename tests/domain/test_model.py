"""What is true about exercises, whoever asks."""

import pytest

from skill.domain.dose import Hold, Mode, Movement, Phase, Range, Reps
from skill.domain.model import Form, Side, Wording
from tests.coach.gym import exercise
from tests.values import replace


@pytest.mark.parametrize(("side", "other"), [("right", "left"), ("left", "right"), ("both", "both")])
def test_the_other_side_of_a_side(side: str, other: str) -> None:
    assert Side(side).other is Side(other)


@pytest.mark.parametrize(("low", "high"), [(0, 5), (-3, 2), (6, 5)])
def test_a_range_is_above_zero_and_not_empty(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="empty or not above zero"):
        Range(low, high)


@pytest.mark.parametrize(("value", "is_in"), [(19, False), (20, True), (30, True), (31, False)])
def test_a_range_includes_both_its_ends(value: int, *, is_in: bool) -> None:
    assert (value in Range(20, 30)) is is_in


@pytest.mark.parametrize(("value", "kept"), [(5, 20), (20, 20), (25, 25), (30, 30), (90, 30)])
def test_a_value_is_clamped_to_the_nearest_inside(value: int, kept: int) -> None:
    assert Range(20, 30).clamp(value) == kept


def test_a_rep_lasts_its_phases_and_the_gap() -> None:
    rep = Reps(count=3, range=Range(1, 9), phases=(Phase("up", 1), Phase("down", 4)), gap_s=2)
    assert rep.rep_ms == 7_000


@pytest.mark.parametrize(
    ("phases", "is_counted"),
    [((Phase(None, 2),), True), ((Phase("up", 2),), False), ((Phase(None, 2), Phase("down", 2)), False)],
)
def test_reps_are_counted_where_a_rep_is_one_wordless_beat(phases: tuple[Phase, ...], *, is_counted: bool) -> None:
    assert Reps(count=3, range=Range(1, 9), phases=phases).is_counted is is_counted


def test_a_wording_names_each_side_and_has_no_sentence_for_both() -> None:
    wording = Wording(right="Right leg back.", left="Left leg back.")
    spoken = [wording.side(side) for side in (Side.RIGHT, Side.LEFT, Side.BOTH)]
    assert spoken == ["Right leg back.", "Left leg back.", None]


@pytest.mark.parametrize(("exercise_id", "how"), [(None, None), ("toe-stretch", "Sit down.")])
def test_a_form_is_an_exercise_or_a_sentence(exercise_id: str | None, how: str | None) -> None:
    with pytest.raises(ValueError, match="either an exercise or a sentence"):
        Form(exercise_id, how)


def test_a_form_of_one_kind_is_fine() -> None:
    assert Form("toe-stretch").how is None
    assert Form(how="Sit down.").exercise is None


def test_the_first_mode_is_meant_where_none_is_named() -> None:
    hold = Mode(id="hold", parts=(Hold(hold_s=20, range_s=Range(1, 60)),))
    roll = Mode(id="roll", parts=(Movement(move_s=20, range_s=Range(1, 60)),))
    both = replace(exercise("press"), modes=(hold, roll))
    assert both.mode(None) is hold
    assert both.mode("roll") is roll
    with pytest.raises(KeyError):
        both.mode("swing")
