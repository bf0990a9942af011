"""Content that changed under a practice."""

from skill.coach.cues import Part
from skill.coach.desk import plan_of
from skill.coach.editions import edition, fingerprint, mended
from skill.coach.playhead import Spot
from skill.coach.preferences import Preferences
from skill.coach.state import Practice
from tests.coach.gym import FLOOR, PARTS, TEN, exercise, library_of
from tests.values import replace

PRACTICE = Practice(exercises=("ten-press", "mixed-bag", "floor-fold"), routine="rounds")
LIBRARY = library_of(TEN, PARTS, FLOOR)


class TestContentChanged:
    @staticmethod
    def at(step: int) -> Practice:
        practice = replace(PRACTICE, spot=Spot(step, Part.WORK, 0, 3000), done=frozenset({0}))
        return replace(practice, edition=edition(plan_of(LIBRARY, practice, Preferences()), practice.spot))

    def test_nowhere_leaves_everything_as_it_was(self) -> None:
        assert mended(LIBRARY, self.at(2), Preferences()) == (self.at(2), False)

    def test_in_another_hold_setting_is_no_change(self) -> None:
        assert mended(LIBRARY, self.at(2), Preferences(hold_s=45)) == (self.at(2), False)

    def test_in_the_exercise_begins_it_again(self) -> None:
        changed = library_of(TEN, replace(PARTS, benefit="More."), FLOOR)
        practice, is_changed = mended(changed, self.at(3), Preferences())
        assert is_changed
        assert practice is not None
        assert practice.spot == Spot(2, Part.PLACE)
        assert practice.done == {0, 1}

    def test_in_an_exercise_before_it_that_lost_a_side_begins_it_again(self) -> None:
        changed = library_of(replace(TEN, sides=FLOOR.sides), PARTS, FLOOR)
        practice, is_changed = mended(changed, self.at(2), Preferences())
        assert is_changed
        assert practice is not None
        assert practice.spot == Spot(1, Part.PLACE)

    def test_so_that_the_step_is_no_longer_there_begins_the_last_exercise(self) -> None:
        fewer = library_of(replace(TEN, sides=FLOOR.sides), replace(PARTS, sides=FLOOR.sides), FLOOR)
        practice, is_changed = mended(fewer, self.at(4), Preferences())
        assert is_changed
        assert practice is not None
        assert practice.spot == Spot(2, Part.PLACE)

    def test_to_nothing_leaves_no_practice(self) -> None:
        assert mended(library_of(exercise("other")), self.at(2), Preferences()) == (None, True)

    def test_before_the_first_turn_has_nothing_to_compare_with(self) -> None:
        assert mended(LIBRARY, PRACTICE, Preferences()) == (PRACTICE, False)

    def test_that_was_not_yet_compared_begins_at_the_first_exercise(self) -> None:
        practice, is_changed = mended(library_of(TEN, FLOOR), replace(PRACTICE, edition="?"), Preferences())
        assert is_changed
        assert practice is not None
        assert practice.spot == Spot(0, Part.PLACE)


def test_a_fingerprint_changes_with_anything_written() -> None:
    assert fingerprint(TEN) == fingerprint(exercise("ten-press", *TEN.modes[0].parts))
    assert fingerprint(TEN) != fingerprint(replace(TEN, switch_s=7))
