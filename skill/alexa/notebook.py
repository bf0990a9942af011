"""What the coach knows of a runner between two turns: the session's own copy, and the store's where that is newer."""

import logging
from dataclasses import dataclass
from enum import StrEnum

from skill.alexa.visit import Visit
from skill.coach.saved import Plain, decode
from skill.coach.state import VERSION, State
from skill.storage.base import Runners, StoreError, UnreadableRecordError

log = logging.getLogger(__name__)


NOBODY = "nobody"
"""An id that Alexa gives to no runner."""


class Kept(StrEnum):
    """What came of keeping a state."""

    YES = "yes"
    REFUSED = "refused"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Notebook:
    """Reads and writes states. A store that fails costs what it would have remembered, never a turn."""

    runners: Runners

    def is_reached(self) -> bool:
        """Whether the store answers; it is asked for somebody who is nobody."""
        try:
            self.runners.load(NOBODY)
        except StoreError as error:
            failed("ask", error)
            return False
        return True

    def read(self, visit: Visit) -> State:
        """The state a turn begins with: the one with the higher turn number.

        The store is asked at a session's start, and where the session did not bring a state that can be read; within
        a session `write` notices when another device has moved on.
        """
        carried = decode(visit.carried) if visit.carried is not None else None
        if carried and not visit.is_new and visit.carried and visit.carried.get("v") == VERSION:
            return carried
        known = [state for state in (self.stored(visit.user_id), carried) if state is not None]
        return max(known, key=lambda state: state.turn, default=State())

    def stored(self, user_id: str | None) -> State | None:
        """The state in the store; None for a stranger, and where the store fails."""
        if user_id is None:
            return None
        try:
            record = self.runners.load(user_id)
        except UnreadableRecordError:
            self._give_up(user_id)
            return None
        except StoreError as error:
            failed("load", error)
            return None
        return None if record is None else decode(record)

    def write(self, user_id: str | None, record: Plain, turn: int) -> Kept:
        """Keep a turn's state; refused where another device's turn came first."""
        if user_id is None:
            return Kept.NO
        try:
            return Kept.YES if self.runners.save(user_id, record, turn) else Kept.REFUSED
        except StoreError as error:
            failed("save", error)
            return Kept.NO

    def _give_up(self, user_id: str) -> None:
        """Give up a record that is no JSON any more.

        No later version could read it either, and left there its turn number might refuse every new one: the runner
        would be a stranger at each visit. (A record of an unknown version is JSON, and keeps its preferences.)
        """
        log.error("record unreadable, given up")
        try:
            self.runners.forget(user_id)
        except StoreError as error:
            failed("forget", error)


def failed(doing: str, error: StoreError) -> None:
    """Note what the store could not do; its errors never quote what it holds."""
    log.error("store failed", extra={"facts": {"doing": doing, "why": str(error)}})
