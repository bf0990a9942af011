"""What was measured beside what we hold ourselves to, as a Markdown table."""

import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured. `goal` and `must` are bounds in its unit: upper ones, unless more is better."""

    what: str
    value: float
    unit: str
    goal: float | None = None
    must: float | None = None
    stock: float | None = None
    is_more_better: bool = False

    @property
    def is_broken(self) -> bool:
        """Whether it is beyond what must be."""
        return not self.keeps(self.must)

    @property
    def verdict(self) -> str:
        """In a word or two."""
        if self.goal is None:
            return ""
        if self.keeps(self.goal):
            return "goal met"
        return "must broken" if self.is_broken else "goal missed"

    def keeps(self, bound: float | None) -> bool:
        """Whether it is within a bound."""
        return bound is None or (self.value >= bound if self.is_more_better else self.value <= bound)


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """The lines, machine first."""
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}."
    yield ""
    yield "| what | ours | goal | must | | stock |"
    yield "| --- | ---: | ---: | ---: | --- | ---: |"
    for one in figures:
        sign = "≥" if one.is_more_better else "≤"
        bounds = [f"{sign} {bound:g}" if bound is not None else "" for bound in (one.goal, one.must)]
        yield f"| {' | '.join([one.what, shown(one.value, one.unit), *bounds, one.verdict, shown(one.stock)])} |"


def shown(value: float | None, unit: str = "") -> str:
    """A number to as many places as can be trusted."""
    if value is None:
        return "–"
    return f"{value:.{0 if abs(value) >= 20 else 2}f} {unit}".rstrip()
