"""Hosts the skill on the Flask app by flask-ask-sdk's SkillAdapter, with our own gate before it."""

import logging
import time
from typing import cast

import orjson
from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import Request as AlexaRequest
from ask_sdk_model import RequestEnvelope, ResponseEnvelope
from ask_sdk_model import Response as AlexaResponse
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from skill.alexa.handlers import Note
from skill.alexa.serializer import attributes, reader
from skill.web.compat import SkillAdapter
from skill.web.gate import Envelope, Gate
from skill.web.refusal import BadRequest, Cause

log = logging.getLogger(__name__)

ANSWERED = frozenset({"LaunchRequest", "IntentRequest", "SessionEndedRequest"})
KNOWN = frozenset(AlexaRequest.discriminator_value_class_map)
EMPTY = ResponseEnvelope(version="1.0", response=AlexaResponse())
"""The answer to all other requests, those among them that Alexa has yet to invent."""


class Endpoint(SkillAdapter):
    """The skill at a URL. The adapter's own verifiers are off: the gate has let in what reaches it."""

    def __init__(self, skill: CustomSkill, gate: Gate, app: Flask) -> None:
        app.config.update(ASK_SDK_VERIFY_SIGNATURE=False, ASK_SDK_VERIFY_TIMESTAMP=False)
        super().__init__(skill=skill, skill_id=0, app=app)
        self._gate = gate

    def dispatch_request(self) -> Response:
        """One turn: an envelope in, the skill's response out, one line in the log."""
        begun_s = time.perf_counter()
        note: Note = {}
        try:
            answer = self._answer(self._gate.admit(request), note)
        except (BadRequest, HTTPException) as refusal:
            cause = refusal.cause.value if isinstance(refusal, BadRequest) else refusal.name
            log.warning("refused", extra={"facts": {"cause": cause, "ms": since_ms(begun_s)}})
            raise
        log.info("turn", extra={"facts": {**note, "ms": since_ms(begun_s)}})
        return Response(orjson.dumps(answer, default=attributes), mimetype="application/json")

    def _answer(self, envelope: Envelope, note: Note) -> ResponseEnvelope:
        kind = envelope["request"]["type"]
        is_ours = kind in ANSWERED
        note.update(request=kind if kind in KNOWN else "unknown", outcome="answered" if is_ours else "ignored")
        return self._dispatched(envelope, note) if is_ours else EMPTY

    def _dispatched(self, envelope: Envelope, note: Note) -> ResponseEnvelope:
        try:
            return self._skill.invoke(cast("RequestEnvelope", reader(RequestEnvelope)(envelope)), note)
        except RecursionError as error:
            raise BadRequest(Cause.ENVELOPE, "The body is nested too deep.") from error


def since_ms(begun_s: float) -> float:
    """Milliseconds since a reading of `time.perf_counter`, to a tenth."""
    return round((time.perf_counter() - begun_s) * 1000, 1)
