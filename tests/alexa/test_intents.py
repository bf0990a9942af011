"""Every intent into what the runner means, and every shape of slot into a name or a side."""

import pytest
from ask_sdk_model import Intent, Slot
from hypothesis import given

from skill.alexa.intents import ASIDE, DIALOGS, INTENTS, PLAIN, SLOTS, logged, request_of
from skill.alexa.serializer import reader
from skill.coach import requests as meant
from skill.coach import time_requests as timed
from skill.coach.preferences import Detail, Flow, Pace
from skill.coach.requests import Name
from skill.coach.sensations import Sensation
from skill.domain.model import Side
from tests.alexa.stage import LIBRARY, Json, Loose, intent_of
from tests.alexa.test_serializer import JSON
from tests.coach.runner import real_library

BUILT_IN = ["Next", "Previous", "Repeat", "Pause", "Resume", "StartOver", "Yes", "No", "More", "Help"]


def said(name: str) -> meant.Request:
    return request_of(intent_of(name), LIBRARY)


def exercise(slot: Loose) -> Name:
    asked = reader(Intent)({"name": "DescribeIntent", "slots": {"exercise": slot}})
    told = request_of(asked, LIBRARY)
    assert isinstance(told, meant.Describe)
    return told.exercise


def side(slot: Loose) -> Side | None:
    asked = reader(Intent)({"name": "OtherSideIntent", "slots": {"side": slot}})
    told = request_of(asked, LIBRARY)
    assert isinstance(told, meant.OtherSide)
    return told.side


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_intent_is_the_request_of_its_name(name: str) -> None:
    assert type(request_of(Intent(f"AMAZON.{name}Intent"), LIBRARY)).__name__ == name


@pytest.mark.parametrize("name", ["Stop", "Cancel", "NavigateHome"])
def test_stop_cancel_and_home_are_one(name: str) -> None:
    assert request_of(Intent(f"AMAZON.{name}Intent"), LIBRARY) == meant.Stop()


@pytest.mark.parametrize("name", ["Ready", "Done", "Again", "ListRoutines"])
def test_our_intents_without_slots_are_the_requests_of_their_names(name: str) -> None:
    assert type(request_of(Intent(f"{name}Intent"), LIBRARY)).__name__ == name


def test_skip_exercise_is_skip() -> None:
    assert request_of(Intent("SkipExerciseIntent"), LIBRARY) == meant.Skip()


@pytest.mark.parametrize(
    "intent", [Intent("AMAZON.FallbackIntent"), Intent("TomorrowsIntent"), Intent("next"), Intent()]
)
def test_what_nobody_knows_is_lost(intent: Intent) -> None:
    assert request_of(intent, LIBRARY) == meant.Lost()


def test_no_intent_is_in_both_tables() -> None:
    assert not PLAIN.keys() & SLOTS.keys()
    assert len(INTENTS) == 48


def test_each_intent_with_slots_has_a_meaning_without_them() -> None:
    told = [request_of(Intent(name), LIBRARY) for name in SLOTS]
    assert told == [
        meant.StartRoutine(Name()),
        meant.HowTo(Name(), None),
        meant.Describe(Name()),
        meant.OtherSide(None),
        meant.GoTo(),
        meant.HowLong(),
        meant.ListExercises(),
        meant.Why(),
        meant.Source(),
        meant.Needs(),
        meant.NoKit(),
        meant.Avoid(),
        meant.Allow(),
        meant.Advise(),
        meant.PlanRoutine(),
        timed.MoreTime(),
        timed.SetHold(),
        timed.SetPace(),
        timed.SetFlow(),
        timed.SetDetail(),
        meant.Discomfort(),
    ]


def test_a_match_is_the_exercise() -> None:
    assert said("how-to") == meant.HowTo(Name(("wall-calf-straight",), "calf stretch"))


def test_a_routine_is_matched_too() -> None:
    assert said("start-routine") == meant.StartRoutine(Name(("post-run",), "post run"))


def test_a_side_comes_with_the_exercise() -> None:
    assert said("how-to-on-the-left") == meant.HowTo(Name(("toe-stretch",), "toe stretch"), Side.LEFT)


def test_several_matches_are_all_named() -> None:
    several = Name(("wall-calf-straight", "wall-calf-bent"), "the calf one")
    assert said("how-to-several-matches") == meant.HowTo(several)


def test_an_exact_spoken_name_wins_over_several_matches() -> None:
    assert said("how-to-exact-name-among-matches") == meant.HowTo(Name(("wall-calf-straight",), "calf stretch"))


def test_an_exact_other_name_wins_over_several_matches_but_not_over_one() -> None:
    several = matched("lower calf stretch", "wall-calf-straight", "wall-calf-bent")
    one = matched("lower calf stretch", "wall-calf-straight")
    assert exercise(several).ids == ("wall-calf-bent",)
    assert exercise(one).ids == ("wall-calf-straight",)


