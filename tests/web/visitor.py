"""Speaks to the app as Alexa does: envelopes, signed or not, through Flask's client."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from flask import Flask
from werkzeug.test import TestResponse

from skill.settings import Settings
from skill.web.app import create_app
from skill.web.chain import Trust
from skill.web.refusal import BadRequest, Cause
from skill.web.verify import Certificates, Verifier
from tests.web.authority import URL, Authority

Json = dict[str, Any]
NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
SKILL = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"
AMAZON = Authority(NOW)


def fetch(url: str) -> bytes:
    """Amazon's bucket, with one chain in it."""
    if url != URL:
        raise BadRequest(Cause.FETCH, "Not on offer.")
    return AMAZON.pem


def open_app() -> Flask:
    """The app while verification is off."""
    return create_app(Settings(verify=False, database_url="memory:"), now=lambda: NOW)


def guarded_app(skill_id: str | None = SKILL) -> Flask:
    """The app as it stands on the network, at a moment of which the test authority is valid."""
    verifier = Verifier(Certificates(fetch=fetch, trust=Trust(AMAZON.context)))
    settings = Settings(skill_id=skill_id, database_url="memory:")
    return create_app(settings, now=lambda: NOW, verifier=verifier)


def posted(app: Flask, body: bytes | Json, **headers: str) -> TestResponse:
    """What is answered to a body, from this machine."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return app.test_client().post("/alexa", data=data, headers=headers)


def fresh(envelope: Json) -> bytes:
    """An envelope as bytes, under an id of its own, as each request of Alexa's has one."""
    return json.dumps(envelope | {"request": envelope["request"] | {"requestId": str(uuid4())}}).encode()


def signed(app: Flask, body: bytes | Json) -> TestResponse:
    """What is answered to a body that Alexa signed; an envelope gets an id of its own."""
    data = body if isinstance(body, bytes) else fresh(body)
    return app.test_client().post("/alexa", data=data, headers=AMAZON.headers(data))
