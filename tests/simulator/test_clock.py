"""The clock moves when told, and never back."""

from datetime import UTC, datetime, timedelta

from skill.simulator.clock import Clock

START = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


def test_it_stands_still_by_itself() -> None:
    clock = Clock(START)
    assert clock() == clock() == START


def test_it_moves_when_told() -> None:
    clock = Clock(START)
    clock.move_to(clock.ms + 1_500)
    assert clock() == START + timedelta(seconds=1.5)


def test_it_never_goes_back() -> None:
    clock = Clock(START)
    clock.move_to(clock.ms - 1)
    assert clock() == START
