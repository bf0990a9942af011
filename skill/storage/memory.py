"""Runners remembered in this process, for as long as it lives."""

from dataclasses import dataclass
from threading import Lock
from typing import cast

import orjson

from skill.storage.base import Record


@dataclass(frozen=True, slots=True)
class Row:
    """A record as JSON, so that nobody holds on to what is kept, and its turn."""

    turn: int
    record: bytes


class MemoryRunners:
    """A dict with the manners of a database."""

    def __init__(self) -> None:
        """Know nobody."""
        self._rows: dict[str, Row] = {}
        self._lock = Lock()

    def load(self, user_id: str) -> Record | None:
        """The runner's record."""
        row = self._rows.get(user_id)
        return cast("Record", orjson.loads(row.record)) if row else None

    def save(self, user_id: str, record: Record, turn: int) -> bool:
        """Keep the record unless its turn has passed."""
        row = Row(turn, orjson.dumps(record))
        with self._lock:
            kept = self._rows.get(user_id)
            if kept and kept.turn >= turn:
                return False
            self._rows[user_id] = row
            return True

    def forget(self, user_id: str) -> None:
        """Delete the runner's record."""
        with self._lock:
            self._rows.pop(user_id, None)
