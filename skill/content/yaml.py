"""One YAML file as plain values that know their lines: YAML 1.2 core scalars, nothing that can hide a mistake.

Built on libyaml's events, so none of PyYAML's YAML 1.1 is there to be undone: `no` is a word, 1:30 is text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

Path = tuple[str, ...]
Scalar = str | int | float | bool | None
Node: TypeAlias = "Scalar | tuple[Placed, ...] | Mapping[str, Placed]"
Wrong = Callable[[int, Path, str], None]

DEEPEST = 12
WORDS: Mapping[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# At most 18 digits: Python refuses to read very long ones; what is longer is a float, which no field takes.
WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
OCTAL = re.compile(r"0o[0-7]+")
HEX = re.compile(r"0x[0-9a-fA-F]+")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A value and the line it stands in; inside a mapping, the line of its key."""

    line: int
    node: Node


class UnreadableError(Exception):
    """A file that cannot be read on from `line`, and why."""

    def __init__(self, line: int, what: str) -> None:
        self.line = line
        self.what = what
        super().__init__(what)


def parse(source: bytes, wrong: Wrong) -> Placed | None:
    """What the file holds; None where it cannot be read, after `wrong` was told the line and the reason."""
    try:
        return document(text_of(source), wrong)
    except UnreadableError as error:
        wrong(error.line, (), error.what)
    except yaml.MarkedYAMLError as error:
        wrong(line_of(error.problem_mark), (), f"is not YAML: {error.problem}")
    except yaml.reader.ReaderError as error:
        wrong(source.count(b"\n", 0, error.position) + 1, (), f"is not YAML: {error.reason}")
    return None


def text_of(source: bytes) -> str:
    """The bytes as text; raises UnreadableError at the first that is not UTF-8."""
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise UnreadableError(line, f"is not UTF-8: byte {source[error.start]:#04x}") from error


def document(text: str, wrong: Wrong) -> Placed:
    """The one document of a file."""
    events: Iterator[yaml.Event] = iter(yaml.CSafeLoader(text).get_event, None)
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        raise UnreadableError(1, "is empty")
    root = Builder(events, wrong).node(next(events), ())
    next(events)
    after = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        raise UnreadableError(line_of(after.start_mark), "a second document begins here; a file holds one")
    return Placed(1, root)


@dataclass(frozen=True, slots=True)
class Builder:
    """Takes events, gives values. Tells `wrong` of a key that stands twice and goes on with the first."""

    events: Iterator[yaml.Event]
    wrong: Wrong

    def node(self, event: yaml.Event, path: Path) -> Node:
        """The value that begins with this event."""
        refuse(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        if isinstance(event, yaml.ScalarEvent):
            return core(event.value) if event.implicit[0] else event.value
        return self.sequence(path)

    def mapping(self, path: Path) -> dict[str, Placed]:
        """Keys and values up to the mapping's end."""
        found: dict[str, Placed] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, line = key_of(event, path), line_of(event.start_mark)
            value = Placed(line, self.node(next(self.events), (*path, key)))
            if found.setdefault(key, value) is not value:
                self.wrong(line, (*path, key), f"stands twice, first in line {found[key].line}")
        return found

    def sequence(self, path: Path) -> tuple[Placed, ...]:
        """Items up to the sequence's end."""
        found: list[Placed] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            item = self.node(event, (*path, str(len(found))))
            found.append(Placed(line_of(event.start_mark), item))
        return tuple(found)


def refuse(event: yaml.Event, path: Path) -> None:
    """Raise for what makes a file hard to follow or to bound: anchors, aliases, tags, great depth."""
    if getattr(event, "anchor", None) is not None:
        raise UnreadableError(line_of(event.start_mark), "has an anchor or alias; everything is written out here")
    if getattr(event, "tag", None) is not None:
        raise UnreadableError(line_of(event.start_mark), "has a tag; tags are not read")
    if len(path) > DEEPEST:
        raise UnreadableError(line_of(event.start_mark), f"is nested more than {DEEPEST} deep")


def key_of(event: yaml.Event, path: Path) -> str:
    """The text of a key, whatever it would be as a value."""
    refuse(event, path)
    if not isinstance(event, yaml.ScalarEvent):
        raise UnreadableError(line_of(event.start_mark), "has a key that is not a word or a phrase")
    return event.value


def line_of(mark: object) -> int:
    """The line of a mark as an editor counts it, the first where there is no mark."""
    return int(getattr(mark, "line", 0)) + 1


def core(text: str) -> Scalar:
    """An unquoted scalar as YAML 1.2's core schema reads it."""
    if text in WORDS:
        return WORDS[text]
    return number(text) if text[0] in "+-.0123456789" else text


def number(text: str) -> Scalar:
    """A whole number or a float; the text itself where it is neither."""
    if WHOLE.fullmatch(text):
        return int(text)
    if OCTAL.fullmatch(text) or HEX.fullmatch(text):
        return int(text, 0)
    if DECIMAL.fullmatch(text):
        return float(text)
    return float(text.replace(".", "")) if SPECIAL.fullmatch(text) else text
