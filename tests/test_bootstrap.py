"""The skill put together from its settings, and the one sentence that is said where it cannot be."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from ask_sdk_core.skill import CustomSkill

from skill import bootstrap
from skill.bootstrap import World
from skill.content import folders
from skill.errors import StartError
from skill.settings import Settings
from skill.storage.memory import MemoryRunners
from skill.storage.sqlite import SqliteRunners


def settings(url: str = "memory:") -> Settings:
    return Settings(database_url=url, lag_ms=1234)


def test_the_skill_is_made_of_content_prompts_and_a_store() -> None:
    made = bootstrap.conversation(settings(), World())
    assert "post-run" in made.coach.library.routines
    assert made.coach.lag_ms == 1234
    assert isinstance(bootstrap.parts(settings(), World()).skill, CustomSkill)


def test_time_and_chance_are_those_of_the_world() -> None:
    moment = datetime(2026, 11, 20, 12, 0, 0, 250_000, tzinfo=UTC)
    made = bootstrap.conversation(settings(), World(now=lambda: moment, pick=lambda choices: choices[-1]))
    room = made.coach.room(is_new_session=True)
    assert room.now_ms % 1000 == 250
    assert room.pick(["a", "b"]) == "b"


def test_the_worlds_own_clock_knows_its_zone() -> None:
    assert World().now().tzinfo is UTC


def test_a_url_opens_its_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(bootstrap.runners("memory:"), MemoryRunners)
    assert isinstance(bootstrap.runners("sqlite:///here.db"), SqliteRunners)
    bootstrap.runners(f"sqlite:///{tmp_path}/there.db")
    assert {path.name for path in tmp_path.glob("*.db")} == {"here.db", "there.db"}


def test_a_store_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StartError) as caught:
        bootstrap.parts(settings(f"sqlite:///{tmp_path}/missing/x.db"), World())
    sentence = "STRETCH_COACH_DATABASE_URL cannot be used: SQLite: unable to open database file."
    assert str(caught.value) == sentence


def test_content_that_cannot_be_coached_from_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "content", lambda: tmp_path)
    with pytest.raises(StartError) as caught:
        bootstrap.parts(settings(), World())
    assert str(caught.value).startswith("content/ cannot be used: ")
    assert "\n" not in str(caught.value)


def test_prompts_that_cannot_be_said_are_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    content = folders.content()
    for name in ("exercises", "routines", "ambiguous.yaml", "kit.yaml", "sources.yaml", "en-US.yaml"):
        (tmp_path / name).symlink_to(str(content.joinpath(name)))
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "en-US.ftl").write_text("hold = Hold.\n")
    monkeypatch.setattr(folders, "content", lambda: tmp_path)
    with pytest.raises(StartError) as caught:
        bootstrap.parts(settings(), World())
    assert str(caught.value).startswith("The prompts cannot be used: ")
    assert "\n" not in str(caught.value)
