"""The Flask app: `POST /alexa` for Alexa, addresses for whoever watches, one plain sentence for everyone else."""

import logging
import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import BinaryIO

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge

from skill import bootstrap
from skill.settings import Metrics as Audience
from skill.settings import Settings
from skill.web.adapter import Endpoint
from skill.web.gate import LARGEST_BODY, Gate
from skill.web.metrics import Meter, Metrics, Unmetered
from skill.web.refusal import BadRequest
from skill.web.sentences import hardened, sentence
from skill.web.verify import Certificates, Verifier
from skill.web.watching import watch

log = logging.getLogger(__name__)

SENTENCES: Mapping[int, str] = {
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: f"The body is larger than {LARGEST_BODY} bytes.",
}
UNREADABLE = "The request cannot be read."
"""Whatever else HTTP has a status for is 400 here; Alexa, and certification, expect no other."""


SWALLOWED = 32 * 1024 * 1024
CHUNK = 64 * 1024


def create_app(
    settings: Settings,
    *,
    now: Callable[[], datetime] = bootstrap.utc_now,
    pick: Callable[[Sequence[str]], str] = random.choice,
    verifier: Verifier | None = None,
) -> Flask:
    """The endpoint. `now` gives an aware time; a test may bring time, chance and a verifier of its own.

    Raises StartError where the skill cannot be put together.
    """
    app = Flask("skill.web", static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, PROVIDE_AUTOMATIC_OPTIONS=False)
    app.url_map.merge_slashes = False  # else //alexa would be answered with a redirect
    parts = bootstrap.parts(settings, bootstrap.World(now=now, pick=pick))
    metrics = None if settings.metrics is Audience.OFF else Metrics()
    meter: Meter = metrics or Unmetered()
    guard = (verifier or Verifier(Certificates(landed=meter.fetched))) if settings.verify else None
    gate = Gate(skill_id=settings.skill_id, verifier=guard, now=now)
    Endpoint(parts.skill, gate, app, meter).register(app, "/alexa")
    watch(app, parts.is_ready, metrics, is_open=settings.metrics is Audience.OPEN)
    app.register_error_handler(BadRequest, refused)
    app.register_error_handler(HTTPException, unserved)
    app.after_request(hardened)
    return app


def refused(refusal: BadRequest) -> Response:
    """Why a request was not let in."""
    return sentence(400, str(refusal))


def unserved(error: HTTPException) -> Response:
    """What HTTP itself finds wrong. Also stands in for 500: there is no way for the caller to act on that."""
    if isinstance(error, InternalServerError):
        log.error("failed", extra={"facts": {"error": type(error.original_exception).__name__}})
    status = error.code if error.code in SENTENCES else 400
    response = sentence(status or 400, SENTENCES.get(status or 400, UNREADABLE))
    response.headers.extend(header for header in error.get_headers() if header[0] == "Allow")
    if status == RequestEntityTooLarge.code:
        response.call_on_close(partial(swallow, request.environ["wsgi.input"]))
    return response


def swallow(body: BinaryIO) -> None:
    """Throw away what is still being sent, up to a bound, after the answer is out.

    A connection closed with a body unread is reset, and many clients then never see the answer.
    """
    with suppress(OSError):
        for _ in range(SWALLOWED // CHUNK):
            if not body.read(CHUNK):
                return
