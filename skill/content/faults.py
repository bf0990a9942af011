"""What is wrong in content/, said so that it can be found: file, line, field, and the fact."""

from collections.abc import Iterable
from dataclasses import dataclass

WHOLE_FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing that is wrong; faults sort by file, then line."""

    file: str
    line: int
    field: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.wrong}"


class ContentError(Exception):
    """Content that cannot be coached from. `faults` holds everything that is wrong with it, in order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))
