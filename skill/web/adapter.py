"""Hosts the skill on the Flask app by flask-ask-sdk's SkillAdapter, with our own gate before it."""

import logging
import re
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeGuard, cast
from wsgiref.types import WSGIEnvironment

import orjson
from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import Request as AlexaRequest
from ask_sdk_model import RequestEnvelope, ResponseEnvelope
from ask_sdk_model import Response as AlexaResponse
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from skill.alexa.handlers import SLIP
from skill.alexa.notes import Note
from skill.alexa.serializer import attributes, reader
from skill.log import tell
from skill.storage.base import StoreError
from skill.web.compat import SkillAdapter
from skill.web.direct import FAILED, Direct
from skill.web.gate import Gate, read
from skill.web.metrics import Meter
from skill.web.refusal import BadRequest, Cause

log = logging.getLogger(__name__)

ANSWERED = frozenset(
    {
        "LaunchRequest",
        "IntentRequest",
        "SessionEndedRequest",
        "CanFulfillIntentRequest",
        "AlexaSkillEvent.SkillDisabled",
    }
)
KNOWN = frozenset(AlexaRequest.discriminator_value_class_map)
EMPTY = ResponseEnvelope(version="1.0", response=AlexaResponse())
"""The answer to all other requests, those among them that Alexa has yet to invent.

Without speech, directives and `shouldEndSession`: what is about audio, buttons or events must have none of them.
"""

REQUEST_ID = "request_id"
REPORTED: Mapping[str, tuple[str, str]] = {"error": ("error", "type"), "caused_by": ("cause", "requestId")}
"""Where Alexa reports a fault of ours, by the names that the log has for it."""

model_of = reader(RequestEnvelope)

IDENTIFIER = re.compile(r"[\w.:/-]{1,128}", re.ASCII)


class Endpoint(SkillAdapter):
    """The skill at a URL. The adapter's own verifiers are off: the gate has let in what reaches it."""

    def __init__(self, skill: CustomSkill, gate: Gate, app: Flask, meter: Meter) -> None:
        app.config.update(ASK_SDK_VERIFY_SIGNATURE=False, ASK_SDK_VERIFY_TIMESTAMP=False)
        super().__init__(skill=skill, skill_id=0, app=app)
        self._gate = gate
        self._meter = meter

    def register(self, app: Flask, route: str, endpoint: str = "alexa") -> None:
        """Serve the skill at a URL: turns before Flask's routing, the rest by a view."""
        super().register(app, route, endpoint)
        app.wsgi_app = Direct(app.wsgi_app, route, self.turn)  # type: ignore[method-assign]  # as Flask would have it

    def dispatch_request(self) -> Response:
        """Flask's view of a turn: of one that failed already, and of one whose body must be collected first."""
        failed = request.environ.get(FAILED)
        if failed is not None:
            raise failed
        return Response(self._turn(request.environ, request.get_data), content_type="application/json")

    def turn(self, environ: WSGIEnvironment, size: int) -> bytes:
        """The answer to a request whose body has that many bytes."""
        return self._turn(environ, partial(read, environ, size))

    def _turn(self, environ: WSGIEnvironment, body: Callable[[], bytes]) -> bytes:
        """One turn: an envelope in, the skill's response out, one line in the log."""
        begun_s = time.perf_counter()
        note: Note = {}
        try:
            answer = self._answer(self._gate.admit(environ, body), note)
        except (BadRequest, HTTPException) as refusal:
            cause = refusal.cause.value if isinstance(refusal, BadRequest) else refusal.name
            self._meter.refused(cause)
            known = {REQUEST_ID: note[REQUEST_ID]} if REQUEST_ID in note else {}
            took_ms = tenths_ms(time.perf_counter() - begun_s)
            log.warning("refused", extra={"facts": {**known, "cause": cause, "ms": took_ms}})
            raise
        written = orjson.dumps(answer, default=attributes)
        took_s = time.perf_counter() - begun_s
        self._meter.turned(note, took_s)
        tell(log, level_of(note), "turn", {**note, "ms": tenths_ms(took_s)})
        return written

    def _answer(self, envelope: dict[str, Any], note: Note) -> ResponseEnvelope:
        asked = envelope["request"]
        kind = asked["type"]
        request_id = asked.get("requestId")
        note["request"] = kind if kind in KNOWN else "unknown"
        note["outcome"] = "answered" if kind in ANSWERED else "ignored"
        if is_identifier(request_id):
            note[REQUEST_ID] = request_id
        if kind not in ANSWERED:
            note.update(reported(asked))
            return EMPTY
        try:
            return self._skill.invoke(cast("RequestEnvelope", model_of(envelope)), note)
        except StoreError as error:
            raise BadRequest(Cause.STORE, "What is kept could not be deleted now.") from error


def level_of(note: Note) -> int:
    """How much a turn is to be looked at: a failure of ours, a fault that Alexa reports, or nothing special."""
    if note.get("outcome") == SLIP:
        return logging.ERROR
    return logging.WARNING if "error" in note else logging.INFO


def reported(asked: dict[str, Any]) -> Note:
    """What Alexa reports of a fault of ours, where it looks like an identifier."""
    inner = {name: asked.get(place) for name, (place, _) in REPORTED.items()}
    found = {name: one.get(REPORTED[name][1]) for name, one in inner.items() if isinstance(one, dict)}
    return {name: text for name, text in found.items() if is_identifier(text)}


def is_identifier(value: object) -> TypeGuard[str]:
    """Whether it looks like an id or a kind of error; nothing else gets into the log."""
    return isinstance(value, str) and IDENTIFIER.fullmatch(value) is not None


def tenths_ms(seconds: float) -> float:
    """Seconds as milliseconds, to a tenth."""
    return round(seconds * 1000, 1)
