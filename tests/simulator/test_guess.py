"""What is near a sample is taken for it, with its slots; what is not, and what warns of pain, is not guessed at."""

import pytest

from skill.simulator.guess import Guessing
from skill.simulator.hear import FALLBACK, Hearing, Tier
from skill.simulator.model import Intent, Model, Slot, Value
from tests.values import replace

EXERCISE = Slot(name="exercise", type="EXERCISE")
AREA = Slot(name="area", type="AREA")
DURATION = Slot(name="duration", type="AMAZON.DURATION")
NUMBER = Slot(name="number", type="AMAZON.NUMBER")


def value(id: str, *called: str) -> Value:  # noqa: A002 -- as Value calls it
    return Value(id=id, name=called[0], called=called)


def model(*more: Intent) -> Model:
    intents = (
        Intent(name="AMAZON.NextIntent", slots=(), samples=("let's go to the next one",), built_in=("next",)),
        Intent(name="HowToIntent", slots=(EXERCISE,), samples=("{exercise}", "show me how to do the {exercise}")),
        Intent(name="HowLongIntent", slots=(EXERCISE,), samples=("how long do i hold {exercise}", "how long is it")),
        Intent(name="GoToExerciseIntent", slots=(NUMBER,), samples=("go to number {number}",)),
        Intent(
            name="PlanRoutineIntent",
            slots=(DURATION, AREA),
            samples=("something for my {area}", "i have {duration} for my {area}", "plan a routine for me"),
        ),
        Intent(name=FALLBACK, slots=(), samples=()),
        *more,
    )
    types = {
        "EXERCISE": (value("calf", "calf stretch"), value("big-toe", "big toe")),
        "AREA": (value("big-toe", "big toe"), value("heel", "heel", "heels")),
    }
    return Model(invocation_name="stretch coach", intents={each.name: each for each in intents}, types=types)


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    return Hearing(model(), Guessing(model()))


def slots(hearing: Hearing, said: str) -> dict[str, str]:
    return {
        name: next((one.id for one in filled.values), filled.heard) for name, filled in hearing.hear(said).slots.items()
    }


def test_a_sentence_near_a_sample_is_guessed_and_says_how_near(hearing: Hearing) -> None:
    heard = hearing.hear("okay let's go on to the next one")
    assert (heard.intent, heard.tier) == ("AMAZON.NextIntent", Tier.GUESS)
    assert 0.6 <= heard.score < 1


def test_a_whole_sample_needs_no_guess(hearing: Hearing) -> None:
    assert hearing.hear("next").tier is Tier.LITERAL


@pytest.mark.parametrize("said", ["what's the weather in Boston", "my sister is called Anna", ""])
def test_a_sentence_near_nothing_is_not_guessed_at(hearing: Hearing, said: str) -> None:
    assert hearing.hear(said).intent == FALLBACK


def test_a_name_in_a_guess_fills_its_slot(hearing: Hearing) -> None:
    heard = hearing.hear("so how long do i hold the calf stretch")
    assert (heard.intent, heard.slots["exercise"].heard) == ("HowLongIntent", "calf stretch")


@pytest.mark.parametrize("said", ["how long do i hold the stretch of the calf", "how long do i hold calves stretch"])
def test_a_name_may_be_turned_about_or_in_the_plural(hearing: Hearing, said: str) -> None:
    assert slots(hearing, said) == {"exercise": "calf"}


def test_a_misheard_word_of_a_name_is_taken_for_it(hearing: Hearing) -> None:
    assert slots(hearing, "show me how to do the calf stritch") == {"exercise": "calf"}


def test_a_name_of_two_types_is_what_the_sentence_wants(hearing: Hearing) -> None:
    assert slots(hearing, "i want something for my big toe") == {"area": "big-toe"}
    assert slots(hearing, "just show me how to do the big toe") == {"exercise": "big-toe"}


def test_a_slot_that_the_nearest_sample_lacks_is_filled_too(hearing: Hearing) -> None:
    assert slots(hearing, "something for my heels five minutes") == {"area": "heel", "duration": "PT5M"}


def test_a_number_fills_a_slot_only_where_the_sample_has_one(hearing: Hearing) -> None:
    assert slots(hearing, "please go to number two") == {"number": "2"}
    assert slots(hearing, "um so how long is it two") == {}


@pytest.mark.parametrize(
    "said", ["something sharp for my heel", "something for heel pain", "something for my numb heel"]
)
def test_what_may_be_a_warning_is_not_guessed_to_be_anything_else(hearing: Hearing, said: str) -> None:
    assert hearing.hear(said).intent == FALLBACK


def test_what_may_be_a_warning_may_be_guessed_to_be_one() -> None:
    warned = model(Intent(name="DiscomfortIntent", slots=(AREA,), samples=("there is a sharp pain in my {area}",)))
    heard = Hearing(warned, Guessing(warned)).hear("oh there is a really sharp pain in my heel")
    assert (heard.intent, heard.tier) == ("DiscomfortIntent", Tier.GUESS)


@pytest.mark.parametrize("said", ["something sharp for my heel", "numb", "let's go to the next one it hurts"])
def test_a_warning_needs_no_likeness(said: str) -> None:
    warned = model(Intent(name="DiscomfortIntent", slots=(AREA,), samples=("there is pain in my {area}", "ow")))
    assert Hearing(warned, Guessing(warned)).hear(said).intent == "DiscomfortIntent"


def test_a_plain_word_of_a_choice_is_not_misheard() -> None:
    sensation = Slot(name="sensation", type="SENSATION")
    warned = model(Intent(name="DiscomfortIntent", slots=(sensation,), samples=("i am {sensation}",)))
    warned = replace(warned, types={**warned.types, "SENSATION": (value("dizzy", "fainting"),)})
    ears = Hearing(warned, Guessing(warned))
    assert slots(ears, "well i am fainting") == {"sensation": "dizzy"}
    assert slots(ears, "well i am painting") == {}
