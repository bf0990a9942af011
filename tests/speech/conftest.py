"""A small prompt table and file of its own: these tests say nothing about the coach's real wording."""

from collections.abc import Callable, Mapping

import pytest

from skill.coach import cues
from skill.speech.locale import Locale
from skill.speech.phrases import Phrases
from skill.speech.voice import SpokenVoice

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
TEENS = "seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

PROMPTS: Mapping[str, tuple[str, ...]] = {
    "hold": (),
    "release": (),
    "next": ("name", "place"),
    "seated": (),
    "length": ("stretches", "minutes"),
    "kit": ("things",),
    "change": ("limb",),
    "paused": ("seconds",),
}

SOURCE = """\
-product = Stretch Coach

hold = Hold.
release = And release.
next = Next, { $name }, { $place }.
    Say next when you're there.
seated = sitting down
length = { $stretches ->
    [0] { -product } is done.
    [one] one stretch, about { $minutes } minutes.
   *[other] { $stretches } stretches, about { $minutes } minutes.
}{ $minutes ->
    [1] {""}
   *[other] {""}
}
kit = you'll want { $things }. ready?
change = { $limb ->
    [leg] Change legs.
   *[foot] Change feet.
}
paused = ease out. paused, { $seconds } seconds left.
"""


def number_words() -> tuple[str, ...]:
    """English, 0 to 100."""
    units = f"{UNITS} {TEENS}".split()
    tens = [ten if unit == 0 else f"{ten}-{units[unit]}" for ten in TENS.split() for unit in range(10)]
    return (*units, *tens, "a hundred")


@pytest.fixture(autouse=True)
def prompts(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, tuple[str, ...]]:
    monkeypatch.setattr(cues, "PROMPTS", PROMPTS)
    return PROMPTS


@pytest.fixture(scope="session")
def locale() -> Locale:
    return Locale(id="en-US", words_per_minute=165, sentence_ms=400, numbers=number_words())


@pytest.fixture(scope="session")
def phrases(locale: Locale) -> Phrases:
    return Phrases(SOURCE, locale, PROMPTS)


@pytest.fixture(scope="session")
def words(phrases: Phrases) -> Callable[[cues.Spoken], str]:
    return phrases.text


@pytest.fixture(scope="session")
def voice(phrases: Phrases, locale: Locale) -> SpokenVoice:
    return SpokenVoice(phrases, locale)
