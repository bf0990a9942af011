"""A turn goes past Flask's routing; whatever is no turn, or fails, is Flask's to answer, and once."""

import json
from io import BytesIO

import pytest
from flask import request as flask_request
from werkzeug.test import EnvironBuilder, run_wsgi_app

from skill.web.direct import plain_size
from skill.web.gate import LARGEST_BODY
from skill.web.sentences import HARDENED
from tests.alexa.stage import logged, request
from tests.web.visitor import fresh, guarded_app, open_app, posted


def test_a_turn_is_answered_past_flask_and_a_refusal_by_it() -> None:
    app, routed = guarded_app(), []
    app.before_request(lambda: routed.append(flask_request.path))
    assert posted(app, request("next")).status_code == 400
    assert routed == ["/alexa"]
    app = open_app()
    app.before_request(lambda: routed.append("never"))
    assert posted(app, request("next")).status_code == 200
    assert routed == ["/alexa"]


def test_a_body_in_pieces_is_answered_by_flask_with_the_same_headers() -> None:
    body = fresh(request("launch"))
    direct = posted(open_app(), body)
    builder = EnvironBuilder("/alexa", method="POST", input_stream=BytesIO(body))
    environ = builder.get_environ() | {
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input_terminated": True,
        "HTTP_TRANSFER_ENCODING": "chunked",
    }
    del environ["CONTENT_LENGTH"]
    pieces, status, headers = run_wsgi_app(open_app(), environ)
    assert status == direct.status
    assert sorted(headers) == sorted(direct.headers)
    assert json.loads(b"".join(pieces)) == direct.json
    assert dict(headers).items() >= HARDENED.items()


def test_a_refusal_is_one_line_in_the_log() -> None:
    with logged() as lines:
        posted(guarded_app(), request("next"))
    assert [line["event"] for line in lines] == ["refused"]


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({}, 7),
        ({"CONTENT_LENGTH": "0"}, 0),
        ({"CONTENT_LENGTH": str(LARGEST_BODY)}, LARGEST_BODY),
        ({"CONTENT_LENGTH": str(LARGEST_BODY + 1)}, None),
        ({"CONTENT_LENGTH": "9" * 5_000}, None),
        ({"CONTENT_LENGTH": ""}, None),
        ({"CONTENT_LENGTH": "-7"}, None),
        ({"CONTENT_LENGTH": "+7"}, None),
        ({"CONTENT_LENGTH": "7.0"}, None),
        ({"CONTENT_LENGTH": "\u0667"}, None),
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, None),
        ({"REQUEST_METHOD": "GET"}, None),
    ],
)
def test_only_a_post_of_a_size_that_can_be_read_at_once_is_plain(changes: dict[str, str], size: int | None) -> None:
    assert plain_size({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "7"} | changes) == size


def test_a_post_of_unknown_size_is_not_plain() -> None:
    assert plain_size({"REQUEST_METHOD": "POST"}) is None
