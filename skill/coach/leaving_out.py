"""Exercises taken out of a practice: every number and index that is kept of it moves along."""

from skill.coach.cues import Part
from skill.coach.desk import Desk
from skill.coach.editions import renumbered
from skill.coach.playhead import Spot
from skill.coach.state import Practice
from skill.domain.plan import Plan
from skill.domain.values import replace


def without(on: Desk, gone: frozenset[int]) -> Practice | None:
    """The practice without the exercises of those numbers; None where nothing is left to do.

    A runner who was in one of them is at the beginning of the next that is kept.
    """
    if on.step.number not in gone:
        return moved_along(on.practice, on.plan, gone, on.spot)
    later = on.plan.steps[on.spot.step :]
    following = next((index for index, step in enumerate(later, start=on.spot.step) if step.number not in gone), None)
    return None if following is None else moved_along(on.practice, on.plan, gone, Spot(following, Part.PLACE))


def moved_along(practice: Practice, plan: Plan, gone: frozenset[int], spot: Spot) -> Practice:
    """The practice at that spot, which is kept, with its indices and numbers as they are without those exercises."""
    kept = [index for index, step in enumerate(plan.steps) if step.number not in gone]
    index_now = {before: now for now, before in enumerate(kept)}
    left = [number for number in range(1, plan.total + 1) if number not in gone]
    number_now = {before: now for now, before in enumerate(left, start=1)}
    extra = practice.extra if practice.extra and practice.extra.step in index_now else None
    kept_of = replace(
        practice,
        exercises=tuple(practice.exercises[number - 1] for number in left),
        spot=replace(spot, step=index_now[spot.step]),
        done=frozenset(index_now[index] for index in practice.done if index in index_now),
        extra=extra._replace(step=index_now[extra.step]) if extra else None,
    )
    return renumbered(kept_of, number_now)
