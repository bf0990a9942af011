"""Remembers which requests were accepted lately, so that a recorded one cannot be sent a second time."""

from collections import OrderedDict
from datetime import datetime, timedelta
from hashlib import blake2b
from threading import Lock

KEEP_S = 300
"""A timestamp may be 150 s ahead when a request first comes and 150 s behind when it comes again."""

MAX_IDS = 10_000
"""About 3 MB. A process that answers more than 33 requests a second forgets the oldest before their time."""

DIGEST_BYTES = 16
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
        self._seen_at: OrderedDict[bytes, datetime] = OrderedDict()

    def __len__(self) -> int:
        """How many ids are kept."""
        return len(self._seen_at)

    def seen(self, request_id: str, now: datetime) -> bool:
        """Whether this id came before; it counts as seen from here on."""
        key = digest(request_id)
        with self._lock:
            self._forget(now)
            known = key in self._seen_at
            self._seen_at.setdefault(key, now)
            return known

    def _forget(self, now: datetime) -> None:
        """Drop ids from the oldest on. A plain dict would look for that past all the places of those dropped before."""
        while self._seen_at:
            oldest = next(iter(self._seen_at))
            if now - self._seen_at[oldest] <= KEEP and len(self._seen_at) < self._size:
                return
            del self._seen_at[oldest]


def digest(request_id: str) -> bytes:
    """What is kept of an id: always this short, however long the id is."""
    return blake2b(request_id.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).digest()
