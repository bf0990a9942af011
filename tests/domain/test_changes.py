"""Values with some fields changed: as dataclasses have it, only faster."""

import dataclasses
from dataclasses import dataclass

import pytest

from skill.domain.changes import replace


@dataclass(frozen=True)
class Open:
    number: int
    word: str = "toe"


@dataclass(frozen=True, slots=True)
class Slotted:
    number: int
    word: str = "toe"


@pytest.mark.parametrize("value", [Open(1, "heel"), Slotted(1, "heel")])
def test_a_change_makes_what_dataclasses_make(value: Open | Slotted) -> None:
    changed = replace(value, number=2)
    assert changed == dataclasses.replace(value, number=2)
    assert hash(changed) == hash(dataclasses.replace(value, number=2))
    assert type(changed) is type(value)
    assert value.number == 1


def test_what_is_changed_stays_frozen() -> None:
    changed = replace(Open(1), word="heel")
    with pytest.raises(dataclasses.FrozenInstanceError):
        changed.number = 2  # type: ignore[misc]  # the type is frozen, as is tested
