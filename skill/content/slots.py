"""Slot types of the interaction model that come from content: everything with a name, and all it is heard as."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from skill.content.locales import LocaleFacts
from skill.domain.library import Library
from skill.domain.model import Exercise, Kit, Routine, Term

Json = dict[str, Any]


def slot_types(library: Library, facts: LocaleFacts) -> list[Json]:
    """Every type that content fills, each as `{name, values: [{id, name: {value, synonyms}}]}`, sorted by id."""
    types = {
        "EXERCISE": with_phrases(library.exercises.values(), library.ambiguous),
        "ROUTINE": with_phrases(library.routines.values(), library.ambiguous_routines),
        "SIDE": choice(facts.words["side"]),
        "AREA": [named(each) for each in library.areas.values()],
        "COMPLAINT": [named(each, each.careful) for each in library.complaints.values()],
        "KIT": [named(each) for each in library.kit.values()],
        "TOPIC": [slot_value(each.id, each.id.replace("-", " "), each.also) for each in library.tips.values()],
        **{slot.upper(): choice(words) for slot, words in facts.words.items() if slot != "side"},
    }
    return [{"name": name, "values": sorted(values, key=value_id)} for name, values in types.items()]


def choice(ways: Mapping[str, tuple[str, ...]]) -> list[Json]:
    """The values of a choice, each named by the first way to say it."""
    return [slot_value(one, said[0], said[1:]) for one, said in ways.items()]


def with_phrases(things: Iterable[Exercise | Routine], ambiguous: Mapping[str, tuple[str, ...]]) -> list[Json]:
    """The values of things that may share a phrase."""
    return [named(each, phrases_for(each.id, ambiguous)) for each in things]


def phrases_for(wanted: str, ambiguous: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The ambiguous phrases that may mean the one with that id."""
    return (phrase for phrase, ids in ambiguous.items() if wanted in ids)


def named(thing: Exercise | Routine | Kit | Term, phrases: Iterable[str] = ()) -> Json:
    """The value of a thing with a spoken name."""
    return slot_value(thing.id, thing.name, (*thing.also, *phrases))


def slot_value(value_id: str, name: str, also: Iterable[str]) -> Json:
    """A value in the model's spelling; a synonym stands once and is not the name."""
    value = spelled(name)
    return {"id": value_id, "name": {"value": value, "synonyms": sorted(set(map(spelled, also)) - {value})}}


def spelled(phrase: str) -> str:
    """A phrase as the model writes it; that it is letters and marks only was checked when it was read."""
    return phrase.lower().replace("’", "'")


def value_id(value: Json) -> str:
    """What values are sorted and compared by."""
    return str(value["id"])


def language_model(model: Mapping[str, Any]) -> Json:
    """The part of an interaction model that holds its types."""
    found: Json = model["interactionModel"]["languageModel"]
    return found


def written(model: Json, types: list[Json]) -> Json:
    """The model with these types in place of its own of the same name, new ones last; all else as it was."""
    language = language_model(model)
    new = {each["name"]: each for each in types}
    kept = [new.pop(old["name"], old) for old in language.get("types", [])]
    language = {**language, "types": [*kept, *new.values()]}
    return {**model, "interactionModel": {**model["interactionModel"], "languageModel": language}}


def rendered(model: Json) -> str:
    """The one way a model is written to a file."""
    return json.dumps(model, indent=2, ensure_ascii=False) + "\n"


def stale(model: Json, types: list[Json]) -> list[str]:
    """One sentence for each difference between the model's types and these."""
    old = {each["name"]: each for each in language_model(model).get("types", [])}
    return [sentence for each in types for sentence in type_differences(old.get(each["name"]), each)]


def type_differences(old: Json | None, new: Json) -> Iterator[str]:
    """How a type differs: values missing, left over, changed, or else out of order."""
    if old is None:
        yield f"{new['name']} is missing."
    elif old != new:
        found = list(value_differences(by_id(old), by_id(new)))
        yield from (f"{new['name']} {what}." for what in found or ["is written in another way"])


def by_id(slot_type: Json) -> dict[str, Json]:
    """The values of a type."""
    return {value_id(value): value["name"] for value in slot_type["values"]}


def value_differences(old: Mapping[str, Json], new: Mapping[str, Json]) -> Iterator[str]:
    """What has come, gone and changed."""
    yield from (f"lacks {each}" for each in sorted(new.keys() - old.keys()))
    yield from (f"has {each}, which content has not" for each in sorted(old.keys() - new.keys()))
    for each in sorted(old.keys() & new.keys()):
        yield from name_differences(each, old[each], new[each])


def name_differences(each: str, old: Json, new: Json) -> Iterator[str]:
    """How one value is called differently."""
    if old["value"] != new["value"]:
        yield f"calls {each} {old['value']!r}, content calls it {new['value']!r}"
    for synonym in sorted({*new["synonyms"]} - {*old["synonyms"]}):
        yield f"lacks {synonym!r} for {each}"
    for synonym in sorted({*old["synonyms"]} - {*new["synonyms"]}):
        yield f"has {synonym!r} for {each}, which content has not"
