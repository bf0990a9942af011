"""Keeps the keys of Alexa's signing certificates: fetched once, checked once, shared by all threads."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock, Semaphore, Thread

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from skill.web import https
from skill.web.chain import Trust, signing_key
from skill.web.flights import Flight, Outcome, Shelf
from skill.web.refusal import BadRequest, Cause

KEEP_S = 6 * 3600
KEEP_FAILURE_S = 5
"""Long enough that a flood of bad requests makes one fetch, short enough that a passing fault passes."""

MAX_KEYS = 16
MAX_FAILURES = 64
MAX_FLIGHTS = 8
"""Certificates fetched at once. Made-up URLs can use up these, but no more threads and no kept key."""

MAX_PATIENT = 2
"""Requests that wait for a certificate as long as it takes: half the threads of a worker (skill.gunicorn_conf)."""

HASTE_S = 0.5
"""How old a fetch may get before everybody else is refused. S3 answers in a tenth of a second, so that only a fetch
that hangs comes to this; threads are then free again for those whose certificate is kept."""

log = logging.getLogger(__name__)


class Certificates:
    """The keys known to this worker process.

    Keys and failures are kept apart, so that made-up URLs cannot push out a key. A certificate is fetched in
    a thread of its own, so that a host or a name server that hangs costs two of those who wait for it two
    seconds, the rest half of one, and the others nothing: the lock is never held while something is fetched,
    and a kept key is read without it. A fetch goes on when nobody waits for it any more, and counts all the same.
    """

    def __init__(
        self,
        *,
        fetch: https.Fetch | None = None,
        trust: Trust | None = None,
        landed: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Trust what the machine trusts and fetch over HTTPS, unless a test brings its own.

        `landed` is told of each fetch: "kept", or the cause it failed by.
        """
        self._trust = trust or Trust()
        self._fetch = fetch or self._get
        self._landed = landed
        self._patient = Semaphore(MAX_PATIENT)
        self._lock = Lock()
        self._keys = Shelf(MAX_KEYS)
        self._failures = Shelf(MAX_FAILURES)
        self._flights: dict[str, Flight] = {}

    def public_key(self, url: str, now: datetime) -> RSAPublicKey:
        """The key that a normalised certificate URL stands for, or `BadRequest` when it stands for none."""
        outcome = self._keys.get(url, now) or self._ask(url, now)
        if isinstance(outcome.found, BadRequest):
            raise outcome.found.again()
        return outcome.found

    def _ask(self, url: str, now: datetime) -> Outcome:
        with self._lock:
            # Looked up again: another thread's flight may have landed before this one got the lock.
            remembered = self._keys.get(url, now) or self._failures.get(url, now)
            if remembered:
                return remembered
            flight = self._flights.get(url) or self._take_off(url, now)
        return self._awaited(flight, now)

    def _awaited(self, flight: Flight, now: datetime) -> Outcome:
        is_patient = self._patient.acquire(blocking=False)
        try:
            return flight.wait(now, https.TIMEOUT_S if is_patient else min(HASTE_S, https.TIMEOUT_S))
        finally:
            if is_patient:
                self._patient.release()

    def _take_off(self, url: str, now: datetime) -> Flight:
        if len(self._flights) >= MAX_FLIGHTS:
            raise BadRequest(Cause.FETCH, "Too many certificates are being fetched at once.")
        flight = Flight(url, now)
        Thread(target=self._fly, args=(flight,), name="certificate", daemon=True).start()
        self._flights[url] = flight
        return flight

    def _fly(self, flight: Flight) -> None:
        outcome = _failure(BadRequest(Cause.FETCH, "The certificate could not be fetched."), flight.started)
        try:
            outcome = self._obtain(flight)
        finally:  # whatever happens, or the place would stay taken for good
            self._land(flight, outcome)

    def _obtain(self, flight: Flight) -> Outcome:
        try:
            signing = signing_key(self._fetch(flight.url), self._trust.store, flight.started)
        except BadRequest as refusal:
            log.warning("%s %s %r", refusal, flight.url, refusal.__cause__)
            return _failure(refusal, flight.started)
        return Outcome(signing.key, min(signing.expires, flight.started + timedelta(seconds=KEEP_S)))

    def _land(self, flight: Flight, outcome: Outcome) -> None:
        shelf = self._failures if isinstance(outcome.found, BadRequest) else self._keys
        with self._lock:
            shelf.put(flight.url, outcome)
            del self._flights[flight.url]
        self._landed(outcome.found.cause if isinstance(outcome.found, BadRequest) else "kept")
        flight.landing.set_result(outcome)

    def _get(self, url: str) -> bytes:
        return https.get(url, self._trust.context)


def _failure(refusal: BadRequest, now: datetime) -> Outcome:
    return Outcome(refusal.again(), now + timedelta(seconds=KEEP_FAILURE_S))
