"""Fetches a small file over HTTPS within bounds of time and size; only here does the web layer call out."""

import ssl
import time
import urllib.request
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import URLError

from skill.web.refusal import BadRequest, Cause

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Fetch = Callable[[str], bytes]

TIMEOUT_S = 2.0
"""Alexa gives a turn 8 s; S3 answers in a tenth of one. Longer would only tie up threads."""

MAX_BYTES = 64 * 1024
"""A chain of four certificates takes about 8 KiB."""


class HurriedSocket(ssl.SSLSocket):
    """A TLS connection with one time-out for all its reads; the ordinary one starts anew with every byte."""

    _ends_s: float | None = None

    def recv_into(self, buffer: "WriteableBuffer", nbytes: int | None = None, flags: int = 0) -> int:
        """Read with what is left of the time."""
        if self._ends_s is None:
            self._ends_s = time.monotonic() + TIMEOUT_S
        left_s = self._ends_s - time.monotonic()
        if left_s <= 0:  # drops that are there already would be read after any time
            raise TimeoutError
        self.settimeout(left_s)
        return super().recv_into(buffer, nbytes, flags)


def get(url: str, context: ssl.SSLContext) -> bytes:
    """The body behind an https URL, or `BadRequest`: no redirects, only status 200, at most `MAX_BYTES`."""
    try:
        with _opener(context).open(url, timeout=TIMEOUT_S) as response:
            status, body = response.status, response.read(MAX_BYTES + 1)
    except (OSError, HTTPException) as error:
        raise BadRequest(Cause.FETCH, f"The certificate could not be fetched ({_name(error)}).") from error
    if status != HTTPStatus.OK:
        raise BadRequest(Cause.FETCH, f"The certificate could not be fetched (status {status}).")
    if len(body) > MAX_BYTES:
        raise BadRequest(Cause.FETCH, f"The certificate file is larger than {MAX_BYTES} bytes.")
    return bytes(body)


def _opener(context: ssl.SSLContext) -> urllib.request.OpenerDirector:
    """An opener that can do one thing; `build_opener` would add redirects, file: and ftp:."""
    context.sslsocket_class = HurriedSocket  # the only way in: urllib makes the connection itself
    opener = urllib.request.OpenerDirector()
    opener.add_handler(urllib.request.ProxyHandler())  # some hosts reach the outside only through https_proxy
    opener.add_handler(urllib.request.HTTPSHandler(context=context))
    return opener


def _name(error: Exception) -> str:
    """What kind of failure it was: the kind of what urllib wrapped, where it wrapped something."""
    inner = error.reason if isinstance(error, URLError) else error
    return type(inner).__name__
