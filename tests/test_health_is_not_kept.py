"""What a runner feels goes no further than the answer: not into the store, not into the log."""

import json
import logging
import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.log import AsJson
from skill.settings import Settings
from skill.simulator.clock import Clock
from skill.simulator.echo import Echo
from skill.simulator.rehearsal import echo
from skill.web.app import create_app

SENTENCES = (
    "that hurts",
    "sharp pain in my shin",
    "i've got a cramp in my calf",
    "my foot went numb",
    "my ankle is swollen",
    "i felt a pop in my calf",
    "i can't put weight on it",
    "i feel dizzy",
    "my chest hurts",
    "give me five minutes for plantar fasciitis",
    "what do you have for sore heels",
)
HEALTH = re.compile(
    r"pain|hurt|sharp|cramp|numb|swell|swollen|dizzy|chest|weight|plantar|fasci|sore|tight|discomfort|\bpop\b|shin\b",
    re.IGNORECASE,
)
NINE_DAYS_MS = 9 * 86_400_000
"""After that long nothing is offered any more."""

BEGINNINGS = {
    "idle": ("open stretch coach",),
    "in a hold": ("ask stretch coach for downward dog",),
    "in a routine": ("ask stretch coach to start the post-run routine", "ready"),
}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "runners.db"


@pytest.fixture
def device(database: Path) -> Echo:
    settings = Settings(verify=False, database_url=f"sqlite:///{database}")
    clock = Clock(datetime(2026, 3, 2, 7, 0, tzinfo=UTC))
    return echo(create_app(settings, now=clock), clock, settings.lag_ms)


def stored(database: Path) -> str:
    """Everything the database holds, the prompts' own names left out."""
    with sqlite3.connect(database) as connection:
        rows = [row for (table,) in tables(connection) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 -- names of our own tables
    return json.dumps(rows, default=str)


def tables(connection: sqlite3.Connection) -> list[tuple[str]]:
    return list(connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_neither_the_store_nor_the_log_learns_of_it(
    device: Echo, database: Path, caplog: pytest.LogCaptureFixture, beginning: str
) -> None:
    caplog.set_level(logging.DEBUG)
    for said in SENTENCES:
        felt(device, beginning, said)
        for answer in ("yes", "no", "stop"):
            assert not HEALTH.search(stored(database)), said
            if device.is_open:
                device.says(answer)
        assert not HEALTH.search(stored(database)), said
        device.waits(NINE_DAYS_MS)
    lines = [AsJson().format(record) for record in caplog.records]
    assert sum('"aside"' in line for line in lines) >= len(SENTENCES)
    assert not [line for line in lines if HEALTH.search(line)]


def felt(device: Echo, beginning: str, said: str) -> None:
    """The sentence, said there."""
    for words in BEGINNINGS[beginning]:
        device.says(words)
    if beginning == "idle":
        device.says(said)
    else:
        device.interrupts(40_000, said)
