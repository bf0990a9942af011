"""A prompt file once it is read: its messages as text, variables and choices, and its faults. Values only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Union

Piece = Union[str, "Variable", "Choice"]
Pattern = tuple[Piece, ...]
Key = int | str

PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


@dataclass(frozen=True, slots=True)
class Variable:
    """A place for something the coach passes."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Patterns to choose from by the value of a variable: a number, or else a word."""

    variable: str
    variants: tuple[tuple[Key, Pattern], ...]
    default: Pattern

    @property
    def is_by_number(self) -> bool:
        """Whether the keys are numbers and plural categories; then only a number can choose."""
        return all(isinstance(key, int) or key in PLURALS for key, _ in self.variants)

    def among(self, keys: frozenset[Key]) -> Pattern:
        """The first variant under one of the keys, the default where there is none."""
        return next((pattern for key, pattern in self.variants if key in keys), self.default)

    def faults(self) -> Iterator[str]:
        """Choices that can never be made."""
        keys = [key for key, _ in self.variants]
        if len(set(keys)) < len(keys):
            yield "has the same choice twice"
        if not self.is_by_number and any(isinstance(key, int) for key in keys):
            yield "chooses by numbers and by words at once"


class Fault(NamedTuple):
    """Where a Fluent file is wrong and how."""

    line: int
    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Message:
    """One prompt of a file."""

    id: str
    line: int
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Source:
    """A file's messages in order and all that is wrong with it."""

    messages: tuple[Message, ...]
    faults: tuple[Fault, ...]


def variables(pattern: Pattern) -> frozenset[str]:
    """The names of all variables a pattern uses, to speak or to choose by."""
    found: set[str] = set()
    for piece in pattern:
        if isinstance(piece, Variable):
            found.add(piece.name)
        elif isinstance(piece, Choice):
            found.update({piece.variable}, *(variables(variant) for _, variant in piece.variants))
    return frozenset(found)
