"""Verifies that a request comes from Alexa: a signature over the raw bytes, before any of them is parsed."""

import binascii
import posixpath
import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from skill.web.certificates import Certificates
from skill.web.refusal import BadRequest, Cause

__all__ = ["BadRequest", "Cause", "Certificates", "Headers", "Verifier", "certificate_url"]

URL_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"
"""SHA-256. The older header `Signature` is SHA-1 and is not read, not even when this one is missing."""

PADDING, DIGEST = PKCS1v15(), SHA256()

MAX_URL = 256
"""Characters; Amazon's take about 60, and what is refused is remembered by its URL for a while."""

# One pattern for the whole URL instead of a parser: what it does not name (user, other port, query, fragment,
# percent-encoding, backslash, empty segment) Amazon does not send, and parsers read such things each its way.
_URL = re.compile(r"(?i:https://s3\.amazonaws\.com)(?::443)?((?:/[\w.~!$&'()*+,;=:@-]+)+)", re.ASCII)


@lru_cache(maxsize=16)
def certificate_url(text: str) -> str:
    """The one spelling of a certificate's URL, or `BadRequest` when it is not below S3's `/echo.api/`.

    Remembered, as Alexa sends the same one for months; a refusal is not.
    """
    match = _URL.fullmatch(text) if len(text) <= MAX_URL else None
    path = posixpath.normpath(match[1]) if match else ""
    if not path.startswith("/echo.api/"):
        sentence = f"The header {URL_HEADER} must give a plain URL below https://s3.amazonaws.com/echo.api/."
        raise BadRequest(Cause.CERTIFICATE_URL, sentence)
    return f"https://s3.amazonaws.com{path}"


class Headers(Protocol):
    """A request's headers, as Flask has them; a dict will do if it spells the names as Amazon does."""

    def get(self, name: str, default: str, /) -> str:
        """The value of a header, or the default."""
        ...


@dataclass(frozen=True, slots=True)
class Verifier:
    """Checks signatures with the keys that `certificates` finds."""

    certificates: Certificates = field(default_factory=Certificates)

    def verify(self, headers: Headers, body: bytes, now: datetime) -> None:
        """Refuse bytes that Alexa did not sign."""
        url = certificate_url(headers.get(URL_HEADER, ""))
        signature = _signature(headers.get(SIGNATURE_HEADER, ""))
        key = self.certificates.public_key(url, now)
        try:
            key.verify(signature, body, PADDING, DIGEST)
        except InvalidSignature as error:
            raise BadRequest(Cause.SIGNATURE, "The signature does not match the body.") from error


def _signature(text: str) -> bytes:
    try:
        signature = binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        signature = b""
    if not signature:
        raise BadRequest(Cause.SIGNATURE, f"The header {SIGNATURE_HEADER} must hold a base64 signature.")
    return signature
