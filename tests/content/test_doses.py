"""How much of an exercise."""

import pytest

from skill.content.load import load
from skill.domain.dose import Hold, Movement, Phase, Range, Reps
from tests.content.author import Author, Edit

CALF = "exercises/calf-stretch.yaml"
DROP = "exercises/heel-drop.yaml"
ROLL = "exercises/ball-roll.yaml"


def test_doses_become_what_they_say(author: Author) -> None:
    exercises = load(author.folder).exercises
    calf, drop, roll = (exercises[each].modes for each in ("calf-stretch", "heel-drop", "ball-roll"))
    assert calf[0].parts == (Hold(hold_s=30, range_s=Range(20, 60)),)
    assert roll[0].parts == (Movement(move_s=40, range_s=Range(40, 40), stations=("heel", "toes")),)
    assert drop[0].parts == (Reps(count=10, range=Range(8, 12), phases=(Phase("lower", 4), Phase(None, 1)), gap_s=2),)
    assert drop[1].parts == (
        Reps(count=5, range=Range(5, 5), phases=(Phase(None, 2),), gap_s=0),
        Hold(hold_s=20, range_s=Range(20, 20), lead="And hold."),
    )
    assert [(mode.id, mode.sets, mode.rest_s) for mode in (*calf, *drop)] == [
        ("hold", 1, 15),
        ("reps", 1, 15),
        ("easy", 2, 10),
    ]


@pytest.mark.parametrize(
    ("edit", "each"),
    [
        (Edit(CALF, "hold_s: 30", "hold_s: 30\n        lead: Lean.\n        lead_wait_s: 6"), "calf-stretch"),
        (Edit(DROP, "range: 8-12", "range: 8-12\n        lead: Lean.\n        lead_wait_s: 6"), "heel-drop"),
        (Edit(ROLL, "move_s: 40", "move_s: 40\n        lead: Lean.\n        lead_wait_s: 6"), "ball-roll"),
    ],
)
def test_a_lead_may_have_seconds_to_follow_it_in(author: Author, edit: Edit, each: str) -> None:
    author.replaces(*edit)
    part = load(author.folder).exercises[each].modes[0].parts[0]
    assert (part.lead, part.lead_wait_s) == ("Lean.", 6)


@pytest.mark.parametrize("gap_s", [0, 5])
def test_a_gap_that_is_written_counts(author: Author, gap_s: int) -> None:
    author.replaces(DROP, "range: 8-12", f"range: 8-12\n        gap_s: {gap_s}")
    part = load(author.folder).exercises["heel-drop"].modes[0].parts[0]
    assert isinstance(part, Reps)
    assert part.gap_s == gap_s


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit(CALF, "range_s: 20-60", "range_s: 31-60"), "9: dose.0.parts.0.hold_s: 30 is outside 31-60"),
        (
            Edit(ROLL, "move_s: 40", "range_s: 50-60\n        move_s: 40"),
            "10: dose.0.parts.0.move_s: 40 is outside 50-60",
        ),
        (Edit(DROP, "range: 8-12", "range: 11-12"), "9: dose.0.parts.0.count: 10 is outside 11-12"),
        (
            Edit(CALF, "range_s: 20-60", "range_s: 60-20"),
            "10: dose.0.parts.0.range_s: a range such as 20-60, low end first, is needed, this is '60-20'",
        ),
        (
            Edit(CALF, "range_s: 20-60", "range_s: 60"),
            "10: dose.0.parts.0.range_s: a range such as 20-60, low end first, is needed, this is 60",
        ),
        (
            Edit(CALF, "range_s: 20-60", "range_s: 0-60"),
            "10: dose.0.parts.0.range_s: a range such as 20-60, low end first, is needed, this is '0-60'",
        ),
        (
            Edit(CALF, "hold_s: 30", "hold_s: 30\n        count: 3"),
            "9: dose.0.parts.0: exactly one of hold_s, count, move_s is needed, 2 are there",
        ),
        (
            Edit(CALF, "hold_s: 30", "holds: 30"),
            "9: dose.0.parts.0: exactly one of hold_s, count, move_s is needed, 0 are there",
        ),
        (Edit(DROP, "tempo_s: 2", "gap_s: 2"), "16: dose.1.parts.0: either phases or tempo_s is needed"),
        (
            Edit(DROP, "tempo_s: 2", "tempo_s: 2\n        phases: [[up, 1]]"),
            "16: dose.1.parts.0: either phases or tempo_s is needed",
        ),
        (
            Edit(DROP, "tempo_s: 2", "tempo_s: 0"),
            "17: dose.1.parts.0.tempo_s: a whole number from 1 to 600 is needed, this is 0",
        ),
        (Edit(DROP, "[lower, 4]", "[lower]"), "11: dose.0.parts.0.phases.0: a pair is needed, such as [lower, 4]"),
        (Edit(DROP, "[lower, 4]", "lower"), "11: dose.0.parts.0.phases.0: a list is needed, this is 'lower'"),
        (Edit(DROP, "[lower, 4]", "[3, 4]"), "11: dose.0.parts.0.phases.0.0: text is needed, this is 3"),
        (
            Edit(DROP, "[null, 1]", "[null, x]"),
            "11: dose.0.parts.0.phases.1.1: a whole number from 1 to 600 is needed, this is 'x'",
        ),
        (Edit(DROP, "mode: easy", "mode: reps"), "12: dose.1.mode: reps names two modes"),
        (Edit(DROP, "mode: easy", "mode: Easy"), "12: dose.1.mode: 'Easy' is not kebab-case"),
        (Edit(DROP, "mode: easy", "mode: 1"), "12: dose.1.mode: text is needed, this is 1"),
        (
            Edit(DROP, "count: 10", "count: 101"),
            "9: dose.0.parts.0.count: a whole number from 1 to 100 is needed, this is 101",
        ),
        (
            Edit(CALF, "hold_s: 30", "hold_s: 30\n        lead_wait_s: 6"),
            "10: dose.0.parts.0.lead_wait_s: is there without a lead",
        ),
        (Edit(DROP, "sets: 2", "sets: 11"), "13: dose.1.sets: a whole number from 1 to 10 is needed, this is 11"),
    ],
)
def test_a_wrong_dose_is_told(author: Author, edit: Edit, told: str) -> None:
    author.replaces(*edit)
    assert f"content/{edit.name}:{told}" in author.is_told()
