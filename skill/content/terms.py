"""Things a slot is filled with that have the ids of the voice contract: kit, areas of the body, complaints."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TypeVar

from skill.content.faults import Fault
from skill.content.fields import Field, Name, Page
from skill.content.ids import AREAS, AT_HAND, COMPLAINTS, KIT
from skill.content.sentences import check_spelling, spoken
from skill.content.shapes import Reader, checked, each, flag, identified, many, may, need, text
from skill.domain.library import normal
from skill.domain.model import Kit, Term

T = TypeVar("T", Kit, Term)


def heard(field: Field) -> str | None:
    """Words of a runner, never spoken by the coach."""
    said = text(field)
    if said is not None:
        heard_as(said, field)
    return said


def named(field: Field) -> str | None:
    """The name that the coach speaks, which is heard as well."""
    said = spoken(field)
    if said is not None:
        heard_as(said, field)
    return said


def heard_as(said: str, field: Field) -> None:
    """Keep a phrase on the page, to be compared with all others of its sort."""
    check_spelling(said, field)
    field.page.words.append(Name(text=said, is_own=False, field=field))


def all_of(ids: tuple[str, ...], reader: Reader[T]) -> Reader[Mapping[str, T | None]]:
    """Such a value for every id of the voice contract, and for no other."""
    read_each = each(reader)

    def read(field: Field) -> Mapping[str, T | None] | None:
        found = read_each(field)
        given = ids if found is None else tuple(found)
        for each_id in ids:
            if each_id not in given:
                field.wrong("is missing", each_id)
        for each_id in given:
            if each_id not in ids:
                field.wrong(f"is not one of {', '.join(ids)}", each_id)
        return found

    return read


def in_its_place(kit: Kit, field: Field) -> None:
    """Keep a fault where equipment is called a place to be, or a place equipment."""
    if kit.id in KIT and kit.is_at_hand != (kit.id in AT_HAND):
        field.wrong(f"{kit.id} is {'a place to be' if kit.id in AT_HAND else 'equipment'}", "at_hand")


def shared_words(pages: tuple[Page, ...]) -> Iterator[Fault]:
    """Phrases that would mean two things of one sort, for nobody is asked about those."""
    for _, same in groupby(pages, key=sort_of):
        first: dict[str, Field] = {}
        for word in (word for page in same for word in page.words):
            phrase = normal(word.text)
            earlier = first.setdefault(phrase, word.field)
            if earlier is not word.field:
                yield word.field.fault(f"{phrase!r} already stands in {earlier.page.file}:{earlier.line}")


def sort_of(page: Page) -> str:
    """What the words of a page are names of: each folder, and each file at the top, is a sort."""
    return page.shelf or page.id


NAME = need("name", named)
ALSO = may("also", many(heard))
AREA = identified(Term, NAME, ALSO)
COMPLAINT = identified(Term, NAME, ALSO, may("careful", many(heard)))
KIT_FACTS = checked(identified(Kit, NAME, ALSO, may("at_hand", flag, to="is_at_hand")), in_its_place)

ALL_AREAS = all_of(AREAS, AREA)
ALL_COMPLAINTS = all_of(COMPLAINTS, COMPLAINT)
ALL_KIT = all_of(KIT, KIT_FACTS)
