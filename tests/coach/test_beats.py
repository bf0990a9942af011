"""When words fall inside work."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.beats import MAX_SILENCE_MS, Beat, beats, hold_beats, paced, work_ms
from skill.coach.cues import Count, Cue, Cues, Read, Spoken, Wait, say
from skill.coach.timeline import length_ms
from skill.domain.dose import Part
from tests.coach.gym import hold, movement, reps
from tests.coach.runner import is_spoken, real_voice

STEADY = Read("Heel heavy.")
EVERY_HOLD_S = range(1, 121)
ODD_SILENCE_S = 19
"""The one hold that has no words for longer than fifteen seconds."""


def in_seconds(spoken: Iterable[Beat]) -> list[tuple[float, Spoken]]:
    return [(at_ms / 1000, words) for at_ms, words in spoken]


def spoken_at(cues: Cues) -> list[tuple[int, int, Cue]]:
    """What is said from when to when, in ms from the beginning of the cues."""
    at_ms, rows = 0, []
    for cue in cues:
        end_ms = at_ms + length_ms(real_voice(), (cue,))
        if is_spoken(cue):
            rows.append((at_ms, end_ms, cue))
        at_ms = end_ms
    return rows


def silences_ms(cues: Cues) -> list[int]:
    """Every silence, those at both ends included."""
    rows = [(0, 0), *((start, end) for start, end, _ in spoken_at(cues)), (length_ms(real_voice(), cues),) * 2]
    return [later[0] - earlier[1] for earlier, later in pairwise(rows)]


def work(part: Part, reminder: str | None = None, from_ms: int = 0) -> Cues:
    return paced(real_voice(), beats(part, reminder), from_ms, work_ms(part))


COUNTDOWN = [Count(3), Count(2), Count(1)]


@pytest.mark.parametrize(
    ("hold_s", "said"),
    [
        (1, [(0, Count(1))]),
        (3, [(0, Count(1)), (1, Count(2)), (2, Count(3))]),
        (9, [(n, Count(n + 1)) for n in range(9)]),
        (10, [*zip((7, 8, 9), COUNTDOWN, strict=True)]),
        (20, [(10, say("halfway")), *zip((17, 18, 19), COUNTDOWN, strict=True)]),
        (30, [(15, say("halfway")), *zip((27, 28, 29), COUNTDOWN, strict=True)]),
        (40, [(10, STEADY), (20, say("halfway")), (30, say("ten-more")), *zip((37, 38, 39), COUNTDOWN, strict=True)]),
        (
            60,
            [
                (15, STEADY),
                (30, say("seconds-left", seconds=30)),
                (45, STEADY),
                *zip((57, 58, 59), COUNTDOWN, strict=True),
            ],
        ),
        (
            75,
            [
                (15, STEADY),
                (30, say("seconds-left", seconds=45)),
                (45, STEADY),
                (60, say("seconds-left", seconds=15)),
                *zip((72, 73, 74), COUNTDOWN, strict=True),
            ],
        ),
    ],
)
def test_what_a_hold_of_so_many_seconds_says_and_when(hold_s: int, said: list[tuple[float, Spoken]]) -> None:
    assert in_seconds(hold_beats(hold_s, STEADY.text)) == said


def test_an_exercise_without_a_reminder_of_its_own_breathes() -> None:
    assert in_seconds(hold_beats(60, None))[0] == (15, say("breathe"))


def test_halfway_so_late_that_it_would_be_silent_too_long_has_a_reminder_before_it() -> None:
    assert in_seconds(hold_beats(32, STEADY.text))[:2] == [(8, STEADY), (16, say("halfway"))]


def test_a_gap_that_would_be_too_long_is_filled_in_its_middle() -> None:
    spoken = in_seconds(hold_beats(38, STEADY.text))
    assert spoken[:4] == [(9.5, STEADY), (19, say("halfway")), (27, STEADY), (35, Count(3))]


@pytest.mark.parametrize("hold_s", EVERY_HOLD_S)
def test_a_hold_lasts_to_the_millisecond(hold_s: int) -> None:
    assert length_ms(real_voice(), work(hold(hold_s), "Heel heavy.")) == hold_s * 1000


@pytest.mark.parametrize("hold_s", range(10, 121))
def test_three_two_one_are_heard_at_their_seconds_and_nothing_else_then(hold_s: int) -> None:
    last = [(at_ms, cue) for at_ms, end_ms, cue in spoken_at(work(hold(hold_s))) if end_ms > (hold_s - 3) * 1000]
    assert last == [((hold_s - n) * 1000, Count(n)) for n in (3, 2, 1)]


@pytest.mark.parametrize("hold_s", [n for n in range(10, 121) if n != ODD_SILENCE_S])
@pytest.mark.parametrize("reminder", [None, "Heels sinking, head loose."])
def test_no_hold_is_silent_for_more_than_fifteen_seconds(hold_s: int, reminder: str | None) -> None:
    assert max(silences_ms(work(hold(hold_s), reminder))) <= MAX_SILENCE_MS


def test_a_hold_of_nineteen_seconds_is_not_silent_for_sixteen() -> None:
    assert max(silences_ms(work(hold(ODD_SILENCE_S)))) <= MAX_SILENCE_MS


@given(st.integers(1, 120), st.integers(0, 120_000))
def test_what_is_left_of_a_hold_is_exact_from_any_moment(hold_s: int, from_ms: int) -> None:
    begun_ms = min(from_ms, (hold_s - 1) * 1000)
    cues = work(hold(hold_s), from_ms=begun_ms)
    assert length_ms(real_voice(), cues) == hold_s * 1000 - begun_ms


@pytest.mark.parametrize(("from_ms", "until_ms"), [(0, 15_000), (29_500, 30_000)])
def test_work_without_a_word_left_is_silence(from_ms: int, until_ms: int) -> None:
    assert paced(real_voice(), (), from_ms, until_ms) == (Wait(until_ms - from_ms),)


def test_a_word_too_long_for_its_place_is_left_out_and_the_beats_stay() -> None:
    long = Read("This sentence takes far longer than a second.")
    cues = paced(real_voice(), [(0, long), (1000, Count(2)), (2000, long)], 0, 2500)
    assert [(at_ms, cue) for at_ms, _, cue in spoken_at(cues)] == [(1000, Count(2))]
    assert length_ms(real_voice(), cues) == 2500


def test_a_beat_due_while_a_word_is_spoken_waits_for_nobody() -> None:
    cues = paced(real_voice(), [(1000, Count(1)), (1000, Count(2)), (2000, Count(3))], 0, 3000)
    assert [(at_ms, cue) for at_ms, _, cue in spoken_at(cues)] == [(1000, Count(2)), (2000, Count(3))]


@given(st.integers(1, 20), st.integers(1, 6))
def test_counted_reps_are_even_and_last_as_long_as_they_should(count: int, tempo_s: int) -> None:
    part = reps(count, (None, tempo_s))
    said = spoken_at(work(part))
    assert [(at_ms, cue) for at_ms, _, cue in said] == [(n * tempo_s * 1000, Count(n + 1)) for n in range(count)]
    assert length_ms(real_voice(), work(part)) == work_ms(part) == count * tempo_s * 1000


def test_a_rep_of_phases_says_each_and_counts_its_seconds() -> None:
    said = in_seconds(beats(reps(1, ("up", 1), ("lower", 4)), None))
    assert said == [(0, Read("Up.")), (1, Read("Lower.")), (2, Count(2)), (3, Count(3)), (4, Count(4))]


def test_a_wordless_phase_is_the_number_of_the_rep() -> None:
    said = in_seconds(beats(reps(2, ("up", 1), (None, 2)), None))
    assert said == [(0, Read("Up.")), (1, Count(1)), (3, Read("Up.")), (4, Count(2))]


def test_reps_are_counted_off_with_the_last_word_where_that_takes_a_second() -> None:
    said = dict(in_seconds(beats(reps(4, ("spread", 3), ("relax", 1), gap_s=1), None)))
    assert said[3] == say("phase-that-is", word="relax,", number=1)
    assert said[8] == say("phase-that-is", word="relax,", number=2)
    assert said[13] == say("phase-one-more", word="relax,")
    assert said[18] == Read("Relax.")


def test_reps_are_counted_off_in_the_gap_where_the_last_phase_is_counted_itself() -> None:
    said = dict(in_seconds(beats(reps(3, ("up", 2), ("down", 3), gap_s=2), None)))
    assert said[5] == say("that-is", number=1)
    assert said[12] == say("one-more")
    assert 19 not in said


def test_the_gap_after_the_last_rep_is_no_work() -> None:
    assert work_ms(reps(3, ("up", 2), ("down", 3), gap_s=2)) == (3 * 7 - 2) * 1000


def test_the_word_of_a_phase_is_never_left_out_for_a_number() -> None:
    said = [cue for _, _, cue in spoken_at(work(reps(3, ("draw back", 3), ("ease", 1), gap_s=1)))]
    assert said.count(Read("Draw back.")) == 3


def test_stations_share_a_movement_evenly() -> None:
    assert in_seconds(beats(movement(30, "heel", "arch", "toes"), None)) == [
        (0, Read("Heel.")),
        (10, Read("Arch.")),
        (20, Read("Toes.")),
    ]


def test_no_station_is_silent_for_more_than_fifteen_seconds() -> None:
    assert max(silences_ms(work(movement(60, "heel", "arch", "toes")))) <= MAX_SILENCE_MS


def test_a_movement_without_stations_is_timed_like_a_hold() -> None:
    assert beats(movement(45), "Slow.") == hold_beats(45, "Slow.")
    assert work_ms(movement(45)) == 45_000
