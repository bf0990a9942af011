"""Whatever is said, whenever, in whatever order: the coach never slips, and Alexa can use every answer."""

import random
from datetime import UTC, datetime

import pytest

from skill.settings import Settings
from skill.simulator.clock import Clock
from skill.simulator.echo import Echo, NotSpeakingError
from skill.simulator.events import Alexa, Event, Said, shown
from skill.simulator.rehearsal import echo
from skill.web.app import create_app

SETTINGS = Settings(verify=False, database_url="memory:")
TURNS = 40
OPENINGS = ("open stretch coach", "ask stretch coach for post-run", "ask stretch coach for a calf stretch")
WORDS = (
    *("next", "next", "next", "yes", "no", "ready", "pause", "carry on", "go back", "again", "done", "stop"),
    *("skip this one", "other leg", "left leg", "one more time", "start over", "help", "more", "cancel", "banana"),
    *("what routines do you have", "post-run", "foot stretches", "my daily routine", "start a routine"),
    *("calf stretch", "ankle circles", "downward dog", "the calf one", "show me a stretch", "show me a moonwalk"),
    *("describe the toe stretch", "slow heel drop", "how long left", "which leg is this", "what comes next", "not yet"),
    *("keep going by yourself", "keep going by yourself", "one step at a time", "wait for me", "twenty more seconds"),
    *("make holds 45 seconds", "talk slower", "count faster", "normal speed", "just the timing", "explain everything"),
    *(
        "what are my settings",
        "reset my settings",
        "that hurts",
        "sharp pain in my calf",
        "cramp",
        "start the daily foot routine",
    ),
)
WAITS_S = (3, 12, 40, 400, 8 * 3600, 72 * 3600)


def step(device: Echo, chance: random.Random) -> tuple[str, list[Event]]:
    """Something happens: words, words into a sentence, time, or the session is lost."""
    words = chance.choice(WORDS if device.is_open else OPENINGS)
    what = chance.random()
    if what < 0.1:
        seconds = chance.choice(WAITS_S)
        return f"(waits {seconds} s)", device.waits(seconds * 1_000)
    if what < 0.15:
        device.loses_session()
        return "(new session)", []
    if what < 0.6:
        at_ms = chance.randrange(100_000)
        try:
            return f"(interrupts at {at_ms / 1_000} s)\nrunner: {words}", device.interrupts(at_ms, words)
        except NotSpeakingError:
            pass
    return f"runner: {words}", device.says(words)


@pytest.mark.parametrize(
    "seed",
    range(12),
)
def test_a_walk_never_slips(seed: int) -> None:
    clock = Clock(datetime(2026, 3, 2, 7, 0, tzinfo=UTC))
    device = echo(create_app(SETTINGS, now=clock), clock, SETTINGS.lag_ms)
    chance = random.Random(seed)  # noqa: S311 -- a walk to be walked again
    script: list[str] = []
    for _ in range(TURNS):
        said, events = step(device, chance)
        script += [said, *(line for event in events for line in shown(event))]
        assert not any(is_trouble(event) for event in events), "\n".join(script)


def is_trouble(event: Event) -> bool:
    """Whether the coach slipped, or Alexa could not use the answer."""
    match event:
        case Alexa(text):
            return "problem" in text
        case Said():
            return "I slipped" in " ".join(shown(event))
        case _:
            return False
