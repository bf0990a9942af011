"""How the words of an exercise are written: instructions in three lengths, sides by name, and the way out."""

from collections.abc import Mapping

from skill.content.doses import MOST_WAIT_S
from skill.content.fields import Field
from skill.content.sentences import sentence
from skill.content.shapes import many, may, need, record, whole
from skill.domain.model import Instruction, Place, Sides, Wording, Wordings

LENGTHS = ("full", "short", "shorter")
LOW_OR_HIGH = (Place.STEP, Place.KNEELING, Place.FLOOR)

TIMED = record(Instruction, need("say", sentence, to="text"), may("wait_s", whole(0, MOST_WAIT_S)))


def instruction(field: Field) -> Instruction | None:
    """A sentence, alone or with the seconds to do it in."""
    if isinstance(field.node, Mapping):
        return TIMED(field)
    said = sentence(field)
    return None if said is None else Instruction(said)


WORDING = record(
    Wording,
    may("place", many(instruction)),
    may("right", sentence),
    may("left", sentence),
    may("setup", many(instruction)),
)
WORDINGS = record(Wordings, *(need(length, WORDING) for length in LENGTHS))


def sides_worded(field: Field) -> None:
    """Keep a fault where an exercise lacks words for a side it works, or has words for one it does not."""
    sides = field.below("sides")
    for length in LENGTHS:
        wording = field.below("wording", length)
        if sides and wording and sides.node in tuple(Sides):
            check_sides(wording, Sides(str(sides.node)))


def check_sides(wording: Field, sides: Sides) -> None:
    """Keep a fault for right and left where they are missing or should be."""
    for side in ("right", "left"):
        is_given = wording.below(side) is not None
        if sides is Sides.EACH and not is_given:
            wording.wrong("is missing, and sides is each", side)
        if sides is not Sides.EACH and is_given:
            wording.wrong(f"names one side, and sides is {sides}", side)


def exit_worded(field: Field) -> None:
    """Keep a fault where nothing brings a runner out of a low or high place, or its seconds have no words."""
    place, way_out = field.below("place"), field.below("exit")
    if place and place.node in LOW_OR_HIGH and not way_out:
        field.wrong(f"is missing, and place is {place.node}", "exit")
    if field.below("exit_s") and not way_out:
        field.wrong("is there without an exit", "exit_s")
