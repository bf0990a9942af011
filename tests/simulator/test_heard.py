"""Every sentence of tests/heard is understood as it says there, by exact samples alone."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from skill.simulator.hear import Heard, Hearing
from skill.simulator.model import load
from skill.simulator.templates import Filled

TESTS = Path(__file__).parents[1]
LOCALE = "en-US"


@cache
def hearing() -> Hearing:
    return Hearing(load(TESTS.parent / "interaction_model", LOCALE))


def sentences() -> Iterator[object]:
    for file in sorted((TESTS / "heard" / LOCALE).glob("*.yaml")):
        # Only strings: a bare no or yes is a sentence here.
        meanings = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        for intent, said in meanings.items():
            for sentence, slots in said.items():
                yield pytest.param(sentence, intent, slots or {}, id=sentence)


def written(slots: Mapping[str, Filled]) -> dict[str, str | list[str]]:
    return {name: ids(filled) for name, filled in slots.items()}


def ids(filled: Filled) -> str | list[str]:
    found = [value.id for value in filled.values]
    if not found:
        return f"{filled.heard}?"
    return found[0] if len(found) == 1 else found


@pytest.mark.parametrize(("sentence", "intent", "slots"), list(sentences()))
def test_a_sentence_is_heard_as_it_is_meant(sentence: str, intent: str, slots: dict[str, str]) -> None:
    heard: Heard = hearing().hear(sentence)
    assert (heard.intent, written(heard.slots)) == (intent, slots)
