"""A file while it is read: places in it, and what turns up there: faults, names, links to other files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from skill.content.faults import WHOLE_FILE, Fault
from skill.content.yaml import Node, Path, Placed
from skill.domain.model import Entry

LONGEST_SHOWN = 40


class Shelf(StrEnum):
    """Where a file stands in content/: a folder, or the top."""

    EXERCISES = "exercises"
    ROUTINES = "routines"
    TIPS = "tips"
    TOP = ""


class Target(StrEnum):
    """What a link leads to."""

    EXERCISE = "exercise"
    KIT = "kit"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file: the path one would look for it at, its id, what it holds, and what reading it turned up.

    `names` are of exercises and routines, `words` of all that fills another slot: kit, areas, complaints, topics.
    """

    file: str
    id: str
    shelf: Shelf
    tree: Placed | None = None
    faults: list[Fault] = field(default_factory=list)
    links: list["Link"] = field(default_factory=list)
    names: list["Name"] = field(default_factory=list)
    words: list["Name"] = field(default_factory=list)
    entries: list[tuple[Entry, "Field"]] = field(default_factory=list)

    def root(self) -> "Field":
        """The whole file as a place."""
        tree = self.tree or Placed(1, None)
        return Field(page=self, path=(), line=tree.line, node=tree.node)

    def fault(self, line: int, path: Path, what: str) -> Fault:
        """A fault of this file."""
        where = ".".join(map(printable, path)) or WHOLE_FILE
        return Fault(file=self.file, line=line, field=where, wrong=what)

    def wrong(self, line: int, path: Path, what: str) -> None:
        """Keep a fault of this file."""
        self.faults.append(self.fault(line, path, what))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A place in a file and what stands there."""

    page: Page
    path: Path
    line: int
    node: Node

    @property
    def id(self) -> str:
        """The key it stands under; for a whole file, the file's own id."""
        return self.path[-1] if self.path else self.page.id

    def fault(self, what: str, *at: str) -> Fault:
        """A fault of this place, or of one `at` keys below it, which need not be there."""
        line = (self.below(*at) or self).line
        return self.page.fault(line, (*self.path, *at), what)

    def wrong(self, what: str, *at: str) -> None:
        """Keep such a fault."""
        self.page.faults.append(self.fault(what, *at))

    def child(self, key: str, placed: Placed) -> "Field":
        """The place under a key, or of an item."""
        return Field(page=self.page, path=(*self.path, key), line=placed.line, node=placed.node)

    def mapping(self) -> Mapping[str, "Field"] | None:
        """The places under its keys; None, and a fault, where there are no keys."""
        if isinstance(self.node, Mapping):
            return {key: self.child(key, placed) for key, placed in self.node.items()}
        self.unlike("a mapping of keys to values")
        return None

    def items(self) -> tuple["Field", ...] | None:
        """The places of its items; None, and a fault, where it is no list."""
        if isinstance(self.node, tuple):
            return tuple(self.child(str(index), placed) for index, placed in enumerate(self.node))
        self.unlike("a list")
        return None

    def below(self, *keys: str) -> "Field | None":
        """The place that many keys down; None, without a fault, where there is none."""
        place: Field | None = self
        for key in keys:
            keyed = place.node if place and isinstance(place.node, Mapping) else {}
            place = place.child(key, keyed[key]) if place and key in keyed else None
        return place

    def unlike(self, wanted: str) -> None:
        """Keep the fault that something else was wanted here."""
        self.wrong(f"{wanted} is needed, this is {shown(self.node)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An id in one file that must stand in another."""

    target: Target
    id: str
    field: Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A phrase that a slot is filled with; `is_own` where it is the name the coach speaks."""

    text: str
    is_own: bool
    field: Field


def shown(node: Node) -> str:
    """A value as a fault quotes it: on one line, and not much of it."""
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, tuple):
        return "a list"
    return "empty" if node is None else f"{node!r:.{LONGEST_SHOWN}}"


def printable(key: str) -> str:
    """A key as it stands in a fault."""
    return key if key.isprintable() and 0 < len(key) <= LONGEST_SHOWN else shown(key)
