"""Tests of the model as the ear reads it."""

from pathlib import Path

import pytest

from skill.errors import StartError
from skill.simulator.model import load


def test_a_model_file_that_is_no_json_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "en-US.json").write_text("{", "utf-8")
    with pytest.raises(StartError, match="cannot be read"):
        load(tmp_path, "en-US")
