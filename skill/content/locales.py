"""What differs between languages beside names and prompts: pace of speech, number words, words for a side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from skill.content.faults import ContentError
from skill.content.fields import Field, Page
from skill.content.pages import SUFFIX, names_in, read
from skill.content.sentences import check_spelling, spoken
from skill.content.shapes import Reader, Values, identified, many, may, need, record, turned, whole
from skill.speech.locale import Locale

DEFAULT = "en-US"
LOCALE = re.compile(r"([a-z]{2}-[A-Z]{2})\.(?:yaml|ftl)")
NUMBERS = 101


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """How a locale speaks, and by which words it is told a side, by id."""

    speech: Locale
    sides: Mapping[str, tuple[str, ...]]


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


def side_name(field: Field) -> str | None:
    """A way to say a side."""
    said = spoken(field)
    if said is not None:
        check_spelling(said, field)
    return said


def facts(values: Values) -> LocaleFacts:
    """The facts from the keys of a file."""
    pace = {key: values[key] for key in ("id", "words_per_minute", "sentence_ms")}
    return LocaleFacts(Locale(numbers=number_words(values), **pace), values["sides"])


def number_words(values: Values) -> tuple[str, ...]:
    """The words from zero to a hundred: as they stand, or those after nineteen made of tens and units."""
    numbers, hundred = values["numbers"], filter(None, [values.get("hundred")])
    units = ("", *(f"-{unit}" for unit in numbers[1:10]))
    words = (*numbers, *(ten + unit for ten in values.get("tens", ()) for unit in units), *hundred)
    if len(words) != NUMBERS:
        raise ValueError(f"numbers, tens and hundred make {len(words)} words, zero to a hundred are {NUMBERS}")
    return words


SIDE_NAMES = many(side_name, least=1)
FACTS_KEYS: Reader[Values] = identified(
    dict,
    need("words_per_minute", whole(60, 400)),
    need("sentence_ms", whole(0, 5_000)),
    need("numbers", many(spoken, least=1)),
    may("tens", many(spoken)),
    may("hundred", spoken),
    need("sides", record(dict, need("left", SIDE_NAMES), need("right", SIDE_NAMES))),
)
FACTS = turned(FACTS_KEYS, facts)
