"""`make bench`: measures the skill against a bare Flask view and the stock SDK, in rounds that take turns.

Exits with 1 where a must is broken, unless told `--report`.
"""

import sys
import tempfile
from pathlib import Path

from tests.bench import inprocess, served, starts
from tests.bench.alexa import Alexa
from tests.bench.table import table


def main(words: list[str]) -> int:
    """Measure everything and print the table."""
    alexa = Alexa()
    with tempfile.TemporaryDirectory() as folder:
        in_process, answer_bytes = inprocess.figures(alexa, Path(folder))
        over_http = served.figures(alexa, Path(folder), answer_bytes)
    figures = [*in_process, *over_http, *starts.figures()]
    print(*table(figures), sep="\n")  # noqa: T201 -- the table is what the command is for
    return int(any(figure.is_broken for figure in figures) and "--report" not in words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
