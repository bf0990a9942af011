"""Reading in a hurry, from a real socket; the worker as a whole is tried in tests/test_serving.py."""

import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from skill.web import worker
from skill.web.worker import REFUSAL, SENDING_S, HurriedUnreader


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


def test_a_client_has_seconds() -> None:
    assert SENDING_S == 2


def test_the_refusal_is_whole() -> None:
    head, _, body = REFUSAL.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head.split(b"\r\n")
    assert b"X-Content-Type-Options: nosniff" in head.split(b"\r\n")
