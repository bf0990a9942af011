"""The text of a practice says when each part is, how long each turn takes, and what it comes to."""

import re

from skill.coach.preferences import Flow
from skill.simulator import timetable
from skill.simulator.items import Item, Kind
from skill.simulator.playthrough import Turn
from tests.simulator.played import turns_of


def item(kind: Kind, at_ms: int, ms: int, *, exact: bool) -> Item:
    return Item(kind, "toe-press", "right", at_ms, ms, exact)


HELD = (
    item(Kind.SETUP, 0, 59_500, exact=False),
    item(Kind.HOLD, 59_500, 8_000, exact=True),
    item(Kind.HOLD, 67_500, 2_000, exact=False),
    item(Kind.REST, 69_500, 1_000, exact=False),
    item(Kind.REST, 70_500, 9_000, exact=True),
    item(Kind.HOLD, 79_500, 2_500, exact=True),
)
TURNS = (Turn(HELD, 1_234), Turn((Item(Kind.PROMPT, None, None, 82_000, 1_260, exact=False),), 99))


def test_it_is_aligned_and_ends_in_the_totals() -> None:
    assert list(timetable.lines(TURNS)) == [
        "from  exercise   side   part    seconds  silence",
        "0:00  toe-press  right  setup      59.5      0.0",
        "0:59  toe-press  right  hold       10.0      8.0",
        "1:09  toe-press  right  rest       10.0      9.0",
        "1:19  toe-press  right  hold        2.5      2.5",
        "1:22  -          -      prompt      1.3      0.0",
        "",
        "turn  seconds  characters  longest silence at work",
        "   1     82.0        1234                     11.5",
        "   2      1.3          99                      0.0",
        "",
        (
            '2 turns, 83.3 s, at most 1234 characters in a turn. From "Hold." to "And release.":'
            " toe-press right 10 + 2.5 s."
        ),
    ]


def test_a_practice_without_holds_says_so() -> None:
    assert timetable.totals(TURNS[1:]) == "1 turn, 1.3 s, at most 99 characters in a turn. Nothing is held."


def test_the_holds_of_a_routine_of_ours_are_all_there() -> None:
    held = timetable.totals(turns_of("post-run", Flow.WAIT_FOR_ME)).partition('"And release.": ')[2]
    assert len(held.split("; ")) == 4
    assert all(re.fullmatch(r"[a-z-]+( (right|left|both) \d+( \+ \d+)* s,?)+\.?", one) for one in held.split("; "))
