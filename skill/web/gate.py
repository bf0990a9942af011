"""Lets a request in or refuses it: where it comes from, the signature over its raw bytes, what it says of itself,
and that it comes once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv6Address, ip_address
from typing import Any

import orjson
from flask import Request
from werkzeug.exceptions import ClientDisconnected

from skill.web.refusal import BadRequest, Cause
from skill.web.shape import check_shape
from skill.web.verify import Replays, Verifier, check_application_id, check_replay, check_timestamp

LARGEST_BODY = 256 * 1024
"""Bytes. Alexa sends a few thousand; a session may bring 4,000 of ours along."""

Envelope = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Decides what reaches the skill. Without a `verifier` only this machine does, as often as it likes."""

    skill_id: str | None
    verifier: Verifier | None
    now: Callable[[], datetime]
    replays: Replays = field(default_factory=Replays)

    def admit(self, request: Request) -> Envelope:
        """The envelope of a request. Raises BadRequest, and werkzeug's own for a body that cannot be read."""
        if self.verifier is None:
            check_near(request)
        body = read(request)
        now = self.now()
        if self.verifier is not None:
            self.verifier.verify(request.headers, body, now)
        envelope = parsed(body)
        if self.verifier is not None:
            check_timestamp(envelope, now)
        check_application_id(envelope, self.skill_id)
        shaped = check_shape(envelope)
        if self.verifier is not None:
            check_replay(shaped, self.replays, now)
        return shaped


def read(request: Request) -> bytes:
    """The body. One of a known and right size is taken as the server has it, which Flask comes to in the end."""
    size = request.content_length
    if size is None or size > LARGEST_BODY:
        return request.get_data(cache=False)
    body: bytes = request.environ["wsgi.input"].read(size)
    if len(body) < size:
        raise ClientDisconnected
    return body


def parsed(body: bytes) -> object:
    """The JSON in a body: UTF-8, nested less than 1,024 deep, numbers that are numbers."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadRequest(Cause.NOT_JSON, "The body is not JSON.") from error


def check_near(request: Request) -> None:
    """Refuse whoever is not on this machine, or speaks for somebody else: nothing else guards an unverified skill."""
    if not is_loopback(request.remote_addr or ""):
        raise BadRequest(Cause.ORIGIN, "While verification is off, only this machine is answered.")
    if is_forwarded(request):
        raise BadRequest(Cause.ORIGIN, "While verification is off, forwarded requests are not answered.")


def is_forwarded(request: Request) -> bool:
    """Whether a proxy says that it speaks for somebody."""
    return "Forwarded" in request.headers or "X-Forwarded-For" in request.headers


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own, also where IPv4 is written as IPv6."""
    try:
        parsed_address = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed_address, IPv6Address) and parsed_address.ipv4_mapped:
        return parsed_address.ipv4_mapped.is_loopback
    return parsed_address.is_loopback
