"""Readers: each takes a place in a file and gives its value, or None after keeping the fault; small make large.

Pydantic would do, but importing it costs half of `import flask`, and its rules wait until every field is right.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from skill.content.fields import Field, shown

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Reader = Callable[[Field], T | None]
Rule = Callable[[Field], None]
Values = Mapping[str, Any]


def text(field: Field) -> str | None:
    """Words, at least one."""
    if isinstance(field.node, str) and field.node.strip():
        return field.node.strip()
    field.unlike("text")
    return None


def flag(field: Field) -> bool | None:
    """True or false."""
    if isinstance(field.node, bool):
        return field.node
    field.unlike("true or false")
    return None


def whole(low: int, high: int) -> Reader[int]:
    """A whole number, both ends included."""

    def read(field: Field) -> int | None:
        if type(field.node) is int and low <= field.node <= high:
            return field.node
        field.unlike(f"a whole number from {low} to {high}")
        return None

    return read


def one_of(choices: type[E]) -> Reader[E]:
    """A member of an enumeration, by its value."""
    word = listed(choices)

    def read(field: Field) -> E | None:
        found = word(field)
        return None if found is None else choices(found)

    return read


def listed(words: Iterable[str]) -> Reader[str]:
    """One of these words."""
    allowed = tuple(words)

    def read(field: Field) -> str | None:
        if isinstance(field.node, str) and field.node in allowed:
            return field.node
        field.wrong(f"{shown(field.node)} is not one of {', '.join(allowed)}")
        return None

    return read


def many(item: Reader[T], *, least: int = 0) -> Reader[tuple[T, ...]]:
    """A list of such values; all are read, also after one that is wrong."""

    def read(field: Field) -> tuple[T, ...] | None:
        places = field.items()
        if places is None:
            return None
        if len(places) < least:
            field.wrong(f"{len(places)} given, at least {least} needed")
        values = [item(place) for place in places]
        good = tuple(value for value in values if value is not None)
        return good if len(good) == max(len(values), least) else None

    return read


def each(value: Reader[T]) -> Reader[Mapping[str, T | None]]:
    """Such a value under each key; None under a key whose value is wrong, for the key itself is known."""

    def read(field: Field) -> Mapping[str, T | None] | None:
        places = field.mapping()
        return None if places is None else {key: value(place) for key, place in places.items()}

    return read


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: how it is read, what it is called in the value, whether it must stand there."""

    name: str
    reader: Reader[Any]
    to: str
    is_needed: bool


def need(name: str, reader: Reader[Any], to: str = "") -> Key:
    """A key that must stand there."""
    return Key(name, reader, to or name, is_needed=True)


def may(name: str, reader: Reader[Any], to: str = "") -> Key:
    """A key that may be left out."""
    return Key(name, reader, to or name, is_needed=False)


def record(make: Callable[..., T], *keys: Key, rules: Iterable[Rule] = ()) -> Reader[T]:
    """A value made from the keys of a mapping. Rules see the place itself, even where no value can be made."""
    known = {key.name: key for key in keys}
    checks = tuple(rules)

    def read(field: Field) -> T | None:
        places = field.mapping()
        if places is None:
            return None
        refuse_unknown(places, known)
        there = [key for key in keys if key.is_needed or key.name in places]
        values = {key.to: value_of(key, places, field) for key in there}
        for check in checks:
            check(field)
        return None if None in values.values() else made(make, values, field)

    return read


def made(make: Callable[..., T], values: Values, field: Field) -> T | None:
    """The value; None, and a fault, where the values contradict each other."""
    try:
        return make(**values)
    except ValueError as error:
        field.wrong(str(error))
        return None


def refuse_unknown(places: Mapping[str, Field], known: Mapping[str, Key]) -> None:
    """Keep a fault for each key that nothing reads."""
    for name in places.keys() - known.keys():
        places[name].wrong("is not a key that is known here")


def value_of(key: Key, places: Mapping[str, Field], field: Field) -> object:
    """The key's value; None, and a fault, where it is missing or wrong."""
    if key.name in places:
        return key.reader(places[key.name])
    field.wrong("is missing", key.name)
    return None


def identified(make: Callable[..., T], *keys: Key, rules: Iterable[Rule] = ()) -> Reader[T]:
    """A record whose id is where it stands: its key, or its file's name."""
    values: Reader[Values] = record(dict, *keys, rules=rules)

    def read(field: Field) -> T | None:
        found = values(field)
        return None if found is None else made(make, {"id": field.id, **found}, field)

    return read


def turned(values: Reader[Values], into: Callable[[Values], T]) -> Reader[T]:
    """What the values of a record become where they depend on one another."""

    def read(field: Field) -> T | None:
        found = values(field)
        return None if found is None else made(into, {"values": found}, field)

    return read


def checked(reader: Reader[T], rule: Callable[[T, Field], None]) -> Reader[T]:
    """A value with a rule of its own, which sees the value and its place."""

    def read(field: Field) -> T | None:
        value = reader(field)
        if value is not None:
            rule(value, field)
        return value

    return read
