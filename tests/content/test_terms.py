"""Kit, areas and complaints: the ids of the voice contract, and every word they are heard as."""

import pytest

from skill.content.ids import AREAS, COMPLAINTS
from skill.content.load import load
from skill.domain.model import Term
from tests.content.author import Author, Edit


def test_areas_and_complaints_become_what_they_say(author: Author) -> None:
    library = load(author.folder)
    assert set(library.areas) == set(AREAS)
    assert set(library.complaints) == set(COMPLAINTS)
    assert library.areas["calf"] == Term(id="calf", name="calf", also=("calves",))
    assert library.complaints["tight-arches"] == Term(
        id="tight-arches", name="tight arches", also=("tight soles",), careful=("plantar fasciitis",)
    )


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit("areas.yaml", "shin: {name: shin}\n", ""), "1: shin: is missing"),
        (Edit("complaints.yaml", "cold-feet: {name: cold feet}\n", ""), "1: cold-feet: is missing"),
        (Edit("areas.yaml", "shin: {name: shin}", "shin: {}"), "11: shin.name: is missing"),
        (Edit("areas.yaml", "[calves]", "[calves, hip]"), "13: hip.name: 'hip' already stands in content/areas.yaml:1"),
        (
            Edit("complaints.yaml", "careful: [plantar fasciitis]", "careful: [Tight Calves]"),
            "2: tight-arches.careful.0: 'tight calves' already stands in content/complaints.yaml:1",
        ),
        (
            Edit("areas.yaml", "also: [calves]", "careful: [calf strain]"),
            "1: calf.careful: is not a key that is known here",
        ),
        (Edit("areas.yaml", "name: shin", "name: Alexa"), "11: shin.name: says Alexa, which wakes the device"),
        (Edit("areas.yaml", "[calves]", "[1]"), "1: calf.also.0: text is needed, this is 1"),
        (Edit("areas.yaml", "name: shin", "name: 1"), "11: shin.name: text is needed, this is 1"),
        (
            Edit("kit.yaml", "cup: {name: cup}", "cup: {name: cup, also: [ball]}"),
            "9: cup.also.0: 'ball' already stands in content/kit.yaml:1",
        ),
    ],
)
def test_what_is_wrong_is_told(author: Author, edit: Edit, told: str) -> None:
    author.replaces(*edit)
    assert author.is_told() == [f"content/{edit.name}:{told}"]


@pytest.mark.parametrize("name", ["areas.yaml", "complaints.yaml"])
def test_an_id_that_nobody_can_name_is_told(author: Author, name: str) -> None:
    author.adds(name, "shin-splints: {name: shin splints}\n")
    assert [": shin-splints: is not one of " in told for told in author.is_told()] == [True]


def test_an_area_and_a_complaint_may_share_a_word(author: Author) -> None:
    author.replaces("areas.yaml", "[calves]", "[tight soles]")
    assert author.is_told() == []
