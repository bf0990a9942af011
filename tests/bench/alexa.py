"""Speaks as Alexa does: envelopes as long as real ones, fresh ids, real signatures, runners who say "next"."""

import io
import json
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import uuid4
from wsgiref.types import WSGIApplication, WSGIEnvironment

from tests.alexa.stage import request
from tests.web.authority import Authority

Json = dict[str, Any]
ROUTINES = ("post-run", "daily-foot", "no-kit", "foot-strength-one")
"""What the runners practise; together some twenty places at which "next" is said."""

AGO_MS = 5 * 60 * 1000
"""How long the reply before lies back where "next" is said at its prompt: its holds are over."""

AMID_EVERY = 3
"""One "next" in so many comes in the midst of the reply, each at another moment."""

AMID_MS = 150 * 1000

ID_CHARACTERS = 180
TOKEN_CHARACTERS = 1_000
"""What Amazon's ids and its access token take, about; the envelopes of tests/alexa are kept short for readers."""

SESSION_EVERY = 4
"""A new session every so many turns, so that a store is read as well as written."""

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Sent:
    """A signed request."""

    body: bytes
    headers: Mapping[str, str]

    def environ(self) -> WSGIEnvironment:
        """As a server without a socket would pass it on."""
        named = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in self.headers.items()}
        return named | {
            "REQUEST_METHOD": "POST",
            "SCRIPT_NAME": "",
            "PATH_INFO": "/alexa",
            "QUERY_STRING": "",
            "CONTENT_TYPE": "application/json; charset=utf-8",
            "CONTENT_LENGTH": str(len(self.body)),
            "HTTP_HOST": HOST,
            "REMOTE_ADDR": HOST,
            "SERVER_NAME": HOST,
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(self.body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }

    def http(self) -> bytes:
        """As bytes for a socket."""
        named = {"Host": HOST, "Content-Type": "application/json; charset=utf-8", **self.headers}
        lines = [f"{name}: {value}\r\n" for name, value in named.items()]
        return f"POST /alexa HTTP/1.1\r\n{''.join(lines)}Content-Length: {len(self.body)}\r\n\r\n".encode() + self.body


class Alexa:
    """Signs as Amazon does. Turns of a household count up, so that no answer is ever made twice."""

    def __init__(self) -> None:
        self.authority = Authority(datetime.now(UTC))
        self._turns = count(100)
        self._places: tuple[Json, ...] = ()

    def walk(self, app: WSGIApplication) -> int:
        """Go through the routines to learn the places where "next" is said. The mean length of an answer."""
        self._places = tuple(place for routine in ROUTINES for place in self._through(app, routine))
        answers = [called(app, sent.environ()) for sent in self.nexts(AMID_EVERY * len(self._places))]
        return sum(map(len, answers)) // len(answers)

    def _through(self, app: WSGIApplication, routine: str) -> Iterator[Json]:
        """The session attributes after each turn of a routine, until it is over."""
        start = request("start-routine", new=True, attributes={})
        resolution = start["request"]["intent"]["slots"]["routine"]["resolutions"]["resolutionsPerAuthority"][0]
        resolution["values"][0]["value"]["id"] = routine
        place = self._after(app, start, routine)
        while "practice" in place["coach"]:
            yield place
            place = self._after(app, request("next", attributes=since(place, AGO_MS)), routine)

    def _after(self, app: WSGIApplication, envelope: Json, household: str) -> Json:
        """The session attributes after a request."""
        answer = called(app, self.signed(lengthened(envelope, household)).environ())
        after: Json = json.loads(answer)["sessionAttributes"]
        return after

    def nexts(self, number: int, household: str = "household") -> list[Sent]:
        """So many turns of a household that says "next", at one place of the routine after the other."""
        return [self._next(next(self._turns), household) for _ in range(number)]

    def _next(self, turn: int, household: str) -> Sent:
        place = self._places[turn % len(self._places)]
        ago_ms = AGO_MS if turn % AMID_EVERY else turn * 7_919 % AMID_MS
        attributes = since({"coach": place["coach"] | {"turn": turn}}, ago_ms)
        envelope = request("next", attributes=attributes, new=turn % SESSION_EVERY == 0)
        return self.signed(lengthened(envelope, household))

    def signed(self, envelope: Json) -> Sent:
        """The envelope as bytes, of this moment."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        envelope["request"] |= {"requestId": f"amzn1.echo-api.request.{uuid4()}", "timestamp": now}
        body = json.dumps(envelope, separators=(",", ":")).encode()
        return Sent(body, self.authority.headers(body))


def lengthened(envelope: Json, household: str) -> Json:
    """The envelope with ids as long as Amazon's."""
    user = {"userId": f"amzn1.ask.account.{household:A<{ID_CHARACTERS}}"}
    system = envelope["context"]["System"]
    system |= {"user": user, "apiAccessToken": "e" * TOKEN_CHARACTERS}
    system["device"]["deviceId"] = f"amzn1.ask.device.{household:A<{ID_CHARACTERS}}"
    envelope["session"]["user"] = user
    return envelope


def since(attributes: Json, ago_ms: int) -> Json:
    """Attributes of a reply that was sent so long ago."""
    coach = attributes["coach"]
    return {"coach": coach | {"heard": coach["heard"] | {"at": int(time.time() * 1000) - ago_ms}}}


def called(app: WSGIApplication, environ: WSGIEnvironment) -> bytes:
    """The answer of an app. Raises AssertionError for one that is no 200."""
    statuses: list[str] = []
    answer = b"".join(app(environ, lambda status, *_: statuses.append(status)))  # type: ignore[arg-type]  # werkzeug never uses the write function
    assert statuses == ["200 OK"], answer
    return answer
