"""What may be spoken."""

import pytest

from tests.content.author import Author

CALF = "exercises/calf-stretch.yaml"
DROP = "exercises/heel-drop.yaml"
ROLL = "exercises/ball-roll.yaml"
LONG = "one " * 21
WORDS = "21 words, 20 are allowed"


@pytest.mark.parametrize(
    ("name", "old", "told"),
    [
        (CALF, "Face a wall.", "14: wording.full.place.0"),
        (CALF, "Right leg back.", "15: wording.full.right"),
        (CALF, "Heel down.", "18: wording.full.setup.0.say"),
        (CALF, "Heel heavy.", "25: reminder"),
        (CALF, "Stand closer.", "27: easier.0.how"),
        (CALF, "Hold its back.", "35: kit.0.substitutes.0.how"),
        (CALF, "It lengthens the calf.", "41: benefit"),
        (DROP, "Step down.", "26: exit"),
        (DROP, "And hold.", "19: dose.1.parts.1.lead"),
        (ROLL, "Keep it gentle.", "18: cautions.0"),
    ],
)
def test_a_sentence_has_at_most_twenty_words(author: Author, name: str, old: str, told: str) -> None:
    author.replaces(name, old, LONG)
    assert author.is_told() == [f"content/{name}:{told}: {WORDS}"]


def test_twenty_words_are_no_fault(author: Author) -> None:
    author.replaces(CALF, "Heel heavy.", "one " * 20)
    assert author.is_told() == []


def test_what_we_chose_may_be_explained_at_length(author: Author) -> None:
    author.replaces(CALF, "It takes length from the calf.", LONG)
    assert author.is_told() == []


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Bend the knee as shown.", "as shown"),
        ("Do it like this.", "like this"),
        ("Lean in like so.", "like so"),
        ("See the picture.", "See the picture"),
        ("Watch this video first.", "Watch this video"),
        ("Stand as pictured.", "as pictured"),
        ("Place it as in the photos.", "in the photos"),
        ("Go to the spot shown above.", "shown above"),
    ],
)
def test_a_sentence_works_with_closed_eyes(author: Author, said: str, what: str) -> None:
    author.replaces(CALF, "Heel heavy.", said)
    assert author.is_told() == [f"content/{CALF}:25: reminder: {what!r} needs open eyes"]


@pytest.mark.parametrize(
    "claim", ["treats", "cures", "heals", "prevents", "Preventing", "healing", "remedy", "gets rid of"]
)
def test_nothing_claims_a_cure(author: Author, claim: str) -> None:
    author.replaces(CALF, "It lengthens the calf.", f"Well, {claim} it.")
    author.replaces(CALF, "It takes length from the calf.", f"Well, {claim} it.")
    told = f"{claim!r} claims a cure"
    assert author.is_told() == [f"content/{CALF}:41: benefit: {told}", f"content/{CALF}:45: chosen_by_us.0.why: {told}"]


@pytest.mark.parametrize("said", ["Heel down.", "Secure your grip.", "Picture a string.", "Retreat a step."])
def test_words_that_only_look_like_it_are_no_claim(author: Author, said: str) -> None:
    author.replaces(CALF, "Heel heavy.", said)
    assert author.is_told() == []


def test_the_wake_word_and_markup_are_never_spoken(author: Author) -> None:
    author.replaces(CALF, "Heel heavy.", "Say Alexa, pause.")
    author.replaces("sources.yaml", "A coach", "A coach & alexa")
    author.replaces("routines/post-run.yaml", "Do it, or finish here?", "Alexa?")
    assert author.is_told() == [
        "content/exercises/calf-stretch.yaml:25: reminder: says Alexa, which wakes the device",
        "content/routines/post-run.yaml:10: exercises.1.ask_first: says Alexa, which wakes the device",
        "content/sources.yaml:1: A0.spoken: has < > or &: only ssml.py writes markup",
        "content/sources.yaml:1: A0.spoken: says Alexa, which wakes the device",
    ]


@pytest.mark.parametrize("name", ["stretch 2", "lean  in", "-lean", "wadenüben", "lean/in"])
def test_a_name_can_stand_in_the_interaction_model(author: Author, name: str) -> None:
    author.replaces(CALF, "wall stretch", name)
    told = "a name is letters, single spaces, apostrophes, hyphens and dots; numbers are words"
    assert author.is_told() == [f"content/{CALF}:2: also.0: {told}"]


@pytest.mark.parametrize("name", ["Doctor Meg's one", "post-run", "runner’s calf", "p. t. three"])
def test_apostrophes_hyphens_and_dots_are_fine_in_a_name(author: Author, name: str) -> None:
    author.replaces(CALF, "wall stretch", name)
    assert author.is_told() == []
