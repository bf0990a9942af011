"""An Echo on a small model, with whatever skill a test brings."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from skill.simulator.clock import Clock
from skill.simulator.echo import Echo, Post, Setup
from skill.simulator.hear import FALLBACK, Hearing
from skill.simulator.model import Intent, Model, Slot, Value
from skill.speech.locale import Locale

# One word a second and no stop, so that lengths can be counted on fingers.
LOCALE = Locale(id="en-US", words_per_minute=60, sentence_ms=0, numbers=("zero",))
START = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
EXERCISE = Slot(name="exercise", type="EXERCISE", samples=("{exercise}",))
CALF = Value(id="wall-calf-straight", name="calf stretch", called=("calf stretch", "the calf one"))
BENT = Value(id="wall-calf-bent", name="bent knee calf stretch", called=("bent knee calf stretch", "the calf one"))
INTENTS = (
    Intent(name="AMAZON.NextIntent", slots=(), samples=(), built_in=("next",)),
    Intent(name="HowToIntent", slots=(EXERCISE,), samples=("{exercise}", "show me {exercise}", "show me a stretch")),
    Intent(name=FALLBACK, slots=(), samples=()),
)
MODEL = Model(
    invocation_name="stretch coach",
    intents={intent.name: intent for intent in INTENTS},
    types={"EXERCISE": (CALF, BENT)},
)


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def device(clock: Clock) -> Callable[[Post], Echo]:
    """An Echo for a skill."""
    hearing = Hearing(MODEL)
    return lambda post: Echo(Setup(hearing=hearing, post=post, clock=clock, locale=LOCALE))
