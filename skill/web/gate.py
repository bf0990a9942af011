"""Lets a request in or refuses it: where it comes from, the signature over its raw bytes, what it says of itself,
and that it comes once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv6Address, ip_address
from typing import Any
from wsgiref.types import WSGIEnvironment

import orjson
from werkzeug.exceptions import ClientDisconnected

from skill.web.envelope import check_application_id, check_replay, check_timestamp
from skill.web.refusal import BadRequest, Cause
from skill.web.replays import Replays
from skill.web.shape import shaped
from skill.web.verify import SIGNATURE_HEADER, URL_HEADER, Verifier

LARGEST_BODY = 256 * 1024
"""Bytes. Alexa sends a few thousand; a session may bring 4,000 of ours along."""

URL_KEY, SIGNATURE_KEY = (f"HTTP_{name.upper().replace('-', '_')}" for name in (URL_HEADER, SIGNATURE_HEADER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Decides what reaches the skill. Without a `verifier` only this machine does, as often as it likes."""

    skill_id: str | None
    verifier: Verifier | None
    now: Callable[[], datetime]
    replays: Replays = field(default_factory=Replays)

    def admit(self, environ: WSGIEnvironment, read_body: Callable[[], bytes]) -> dict[str, Any]:
        """The envelope of a request. Raises BadRequest, and whatever reading the body raises."""
        if self.verifier is None:
            check_near(environ)
        body = read_body()
        now = self.now()
        if self.verifier is not None:
            self.verifier.verify(signed_by(environ), body, now)
        plain: dict[str, Any] = parsed(body)
        envelope = shaped(plain)
        check_application_id(envelope, self.skill_id)
        if self.verifier is not None:
            check_timestamp(envelope.request, now)
            check_replay(envelope.request, self.replays, now)
        return plain


def read(environ: WSGIEnvironment, size: int) -> bytes:
    """The body as the server has it. Raises ClientDisconnected for one that is shorter than it was said to be."""
    body: bytes = environ["wsgi.input"].read(size)
    if len(body) < size:
        raise ClientDisconnected
    return body


def signed_by(environ: WSGIEnvironment) -> Mapping[str, str]:
    """The headers that a signature comes in."""
    return {URL_HEADER: environ.get(URL_KEY, ""), SIGNATURE_HEADER: environ.get(SIGNATURE_KEY, "")}


def parsed(body: bytes) -> Any:  # noqa: ANN401 -- what JSON can be
    """The JSON in a body: UTF-8, nested less than 1,024 deep, numbers that are numbers."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadRequest(Cause.NOT_JSON, "The body is not JSON.") from error


def check_near(environ: WSGIEnvironment) -> None:
    """Refuse whoever is not on this machine, or speaks for somebody else: nothing else guards an unverified skill."""
    if not is_loopback(environ.get("REMOTE_ADDR", "")):
        raise BadRequest(Cause.ORIGIN, "While verification is off, only this machine is answered.")
    if is_forwarded(environ):
        raise BadRequest(Cause.ORIGIN, "While verification is off, forwarded requests are not answered.")


def is_forwarded(environ: WSGIEnvironment) -> bool:
    """Whether a proxy says that it speaks for somebody."""
    return "HTTP_FORWARDED" in environ or "HTTP_X_FORWARDED_FOR" in environ


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own, also where IPv4 is written as IPv6."""
    try:
        parsed_address = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed_address, IPv6Address) and parsed_address.ipv4_mapped:
        return parsed_address.ipv4_mapped.is_loopback
    return parsed_address.is_loopback
