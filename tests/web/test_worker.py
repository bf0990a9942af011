"""Reading in a hurry, from a real socket; the worker as a whole is tried in tests/test_serving.py."""

import os
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any, cast

import pytest
from gunicorn.config import Config
from gunicorn.http import wsgi
from gunicorn.http.errors import InvalidResponseHeader

from skill.web import worker
from skill.web.sentences import HARDENED
from skill.web.worker import REFUSAL, SENDING_S, Connection, HurriedUnreader, Response, keep_to, processor_beside


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[socket.socket, HurriedUnreader]]:
    """A client, and what reads from it with a tenth of a second to spare."""
    monkeypatch.setattr(worker, "SENDING_S", 0.1)
    client, served = socket.socketpair()
    reader: Any = HurriedUnreader
    with client, served:
        yield client, reader(served)


def test_what_comes_in_time_is_read(line: tuple[socket.socket, HurriedUnreader]) -> None:
    client, reading = line
    client.sendall(b"POST")
    assert (reading.chunk(), reading.is_late) == (b"POST", False)


def test_the_time_is_one_for_all_drops(line: tuple[socket.socket, HurriedUnreader]) -> None:
    client, reading = line
    begun_s, drops = time.monotonic(), 0
    client.sendall(b"x")
    while reading.chunk():
        drops += 1
        time.sleep(0.02)
        client.sendall(b"x")
        assert drops < 20
    assert reading.is_late
    assert time.monotonic() - begun_s < 1


def test_who_is_late_stays_late_until_the_next_request(line: tuple[socket.socket, HurriedUnreader]) -> None:
    client, reading = line
    assert reading.chunk() == b""
    reading.ends_s = None
    client.sendall(b"GET")
    assert reading.chunk() == b"GET"


def test_who_hangs_up_is_not_late(line: tuple[socket.socket, HurriedUnreader]) -> None:
    client, reading = line
    client.close()
    assert (reading.chunk(), reading.is_late) == (b"", False)


def test_a_socket_with_manners_of_its_own_is_read_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    class Wrapped(socket.socket):
        """Like one with TLS, which knows no flags."""

        def recv(self, size: int, flags: int = 0) -> bytes:
            assert flags == 0
            return super().recv(size)

    monkeypatch.setattr(worker, "SENDING_S", 0.1)
    client, served = socket.socketpair()
    reader: Any = HurriedUnreader
    with client, Wrapped(fileno=served.detach()) as wrapped:
        client.sendall(b"POST")
        reading = reader(wrapped)
        assert [reading.chunk(), reading.chunk(), reading.is_late] == [b"POST", b"", True]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[socket.socket, Connection]]:
    """A client and the connection to it, with a fifth of a second for either way."""
    monkeypatch.setattr(worker, "SENDING_S", 0.2)
    made, config = cast("Any", Connection), cast("Any", Config)
    client, ours = socket.socketpair()
    connection = made(config(), ours, ("127.0.0.1", 1), ("127.0.0.1", 2))
    connection.init()
    with client, connection.sock:
        yield client, connection


def test_an_answer_is_sent_whole(served: tuple[socket.socket, Connection]) -> None:
    client, connection = served
    long = bytes(range(256)) * 40_000
    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(connection.sock.sendall, long)
        found = b""
        while len(found) < len(long):
            found += client.recv(1_000_000)
        sending.result()
    assert found == long


def test_a_client_that_takes_its_answer_in_drops_is_given_up(served: tuple[socket.socket, Connection]) -> None:
    client, connection = served
    with ThreadPoolExecutor(1) as pool:
        begun_s = time.monotonic()
        sending = pool.submit(connection.sock.sendall, b"x" * 10_000_000)
        while not sending.done() and time.monotonic() < begun_s + 5:
            client.recv(20_000)
            time.sleep(0.02)
        with pytest.raises(TimeoutError):
            sending.result()
    assert 0.1 < time.monotonic() - begun_s < 3


def test_a_body_that_nobody_reads_is_waited_for_no_longer_than_any(served: tuple[socket.socket, Connection]) -> None:
    client, connection = served
    client.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 3000\r\n\r\n1")
    parser = cast("Any", connection).parser
    next(parser)
    begun_s = time.monotonic()
    parser.finish_body(deadline=begun_s + 5)
    assert time.monotonic() - begun_s < 2


def test_a_worker_gets_the_processor_that_fewest_others_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {2, 5, 7}, raising=False)

    def beside(*taken: int | None, pid: int = 3) -> int | None:
        return processor_beside([cast("Any", SimpleNamespace(processor=one)) for one in taken], pid)

    assert [beside(), beside(2), beside(5, 2), beside(2, 5, 7), beside(2, 7, 7, 5, 5)] == [2, 5, 7, 2, 2]
    assert [beside(pid=4), beside(5, pid=4), beside(5, 7, pid=4)] == [5, 7, 2]
    assert beside(None) == 2


def test_a_worker_stays_where_it_is_where_it_cannot_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert processor_beside([], 3) is None


def test_where_the_system_forbids_to_choose_a_worker_serves_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, set[int]]] = []

    def forbidden(pid: int, processors: set[int]) -> None:
        asked.append((pid, processors))
        raise PermissionError

    monkeypatch.setattr(os, "sched_setaffinity", forbidden, raising=False)
    keep_to(None)
    keep_to(3)
    assert asked == [(0, {3})]


def answered(*headers: tuple[str, str]) -> list[tuple[str, str]]:
    """The headers that are sent where an app gives these."""
    made, config = cast("Any", Response), cast("Any", Config)()
    response = made(SimpleNamespace(method="POST", version=(1, 1)), None, config)
    response.start_response("200 OK", list(headers))
    return sorted(response.headers)


def test_headers_of_ours_are_not_checked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[tuple[str, str]] = []
    monkeypatch.setattr(wsgi.Response, "process_headers", lambda _, headers: checked.extend(headers))
    answered(*HARDENED.items(), ("Content-Type", "application/json"), ("Cache-Control", "public"))
    assert checked == [("Content-Type", "application/json"), ("Cache-Control", "public")]


def test_headers_of_ours_are_sent_as_they_are() -> None:
    others = [("Content-Type", "application/json"), ("Content-Length", "2")]
    assert answered(*others, *HARDENED.items()) == sorted([*HARDENED.items(), *others])
    listed: Any = ["Cache-Control", "no-store"]  # as some middleware gives them, and gunicorn takes them
    assert answered(listed) == [("Cache-Control", "no-store")]


@pytest.mark.parametrize("value", ["no-store\r\nX: y", "no-store\n"])
def test_headers_unlike_ours_are_checked(value: str) -> None:
    with pytest.raises(InvalidResponseHeader):
        answered(("Cache-Control", value))


def test_a_client_has_seconds() -> None:
    assert SENDING_S == 2


def test_the_refusal_is_whole() -> None:
    head, _, body = REFUSAL.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head.split(b"\r\n")
    assert b"X-Content-Type-Options: nosniff" in head.split(b"\r\n")