def test_an_exact_spoken_name_wins_over_one_match() -> None:
    assert exercise(matched("toe stretch", "wall-calf-bent")).ids == ("toe-stretch",)


def test_without_a_match_the_words_are_looked_up_with_us() -> None:
    assert said("how-to-no-match-but-ours") == meant.HowTo(Name(("wall-calf-straight",), "Calf Stretch"))
    assert said("how-to-resolution-failed") == meant.HowTo(Name(("toe-stretch",), "toe stretch"))
    assert exercise({"value": "the calf one"}).ids == ("wall-calf-straight", "wall-calf-bent")


def test_unknown_words_are_kept_as_heard() -> None:
    assert said("how-to-no-match") == meant.HowTo(Name((), "elbow curls", ("wall-calf-bent",)))


def test_a_match_of_dynamic_entities_counts() -> None:
    assert said("how-to-dynamic-match") == meant.HowTo(Name(("toe-stretch",), "the sore one"))


def test_an_id_that_is_not_ours_is_passed_over() -> None:
    assert said("how-to-id-we-do-not-have") == meant.HowTo(Name((), "elbow curl", ("wall-calf-bent",)))
    assert exercise(matched("something", "elbow-curl", "toe-stretch")).ids == ("toe-stretch",)


def test_a_match_found_twice_is_one() -> None:
    assert exercise(matched("something", "toe-stretch", "toe-stretch")).ids == ("toe-stretch",)


@pytest.mark.parametrize("name", ["how-to-empty", "how-to-question-mark"])
def test_an_empty_slot_is_an_empty_name(name: str) -> None:
    assert said(name) == meant.HowTo(Name())


@pytest.mark.parametrize(
    "slot", [None, {}, [], "toe stretch", {"value": ""}, {"value": "  "}, {"value": "?"}, {"value": 3}]
)
def test_a_slot_of_another_shape_is_empty(slot: Loose) -> None:
    assert exercise(slot) == Name()
    assert side(slot) is None


def test_of_several_values_the_first_counts() -> None:
    assert said("how-to-several-values") == meant.HowTo(Name(("toe-stretch",), "toe stretch"))


@pytest.mark.parametrize("values", [[], None, [{"type": "List", "values": []}], [{"type": "Simple"}]])
def test_several_values_may_be_none(values: Loose) -> None:
    assert exercise({"value": "toe", "slotValue": {"type": "List", "values": values}}) == Name()


def test_a_value_may_stand_in_the_slot_value_alone() -> None:
    assert exercise({"slotValue": {"type": "Simple", "value": "toe stretch"}}).ids == ("toe-stretch",)


def test_words_come_in_single_spaces_and_not_without_end() -> None:
    assert exercise({"value": "  my   knee \n"}).heard == "my knee"
    assert len(exercise({"value": "a " * 5000}).heard) == 139


@pytest.mark.parametrize(
    ("words", "meant_side"),
    [
        ("left", Side.LEFT),
        ("Right", Side.RIGHT),
        ("my left leg", Side.LEFT),
        ("both", None),
        ("left or right", None),
        ("copyright", None),
    ],
)
def test_a_side_is_heard_in_words(words: str, meant_side: Side | None) -> None:
    assert side({"value": words}) is meant_side


def test_a_side_is_matched() -> None:
    assert side(matched("that other one", "left")) is Side.LEFT
    assert side(matched("that other one", "middle")) is None


@given(JSON)
def test_no_shape_of_slot_is_an_error(slot: Loose) -> None:
    request_of(reader(Intent)({"name": "HowToIntent", "slots": {"exercise": slot, "side": slot}}), LIBRARY)
    resolved = {"value": "x", "resolutions": {"resolutionsPerAuthority": [slot, {"status": slot, "values": slot}]}}
    request_of(reader(Intent)({"name": "HowToIntent", "slots": {"exercise": resolved, "side": resolved}}), LIBRARY)
    request_of(Intent("HowToIntent", {"exercise": Slot(), "side": Slot()}), LIBRARY)


def matched(words: str, *ids: str) -> Json:
    """A slot as entity resolution fills it."""
    values = [{"value": {"id": one, "name": one}} for one in ids]
    resolution = {"authority": "a", "status": {"code": "ER_SUCCESS_MATCH"}, "values": values}
    return {"name": "slot", "value": words, "resolutions": {"resolutionsPerAuthority": [resolution]}}


@pytest.mark.parametrize("name", ["Easier", "Harder"])
def test_easier_and_harder_are_the_requests_of_their_names(name: str) -> None:
    assert type(request_of(Intent(f"{name}Intent"), LIBRARY)).__name__ == name


