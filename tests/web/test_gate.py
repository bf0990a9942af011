"""Who gets in: what Alexa signed, lately and for this skill; while verification is off, whoever is on this machine."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from skill.settings import Settings
from skill.web.app import create_app
from skill.web.chain import Trust
from skill.web.gate import Gate, is_loopback
from skill.web.https import TIMEOUT_S
from skill.web.refusal import BadRequest
from skill.web.verify import Certificates, Verifier
from tests.alexa.stage import logged, request
from tests.web.authority import URL
from tests.web.visitor import AMAZON, NOW, SKILL, fetch, fresh, guarded_app, open_app, posted, signed

OPEN = open_app()
GUARDED = guarded_app()


def sent(seconds: float, name: str = "launch") -> dict[str, Any]:
    envelope = request(name)
    envelope["request"]["timestamp"] = (NOW + timedelta(seconds=seconds)).isoformat()
    return envelope


def for_skill(skill_id: str) -> dict[str, Any]:
    envelope = request("launch")
    envelope["context"]["System"]["application"]["applicationId"] = skill_id
    envelope["session"]["application"]["applicationId"] = skill_id
    return envelope


def outcome(app: Flask, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
    """Status and the cause in the log."""
    with logged() as lines:
        response = app.test_client().post("/alexa", data=body, headers=headers)
    return response.status_code, next((line["cause"] for line in lines if line["event"] == "refused"), "")


def test_what_alexa_signed_is_answered() -> None:
    assert signed(GUARDED, request("launch")).status_code == 200


def test_the_same_bytes_are_answered_once() -> None:
    body = json.dumps(request("next")).encode()
    headers = AMAZON.headers(body)
    app = guarded_app()
    assert [outcome(app, body, headers) for _ in range(3)] == [(200, ""), (400, "replay"), (400, "replay")]


def test_a_refusal_does_not_count_as_an_answer() -> None:
    app, envelope = guarded_app(), request("next")
    for ruined in (envelope | {"session": "s"}, envelope | {"context": None, "session": None}):
        body = json.dumps(ruined).encode()
        assert outcome(app, body, AMAZON.headers(body))[0] == 400
    assert outcome(app, json.dumps(envelope).encode(), AMAZON.headers(b"other")) == (400, "signature")
    assert signed(app, envelope).status_code == 200


def test_an_event_is_answered_as_often_as_alexa_sends_it() -> None:
    assert [signed(GUARDED, sent(0, "skill-disabled")).status_code for _ in range(2)] == [200, 200]


def test_the_same_bytes_are_answered_again_while_verification_is_off() -> None:
    assert [posted(OPEN, request("next")).status_code for _ in range(2)] == [200, 200]


def test_the_signature_covers_the_very_bytes() -> None:
    body = fresh(request("launch"))
    headers = AMAZON.headers(body)
    assert outcome(GUARDED, body, headers) == (200, "")
    assert outcome(GUARDED, body + b" ", headers) == (400, "signature")
    assert outcome(GUARDED, body.replace(b": ", b":"), headers) == (400, "signature")


def test_bytes_are_not_parsed_before_they_are_verified() -> None:
    headers = AMAZON.headers(b"something else")
    assert outcome(GUARDED, b"not JSON", headers) == (400, "signature")
    assert outcome(GUARDED, b"not JSON", AMAZON.headers(b"not JSON")) == (400, "not-json")


def test_unsigned_bytes_are_refused() -> None:
    body = json.dumps(request("launch")).encode()
    assert outcome(GUARDED, body, {}) == (400, "certificate-url")
    assert outcome(GUARDED, body, {"SignatureCertChainUrl": URL}) == (400, "signature")
    assert outcome(GUARDED, body, {**AMAZON.headers(body), "SignatureCertChainUrl": f"{URL}.other"}) == (400, "fetch")


@pytest.mark.parametrize(("seconds", "status"), [(-151, 400), (-149, 200), (0, 200), (149, 200), (151, 400)])
def test_a_request_must_be_of_this_moment(seconds: float, status: int) -> None:
    assert signed(GUARDED, sent(seconds)).status_code == status


def test_four_certificates_that_hang_do_not_stop_a_runner_whose_certificate_is_kept() -> None:
    is_over = Event()

    def slow_fetch(url: str) -> bytes:
        return fetch(url) if url == URL else bytes(is_over.wait(5))

    app = create_app(
        Settings(skill_id=SKILL, database_url="memory:"),
        now=lambda: NOW,
        verifier=Verifier(Certificates(fetch=slow_fetch, trust=Trust(AMAZON.context))),
    )
    assert signed(app, request("launch")).status_code == 200
    headers = [AMAZON.headers(b"{}", f"{URL}.{number}") for number in range(40)]
    with ThreadPoolExecutor(4) as threads:  # as many as a worker of gunicorn has
        bad = [threads.submit(posted, app, b"{}", **each) for each in headers]
        begun_s = time.monotonic()
        assert threads.submit(signed, app, request("next")).result().status_code == 200
        assert time.monotonic() - begun_s < TIMEOUT_S + 1
        is_over.set()
    assert {each.result().status_code for each in bad} == {400}


def test_a_skill_event_may_be_an_hour_old() -> None:
    assert signed(GUARDED, sent(-3500, "skill-disabled")).status_code == 200


def test_requests_for_other_skills_are_refused() -> None:
    assert signed(GUARDED, for_skill("amzn1.ask.skill.other")).status_code == 400
    assert signed(guarded_app(skill_id=None), for_skill("amzn1.ask.skill.other")).status_code == 200


def test_requests_for_other_skills_are_refused_also_while_verification_is_off() -> None:
    app = create_app(Settings(verify=False, skill_id=SKILL, database_url="memory:"))
    assert posted(app, for_skill("amzn1.ask.skill.other")).status_code == 400
    assert posted(app, request("launch")).status_code == 200


def test_no_signature_and_no_time_is_asked_for_while_verification_is_off() -> None:
    assert posted(OPEN, sent(-10_000_000)).status_code == 200


def from_address(address: str | None) -> TestResponse:
    body = json.dumps(request("launch"))
    return OPEN.test_client().post("/alexa", data=body, environ_overrides={"REMOTE_ADDR": address})


@pytest.mark.parametrize("address", ["192.168.1.5", "8.8.8.8", "::", "0.0.0.0", "fe80::1", "", "localhost", None])  # noqa: S104
def test_other_machines_are_refused_while_verification_is_off(address: str | None) -> None:
    response = from_address(address)
    assert (response.status_code, response.mimetype) == (400, "text/plain")


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_answered_while_verification_is_off(address: str) -> None:
    assert from_address(address).status_code == 200


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "x-forwarded-for"])
@pytest.mark.parametrize("value", ["127.0.0.1", "for=8.8.8.8", ""])
def test_what_is_forwarded_is_refused_while_verification_is_off(header: str, value: str) -> None:
    body = json.dumps(request("launch")).encode()
    assert outcome(OPEN, body, {header: value}) == (400, "origin")


def test_a_proxy_may_stand_before_a_skill_that_verifies() -> None:
    body = fresh(request("launch"))
    headers = {**AMAZON.headers(body), "X-Forwarded-For": "8.8.8.8", "Forwarded": "for=8.8.8.8"}
    response = GUARDED.test_client().post(
        "/alexa", data=body, headers=headers, environ_overrides={"REMOTE_ADDR": "10.0.0.1"}
    )
    assert response.status_code == 200


def test_a_mapped_address_of_elsewhere_is_elsewhere() -> None:
    assert not is_loopback("::ffff:8.8.8.8")


def test_while_verification_is_off_no_body_is_read_from_elsewhere() -> None:
    gate = Gate(skill_id=None, verifier=None, now=lambda: NOW)
    with pytest.raises(BadRequest, match="only this machine"):
        gate.admit({"REMOTE_ADDR": "203.0.113.7"}, lambda: pytest.fail("the body was read"))
