"""The side ledger: which exercises had their left side cut short, and so begin with it another day."""

from collections.abc import Iterable

from skill.coach.state import Practice
from skill.domain.model import Side
from skill.domain.plan import Plan


def cut_short(short: frozenset[str], plan: Plan, practice: Practice) -> frozenset[str]:
    """The exercises whose left side is owed after a practice: of each worked in it, whether the left was done."""
    worked = {plan.steps[index].number for index in practice.done if index < len(plan.steps)}
    lefts = [(i, step) for i, step in enumerate(plan.steps) if step.side is Side.LEFT and step.number in worked]
    paid = {step.exercise.id for i, step in lefts if i in practice.done}
    owed = {step.exercise.id for i, step in lefts if i not in practice.done}
    return (short - paid) | owed


def left_first(short: frozenset[str], exercises: Iterable[str]) -> frozenset[int]:
    """The numbers of the exercises that begin with the left today."""
    return frozenset(number for number, one in enumerate(exercises, start=1) if one in short)
