"""What is answered where no skill is: one plain sentence, and the headers that every answer has."""

from collections.abc import Mapping

from flask import Response

HARDENED: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Nobody is to keep an answer, guess at its type or show it as a page. HSTS is for whoever ends TLS before us."""


def sentence(status: int, text: str) -> Response:
    """An answer for eyes."""
    return Response(f"{text}\n", status, mimetype="text/plain")


def hardened(response: Response) -> Response:
    """The answer with these headers."""
    response.headers.extend(HARDENED)
    return response
