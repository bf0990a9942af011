"""Durations, numbers and ordinals as Alexa sends them, and as she should not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa import values


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("PT5M", 300),
        ("PT45S", 45),
        ("PT1H", 3600),
        ("PT1H2M3S", 3723),
        ("P1D", 86_400),
        ("P1DT1S", None),
        ("PT0S", None),
        ("P", None),
        ("PT", None),
        ("PT1.5M", None),
        ("-PT5M", None),
        ("P2W", None),
        ("PT999999999999M", None),
        ("five minutes", None),
        ("?", None),
        ("", None),
        (None, None),
    ],
)
def test_a_duration_is_seconds(value: str | None, seconds: int | None) -> None:
    assert values.seconds(value) == seconds


@pytest.mark.parametrize(
    ("value", "number"),
    [("3", 3), (" 12 ", 12), ("999", 999), ("1000", None), ("0", None), ("-1", None), ("1.5", None), ("\u0663", None)],
)
def test_a_number_is_from_one_to_999(value: str, number: int | None) -> None:
    assert values.number(value) == number


@pytest.mark.parametrize(
    ("value", "place"),
    [("third", 3), ("Third", 3), ("3rd", 3), ("21st", 21), ("3", 3), ("twelfth", 12), ("last", -1), ("?", None)],
)
def test_an_ordinal_is_a_place_in_a_row(value: str, place: int) -> None:
    assert values.ordinal(value) == place


@given(st.none() | st.text(max_size=12) | st.from_regex(r"P(\d*[DHMST])*"))
def test_nothing_is_an_error(value: str | None) -> None:
    assert (values.seconds(value) or 1) > 0
    assert (values.number(value) or 1) > 0
    assert (values.ordinal(value) or 1) >= -1
