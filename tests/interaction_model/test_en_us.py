"""The model file obeys Amazon's rules and ours: each phrase has one owner, and every intent enough phrases."""

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.domain.library import normal

FOLDER = Path(__file__).parents[2] / "interaction_model"
WHOLE: dict[str, Any] = json.loads((FOLDER / "en-US.json").read_text("utf-8"))["interactionModel"]
MODEL = WHOLE["languageModel"]
SAMPLES: dict[str, list[str]] = {intent["name"]: intent["samples"] for intent in MODEL["intents"]}
SLOTS = {intent["name"]: {slot["name"]: slot for slot in intent.get("slots", ())} for intent in MODEL["intents"]}
PHRASES: dict[str, list[str]] = yaml.safe_load((FOLDER / "built-ins.en-US.yaml").read_text("utf-8"))
BUILT_INS = [name for name in SAMPLES if name.startswith("AMAZON.")]
OURS = [name for name in SAMPLES if not name.startswith("AMAZON.")]
FALLBACK = "AMAZON.FallbackIntent"

STANDARD = (
    *("Next", "Previous", "Repeat", "Pause", "Resume", "StartOver", "Yes", "No"),
    *("More", "Help", "Stop", "Cancel", "NavigateHome", "Fallback"),
)
FILLERS = frozenset(["please", "um", "okay", "right", "yes", "now", "just", "the", "a", "my"])
"""Words that do not make two samples really different."""


def core(sample: str) -> str:
    return " ".join(word for word in sample.split() if word not in FILLERS)


def test_the_invocation_name_is_stretch_coach() -> None:
    assert MODEL["invocationName"] == "stretch coach"


@pytest.mark.parametrize("name", STANDARD)
def test_the_built_in_intents_are_all_there(name: str) -> None:
    assert f"AMAZON.{name}Intent" in BUILT_INS


@pytest.mark.parametrize("name", OURS)
def test_an_intent_of_ours_has_at_least_fifteen_really_different_samples(name: str) -> None:
    assert len({core(sample) for sample in SAMPLES[name]}) >= 15


@pytest.mark.parametrize("name", [name for name in BUILT_INS if name != FALLBACK])
def test_a_built_in_intent_has_at_least_twelve_of_our_samples(name: str) -> None:
    assert len({core(sample) for sample in SAMPLES[name]}) >= 12


def test_fallback_has_no_samples() -> None:
    assert SAMPLES[FALLBACK] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_written_as_they_are_spoken(name: str) -> None:
    words = re.compile(r"[a-z.'-]+|\{[a-z]+\}")
    wrong = [s for s in SAMPLES[name] if not all(words.fullmatch(word) for word in s.split(" "))]
    assert wrong == []


def test_no_sample_stands_twice_anywhere() -> None:
    spoken = Counter(normal_sample(sample) for samples in SAMPLES.values() for sample in samples)
    assert [sample for sample, times in spoken.items() if times > 1] == []


def normal_sample(sample: str) -> str:
    """A sample as it is compared; slots of one type are the same, whatever they are called."""
    return " ".join(word if word.startswith("{") else normal(word) for word in sample.split())


def test_no_sample_stands_among_the_phrases_that_amazon_understands_by_itself() -> None:
    known = {normal(phrase) for phrases in PHRASES.values() for phrase in phrases}
    assert [s for samples in SAMPLES.values() for s in samples if normal(s) in known] == []


def test_the_phrase_file_names_built_in_intents_of_the_model_and_no_phrase_twice() -> None:
    assert set(PHRASES) == set(BUILT_INS) - {FALLBACK}
    every = [phrase for phrases in PHRASES.values() for phrase in phrases]
    assert all(isinstance(phrase, str) for phrase in every)
    assert len(every) == len(set(every))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_use_the_slots_of_their_intent_and_all_of_them(name: str) -> None:
    used = {slot for sample in SAMPLES[name] for slot in re.findall(r"\{(\w+)\}", sample)}
    assert used == set(SLOTS[name])


@pytest.mark.parametrize("name", OURS)
def test_samples_of_a_slot_hold_that_slot_alone(name: str) -> None:
    for slot in SLOTS[name].values():
        assert all(re.findall(r"\{(\w+)\}", sample) == [slot["name"]] for sample in slot.get("samples", ()))


