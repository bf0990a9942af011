"""How a dose is written: modes, and parts that are a hold, reps or a movement."""

import re

from skill.content.fields import Field
from skill.content.sentences import kebab, sentence, spoken
from skill.content.shapes import Reader, Values, checked, many, may, need, record, turned, whole
from skill.domain.dose import Hold, Mode, Movement, Part, Phase, Range, Reps

# A typing slip must not make a lesson of a million cues; a count has a number word up to a hundred.
MOST_S = 600
MOST_COUNT = 100
MOST_SETS = 10
MOST_WAIT_S = 60
GAP_S = 2
RANGE = re.compile(r"([1-9][0-9]{0,3})-([1-9][0-9]{0,3})")

SECONDS = whole(1, MOST_S)
WAIT = whole(0, MOST_S)


def limits(field: Field) -> Range | None:
    """A range such as 20-60."""
    found = RANGE.fullmatch(field.node) if isinstance(field.node, str) else None
    low, high = map(int, found.groups()) if found else (1, 0)
    if low <= high:
        return Range(low, high)
    field.unlike("a range such as 20-60, low end first,")
    return None


def phase(field: Field) -> Phase | None:
    """A pair: a word, or null for the rep's number, and seconds."""
    places = field.items() or ()
    if len(places) != 2:  # noqa: PLR2004 - a word and its seconds
        field.wrong("a pair is needed, such as [lower, 4]")
        return None
    is_silent = places[0].node is None
    word = None if is_silent else spoken(places[0])
    phase_s = SECONDS(places[1])
    return Phase(word, phase_s) if phase_s is not None and (word is not None or is_silent) else None


def tempo(field: Field) -> tuple[Phase, ...] | None:
    """One wordless phase of that many seconds: the rep's number is spoken."""
    phase_s = SECONDS(field)
    return None if phase_s is None else (Phase(None, phase_s),)


def hold(values: Values) -> Hold:
    """A hold; without a range it cannot be set."""
    return Hold(**{"range_s": only(values["hold_s"]), **values})


def movement(values: Values) -> Movement:
    """A movement; without a range it cannot be set."""
    return Movement(**{"range_s": only(values["move_s"]), **values})


def reps(values: Values) -> Reps:
    """Reps; without a range they cannot be set, and where words lead them there is a breath between two."""
    phases = values.get("phases", ())
    gap_s = GAP_S if any(phase.word for phase in phases) else 0
    return Reps(**{"range": only(values["count"]), "phases": phases, "gap_s": gap_s, **values})


def only(value: int) -> Range:
    """A range of one value."""
    return Range(value, value)


def one_tempo(field: Field) -> None:
    """Keep a fault unless either phases or a tempo is given."""
    if (field.below("phases") is None) == (field.below("tempo_s") is None):
        field.wrong("either phases or tempo_s is needed")


def led(field: Field) -> None:
    """Keep a fault where there is time to follow a lead, and no lead."""
    if field.below("lead_wait_s") and not field.below("lead"):
        field.wrong("is there without a lead", "lead_wait_s")


def check_dose(part: Part, field: Field) -> None:
    """Keep a fault where the dose itself lies outside what a runner may set."""
    match part:
        case Hold():
            key, dose, allowed = "hold_s", part.hold_s, part.range_s
        case Movement():
            key, dose, allowed = "move_s", part.move_s, part.range_s
        case _:
            key, dose, allowed = "count", part.count, part.range
    if dose not in allowed:
        field.wrong(f"{dose} is outside {allowed.low}-{allowed.high}", key)


LEAD = (may("lead", sentence), may("lead_wait_s", whole(0, MOST_WAIT_S)))
SETTABLE_S = may("range_s", limits)
HOLD: Reader[Values] = record(dict, need("hold_s", SECONDS), SETTABLE_S, *LEAD, rules=[led])
MOVEMENT: Reader[Values] = record(
    dict, need("move_s", SECONDS), SETTABLE_S, may("stations", many(spoken)), *LEAD, rules=[led]
)
REPS: Reader[Values] = record(
    dict,
    need("count", whole(1, MOST_COUNT)),
    may("range", limits),
    may("phases", many(phase, least=1)),
    may("tempo_s", tempo, to="phases"),
    may("gap_s", WAIT),
    *LEAD,
    rules=[one_tempo, led],
)
PARTS: dict[str, Reader[Part]] = {
    "hold_s": turned(HOLD, hold),
    "count": turned(REPS, reps),
    "move_s": turned(MOVEMENT, movement),
}


def part(field: Field) -> Part | None:
    """A hold, reps or a movement, by the key that tells which."""
    given = [key for key in PARTS if field.below(key)]
    if len(given) != 1:
        field.wrong(f"exactly one of {', '.join(PARTS)} is needed, {len(given)} are there")
        return None
    found = PARTS[given[0]](field)
    if found is not None:
        check_dose(found, field)
    return found


def distinct(modes: tuple[Mode, ...], field: Field) -> None:
    """Keep a fault where two modes have one id."""
    ids = [mode.id for mode in modes]
    for index, place in enumerate(field.items() or ()):
        if ids[index] in ids[:index]:
            place.wrong(f"{ids[index]} names two modes", "mode")


MODE = record(
    Mode,
    need("mode", kebab, to="id"),
    need("parts", many(part, least=1)),
    may("sets", whole(1, MOST_SETS)),
    may("rest_s", WAIT),
)
DOSE = checked(many(MODE, least=1), distinct)
