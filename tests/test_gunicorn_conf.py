"""Which addresses an unverified skill may be served at; the rest of the configuration is tried in test_serving."""

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import pytest
from gunicorn.http import wsgi
from gunicorn.workers import gthread

CONF = "skill.gunicorn_conf"


@pytest.fixture
def conf(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The configuration as gunicorn loads it while verification is off, and no trace of it afterwards."""
    monkeypatch.setenv("STRETCH_COACH_VERIFY", "off")
    monkeypatch.setattr(wsgi, "SERVER", "gunicorn")
    monkeypatch.setattr(wsgi, "Response", wsgi.Response)
    monkeypatch.setattr(gthread, "TConn", gthread.TConn)
    yield importlib.import_module(CONF)
    del sys.modules[CONF]


def start(conf: ModuleType, *places: str) -> None:
    cfg = importlib.import_module("gunicorn.config").Config()
    cfg.set("bind", list(places))
    conf.on_starting(SimpleNamespace(cfg=cfg))


@pytest.mark.parametrize("place", ["127.0.0.1:5000", "127.9.9.9:80", "localhost:0", "[::1]:5000", "tcp://127.0.0.1:1"])
def test_an_unverified_skill_is_served_to_this_machine(conf: ModuleType, place: str) -> None:
    start(conf, place)


@pytest.mark.parametrize("place", ["0.0.0.0:80", ":80", "[::]:80", "10.0.0.1:80", "example.org:80", "unix:x", "fd://3"])
def test_and_to_nobody_else(conf: ModuleType, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        start(conf, "127.0.0.1:5000", place)
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_verified_skill_is_served_where_whoever_runs_it_says(
    conf: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conf, "SETTINGS", SimpleNamespace(verify=True))
    start(conf, "0.0.0.0:80")


def test_a_bad_setting_ends_the_server(
    conf: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCH_COACH_VERIFY", "maybe")
    with pytest.raises(SystemExit) as caught:
        conf.settings_of_environment()
    assert caught.value.code == 2
    assert capsys.readouterr().err == "STRETCH_COACH_VERIFY must be on or off, not 'maybe'.\n"


def test_what_gunicorn_reads_is_of_a_kind_it_takes(conf: ModuleType) -> None:
    cfg = importlib.import_module("gunicorn.config").Config()
    for name in set(cfg.settings) & set(vars(conf)):
        cfg.set(name, getattr(conf, name))
    assert cfg.worker_class is conf.Worker
    assert cfg.address == [("127.0.0.1", 5000)]


def test_connections_and_answers_are_made_of_ours(conf: ModuleType) -> None:
    assert (gthread.TConn, wsgi.Response) == (conf.Connection, conf.Response)
