"""Gunicorn's worker as we want it: no client holds a thread for long, and no answer or line of it is unlike ours."""

import os
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from socket import MSG_DONTWAIT, socket
from typing import TYPE_CHECKING

from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.http import wsgi
from gunicorn.http.unreader import SocketUnreader
from gunicorn.workers import gthread

from skill import log
from skill.web.sentences import HARDENED

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

SENDING_S = 2.0
"""How long a client may take to send a request, head and body together, and to take its answer. Alexa, or a proxy, does
either in one go."""

BEGINNING_S = 0.05
"""How long a thread waits for the first byte of a connection."""

SENTENCE = "The request is not HTTP as it should be."
REFUSAL = "\r\n".join(
    (
        "HTTP/1.1 400 Bad Request",
        "Connection: close",
        "Content-Type: text/plain; charset=utf-8",
        f"Content-Length: {len(SENTENCE)}",
        *(f"{name}: {value}" for name, value in HARDENED.items()),
        "",
        SENTENCE,
    )
).encode()


class Log(Logger):
    """Gunicorn's own log, in lines like ours: JSON away from a terminal, and never a traceback."""

    def setup(self, cfg: Config) -> None:
        """Set it up as gunicorn does, then change the looks."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(log.formatter(sys.stderr))


class Response(wsgi.Response):
    """An answer as gunicorn writes it. The headers that all of ours have are not checked anew for each."""

    def process_headers(self, headers: Sequence[tuple[str, str]]) -> None:
        """Take the headers over, checked."""
        others: list[tuple[str, str]] = []
        for name, value in headers:
            (self.headers if HARDENED.get(name) == value else others).append((name, value))
        super().process_headers(others)


class Line(socket):
    """A connection's socket. What can be sent is sent at once: to wait with a limit costs three more system calls."""

    def sendall(self, data: "ReadableBuffer", flags: int = 0) -> None:
        """Send all of it, while the client takes it."""
        whole = memoryview(data)
        sent = 0
        with suppress(BlockingIOError):
            sent = self.send(whole, flags | MSG_DONTWAIT)
        if sent < len(whole):
            self.settimeout(SENDING_S)
            super().sendall(whole[sent:], flags)
            self.settimeout(None)

    @property
    def is_plain(self) -> bool:
        """Whether nobody has set a limit; with one, Python waits before it asks the system not to."""
        return self.gettimeout() is None


class HurriedUnreader(SocketUnreader):
    """What comes from a client, until its time is up; from then on it counts as having hung up."""

    ends_s: float | None = None
    is_late = False

    def chunk(self, size_hint: int | None = None) -> bytes:
        """The next bytes. The time for a request begins with the first of them that is asked for."""
        self.ends_s = self.ends_s or time.monotonic() + SENDING_S
        with suppress(TimeoutError):
            return self._before(self.ends_s, size_hint)
        self.is_late = True
        return b""

    def _before(self, ends_s: float, size_hint: int | None) -> bytes:
        left_s = ends_s - time.monotonic()
        if left_s <= 0:  # drops that are there already would be read after any time
            raise TimeoutError
        if isinstance(self.sock, Line) and self.sock.is_plain:
            size = max(self.mxchunk, min(size_hint or 0, self.max_body_chunk))
            with suppress(BlockingIOError):  # mostly all of it is there, and need not be waited for
                return self.sock.recv(size, MSG_DONTWAIT)
        self.sock.settimeout(left_s)
        try:
            return bytes(super().chunk(size_hint))
        finally:
            self.sock.settimeout(None if isinstance(self.sock, Line) else SENDING_S)


class Connection(gthread.TConn):
    """A connection whose client cannot hold a thread for as long as it likes."""

    reading: HurriedUnreader | None = None

    def __init__(self, cfg: Config, sock: socket, client: object, server: object) -> None:
        """Take the socket over."""
        line = Line(sock.family, sock.type, sock.proto, fileno=sock.detach())
        super().__init__(cfg, line, client, server)

    def wait_for_data(self, timeout: float) -> bool:
        """Whether the client has begun; one that has not goes on waiting without a thread."""
        return bool(super().wait_for_data(min(timeout, BEGINNING_S)))

    def init(self) -> None:
        """Set up the parser, and what it reads from."""
        super().init()
        if self.parser is not None and not self.is_http2 and self.reading is None:
            self.parser.unreader = self.reading = HurriedUnreader(self.sock)


class Worker(gthread.ThreadWorker):
    """Gunicorn's worker with threads; it answers what is not HTTP with 400, not with a status for every fault.

    Its threads keep to one processor. The interpreter lets one of them run at a time, and to hand that over to another
    processor, with cold caches there, takes as long as a turn. Others may use that processor too.
    """

    processor: int | None = None

    def init_process(self) -> None:
        """Begin to serve, in the process that was forked for it."""
        keep_to(self.processor)
        super().init_process()

    def handle(self, conn: Connection) -> object:
        """Serve the next request of a connection, with all the time that a request has.

        The connection of one that came late is given up: the rest of its body may still come, and is no request.
        """
        if conn.reading:
            conn.reading.ends_s = None
        is_kept = super().handle(conn)
        return False if conn.reading and conn.reading.is_late else is_kept

    def handle_error(self, req: object, client: socket, addr: object, exc: BaseException) -> None:  # noqa: ARG002 -- as gunicorn calls it
        """Refuse what came before the app saw it, without repeating any of it."""
        self.log.warning("Not HTTP: %s", type(exc).__name__)
        with suppress(OSError):
            client.sendall(REFUSAL)


def processor_beside(others: Iterable[Worker], pid: int) -> int | None:
    """The processor for one more worker: of those there are, the one that fewest others keep to.

    Servers begin with different ones, by their `pid`. None where the system does not let a process choose.
    """
    if not hasattr(os, "sched_getaffinity"):
        return None
    there = sorted(os.sched_getaffinity(0))
    first = pid % len(there)
    taken = [other.processor for other in others]
    return min((*there[first:], *there[:first]), key=taken.count)


def keep_to(processor: int | None) -> None:
    """Run this process on that processor alone, where there is one and the system lets it choose."""
    if processor is not None:
        with suppress(OSError):
            os.sched_setaffinity(0, {processor})
