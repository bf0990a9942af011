"""Alive, ready, and the headers of every answer."""

from pathlib import Path

import pytest
from flask import Flask

from skill.settings import Settings
from skill.storage.memory import MemoryRunners
from skill.web.app import create_app
from skill.web.sentences import HARDENED
from tests.alexa.stage import BrokenRunners, logged, request
from tests.web.visitor import guarded_app, open_app, posted

OPEN = open_app()


def asked(app: Flask, path: str) -> tuple[int, str]:
    response = app.test_client().get(path)
    return response.status_code, response.get_data(as_text=True)


def test_a_skill_with_its_content_and_a_store_is_ready() -> None:
    assert asked(guarded_app(), "/readyz") == (200, "I am ready.\n")


def test_without_a_store_it_is_alive_and_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MemoryRunners, "load", BrokenRunners().load)
    with logged() as lines:
        assert asked(OPEN, "/readyz") == (503, "The store cannot be reached.\n")
    assert [line["event"] for line in lines] == ["store failed"]
    assert asked(OPEN, "/healthz") == (200, "I am well.\n")


def test_a_file_that_is_ruined_later_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "runners.db"
    app = create_app(Settings(verify=False, database_url=f"sqlite:///{path}"))
    assert asked(app, "/readyz")[0] == 200
    for file in tmp_path.iterdir():
        file.write_bytes(b"no database" * 1000)
    broken = create_app(Settings(verify=False, database_url="memory:"))
    assert asked(broken, "/readyz")[0] == 200
    with logged():
        assert asked(app, "/readyz")[0] == 503


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_watchers_only_ask(path: str, method: str) -> None:
    response = OPEN.test_client().open(path, method=method)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD"}


def test_every_answer_has_the_same_headers() -> None:
    client = OPEN.test_client()
    answers = [
        posted(OPEN, request("launch")),
        posted(OPEN, b"{"),
        posted(OPEN, b" " * 300_000),
        client.get("/alexa"),
        client.get("/nowhere"),
        client.get("/healthz"),
        client.get("/readyz"),
    ]
    assert [answer.status_code for answer in answers] == [200, 400, 413, 405, 404, 200, 200]
    for answer in answers:
        assert {name: answer.headers.get(name) for name in HARDENED} == dict(HARDENED)
        assert "Set-Cookie" not in answer.headers
        assert "Server" not in answer.headers
