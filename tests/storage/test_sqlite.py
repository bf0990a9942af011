"""SQLite's own manners: a file that lasts, several processes, and failures that are said and not raised raw."""

import multiprocessing
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from skill.storage import sqlite
from skill.storage.base import StoreError, UnreadableRecordError
from skill.storage.sqlite import SqliteRunners


def row(path: Path, text: object) -> None:
    """Write what no runner ever would."""
    with sqlite3.connect(path) as connection:
        connection.execute("insert into runners values ('ann', 7, cast(? as text))", (text,))
    connection.close()


@contextmanager
def hanging(path: Path) -> Iterator[None]:
    """Another program's write that does not come to its end as long as the block lasts."""
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("begin immediate")
    try:
        yield
    finally:
        writer.close()


def test_runners_outlive_the_process(tmp_path: Path) -> None:
    SqliteRunners(str(tmp_path / "r.db")).save("ann", {"turn": 1}, 1)
    assert SqliteRunners(str(tmp_path / "r.db")).load("ann") == {"turn": 1}


def test_a_file_laid_out_otherwise_is_used_as_it_is(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "r.db") as connection:
        columns = "user_id text primary key, turn integer not null, record text not null"
        connection.execute(f"create table runners ({columns}) without rowid")
    connection.close()
    row(tmp_path / "r.db", '{"turn": 7}')
    runners = SqliteRunners(str(tmp_path / "r.db"))
    assert runners.load("ann") == {"turn": 7}
    assert not runners.save("ann", {"turn": 7}, 7)
    assert runners.save("ann", {"turn": 8}, 8)
    assert SqliteRunners(str(tmp_path / "r.db")).load("ann") == {"turn": 8}


def test_a_turn_writes_one_page(tmp_path: Path) -> None:
    runners = SqliteRunners(str(tmp_path / "r.db"))
    name = "amzn1.ask.account." + "A" * 180
    runners.save(name, {"heard": "x" * 1_500}, 1)
    before = (tmp_path / "r.db-wal").stat().st_size
    runners.save(name, {"heard": "y" * 1_500}, 2)
    frame = sqlite.PAGE_BYTES + 24
    assert (tmp_path / "r.db-wal").stat().st_size - before == frame


def test_the_file_is_written_ahead_so_that_readers_do_not_wait(tmp_path: Path) -> None:
    runners = SqliteRunners(str(tmp_path / "r.db"))
    runners.save("ann", {"turn": 1}, 1)
    with hanging(tmp_path / "r.db"):
        assert runners.load("ann") == {"turn": 1}


def waited_s(runners: SqliteRunners, turn: int) -> float:
    """How long a save takes that cannot succeed."""
    begun_s = time.monotonic()
    with pytest.raises(StoreError, match=r"locked|hangs"):
        runners.save("ann", {"turn": turn}, turn)
    return time.monotonic() - begun_s


@pytest.mark.parametrize("at_once", [1, 4])
def test_saves_behind_a_writer_that_hangs_fail_within_their_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_S", 0.2)
    runners = SqliteRunners(str(tmp_path / "r.db"))
    with hanging(tmp_path / "r.db"), ThreadPoolExecutor(at_once) as pool:
        assert all(0.1 < each_s < 1 for each_s in pool.map(partial(waited_s, runners), range(at_once)))
    assert runners.save("ann", {"turn": 1}, 1)


def test_readers_wait_for_no_writer_of_their_own_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_S", 0.8)
    runners = SqliteRunners(str(tmp_path / "r.db"))
    runners.save("ann", {"turn": 1}, 1)
    with ThreadPoolExecutor(1) as pool:
        with hanging(tmp_path / "r.db"):
            saving = pool.submit(runners.save, "ann", {"turn": 2}, 2)
            time.sleep(0.1)
            begun_s = time.monotonic()
            assert runners.load("ann") == {"turn": 1}
            assert time.monotonic() - begun_s < 0.5
        assert saving.result()


