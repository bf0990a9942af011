"""Fetching over HTTPS: from a loopback server that misbehaves in every way a server can."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.web import https
from skill.web.refusal import BadRequest, Cause
from tests.web.authority import PATH, URL, Authority
from tests.web.s3 import Reply, Server, content, drip, send_to, silence, status

GOOD = Authority(datetime(2026, 11, 20, 12, tzinfo=UTC))
SMALL = b"x" * 8_000
AT_THE_LIMIT = b"x" * https.MAX_BYTES
TEN_MB = b"x" * 10_000_000

Serve = Callable[[Reply], Server]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Start a server that plays S3 and give one reply at Amazon's path."""
    running = []

    def start(reply: Reply, authority: Authority = GOOD) -> Server:
        manager = Server(authority.host, {PATH: reply}, tmp_path).running()
        running.append(manager)
        server = manager.__enter__()
        send_to(server.server_port, monkeypatch)
        return server

    yield start
    for manager in running:
        manager.__exit__(None, None, None)


@pytest.mark.parametrize("body", [SMALL, AT_THE_LIMIT, b""], ids=["small", "at the limit", "empty"])
def test_a_file_is_fetched_whole(serve: Serve, body: bytes) -> None:
    server = serve(content(body))
    assert https.get(URL, GOOD.context()) == body
    assert server.asked == [PATH]


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (status(404), "The certificate could not be fetched (status 404)."),
        (status(503), "The certificate could not be fetched (status 503)."),
        (status(206), "The certificate could not be fetched (status 206)."),
        (status(301, Location=URL), "The certificate could not be fetched (status 301)."),
        (status(302, Location="http://127.0.0.1/"), "The certificate could not be fetched (status 302)."),
        (status(307, Location="file:///etc/passwd"), "The certificate could not be fetched (status 307)."),
        (content(TEN_MB), "The certificate file is larger than 65536 bytes."),
        (content(AT_THE_LIMIT + b"x"), "The certificate file is larger than 65536 bytes."),
        (
            lambda handler: handler.wfile.write(b"220 ftp\r\n"),
            "The certificate could not be fetched (BadStatusLine).",
        ),
        (lambda _: None, "The certificate could not be fetched (RemoteDisconnected)."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_any_other_answer_is_refused_after_one_request(serve: Serve, reply: Reply, sentence: str) -> None:
    server = serve(reply)
    with pytest.raises(BadRequest) as refused:
        https.get(URL, GOOD.context())
    assert (refused.value.cause, str(refused.value)) == (Cause.FETCH, sentence)
    assert server.asked == [PATH]


@pytest.mark.parametrize(
    "reply",
    [silence(5), drip(5), drip(5, into_headers=True), drip(5, every_s=0)],
    ids=["silent", "dripping", "dripping into the headers", "dripping without a break"],
)
def test_a_slow_server_is_given_up(serve: Serve, reply: Reply, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(https, "TIMEOUT_S", 0.15)
    serve(reply)
    started = time.monotonic()
    with pytest.raises(BadRequest, match=r"could not be fetched \(TimeoutError\)"):
        https.get(URL, GOOD.context())
    assert time.monotonic() - started < 3


def test_a_server_that_never_shakes_hands_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(https, "TIMEOUT_S", 0.15)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        send_to(mute.getsockname()[1], monkeypatch)
        with pytest.raises(BadRequest, match=r"\(TimeoutError\)"):
            https.get(URL, GOOD.context())


def test_a_closed_port_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    send_to(port, monkeypatch)
    with pytest.raises(BadRequest, match=r"\(ConnectionRefusedError\)"):
        https.get(URL, GOOD.context())


def test_a_server_that_cannot_prove_its_name_is_refused(serve: Serve) -> None:
    server = serve(content(SMALL))
    with pytest.raises(BadRequest, match=r"\(SSLCertVerificationError\)"):
        https.get("https://example.org/echo.api/echo-api-cert.pem", GOOD.context())
    with pytest.raises(BadRequest, match=r"\(SSLCertVerificationError\)"):
        https.get(URL, ssl.create_default_context())
    assert server.asked == []


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/", "data:,x"])
def test_nothing_but_https_can_be_opened(url: str) -> None:
    assert https._opener(GOOD.context()).open(url) is None  # noqa: SLF001 -- what it asks first


def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.setenv("no_proxy", "")
        monkeypatch.setattr(https, "TIMEOUT_S", 0.15)
        with pytest.raises(BadRequest):
            https.get(URL, GOOD.context())
        connection, _ = proxy.accept()
        with connection:
            assert connection.recv(1024).startswith(b"CONNECT s3.amazonaws.com:443 ")
