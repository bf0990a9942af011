"""The skill as it is served: real gunicorn, real HTTP over loopback, and starts that are refused in one sentence."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from skill.web.sentences import HARDENED
from tests.alexa.stage import request

ROOT = Path(__file__).parents[1]
OURS = ("--config", "python:skill.gunicorn_conf")
SOON_S = 20


def environment(folder: Path, **changes: str) -> dict[str, str]:
    """An environment with settings of the test's only."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("STRETCH_COACH_", "GUNICORN_"))}
    settings = {"STRETCH_COACH_DATABASE_URL": f"sqlite:///{folder}/runners.db"}
    return own | settings | {"PYTHONPATH": str(ROOT)} | changes


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "gunicorn", *arguments, "skill.wsgi:app"]


def started(folder: Path, words: list[str], **changes: str) -> subprocess.CompletedProcess[str]:
    """A start that is expected to end by itself."""
    environ = environment(folder, **changes)
    return subprocess.run(  # noqa: S603 -- our own command
        words, cwd=folder, env=environ, capture_output=True, text=True, timeout=SOON_S, check=False
    )


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


@dataclass(frozen=True)
class Served:
    """A gunicorn of ours, and what it has logged so far."""

    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The log, every line of which is JSON."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]


@contextmanager
def serving(folder: Path, *arguments: str, app: str = "skill.wsgi:app") -> Iterator[Served]:
    """Serve the skill, unverified, and stop it as a service manager does."""
    number, log = free_port(), folder / "log"
    words = [sys.executable, "-m", "gunicorn", *OURS, "--bind", f"127.0.0.1:{number}", *arguments, app]
    environ = environment(folder, STRETCH_COACH_VERIFY="off")
    with log.open("w") as written:
        server = subprocess.Popen(words, cwd=folder, env=environ, stderr=written, stdout=written)  # noqa: S603 -- ours
    try:
        wait_for(number, server)
        yield Served(number, server, log)
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            assert server.wait(SOON_S) == 0
        finally:
            server.kill()
            server.wait()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The skill in two processes."""
    with serving(tmp_path_factory.mktemp("served"), "--workers", "2") as server:
        yield server


@pytest.fixture(scope="module")
def port(served: Served) -> int:
    """Where it is served."""
    return served.port


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    ends_s = time.monotonic() + SOON_S
    while time.monotonic() < ends_s and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("gunicorn does not listen")


def asked(port: int, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SOON_S)
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.read(), response.headers
    finally:
        connection.close()


def spoken(port: int, envelope: dict[str, Any]) -> dict[str, Any]:
    status, body, _ = asked(port, "POST", "/alexa", json.dumps(envelope).encode())
    assert status == 200
    answer: dict[str, Any] = json.loads(body)
    return answer


def raw(port: int, sent: bytes) -> bytes:
    """What comes back for bytes that need not be HTTP."""
    with socket.create_connection(("127.0.0.1", port), timeout=SOON_S) as line:
        line.sendall(sent)
        with suppress(OSError):  # the server may have answered, and closed, before all was sent
            line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(4096), b""))


def test_a_body_that_is_far_too_large_gets_its_answer(port: int) -> None:
    status, body, _ = asked(port, "POST", "/alexa", b"x" * 20_000_000)
    assert (status, body.count(b"\n")) == (413, 1)


def test_a_practice_is_begun_over_http(port: int) -> None:
    first = spoken(port, request("launch"))
    second = spoken(port, request("yes", attributes=first["sessionAttributes"]))
    assert "Welcome" in first["response"]["outputSpeech"]["ssml"]
    assert second["sessionAttributes"]["coach"]["practice"]["routine"] == "post-run"
    assert second["response"]["shouldEndSession"] is False


def test_a_new_session_finds_the_practice_whichever_process_answers(port: int) -> None:
    user = {"userId": "somebody else"}
    envelope = request("start-routine", user=user)
    envelope["context"]["System"]["user"] = user
    spoken(port, envelope)
    for _ in range(8):
        envelope = request("launch", user=user)
        envelope["context"]["System"]["user"] = user
        assert spoken(port, envelope)["sessionAttributes"]["coach"]["practice"]["routine"] == "post-run"


def test_many_runners_at_once_are_all_answered(port: int) -> None:
    def first_words(number: int) -> str:
        envelope = request("launch", user={"userId": f"runner {number}"})
        envelope["context"]["System"]["user"] = {"userId": f"runner {number}"}
        speech: str = spoken(port, envelope)["response"]["outputSpeech"]["ssml"]
        return speech[:25]

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(first_words, range(80))) == {"<speak>Welcome to Stretch"}


def test_health_is_told_without_naming_the_server(port: int) -> None:
    status, body, headers = asked(port, "GET", "/healthz")
    assert (status, body) == (200, b"I am well.\n")
    assert headers["Server"] == "stretch-coach"
    assert {name: headers[name] for name in HARDENED} == dict(HARDENED)


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="processes cannot choose here")
def test_each_process_keeps_to_a_processor_of_its_own(served: Served) -> None:
    server = served.process.pid

    def kept() -> list[set[int]]:
        workers = Path(f"/proc/{server}/task/{server}/children").read_text("ascii").split()
        return [os.sched_getaffinity(int(worker)) for worker in workers]

    until(lambda: [len(each) for each in kept()] == [1, 1])
    there = os.sched_getaffinity(server)
    assert len(set.union(*kept())) == min(2, len(there))


def test_what_is_forwarded_is_refused(port: int) -> None:
    body = json.dumps(request("launch")).encode()
    assert asked(port, "POST", "/alexa", body, **{"X-Forwarded-For": "127.0.0.1"})[0] == 400


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n", 413),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nff", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nExpect: a miracle\r\n\r\n", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 100_000 + b"\r\n\r\n", 400),
        (b"POST /alexa HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 1000 + b"\r\n", 400),
        (b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n", 400),
        (b"GET /healthz HTTP/9.9\r\n\r\n", 400),
        (b"PROPFIND /alexa HTTP/1.1\r\nHost: x\r\n\r\n", 405),
        (b"get /healthz\r\n\r\n", 400),
        (b"GET http://[::1/alexa HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n", 200),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
        (b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 404),
    ],
)
def test_no_other_status_is_on_the_wire(port: int, sent: bytes, status: int) -> None:
    answer = raw(port, sent)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode()), answer[:200]
    assert b"Traceback" not in answer


def slowly(port: int, head: bytes, drop: bytes, every_s: float = 0.2) -> tuple[bytes, float]:
    """What comes back, and after how many seconds, for a request that comes in drops."""
    with socket.create_connection(("127.0.0.1", port), timeout=SOON_S) as line:
        begun_s = time.monotonic()
        line.sendall(head)
        line.settimeout(every_s)
        while time.monotonic() < begun_s + SOON_S:
            try:
                return line.recv(4096), time.monotonic() - begun_s
            except TimeoutError:
                line.sendall(drop)
            except OSError:
                break
        return b"", time.monotonic() - begun_s


POST = b"POST /alexa HTTP/1.1\r\nHost: x\r\n"


SLOW = [
    (POST + b"Content-Length: 5000\r\n\r\n", b" ", b"HTTP/1.1 400 "),
    (POST + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n", b"HTTP/1.1 400 "),
    (POST, b"X: y\r\n", b""),
    (b"P", b"O", b""),
]


def test_slow_clients_on_every_thread_are_given_up_and_hold_nobody_up_for_long(port: int) -> None:
    with ThreadPoolExecutor(8) as pool:
        coming = [(pool.submit(slowly, port, head, drop), status) for head, drop, status in SLOW * 2]
        time.sleep(0.5)
        begun_s = time.monotonic()
        assert asked(port, "GET", "/healthz")[0] == 200
        assert time.monotonic() - begun_s < 7, "Alexa gives a turn up after eight seconds"
    for slow, status in coming:
        answer, took_s = slow.result()
        assert (answer.startswith(status), bool(answer)) == (True, bool(status))
        assert 1.5 < took_s < 7


def test_connections_that_say_nothing_hold_nobody_up(port: int) -> None:
    with ExitStack() as silent:
        lines = [silent.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(32)]
        begun_s = time.monotonic()
        assert asked(port, "GET", "/healthz")[0] == 200
        assert time.monotonic() - begun_s < 2
        time.sleep(0.5)
        lines[0].sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        lines[0].settimeout(SOON_S)
        answer = b"".join(iter(partial(lines[0].recv, 4096), b""))
        assert b"I am well." in answer, "a late beginner is served all the same"


def test_a_client_that_is_too_slow_cannot_pass_its_body_for_a_request(port: int) -> None:
    smuggled = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=SOON_S) as line:
        line.sendall(POST + b"Content-Length: %d\r\n\r\n" % len(smuggled))
        answer = line.recv(4096)
        assert answer.startswith(b"HTTP/1.1 400 ")
        with suppress(OSError):
            line.sendall(smuggled)
            while more := line.recv(4096):
                answer += more
        assert answer.count(b"HTTP/1.1 ") == 1


def test_a_stop_in_the_middle_of_a_turn_waits_for_its_answer(tmp_path: Path) -> None:
    with serving(tmp_path, app="tests.slow_wsgi:app") as server, ThreadPoolExecutor(1) as pool:
        turn = pool.submit(spoken, server.port, request("launch"))
        until((tmp_path / "in-a-turn").exists)
        server.process.send_signal(signal.SIGTERM)
        assert "Welcome" in turn.result(SOON_S)["response"]["outputSpeech"]["ssml"]
        assert server.process.wait(SOON_S) == 0
    assert [line["outcome"] for line in server.lines if line["event"] == "turn"] == ["answered"]


def until(is_so: Callable[[], bool]) -> None:
    ends_s = time.monotonic() + SOON_S
    while not is_so():
        assert time.monotonic() < ends_s
        time.sleep(0.01)


def test_every_line_in_the_log_is_json_and_none_is_a_traceback(served: Served) -> None:
    asked(served.port, "POST", "/alexa", json.dumps(request("how-to")).encode())
    raw(served.port, b"not HTTP\r\n\r\n")
    until(lambda: any(line.get("intent") == "HowToIntent" for line in served.lines))
    assert all({"at", "level", "logger", "event"} <= set(line) for line in served.lines)
    text = served.log.read_text("utf-8")
    for secret in ("Traceback", "amzn1.ask.account", "eyJ0", "calf"):
        assert secret not in text


@pytest.mark.parametrize(("value", "shown"), [("3 s", "'3 s'"), ("60001", "60001")])
def test_gunicorn_ends_with_one_sentence_about_a_bad_setting(tmp_path: Path, value: str, shown: str) -> None:
    ended = started(tmp_path, command(*OURS), STRETCH_COACH_LAG_MS=value)
    assert ended.returncode == 2
    assert ended.stderr == f"STRETCH_COACH_LAG_MS must be a whole number from 0 to 60000, not {shown}.\n"


def test_gunicorn_ends_with_one_sentence_where_the_store_cannot_be_opened(tmp_path: Path) -> None:
    ended = started(tmp_path, command(*OURS), STRETCH_COACH_DATABASE_URL="sqlite:///missing/x.db")
    assert ended.returncode == 2
    assert "STRETCH_COACH_DATABASE_URL cannot be used: SQLite: unable to open database file." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_gunicorn_without_our_configuration_ends_too_instead_of_trying_for_ever(tmp_path: Path) -> None:
    ended = started(tmp_path, command("--bind", f"127.0.0.1:{free_port()}"), STRETCH_COACH_VERIFY="maybe")
    assert ended.returncode == 3
    assert "STRETCH_COACH_VERIFY must be on or off, not 'maybe'." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_importing_the_app_ends_with_one_sentence_about_a_bad_setting(tmp_path: Path) -> None:
    ended = started(tmp_path, [sys.executable, "-c", "import skill.wsgi"], STRETCH_COACH_LOG_LEVEL="loud")
    assert ended.returncode == 2
    assert ended.stderr == "STRETCH_COACH_LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR, not 'LOUD'.\n"


@pytest.mark.parametrize("place", ["0.0.0.0:0", "[::]:0", ":0", "example.org:0", "unix:served.sock", "fd://3"])
def test_an_unverified_skill_is_not_served_to_the_network(tmp_path: Path, place: str) -> None:
    ended = started(tmp_path, command(*OURS, "--bind", place), STRETCH_COACH_VERIFY="off")
    assert ended.returncode == 2
    assert f"While STRETCH_COACH_VERIFY is off, only loopback is served, not {place}." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_one_address_elsewhere_is_enough_to_refuse(tmp_path: Path) -> None:
    words = command(*OURS, "--bind", "127.0.0.1:0", "--bind", "0.0.0.0:0")
    assert started(tmp_path, words, STRETCH_COACH_VERIFY="off").returncode == 2
