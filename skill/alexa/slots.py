"""What filled a slot, as the coach knows it. A slot of any shape is understood or counts as empty, and never raises."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from ask_sdk_model import ListSlotValue, SimpleSlotValue, Slot
from ask_sdk_model.slu.entityresolution import Resolution, StatusCode

from skill.coach.requests import Name
from skill.coach.sensations import Sensation
from skill.domain.library import normal
from skill.domain.model import Exercise, Kit, Routine, Side, Term, Tip

LONGEST_HEARD = 140
"""Characters of a slot's words that are kept: as many as a value in the model may have."""

UNHEARD = frozenset({"", "?"})
"""Alexa sends a question mark for a slot that was filled by something it did not understand."""

Filling = Slot | SimpleSlotValue
Thing = Exercise | Routine
E = TypeVar("E", bound=StrEnum)
Ways = Mapping[str, tuple[str, ...]]
"""By id, the ways to say each of a choice."""

URGENCY = (
    *(Sensation.CHEST, Sensation.DIZZY, Sensation.NO_WEIGHT, Sensation.POP, Sensation.SWELLING),
    *(Sensation.SHARP, Sensation.NUMB, Sensation.CRAMP, Sensation.PAIN),
)
"""What a runner feels, the most urgent first."""


def name(slot: Slot | None, things: Mapping[str, Thing], called: Callable[[str], Sequence[Thing]]) -> Name:
    """The things a slot means: what bears exactly this name, else Alexa's matches, else what is also called so.

    Alexa gives several matches where words are part of several names; another name that is exact settles it then.
    """
    filled = first(slot)
    heard = words(filled)
    if heard in UNHEARD:
        return Name()
    own = called(heard)
    matched = tuple(found for found in dict.fromkeys(matches(filled)) if found in things)
    is_exact = len(own) == 1 and normal(own[0].name) == normal(heard)
    if not own and not matched:
        return near(heard, things)
    if is_exact or len(own) == 1 != len(matched) or not matched:
        return Name(tuple(thing.id for thing in own), heard)
    return Name(matched, heard)


def near(heard: str, things: Mapping[str, Thing]) -> Name:
    """What words that match nothing may mean. The look-up is imported only here, as most words match."""
    from skill.alexa.nearest import nearest

    ids, offered = nearest(heard, things.values())
    return Name(ids, heard, offered)


def term(slot: Slot | None, terms: Mapping[str, Term | Kit | Tip]) -> Name:
    """An area, a complaint, a kit or a topic: Alexa's matches, else what is called so."""
    filled = first(slot)
    heard = words(filled)
    if heard in UNHEARD:
        return Name()
    matched = tuple(found for found in dict.fromkeys(matches(filled)) if found in terms)
    return Name(matched or tuple(one for one, thing in terms.items() if is_called(thing, heard)), heard)


def is_called(thing: Term | Kit | Tip, heard: str) -> bool:
    """Whether these are words for it."""
    names = (thing.id, *thing.also, *getattr(thing, "careful", ()), getattr(thing, "name", thing.id))
    return normal(heard) in map(normal, names)


def value(slot: Slot | None) -> str | None:
    """What one of Alexa's own slot types was filled with."""
    return words(first(slot)) or None


def side(slot: Slot | None) -> Side | None:
    """Right or left, by Alexa's match or by the one of the two words that was heard."""
    filled = first(slot)
    heard = {*matches(filled)} or set(normal(words(filled)).split())
    meant = [one for one in (Side.RIGHT, Side.LEFT) if one.value in heard]
    return meant[0] if len(meant) == 1 else None


def choice(slot: Slot | None, kind: type[E], ways: Ways) -> E | None:
    """One of a few: Alexa's match, the only one; else what the words name, among the matches if there are any."""
    filled = first(slot)
    matched = [one for one in kind if one in {*matches(filled)}]
    if len(matched) == 1:
        return matched[0]
    return named_best(words(filled), matched or list(kind), ways)


def named_best(heard: str, among: Collection[E], ways: Ways) -> E | None:
    """What the words name by the longest phrase: "don't wait for me" is not "wait for me"."""
    found = [(len(phrase), one) for one in among for phrase in phrases_of(one, ways) if has_phrase(heard, phrase)]
    return max(found, key=lambda each: each[0])[1] if found else None


def sensation(slot: Slot | None, area: Slot | None, ways: Ways) -> Sensation | None:
    """What a runner feels: of the only match and all that the words name, the most urgent.

    The words for the area count too, as in "my chest hurts". Several matches say nothing: "hurts" is a part of many.
    """
    filled = first(slot)
    heard = f"{words(first(area))} {words(filled)}"
    matched = {one for one in URGENCY if one in {*matches(filled)}}
    felt = {one for one in URGENCY if any(has_phrase(heard, phrase) for phrase in phrases_of(one, ways))}
    felt |= matched if len(matched) == 1 else set()
    return next((one for one in URGENCY if one in felt), None)


def phrases_of(one: StrEnum, ways: Ways) -> tuple[str, ...]:
    """All that one of a choice is called: its id, and the ways to say it."""
    return (one.value, *ways.get(one.value, ()))


def has_phrase(heard: str, phrase: str) -> bool:
    """Whether a phrase stands in what was heard, whole words only."""
    return f" {normal(phrase)} " in f" {normal(heard)} "


def first(slot: Slot | None) -> Filling | None:
    """The slot itself, or the first of the values where it holds several."""
    one = slot.slot_value if slot else None
    if slot is None or (slot.value and not isinstance(one, ListSlotValue)):
        return slot
    while isinstance(one, ListSlotValue):
        one = one.values[0] if one.values else None
    return one if isinstance(one, SimpleSlotValue) else None


def words(filled: Filling | None) -> str:
    """What was heard, in single spaces; nothing where Alexa heard nothing."""
    return " ".join(((filled and filled.value) or "").split())[:LONGEST_HEARD].rstrip()


def matches(filled: Filling | None) -> Iterator[str]:
    """The ids that entity resolution found, the model's own and those of dynamic entities, in the order sent."""
    resolutions = filled.resolutions if filled else None
    for resolution in (resolutions and resolutions.resolutions_per_authority) or ():
        if is_match(resolution):
            yield from (found.value.id for found in resolution.values or () if found.value and found.value.id)


def is_match(resolution: Resolution) -> bool:
    """Whether an authority knew the words."""
    return resolution.status is not None and resolution.status.code is StatusCode.ER_SUCCESS_MATCH
