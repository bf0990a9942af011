"""Remembering accepted requests, within bounds and for threads."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from skill.web.replays import KEEP_S, LONGEST_ID, Replays

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(("again_after_s", "is_seen"), [(0, True), (KEEP_S, True), (KEEP_S + 1, False), (-5, True)])
def test_an_id_is_seen_for_as_long_as_its_request_could_pass(again_after_s: int, is_seen: bool) -> None:  # noqa: FBT001
    replays = Replays()
    assert not replays.seen("a", NOW)
    assert not replays.seen("b", NOW)
    assert replays.seen("a", NOW + timedelta(seconds=again_after_s)) is is_seen


def test_the_oldest_ids_make_room() -> None:
    replays = Replays(size=3)
    for request_id in "abcd":
        assert not replays.seen(request_id, NOW)
    assert len(replays) == 3
    assert replays.seen("d", NOW)
    assert not replays.seen("a", NOW)


def test_old_ids_do_not_stay_in_memory() -> None:
    replays = Replays()
    for number in range(100):
        replays.seen(str(number), NOW)
    replays.seen("late", NOW + timedelta(seconds=KEEP_S + 1))
    assert len(replays) == 1


def test_of_many_threads_one_comes_first() -> None:
    replays = Replays()
    with ThreadPoolExecutor(16) as threads:
        seen = list(threads.map(lambda _: replays.seen("a", NOW), range(200)))
    assert seen.count(False) == 1


def test_a_long_id_takes_no_more_memory_than_a_short_one() -> None:
    replays = Replays()
    for request_id in ("a", "a" * LONGEST_ID, "a" * (LONGEST_ID + 1), "b" * 100_000, "\ud800", "\ud800" * 100):
        assert not replays.seen(request_id, NOW)
        assert replays.seen(request_id, NOW)
    assert max(map(len, replays._seen)) <= LONGEST_ID  # noqa: SLF001 -- how large it grows is kept inside


def test_nothing_of_an_id_that_is_forgotten_stays_in_memory() -> None:
    replays = Replays(size=2)
    for number in range(10):
        replays.seen(str(number), NOW)
    assert [key for _, key in replays._in_order] == ["8", "9"]  # noqa: SLF001 -- what it still holds is kept inside
    assert replays._seen == {"8", "9"}  # noqa: SLF001 -- what it still holds is kept inside
