"""The shape of every file in content/ that the Library is made of, and the domain value each becomes."""

from dataclasses import dataclass

from skill.content.doses import DOSE, SECONDS, WAIT
from skill.content.fields import Field, Link, Target
from skill.content.ids import AREAS, COMPLAINTS
from skill.content.sentences import answer, check_spelling, other_name, own_name, sentence, spoken
from skill.content.shapes import (
    Reader,
    Values,
    checked,
    each,
    flag,
    identified,
    listed,
    many,
    may,
    need,
    one_of,
    record,
    text,
    turned,
)
from skill.content.terms import heard, heard_as
from skill.content.wordings import WORDINGS, exit_worded, sides_worded
from skill.domain.model import (
    Choice,
    Entry,
    Exercise,
    Form,
    Kind,
    KitNeed,
    Limb,
    Occasion,
    Place,
    Routine,
    Sides,
    Source,
    Substitute,
    Tip,
    WarmUp,
)

EXIT_S = 8


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The ids a phrase may mean, and where that is written."""

    ids: tuple[str, ...]
    field: Field


def linked(target: Target) -> Reader[str]:
    """An id of something else; whether it is known is seen when all files are read."""

    def read(field: Field) -> str | None:
        found = text(field)
        if found is not None:
            field.page.links.append(Link(target=target, id=found, field=field))
        return found

    return read


def exercise(values: Values) -> Exercise:
    """An exercise; an exit has its usual seconds where the file gives none."""
    usual = {"exit_s": EXIT_S} if "exit" in values else {}
    return Exercise(**{**usual, **values})


def one_way(field: Field) -> None:
    """Keep a fault unless a substitute is kit, an exercise or a sentence; kit may have a sentence."""
    given = [key for key in ("kit", "exercise", "how") if field.below(key)]
    if not given or {"kit", "exercise"} <= set(given):
        field.wrong(f"either kit, exercise or how is needed, {' and '.join(given) or 'none'} is there")


def noted(entry: Entry, field: Field) -> None:
    """Keep an entry to be compared with its exercise."""
    field.page.entries.append((entry, field))


def ambiguous(field: Field) -> Ambiguous | None:
    """Two ids or more under a phrase."""
    check_spelling(field.id, field)
    ids = many(text)(field)
    if ids is not None and len(set(ids)) < 2:  # noqa: PLR2004 - one meaning is not ambiguous
        field.wrong(f"{len(set(ids))} given, at least two different ids needed")
    return None if ids is None else Ambiguous(ids, field)


def topical(tip: Tip, field: Field) -> None:
    """The topic itself is heard as well, spoken as its id is written."""
    heard_as(tip.id.replace("-", " "), field)


EXERCISE_ID = linked(Target.EXERCISE)
KIT_ID = linked(Target.KIT)
OTHER_NAMES = many(other_name)
SENTENCES = many(sentence)
SOURCES = many(linked(Target.ARTICLE), least=1)
CHOICES = many(record(Choice, need("what", spoken), need("why", spoken)))
FORMS = many(
    record(Form, may("exercise", EXERCISE_ID), may("how", sentence), may("elsewhere", flag, to="is_elsewhere"))
)
SUBSTITUTE = record(Substitute, may("kit", KIT_ID), may("exercise", EXERCISE_ID), may("how", sentence), rules=[one_way])

NEED = record(
    KitNeed, need("kit", KIT_ID), may("substitutes", many(SUBSTITUTE)), may("optional", flag, to="is_optional")
)

EXERCISE_KEYS: Reader[Values] = identified(
    dict,
    need("name", own_name),
    may("also", OTHER_NAMES),
    need("kind", one_of(Kind)),
    need("place", one_of(Place)),
    need("sides", one_of(Sides)),
    may("limb", one_of(Limb)),
    need("dose", DOSE, to="modes"),
    need("wording", WORDINGS, to="wordings"),
    may("switch_s", SECONDS),
    may("exit", sentence),
    may("exit_s", WAIT),
    may("reminder", sentence),
    may("easier", FORMS),
    may("harder", FORMS),
    may("variations", many(EXERCISE_ID)),
    may("kit", many(NEED)),
    may("cautions", SENTENCES),
    may("areas", many(listed(AREAS))),
    may("loads", many(listed(AREAS))),
    may("complaints", many(listed(COMPLAINTS))),
    need("benefit", sentence),
    need("sources", SOURCES),
    may("chosen_by_us", CHOICES),
    rules=[sides_worded, exit_worded],
)
EXERCISE = turned(EXERCISE_KEYS, exercise)

ENTRY_KEYS = record(
    Entry,
    need("exercise", EXERCISE_ID),
    may("mode", text),
    may("hold_s", SECONDS),
    may("place", one_of(Place)),
    may("ask_first", spoken),
)
ENTRY = checked(ENTRY_KEYS, noted)

ROUTINE = identified(
    Routine,
    need("name", own_name),
    may("also", OTHER_NAMES),
    need("occasion", one_of(Occasion)),
    may("warm_up", one_of(WarmUp)),
    need("exercises", many(ENTRY, least=1), to="entries"),
    may("cautions", SENTENCES),
    need("sources", SOURCES),
    may("chosen_by_us", CHOICES),
)

TIP_KEYS = identified(
    Tip, need("answer", answer), need("sources", SOURCES), may("also", many(heard)), may("chosen_by_us", CHOICES)
)
TIP = checked(TIP_KEYS, topical)
ARTICLES = each(identified(Source, need("spoken", spoken)))
PHRASES = each(ambiguous)
