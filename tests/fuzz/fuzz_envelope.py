"""Throws bytes, by coverage, at the whole skill behind an open door: from JSON to the coach and back."""

import json
import sys

import atheris

with atheris.instrument_imports(include=["skill.web", "skill.alexa"]):
    from tests.web.visitor import open_app, posted

from tests.alexa.stage import logged

APP = open_app()


def one_input(body: bytes) -> None:
    """A body is answered with JSON or refused with a sentence, and nothing slips."""
    with logged() as lines:
        response = posted(APP, body)
    assert response.status_code in {200, 400, 413}, response.status_code
    assert all(line["event"] in {"turn", "refused"} and line.get("outcome") != "slipped" for line in lines), lines
    if response.status_code == 200:
        assert isinstance(json.loads(response.data)["response"], dict)


atheris.Setup(sys.argv, one_input)
atheris.Fuzz()
