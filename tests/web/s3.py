"""Plays s3.amazonaws.com on a loopback port, over TLS, as well and as badly as a server can."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.web.authority import Issued

Reply = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers a path as the table says, 404 otherwise."""

    server: "Server"

    def do_GET(self) -> None:
        """Note the path and answer."""
        self.server.asked.append(self.path)
        try:
            self.server.replies.get(self.path, status(404))(self)
        except OSError:
            self.close_connection = True  # whoever asked has gone, as a test may want

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class Server(ThreadingHTTPServer):
    """Answers by path, and notes what it was asked for."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, host: Issued, replies: Mapping[str, Reply], folder: Path) -> None:
        """Listen on a free port, showing the host's certificate."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies = dict(replies)
        self.asked: list[str] = []
        path = folder / "host.pem"
        path.write_bytes(host.pem + host.key_pem)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, *_: object) -> None:
        """Keep quiet about callers that do not like our certificate."""

    @contextmanager
    def running(self) -> Iterator["Server"]:
        """Serve for as long as the block lasts."""
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield self
        self.shutdown()
        self.server_close()
        thread.join()


def content(body: bytes) -> Reply:
    """Answer 200 with these bytes."""
    return lambda handler: _send(handler, 200, body, {"Content-Length": str(len(body))})


def status(code: int, **headers: str) -> Reply:
    """Answer with a status and an empty body."""
    return lambda handler: _send(handler, code, b"", headers)


def silence(seconds: float) -> Reply:
    """Answer nothing for a while."""
    return lambda _: time.sleep(seconds)


def drip(seconds: float, *, into_headers: bool = False, every_s: float = 0.02) -> Reply:
    """Answer one byte at a time for a while, in the body or before it."""

    def reply(handler: Handler) -> None:
        ends = time.monotonic() + seconds
        start = b"HTTP/1.1 200 OK\r\n" + (b"X: " if into_headers else b"\r\n")
        handler.wfile.write(start)
        while time.monotonic() < ends:
            handler.wfile.write(b"x")
            time.sleep(every_s)

    return reply


def _send(handler: Handler, code: int, body: bytes, headers: Mapping[str, str]) -> None:
    handler.send_response(code)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def send_to(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lead every outgoing connection to a loopback port; TLS still checks the name it was meant for."""
    connect = socket.create_connection

    def redirected(_: object, *args: Any, **kwargs: Any) -> socket.socket:  # noqa: ANN401 -- passed on
        return connect(("127.0.0.1", port), *args, **kwargs)

    monkeypatch.setattr(socket, "create_connection", redirected)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
