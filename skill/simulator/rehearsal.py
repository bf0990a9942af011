"""An Echo made ready: the model, the phrase file and the pace of a locale from our folders, the endpoint handed in."""

from typing import TYPE_CHECKING

from skill.content import folders
from skill.content.locales import DEFAULT, load_locale
from skill.simulator.answer import UnusableError
from skill.simulator.clock import Clock
from skill.simulator.echo import Echo, Post, Setup
from skill.simulator.guess import Guessing
from skill.simulator.hear import Hearing
from skill.simulator.model import load

if TYPE_CHECKING:
    from flask import Flask

OK = 200


def echo(app: "Flask", clock: Clock, lag_ms: int) -> Echo:
    """A device that talks to this app, whose time must be the same clock, and whose setting the same lag."""
    locale = load_locale(folders.content(), DEFAULT)
    setup = Setup(hearing=hearing(), post=post_to(app), clock=clock, locale=locale, lag_ms=lag_ms)
    return Echo(setup)


def hearing() -> Hearing:
    """Understands what our own interaction model has, and guesses at what is near it."""
    model = load(folders.interaction_model(), DEFAULT)
    return Hearing(model, Guessing(model))


def post_to(app: "Flask") -> Post:
    """Requests go to the app's endpoint through its test client: all of its code, and no socket."""
    client = app.test_client()

    def post(body: bytes) -> bytes:
        response = client.post("/alexa", data=body, content_type="application/json")
        if response.status_code != OK:
            raise UnusableError(f"status {response.status_code}: {response.text.strip()}")
        return bytes(response.data)

    return post