def test_a_built_in_intent_has_no_slots() -> None:
    assert not any(SLOTS[name] for name in BUILT_INS)


def test_every_type_that_a_slot_uses_is_there_and_holds_values() -> None:
    types = {each["name"]: each["values"] for each in MODEL["types"]}
    used = {slot["type"] for slots in SLOTS.values() for slot in slots.values()}
    assert {name for name in used if not name.startswith("AMAZON.")} <= {n for n, v in types.items() if v}


def names_of(slot_type: str) -> set[str]:
    values = next(each["values"] for each in MODEL["types"] if each["name"] == slot_type)
    return {normal(name) for v in values for name in (v["name"]["value"], *v["name"]["synonyms"])}


def test_a_name_means_one_type_of_thing_and_is_no_sentence_of_its_own() -> None:
    sentences = {normal(s) for samples in (*SAMPLES.values(), *PHRASES.values()) for s in samples}
    exercises, routines, sides = map(names_of, ("EXERCISE", "ROUTINE", "SIDE"))
    assert exercises & routines == set()
    assert (exercises | routines | sides) & sentences == set()


@pytest.mark.parametrize("choice", ["FLOW", "PACE", "DETAIL", "SENSATION"])
def test_a_word_for_a_choice_is_no_sentence_and_no_other_name(choice: str) -> None:
    """A whole sentence leaves its slot empty, so the choice would have to be asked for."""
    sentences = {normal(s) for samples in (*SAMPLES.values(), *PHRASES.values()) for s in samples}
    others = {name for each in MODEL["types"] if each["name"] != choice for name in names_of(each["name"])}
    assert names_of(choice) & (sentences | others) == set()


@pytest.mark.parametrize("intent", ["SetFlow", "SetPace", "SetDetail", "Discomfort"])
def test_a_choice_alone_is_enough(intent: str) -> None:
    assert f"{{{next(iter(SLOTS[f'{intent}Intent']))}}}" in SAMPLES[f"{intent}Intent"]


def test_a_bare_keep_going_is_no_flow() -> None:
    assert "keep going" not in names_of("FLOW")


def test_names_alone_are_enough() -> None:
    assert "{exercise}" in SAMPLES["HowToIntent"]
    assert "{routine}" in SAMPLES["StartRoutineIntent"]
    assert "{side}" in SAMPLES["OtherSideIntent"]


def test_what_begins_with_stop_is_stop() -> None:
    others = {name: samples for name, samples in (SAMPLES | PHRASES).items() if name != "AMAZON.StopIntent"}
    assert [s for samples in others.values() for s in samples if s.split()[0] == "stop"] == []


OWNERS = {
    "AMAZON.ResumeIntent": r"(carry on|continue|go on|keep going)\b.*",
    "AMAZON.PauseIntent": r"(?!.*\b(longer|more|another)\b)(hold on|hold it|give me a (minute|second|moment))\b.*",
    "AMAZON.RepeatIntent": r"(say|tell|run|repeat it|repeat that)\b.* again|again( please)?",
    "AMAZON.StartOverIntent": r"(start|begin)\b.* (again|over|beginning|scratch|top)",
    "WhatsNextIntent": r"what('s| is| comes) next.*",
    "NotReadyIntent": r"(not (yet|ready)|wait a (moment|minute|second|bit)).*",
    "SetFlowIntent": r".*(step at a time|wait for me|by yourself|don't wait).*",
    "MoreTimeIntent": r"(?!how |is |do |.*\b(holds|every|everything|each|all)\b).*"
    r"\b(longer|extra|(?<!one )more time|more seconds)\b.*",
    "TimeLeftIntent": r"how (long|much|many) .*\b(left|to go|remaining|longer|more)\b.*",
    "SetHoldIntent": r"(?!how |what |reset ).*\bholds\b.*",
    "SetPaceIntent": r"(?!reset ).*\b(slower|faster|speed)\b.*",
    "SetDetailIntent": r".*\b(just|only) the timing\b.*|explain everything.*",
    "WhereAmIIntent": r".*\b(which|what) (leg|side|number) (is|am)\b(?! next).*|are you (still )?there.*",
    "DiscomfortIntent": r"(?!stop ).*"
    r"\b(hurts?|hurting|pain|painful|cramps?|numb|dizzy|sharp|pop(ped)?|swollen|swelling)\b.*",
    "ResetSettingsIntent": r"(?!reset the routine).*\b(reset|defaults?)\b.*",
    "SettingsIntent": r"(what|which|list|read|check|change) .*\bsettings\b(?! back).*",
}


