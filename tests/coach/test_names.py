"""From a slot to one thing, or to the question about it."""

import pytest

from skill.coach.cues import Say, say
from skill.coach.names import resolved
from skill.coach.requests import Describe, GoTo, HowTo, Name, Repeat, Request, StartRoutine, Why, Yes
from tests.coach.gym import FIVE, FLOOR, LONG, TEN, library_of
from tests.coach.runner import Runner, real_library, real_phrases, words


def test_ids_that_are_not_ours_are_left_out_and_each_counts_once() -> None:
    exercises = library_of(TEN, FIVE).exercises
    assert resolved(exercises, Name(("five-press", "gone", "ten-press", "five-press"))) == (FIVE, TEN)


def test_a_slot_is_empty_when_nothing_was_said() -> None:
    assert Name().is_empty
    assert not Name((), "zumba").is_empty
    assert not Name(("toe-stretch",)).is_empty


def test_one_of_ours_and_one_of_nobodys_is_that_one() -> None:
    assert Runner().says(HowTo(Name(("gone", "toe-stretch"), "toes"))).taught == ["toe stretch"]


def test_three_at_most_are_asked_between() -> None:
    found = (TEN, FIVE, FLOOR, LONG)
    runner = Runner(library=library_of(*found)).says(HowTo(Name(tuple(one.id for one in found), "press")))
    assert runner.cues == (say("which-of-three", first="ten press", second="five press", third="floor fold"),)


def test_an_unknown_name_is_said_back_shortened() -> None:
    asked = Runner().says(HowTo(Name((), "x" * 200))).cues[0]
    assert asked == say("unknown-exercise", heard="x" * 60)


def test_an_unknown_routine_is_said_back() -> None:
    assert Runner().says(StartRoutine(Name((), "morning mile"))).cues == (say("unknown-routine", heard="morning mile"),)


def test_words_of_nothing_but_spaces_are_none() -> None:
    assert Runner().says(HowTo(Name((), "  "))).keys == ["which-exercise"]


def test_a_choice_is_offered_with_or() -> None:
    asked = Runner().says(HowTo(Name(("toe-stretch", "toe-splay"), "toes"))).words
    assert "toe stretch or toe splay" in asked


def test_an_id_is_never_spoken() -> None:
    ids = [one for one in real_library().exercises if "-" in one]
    asked = Runner().says(HowTo(Name(tuple(ids), "stretch"))).words
    assert not any(one in asked for one in ids)


def test_the_reprompt_is_worded_differently() -> None:
    runner = Runner().says(HowTo(Name()))
    again = runner.reply.reprompt[-1]
    assert isinstance(again, Say)
    assert real_phrases().text(again) != words(runner.cues)


def test_an_unknown_name_is_answered_with_the_nearest_two() -> None:
    runner = Runner().says(HowTo(Name((), "toe wok", ("toe-walk", "heel-walk", "toe-lifts")[:2])))
    assert runner.words == "I don't know toe wok. Did you mean the toe walk or the heel walk?"
    assert runner.answers(Yes()).words == "Which one, toe walk or heel walk?"
    assert runner.answers(HowTo(Name((), "heel one"))).taught == ["heel walk"]


def test_a_yes_to_the_only_near_name_is_that_one() -> None:
    runner = Runner().says(Why(Name((), "toe wok", ("toe-walk",))))
    assert runner.words == "I don't know toe wok. Did you mean the toe walk?"
    assert runner.answers(Repeat()).words == "Is it the toe walk?"
    assert runner.answers(Yes()).keys == ["plain", "shall-we"]


def test_a_routine_is_asked_about_among_routines() -> None:
    runner = Runner().says(StartRoutine(Name(("foot-strength-one", "foot-strength-two"), "foot strength")))
    assert runner.keys == ["which-of-two"]
    assert runner.answers(GoTo(number=2)).keys[0] == "safety"
    assert runner.practice.routine == "foot-strength-two"


@pytest.mark.parametrize("request_", [HowTo(Name()), Describe(Name()), StartRoutine(Name())])
def test_only_a_request_with_a_dialog_asks_for_its_slot_by_directive(request_: Request) -> None:
    assert Runner().says(request_).reply.elicit in {"exercise", "routine"}
    assert Runner().says(Why(Name((), "zumba"))).reply.elicit is None
