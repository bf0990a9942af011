"""From the time since a reply to where the runner is."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cues import Part
from skill.coach.playhead import DAY_MS, Spot, elapsed_ms, end_ms, playhead, worked_steps
from skill.coach.timeline import Segment, Timeline

HOLD_RIGHT = Segment(0, Part.WORK, 0, 0, 30_000)
LINE: Timeline = (
    Segment(0, Part.ASIDE, 0, 0, 2_000),
    Segment(0, Part.SETUP, 1, 0, 8_000),
    HOLD_RIGHT,
    Segment(1, Part.SWITCH, 0, 0, 9_000),
    Segment(1, Part.WORK, 0, 12_000, 18_000),
    Segment(1, Part.EXIT, 0, 0, 3_000),
    Segment(1, Part.PROMPT, 0, 0, 5_000),
)
TIMES = st.integers(-10 * DAY_MS, 10 * DAY_MS)
SEGMENTS = st.builds(
    Segment, st.integers(0, 3), st.sampled_from(Part), st.integers(0, 2), st.integers(0, 9_000), st.integers(1, 40_000)
)
LINES = st.lists(SEGMENTS, max_size=8).map(tuple)


@pytest.mark.parametrize(
    ("heard_ms", "spot"),
    [
        (0, Spot(0, Part.SETUP, 1, 0)),
        (1_999, Spot(0, Part.SETUP, 1, 0)),
        (2_000, Spot(0, Part.SETUP, 1, 0)),
        (5_000, Spot(0, Part.SETUP, 1, 3_000)),
        (9_999, Spot(0, Part.SETUP, 1, 7_999)),
        (10_000, Spot(0, Part.WORK, 0, 0)),
        (49_000, Spot(1, Part.WORK, 0, 12_000)),
        (66_999, Spot(1, Part.WORK, 0, 29_999)),
        (75_000, Spot(1, Part.PROMPT, 0, 5_000)),
        (999_000, Spot(1, Part.PROMPT, 0, 5_000)),
    ],
)
def test_the_spot_after_so_much_of_a_reply(heard_ms: int, spot: Spot) -> None:
    assert playhead(LINE, heard_ms) == spot


def test_the_example_of_the_contract() -> None:
    line = (Segment(0, Part.PLACE, 0, 0, 16_000), HOLD_RIGHT)
    assert elapsed_ms(line, 1_000_000, 1_033_000, 3_000) == 30_000
    assert playhead(line, 30_000) == Spot(0, Part.WORK, 0, 14_000)


def test_asides_alone_lead_nowhere() -> None:
    asides = (Segment(0, Part.ASIDE, 0, 0, 2_000), Segment(0, Part.ASIDE, 0, 0, 1_000))
    assert playhead(asides, 500) is playhead(asides, 2_500) is playhead(asides, 9_000) is None
    assert playhead((), 0) is None


def test_after_an_aside_at_the_end_the_runner_is_at_the_end_of_what_came_before() -> None:
    line = (HOLD_RIGHT, Segment(0, Part.ASIDE, 0, 0, 4_000))
    assert playhead(line, 34_000) == Spot(0, Part.WORK, 0, 30_000)


def test_within_an_aside_at_the_end_the_runner_is_where_the_work_ended() -> None:
    line = (HOLD_RIGHT, Segment(0, Part.ASIDE, 0, 0, 4_000))
    assert playhead(line, 31_000) == Spot(0, Part.WORK, 0, 30_000)


@pytest.mark.parametrize(
    ("since_ms", "heard_ms"),
    [
        (0, 0),
        (2_999, 0),
        (3_000, 0),
        (20_000, 17_000),
        (78_000, 75_000),
        (3_600_000, 75_000),
        (DAY_MS, 75_000),
        (DAY_MS + 1, 75_000),
        (-1, 75_000),
    ],
)
def test_how_much_of_a_reply_was_heard(since_ms: int, heard_ms: int) -> None:
    assert elapsed_ms(LINE, 5_000_000, 5_000_000 + since_ms, 3_000) == heard_ms


@given(LINES, TIMES, TIMES, st.integers(0, 60_000))
def test_whatever_clocks_say_what_was_heard_lies_within_the_reply(
    line: Timeline, sent_at_ms: int, now_ms: int, lag_ms: int
) -> None:
    assert 0 <= elapsed_ms(line, sent_at_ms, now_ms, lag_ms) <= end_ms(line)


@given(st.integers(0, DAY_MS), st.integers(0, DAY_MS))
def test_later_is_never_earlier_in_the_reply(one_ms: int, other_ms: int) -> None:
    earlier_ms, later_ms = sorted((one_ms, other_ms))
    assert elapsed_ms(LINE, 0, earlier_ms, 3_000) <= elapsed_ms(LINE, 0, later_ms, 3_000)


def progress(line: Timeline, spot: Spot) -> tuple[int, int]:
    """How far a spot is: the position of its segment, and how far into that."""
    begun = [n for n, s in enumerate(line) if (s.step, s.part, s.index) == (spot.step, spot.part, spot.index)]
    return begun[0], spot.into_ms


@given(st.integers(0, 80_000), st.integers(0, 80_000))
def test_the_playhead_never_moves_back(one_ms: int, other_ms: int) -> None:
    spots = [playhead(LINE, ms) for ms in sorted((one_ms, other_ms))]
    earlier, later = (progress(LINE, spot) for spot in spots if spot)
    assert earlier <= later


@given(LINES, st.integers(0, 400_000))
def test_the_playhead_is_in_something_that_was_said(line: Timeline, heard_ms: int) -> None:
    spot = playhead(line, heard_ms)
    said = [s for s in line if spot and (s.step, s.part, s.index) == (spot.step, spot.part, spot.index)]
    assert spot is None or any(s.from_ms <= spot.into_ms <= s.from_ms + s.ms for s in said)
    assert spot is None or spot.part is not Part.ASIDE


def test_work_is_begun_with_its_first_moment_and_ended_three_seconds_before_its_last() -> None:
    begun_at = [ms for ms in range(0, 76_000, 500) if 0 in worked_steps(LINE, ms)[0]]
    ended_at = [ms for ms in range(0, 76_000, 500) if 0 in worked_steps(LINE, ms)[1]]
    assert (begun_at[0], ended_at[0]) == (10_500, 37_000)
    begun, ended = worked_steps(LINE, 75_000)
    assert begun == ended == {0, 1}


def test_work_in_several_parts_has_ended_with_its_last_part() -> None:
    line = (
        Segment(0, Part.WORK, 0, 0, 20_000),
        Segment(0, Part.REST, 1, 0, 15_000),
        Segment(0, Part.WORK, 1, 0, 20_000),
    )
    ends = [end for end in accumulate(segment.ms for segment in line) if 0 in worked_steps(line, end)[1]]
    assert ends == [55_000]
