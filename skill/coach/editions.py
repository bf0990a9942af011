"""Content that changed under a practice: what tells so, and the practice as it can go on."""

from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from skill.coach.cues import Part
from skill.coach.desk import plan_of
from skill.coach.playhead import Spot
from skill.coach.preferences import Preferences
from skill.coach.state import Practice
from skill.domain.library import Library
from skill.domain.model import Exercise
from skill.domain.plan import Plan
from skill.domain.values import replace


def edition(plan: Plan, spot: Spot) -> str:
    """A fingerprint of the exercise at the spot: number, content, and the number of steps around it."""
    return editions(plan)[spot.step]


@lru_cache(maxsize=1_024)
def editions(plan: Plan) -> tuple[str, ...]:
    """Those of all steps, remembered with the plan."""
    return tuple(f"{step.number}:{fingerprint(step.exercise)}:{len(plan.steps)}" for step in plan.steps)


@lru_cache(maxsize=256)
def fingerprint(exercise: Exercise) -> str:
    """Changes with anything written about an exercise."""
    return f"{crc32(repr(exercise).encode()):08x}"


def mended(on_library: Library, practice: Practice, kept: Preferences) -> tuple[Practice | None, bool]:
    """The practice as it can go on with today's content, and whether that had changed under it.

    Exercises that are gone leave; one that changed is begun again; nothing left is None.
    """
    left = still_there(on_library, practice.exercises)
    routine = practice.routine if practice.routine in on_library.routines else None
    if not left:
        return None, True
    now = practice if practice.routine == routine else replace(practice, routine=routine)
    plan = plan_of(on_library, replace(now, exercises=left) if left != now.exercises else now, kept)
    is_same = left == practice.exercises and practice.spot.step < len(plan.steps)
    if is_same and practice.edition in {"", edition(plan, practice.spot)}:
        return now, False
    spot = Spot(plan.first_of(number_now(practice, left)), Part.PLACE)
    done = frozenset(range(spot.step))
    numbers = {number: left.index(one) + 1 for number, one in enumerate(practice.exercises, start=1) if one in left}
    kept_of = replace(practice, exercises=left, routine=routine, spot=spot, done=done, extra=None)
    return renumbered(kept_of, numbers), True


@lru_cache(maxsize=256)
def still_there(library: Library, exercises: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the exercises that the library has. Remembered, as practices are mostly of the same ones."""
    return tuple(one for one in exercises if one in library.exercises)


def renumbered(practice: Practice, now: Mapping[int, int]) -> Practice:
    """The practice with the numbers of its exercises as they are now; those that are gone are left out."""

    def moved(numbers: frozenset[int]) -> frozenset[int]:
        return frozenset(now[number] for number in numbers if number in now)

    return replace(
        practice,
        skipped=moved(practice.skipped),
        left_first=moved(practice.left_first),
        turned=moved(practice.turned),
    )


def number_now(practice: Practice, left: tuple[str, ...]) -> int:
    """The number, among the exercises left, of the one the runner was in; of the next one where it is gone."""
    head = practice.edition.partition(":")[0]
    number = int(head) if head.isdecimal() else 1
    before = sum(one in left for one in practice.exercises[: number - 1])
    return min(before + 1, len(left))
