"""Keeping keys: who fetches, how often, what waits for whom, and what a stranger cannot bring about."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from skill.web import certificates, https
from skill.web.certificates import (
    HASTE_S,
    KEEP_FAILURE_S,
    MAX_FAILURES,
    MAX_FLIGHTS,
    MAX_KEYS,
    MAX_PATIENT,
    Certificates,
)
from skill.web.chain import Trust
from skill.web.refusal import BadRequest, Cause
from tests.web.authority import PATH, URL, Authority, refused_chains, rsa_key
from tests.web.s3 import Server, content, send_to

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GOOD = Authority(NOW)
KEY = rsa_key("leaf").public_key()


class Shop:
    """Serves certificates by URL and counts; hangs or breaks where told to."""

    def __init__(self) -> None:
        self.fetched: Counter[str] = Counter()
        self.files: dict[str, bytes] = {}
        self.hanging: dict[str, threading.Event] = {}
        self.arrived = threading.Semaphore(0)

    def __call__(self, url: str) -> bytes:
        self.fetched[url] += 1
        self.arrived.release()
        if url in self.hanging:
            self.hanging[url].wait(timeout=5)
        if url not in self.files:
            raise BadRequest(Cause.FETCH, "Not on offer.")
        return self.files[url]

    def hang(self, url: str) -> threading.Event:
        """Keep whoever fetches this waiting until the event is set."""
        return self.hanging.setdefault(url, threading.Event())


@pytest.fixture
def shop() -> Iterator[Shop]:
    shop = Shop()
    shop.files[URL] = GOOD.pem
    yield shop
    for event in shop.hanging.values():
        event.set()


@pytest.fixture
def kept(shop: Shop) -> Certificates:
    return Certificates(fetch=shop, trust=Trust(GOOD.context))


def made_up(number: int) -> str:
    return f"https://s3.amazonaws.com/echo.api/{number}"


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("asked_at_s", "fetches"),
    [
        ([0] * 1000, 1),
        ([0, 6 * 3600 - 1], 1),
        ([0, 6 * 3600], 2),
        ([0, 6 * 3600, 12 * 3600 - 1, 12 * 3600], 3),
    ],
)
def test_a_key_is_fetched_once_in_six_hours(
    kept: Certificates, shop: Shop, asked_at_s: list[int], fetches: int
) -> None:
    for seconds in asked_at_s:
        assert kept.public_key(URL, later(seconds)) == KEY
    assert shop.fetched[URL] == fetches


def test_a_key_is_not_kept_beyond_its_certificate(kept: Certificates, shop: Shop) -> None:
    shop.files[URL] = GOOD.chain(valid=(NOW, later(60)))
    kept.public_key(URL, NOW)
    kept.public_key(URL, later(59))
    assert shop.fetched[URL] == 1
    with pytest.raises(BadRequest):
        kept.public_key(URL, later(61))
    assert shop.fetched[URL] == 2


@pytest.mark.parametrize("pem", [pytest.param(pem, id=kind) for kind, pem in refused_chains(GOOD).items()])
def test_nothing_is_kept_that_is_not_valid(kept: Certificates, shop: Shop, pem: bytes) -> None:
    shop.files[URL] = pem
    with pytest.raises(BadRequest) as refused:
        kept.public_key(URL, NOW)
    assert refused.value.cause is Cause.CHAIN
    shop.files[URL] = GOOD.pem
    assert kept.public_key(URL, later(KEEP_FAILURE_S)) == KEY


def test_a_failure_is_remembered_for_seconds(kept: Certificates, shop: Shop) -> None:
    del shop.files[URL]
    refusals = []
    for tenth in range(10 * KEEP_FAILURE_S):
        with pytest.raises(BadRequest, match="Not on offer") as refused:
            kept.public_key(URL, later(tenth / 10))
        refusals.append(refused.value)
    assert shop.fetched[URL] == 1
    assert len({id(refusal) for refusal in refusals}) == len(refusals)
    shop.files[URL] = GOOD.pem
    assert kept.public_key(URL, later(KEEP_FAILURE_S)) == KEY


def test_the_log_says_why_a_certificate_was_refused(
    kept: Certificates, shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    shop.files[URL] = GOOD.chain(hosts=("example.org",))
    for _ in range(3):
        with pytest.raises(BadRequest):
            kept.public_key(URL, NOW)
    (record,) = caplog.records
    assert URL in record.getMessage()
    assert "no matching subjectAltName" in record.getMessage()


def test_threads_that_need_the_same_certificate_share_one_fetch(kept: Certificates, shop: Shop) -> None:
    event = shop.hang(URL)
    with ThreadPoolExecutor(20) as threads:
        asking = [threads.submit(kept.public_key, URL, NOW) for _ in range(20)]
        shop.arrived.acquire()
        event.set()
        assert all(asked.result() == KEY for asked in asking)
    assert shop.fetched[URL] == 1


def test_a_stampede_on_a_bad_certificate_makes_one_fetch(kept: Certificates, shop: Shop) -> None:
    del shop.files[URL]
    with ThreadPoolExecutor(20) as threads:
        asking = [threads.submit(kept.public_key, URL, NOW) for _ in range(300)]
        assert all(isinstance(asked.exception(), BadRequest) for asked in asking)
    assert shop.fetched[URL] == 1


def test_a_key_that_landed_while_waiting_for_the_lock_is_used(kept: Certificates, shop: Shop) -> None:
    kept.public_key(URL, NOW)
    assert kept._ask(URL, NOW).found == KEY  # noqa: SLF001 -- nothing outside shows it
    assert shop.fetched[URL] == 1


def test_hanging_fetches_stop_neither_a_kept_key_nor_another_certificate(kept: Certificates, shop: Shop) -> None:
    other = made_up(99)
    shop.files[other] = GOOD.pem
    kept.public_key(URL, NOW)
    with ThreadPoolExecutor(MAX_FLIGHTS) as threads:
        for number in range(MAX_FLIGHTS - 1):
            _hang(threads, kept, shop, made_up(number))
        assert kept.public_key(other, NOW) == KEY
        _hang(threads, kept, shop, made_up(MAX_FLIGHTS))
        assert kept.public_key(URL, NOW) == KEY
        _release(shop)


def test_no_more_than_eight_certificates_are_fetched_at_once(kept: Certificates, shop: Shop) -> None:
    with ThreadPoolExecutor(MAX_FLIGHTS) as threads:
        for number in range(MAX_FLIGHTS):
            _hang(threads, kept, shop, made_up(number))
        for _ in range(50):
            with pytest.raises(BadRequest, match="Too many certificates") as refused:
                kept.public_key(URL, NOW)
        _release(shop)
    assert refused.value.cause is Cause.FETCH
    assert shop.fetched[URL] == 0
    assert kept.public_key(URL, NOW) == KEY


def test_only_two_wait_for_a_fetch_that_hangs(kept: Certificates, shop: Shop) -> None:
    shop.hang(URL)
    with ThreadPoolExecutor(MAX_PATIENT + 2) as threads:
        started = time.monotonic()
        asking = [threads.submit(_seconds_until_refused, kept, URL, started) for _ in range(MAX_PATIENT + 2)]
        waited_s = sorted(asked.result() for asked in asking)
    assert all(HASTE_S <= seconds < https.TIMEOUT_S for seconds in waited_s[:2])
    assert all(https.TIMEOUT_S <= seconds < https.TIMEOUT_S + 1 for seconds in waited_s[2:])
    assert shop.fetched[URL] == 1


def test_four_that_hang_leave_threads_to_a_certificate_that_is_new(kept: Certificates, shop: Shop) -> None:
    with ThreadPoolExecutor(4) as threads:
        for number in range(4):
            _hang(threads, kept, shop, made_up(number))
        assert threads.submit(kept.public_key, URL, NOW).result(timeout=HASTE_S + 1) == KEY
        _release(shop)


def test_whoever_waits_briefly_still_gets_what_comes_quickly(kept: Certificates, shop: Shop) -> None:
    event = shop.hang(URL)
    with ThreadPoolExecutor(20) as threads:
        asking = [threads.submit(kept.public_key, URL, NOW) for _ in range(20)]
        time.sleep(HASTE_S / 5)
        event.set()
        assert all(asked.result() == KEY for asked in asking)


def test_each_fetch_is_told_once_with_what_came_of_it(shop: Shop) -> None:
    told: list[str] = []
    kept = Certificates(fetch=shop, trust=Trust(GOOD.context), landed=told.append)
    shop.files[made_up(1)] = b"garbage"
    for url in (URL, URL, made_up(1), made_up(1), made_up(2)):
        with suppress(BadRequest):
            kept.public_key(url, NOW)
    assert sorted(told) == ["chain", "fetch", "kept"]


def test_nobody_waits_longer_than_the_time_out(kept: Certificates, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(https, "TIMEOUT_S", 0.1)
    event = shop.hang(URL)
    started = time.monotonic()
    with pytest.raises(BadRequest, match=r"could not be fetched within 0\.1 s"):
        kept.public_key(URL, NOW)
    assert 0.05 < time.monotonic() - started < 2

    started = time.monotonic()
    for _ in range(100):
        with pytest.raises(BadRequest, match="within"):
            kept.public_key(URL, later(0.1))
    assert time.monotonic() - started < 2, "once the time is up, no one waits at all"
    assert shop.fetched[URL] == 1

    event.set()
    _until_landed(kept)
    assert kept.public_key(URL, NOW) == KEY
    assert shop.fetched[URL] == 1, "what comes late is kept all the same"


def test_a_clock_set_back_does_not_make_anyone_wait_longer(
    kept: Certificates, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(https, "TIMEOUT_S", 0.05)
    shop.hang(URL)
    for moment in (NOW, later(-3600)):
        with pytest.raises(BadRequest, match="within"):
            kept.public_key(URL, moment)


def test_a_fetch_that_breaks_altogether_leaves_its_place_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda raised: reported.append(raised.exc_type))

    def broken(_: str) -> bytes:
        raise RuntimeError

    kept = Certificates(fetch=broken, trust=Trust(GOOD.context))
    for number in range(2 * MAX_FLIGHTS):
        with pytest.raises(BadRequest, match=r"^The certificate could not be fetched\.$"):
            kept.public_key(made_up(number), NOW)
    for thread in threading.enumerate():
        if thread.name == "certificate":
            thread.join()
    assert reported == [RuntimeError] * 2 * MAX_FLIGHTS


def test_made_up_urls_neither_push_out_a_key_nor_fill_the_memory(kept: Certificates, shop: Shop) -> None:
    kept.public_key(URL, NOW)
    for number in range(3 * MAX_FAILURES):
        with pytest.raises(BadRequest, match="Not on offer"):
            kept.public_key(made_up(number), later(number / 1000))
    assert len(kept._failures._outcomes) == MAX_FAILURES  # noqa: SLF001 -- nothing outside shows it
    assert kept.public_key(URL, later(1)) == KEY
    assert shop.fetched[URL] == 1


def test_a_full_shelf_gives_up_the_key_that_ends_first(kept: Certificates, shop: Shop) -> None:
    urls = [made_up(number) for number in range(MAX_KEYS + 1)]
    for number, url in enumerate(urls):
        shop.files[url] = GOOD.pem
        kept.public_key(url, later(number))
    for url in [*urls[1:], *urls[1:]]:
        kept.public_key(url, later(60))
    assert set(shop.fetched.values()) == {1}
    kept.public_key(urls[0], later(60))
    assert shop.fetched[urls[0]] == 2
    assert len(kept._keys._outcomes) == MAX_KEYS  # noqa: SLF001 -- nothing outside shows it


def test_a_key_comes_over_https_when_the_machine_trusts_the_authority(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(GOOD.root_file(tmp_path)))
    with Server(GOOD.host, {PATH: content(GOOD.pem)}, tmp_path).running() as server:
        send_to(server.server_port, monkeypatch)
        kept = Certificates()
        assert [kept.public_key(URL, NOW) for _ in range(3)] == [KEY] * 3
        assert server.asked == [PATH]


def test_the_numbers_are_the_ones_promised() -> None:
    assert (certificates.KEEP_S, https.TIMEOUT_S, https.MAX_BYTES) == (6 * 3600, 2.0, 64 * 1024)


def _hang(threads: ThreadPoolExecutor, kept: Certificates, shop: Shop, url: str) -> None:
    shop.hang(url)
    before = shop.fetched[url]
    threads.submit(kept.public_key, url, NOW)
    while shop.fetched[url] == before:
        shop.arrived.acquire(timeout=5)


def _seconds_until_refused(kept: Certificates, url: str, started: float) -> float:
    with pytest.raises(BadRequest, match="within"):
        kept.public_key(url, NOW)
    return time.monotonic() - started


def _release(shop: Shop) -> None:
    for event in shop.hanging.values():
        event.set()


def _until_landed(kept: Certificates) -> None:
    for _ in range(1000):
        if not kept._flights:  # noqa: SLF001 -- nothing outside shows it
            return
        time.sleep(0.001)
    pytest.fail("the flight did not land")
