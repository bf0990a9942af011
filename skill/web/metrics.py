"""Counts turns, refusals and fetches for whoever watches: words of ours as labels, never anything of a runner's.

Only here is prometheus_client imported, and not where counting is off.
"""

from functools import cache
from typing import Protocol

from skill.alexa.notes import Note

BUCKETS_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 8.0)
"""Up to the time after which Alexa gives a turn up."""

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Meter(Protocol):
    """What is told of what happens."""

    def turned(self, note: Note, seconds: float) -> None:
        """A turn has been answered."""
        ...

    def refused(self, cause: str) -> None:
        """A request was not let in."""
        ...

    def fetched(self, outcome: str) -> None:
        """A certificate was fetched: "kept", or the cause it failed by."""
        ...


class Unmetered:
    """Counts nothing."""

    def turned(self, note: Note, seconds: float) -> None:
        """Nothing."""

    def refused(self, cause: str) -> None:
        """Nothing."""

    def fetched(self, outcome: str) -> None:
        """Nothing."""


class Metrics:
    """The counts of one worker process since it started. Every label has its values from a list of ours or Alexa's."""

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

        self._registry: CollectorRegistry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._turns = Counter(
            "stretch_coach_turns",
            "Turns, by intent or kind of request and by what came of them.",
            ("request", "outcome"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "stretch_coach_turn_seconds",
            "How long turns took, verification included.",
            buckets=BUCKETS_S,
            registry=self._registry,
        )
        self._refusals = Counter(
            "stretch_coach_refusals", "Requests that were not let in, by cause.", ("cause",), registry=self._registry
        )
        self._counter = cache(self._turns.labels)  # to find a counter by its labels costs as much as to count
        self._fetches = Counter(
            "stretch_coach_certificate_fetches", "Certificates fetched.", ("outcome",), registry=self._registry
        )

    def turned(self, note: Note, seconds: float) -> None:
        """Count a turn by its intent, where it has one, else by its kind."""
        self._counter(note.get("intent", note["request"]), note["outcome"]).inc()
        self._seconds.observe(seconds)

    def refused(self, cause: str) -> None:
        """Count a refusal."""
        self._refusals.labels(cause).inc()

    def fetched(self, outcome: str) -> None:
        """Count a fetch."""
        self._fetches.labels(outcome).inc()

    def text(self) -> bytes:
        """The counts in Prometheus's text format."""
        from prometheus_client import generate_latest

        return generate_latest(self._registry)
