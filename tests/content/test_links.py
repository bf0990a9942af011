"""Links between files."""

import pytest

from tests.content.author import Author, Edit

CALF = "exercises/calf-stretch.yaml"
RUN = "routines/post-run.yaml"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            Edit(CALF, "- exercise: heel-drop", "- exercise: nothing"),
            "29: harder.0.exercise: no exercise has the id 'nothing'",
        ),
        (
            Edit(CALF, "variations: [heel-drop]", "variations: [nothing]"),
            "30: variations.0: no exercise has the id 'nothing'",
        ),
        (Edit(CALF, "kit: wall", "kit: door"), "32: kit.0.kit: no kit has the id 'door'"),
        (Edit(CALF, "kit: chair", "kit: door"), "34: kit.0.substitutes.0.kit: no kit has the id 'door'"),
        (
            Edit(CALF, "exercise: ball-roll", "exercise: x"),
            "36: kit.0.substitutes.1.exercise: no exercise has the id 'x'",
        ),
        (Edit(CALF, "sources: [A0]", "sources: [A0, A9]"), "42: sources.1: no article has the id 'A9'"),
        (
            Edit(RUN, "exercise: calf-stretch", "exercise: nothing"),
            "6: exercises.0.exercise: no exercise has the id 'nothing'",
        ),
        (Edit(RUN, "sources: [A0]", "sources: [A9]"), "11: sources.0: no article has the id 'A9'"),
        (Edit(RUN, "mode: easy", "mode: hard"), "9: exercises.1.mode: heel-drop has no mode 'hard', only reps, easy"),
        (Edit(RUN, "hold_s: 40", "hold_s: 61"), "7: exercises.0.hold_s: 61 is outside 20-60"),
        (Edit(RUN, "mode: easy", "hold_s: 20"), "9: exercises.1.hold_s: the exercise has no hold"),
        (Edit(RUN, "mode: easy", "mode: easy\n    hold_s: 21"), "10: exercises.1.hold_s: 21 is outside 20-20"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(author: Author, edit: Edit, told: str) -> None:
    author.replaces(*edit)
    assert author.is_told() == [f"content/{edit.name}:{told}"]


def test_an_exercise_that_is_broken_is_still_there(author: Author) -> None:
    author.writes("exercises/heel-drop.yaml", "name: [\n")
    assert [told.partition(":")[0] for told in author.is_told()] == ["content/exercises/heel-drop.yaml"]


def test_kit_and_articles_that_cannot_be_read_are_one_fault_each(author: Author) -> None:
    author.writes("kit.yaml", "")
    author.removes("sources.yaml")
    assert author.is_told() == ["content/kit.yaml:1: file: is empty", "content/sources.yaml:1: file: is missing"]
