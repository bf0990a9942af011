"""Slot types of the interaction model."""

import copy
import json
from typing import Any

import pytest

from skill.content.ids import COMPLAINTS, KIT
from skill.content.load import load
from skill.content.locales import load_facts
from skill.content.slots import rendered, slot_types, stale, written
from tests.content.author import Author


@pytest.fixture
def types(author: Author) -> list[dict[str, Any]]:
    author.replaces("exercises/calf-stretch.yaml", "wall stretch", "Runner’s Calf")
    return slot_types(load(author.folder), load_facts(author.folder, "en-US"))


def model(*types: dict[str, Any]) -> dict[str, Any]:
    language = {"invocationName": "stretch coach", "intents": [{"name": "AMAZON.StopIntent"}], "types": list(types)}
    return {"interactionModel": {"languageModel": language, "dialog": {"intents": []}}, "version": "1"}


TOPIC = {"name": "TOPIC", "values": [{"id": "socks", "name": {"value": "socks", "synonyms": []}}]}
OURS = {"name": "MOOD", "values": [{"id": "happy", "name": {"value": "happy", "synonyms": []}}]}


def test_types_hold_every_name_sorted_in_the_spelling_of_the_model(types: list[dict[str, Any]]) -> None:
    stairs = "the one on the stairs"
    assert types[:3] == [
        {
            "name": "EXERCISE",
            "values": [
                {"id": "ball-roll", "name": {"value": "ball roll", "synonyms": []}},
                {"id": "calf-stretch", "name": {"value": "calf stretch", "synonyms": ["runner's calf", stairs]}},
                {"id": "heel-drop", "name": {"value": "heel drop", "synonyms": [stairs]}},
            ],
        },
        {
            "name": "ROUTINE",
            "values": [{"id": "post-run", "name": {"value": "post-run routine", "synonyms": ["cool down"]}}],
        },
        {
            "name": "SIDE",
            "values": [
                {"id": "left", "name": {"value": "left", "synonyms": ["left leg", "left side"]}},
                {"id": "right", "name": {"value": "right", "synonyms": ["right leg", "right side"]}},
            ],
        },
    ]


def test_areas_complaints_kit_and_topics_are_types_too(types: list[dict[str, Any]]) -> None:
    areas, complaints, kit, topics = types[3:7]
    assert [each["name"] for each in types[3:7]] == ["AREA", "COMPLAINT", "KIT", "TOPIC"]
    assert {"id": "calf", "name": {"value": "calf", "synonyms": ["calves"]}} in areas["values"]
    assert [each["id"] for each in complaints["values"]] == sorted(COMPLAINTS)
    assert [each["id"] for each in kit["values"]] == sorted(KIT)
    shoes = {"value": "new shoes", "synonyms": ["tight shoes"]}
    assert topics["values"] == [{"id": "new-shoes", "name": shoes}]


def test_choices_are_types_each_value_called_by_its_first_words(types: list[dict[str, Any]]) -> None:
    assert [each["name"] for each in types[7:]] == ["FLOW", "PACE", "DETAIL", "SENSATION"]
    assert types[7]["values"] == [
        {"id": "keep-going", "name": {"value": "by yourself", "synonyms": ["don't wait"]}},
        {"id": "step-by-step", "name": {"value": "one step at a time", "synonyms": []}},
        {"id": "wait-for-me", "name": {"value": "wait for me", "synonyms": []}},
    ]


def test_words_of_a_diagnosis_are_heard_for_their_complaint(types: list[dict[str, Any]]) -> None:
    arches = next(value for value in types[4]["values"] if value["id"] == "tight-arches")
    assert arches["name"]["synonyms"] == ["plantar fasciitis", "tight soles"]


def test_a_phrase_for_several_routines_is_a_synonym_of_each(author: Author) -> None:
    routine = (author.folder / "routines/post-run.yaml").read_text("utf-8")
    author.writes("routines/other.yaml", routine.replace("post-run", "other").replace("cool", "calm"))
    author.adds("ambiguous.yaml", "the routine: [post-run, other]\n")
    routines = slot_types(load(author.folder), load_facts(author.folder, "en-US"))[1]
    assert all("the routine" in value["name"]["synonyms"] for value in routines["values"])


def test_a_model_gets_the_types_in_place_and_keeps_all_else(types: list[dict[str, Any]]) -> None:
    before = model({"name": "ROUTINE", "values": []}, TOPIC, OURS)
    kept = copy.deepcopy(before)
    after = written(before, types)
    assert after == model(types[1], types[6], OURS, types[0], *types[2:6], *types[7:])
    assert before == kept


def test_a_model_without_types_gets_them(types: list[dict[str, Any]]) -> None:
    bare = model()
    del bare["interactionModel"]["languageModel"]["types"]
    assert written(bare, types) == model(*types)
    names = (
        *("EXERCISE", "ROUTINE", "SIDE", "AREA", "COMPLAINT", "KIT", "TOPIC"),
        *("FLOW", "PACE", "DETAIL", "SENSATION"),
    )
    assert stale(bare, types) == [f"{name} is missing." for name in names]


def test_what_is_written_is_not_stale_and_is_written_the_same_again(types: list[dict[str, Any]]) -> None:
    after = written(model(TOPIC), types)
    assert stale(after, types) == []
    text = rendered(after)
    assert rendered(written(json.loads(text), types)) == text
    assert text.startswith('{\n  "interactionModel": {\n')
    assert text.endswith("}\n")


def test_every_difference_is_one_sentence(types: list[dict[str, Any]]) -> None:
    old = copy.deepcopy(types)
    ball, calf, _ = old[0]["values"]
    ball["id"] = "foot-roll"
    calf["name"] = {"value": "wall stretch", "synonyms": ["runner's calf", "leaning"]}
    old[2]["values"].reverse()
    assert stale(model(*old), types) == [
        "EXERCISE lacks ball-roll.",
        "EXERCISE has foot-roll, which content has not.",
        "EXERCISE calls calf-stretch 'wall stretch', content calls it 'calf stretch'.",
        "EXERCISE lacks 'the one on the stairs' for calf-stretch.",
        "EXERCISE has 'leaning' for calf-stretch, which content has not.",
        "SIDE is written in another way.",
    ]
