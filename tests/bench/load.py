"""Clients over HTTP, each asking again as soon as it was answered, all in one thread so that they cost little."""

import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

HOST = "127.0.0.1"
END = b"\r\n\r\n"
LENGTH = b"content-length: "
CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Load:
    """What the clients saw."""

    waits_s: tuple[float, ...]
    took_s: float

    @property
    def per_s(self) -> float:
        """Requests answered in a second."""
        return len(self.waits_s) / self.took_s


@dataclass(slots=True)
class Client:
    """One kept connection and what it still has to ask."""

    line: socket.socket
    requests: Iterator[bytes]
    sent_s: float = 0.0
    answer: bytes = b""
    waits_s: list[float] = field(default_factory=list)

    def ask(self) -> bool:
        """Send the next request; False where there is none left."""
        request = next(self.requests, None)
        if request is None:
            return False
        self.sent_s = time.perf_counter()
        self.line.sendall(request)
        return True

    def read(self) -> bool:
        """Take what has come; whether the answer is whole."""
        self.answer += self.line.recv(CHUNK)
        head, end, body = self.answer.partition(END)
        if not end or len(body) < int(head.lower().partition(LENGTH)[2].partition(b"\r\n")[0]):
            return False
        assert head.startswith(b"HTTP/1.1 200 "), self.answer
        self.waits_s.append(time.perf_counter() - self.sent_s)
        self.answer = b""
        return True


def driven(port: int, scripts: Sequence[Sequence[bytes]]) -> Load:
    """A client for each script, at once."""
    clients = [Client(socket.create_connection((HOST, port), timeout=10), iter(script)) for script in scripts]
    began_s = time.perf_counter()
    with selectors.DefaultSelector() as selector:
        for client in clients:
            client.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.ask()
            selector.register(client.line, selectors.EVENT_READ, client)
        while selector.get_map():
            for key, _ in selector.select(timeout=10):
                if key.data.read() and not key.data.ask():
                    selector.unregister(key.fileobj)
    took_s = time.perf_counter() - began_s
    for client in clients:
        client.line.close()
    return Load(tuple(wait_s for client in clients for wait_s in client.waits_s), took_s)
