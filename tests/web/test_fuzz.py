"""Envelopes bent in several places at once, and bytes bent anywhere: answered or refused, never a failure of ours.

`make fuzz` goes further, by coverage and for longer (tests/fuzz).
"""

import json
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any

from ask_sdk_model import Request
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from skill.alexa.intents import INTENTS, SLOTS
from tests.alexa.stage import REQUESTS, Json, logged
from tests.web.visitor import fresh, guarded_app, open_app, posted, signed

OPEN = open_app()
GUARDED = guarded_app()
ENVELOPES = [json.loads(path.read_text("utf-8")) for path in sorted(REQUESTS.glob("*.json"))]
TYPES = [*Request.discriminator_value_class_map, "FutureRequest", ""]
NAMES = ["__class__", "__init__", "__dict__", "type", "value", "values", "resolutions", "$ref", "", "a" * 300, "\0"]
ODD: list[object] = [
    None,
    True,
    0,
    -1,
    1.5,
    10**18,
    2**64,
    1e308,
    "",
    "?",
    " ",
    "\u202e",
    "\0",
    "a" * 9000,
    [],
    {},
    [[]],
    [None],
    {"": {}},
]
ENUMS = [
    "ER_SUCCESS_MATCH",
    "ER_FUTURE",
    "IN_PROGRESS",
    "CONFIRMED",
    "List",
    "Simple",
    "Map",
    "APL",
    "TREE",
    "P9Y",
    "PT5M",
]
DOORS: tuple[Callable[[bytes], TestResponse], ...] = (partial(posted, OPEN), partial(signed, GUARDED))

values = st.sampled_from([*ODD, *ENUMS]) | st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=6,
)


def places(value: object, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to everything in a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, part in inner for found in ((*way, key), *places(part, (*way, key)))]


def bent(envelope: Json, draw: st.DrawFn) -> None:
    """Change, drop or add something somewhere."""
    ways = places(envelope)
    if not ways:
        return
    *way, last = draw(st.sampled_from(ways))
    inner: Any = envelope
    for key in way:
        inner = inner[key]
    match draw(st.sampled_from(["change", "drop", "add"])):
        case "change":
            inner[last] = deepcopy(draw(values))
        case "drop":
            del inner[last]
        case "add" if isinstance(inner, dict):
            inner[draw(st.sampled_from(NAMES))] = deepcopy(draw(values))


@st.composite
def envelopes(draw: st.DrawFn) -> bytes:
    """An envelope of a kind there is, bent in up to five places."""
    envelope: Json = json.loads(fresh(draw(st.sampled_from(ENVELOPES))))
    if draw(st.booleans()):
        envelope["request"]["type"] = draw(st.sampled_from(TYPES))
    if draw(st.booleans()):
        name = draw(st.sampled_from(sorted(INTENTS)))
        slots = {slot: {"name": slot, "value": deepcopy(draw(values))} for slot in SLOTS.get(name, ())}
        envelope["request"]["intent"] = {"name": name, "slots": slots}
    for _ in range(draw(st.integers(0, 5))):
        bent(envelope, draw)
    return json.dumps(envelope).encode()


def assert_answered_or_refused(body: bytes) -> None:
    """By both doors, with nothing in the log but a line for each."""
    for door in DOORS:
        with logged() as lines:
            response = door(body)
        assert response.status_code in {200, 400}
        assert [line["event"] for line in lines if line["event"] != "record unreadable"] in (["turn"], ["refused"])
        assert lines[-1].get("outcome") != "slipped"
        if response.status_code == 200:
            assert isinstance(json.loads(response.data)["response"], dict)
        else:
            assert response.data.endswith(b".\n")


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(envelopes())
def test_an_envelope_bent_in_several_places_is_answered_or_refused(body: bytes) -> None:
    assert_answered_or_refused(body)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(ENVELOPES), st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=4)), max_size=4))
def test_bytes_bent_anywhere_are_answered_or_refused(envelope: Json, cuts: list[tuple[int, bytes]]) -> None:
    body = fresh(envelope)
    for at, put in cuts:
        place = at % (len(body) + 1)
        body = body[:place] + put + body[place + len(put) :]
    assert_answered_or_refused(body)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(["session", "context", "request", "version", "type"]), values)
def test_of_keys_that_come_twice_one_counts(key: str, value: object) -> None:
    body = fresh(ENVELOPES[0]).decode()
    twice = f"{{{json.dumps(key)}: {json.dumps(value)}, {body[1:-1]}, {json.dumps(key)}: {json.dumps(value)}}}"
    assert_answered_or_refused(twice.encode())
