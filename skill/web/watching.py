"""The addresses for whoever watches: is the process alive, is it ready, what has it counted."""

from collections.abc import Callable
from functools import partial

from flask import Flask, Response, request

from skill.web.gate import is_forwarded, is_loopback
from skill.web.metrics import CONTENT_TYPE, Metrics
from skill.web.sentences import sentence


def watch(app: Flask, is_ready: Callable[[], bool], metrics: Metrics | None, *, is_open: bool) -> None:
    """Serve the addresses; without `metrics` there is nothing at `/metrics`, for others only where it is open."""
    app.add_url_rule("/healthz", view_func=healthz)
    app.add_url_rule("/readyz", "readyz", partial(readyz, is_ready))
    if metrics is not None:
        app.add_url_rule("/metrics", "metrics", partial(counted, metrics, is_open=is_open))


def healthz() -> Response:
    """That the process answers."""
    return sentence(200, "I am well.")


def readyz(is_ready: Callable[[], bool]) -> Response:
    """Whether a runner would be coached, and remembered."""
    return sentence(200, "I am ready.") if is_ready() else sentence(503, "The store cannot be reached.")


def counted(metrics: Metrics, *, is_open: bool) -> Response:
    """The counts; never for those whom a proxy brings, as Alexa's side of the world comes through one."""
    if is_forwarded(request.environ) or not (is_open or is_loopback(request.remote_addr or "")):
        return sentence(404, "There is nothing at this address.")
    return Response(metrics.text(), content_type=CONTENT_TYPE)
