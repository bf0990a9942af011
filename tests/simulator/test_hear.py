"""What wins when several samples fit, and what stays unheard; on a small model of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.envelopes import Household, spoken
from skill.simulator.hear import FALLBACK, LAUNCH, Asked, Heard, Hearing, Tier
from skill.simulator.model import Intent, Model, Slot, Value
from skill.simulator.names import Words

EXERCISE = Slot(name="exercise", type="EXERCISE", samples=("{exercise}", "maybe the {exercise}"))
SIDE = Slot(name="side", type="SIDE")


def value(id: str, *called: str) -> Value:  # noqa: A002 -- as Value calls it
    return Value(id=id, name=called[0], called=called)


CALF = value("wall-calf-straight", "calf stretch", "the calf one")
BENT = value("wall-calf-bent", "bent knee calf stretch", "the calf one")
LEFT = value("left", "left")


def intent(name: str, *samples: str, slots: tuple[Slot, ...] = (), built_in: tuple[str, ...] = ()) -> Intent:
    return Intent(name=name, slots=slots, samples=samples, built_in=built_in)


MODEL = Model(
    invocation_name="stretch coach",
    intents={
        each.name: each
        for each in (
            intent("AMAZON.NextIntent", "next one", built_in=("next",)),
            intent("AMAZON.YesIntent", "do it"),
            intent(FALLBACK),
            intent(
                "HowToIntent",
                "{exercise}",
                "do {exercise}",
                "i want to {exercise}",
                "show me {exercise}",
                "{exercise} {side} leg",
                "{exercise} on the {side}",
                "show me a stretch",
                slots=(EXERCISE, SIDE),
            ),
            intent("DescribeIntent", "describe {exercise}", "what is {exercise}", slots=(EXERCISE,)),
            intent("OtherSideIntent", "{side}", "{side} leg", slots=(SIDE,)),
        )
    },
    types={"EXERCISE": (CALF, BENT), "SIDE": (LEFT,)},
)


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    return Hearing(MODEL)


def ids(heard: Heard, slot: str = "exercise") -> list[str]:
    return [value.id for value in heard.slots[slot].values]


def test_a_sample_without_slots_wins(hearing: Hearing) -> None:
    heard = hearing.hear("do it")
    assert (heard.intent, heard.tier) == ("AMAZON.YesIntent", Tier.LITERAL)


def test_what_amazon_understands_by_itself_is_understood(hearing: Hearing) -> None:
    assert hearing.hear("Next!").intent == "AMAZON.NextIntent"


def test_case_marks_and_the_wake_word_do_not_matter(hearing: Hearing) -> None:
    assert hearing.hear("Alexa,  NEXT one.").intent == "AMAZON.NextIntent"


def test_a_bare_name_is_enough(hearing: Hearing) -> None:
    heard = hearing.hear("calf stretch")
    assert (heard.intent, ids(heard), heard.tier) == ("HowToIntent", ["wall-calf-straight"], Tier.KNOWN)


def test_a_name_that_several_answer_to_keeps_them_all(hearing: Hearing) -> None:
    assert ids(hearing.hear("the calf one")) == ["wall-calf-straight", "wall-calf-bent"]


def test_an_article_before_a_name_does_no_harm(hearing: Hearing) -> None:
    assert hearing.hear("show me the calf stretch").slots["exercise"].heard == "calf stretch"


def test_the_sample_with_more_words_of_its_own_wins(hearing: Hearing) -> None:
    heard = hearing.hear("calf stretch left leg")
    assert {name: filled.heard for name, filled in heard.slots.items()} == {"exercise": "calf stretch", "side": "left"}


def test_two_slots_find_their_own_words(hearing: Hearing) -> None:
    assert ids(hearing.hear("bent knee calf stretch on the left"), "side") == ["left"]


def test_an_unknown_name_is_heard_where_a_name_was_announced(hearing: Hearing) -> None:
    heard = hearing.hear("describe the crane")
    assert (heard.intent, heard.slots["exercise"].heard, ids(heard)) == ("DescribeIntent", "crane", [])
    assert heard.tier is Tier.ANNOUNCED


@pytest.mark.parametrize("said", ["crane", "i want to go home", "what is the time", "order a pizza"])
def test_an_unknown_name_is_not_heard_elsewhere(hearing: Hearing, said: str) -> None:
    assert hearing.hear(said) == Heard(intent=FALLBACK)


def test_a_complaint_of_a_part_of_the_body_is_heard_though_nobody_knows_it() -> None:
    complaint = Slot(name="complaint", type="COMPLAINT")
    plan = intent("PlanRoutineIntent", "i have {complaint}", slots=(complaint,))
    types = {"COMPLAINT": (value("tight-calves", "tight calves"),), "AREA": (value("shin", "shin"),)}
    hearing = Hearing(Model(invocation_name="stretch coach", intents={plan.name: plan}, types=types))
    heard = hearing.hear("I have shin splints")
    assert (heard.intent, ids(heard, "complaint")) == ("PlanRoutineIntent", [])
    assert heard.slots["complaint"].heard == "shin splints"
    sure = Hearing(hearing.model, lambda _: Heard(intent="PlanRoutineIntent", tier=Tier.GUESS, score=0.9))
    assert sure.hear("I have shin splints").tier is Tier.ANNOUNCED
    assert [hearing.hear(said).intent for said in ("I have a car", "I have shin pain")] == [FALLBACK, FALLBACK]


def test_a_number_is_sent_as_amazon_sends_it_and_not_looked_up() -> None:
    number = Slot(name="number", type="AMAZON.NUMBER")
    go = intent("GoToExerciseIntent", "number {number}", slots=(number,))
    model = Model(invocation_name="stretch coach", intents={go.name: go}, types={})
    _, request = spoken(Hearing(model).hear("number twelve"), model, Household())
    assert request["intent"]["slots"]["number"] == {
        "name": "number",
        "value": "12",
        "confirmationStatus": "NONE",
        "source": "USER",
        "slotValue": {"type": "Simple", "value": "12"},
    }


def test_a_guess_wins_over_a_name_nobody_knows_only_if_it_is_sure() -> None:
    def guess(intent: str, score: float) -> Hearing:
        return Hearing(MODEL, lambda _: Heard(intent=intent, tier=Tier.GUESS, score=score))

    assert guess("AMAZON.NextIntent", 0.9).hear("describe the crane").intent == "AMAZON.NextIntent"
    assert guess("AMAZON.NextIntent", 0.61).hear("describe the crane").intent == "DescribeIntent"


def test_a_side_nobody_knows_is_not_heard(hearing: Hearing) -> None:
    assert hearing.hear("upper leg").intent == FALLBACK


def test_a_long_sentence_is_not_a_name(hearing: Hearing) -> None:
    assert hearing.hear("show me the way to the next station").intent == FALLBACK


def test_the_slot_that_was_asked_for_takes_any_words(hearing: Hearing) -> None:
    heard = hearing.hear("the flamingo thing we did", Asked("HowToIntent", "exercise"))
    assert heard.slots["exercise"].heard == "flamingo thing we did"
    assert heard.tier is Tier.ANSWER


def test_an_answer_may_be_wrapped(hearing: Hearing) -> None:
    heard = hearing.hear("maybe the flamingo", Asked("HowToIntent", "exercise"))
    assert heard.slots["exercise"].heard == "flamingo"


def test_a_known_name_answers_the_question_whatever_else_it_could_mean() -> None:
    slot = Slot(name="duration", type="AMAZON.DURATION", samples=("{duration}",))
    plan, hold = (intent(f"{name}Intent", "{duration}", slots=(slot,)) for name in ("PlanRoutine", "SetHold"))
    hearing = Hearing(Model(invocation_name="stretch coach", intents={plan.name: plan, hold.name: hold}, types={}))
    assert hearing.hear("forty five seconds").intent == "PlanRoutineIntent"
    assert hearing.hear("forty five seconds", Asked("SetHoldIntent", "duration")).intent == "SetHoldIntent"


def test_more_may_stand_in_a_length_of_time() -> None:
    slot = Slot(name="duration", type="AMAZON.DURATION")
    more = intent("MoreTimeIntent", "{duration} more", "another {duration}", slots=(slot,))
    hearing = Hearing(Model(invocation_name="stretch coach", intents={more.name: more}, types={}))
    said = ["twenty more seconds", "twenty seconds more", "another minute"]
    assert [hearing.hear(each).slots["duration"].heard for each in said] == ["PT20S", "PT20S", "PT1M"]


def test_is_may_be_short_after_a_part_of_the_body() -> None:
    area = Slot(name="area", type="AREA")
    asleep = intent("DiscomfortIntent", "my {area} is asleep", slots=(area,))
    types = {"AREA": (value("foot", "foot"),)}
    hearing = Hearing(Model(invocation_name="stretch coach", intents={asleep.name: asleep}, types=types))
    assert ids(hearing.hear("my foot's asleep"), "area") == ["foot"]


def test_a_question_for_a_slot_does_not_keep_other_intents_out(hearing: Hearing) -> None:
    assert hearing.hear("next", Asked("HowToIntent", "exercise")).intent == "AMAZON.NextIntent"


def test_further_ears_are_asked_last() -> None:
    asked: list[Words] = []

    def guess(words: Words) -> Heard | None:
        asked.append(words)
        return Heard(intent="AMAZON.NextIntent") if "forward" in words else None

    hearing = Hearing(MODEL, guess)
    assert hearing.hear("next").tier is Tier.LITERAL
    assert hearing.hear("forward we go").intent == "AMAZON.NextIntent"
    assert hearing.hear("nothing of the kind").intent == FALLBACK
    assert asked == [("forward", "we", "go"), ("nothing", "of", "the", "kind")]


@pytest.mark.parametrize(
    "said",
    ["open stretch coach", "Alexa, open Stretch Coach.", "please launch stretch coach", "start stretch coach please"],
)
def test_opening_the_skill_is_a_launch(hearing: Hearing, said: str) -> None:
    heard = hearing.hear(said)
    assert (heard.intent, heard.is_opening) == (LAUNCH, True)


@pytest.mark.parametrize(
    "said",
    [
        "ask stretch coach to show me a calf stretch",
        "open stretch coach and do the calf stretch",
        "tell stretch coach calf stretch",
        "show me the calf stretch with stretch coach",
        "stretch coach calf stretch",
        "ask stretch coach for the calf stretch please",
    ],
)
def test_what_is_wanted_can_be_said_with_the_name(hearing: Hearing, said: str) -> None:
    heard = hearing.hear(said)
    assert (heard.intent, ids(heard), heard.is_opening) == ("HowToIntent", ["wall-calf-straight"], True)


def test_a_wish_that_is_not_understood_still_opens(hearing: Hearing) -> None:
    assert hearing.hear("ask stretch coach for a pizza") == Heard(intent=FALLBACK, is_opening=True)


def test_the_name_in_the_middle_of_a_sentence_opens_nothing(hearing: Hearing) -> None:
    assert not hearing.hear("my stretch coach said so").is_opening


@given(st.text())
def test_anything_typed_is_heard_as_something(said: str) -> None:
    assert Hearing(MODEL).hear(said).intent in {*MODEL.intents, LAUNCH}
