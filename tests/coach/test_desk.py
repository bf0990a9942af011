"""A practice laid out for teaching."""

from skill.coach.desk import plan_of
from skill.coach.preferences import Preferences
from skill.coach.state import Practice
from skill.domain.dose import Hold
from tests.coach.gym import FLOOR, PARTS, TEN, library_of

PRACTICE = Practice(exercises=("ten-press", "mixed-bag", "floor-fold"), routine="rounds")
LIBRARY = library_of(TEN, PARTS, FLOOR)


def test_the_runners_own_hold_is_what_is_taught() -> None:
    plan = plan_of(LIBRARY, PRACTICE, Preferences(hold_s=45))
    assert [part.hold_s for part in plan.steps[0].mode.parts if isinstance(part, Hold)] == [45]
