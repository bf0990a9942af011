"""Whether the skill could do what somebody asks of Alexa without naming one: told by our model, touching nothing.

Only requests that need no practice under way are ours to take; "next" said to nobody is for somebody else.
"""

from collections.abc import Mapping

from ask_sdk_model import Intent
from ask_sdk_model.canfulfill import (
    CanFulfillIntent,
    CanFulfillIntentValues,
    CanFulfillSlot,
    CanFulfillSlotValues,
    CanUnderstandSlotValues,
)

from skill.alexa import slots
from skill.alexa.intents import SLOTS, Said
from skill.coach.requests import Name
from skill.domain.library import Library

NEEDED: Mapping[str, tuple[str, ...]] = {
    "StartRoutineIntent": ("routine",),
    "HowToIntent": ("exercise",),
    "DescribeIntent": ("exercise",),
    "HowLongIntent": ("exercise",),
    "WhyIntent": ("exercise",),
    "SourceIntent": ("exercise",),
    "KitIntent": ("exercise", "routine"),
    "ListRoutinesIntent": (),
    "ListExercisesIntent": (),
    "TipIntent": (),
    "PlanRoutineIntent": (),
}
"""What can be done out of the blue, and the slots of which one has to be filled for that."""

READ_AS = {"duration": "duration_s", "ordinal": "number"}
"""Slots that `Said` has under another name."""

Understood = CanUnderstandSlotValues


def can_fulfill(intent: Intent, library: Library) -> CanFulfillIntent:
    """YES: done at once. MAYBE: something would have to be asked first. NO: not ours, or not in our content."""
    name, given = intent.name or "", intent.slots or {}
    said = Said(given, library)
    understood = {slot: understanding(said, slot) if slot in SLOTS.get(name, ()) else Understood.NO for slot in given}
    is_ours = name in NEEDED
    return CanFulfillIntent(
        can_fulfill=verdict(NEEDED[name], understood, said) if is_ours else CanFulfillIntentValues.NO,
        slots={slot: answer(found, is_ours=is_ours) for slot, found in understood.items()} or None,
    )


def verdict(
    needed: tuple[str, ...], understood: Mapping[str, CanUnderstandSlotValues], said: Said
) -> CanFulfillIntentValues:
    """What comes of all slots together."""
    filled = [found for slot, found in understood.items() if is_filled(said, slot)]
    if Understood.NO in filled:
        return CanFulfillIntentValues.NO
    is_missing = bool(needed) and not any(is_filled(said, slot) for slot in needed)
    return CanFulfillIntentValues.MAYBE if is_missing or Understood.MAYBE in filled else CanFulfillIntentValues.YES


def understanding(said: Said, slot: str) -> CanUnderstandSlotValues:
    """YES for one thing we have, MAYBE for several and for a slot that is still empty, NO for what we do not have."""
    if not is_filled(said, slot):
        return Understood.MAYBE
    match getattr(said, READ_AS.get(slot, slot)):
        case Name(ids=(_,)):
            return Understood.YES
        case Name(ids=ids):
            return Understood.MAYBE if ids else Understood.NO
        case found:
            return Understood.YES if found is not None else Understood.NO


def is_filled(said: Said, slot: str) -> bool:
    """Whether anything at all was said for a slot."""
    return slots.value(said.slots.get(slot)) is not None


def answer(found: CanUnderstandSlotValues, *, is_ours: bool) -> CanFulfillSlot:
    """What is told of one slot."""
    can = CanFulfillSlotValues.YES if is_ours and found is not Understood.NO else CanFulfillSlotValues.NO
    return CanFulfillSlot(can_understand=found, can_fulfill=can)
