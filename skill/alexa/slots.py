"""What filled a slot, as the coach knows it. A slot of any shape is understood or counts as empty, and never raises."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ask_sdk_model import ListSlotValue, SimpleSlotValue, Slot
from ask_sdk_model.slu.entityresolution import Resolution, StatusCode

from skill.coach.requests import Name
from skill.domain.library import normal
from skill.domain.model import Exercise, Kit, Routine, Side, Term, Tip

LONGEST_HEARD = 140
"""Characters of a slot's words that are kept: as many as a value in the model may have."""

UNHEARD = frozenset({"", "?"})
"""Alexa sends a question mark for a slot that was filled by something it did not understand."""

Filling = Slot | SimpleSlotValue
Thing = Exercise | Routine


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
