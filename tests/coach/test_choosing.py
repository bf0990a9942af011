"""The second one, a name, or a word of it: how one of several is picked."""

import pytest

from skill.coach.choosing import Verb, picked, which
from skill.coach.requests import (
    Avoid,
    Describe,
    GoTo,
    HowTo,
    ListExercises,
    More,
    Name,
    Needs,
    Next,
    No,
    Request,
    StartRoutine,
    Why,
    Yes,
)
from skill.coach.state import Asked, Question
from skill.domain.model import Side
from tests.coach.runner import Runner, real_library, room_at

WALKS = ("toe-walk", "heel-walk", "lunge-twist")


def heard(words: str) -> HowTo:
    return HowTo(Name((), words))


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (GoTo(number=2), "heel-walk"),
        (GoTo(number=-1), "lunge-twist"),
        (heard("the second one"), "heel-walk"),
        (heard("last"), "lunge-twist"),
        (heard("one"), "toe-walk"),
        (heard("heel"), "heel-walk"),
        (heard("the lunge one please"), "lunge-twist"),
        (HowTo(Name(("toe-walk",), "toe walk")), "toe-walk"),
        (StartRoutine(Name((), "twist")), "lunge-twist"),
        (GoTo(number=4), None),
        (GoTo(number=0), None),
        (heard("walk"), None),
        (heard("zumba"), None),
        (HowTo(Name(("toe-lifts",), "toe lifts")), None),
        (Yes(), None),
        (No(), None),
    ],
)
def test_an_answer_picks_one_or_none(answer: Request, found: str | None) -> None:
    asked = which(Verb.WHY, WALKS)
    assert picked(room_at(), asked, answer) == (Why(Name((found,))) if found else None)


def test_another_verb_in_the_answer_is_what_is_done() -> None:
    asked = which(Verb.HOW_TO, WALKS)
    assert picked(room_at(), asked, Avoid(Name((), "heel"))) == Avoid(Name(("heel-walk",)))
    assert picked(room_at(), asked, HowTo(Name((), "heel"), Side.LEFT)) == HowTo(Name(("heel-walk",)), Side.LEFT)


def test_a_routine_is_only_started() -> None:
    asked = which(Verb.START, ("foot-strength-one", "foot-strength-two"))
    assert picked(room_at(), asked, heard("two")) == StartRoutine(Name(("foot-strength-two",)))
    assert picked(room_at(), asked, Why(Name((), "two"))) is None
    assert picked(room_at(), asked, Needs(Name((), "two"))) is None


def test_a_yes_takes_the_only_one() -> None:
    assert picked(room_at(), which(Verb.DESCRIBE, ("toe-walk",)), Yes()) == Describe(Name(("toe-walk",)))


def test_of_a_list_the_three_just_read_out_count() -> None:
    routines = tuple(real_library().routines)
    assert picked(room_at(), Question(Asked.LIST, "", 6), GoTo(number=1)) == StartRoutine(Name((routines[3],)))


def test_a_list_of_exercises_goes_on_and_is_picked_from_in_a_hold_too() -> None:
    for runner in (Runner(), Runner().says(HowTo(Name(("toe-stretch",)))).waits(30)):
        listed = runner.says(ListExercises(Name(("calf",), "calves"))).answers(More())
        assert listed.keys.count("list-more") == 1
        assert listed.answers(GoTo(number=2)).practice.exercises == ("single-calf-dome",)


def test_past_its_end_a_list_says_so() -> None:
    runner = Runner().says(ListExercises(Name(("shin",), "shins")))
    for _ in range(9):
        runner.answers(More())
        if "list-end" in runner.keys:
            return
    raise AssertionError(runner.words)


def test_next_lets_a_choice_in_a_practice_drop() -> None:
    runner = Runner().says(StartRoutine(Name(("foot-stretches",)))).waits(30)
    runner.says(Why(Name(("toe-walk", "heel-walk"), "walks"))).answers(Next())
    assert "which-of-two" not in runner.keys
