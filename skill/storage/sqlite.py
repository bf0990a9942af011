"""Runners remembered in a SQLite file: one table, three statements, shared by a machine's threads and processes."""

import sqlite3
from threading import Lock
from typing import cast

import orjson

from skill.storage.base import Record, StoreError, UnreadableRecordError

BUSY_S = 0.5
"""How long to wait for another thread, and as long again for another process. A save takes well under a ms, so a longer
wait means that something hangs."""

PAGE_BYTES = 2048
"""A turn writes the page that its record is on. Most records have half a kilobyte, few as much as such a page."""

SCHEMA = """
create table if not exists runners (user_id text primary key not null, turn integer not null, record text not null)
"""
# As bytes, so that broken UTF-8 is found where JSON is read, and counts as one record's fault and not the file's.
LOAD = "select cast(record as blob) from runners where user_id = ?"
SAVE = """
insert into runners (user_id, turn, record) values (?, ?, ?)
on conflict (user_id) do update set turn = excluded.turn, record = excluded.record where turn < excluded.turn
"""
FORGET = "delete from runners where user_id = ?"

Row = tuple[bytes] | None
"""What LOAD finds."""


class SqliteRunners:
    """The runners of one file. Threads write on one connection in turns, and read on it while nobody writes.

    SQLite lets one of them write at a time anyway, and whoever writes on a connection of its own finds its pages
    changed by the others, and waits for them in SQLite's sleeps. Readers wait for nobody: while somebody writes, each
    reads on another connection.
    """

    def __init__(self, path: str) -> None:
        """Make the table if there is none. Raises StoreError for a file that cannot be used."""
        self._path = path
        self._turn = Lock()
        self._writing: sqlite3.Cursor | None = None
        self._others: list[sqlite3.Cursor] = []
        try:
            opened(path).close()  # not kept: whoever serves may fork, and a connection must not cross a fork
        except sqlite3.Error as error:
            raise failed(error) from error

    def load(self, user_id: str) -> Record | None:
        """The runner's record."""
        try:
            row = self._read_in_turn(user_id) if self._turn.acquire(blocking=False) else self._read_beside(user_id)
        except sqlite3.Error as error:
            raise failed(error) from error
        return read(row[0]) if row else None

    def save(self, user_id: str, record: Record, turn: int) -> bool:
        """Keep the record unless its turn has passed; the statement compares and sets in one."""
        return self._write(SAVE, (user_id, turn, orjson.dumps(record).decode())) > 0

    def forget(self, user_id: str) -> None:
        """Delete the runner's record."""
        self._write(FORGET, (user_id,))

    def _write(self, statement: str, values: tuple[str | int, ...]) -> int:
        """How many rows a statement has changed. An OverflowError is a turn beyond 64 bits."""
        if not self._turn.acquire(timeout=BUSY_S):
            raise StoreError("SQLite: another turn hangs")
        try:
            return self._own().execute(statement, values).rowcount
        except (sqlite3.Error, OverflowError) as error:
            raise failed(error) from error
        finally:
            self._turn.release()

    def _read_in_turn(self, user_id: str) -> Row:
        """A runner's row, read where what was written last is still at hand."""
        try:
            return cast("Row", self._own().execute(LOAD, (user_id,)).fetchone())
        finally:
            self._turn.release()

    def _read_beside(self, user_id: str) -> Row:
        """A runner's row, read on a connection that is nobody's at the time."""
        try:
            reading = self._others.pop()
        except IndexError:
            reading = opened(self._path).cursor()
        row = cast("Row", reading.execute(LOAD, (user_id,)).fetchone())
        self._others.append(reading)
        return row

    def _own(self) -> sqlite3.Cursor:
        """The connection to write on, for whoever's turn it is."""
        self._writing = self._writing or opened(self._path).cursor()
        return self._writing


def opened(path: str) -> sqlite3.Connection:
    """A connection on which every statement is its own transaction."""
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    connection.execute(f"pragma page_size = {PAGE_BYTES}")  # of a new file; another keeps the size that it has
    # Readers and the writer do not wait for each other, and a turn does not wait for the disk. After a power failure
    # the file is sound and the last turns may be missing; the runner hears them again.
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.execute(SCHEMA)
    return connection


def read(json: bytes) -> Record:
    """The record that a row's JSON holds."""
    try:
        record = orjson.loads(json)
    except orjson.JSONDecodeError as error:
        raise UnreadableRecordError("A record is not JSON.") from error
    if not isinstance(record, dict):
        raise UnreadableRecordError("A record is not an object.")
    return record


def failed(error: Exception) -> StoreError:
    """SQLite's failures by the name they have for the coach."""
    return StoreError(f"SQLite: {error}")
