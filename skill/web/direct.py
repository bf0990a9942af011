"""Takes turns past Flask's routing, contexts and signals, which cost as much as the coach; all else is Flask's.

Only what goes well is answered here. Whatever was raised is handed to Flask, so that a refusal has one way out.
"""

import re
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from skill.web.gate import LARGEST_BODY
from skill.web.sentences import HARDENED

FAILED = "skill.failed"
"""Where in an environment Flask finds what a turn has raised."""

LENGTH = re.compile(rf"\d{{1,{len(str(LARGEST_BODY))}}}", re.ASCII)
"""A number with no more digits than that of the largest body has."""

HEADERS = (("Content-Type", "application/json"), *HARDENED.items())

Turn = Callable[[WSGIEnvironment, int], bytes]
"""The answer to the request in an environment, its body of that many bytes still to be read."""


class Direct:
    """WSGI before Flask, as `app.wsgi_app` is there to be wrapped."""

    def __init__(self, flask: WSGIApplication, route: str, turn: Turn) -> None:
        self._flask = flask
        self._route = route
        self._turn = turn

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a turn; hand on what is none, and what failed."""
        size = plain_size(environ) if environ.get("PATH_INFO") == self._route else None
        if size is None:
            return self._flask(environ, start_response)
        try:
            body = self._turn(environ, size)
        except Exception as error:  # noqa: BLE001 -- Flask's error handlers answer it
            environ[FAILED] = error
            return self._flask(environ, start_response)
        start_response("200 OK", [*HEADERS, ("Content-Length", str(len(body)))])
        return (body,)


def plain_size(environ: WSGIEnvironment) -> int | None:
    """How many bytes a POST says to bring; None for what is none, or brings too many, or in pieces."""
    length = environ.get("CONTENT_LENGTH", "")
    if environ["REQUEST_METHOD"] != "POST" or "HTTP_TRANSFER_ENCODING" in environ or not LENGTH.fullmatch(length):
        return None
    size = int(length)
    return size if size <= LARGEST_BODY else None
