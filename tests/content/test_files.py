"""The files and the values they become."""

import pytest

from skill.content.load import load
from skill.domain.model import Choice, Entry, Form, Kit, KitNeed, Occasion, Place, Source, Substitute, Tip, WarmUp
from tests.content.author import Author, Edit

CALF = "exercises/calf-stretch.yaml"
DROP = "exercises/heel-drop.yaml"
SHOES = "tips/new-shoes.yaml"
SPELLED = "a name is letters, single spaces, apostrophes, hyphens and dots; numbers are words"


def test_an_exercise_becomes_what_it_says(author: Author) -> None:
    calf = load(author.folder).exercises["calf-stretch"]
    assert (calf.id, calf.name, calf.also) == ("calf-stretch", "calf stretch", ("wall stretch",))
    assert (calf.easier, calf.harder) == ((Form(how="Stand closer."),), (Form(exercise="heel-drop"),))
    substitutes = (
        Substitute(kit="chair", how="Hold its back."),
        Substitute(exercise="ball-roll"),
        Substitute(how="Do without."),
    )
    assert calf.kit == (KitNeed("wall", substitutes),)
    assert (calf.areas, calf.loads, calf.complaints) == (("calf",), ("heel",), ("tight-calves",))
    assert calf.chosen_by_us == (Choice("A shorter step.", "It takes length from the calf."),)


def test_what_an_exercise_leaves_out_is_as_usual(author: Author) -> None:
    drop = load(author.folder).exercises["heel-drop"]
    assert (drop.switch_s, drop.exit, drop.exit_s) == (6, "Step down.", 8)
    assert load(author.folder).exercises["ball-roll"].exit_s == 0


def test_a_way_out_may_have_seconds_of_its_own(author: Author) -> None:
    author.replaces(DROP, "exit: Step down.", "exit: Step down.\nexit_s: 15")
    assert load(author.folder).exercises["heel-drop"].exit_s == 15


def test_a_routine_becomes_what_it_says(author: Author) -> None:
    routine = load(author.folder).routines["post-run"]
    assert (routine.name, routine.occasion, routine.warm_up) == ("post-run routine", Occasion.AFTER, WarmUp.BREATH)
    assert routine.entries == (
        Entry(exercise="calf-stretch", hold_s=40),
        Entry(exercise="heel-drop", mode="easy", ask_first="Do it, or finish here?"),
    )


def test_a_routine_may_do_an_exercise_in_another_place(author: Author) -> None:
    author.replaces("routines/post-run.yaml", "hold_s: 40", "hold_s: 40\n    place: seated")
    entries = load(author.folder).routines["post-run"].entries
    assert [entry.place for entry in entries] == [Place.SEATED, None]


def test_a_tip_becomes_what_it_says(author: Author) -> None:
    author.adds(SHOES, "chosen_by_us: [{what: Room., why: Toes like it.}]\n")
    assert load(author.folder).tips == {
        "new-shoes": Tip(
            id="new-shoes",
            answer="Leave room for the toes.",
            sources=("A0",),
            also=("tight shoes",),
            chosen_by_us=(Choice("Room.", "Toes like it."),),
        )
    }


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit(SHOES, "sources: [A0]\n", ""), "1: sources: is missing"),
        (Edit(SHOES, "sources: [A0]", "sources: []"), "2: sources: 0 given, at least 1 needed"),
        (Edit(SHOES, "sources: [A0]", "sources: [A7]"), "2: sources.0: no article has the id 'A7'"),
        (Edit(SHOES, "the toes", "the toes" + 31 * " now"), "1: answer: 36 words, 35 are allowed"),
        (Edit(SHOES, "Leave room", "Ask Alexa"), "1: answer: says Alexa, which wakes the device"),
        (Edit(SHOES, "Leave room", "Room heals"), "1: answer: 'heals' claims a cure"),
        (Edit(SHOES, "Leave room", "Like this, leave room"), "1: answer: 'Like this' needs open eyes"),
        (Edit(SHOES, "also:", "topic: shoes\nalso:"), "3: topic: is not a key that is known here"),
        (Edit(SHOES, "tight shoes", "shoe size 9"), f"3: also.0: {SPELLED}"),
        (Edit(SHOES, "tight shoes", "New shoes"), f"1: file: 'new shoes' already stands in content/{SHOES}:3"),
    ],
)
def test_what_is_wrong_with_a_tip_is_told(author: Author, edit: Edit, told: str) -> None:
    author.replaces(*edit)
    assert author.is_told() == [f"content/{edit.name}:{told}"]


