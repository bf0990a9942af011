"""Runners remembered in a SQLite file: one table, three statements, shared by a machine's threads and processes."""

import sqlite3
from threading import Lock

import orjson

from skill.storage.base import Record, StoreError, UnreadableRecordError

BUSY_S = 1.0
"""How long to wait for another writer. A save takes well under a ms, so a longer wait means that something hangs."""

SCHEMA = """
create table if not exists runners (user_id text primary key, turn integer not null, record text not null)
without rowid
"""
# As bytes, so that broken UTF-8 is found where JSON is read, and counts as one record's fault and not the file's.
LOAD = "select cast(record as blob) from runners where user_id = ?"
SAVE = """
insert into runners (user_id, turn, record) values (?, ?, ?)
on conflict (user_id) do update set turn = excluded.turn, record = excluded.record where turn < excluded.turn
"""
FORGET = "delete from runners where user_id = ?"


class SqliteRunners:
    """The runners of one file. Threads write on one connection in turns, and read each on one that nobody else uses.

    SQLite lets one of them write at a time anyway, and whoever writes on a connection of its own finds its pages
    changed by the others, and waits for them in SQLite's sleeps. Readers wait for nobody; the connection used last is
    used first, as it still knows its way in the file.
    """

    def __init__(self, path: str) -> None:
        """Make the table if there is none. Raises StoreError for a file that cannot be used."""
        self._path = path
        self._turn = Lock()
        self._writing: sqlite3.Cursor | None = None
        self._idle: list[sqlite3.Connection] = []
        try:
            opened(path).close()  # not kept: whoever serves may fork, and a connection must not cross a fork
        except sqlite3.Error as error:
            raise failed(error) from error

    def load(self, user_id: str) -> Record | None:
        """The runner's record."""
        try:
            reading = self._idle_one() or opened(self._path)
            row = reading.execute(LOAD, (user_id,)).fetchone()
        except sqlite3.Error as error:
            raise failed(error) from error
        self._idle.append(reading)
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
            self._writing = self._writing or opened(self._path).cursor()
            return self._writing.execute(statement, values).rowcount
        except (sqlite3.Error, OverflowError) as error:
            raise failed(error) from error
        finally:
            self._turn.release()

    def _idle_one(self) -> sqlite3.Connection | None:
        """A connection to read on, if one is left."""
        try:
            return self._idle.pop()
        except IndexError:
            return None


def opened(path: str) -> sqlite3.Connection:
    """A connection on which every statement is its own transaction."""
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
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
