"""A clock that moves only when it is told to: what stands in for waiting."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock:
    """Gives the time when called, as the app's `now`."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def __call__(self) -> datetime:
        """The time it shows."""
        return self._now

    @property
    def ms(self) -> int:
        """The time it shows, in ms since 1970."""
        return (self._now - EPOCH) // timedelta(milliseconds=1)

    def move_to(self, ms: int) -> None:
        """Show that time, given in ms since 1970; a clock never goes back."""
        self._now = max(self._now, EPOCH + timedelta(milliseconds=ms))
