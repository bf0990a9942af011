"""Runners remembered in a SQLite file: one table, three statements, shared by a machine's threads and processes."""

import sqlite3
from threading import Lock
from typing import Any

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
    """The runners of one file, on one connection that the threads of a process use in turns.

    SQLite lets one of them write at a time anyway, and a connection of its own would find its pages changed by the
    others whenever it comes to be used.
    """

    def __init__(self, path: str) -> None:
        """Make the table if there is none. Raises StoreError for a file that cannot be used."""
        self._path = path
        self._turn = Lock()
        self._opened: sqlite3.Connection | None = None
        self._run("select 1", ())
        self.close()  # whoever serves may fork now, and a connection must not cross a fork

    def load(self, user_id: str) -> Record | None:
        """The runner's record."""
        rows, _ = self._run(LOAD, (user_id,))
        return read(rows[0][0]) if rows else None

    def save(self, user_id: str, record: Record, turn: int) -> bool:
        """Keep the record unless its turn has passed; the statement compares and sets in one."""
        _, changed = self._run(SAVE, (user_id, turn, orjson.dumps(record).decode()))
        return changed > 0

    def forget(self, user_id: str) -> None:
        """Delete the runner's record."""
        self._run(FORGET, (user_id,))

    def close(self) -> None:
        """Close the file until it is used again."""
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def _run(self, statement: str, values: tuple[str | int, ...]) -> tuple[list[Any], int]:
        """The rows a statement finds, and how many it changed. An OverflowError is a turn beyond 64 bits."""
        if not self._turn.acquire(timeout=BUSY_S):
            raise StoreError("SQLite: another turn hangs")
        try:
            cursor = self._connection.execute(statement, values)
            return cursor.fetchall(), cursor.rowcount
        except (sqlite3.Error, OverflowError) as error:
            raise StoreError(f"SQLite: {error}") from error
        finally:
            self._turn.release()

    @property
    def _connection(self) -> sqlite3.Connection:
        self._opened = self._opened or opened(self._path)
        return self._opened


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
