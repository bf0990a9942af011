"""The app from the environment, or the end of the process with one sentence and the right status."""

import gc
import importlib
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from flask import Flask

UNWANTED = (
    "rich",
    "pydantic",
    "structlog",
    "rapidfuzz",
    "skill.simulator",
    "ask_sdk_model.services.directive",
)


@pytest.fixture
def wsgi(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module as a server imports it; the log of the test run is afterwards as before."""
    handlers, level = logging.root.handlers[:], logging.root.level
    logging.root.handlers.clear()  # pytest's own, which basicConfig would close
    monkeypatch.setenv("STRETCH_COACH_DATABASE_URL", "memory:")
    yield importlib.import_module("skill.wsgi")
    del sys.modules["skill.wsgi"]
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def test_a_server_finds_the_app(wsgi: ModuleType) -> None:
    assert isinstance(wsgi.app, Flask)
    assert wsgi.app.test_client().get("/healthz").status_code == 200


@pytest.mark.parametrize(("server", "status"), [("", 2), ("uwsgi/2", 2), ("gunicorn/27.0.1", 3)])
def test_what_cannot_start_ends_for_good(
    wsgi: ModuleType, server: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        wsgi.app_of({"STRETCH_COACH_LAG_MS": "late", "SERVER_SOFTWARE": server})
    assert caught.value.code == status
    assert capsys.readouterr().err == "STRETCH_COACH_LAG_MS must be a whole number from 0 to 60000, not 'late'.\n"


def test_under_our_own_configuration_gunicorns_master_ends(wsgi: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "skill.gunicorn_conf", ModuleType("skill.gunicorn_conf"))
    assert not wsgi.is_worker({"SERVER_SOFTWARE": "gunicorn/27.0.1"})


def test_the_collector_is_back_at_work_once_all_is_loaded(wsgi: ModuleType) -> None:
    assert gc.isenabled()
    assert gc.get_freeze_count()
    gc.unfreeze()


def test_a_server_starts_without_the_terminal_and_without_clients_of_amazons_services() -> None:
    code = f"import sys, skill.wsgi; print([name for name in {UNWANTED} if name in sys.modules])"
    environ = {"STRETCH_COACH_DATABASE_URL": "memory:", "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)  # noqa: S603 -- ours
    assert printed.stdout == "[]\n"