@pytest.mark.parametrize("name", OWNERS)
def test_a_phrase_has_one_owner(name: str) -> None:
    theirs = re.compile(OWNERS[name])
    strays = [
        (other, sample)
        for other, samples in SAMPLES.items()
        for sample in samples
        if other not in {name, "AMAZON.MoreIntent"} and theirs.fullmatch(sample)
    ]
    assert strays == []


TROUBLE = re.compile(r".*\b(tight|stiff|sore|tired)\b.*")


def test_what_is_tight_stiff_sore_or_tired_is_a_complaint() -> None:
    """It is said in the values of COMPLAINT, so no sample of another slot has the word."""
    taken = [(name, s) for name, samples in SAMPLES.items() for s in samples if TROUBLE.fullmatch(s)]
    assert taken == []


LATER = {
    "ProgressIntent": r"how am i doing.*|my progress.*",
    "RemindMeIntent": r"remind me (to|at|on|every|tomorrow).*",
    "ForgetMeIntent": r"forget (me|everything).*|delete everything.*",
}


@pytest.mark.parametrize("name", LATER)
def test_phrases_of_intents_still_to_come_are_left_to_them(name: str) -> None:
    theirs = re.compile(LATER[name])
    taken = [(other, s) for other, samples in SAMPLES.items() for s in samples if theirs.fullmatch(s)]
    assert [each for each in taken if each[0] != name] == []


def test_an_empty_slot_is_asked_for_by_the_skill_itself() -> None:
    dialog = {intent["name"]: intent for intent in WHOLE["dialog"]["intents"]}
    assert WHOLE["dialog"]["delegationStrategy"] == "SKILL_RESPONSE"
    required: dict[str, list[str]] = defaultdict(list)
    for name, intent in dialog.items():
        assert intent["delegationStrategy"] == "SKILL_RESPONSE"
        assert [slot["name"] for slot in intent["slots"]] == list(SLOTS[name])
        required[name] += [slot["name"] for slot in intent["slots"] if slot["elicitationRequired"]]
    assert required == {
        "HowToIntent": ["exercise"],
        "DescribeIntent": ["exercise"],
        "StartRoutineIntent": ["routine"],
        "GoToExerciseIntent": ["exercise"],
        "HowLongIntent": ["exercise"],
        "WhyIntent": ["exercise"],
        "SourceIntent": ["exercise"],
        "NoKitIntent": ["kit"],
        "AvoidExerciseIntent": ["exercise"],
        "AllowExerciseIntent": ["exercise"],
        "SetHoldIntent": ["duration"],
        "SetPaceIntent": ["pace"],
        "SetFlowIntent": ["flow"],
        "SetDetailIntent": ["detail"],
    }


def test_every_prompt_that_is_named_is_there_and_none_besides() -> None:
    slots = [slot for intent in WHOLE["dialog"]["intents"] for slot in intent["slots"]]
    named = {slot["prompts"]["elicitation"] for slot in slots if slot["elicitationRequired"]}
    assert named == {prompt["id"] for prompt in WHOLE["prompts"]}
    assert all(prompt["variations"] for prompt in WHOLE["prompts"])


def test_an_intent_that_can_ask_for_its_slot_has_samples_without_it() -> None:
    for intent in WHOLE["dialog"]["intents"]:
        bare = [sample for sample in SAMPLES[intent["name"]] if "{" not in sample]
        assert len(bare) >= 5


def test_the_fallback_has_a_sensitivity() -> None:
    assert MODEL["modelConfiguration"]["fallbackIntentSensitivity"]["level"] in {"LOW", "MEDIUM", "HIGH"}


def test_the_file_is_written_as_a_command_would_write_it() -> None:
    text = (FOLDER / "en-US.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
