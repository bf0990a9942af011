"""What is on its way and what came of it: a certificate's fetch to wait for together, and a few outcomes to keep."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from skill.web.refusal import BadRequest, Cause


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of fetching a certificate, and until when that may be used again."""

    found: RSAPublicKey | BadRequest
    until: datetime


@dataclass(frozen=True, slots=True)
class Flight:
    """A certificate on its way, for everyone who asks meanwhile to wait for together."""

    url: str
    started: datetime
    landing: Future[Outcome] = field(default_factory=Future)

    def wait(self, now: datetime, longest_s: float) -> Outcome:
        """The outcome; nobody waits for it once the flight is so old, whatever it hangs in."""
        left_s = longest_s - (now - self.started).total_seconds()
        try:
            return self.landing.result(timeout=min(max(left_s, 0), longest_s))
        except TimeoutError as error:
            raise BadRequest(Cause.FETCH, f"The certificate could not be fetched within {longest_s:g} s.") from error


class Shelf:
    """A few outcomes by URL; when full it gives up the one that would have ended first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._outcomes: dict[str, Outcome] = {}

    def get(self, url: str, now: datetime) -> Outcome | None:
        """What is kept for a URL, if it may still be used."""
        outcome = self._outcomes.get(url)
        return outcome if outcome and now < outcome.until else None

    def put(self, url: str, outcome: Outcome) -> None:
        """Keep an outcome."""
        if url not in self._outcomes and len(self._outcomes) >= self._size:
            ends_first, _ = min(self._outcomes.items(), key=lambda kept: kept[1].until)
            del self._outcomes[ends_first]
        self._outcomes[url] = outcome
