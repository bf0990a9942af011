"""What we say we could do: as much as our model and content can, and no more."""

import orjson
import pytest
from ask_sdk_model import Intent, Slot

from skill.alexa.can_fulfill import NEEDED, can_fulfill
from skill.alexa.intents import INTENTS, SLOTS
from skill.alexa.serializer import attributes
from skill.bootstrap import World, conversation
from skill.settings import Settings

LIBRARY = conversation(Settings(database_url="memory:"), World()).coach.library


def told(name: str, **slots: str | None) -> tuple[str, dict[str, tuple[str, str]]]:
    """The verdict, and for each slot what is understood and what can be done."""
    intent = Intent(name=name, slots={slot: Slot(name=slot, value=value) for slot, value in slots.items()})
    answer = orjson.loads(orjson.dumps(can_fulfill(intent, LIBRARY), default=attributes))
    parts = {slot: (one["canUnderstand"], one["canFulfill"]) for slot, one in answer.get("slots", {}).items()}
    return answer["canFulfill"], parts


@pytest.mark.parametrize(
    ("name", "slots", "verdict"),
    [
        ("StartRoutineIntent", {"routine": "post-run routine"}, "YES"),
        ("StartRoutineIntent", {"routine": "heavy deadlift session"}, "NO"),
        ("StartRoutineIntent", {}, "MAYBE"),
        ("StartRoutineIntent", {"routine": None}, "MAYBE"),
        ("HowToIntent", {"exercise": "toe stretch"}, "YES"),
        ("HowToIntent", {"exercise": "toe stretch", "side": None}, "YES"),
        ("HowToIntent", {"exercise": "toe stretch", "side": "left"}, "YES"),
        ("HowToIntent", {"exercise": "toe stretch", "side": "purple"}, "NO"),
        ("HowToIntent", {"exercise": "?"}, "NO"),
        ("HowToIntent", {"side": "left"}, "MAYBE"),
        ("HowToIntent", {"exercise": "toe stretch", "planet": "mars"}, "NO"),
        ("KitIntent", {"routine": "post-run routine"}, "YES"),
        ("KitIntent", {}, "MAYBE"),
        ("PlanRoutineIntent", {"duration": "PT5M"}, "YES"),
        ("PlanRoutineIntent", {"duration": "soon"}, "NO"),
        ("PlanRoutineIntent", {}, "YES"),
        ("ListRoutinesIntent", {}, "YES"),
        ("TipIntent", {"topic": "gardening"}, "NO"),
        ("AMAZON.NextIntent", {}, "NO"),
        ("GoToExerciseIntent", {"ordinal": "third"}, "NO"),
        ("AMAZON.FallbackIntent", {}, "NO"),
        ("OrderPizzaIntent", {"topping": "olives"}, "NO"),
        ("", {}, "NO"),
    ],
)
def test_the_verdict_is_what_would_happen(name: str, slots: dict[str, str | None], verdict: str) -> None:
    assert told(name, **slots)[0] == verdict


def test_every_slot_is_answered_for() -> None:
    _, parts = told("HowToIntent", exercise="toe stretch", side=None, planet="mars")
    assert parts == {"exercise": ("YES", "YES"), "side": ("MAYBE", "YES"), "planet": ("NO", "NO")}


def test_what_is_not_ours_to_do_is_not_said_to_be() -> None:
    assert told("GoToExerciseIntent", ordinal="third") == ("NO", {"ordinal": ("YES", "NO")})
    assert told("OrderPizzaIntent", topping="olives") == ("NO", {"topping": ("NO", "NO")})


def test_several_of_a_name_would_have_to_be_asked_about() -> None:
    phrase = next(iter(LIBRARY.ambiguous))
    assert told("HowToIntent", exercise=phrase) == ("MAYBE", {"exercise": ("MAYBE", "YES")})


@pytest.mark.parametrize("thing", LIBRARY.exercises.values(), ids=lambda thing: thing.id)
def test_every_exercise_can_be_asked_for(thing: object) -> None:
    assert told("HowToIntent", exercise=getattr(thing, "name", None))[0] == "YES"


def test_only_intents_and_slots_of_the_model_are_spoken_of() -> None:
    assert set(NEEDED) <= INTENTS
    assert all(slot in SLOTS[name] for name, slots in NEEDED.items() for slot in slots)


@pytest.mark.parametrize("name", sorted(INTENTS))
@pytest.mark.parametrize("value", [None, "", "?", "calf", "x" * 1000, "P1D", "3rd"])
def test_any_words_in_any_slot_are_answered(name: str, value: str | None) -> None:
    verdict, parts = told(name, **dict.fromkeys(SLOTS.get(name, ()), value))
    assert verdict in {"YES", "NO", "MAYBE"}
    assert set(parts) == set(SLOTS.get(name, ()))
