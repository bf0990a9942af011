"""What is answered where no skill is: one plain sentence, and the headers that every answer has."""

from collections.abc import Iterable, Mapping
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Response

HARDENED: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Nobody is to keep an answer, guess at its type or show it as a page. HSTS is for whoever ends TLS before us."""


class Answer(Response):
    """The answer to a turn. All of its headers are known, so that nothing is left to work out when it is sent."""

    def __init__(self, body: bytes) -> None:
        super().__init__(body, content_type="application/json")

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:  # noqa: ARG002 -- as in WSGI
        """As werkzeug does it, without a look for redirections, statuses without a body and what is to be closed."""
        start_response(self.status, [*self.headers, *HARDENED.items()])
        return self.iter_encoded()


def sentence(status: int, text: str) -> Response:
    """An answer for eyes."""
    return Response(f"{text}\n", status, mimetype="text/plain")


def hardened(response: Response) -> Response:
    """The answer with its headers; that to a turn adds them itself."""
    if not isinstance(response, Answer):
        response.headers.extend(HARDENED)
    return response
