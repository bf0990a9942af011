"""Reads envelopes into the SDK's models, leaving out what these have no place for, and writes models.

The SDK's own reader raises on an enum value, a request type or a viewport that it does not know: a newer Alexa would
end every conversation. Here such a part becomes None. What a turn cannot do without is asked for by skill.web.
"""

import json
from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, cast

from ask_sdk_core.serialize import DefaultSerializer

from skill.alexa.natives import NATIVE, Reader


class ForgivingSerializer(DefaultSerializer):
    """Stands in for the SDK's serializer, whose way of writing it inherits."""

    def deserialize(self, payload: Any, obj_type: Any) -> Any:  # noqa: ANN401 - as in the SDK: any model comes out
        """The model a payload stands for: JSON text, as the SDK has it, or what was parsed from it already."""
        parsed = json.loads(payload) if isinstance(payload, str | bytes) else payload
        return reader(obj_type)(parsed)


def attributes(model: object) -> dict[str, Any]:
    """What orjson is to write for a model: its attributes that are set. As its `default`, this writes whole responses.

    The SDK's own writing walks through every value, the session attributes' included, which are plain already.
    """
    if isinstance(model, Unread) and model.is_ours:
        return model.plain if vars(model).keys() == UNTOUCHED else changed(model)
    kind: Any = type(model)
    return {key: value for name, key in wire_names(kind).items() if (value := getattr(model, name)) is not None}


def changed(model: "Unread") -> dict[str, Any]:
    """What is to be written for a model of ours some of whose attributes somebody has looked at or set."""
    kind: Any = type(model)
    keys = wire_names(kind)
    seen = {keys[name]: value for name, value in vars(model).items() if name in keys}
    return {key: value for key, value in {**model.plain, **seen}.items() if value is not None}


@cache
def wire_names(model: Any) -> Mapping[str, str]:  # noqa: ANN401 -- a class, whose attributes only the SDK knows
    """The JSON key of each attribute of a model. Raises AttributeError for a class that is none."""
    return {name: model.attribute_map.get(name, name) for name in model.deserialized_types}


@cache
def reader(kind: str | type) -> Reader:
    """The reader of a type as the SDK names it: a class or its path, a native type, list[…] or dict(str, …)."""
    if not isinstance(kind, str):
        return EnumReader(kind) if issubclass(kind, Enum) else model_reader(kind)
    if kind in NATIVE:
        return NATIVE[kind]
    if kind.startswith("list["):
        return ListReader(kind.removeprefix("list[").removesuffix("]"))
    if kind == "dict(str, object)":
        return lambda value: Shared(value) if isinstance(value, dict) else None
    if kind.startswith("dict("):
        return DictReader(kind.removesuffix(")").partition(", ")[2])
    module, _, name = kind.rpartition(".")
    return reader(getattr(import_module(module), name))


def model_reader(model: type) -> Reader:
    """The reader of a model, or of whichever of its kinds an object names. None for what is no object.

    Neither looks at other models before it reads: they refer to one another in circles.
    """
    has_kinds = "discriminator_value_class_map" in vars(model)
    return kind_reader(model) if has_kinds else unread_reader(model)


def kind_reader(model: Any) -> Reader:  # noqa: ANN401 -- as above
    """Reads an object into the one of a model's kinds that the object names; None for a kind that is unknown."""
    key: str = model.json_discriminator_key
    kinds: Mapping[str, str] = model.discriminator_value_class_map

    def read(value: object) -> object:
        kind = value.get(key) if isinstance(value, dict) else None
        path = kinds.get(kind) if isinstance(kind, str) else None
        return reader(path)(value) if path else None

    return read


def unread_reader(model: Any) -> Reader:  # noqa: ANN401 -- as above
    """Reads an object into one of the SDK's models, each attribute when it is first looked at."""
    empty = vars(model())
    kinds: Mapping[str, str] = model.deserialized_types
    later = {name: Later(name, key, kinds[name], empty.get(name)) for name, key in wire_names(model).items()}
    names = {"__module__": model.__module__, "__doc__": model.__doc__}
    unread = type(model.__name__, (Unread, model), {**empty, **later, **names})
    return lambda value: unread(value) if isinstance(value, dict) else None


