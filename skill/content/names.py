"""What exercises and routines are called: a phrase means one thing, unless ambiguous.yaml lists it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from skill.content.drafts import Draft
from skill.content.faults import Fault
from skill.content.fields import Name, Shelf
from skill.content.files import Ambiguous
from skill.domain.library import normal

Claims = Mapping[str, list[Name]]


def claims_of(draft: Draft) -> Claims:
    """Every phrase and who claims it: spoken names first, then in the order of the files."""
    claims: defaultdict[str, list[Name]] = defaultdict(list)
    for page in draft.pages:
        for name in page.names:
            claims[normal(name.text)].append(name)
    return {phrase: sorted(names, key=lambda name: not name.is_own) for phrase, names in claims.items()}


def shared_names(draft: Draft, claims: Claims) -> Iterator[Fault]:
    """Phrases claimed twice that nobody is asked about; none is known while ambiguous.yaml cannot be read."""
    if draft.ambiguous is None:
        return
    asked = set(map(normal, draft.ambiguous))
    for phrase in claims.keys() - asked:
        first, *others = claims[phrase]
        for other in others:
            where = f"{first.field.page.file}:{first.field.line}"
            yield other.field.fault(f"{phrase!r} is already claimed in {where}, and is not in ambiguous.yaml")


def wrong_phrases(draft: Draft, claims: Claims) -> Iterator[Fault]:
    """Ambiguous phrases that would never be asked about, or would be asked about wrongly."""
    first: dict[str, Ambiguous] = {}
    for found in filter(None, (draft.ambiguous or {}).values()):
        phrase = normal(found.field.id)
        if first.setdefault(phrase, found) is not found:
            yield found.field.fault(f"is the same phrase as in line {first[phrase].field.line}")
        yield from wrong_phrase(found, claims.get(phrase, []), draft)


def wrong_phrase(found: Ambiguous, claims: list[Name], draft: Draft) -> Iterator[Fault]:
    """Ids that are unknown or of two sorts, else names that would always win; those of a broken file are not known."""
    shelf = shelf_of(found, draft)
    broken = {each for each, value in (*draft.exercises.items(), *draft.routines.items()) if value is None}
    if shelf is None:
        yield found.field.fault(unknown(found, draft))
    elif broken.isdisjoint(found.ids):
        yield from outvoted(found, [name for name in claims if name.field.page.shelf is shelf])


def shelf_of(found: Ambiguous, draft: Draft) -> Shelf | None:
    """Exercises or routines, whichever holds all the ids."""
    ids = set(found.ids)
    if ids <= draft.exercises.keys():
        return Shelf.EXERCISES
    return Shelf.ROUTINES if ids <= draft.routines.keys() else None


def unknown(found: Ambiguous, draft: Draft) -> str:
    """What is wrong with ids that are not all exercises and not all routines."""
    lost = [each for each in found.ids if each not in draft.exercises and each not in draft.routines]
    ids = ", ".join(f"{each!r:.60}" for each in lost)
    return f"no exercise or routine has the id {ids}" if lost else "lists both exercises and routines"


def outvoted(found: Ambiguous, claims: list[Name]) -> Iterator[Fault]:
    """A spoken name, or another name of only some it lists."""
    own = [name.field.page.id for name in claims if name.is_own]
    others = {name.field.page.id for name in claims}
    if own:
        yield found.field.fault(f"is the spoken name of {own[0]}, which always wins")
    elif others and others != set(found.ids):
        yield found.field.fault(f"is another name of {', '.join(sorted(others))}; of all listed or none is needed")
