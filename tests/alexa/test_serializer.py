"""Envelopes into the SDK's models: known ones as the SDK reads them, newer ones without what they bring along."""

import copy
import json
import pickle
from datetime import UTC, datetime
from enum import Enum
from importlib import import_module

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import (
    DialogState,
    IntentRequest,
    ListSlotValue,
    Request,
    RequestEnvelope,
    Response,
    SessionEndedRequest,
    SimpleSlotValue,
    SlotValue,
)
from ask_sdk_model.slu.entityresolution import StatusCode
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.serializer import ForgivingSerializer, reader
from tests.alexa.stage import REQUESTS, Loose, read, request

SERIALIZER = ForgivingSerializer()
KNOWN_TODAY = ["launch", "launch-on-a-screen", "how-to", "how-to-several-values", "session-ended-by-an-error", "next"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@pytest.mark.parametrize("name", KNOWN_TODAY)
def test_what_the_sdk_can_read_is_read_as_the_sdk_does(name: str) -> None:
    theirs = DefaultSerializer().deserialize(json.dumps(request(name)), RequestEnvelope)
    assert written(read(request(name))) == written(theirs)


def written(model: Loose) -> Loose:
    """A model with all its attributes as plain values, without what the SDK adds though it has no place for it."""
    if isinstance(model, Enum):
        return model.value
    if hasattr(model, "deserialized_types"):
        return {name: written(getattr(model, name)) for name in model.deserialized_types}
    if isinstance(model, dict):
        return {key: written(one) for key, one in model.items()}
    return [written(one) for one in model] if isinstance(model, list) else model


def test_text_is_taken_as_well_as_what_was_parsed_from_it() -> None:
    text = json.dumps(request("launch"))
    assert written(SERIALIZER.deserialize(text, RequestEnvelope)) == written(read(request("launch")))
    assert SERIALIZER.deserialize(None, RequestEnvelope) is None


def test_every_type_of_request_is_read_into_its_own_class() -> None:
    for kind, path in Request.discriminator_value_class_map.items():
        made = reader(Request)({"type": kind, "requestId": "r"})
        assert (type(made).__name__, made.request_id) == (path.rpartition(".")[2], "r")


@pytest.mark.parametrize("kind", Request.discriminator_value_class_map)
def test_every_type_of_request_is_read_as_the_sdk_does_with_all_there_can_be_in_it(kind: str) -> None:
    sent = filled(Request.discriminator_value_class_map[kind]) | {"type": kind}
    envelope = request("next", attributes={"coach": {"v": 1}}) | {"request": sent}
    envelope["context"] |= filled("ask_sdk_model.context.Context")
    theirs = DefaultSerializer().deserialize(json.dumps(envelope), RequestEnvelope)
    ours: Loose = read(envelope)
    assert written(ours) == written(theirs)
    assert ours == theirs == ours
    assert isinstance(ours.request, type(theirs.request))


SAMPLES = {
    "str": "text",
    "bool": True,
    "int": 7,
    "long": 7,
    "float": 0.5,
    "datetime": "2026-11-20T07:30:00Z",
    "date": "2026-11-20",
    "object": {"any": ["shape"]},
    "dict(str, object)": {"any": ["shape"]},
}


def filled(kind: str, depth: int = 8) -> Loose:
    """A JSON value with every attribute of a type as the SDK names it, down to where types hold their own kind."""
    if kind in SAMPLES:
        return SAMPLES[kind]
    if kind.startswith("list["):
        return [filled(kind[5:-1], depth - 1)] if depth else []
    if kind.startswith("dict("):
        return {"key": filled(kind[5:-1].partition(", ")[2], depth - 1)} if depth else {}
    module, _, name = kind.rpartition(".")
    model: Loose = getattr(import_module(module), name)
    if issubclass(model, Enum):
        return next(iter(model)).value
    kinds = vars(model).get("discriminator_value_class_map")
    if kinds:
        word, path = next(iter(kinds.items()))
        return filled(path, depth) | {model.json_discriminator_key: word}
    names = model.deserialized_types if depth else {}
    return {model.attribute_map.get(name, name): filled(one, depth - 1) for name, one in names.items()}


def test_an_attribute_is_read_when_it_is_looked_at_and_stays() -> None:
    envelope: Loose = read(request("how-to"))
    assert set(vars(envelope)) == {"plain"}
    assert envelope.request.intent is envelope.request.intent
    envelope.request.intent = None
    assert envelope.request.intent is None
    assert envelope.session != envelope.context


def test_a_copy_is_one_of_the_sdks_own_models_before_and_after_reading() -> None:
    for look in (lambda _: None, written):
        envelope: Loose = read(request("how-to"))
        look(envelope)
        for copied in (copy.copy(envelope), copy.deepcopy(envelope), pickle.loads(pickle.dumps(envelope))):  # noqa: S301 -- bytes of our own making
            assert type(copied) is RequestEnvelope
            assert copied == envelope == copied
            assert repr(copied) == repr(envelope)
        copy.copy(envelope).request.locale = "xx-XX"
        assert envelope.request.locale == "xx-XX", "a shallow copy shares what it holds"


def test_what_is_missing_is_as_in_a_new_model() -> None:
    envelope: Loose = reader(RequestEnvelope)({})
    assert written(envelope) == written(RequestEnvelope())
    assert written(reader(IntentRequest)({})) == written(IntentRequest())


def test_a_newer_alexa_is_understood_as_far_as_we_know_it() -> None:
    envelope: Loose = read(request("how-to-from-a-newer-alexa"))
    asked = envelope.request
    assert isinstance(asked, IntentRequest)
    assert asked.intent is not None
    assert asked.intent.slots is not None
    assert asked.dialog_state is None
    assert asked.intent.confirmation_status is None
    assert asked.intent.slots["exercise"].value == "calf stretch"
    assert asked.intent.slots["side"].slot_value is None
    assert envelope.context.viewport.shape is None
    assert envelope.context.viewport.mode is None
    assert envelope.context.viewport.experiences is None
    assert envelope.context.viewports == []
    assert asked.timestamp == datetime(2026, 11, 20, 7, 30, 0, 123456, tzinfo=UTC)


def test_an_unknown_type_of_request_leaves_no_request() -> None:
    assert read(request("event-of-tomorrow")).request is None


def test_an_unknown_reason_leaves_no_reason() -> None:
    ended: Loose = read(request("session-ended-for-a-new-reason")).request
    assert isinstance(ended, SessionEndedRequest)
    assert ended.error is not None
    assert ended.reason is None
    assert ended.error.message == "zzz"
    assert ended.error.object_type is None


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("str", "toe", "toe"),
        ("str", 7, None),
        ("bool", True, True),
        ("bool", "true", None),
        ("int", 7, 7),
        ("int", True, None),
        ("float", 0.5, 0.5),
        ("float", "0.5", None),
        ("datetime", "2026-11-20T07:30:00Z", datetime(2026, 11, 20, 7, 30, tzinfo=UTC)),
        ("datetime", "soon", None),
        ("datetime", 1763623800, None),
        ("date", "2026-11-20", datetime(2026, 11, 20, tzinfo=UTC).date()),
        ("date", "soon", None),
        ("date", [], None),
        ("object", {"any": ["shape"]}, {"any": ["shape"]}),
        ("list[str]", ["a", 1, "b"], ["a", "b"]),
        ("list[str]", "ab", None),
        ("dict(str, str)", {"a": "b", "c": 1}, {"a": "b"}),
        ("dict(str, str)", ["a"], None),
        (DialogState, "STARTED", DialogState.STARTED),
        (DialogState, "PAUSED", None),
        (DialogState, ["STARTED"], None),
        (Response, "a response", None),
        (SlotValue, {"value": "no type"}, None),
        (SlotValue, {"type": ["List"]}, None),
        ("ask_sdk_model.slu.entityresolution.status_code.StatusCode", "ER_SUCCESS_MATCH", StatusCode.ER_SUCCESS_MATCH),
    ],
)
def test_a_value_of_the_wrong_shape_counts_as_missing(kind: Loose, value: Loose, kept: Loose) -> None:
    assert reader(kind)(value) == kept


def test_models_that_hold_their_own_kind_are_read() -> None:
    inner = {"type": "List", "values": [{"type": "Simple", "value": "x"}]}
    several: Loose = reader(SlotValue)({"type": "List", "values": [inner]})
    innermost = several.values[0].values[0]
    assert all(isinstance(one, ListSlotValue) for one in (several, several.values[0]))
    assert isinstance(innermost, SimpleSlotValue)
    assert innermost.value == "x"


@given(JSON)
def test_any_json_is_read_without_an_error(value: Loose) -> None:
    reader(RequestEnvelope)(value)
    for part in ("request", "session", "context"):
        reader(RequestEnvelope)({part: value})
    reader(Request)({"type": "IntentRequest", "intent": {"name": "HowToIntent", "slots": value}})


def test_session_attributes_are_not_copied() -> None:
    carried: Loose = reader("dict(str, object)")({"coach": {"v": 1}, "none": None})
    assert copy.deepcopy(carried) is carried == {"coach": {"v": 1}, "none": None}
    assert reader("dict(str, object)")([]) is None


def test_every_envelope_here_is_read() -> None:
    for path in REQUESTS.glob("*.json"):
        assert isinstance(read(json.loads(path.read_text("utf-8"))), RequestEnvelope)
