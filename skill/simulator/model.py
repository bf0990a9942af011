"""The interaction model as the rehearsal needs it: intents with their samples, slot types with their names."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from skill.domain.library import normal
from skill.errors import StartError

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a slot type: its id, the name Alexa gives back, and all it is called, ready to compare."""

    id: str
    name: str
    called: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A slot of an intent; its own samples are what answers it when it was asked for."""

    name: str
    type: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """An intent, what is said for it by our model, and what Amazon's own part understands besides."""

    name: str
    slots: tuple[Slot, ...]
    samples: tuple[str, ...]
    built_in: tuple[str, ...] = ()

    def slot(self, name: str) -> Slot:
        """The slot of that name; KeyError where there is none."""
        return {slot.name: slot for slot in self.slots}[name]


@dataclass(frozen=True, kw_only=True)
class Model:
    """Everything of one locale."""

    invocation_name: str
    intents: Mapping[str, Intent]
    types: Mapping[str, tuple[Value, ...]]


def load(folder: Traversable, locale: str) -> Model:
    """The model and the phrase file of that locale."""
    model = written(folder.joinpath(f"{locale}.json"))["interactionModel"]["languageModel"]
    phrases = yaml.safe_load(folder.joinpath(f"built-ins.{locale}.yaml").read_text("utf-8"))
    intents = (intent_of(intent, phrases.get(intent["name"], ())) for intent in model["intents"])
    return Model(
        invocation_name=model["invocationName"],
        intents={intent.name: intent for intent in intents},
        types={each["name"]: tuple(map(value_of, each["values"])) for each in model["types"]},
    )


def intent_of(intent: Json, built_in: Iterable[str]) -> Intent:
    """An intent out of the model's JSON, with the phrases Amazon knows for it."""
    slots = (
        Slot(name=slot["name"], type=slot["type"], samples=tuple(slot.get("samples", ())))
        for slot in intent.get("slots", ())
    )
    return Intent(name=intent["name"], slots=tuple(slots), samples=tuple(intent["samples"]), built_in=tuple(built_in))


def value_of(value: Json) -> Value:
    """A slot value out of the model's JSON."""
    name = value["name"]
    called = dict.fromkeys(map(normal, (name["value"], *name.get("synonyms", ()))))
    return Value(id=value["id"], name=name["value"], called=tuple(called))


def written(file: Traversable) -> Any:  # noqa: ANN401 -- JSON as it was written
    """The JSON of a model file; StartError where it is none."""
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise StartError(f"{file.name} cannot be read: {error}.") from error
