"""content/ as the Library: the one way in for everyone who coaches."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib.resources.abc import Traversable
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from skill.content.drafts import Draft, draft
from skill.content.faults import ContentError, Fault
from skill.content.links import lost_links, wrong_doses
from skill.content.locales import DEFAULT, read_facts
from skill.content.names import claims_of, shared_names, wrong_phrases
from skill.content.terms import shared_words
from skill.domain.library import ChoiceWords, Library, normal

T = TypeVar("T")


def load(folder: Traversable) -> Library:
    """The Library; raises ContentError with every fault of the files it is made of."""
    content = draft(folder)
    page, facts = read_facts(folder, DEFAULT)
    faults = (*faults_of(content), *page.faults)
    if facts is None or faults:
        raise ContentError(faults)
    return library(content, facts.words)


def faults_of(content: Draft) -> Iterator[Fault]:
    """What is wrong with each file, then between files, in no order."""
    claims = claims_of(content)
    return chain(
        content.faults(),
        lost_links(content),
        wrong_doses(content),
        shared_names(content, claims),
        wrong_phrases(content, claims),
        shared_words(content.pages),
    )


def library(content: Draft, words: ChoiceWords | None = None) -> Library:
    """What the draft holds, without what is broken; and the words for a choice."""
    exercises, routines = settled(content.exercises), settled(content.routines)
    return Library(
        exercises=exercises,
        routines=routines,
        kit=settled(content.kit or {}),
        sources=settled(content.articles or {}),
        ambiguous=settled(dict(phrases_of(content, exercises.keys()))),
        areas=settled(content.areas or {}),
        complaints=settled(content.complaints or {}),
        tips=settled(content.tips),
        ambiguous_routines=settled(dict(phrases_of(content, routines.keys()))),
        words=MappingProxyType(dict(words or {})),
    )


def phrases_of(content: Draft, known: AbstractSet[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Phrases that may mean several of what is known, as they are compared."""
    for found in filter(None, (content.ambiguous or {}).values()):
        if known >= set(found.ids):
            yield normal(found.field.id), found.ids


def settled(values: Mapping[str, T | None]) -> Mapping[str, T]:
    """The values that are there, sorted by id and not to be changed."""
    return MappingProxyType({key: value for key, value in sorted(values.items()) if value is not None})
