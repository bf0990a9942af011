"""Waits that follow each other."""

import pytest

from skill.coach.cues import Mark, Part, Read, Wait
from skill.speech.errors import SpeechError
from skill.speech.silence import summed

PLACE, WORK = Mark(0, Part.PLACE), Mark(0, Part.WORK)


def test_waits_in_a_row_become_one() -> None:
    assert list(summed([Read("a"), Wait(3), Wait(4), Read("b")])) == [Read("a"), Wait(7), Read("b")]


def test_waits_on_both_sides_of_a_mark_become_one_before_it() -> None:
    assert list(summed([Wait(3), PLACE, Wait(4), Read("a")])) == [Wait(7), PLACE, Read("a")]


def test_of_marks_in_a_row_the_last_counts() -> None:
    assert list(summed([PLACE, WORK, Read("a"), PLACE])) == [WORK, Read("a")]


def test_no_wait_is_no_silence() -> None:
    assert list(summed([Read("a"), Wait(0)])) == [Read("a")]


def test_a_negative_wait_is_refused_even_where_the_sum_is_not() -> None:
    with pytest.raises(SpeechError, match="-1 ms"):
        list(summed([Wait(5), Wait(-1)]))
