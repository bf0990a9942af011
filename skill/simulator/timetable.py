"""A practice that was played as plain text: its parts, its turns, and what they come to."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from skill.simulator.items import WORK, Item, Kind
from skill.simulator.playthrough import Turn

PARTS = ("from", "exercise", "side", "part", "seconds", "silence")
TURNS = ("turn", "seconds", "characters", "longest silence at work")
NUMBERS = frozenset({"from", "seconds", "silence", *TURNS})
AT_WORK = WORK | {Kind.REST}


def lines(turns: Sequence[Turn]) -> Iterator[str]:
    """The parts, the turns and the totals."""
    yield from aligned(PARTS, (part for turn in turns for part in parts(turn)))
    yield ""
    yield from aligned(TURNS, (of_turn(number, turn) for number, turn in enumerate(turns, start=1)))
    yield ""
    yield totals(turns)


def parts(turn: Turn) -> Iterator[tuple[str, ...]]:
    """A row of PARTS for each part of a step."""
    for (kind, exercise, side), some in groupby(turn.items, lambda item: (item.kind, item.exercise, item.side)):
        run = list(some)
        silent = seconds(item.ms for item in run if item.exact)
        yield clock(run[0].at_ms), exercise or "-", side or "-", kind, seconds(item.ms for item in run), silent


def of_turn(number: int, turn: Turn) -> tuple[str, ...]:
    """A row of TURNS."""
    return str(number), seconds([turn.ms]), str(turn.characters), seconds([longest_silence_ms(turn.items)])


def longest_silence_ms(items: Iterable[Item]) -> int:
    """The longest silence in work or rest, those that follow each other added up."""
    runs = groupby(items, lambda item: item.exact and item.kind in AT_WORK)
    return max((sum(item.ms for item in run) for is_silent, run in runs if is_silent), default=0)


def totals(turns: Sequence[Turn]) -> str:
    """How much it is in all, and how long each exercise is held on each side."""
    most = max(turn.characters for turn in turns)
    count = f"{len(turns)} turn{'s' if len(turns) > 1 else ''}"
    whole = f"{count}, {seconds(turn.ms for turn in turns)} s, at most {most} characters in a turn"
    held = "; ".join(holds(turns))
    return f'{whole}. From "Hold." to "And release.": {held}.' if held else f"{whole}. Nothing is held."


def holds(turns: Iterable[Turn]) -> Iterator[str]:
    """As in "big-toe right 15 s, left 15 s"; where a side is held more than once, "right 10 + 10 s"."""
    held: dict[str, dict[str, list[int]]] = {}
    items = (item for turn in turns for item in turn.items)
    for (kind, exercise, side), run in groupby(items, lambda item: (item.kind, item.exercise, item.side)):
        ms = sum(item.ms for item in run)
        if kind is Kind.HOLD and exercise and side:
            held.setdefault(exercise, {}).setdefault(side, []).append(ms)
    for exercise, sides in held.items():
        each = (f"{side} {' + '.join(f'{ms / 1000:g}' for ms in some)} s" for side, some in sides.items())
        yield f"{exercise} {', '.join(each)}"


def aligned(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows under their columns, numbers to the right."""
    table = [columns, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = zip(columns, row, widths, strict=True)
        yield "  ".join(f"{cell:{'>' if name in NUMBERS else '<'}{width}}" for name, cell, width in cells).rstrip()


def seconds(each_ms: Iterable[int]) -> str:
    """Milliseconds added up, as seconds to a tenth."""
    return f"{sum(each_ms) / 1000:.1f}"


def clock(ms: int) -> str:
    """Minutes and seconds."""
    minutes, rest_s = divmod(ms // 1000, 60)
    return f"{minutes}:{rest_s:02}"
