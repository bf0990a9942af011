"""CPU of a turn where no socket is in between."""

import statistics
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from wsgiref.types import WSGIApplication

from tests.bench import rivals
from tests.bench.alexa import Alexa, Sent, called
from tests.bench.table import Figure

ROUNDS = 40
TURNS = 60
STOCK_TURNS = 6
"""The stock one is slow enough that a few tell."""


def figures(alexa: Alexa, folder: Path) -> tuple[list[Figure], int]:
    """The figures, and how long answers are."""
    keys = rivals.Keys.of(alexa.authority)
    stock = rivals.stock(keys)
    ours = rivals.ours(keys, "memory:")
    answer_bytes = alexa.walk(ours)
    apps = {
        "bare": rivals.bare(answer_bytes),
        "ours": ours,
        "sqlite": rivals.ours(keys, f"sqlite:///{folder}/in-process.db"),
        "stock": stock,
    }
    measured(alexa, apps)  # warm
    found = ratios([measured(alexa, apps) for _ in range(ROUNDS)])
    return [
        Figure("CPU of a verified “next”, in process, no store", found["ours"], "× bare", 1.7, 2.0, found["stock"]),
        Figure("the same with SQLite, written every turn", found["sqlite"], "× bare", 2.2, 2.5),
        Figure("CPU of the bare view", found["µs"], "µs"),
    ], answer_bytes


def measured(alexa: Alexa, apps: Mapping[str, WSGIApplication]) -> dict[str, float]:
    """One round: every app answers the same requests, and nothing lies between but the others' turn."""
    turns = alexa.nexts(TURNS)
    return {name: cpu_s(app, turns[:STOCK_TURNS] if name == "stock" else turns) for name, app in apps.items()}


def cpu_s(app: WSGIApplication, turns: Sequence[Sent]) -> float:
    """CPU seconds for a turn."""
    environs = [turn.environ() for turn in turns]
    began_s = time.thread_time()
    for environ in environs:
        called(app, environ)
    return (time.thread_time() - began_s) / len(turns)


def ratios(rounds: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Medians over the rounds of what each costs in units of the bare view; `µs` is that unit."""
    names = rounds[0].keys() - {"bare"}
    found = {name: statistics.median(one[name] / one["bare"] for one in rounds) for name in names}
    return found | {"µs": statistics.median(one["bare"] for one in rounds) * 1e6}
