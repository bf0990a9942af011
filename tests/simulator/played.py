"""Every practice of ours played once, and what must be true of what is heard of it."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby, pairwise

from skill.coach.preferences import Flow
from skill.domain.dose import Hold
from skill.domain.model import Entry, Sides
from skill.simulator.items import Item, Kind
from skill.simulator.playthrough import Turn, played
from skill.simulator.reading import Reader, reader

Holds = dict[tuple[str, str], list[int]]
WORK_OR_REST = frozenset({"hold", "reps", "move", "rest"})


@cache
def ours() -> Reader:
    return reader()


@cache
def turns_of(name: str, flow: Flow) -> tuple[Turn, ...]:
    return played(ours(), name, flow)


def items_of(turns: Iterable[Turn]) -> list[Item]:
    return [item for turn in turns for item in turn.items]


def is_contiguous(items: Sequence[Item]) -> bool:
    return items[0].at_ms == 0 and all(one.at_ms + one.ms == other.at_ms for one, other in pairwise(items))


def longest_silence_ms(items: Iterable[Item]) -> int:
    """Within work and rest, silences in a row added up."""
    longest = so_far = 0
    for item in items:
        so_far = so_far + item.ms if item.exact and item.kind.value in WORK_OR_REST else 0
        longest = max(longest, so_far)
    return longest


def holds_heard(items: Iterable[Item]) -> Holds:
    """Milliseconds of each hold, by exercise and side."""
    found: Holds = {}
    for (kind, exercise, side), run in groupby(items, lambda item: (item.kind, item.exercise, item.side)):
        if kind is Kind.HOLD:
            assert exercise
            assert side
            found.setdefault((exercise, side), []).append(sum(item.ms for item in run))
    return found


def holds_written(entries: Iterable[Entry]) -> Holds:
    """The same as content/ has it."""
    found: Holds = {}
    for entry in entries:
        exercise = ours().library.exercises[entry.exercise]
        mode = exercise.mode(entry.mode)
        each = [hold_s(part, entry) * 1000 for part in mode.parts if isinstance(part, Hold)] * mode.sets
        for side in ("right", "left") if exercise.sides is Sides.EACH else ("both",):
            if each:
                found[exercise.id, side] = each
    return found


def hold_s(part: Hold, entry: Entry) -> int:
    """The routine's seconds, kept inside the exercise's range; the exercise's own where it has none."""
    wanted = entry.hold_s or part.hold_s
    return max(part.range_s.low, min(part.range_s.high, wanted)) if entry.hold_s else wanted
