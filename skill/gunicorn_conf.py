"""How gunicorn serves the skill: `gunicorn --config python:skill.gunicorn_conf skill.wsgi:app`."""

import os
import sys
from contextlib import suppress
from ipaddress import ip_address
from typing import NoReturn

from gunicorn.arbiter import Arbiter
from gunicorn.http import wsgi
from gunicorn.workers import gthread

from skill.settings import Settings, SettingsError, variable
from skill.web.worker import Connection, Log, Response, Worker, processor_beside


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


def pre_fork(server: Arbiter, worker: Worker) -> None:
    """Give each worker a processor of its own, where there are enough."""
    worker.processor = processor_beside(server.WORKERS.values(), server.pid)


def is_loopback(place: object) -> bool:
    """Whether nobody else can come in there. A socket's file counts as elsewhere: a proxy would be behind it."""
    if not isinstance(place, tuple):
        return False
    with suppress(ValueError):
        return ip_address(place[0]).is_loopback
    return bool(place[0] == "localhost")


SETTINGS = settings_of_environment()

bind = "127.0.0.1:5000"
workers = 1
threads = 4
worker_class = Worker
keepalive = 60  # seconds; whoever ends TLS before us keeps connections open, and opening one costs as much as a turn
timeout = 30  # seconds without a sign of life after which a worker is replaced; its threads do not count as one
graceful_timeout = 10  # seconds for turns under way when the server is told to stop; Alexa waits eight for one
control_socket_disable = True
logger_class = Log
preload_app = True  # once, before the workers are forked: what is wrong with settings or content ends the server

# The Server header, which gunicorn always sends.
wsgi.SERVER = "stretch-coach"  # type: ignore[attr-defined]  # read for each response

# What each connection and each answer is made of.
gthread.TConn = Connection  # type: ignore[misc]  # looked up for each connection
wsgi.Response = Response  # type: ignore[misc]  # looked up for each request
