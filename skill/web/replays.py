"""Remembers which requests were accepted lately, so that a recorded one cannot be sent a second time."""

from collections import deque
from datetime import datetime, timedelta
from hashlib import blake2b
from threading import Lock

KEEP_S = 300
"""A timestamp may be 150 s ahead when a request first comes and 150 s behind when it comes again."""

MAX_IDS = 10_000
"""3 to 5 MB. A process that answers more than 33 requests a second forgets the oldest before their time."""

LONGEST_ID = 64
"""Characters; Alexa's have 59. Of a longer one a digest is kept."""

KEEP = timedelta(seconds=KEEP_S)


class Replays:
    """The ids one worker process has accepted.

    Alexa does not repeat the requests of a conversation, so a second one is a recording. Processes do not
    share their ids: with four workers a recording may be answered once by each, in its first minutes.
    """

    def __init__(self, size: int = MAX_IDS) -> None:
        """Keep at most `size` ids."""
        self._size = size
        self._lock = Lock()
        self._seen: set[str | bytes] = set()
        self._in_order: deque[tuple[datetime, str | bytes]] = deque()

    def __len__(self) -> int:
        """How many ids are kept."""
        return len(self._seen)

    def seen(self, request_id: str, now: datetime) -> bool:
        """Whether this id came before; it counts as seen from here on."""
        key = request_id if len(request_id) <= LONGEST_ID else digest(request_id)
        with self._lock:
            self._forget(now)
            if key in self._seen:
                return True
            self._seen.add(key)
            self._in_order.append((now, key))
            return False

    def _forget(self, now: datetime) -> None:
        """Drop ids from the oldest on."""
        while self._in_order:
            since, oldest = self._in_order[0]
            if now - since <= KEEP and len(self._seen) < self._size:
                return
            self._seen.remove(oldest)
            self._in_order.popleft()


def digest(request_id: str) -> bytes:
    """What is kept of a long id: always this short, however long it is."""
    return blake2b(request_id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
