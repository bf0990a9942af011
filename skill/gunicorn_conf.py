"""How gunicorn serves the skill: `gunicorn --config python:skill.gunicorn_conf skill.wsgi:app`."""

import os
import sys
from contextlib import suppress
from ipaddress import ip_address
from socket import socket
from typing import NoReturn

from gunicorn.arbiter import Arbiter
from gunicorn.http import wsgi
from gunicorn.workers.gthread import ThreadWorker

from skill.settings import Settings, SettingsError, variable

SENTENCE = "The request is not HTTP as it should be."
REFUSAL = "\r\n".join(
    (
        "HTTP/1.1 400 Bad Request",
        "Connection: close",
        "Content-Type: text/plain; charset=utf-8",
        f"Content-Length: {len(SENTENCE)}",
        "",
        SENTENCE,
    )
).encode()


def refuse(sentence: object) -> NoReturn:
    """End the server before it has begun, with one sentence."""
    print(sentence, file=sys.stderr)  # noqa: T201 -- there is no log yet
    sys.exit(2)


def settings_of_environment() -> Settings:
    """The settings, read here so that a bad one ends the server, and not one worker after the other."""
    try:
        return Settings.of(os.environ)
    except SettingsError as error:
        refuse(error)


def on_starting(server: Arbiter) -> None:
    """Keep an unverified skill off the network, wherever the address came from: this file or the command line."""
    if not SETTINGS.verify and not all(map(is_loopback, server.cfg.address)):
        places = ", ".join(server.cfg.settings["bind"].get())
        refuse(f"While {variable('verify')} is off, only loopback is served, not {places}.")


def is_loopback(place: object) -> bool:
    """Whether nobody else can come in there. A socket's file counts as elsewhere: a proxy would be behind it."""
    if not isinstance(place, tuple):
        return False
    with suppress(ValueError):
        return ip_address(place[0]).is_loopback
    return bool(place[0] == "localhost")


class Worker(ThreadWorker):
    """Gunicorn's worker with threads; it answers what is not HTTP with 400, not with a status for every fault."""

    def handle_error(self, req: object, client: socket, addr: object, exc: BaseException) -> None:  # noqa: ARG002
        """Refuse what came before the app saw it, without repeating any of it."""
        self.log.warning("Not HTTP: %s", type(exc).__name__)
        with suppress(OSError):
            client.sendall(REFUSAL)


SETTINGS = settings_of_environment()

bind = "127.0.0.1:5000"
workers = 1
threads = 4
worker_class = Worker
keepalive = 60  # seconds; whoever ends TLS before us keeps connections open, and opening one costs as much as a turn
control_socket_disable = True
preload_app = True  # once, before the workers are forked: what is wrong with settings or content ends the server

# The Server header, which gunicorn always sends.
wsgi.SERVER = "stretch-coach"  # type: ignore[attr-defined]  # read for each response
