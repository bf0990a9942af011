"""The sentences of tests/heard, and what they are heard as today."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from skill.simulator.guess import Guessing
from skill.simulator.hear import Hearing
from skill.simulator.model import Model, load
from skill.simulator.names import Filled

TESTS = Path(__file__).parents[1]
HEARD = TESTS / "heard" / "en-US"
KNOWN_FAILURES = HEARD / "known-failures.yaml"
FALLBACK = "AMAZON.FallbackIntent"

Slots = dict[str, Any]


class Sentence(NamedTuple):
    """A sentence, the intent that is meant, and its slots: ids, or the value of Amazon's own types."""

    said: str
    intent: str
    slots: Slots


class Meaning(NamedTuple):
    intent: str
    slots: Slots


@cache
def model() -> Model:
    return load(TESTS.parent / "interaction_model", "en-US")


@cache
def hearing() -> Hearing:
    return Hearing(model(), Guessing(model()))


@cache
def exact_hearing() -> Hearing:
    return Hearing(model())


def sentences(folder: Path = HEARD) -> Iterator[Sentence]:
    for file in sorted({*folder.glob("*.yaml")} - {KNOWN_FAILURES}):
        for intent, said in read(file).items():
            yield from (Sentence(sentence, intent, slots or {}) for sentence, slots in said.items())


def read(file: Path) -> dict[str, dict[str, Any]]:
    # Only strings: a bare no or yes is a sentence here.
    found: dict[str, dict[str, Any]] = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- it makes text only
    return found


def heard(said: str, ears: Hearing | None = None) -> Meaning:
    found = (ears or hearing()).hear(said)
    return Meaning(found.intent, {name: written(found.intent, name, one) for name, one in found.slots.items()})


def written(intent: str, name: str, filled: Filled) -> str | list[str]:
    if model().intents[intent].slot(name).type.startswith("AMAZON."):
        return filled.heard
    ids: Mapping[int, str] = dict(enumerate(value.id for value in filled.values))
    if not ids:
        return f"{filled.heard}?"
    return ids[0] if len(ids) == 1 else list(ids.values())