def test_reading_takes_no_connection_more_while_nobody_writes(tmp_path: Path) -> None:
    runners = SqliteRunners(str(tmp_path / "r.db"))
    runners.save("ann", {"turn": 1}, 1)
    for _ in range(10):
        runners.load("ann")
    assert runners._others == []  # noqa: SLF001 -- its connections are seen nowhere else


def test_connections_to_read_on_are_no_more_than_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_S", 5)
    runners = SqliteRunners(str(tmp_path / "r.db"))
    runners.save("ann", {"turn": 1}, 1)
    with ThreadPoolExecutor(1) as writing, ThreadPoolExecutor(4) as reading:
        with hanging(tmp_path / "r.db"):
            saving = writing.submit(runners.save, "ann", {"turn": 2}, 2)
            time.sleep(0.1)
            assert list(reading.map(runners.load, ["ann"] * 400)) == [{"turn": 1}] * 400
        assert saving.result()
    assert 1 <= len(runners._others) <= 4  # noqa: SLF001 -- its connections are seen nowhere else


def test_waiting_takes_a_second_at_most() -> None:
    assert 2 * sqlite.BUSY_S <= 1


@pytest.mark.parametrize("text", ["{", "", "[1]", "7", "null", b"\xff\xfe", b'{"a": "\xff"}', 3.5])
def test_a_row_that_is_no_record_is_called_unreadable(tmp_path: Path, text: object) -> None:
    runners = SqliteRunners(str(tmp_path / "r.db"))
    row(tmp_path / "r.db", text)
    with pytest.raises(UnreadableRecordError):
        runners.load("ann")
    runners.forget("ann")
    assert runners.load("ann") is None


def test_a_turn_beyond_what_the_file_holds_is_a_failure_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        SqliteRunners(str(tmp_path / "r.db")).save("ann", {}, 2**63)


def test_a_table_that_is_gone_is_a_failure_of_the_store(tmp_path: Path) -> None:
    runners = SqliteRunners(str(tmp_path / "r.db"))
    assert runners.load("ann") is None
    assert runners.save("ann", {}, 1)
    with sqlite3.connect(tmp_path / "r.db") as connection:
        connection.execute("drop table runners")
    connection.close()
    for failing in (lambda: runners.load("ann"), lambda: runners.save("ann", {}, 2), lambda: runners.forget("ann")):
        with pytest.raises(StoreError):
            failing()


def test_a_full_disk_is_a_failure_of_the_store_and_passes(tmp_path: Path) -> None:
    runners = SqliteRunners(str(tmp_path / "r.db"))
    runners.save("ann", {"turn": 1}, 1)
    writing: Any = runners._writing  # noqa: SLF001 -- pages are the only disk that a test can fill
    pages = writing.execute("pragma page_count").fetchone()[0]
    writing.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"):
        runners.save("ann", {"long": "x" * 100_000}, 2)
    assert runners.load("ann") == {"turn": 1}
    writing.execute("pragma max_page_count = 1000")
    assert runners.save("ann", {"long": "x" * 100_000}, 2)


def test_a_place_where_no_file_can_be_is_refused_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open"):
        SqliteRunners(str(tmp_path / "missing" / "r.db"))


def test_a_file_that_is_no_database_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "r.db").write_text("shopping list: milk, band, half dome, marbles" * 100)
    with pytest.raises(StoreError, match="not a database"):
        SqliteRunners(str(tmp_path / "r.db"))


def count(path: str, times: int) -> None:
    """What one process does: so many turns, each on top of what is there."""
    runners, left = SqliteRunners(path), times
    while left:
        turn = (runners.load("ann") or {"turn": 0})["turn"] + 1
        left -= runners.save("ann", {"turn": turn}, turn)


def test_processes_do_not_lose_each_others_turns(tmp_path: Path) -> None:
    path = str(tmp_path / "r.db")
    SqliteRunners(path)
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=count, args=(path, 50)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(30)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert SqliteRunners(path).load("ann") == {"turn": 150}
