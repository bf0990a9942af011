"""The same over HTTP: gunicorn as it is configured for the skill, one worker with four threads, kept connections."""

import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.alexa import Alexa
from tests.bench.load import HOST, driven
from tests.bench.rivals import Keys
from tests.bench.table import Figure

ROOT = Path(__file__).parents[2]
CLIENTS = (1, 8, 32)
"""One first: the stock verifier cannot take its first requests in several threads."""

JUDGED = 8
"""More clients than this are shown, and held to nothing."""

ROUNDS = 40
REQUESTS = 192
STOCK_REQUESTS = 64
SOON_S = 20

AS_FOR_THE_SKILL = ("--config", "python:skill.gunicorn_conf")
AS_IT_COMES = ("--worker-class", "gthread", "--threads", "4", "--keep-alive", "60", "--preload")


@dataclass(frozen=True, slots=True)
class Rival:
    """One that is served: which app, how, and where it keeps runners."""

    app: str
    words: Sequence[str] = AS_FOR_THE_SKILL
    database_url: str = "memory:"


BARE, OURS, SQLITE, STOCK, PLAIN = "bare", "ours", "sqlite", "stock", "plain"
SERVED: Mapping[str, Rival] = {
    BARE: Rival("bare"),
    OURS: Rival("ours"),
    SQLITE: Rival("ours", database_url="sqlite:///{folder}/served.db"),
    STOCK: Rival("stock"),
    PLAIN: Rival("bare", AS_IT_COMES),
}