def filled(name: str, **slots: str) -> meant.Request:
    """An intent whose slots hold these words, without a match."""
    said = {one: {"name": one, "value": words} for one, words in slots.items()}
    return request_of(reader(Intent)({"name": name, "slots": said}), LIBRARY)


def test_an_ordinal_wins_over_a_number() -> None:
    assert filled("GoToExerciseIntent", ordinal="3rd", number="2") == meant.GoTo(number=3)
    assert filled("GoToExerciseIntent", number="2") == meant.GoTo(number=2)
    assert filled("GoToExerciseIntent", ordinal="last") == meant.GoTo(number=-1)
    assert filled("GoToExerciseIntent", ordinal="?", number="zero") == meant.GoTo()


def test_a_plan_has_a_length_in_seconds() -> None:
    assert filled("PlanRoutineIntent", duration="PT5M") == meant.PlanRoutine(300)
    assert filled("PlanRoutineIntent", duration="?") == meant.PlanRoutine()


@pytest.mark.parametrize("name", ["TimeLeft", "WhereAmI", "WhatsNext", "NotReady", "Settings", "ResetSettings"])
def test_a_question_about_the_practice_is_the_request_of_its_name(name: str) -> None:
    assert type(request_of(Intent(f"{name}Intent"), LIBRARY)).__name__ == name


def test_more_time_and_holds_have_a_length_in_seconds() -> None:
    assert filled("MoreTimeIntent", duration="PT20S") == timed.MoreTime(20)
    assert filled("SetHoldIntent", duration="PT45S") == timed.SetHold(45)
    assert filled("SetHoldIntent", duration="?") == timed.SetHold()


REAL = real_library()


@pytest.mark.parametrize(
    ("intent", "slot", "words", "request_"),
    [
        ("SetPaceIntent", "pace", "slower", timed.SetPace(Pace.SLOWER)),
        ("SetFlowIntent", "flow", "don't wait for me", timed.SetFlow(Flow.KEEP_GOING)),
        ("SetDetailIntent", "detail", "just the timing", timed.SetDetail(Detail.TIMING)),
        ("SetDetailIntent", "detail", "purple", timed.SetDetail()),
        ("DiscomfortIntent", "sensation", "pins and needles", meant.Discomfort(Sensation.NUMB)),
        ("DiscomfortIntent", "sensation", "purple", meant.Discomfort()),
    ],
)
def test_a_choice_is_known_by_its_words(intent: str, slot: str, words: str, request_: meant.Request) -> None:
    asked = reader(Intent)({"name": intent, "slots": {slot: {"name": slot, "value": words}}})
    assert request_of(asked, REAL) == request_


def test_a_discomfort_has_a_place() -> None:
    slots = {"sensation": {"value": "went numb"}, "area": {"value": "foot"}}
    told = request_of(reader(Intent)({"name": "DiscomfortIntent", "slots": slots}), REAL)
    assert told == meant.Discomfort(Sensation.NUMB, Name(("foot",), "foot"))


def test_a_chest_that_hurts_is_no_pain_like_another() -> None:
    slots = {"sensation": matched("hurts", "pain"), "area": {"value": "chest"}}
    told = request_of(reader(Intent)({"name": "DiscomfortIntent", "slots": slots}), REAL)
    assert told == meant.Discomfort(Sensation.CHEST, Name((), "chest"))


def test_the_log_learns_the_names_of_our_intents_alone() -> None:
    assert [logged(Intent(name)) for name in ("AMAZON.NextIntent", "PlanRoutineIntent", "my secret", None)] == [
        "AMAZON.NextIntent",
        "PlanRoutineIntent",
        "unknown",
        "unknown",
    ]


@pytest.mark.parametrize(
    ("intent", "slot", "learnt"),
    [
        ("DiscomfortIntent", "sensation", ASIDE),
        ("DiscomfortIntent", "area", ASIDE),
        ("PlanRoutineIntent", "complaint", ASIDE),
        ("ListExercisesIntent", "complaint", ASIDE),
        ("PlanRoutineIntent", "area", "PlanRoutineIntent"),
        ("ListExercisesIntent", "kit", "ListExercisesIntent"),
    ],
)
def test_the_log_learns_nothing_of_health(intent: str, slot: str, learnt: str) -> None:
    slots = {slot: {"name": slot, "value": "tight calves"}}
    assert logged(reader(Intent)({"name": intent, "slots": slots})) == learnt


def test_a_discomfort_without_a_word_is_not_named_in_the_log() -> None:
    assert logged(Intent("DiscomfortIntent")) == ASIDE


def test_every_intent_with_a_dialog_has_slots() -> None:
    assert set(DIALOGS) <= set(SLOTS)


@given(JSON)
def test_no_shape_of_slot_is_an_error_in_any_intent(slot: Loose) -> None:
    for name, slots in SLOTS.items():
        request_of(reader(Intent)({"name": name, "slots": dict.fromkeys(slots, slot)}), LIBRARY)
