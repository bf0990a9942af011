"""What the coach asks of a place to remember runners in; every backend keeps this contract (tests/storage)."""

from typing import Any, Protocol

Record = dict[str, Any]
"""A runner's state as plain JSON values, the way skill.coach.saved writes it."""


class StoreError(Exception):
    """The store could not do what it was asked; the turn goes on without it."""


class UnreadableRecordError(StoreError):
    """What is kept for a runner is not JSON any more, so that no version of the skill can make sense of it."""


class Runners(Protocol):
    """One record for each runner. Safe for threads, and where the backend is shared, for processes.

    Every method raises StoreError when the backend fails, within a second or so: a runner is waiting.
    """

    def load(self, user_id: str) -> Record | None:
        """The runner's record, None for a runner who is not known. Raises UnreadableRecordError."""
        ...

    def save(self, user_id: str, record: Record, turn: int) -> bool:
        """Keep the record of this turn, unless one of the same or a later turn is kept already.

        A compare-and-set in one step: two devices of a household that both answer turn 7 cannot overwrite each other.
        The second gets False, with nothing written, and can reply again on what the first one wrote.
        """
        ...

    def forget(self, user_id: str) -> None:
        """Delete all there is about the runner, if there is anything."""
        ...