@dataclass(frozen=True, slots=True)
class Server:
    """A gunicorn and its one worker."""

    port: int
    worker: int

    def cpu_s(self) -> float:
        """CPU seconds of the worker so far, to the nanosecond: the sum over its threads."""
        threads = Path(f"/proc/{self.worker}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9

    def memory_mb(self) -> float:
        """Resident memory of the worker."""
        status = Path(f"/proc/{self.worker}/status").read_text("ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one server did under load: CPU per request and all waits in seconds, requests per second."""

    cpu_s: float
    per_s: float
    waits_s: Sequence[float]


@dataclass(frozen=True, slots=True)
class Rounds:
    """Those that took turns, by the name of the server."""

    made: Sequence[Mapping[str, Round]]

    def ratio(self, what: str, name: str, unit: str = BARE) -> float:
        """The median over the rounds of what one did, in units of what another did in the same round."""
        return float(statistics.median(getattr(each[name], what) / getattr(each[unit], what) for each in self.made))

    def percentile_s(self, percent: int, name: str) -> float:
        """Seconds that so many per cent of all the requests of a server waited at most."""
        waits_s = [wait_s for each in self.made for wait_s in each[name].waits_s]
        return statistics.quantiles(waits_s, n=100)[percent - 1]


def figures(alexa: Alexa, folder: Path, answer_bytes: int) -> list[Figure]:
    """All figures over HTTP, the memory of a worker among them."""
    keys = Keys.of(alexa.authority)
    (folder / "chain.pem").write_bytes(keys.chain)
    (folder / "root.pem").write_bytes(keys.root)
    every = os.sched_getaffinity(0)
    one = {max(every)}
    with ExitStack() as running:
        servers = {}
        for name, rival in SERVED.items():
            with kept_to(every if name == PLAIN else one):
                servers[name] = running.enter_context(serving(rival, folder, answer_bytes))
        with kept_to(every - one or one):
            found = compared(alexa, servers)
        over_bare = {name: server.memory_mb() - servers[BARE].memory_mb() for name, server in servers.items()}
    return [*found, Figure("memory over bare", over_bare[SQLITE], "MB", 35, 45, over_bare[STOCK])]


@contextmanager
def kept_to(processors: set[int]) -> Iterator[None]:
    """Keep to some processors, and what is started too: rivals share one, lest one of them have the better one."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, processors)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def compared(alexa: Alexa, servers: Mapping[str, Server]) -> list[Figure]:
    """The figures for every number of clients. Each round has all of them, so that a bad minute is everybody's."""
    paired = {name: server for name, server in servers.items() if name != STOCK}
    stock = {clients: loaded(alexa, clients, servers[STOCK], STOCK_REQUESTS) for clients in CLIENTS}
    made = [
        {clients: {name: loaded(alexa, clients, server) for name, server in paired.items()} for clients in CLIENTS}
        for _ in range(ROUNDS + 1)
    ][1:]
    return [
        figure
        for clients in CLIENTS
        for figure in told(clients, Rounds([{**one[clients], STOCK: stock[clients]} for one in made]))
    ]


def told(clients: int, rounds: Rounds) -> list[Figure]:
    """What came of the rounds with so many clients at once."""
    where = f"{clients} client{'s' if clients > 1 else ''}"
    p50_s, p99_s, bare_s, stock_s = (
        rounds.percentile_s(percent, name) for percent, name in ((50, SQLITE), (99, SQLITE), (99, BARE), (99, STOCK))
    )
    cpu = rounds.ratio("cpu_s", OURS), rounds.ratio("cpu_s", SQLITE), rounds.ratio("cpu_s", STOCK)
    per_s = rounds.ratio("per_s", SQLITE), rounds.ratio("per_s", STOCK)
    waits = f"p99, {where} (p50 {1000 * p50_s:.1f} ms, p99 {1000 * p99_s:.1f} ms)"
    judged = [
        Figure(f"CPU over HTTP, {where}, no store", cpu[0], "× bare", 1.45, 1.6, cpu[2]),
        Figure("the same with SQLite, written every turn", cpu[1], "× bare", 1.45, 1.6),
        Figure(f"requests per second, {where}", per_s[0], "× bare", 0.6, stock=per_s[1], is_more_better=True),
        Figure(waits, p99_s / bare_s, "× bare", 1.4, None, stock_s / bare_s),
    ]
    plain = Figure("CPU with SQLite, bare on gunicorn as it comes", rounds.ratio("cpu_s", SQLITE, PLAIN), "× bare")
    return [*(one if clients <= JUDGED else replace(one, goal=None, must=None) for one in judged), plain]


def loaded(alexa: Alexa, clients: int, server: Server, requests: int = REQUESTS) -> Round:
    """One server under load."""
    scripts = [[sent.http() for sent in alexa.nexts(requests // clients, f"h{n}")] for n in range(clients)]
    before_s = server.cpu_s()
    load = driven(server.port, scripts)
    return Round(
        cpu_s=(server.cpu_s() - before_s) / len(load.waits_s),
        per_s=load.per_s,
        waits_s=load.waits_s,
    )


@contextmanager
def serving(rival: Rival, folder: Path, answer_bytes: int) -> Iterator[Server]:
    """A gunicorn that serves one of the rivals for as long as the block lasts."""
    port = free_port()
    environ = environment(
        BENCH_RIVAL=rival.app,
        BENCH_KEYS=str(folder),
        BENCH_ANSWER_BYTES=str(answer_bytes),
        BENCH_DATABASE_URL=rival.database_url.format(folder=folder),
    )
    words = [*rival.words, "--bind", f"{HOST}:{port}", "tests.bench.wsgi:app"]
    with (folder / f"{port}.log").open("w") as log, started(words, environ, log.fileno()) as server:
        yield Server(port, worker_of(server, port))


@contextmanager
def started(words: Sequence[str], environ: dict[str, str], log: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A gunicorn, ended with the block."""
    command = [sys.executable, "-m", "gunicorn", *words]
    server = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=log, stderr=log)  # noqa: S603 -- our own command
    try:
        yield server
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(SOON_S)


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without settings of the skill or of gunicorn, but those given."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("STRETCH_COACH_", "GUNICORN_"))}
    return own | {"PYTHONPATH": str(ROOT)} | changes


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as place:
        place.bind((HOST, 0))
        return int(place.getsockname()[1])


def worker_of(server: "subprocess.Popen[bytes]", port: int) -> int:
    """The process that answers; gunicorn listens before it has one. Raises AssertionError where none comes."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    ends_s = time.monotonic() + SOON_S
    while time.monotonic() < ends_s and server.poll() is None:
        found = children.read_text("ascii").split()
        with socket.socket() as probe:
            if found and probe.connect_ex((HOST, port)) == 0:
                return int(found[0])
        time.sleep(0.05)
    raise AssertionError("gunicorn does not listen; see its log")
