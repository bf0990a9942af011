"""What files say of one another: links, and the doses of routines. What follows from a fault is none."""

from collections.abc import Iterator
from itertools import chain

from skill.content.drafts import Draft
from skill.content.faults import Fault
from skill.content.fields import Field
from skill.domain.dose import Hold
from skill.domain.model import Entry, Exercise


def lost_links(draft: Draft) -> Iterator[Fault]:
    """Links that lead nowhere."""
    for link in chain.from_iterable(page.links for page in draft.pages):
        ids = draft.ids(link.target)
        if ids is not None and link.id not in ids:
            yield link.field.fault(f"no {link.target} has the id {link.id!r:.60}")


def wrong_doses(draft: Draft) -> Iterator[Fault]:
    """Modes and holds a routine asks for that its exercises do not have."""
    for entry, field in chain.from_iterable(page.entries for page in draft.pages):
        exercise = draft.exercises.get(entry.exercise)
        if exercise is not None:
            yield from wrong_dose(entry, exercise, field)


def wrong_dose(entry: Entry, exercise: Exercise, field: Field) -> Iterator[Fault]:
    """A mode the exercise does not have, else a hold that does not fit the mode."""
    modes = [mode.id for mode in exercise.modes]
    if entry.mode is not None and entry.mode not in modes:
        yield field.fault(f"{exercise.id} has no mode {entry.mode!r:.60}, only {', '.join(modes)}", "mode")
    elif entry.hold_s is not None:
        holds = [part for part in exercise.mode(entry.mode).parts if isinstance(part, Hold)]
        yield from wrong_hold(entry.hold_s, holds, field)


def wrong_hold(hold_s: int, holds: list[Hold], field: Field) -> Iterator[Fault]:
    """A hold outside a range, or for an exercise that has none."""
    if not holds:
        yield field.fault("the exercise has no hold", "hold_s")
    for hold in holds:
        if hold_s not in hold.range_s:
            yield field.fault(f"{hold_s} is outside {hold.range_s.low}-{hold.range_s.high}", "hold_s")
