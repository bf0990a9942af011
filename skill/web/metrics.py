"""Counts turns, refusals and fetches for whoever watches: words of ours as labels, never anything of a runner's.

Only here is prometheus_client imported, and not before somebody asks for the counts.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import inf
from threading import Lock
from typing import TYPE_CHECKING, Protocol, cast

from skill.alexa.notes import Note

if TYPE_CHECKING:
    from prometheus_client.core import Metric
    from prometheus_client.registry import Collector

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
    """The counts of one worker process since it started. Every label has its values from a list of ours or Alexa's.

    They are plain numbers until somebody asks: prometheus_client's own counters take as long as a reply is spoken.
    """

    def __init__(self) -> None:
        """Begin at nothing."""
        self._lock = Lock()
        self._turns: Counter[tuple[str, ...]] = Counter()
        self._refusals: Counter[tuple[str, ...]] = Counter()
        self._fetches: Counter[tuple[str, ...]] = Counter()
        self._within = [0] * (len(BUCKETS_S) + 1)
        self._seconds = 0.0

    def turned(self, note: Note, seconds: float) -> None:
        """Count a turn by its intent, where it has one, else by its kind."""
        with self._lock:
            self._turns[note.get("intent") or note["request"], note["outcome"]] += 1
            self._within[bisect_left(BUCKETS_S, seconds)] += 1
            self._seconds += seconds

    def refused(self, cause: str) -> None:
        """Count a refusal."""
        with self._lock:
            self._refusals[cause,] += 1

    def fetched(self, outcome: str) -> None:
        """Count a fetch."""
        with self._lock:
            self._fetches[outcome,] += 1

    def collect(self) -> "Iterator[Metric]":
        """The counts as prometheus_client asks for them."""
        with self._lock:
            turns, refusals, fetches = dict(self._turns), dict(self._refusals), dict(self._fetches)
            within, seconds = list(accumulate(self._within)), self._seconds
        told = "Turns, by intent or kind of request and by what came of them."
        yield family("stretch_coach_turns", told, ("request", "outcome"), turns)
        yield times("stretch_coach_turn_seconds", "How long turns took, verification included.", within, seconds)
        told = "Requests that were not let in, by cause."
        yield family("stretch_coach_refusals", told, ("cause",), refusals)
        yield family("stretch_coach_certificate_fetches", "Certificates fetched.", ("outcome",), fetches)

    def text(self) -> bytes:
        """The counts in Prometheus's text format, and those of the process."""
        from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest

        registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        registry.register(cast("Collector", self))
        return generate_latest(registry)


def family(name: str, told: str, labels: Sequence[str], counts: Mapping[tuple[str, ...], int]) -> "Metric":
    """Counts by their labels."""
    from prometheus_client.core import CounterMetricFamily

    made = CounterMetricFamily(name, told, labels=labels)
    for values, count in counts.items():
        made.add_metric(values, count)
    return made


def times(name: str, told: str, within: Sequence[int], seconds: float) -> "Metric":
    """How many took no longer than each of the buckets' ends, and how long all took together."""
    from prometheus_client.core import HistogramMetricFamily
    from prometheus_client.utils import floatToGoString

    made = HistogramMetricFamily(name, told)
    ends = map(floatToGoString, (*BUCKETS_S, inf))
    made.add_metric((), list(zip(ends, within, strict=True)), seconds)
    return made