def test_two_tips_share_no_words(author: Author) -> None:
    author.writes("tips/old-shoes.yaml", (author.folder / SHOES).read_text("utf-8"))
    told = f"'tight shoes' already stands in content/{SHOES}:3"
    assert author.is_told() == [f"content/tips/old-shoes.yaml:3: also.0: {told}"]


def test_kit_and_articles_become_what_they_say(author: Author) -> None:
    library = load(author.folder)
    assert library.kit["wall"] == Kit(id="wall", name="wall", is_at_hand=True)
    assert library.sources["A0"] == Source(id="A0", spoken="A coach")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            Edit(CALF, "      - how: Do without.", "      - {}"),
            "37: kit.0.substitutes.2: either kit, exercise or how is needed, none is there",
        ),
        (
            Edit(CALF, "- exercise: ball-roll", "- {exercise: ball-roll, kit: chair}"),
            "36: kit.0.substitutes.1: either kit, exercise or how is needed, kit and exercise is there",
        ),
        (Edit("kit.yaml", "cup: {name: cup}\n", ""), "1: cup: is missing"),
        (
            Edit("kit.yaml", "wall: {name: wall, at_hand: true}", "wall: {name: wall}"),
            "12: wall.at_hand: wall is a place to be",
        ),
        (
            Edit("kit.yaml", "cup: {name: cup}", "cup: {name: cup, at_hand: true}"),
            "9: cup.at_hand: cup is equipment",
        ),
        (
            Edit("ambiguous.yaml", "[calf-stretch, heel-drop]", "[heel-drop, heel-drop]"),
            "1: the one on the stairs: 1 given, at least two different ids needed",
        ),
        (
            Edit("ambiguous.yaml", "[calf-stretch, heel-drop]", "heel-drop"),
            "1: the one on the stairs: a list is needed, this is 'heel-drop'",
        ),
        (
            Edit("routines/post-run.yaml", "occasion: after-a-run", "occasion: later"),
            "3: occasion: 'later' is not one of before-a-run, after-a-run, any",
        ),
    ],
)
def test_a_wrong_value_is_told(author: Author, edit: Edit, told: str) -> None:
    author.replaces(*edit)
    assert author.is_told() == [f"content/{edit.name}:{told}"]


@pytest.mark.parametrize("key", ["areas", "loads", "complaints"])
def test_ids_of_the_voice_contract_are_known(author: Author, key: str) -> None:
    author.replaces(CALF, f"{key}: [", f"{key}: [elbow, ")
    assert [told for told in author.is_told() if f"{key}.0: 'elbow' is not one of " in told]


def test_kit_that_nobody_can_name_is_told(author: Author) -> None:
    author.adds("kit.yaml", "rope: {name: a rope}\n")
    assert [told for told in author.is_told() if told.startswith("content/kit.yaml:16: rope: is not one of ball,")]


def test_kit_that_is_no_mapping_is_one_fault(author: Author) -> None:
    author.writes("kit.yaml", "[ball]\n")
    assert author.is_told() == ["content/kit.yaml:1: file: a mapping of keys to values is needed, this is a list"]


def test_an_ambiguous_phrase_can_stand_in_the_interaction_model(author: Author) -> None:
    author.adds("ambiguous.yaml", "the 2: [calf-stretch, heel-drop]\n")
    assert author.is_told() == [f"content/ambiguous.yaml:2: the 2: {SPELLED}"]
