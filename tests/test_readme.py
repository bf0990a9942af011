"""What README.md says is so: the table of routines, the commands, the settings."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from skill import cli
from skill.settings import Settings
from skill.simulator.reading import markdown, reader

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SETTINGS = (ROOT / ".env.example").read_text("utf-8")


def names_of(command: click.Command, before: str = "") -> list[str]:
    """The command as it is typed, or those that it groups."""
    if not isinstance(command, click.Group):
        return [before.strip()]
    return [name for key, each in command.commands.items() for name in names_of(each, f"{before} {key}")]


def test_the_table_of_routines_is_the_one_of_today() -> None:
    found = re.search(r"<!-- routines -->\n\n(.*?)\n\n<!-- /routines -->", README, re.DOTALL)
    assert found, "stretch-coach routines --markdown prints what belongs between the two marks"
    assert found[1] == markdown(reader().rows())


@pytest.mark.parametrize("name", names_of(cli.main))
def test_every_command_is_named(name: str) -> None:
    assert f"stretch-coach {name}" in README


@pytest.mark.parametrize("setting", [field.name for field in fields(Settings)])
def test_every_setting_is_named(setting: str) -> None:
    assert f"STRETCH_COACH_{setting.upper()}" in README + SETTINGS


def test_no_setting_is_named_that_is_not_read() -> None:
    known = {f"STRETCH_COACH_{field.name.upper()}" for field in fields(Settings)}
    assert set(re.findall(r"STRETCH_COACH_[A-Z_]+", README + SETTINGS)) <= known
