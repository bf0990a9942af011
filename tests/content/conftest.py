"""An author for every test of this folder."""

from pathlib import Path

import pytest

from tests.content.author import GOOD, Author


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """An author whose folder has no fault yet."""
    new = Author(tmp_path / "content")
    for name, text in GOOD.items():
        new.writes(name, text)
    return new
