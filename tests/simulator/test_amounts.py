"""Numbers, ordinals and durations are put into slots as Alexa sends them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.amounts import DURATION, NUMBER, ORDINAL, amounts, spelled_out

WORDS = ["a", "and", "half", "an", "hundred", "one", "two", "ninety", "of", "minutes", "hour", "second", "couple"]


def sent(said: str, slot_type: str) -> str | None:
    words = tuple(said.split())
    found = {kind: value for kind, end, value in amounts(words, 0) if end == len(words)}
    return found.get(slot_type)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("five minutes", "PT5M"),
        ("3 minutes", "PT3M"),
        ("one minute", "PT1M"),
        ("a minute", "PT1M"),
        ("half a minute", "PT30S"),
        ("three and a half minutes", "PT3M30S"),
        ("three minutes and a half", "PT3M30S"),
        ("a minute and a half", "PT1M30S"),
        ("a minute and twenty seconds", "PT1M20S"),
        ("two minutes thirty seconds", "PT2M30S"),
        ("a couple of minutes", "PT2M"),
        ("couple of minutes", "PT2M"),
        ("forty five seconds", "PT45S"),
        ("ninety seconds", "PT1M30S"),
        ("a hundred and twenty seconds", "PT2M"),
        ("half an hour", "PT30M"),
        ("a quarter of an hour", "PT15M"),
        ("three quarters of an hour", "PT45M"),
        ("an hour", "PT1H"),
        ("an hour and a half", "PT1H30M"),
        ("zero seconds", "PT0S"),
    ],
)
def test_a_duration_is_sent_in_iso_8601(said: str, value: str) -> None:
    assert sent(said, DURATION) == value


@pytest.mark.parametrize("said", ["five", "minutes", "five apples", "twenty seconds five minutes", "half a towel"])
def test_what_is_no_duration_is_not_sent_as_one(said: str) -> None:
    assert sent(said, DURATION) is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        *[("twelve", "12"), ("three", "3"), ("7", "7"), ("twenty", "20"), ("forty five", "45"), ("a hundred", "100")],
        *[("one hundred and one", "101"), ("two hundred twenty two", "222")],
    ],
)
def test_a_number_is_sent_in_figures(said: str, value: str) -> None:
    assert sent(said, NUMBER) == value


@pytest.mark.parametrize("said", ["first", "second", "last", "tenth", "3rd"])
def test_an_ordinal_is_sent_as_it_is_said(said: str) -> None:
    assert sent(said, ORDINAL) == said


@given(st.integers(1, 99), st.sampled_from(["second", "seconds", "minutes", "hours"]))
def test_a_duration_in_figures_is_always_one(count: int, unit: str) -> None:
    assert (sent(f"{count} {unit}", DURATION) or "").startswith("PT")


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_any_words_in_any_order_are_read_without_an_error(words: list[str]) -> None:
    for start in range(len(words)):
        assert all(start < end <= len(words) for _, end, _ in amounts(tuple(words), start))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("give me twenty more seconds", "give me twenty seconds more"),
        ("one hundred extra seconds", "one hundred seconds extra"),
        ("another minute", "another one minute"),
        ("another two minutes", "another two minutes"),
        ("a few more seconds", "a few more seconds"),
        ("more seconds", "more seconds"),
        ("one more time", "one more time"),
        ("", ""),
    ],
)
def test_a_length_of_time_is_put_in_one_piece(said: str, written: str) -> None:
    assert spelled_out(tuple(said.split())) == tuple(written.split())
