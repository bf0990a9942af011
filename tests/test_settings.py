"""What may be set, that a bad value is one sentence, and that .env.example tells all of it."""

from dataclasses import fields
from pathlib import Path

import pytest

from skill.errors import StartError
from skill.settings import READERS, Metrics, Settings, SettingsError, variable

EXAMPLE = Path(__file__).parents[1] / ".env.example"


def test_nothing_has_to_be_set() -> None:
    assert Settings.of({}) == Settings(
        skill_id=None,
        verify=True,
        database_url="sqlite:///stretch-coach.db",
        lag_ms=3000,
        turn_budget_s=480,
        log_level="INFO",
        metrics=Metrics.HERE,
    )


def test_everything_can_be_set() -> None:
    environ = {
        "STRETCH_COACH_SKILL_ID": "amzn1.ask.skill.1",
        "STRETCH_COACH_VERIFY": "off",
        "STRETCH_COACH_DATABASE_URL": "memory:",
        "STRETCH_COACH_LAG_MS": "0",
        "STRETCH_COACH_TURN_BUDGET_S": "300",
        "STRETCH_COACH_LOG_LEVEL": "debug",
        "STRETCH_COACH_METRICS": "OPEN",
        "PATH": "/usr/bin",
    }
    assert Settings.of(environ) == Settings(
        skill_id="amzn1.ask.skill.1",
        verify=False,
        database_url="memory:",
        lag_ms=0,
        turn_budget_s=300,
        log_level="DEBUG",
        metrics=Metrics.OPEN,
    )


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_variable_counts_as_not_set(value: str) -> None:
    assert Settings.of({variable(field.name): value for field in fields(Settings)}) == Settings()


@pytest.mark.parametrize(("value", "verify"), [("on", True), ("ON", True), ("off", False), (" Off ", False)])
def test_verification_is_on_or_off(value: str, verify: bool) -> None:  # noqa: FBT001 -- a parameter
    assert Settings.of({"STRETCH_COACH_VERIFY": value}).verify is verify


@pytest.mark.parametrize("url", ["memory:", "sqlite:///x", "sqlite:////var/lib/x.db", "sqlite:///x y.db"])
def test_these_databases_are_known(url: str) -> None:
    assert Settings.of({"STRETCH_COACH_DATABASE_URL": url}).database_url == url


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VERIFY", "true"),
        ("VERIFY", "0"),
        ("VERIFY", "no"),
        ("METRICS", "yes"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "sqlite://x.db"),
        ("DATABASE_URL", "x.db"),
        ("DATABASE_URL", "memory"),
        ("DATABASE_URL", "mysql://me:secret@host/db"),
        ("LAG_MS", "60001"),
        ("LAG_MS", "-1"),
        ("TURN_BUDGET_S", "59"),
        ("TURN_BUDGET_S", "541"),
        ("TURN_BUDGET_S", "8 min"),
        ("LAG_MS", "3 s"),
        ("LAG_MS", "3e3"),
        ("LAG_MS", "3_000"),
        ("LAG_MS", "٣"),
        ("LAG_MS", "9" * 5000),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_bad_value_is_one_sentence_with_the_variable_in_it(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.of({f"STRETCH_COACH_{name}": value})
    sentence = str(caught.value)
    assert isinstance(caught.value, StartError)
    assert sentence.startswith(f"STRETCH_COACH_{name} must be ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 160
    assert "secret" not in sentence


def test_the_longest_lag_is_a_minute() -> None:
    assert Settings.of({"STRETCH_COACH_LAG_MS": "60000"}).lag_ms == 60_000


def test_every_field_has_a_reader() -> None:
    assert list(READERS) == [field.name for field in fields(Settings)]


def test_the_example_lists_every_setting_with_its_default() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    example = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert list(example) == [variable(field.name) for field in fields(Settings)]
    assert Settings.of(example) == Settings()


def test_the_example_explains_every_setting() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    assert all(lines[at - 1].startswith("# ") for at, line in enumerate(lines) if line.startswith("STRETCH_COACH_"))
