"""Runners remembered in a SQLite file: one table, three statements, shared by a machine's threads and processes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from typing import cast

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
    """The runners of one file. Each thread has a connection of its own, opened when it first needs one."""

    def __init__(self, path: str) -> None:
        """Make the table if there is none. Raises StoreError for a file that cannot be used."""
        self._path = path
        self._threads = local()
        with failing_as_store_error():
            opened(path).close()  # not kept: whoever serves may fork, and a connection must not cross a fork

    def load(self, user_id: str) -> Record | None:
        """The runner's record."""
        with failing_as_store_error():
            row = self._connection.execute(LOAD, (user_id,)).fetchone()
        return read(row[0]) if row else None

    def save(self, user_id: str, record: Record, turn: int) -> bool:
        """Keep the record unless its turn has passed; the statement compares and sets in one."""
        with failing_as_store_error():
            written = self._connection.execute(SAVE, (user_id, turn, orjson.dumps(record).decode()))
        return written.rowcount > 0

    def forget(self, user_id: str) -> None:
        """Delete the runner's record."""
        with failing_as_store_error():
            self._connection.execute(FORGET, (user_id,))

    @property
    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._threads, "connection"):
            self._threads.connection = opened(self._path)
        return cast("sqlite3.Connection", self._threads.connection)


def opened(path: str) -> sqlite3.Connection:
    """A connection on which every statement is its own transaction."""
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)
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


@contextmanager
def failing_as_store_error() -> Iterator[None]:
    """Give SQLite's failures the name they have for the coach. An OverflowError is a turn beyond 64 bits."""
    try:
        yield
    except (sqlite3.Error, OverflowError) as error:
        raise StoreError(f"SQLite: {error}") from error
