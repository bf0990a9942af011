"""Conversations as tests: every `.talk` file is one, compared word for word; `pytest --accept` writes them anew."""

import difflib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.settings import Settings
from skill.simulator.clock import Clock
from skill.simulator.echo import Echo
from skill.simulator.rehearsal import echo
from skill.simulator.script import ScriptError, played
from skill.web.app import create_app

MONDAY_MORNING = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
SETTINGS = Settings(verify=False, database_url="memory:")


def new_echo() -> Echo:
    """A device of a runner whom the coach has never met."""
    clock = Clock(MONDAY_MORNING)
    app = create_app(SETTINGS, now=clock, pick=lambda choices: choices[0])
    return echo(app, clock, SETTINGS.lag_ms)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write conversations anew with what the coach says today")


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    return TalkFile.from_parent(parent, path=file_path) if file_path.suffix == ".talk" else None


class TalkFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        yield Talk.from_parent(self, name="conversation")


class TalkDiffersError(Exception):
    """What was said is not what the file has; the text shows where."""


class Talk(pytest.Item):
    def runtest(self) -> None:
        written = self.path.read_text("utf-8")
        said = played(written, new_echo)
        if said == written:
            return
        if not self.config.getoption("--accept"):
            raise TalkDiffersError(difference(written, said))
        self.path.write_text(said, "utf-8")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        match excinfo.value:
            case TalkDiffersError() | ScriptError():
                return f"{self.path}: {excinfo.value}"
            case _:
                return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.path.stem


def difference(written: str, said: str) -> str:
    """The lines that differ, with three around them; `pytest --accept` would take those with a plus."""
    lines = difflib.unified_diff(written.splitlines(), said.splitlines(), "as written", "as said", lineterm="")
    return "\n".join(("said otherwise today (--accept takes it as it is):", *lines))