class Unread:
    """A model of which nothing is read yet: handlers look at few attributes of few models.

    So it is with responses: made of plain values of `is_ours`, they are written as they are unless somebody looks at
    them. A copy, and what is pickled, is one of the SDK's own models, whole.
    """

    is_ours = False

    def __init__(self, plain: dict[str, Any]) -> None:
        """Keep the object it stands for."""
        self.plain = plain

    def __eq__(self, other: object) -> bool:
        """Whether it is a model of the same kind, the SDK's own included, and says the same."""
        ours, theirs = cast("Any", self), cast("Any", other)
        return isinstance(other, type(self).__bases__[1]) and bool(ours.to_dict() == theirs.to_dict())

    __hash__ = None  # type: ignore[assignment]  # as the SDK's models

    def __reduce__(self) -> tuple[Any, ...]:
        """The model of the SDK's that says the same, for whoever copies or pickles."""
        kind: Any = type(self)
        return whole, (kind.__bases__[1], {name: getattr(self, name) for name in wire_names(kind)})


def whole(model: Any, attributes: dict[str, Any]) -> object:  # noqa: ANN401 -- as above
    """One of the SDK's models with these attributes."""
    made = object.__new__(model)
    made.__dict__.update({**vars(model()), **attributes})
    return made


def of_ours(model: type, plain: dict[str, Any]) -> object:
    """A model of plain values that are written as they are; those that are None are left out of it."""
    made = reader(model)(plain)
    made.is_ours = True
    return made


UNTOUCHED = frozenset({"plain", "is_ours"})
"""All that such a model has until somebody looks at it."""


class Later:
    """An attribute of a model, read when it is first looked at; from then on it is the model's like any other."""

    def __init__(self, name: str, key: str, kind: str, missing: object) -> None:
        """Know where it stands, what it is as the SDK says, and what it is where it is missing."""
        self._name = name
        self._key = key
        self._kind = kind
        self._missing = missing
        self._read: Reader | None = None

    def __get__(self, model: Unread, _: type) -> object:
        """What a model keeps of what came."""
        value = model.plain.get(self._key)
        found = self._missing if value is None else (self._read or self._reader())(value)
        model.__dict__[self._name] = found
        return found

    def _reader(self) -> Reader:
        """What reads it, from now on at hand."""
        self._read = reader(self._kind)
        return self._read


class Shared(dict[str, Any]):
    """Plain values as they came. The SDK copies session attributes to the bottom; here nobody changes them."""

    def __deepcopy__(self, _: object) -> "Shared":
        """The same again."""
        return self


class EnumReader:
    """Reads a word into a member of an enum."""

    def __init__(self, enum: type[Enum]) -> None:
        """Keep the members by their words."""
        self._members = {member.value: member for member in enum}

    def __call__(self, value: object) -> Enum | None:
        """The member, None for a word that is none."""
        return self._members.get(value) if isinstance(value, str) else None


class ListReader:
    """Reads a list, without what is unreadable in it."""

    def __init__(self, kind: str) -> None:
        """Keep what the items are."""
        self._kind = kind

    def __call__(self, value: object) -> list[Any] | None:
        """The items in order."""
        if not isinstance(value, list):
            return None
        read = reader(self._kind)
        return [item for item in map(read, value) if item is not None]


class DictReader:
    """Reads an object with keys of any name, without what is unreadable in it."""

    def __init__(self, kind: str) -> None:
        """Keep what the values are."""
        self._kind = kind

    def __call__(self, value: object) -> dict[str, Any] | None:
        """The values by their keys."""
        if not isinstance(value, dict):
            return None
        read = reader(self._kind)
        return {key: item for key, one in value.items() if (item := read(one)) is not None}
