"""Speaks as Alexa does: envelopes as long as real ones, fresh ids, real signatures, a runner who says "next"."""

import io
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import uuid4
from wsgiref.types import WSGIApplication, WSGIEnvironment

from tests.alexa.stage import request
from tests.web.authority import Authority

Json = dict[str, Any]
AGO_MS = 5 * 60 * 1000
"""How long the reply before lies back: its holds are over, and "next" is due."""

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
        self._prompts: tuple[Json, ...] = ()

    def walk(self, app: WSGIApplication) -> int:
        """Go through the post-run routine to learn the places where "next" is said. The mean length of an answer."""
        started = self.answer(app, "start-routine", {})
        at_prompt = [self.answer(app, "next", started, "ReadyIntent")]
        for _ in range(2):
            at_prompt.append(self.answer(app, "next", long_ago(at_prompt[-1])))
        self._prompts = tuple(map(long_ago, at_prompt))
        answers = [called(app, sent.environ()) for sent in self.nexts(len(self._prompts))]
        return sum(map(len, answers)) // len(answers)

    def answer(self, app: WSGIApplication, name: str, attributes: Json, intent: str | None = None) -> Json:
        """The session attributes after a request."""
        envelope = lengthened(request(name, attributes=attributes, new=not attributes), "walker")
        envelope["request"]["intent"]["name"] = intent or envelope["request"]["intent"]["name"]
        after: Json = json.loads(called(app, self.signed(envelope).environ()))["sessionAttributes"]
        return after

    def nexts(self, number: int, household: str = "household") -> list[Sent]:
        """So many turns of a household that says "next", at one place of the routine after the other."""
        return [self._next(next(self._turns), household) for _ in range(number)]

    def _next(self, turn: int, household: str) -> Sent:
        attributes = self._prompts[turn % len(self._prompts)]
        attributes = {"coach": attributes["coach"] | {"turn": turn}}
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


def long_ago(attributes: Json) -> Json:
    """Attributes of a reply that has been heard to its end."""
    coach = attributes["coach"]
    heard = coach["heard"] | {"at": coach["heard"]["at"] - AGO_MS}
    return {"coach": coach | {"heard": heard}}


def called(app: WSGIApplication, environ: WSGIEnvironment) -> bytes:
    """The answer of an app. Raises AssertionError for one that is no 200."""
    statuses: list[str] = []
    answer = b"".join(app(environ, lambda status, *_: statuses.append(status)))  # type: ignore[arg-type]  # werkzeug never uses the write function
    assert statuses == ["200 OK"], answer
    return answer
