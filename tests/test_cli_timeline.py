"""`stretch-coach timeline` prints plain text or JSON, draws a picture, and says in a sentence what it cannot do."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from skill import cli
from skill.coach.preferences import Flow
from tests.simulator.played import items_of, turns_of

Command = Callable[..., Result]
KEYS = ["kind", "exercise", "side", "at_ms", "ms", "exact"]
KINDS = {"opening", "place", "setup", "hold", "reps", "move", "rest", "switch", "exit", "prompt"}


@pytest.fixture
def timeline() -> Command:
    runner = CliRunner()
    return lambda *arguments: runner.invoke(cli.main, ["timeline", *map(str, arguments)])


@pytest.mark.parametrize("flow", Flow)
def test_json_is_every_item_with_exactly_its_six_keys(timeline: Command, flow: Flow) -> None:
    result = timeline("foot-strength-one", "--flow", flow.value, "--json")
    items = json.loads(result.stdout)
    assert result.exit_code == 0
    assert all(list(item) == KEYS for item in items)
    assert {item["kind"] for item in items} <= KINDS
    assert {item["side"] for item in items} <= {"right", "left", "both", None}
    assert [item["ms"] for item in items] == [item.ms for item in items_of(turns_of("foot-strength-one", flow))]


def test_help_names_every_flow_and_the_default(timeline: Command) -> None:
    shown = timeline("--help").output
    assert f"[{'|'.join(Flow)}]" in shown
    assert "[default: wait-for-me]" in shown


def test_without_a_flow_it_is_the_one_of_a_newcomer(timeline: Command) -> None:
    assert timeline("post-run").output == timeline("post-run", "--flow", "wait-for-me").output


def test_text_is_plain_and_ends_in_the_totals(timeline: Command) -> None:
    lines = timeline("daily-foot", "--flow", "keep-going").stdout.splitlines()
    assert lines[0].split() == ["from", "exercise", "side", "part", "seconds", "silence"]
    assert not [line for line in lines if "\x1b" in line or line != line.rstrip()]
    assert lines[-1].startswith("1 turn, ")
    assert "; big-toe right 15 s, left 15 s." in lines[-1]


def test_one_exercise_has_a_timeline_too(timeline: Command) -> None:
    assert "wall-calf-straight right 30 s, left 30 s" in timeline("wall-calf-straight").stdout


def test_an_unknown_id_is_one_sentence(timeline: Command) -> None:
    result = timeline("wall-calf")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "'wall-calf' is not one routine or exercise. Did you mean wall-calf-bent or wall-calf-straight?\n"
    )


def test_a_picture_is_drawn_as_well(timeline: Command, tmp_path: Path) -> None:
    path = tmp_path / "practice"
    result = timeline("quick-cool-down", "--png", path)
    assert (result.exit_code, result.stdout) == (0, timeline("quick-cool-down").stdout)
    with Image.open(path) as image:
        assert image.format == "PNG"


def test_a_file_that_cannot_be_written_is_one_sentence(timeline: Command, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "practice.png"
    result = timeline("quick-cool-down", "--png", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{path} cannot be written: no such file or directory.\n"


def test_without_pillow_it_is_one_sentence(timeline: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(sys.modules, "skill.simulator.picture", raising=False)
    monkeypatch.setitem(sys.modules, "PIL", None)
    result = timeline("quick-cool-down", "--png", tmp_path / "practice.png")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "--png needs Pillow, which make setup brings, as does the extra `picture`.\n"
    assert not list(tmp_path.iterdir())
