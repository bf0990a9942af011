"""The command says what it did, in one sentence what went wrong, and gives a status to go by."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result

from skill import cli
from skill.content import folders
from skill.content.faults import ContentError, Fault

ROOT = Path(__file__).parents[1]
Command = Callable[..., Result]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting from outside, nothing left behind, and the log as it was."""
    for name in [name for name in os.environ if name.startswith("STRETCH_COACH_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("skill.log.configure", lambda level: None)


@pytest.fixture
def command() -> Command:
    runner = CliRunner()
    return lambda *arguments, said="": runner.invoke(cli.main, list(arguments), input=said)


def test_help_names_every_command(command: Command) -> None:
    shown = command("--help").output
    assert all(name in shown for name in ("run", "talk", "say", "check", "model", "routines"))


def test_a_bad_setting_is_one_sentence(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRETCH_COACH_LAG_MS", "soon")
    result = command("talk")
    assert result.exit_code == 2
    assert result.output == "STRETCH_COACH_LAG_MS must be a whole number from 0 to 60000, not 'soon'.\n"


def test_talk_reads_a_script_from_a_pipe(command: Command) -> None:
    result = command("talk", "--fresh", said="open stretch coach\nstop\n(waits 1 day)\nnext\nquit\n")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "runner: open stretch coach"
    assert lines[1].startswith("coach: Welcome to Stretch Coach.")
    assert lines[-1] == "alexa: Stretch Coach is not open. Say: open stretch coach."


def test_talk_remembers_a_runner_unless_told_otherwise(command: Command, tmp_path: Path) -> None:
    first = command("talk", said="open stretch coach\n").output
    again = command("talk", said="open stretch coach\n").output
    fresh = command("talk", "--fresh", said="open stretch coach\n").output
    assert first == fresh != again
    assert (tmp_path / "stretch-coach.db").exists()


def test_talk_works_whatever_the_server_is_set_to_let_in(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRETCH_COACH_SKILL_ID", "amzn1.ask.skill.mine")
    assert "coach: Welcome" in command("talk", "--fresh", said="open stretch coach\n").output


def test_talk_in_real_time_ends_with_its_input(command: Command) -> None:
    assert command("talk", "--fresh", "--real-time", said="quit\n").exit_code == 0


def test_talk_at_a_keyboard_asks_until_there_is_no_more(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter(["stop"])

    def keyboard(prompt: str) -> str:
        assert prompt == "runner: "
        try:
            return next(asked)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", keyboard)
    assert list(cli.typed()) == ["stop"]


@pytest.mark.parametrize("name", [("post-run",), ("cool", "down"), ("wall-calf-straight",), ("calf", "stretch")])
def test_say_takes_ids_and_spoken_names(command: Command, name: tuple[str, ...]) -> None:
    result = command("say", *name)
    assert result.exit_code == 0
    assert all(re.fullmatch(r"\d\d:\d\d\.\d(  .+)?", line) for line in result.output.splitlines())
    assert "  Hold. [15 s]" in result.output


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("wall-calf", "Did you mean wall-calf-bent or wall-calf-straight?"),
        ("the calf one", "Did you mean wall-calf-straight or wall-calf-bent?"),
        ("zumba", "stretch-coach routines lists what there is."),
    ],
)
def test_say_asks_back_where_a_name_is_unclear(command: Command, name: str, why: str) -> None:
    result = command("say", name)
    assert (result.exit_code, why in result.output) == (2, True)


def test_routines_are_listed_with_length_and_needs(command: Command) -> None:
    shown = command("routines").output
    assert re.search(r"post-run +│ post-run routine +│ 4 +│ 210 s +│ \w+ .*minutes +│ a wall, a chair", shown)


def test_routines_are_a_markdown_table_where_one_is_wanted(command: Command) -> None:
    shown = command("routines", "--markdown").output.splitlines()
    assert shown[0] == "| id | spoken name | exercises | holds | takes about | needs |"
    assert [line.split(" | ")[3] for line in shown if line.startswith("| daily-foot |")] == ["180 s"]


def test_content_with_faults_is_one_sentence(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(folder: object) -> NoReturn:
        raise ContentError([Fault(file="content/kit.yaml", line=1, field="file", wrong="is empty")])

    monkeypatch.setattr("skill.simulator.reading.load", faulty)
    result = command("say", "post-run")
    assert (result.exit_code, result.output) == (2, "content/ cannot be used; stretch-coach check says why.\n")


def test_check_counts_what_is_sound(command: Command) -> None:
    result = command("check")
    assert result.exit_code == 0
    assert re.fullmatch(r"\d+ exercises, \d+ routines, no faults\.\n", result.output)


def test_check_gives_each_fault_a_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Fault(file="content/exercises/toe-stretch.yaml", line=3, field="sides", wrong="is missing")
    monkeypatch.setattr("skill.content.check.faults", lambda folder, long_steps: [fault])
    result = command("check")
    assert (result.exit_code, result.output) == (1, "content/exercises/toe-stretch.yaml:3: sides: is missing\n")


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A model of its own to write to, without types."""
    written = json.loads((ROOT / "interaction_model/en-US.json").read_text("utf-8"))
    written["interactionModel"]["languageModel"]["types"] = []
    path = tmp_path / "en-US.json"
    path.write_text(json.dumps(written), "utf-8")
    in_tree = folders.in_tree
    monkeypatch.setattr(folders, "in_tree", lambda name: tmp_path if name == "interaction_model" else in_tree(name))
    return path


def test_model_check_says_what_is_stale(command: Command, model: Path) -> None:
    result = command("model", "check")
    assert result.exit_code == 1
    assert "en-US.json: EXERCISE is missing." in result.output.splitlines()


def test_model_write_makes_it_fresh(command: Command, model: Path) -> None:
    assert command("model", "write").exit_code == 0
    assert command("model", "check").output == "en-US.json has the names of today.\n"


def test_the_model_in_the_tree_has_the_names_of_today(command: Command) -> None:
    assert command("model", "check").exit_code == 0


def test_run_starts_gunicorn_without_verification(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("os.execv", lambda path, arguments: started.append(arguments))
    monkeypatch.setenv("STRETCH_COACH_VERIFY", "")
    monkeypatch.delenv("STRETCH_COACH_VERIFY")
    shown = command("run", "--port", str(free_port())).output
    assert started[0][1:5] == ["-m", "gunicorn", "--config", "python:skill.gunicorn_conf"]
    assert os.environ["STRETCH_COACH_VERIFY"] == "off"
    assert "/alexa" in shown
    assert "curl" in shown


def test_run_says_so_where_the_port_is_taken(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRETCH_COACH_VERIFY", "off")
    with socket.socket() as other:
        other.bind((cli.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        result = command("run", "--port", str(port))
    assert result.exit_code == 2
    assert result.output == f"Port {port} cannot be used: address already in use. --port takes another.\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((cli.HOST, 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("module", ["flask", "ask_sdk_core", "rich", "pydantic", "skill.simulator"])
def test_help_waits_for_nothing_heavy(module: str) -> None:
    assert not imports("skill.cli", module)


@pytest.mark.parametrize("module", ["flask", "ask_sdk_core"])
def test_sentences_can_be_heard_without_the_web(module: str) -> None:
    assert not imports("skill.simulator.hear", module)


def imports(module: str, other: str) -> bool:
    """Whether importing one module, in a Python of its own, imports the other."""
    asked = f"import sys, {module}; sys.exit({other!r} in sys.modules)"
    return subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=False).returncode != 0  # noqa: S603


def test_a_store_that_cannot_be_used_ends_before_anything_is_promised(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/missing/runners.db"
    result = CliRunner().invoke(cli.main, ["run"], env={"STRETCH_COACH_DATABASE_URL": url})
    sentence = "STRETCH_COACH_DATABASE_URL cannot be used: SQLite: unable to open database file.\n"
    assert (result.exit_code, result.output) == (2, sentence)
