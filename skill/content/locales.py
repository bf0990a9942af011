"""What differs between languages beside names and prompts: pace of speech, number words, words for a choice."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from skill.coach.preferences import Detail, Flow, Pace
from skill.coach.sensations import Sensation
from skill.content.faults import ContentError
from skill.content.fields import Field, Page
from skill.content.pages import SUFFIX, names_in, read
from skill.content.sentences import check_spelling, spoken
from skill.content.shapes import Reader, Values, checked, identified, many, may, need, record, turned, whole
from skill.domain.library import ChoiceWords, normal
from skill.domain.model import Side
from skill.speech.locale import Locale

DEFAULT = "en-US"
LOCALE = re.compile(r"([a-z]{2}-[A-Z]{2})\.(?:yaml|ftl)")
NUMBERS = 101


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """How a locale speaks, and by which words it is told a choice: by slot, then by id; the first is its name."""

    speech: Locale
    words: ChoiceWords


def load_locale(folder: Traversable, locale: str) -> Locale:
    """How a locale speaks; raises ContentError with every fault of its file."""
    return load_facts(folder, locale).speech


def load_facts(folder: Traversable, locale: str) -> LocaleFacts:
    """All facts of a locale; raises ContentError with every fault of its file."""
    page, facts = read_facts(folder, locale)
    if facts is None or page.faults:
        raise ContentError(page.faults)
    return facts


def read_facts(folder: Traversable, locale: str) -> tuple[Page, LocaleFacts | None]:
    """A locale's page and its facts; None where the file has none."""
    return read(folder, f"{locale}{SUFFIX}", FACTS)


def locales_in(folder: Traversable) -> list[str]:
    """The locales that have facts or prompts; the default one where nobody has."""
    names = names_in(folder, SUFFIX) + names_in(folder.joinpath("prompts"), ".ftl")
    return sorted({found[1] for name in names if (found := LOCALE.fullmatch(name))} or {DEFAULT})


def way_to_say(field: Field) -> str | None:
    """A way to say one of a choice."""
    said = spoken(field)
    if said is not None:
        check_spelling(said, field)
    return said


def facts(values: Values) -> LocaleFacts:
    """The facts from the keys of a file."""
    pace = {key: values[key] for key in ("id", "words_per_minute", "sentence_ms")}
    return LocaleFacts(Locale(numbers=number_words(values), **pace), {slot: values[slot] for slot in CHOICES})


def number_words(values: Values) -> tuple[str, ...]:
    """The words from zero to a hundred: as they stand, or those after nineteen made of tens and units."""
    numbers, hundred = values["numbers"], filter(None, [values.get("hundred")])
    units = ("", *(f"-{unit}" for unit in numbers[1:10]))
    words = (*numbers, *(ten + unit for ten in values.get("tens", ()) for unit in units), *hundred)
    if len(words) != NUMBERS:
        raise ValueError(f"numbers, tens and hundred make {len(words)} words, zero to a hundred are {NUMBERS}")
    return words


def choice(ids: Iterable[str]) -> Reader[Mapping[str, tuple[str, ...]]]:
    """The ways to say each of a choice, none left out and none that is unknown; no way means two of them."""
    keys = (need(one, many(way_to_say, least=1)) for one in ids)
    return checked(record(lambda **ways: ways, *keys), said_once)


def said_once(ways: Mapping[str, tuple[str, ...]], field: Field) -> None:
    """Keep a fault for each way to say one of a choice that was given before."""
    seen: dict[str, str] = {}
    for one, said in ((one, normal(said)) for one, every in ways.items() for said in every):
        if said in seen:
            field.wrong(f"{said!r} already stands under {seen[said]}", one)
        seen[said] = one


CHOICES: Mapping[str, tuple[str, ...]] = {
    "side": (Side.LEFT.value, Side.RIGHT.value),
    "flow": tuple(each.value for each in Flow),
    "pace": tuple(each.value for each in Pace),
    "detail": tuple(each.value for each in Detail),
    "sensation": tuple(each.value for each in Sensation),
}
"""Slots that hold one of a few, and the ids of those; a file has their words under the plural."""

FACTS_KEYS: Reader[Values] = identified(
    dict,
    need("words_per_minute", whole(60, 400)),
    need("sentence_ms", whole(0, 5_000)),
    need("numbers", many(spoken, least=1)),
    may("tens", many(spoken)),
    may("hundred", spoken),
    *(need(f"{slot}s", choice(ids), to=slot) for slot, ids in CHOICES.items()),
)
FACTS = turned(FACTS_KEYS, facts)
