"""Where the folders are."""

from pathlib import Path

import pytest

from skill.content import folders

ROOT = Path(__file__).parents[2]


def test_in_the_tree_the_folders_stand_beside_the_package() -> None:
    assert folders.content() == ROOT / "content"
    assert folders.interaction_model() == ROOT / "interaction_model"


def test_in_a_wheel_the_folders_stand_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data" / "content").mkdir(parents=True)
    monkeypatch.setattr(folders, "files", lambda package: tmp_path)
    assert folders.content() == tmp_path / "_data" / "content"
