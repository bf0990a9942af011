"""Models into JSON: what was made of plain values as it is, what a fork made or changed as the SDK writes it."""

import json

import orjson
import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Response
from ask_sdk_model.dialog import DelegateDirective
from ask_sdk_model.ui import StandardCard

from skill.alexa.serializer import attributes
from tests.alexa.stage import Loose, Stage, read, request


def test_what_is_written_is_what_the_sdk_writes() -> None:
    answer = Stage().skill.invoke(read(request("how-to")), {})
    assert json.loads(orjson.dumps(answer, default=attributes)) == DefaultSerializer().serialize(answer)


def test_a_response_that_is_looked_at_and_changed_is_written_as_it_is_then() -> None:
    answer: Loose = Stage().skill.invoke(read(request("how-to")), {})
    answer.response.output_speech.ssml = "<speak>Something else.</speak>"
    answer.response.card = StandardCard(title="Toes")
    answer.response.should_end_session = None
    said = json.loads(orjson.dumps(answer, default=attributes))
    assert said == DefaultSerializer().serialize(answer)
    assert said["response"]["outputSpeech"] == {"type": "SSML", "ssml": "<speak>Something else.</speak>"}
    assert said["response"]["card"] == {"type": "Standard", "title": "Toes"}
    assert set(said["response"]) == {"outputSpeech", "reprompt", "card"}


def test_an_intent_that_is_sent_back_is_written_as_the_sdk_writes_it() -> None:
    envelope: Loose = read(request("how-to-from-a-newer-alexa"))
    answer: Loose = Response(directives=[DelegateDirective(updated_intent=envelope.request.intent)])
    assert json.loads(orjson.dumps(answer, default=attributes)) == DefaultSerializer().serialize(answer)


def test_attributes_of_a_class_are_written_too() -> None:
    class Own(DelegateDirective):
        """As a fork may have one."""

        deserialized_types = DelegateDirective.deserialized_types | {"payload": "str"}
        attribute_map = DelegateDirective.attribute_map | {"payload": "payload"}
        payload = "p"

    assert attributes(Own()) == {"type": "Dialog.Delegate", "payload": "p"}


def test_only_models_are_written() -> None:
    with pytest.raises(TypeError):
        orjson.dumps({"x": object()}, default=attributes)
