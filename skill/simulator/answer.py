"""The skill's response as a device takes it: speech, reprompt, what to keep; or why it cannot be used."""

import json
from dataclasses import dataclass

from skill.simulator.hear import Asked
from skill.simulator.model import Json
from skill.simulator.speech import Speech, SsmlError, read
from skill.speech.limits import RESPONSE_BYTES


class UnusableError(Exception):
    """A response that would make Alexa say that there was a problem, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response. The microphone opens after it if `is_open`; `asked` is the slot its question is about."""

    speech: Speech
    reprompt: Speech
    is_open: bool
    attributes: Json
    asked: Asked | None


def answer(body: bytes) -> Answer:
    """The response in these bytes; raises UnusableError where Alexa would refuse it."""
    if len(body) > RESPONSE_BYTES:
        raise UnusableError(f"the response has {len(body)} bytes, {RESPONSE_BYTES} are allowed")
    try:
        whole = json.loads(body)
        response = whole["response"]
        return Answer(
            speech=speech(response),
            reprompt=speech(response.get("reprompt") or {}),
            is_open=response.get("shouldEndSession") is False,
            attributes=whole.get("sessionAttributes") or {},
            asked=asked(response),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusableError(f"the response is not one: {error!r}") from error
    except SsmlError as error:
        raise UnusableError(str(error)) from error


def speech(spoken: Json) -> Speech:
    """What is said in a response or a reprompt."""
    output = spoken.get("outputSpeech") or {}
    return read(output.get("ssml") or f"<speak>{output.get('text', '')}</speak>")


def asked(response: Json) -> Asked | None:
    """The slot that a directive asks for."""
    for directive in response.get("directives") or ():
        if directive["type"] == "Dialog.ElicitSlot":
            return Asked(directive["updatedIntent"]["name"], directive["slotToElicit"])
    return None
