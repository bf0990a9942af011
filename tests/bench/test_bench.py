"""The bench itself: what it says of figures, and that what it compares with still runs."""

import pytest

from tests.bench.starts import first_ms
from tests.bench.table import Figure, table


@pytest.mark.parametrize(
    ("value", "is_more_better", "verdict"),
    [
        (1.7, False, "goal met"),
        (1.9, False, "goal missed"),
        (2.1, False, "must broken"),
        (2.1, True, "goal met"),
        (1.8, True, "must broken"),
    ],
)
def test_a_figure_is_judged_by_its_bounds(value: float, is_more_better: bool, verdict: str) -> None:  # noqa: FBT001 -- a parameter
    bounds = (1.7, 2.0) if not is_more_better else (2.0, 1.9)
    figure = Figure("turns", value, "× bare", *bounds, is_more_better=is_more_better)
    assert (figure.verdict, figure.is_broken) == (verdict, verdict == "must broken")


def test_the_table_has_a_line_for_each_figure() -> None:
    *_, first, second = table([Figure("CPU", 1.234, "µs"), Figure("turns", 50, "%", 60, 40, 7, is_more_better=True)])
    assert first == "| CPU | 1.23 µs |  |  |  | – |"
    assert second == "| turns | 50 % | ≥ 60 | ≥ 40 | goal missed | 7.00 |"


@pytest.mark.parametrize("rival", ["ours", "stock"])
def test_what_is_compared_answers_a_verified_turn(rival: str) -> None:
    assert first_ms(rival) > 0
