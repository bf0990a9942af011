"""What a process costs before its second turn: its imports, and the first turn with the certificate to fetch."""

import statistics
import subprocess
import sys
from collections.abc import Callable

from tests.bench.served import ROOT, SOON_S, environment
from tests.bench.table import Figure

IMPORTS = 7
FIRSTS = 5
TIMED = "import time; began = time.process_time(); import {}; print(time.process_time() - began)"


def figures() -> list[Figure]:
    """Both, medians of fresh processes that take turns."""
    imports = alternated(IMPORTS, import_s, ("flask", "skill.wsgi", STOCK_IMPORT))
    firsts = alternated(FIRSTS, first_ms, ("ours", "stock"))
    ratios = [statistics.median(one[place] / one[0] for one in imports) for place in (1, 2)]
    first, stock = (statistics.median(one[place] for one in firsts) for place in (0, 1))
    return [
        Figure("CPU to import skill.wsgi", ratios[0], "× flask", 2.5, 3.2, ratios[1]),
        Figure("first verified turn, certificate fetched", first, "ms", 100, 200, stock),
    ]


STOCK_IMPORT = "flask, ask_sdk_core.skill_builder, skill.web.compat"
"""flask-ask-sdk without certvalidator, which cannot be imported without help."""


def alternated(rounds: int, measure: Callable[[str], float], whats: tuple[str, ...]) -> list[tuple[float, ...]]:
    """So many rounds; in each, every one is measured once."""
    return [tuple(measure(what) for what in whats) for _ in range(rounds)]


def import_s(modules: str) -> float:
    """CPU seconds of an import in a fresh process."""
    return printed("-c", TIMED.format(modules))


def first_ms(rival: str) -> float:
    """Milliseconds of the first turn in a fresh process."""
    return printed("-m", "tests.bench.first", rival)


def printed(*words: str) -> float:
    """The number on the last line of what a Python says."""
    environ = environment(STRETCH_COACH_DATABASE_URL="memory:", STRETCH_COACH_LOG_LEVEL="ERROR")
    command = [sys.executable, *words]
    done = subprocess.run(  # noqa: S603 -- our own command
        command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=SOON_S, check=True
    )
    return float(done.stdout.split()[-1])
