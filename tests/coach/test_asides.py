"""Going to an exercise, putting one away, bringing it back."""

import pytest

from skill.coach.cues import Part, say
from skill.coach.requests import Allow, Avoid, GoTo, HowLong, HowTo, Lost, Name, Next, No, NoKit, Ready, Why, Yes
from tests.coach.runner import Runner, how_to, routine


def hold() -> Runner:
    return Runner().says(routine("foot-stretches")).during(Part.WORK, 5)


def named(exercise_id: str) -> Name:
    return Name((exercise_id,), exercise_id.replace("-", " "))


@pytest.mark.parametrize(
    ("request_", "taught"),
    [
        (GoTo(number=3), "toe splay"),
        (GoTo(number=-1), "slow heel drop"),
        (GoTo(named("ankle-circles")), "ankle circles"),
        (GoTo(named("toe-walk")), "toe walk"),
    ],
)
def test_one_goes_by_number_or_name(request_: GoTo, taught: str) -> None:
    assert hold().says(request_).taught == [taught]


def test_a_number_too_high_is_said_so_and_the_hold_goes_on() -> None:
    runner = hold().says(GoTo(number=9))
    assert runner.keys[0] == "no-such-number"
    assert runner.where == (0, Part.WORK)


def test_a_number_of_nothing_leads_to_the_idle_question() -> None:
    assert Runner().says(GoTo(number=2)).keys == ["idle"]


def test_a_how_to_in_a_routine_is_a_detour_one_deep() -> None:
    runner = hold().says(how_to("toe-walk")).during(Part.WORK, 3).says(how_to("big-toe")).hears_out()
    assert runner.prompt == "waiting"
    assert runner.says(Yes()).practice.routine == "foot-stretches"


def test_what_is_avoided_now_is_said_so_and_left() -> None:
    runner = hold().says(Avoid())
    assert runner.keys[0] == "avoided"
    assert runner.state.preferences.avoided == ("toe-stretch",)
    assert runner.practice.skipped == {1}
    assert runner.answers(Allow()).keys[0] == "allowed"
    assert not runner.state.preferences.avoided


def test_what_is_avoided_in_a_routine_that_places_it_elsewhere_is_left_too() -> None:
    runner = Runner().says(routine("seated")).answers(Next()).answers(Next()).during(Part.WORK, 2)
    assert runner.says(Avoid(named("ankle-circles"))).taught == ["seated hamstring and foot stretch"]


def test_what_is_avoided_later_leaves_the_plan_while_the_hold_goes_on() -> None:
    runner = hold().says(Avoid(named("toe-splay")))
    assert runner.where == (0, Part.WORK)
    assert "toe-splay" not in runner.practice.exercises


def test_what_is_avoided_at_a_prompt_is_the_one_just_named() -> None:
    runner = hold().hears_out().waits(1).says(Avoid())
    assert runner.state.preferences.avoided == ("ball-roll",)
    assert runner.taught == ["toe splay"]


def test_what_is_avoided_alone_ends_it() -> None:
    runner = Runner().says(how_to("toe-splay")).during(Part.WORK, 2).says(Avoid())
    assert runner.keys == ["ease-out", "avoided", "idle"]
    assert runner.found.practice is None


def test_avoided_outside_a_practice_it_is_not_in_the_next_routine() -> None:
    runner = Runner().says(Avoid(named("ball-roll"))).answers(routine("foot-stretches"))
    assert "ball-roll" not in runner.practice.exercises
    assert Runner().says(Allow()).keys == ["which-exercise"]


def test_without_kit_outside_a_practice_a_plan_is_offered() -> None:
    assert Runner().says(NoKit(Name(("ball",), "a ball"))).keys == ["planned"]


def test_an_unclear_name_in_a_hold_is_asked_about_out_of_it() -> None:
    runner = hold().says(HowTo(Name(("toe-walk", "heel-walk"), "the walking one")))
    assert runner.keys == ["ease-out", "which-of-two"]
    assert "back-into" in runner.answers(No()).keys


def test_a_name_given_after_why_answers_why() -> None:
    runner = Runner().says(Why()).answers(how_to("toe-stretch"))
    assert runner.keys[0] == "plain"
    assert runner.taught == []


def test_what_is_asked_for_stays_asked_for_after_a_cough() -> None:
    runner = Runner().says(Why()).answers(Lost())
    assert runner.prompt == "which-exercise"
    assert runner.answers(how_to("toe-stretch")).keys[0] == "plain"


def test_a_phrase_for_several_is_the_one_of_this_practice() -> None:
    runner = Runner().says(routine("daily-foot")).answers(Ready())
    runner.answers(GoTo(Name(("toe-stretch", "toe-splay", "big-toe"), "the toe one")))
    assert runner.taught == ["big toe lift"]


def test_sets_are_told_with_the_dose() -> None:
    assert say("dose-sets", sets=3) in Runner().says(HowLong(Name(("towel-curls",)))).cues


def test_kit_that_is_missing_in_a_detour_is_missing_in_what_waits() -> None:
    runner = Runner().says(routine("foot-stretches")).answers(how_to("ball-roll")).answers(NoKit(Name(("ball",))))
    assert runner.state.aside is not None
    assert runner.state.aside.missing == {"ball"}


def test_a_routine_of_which_nothing_is_wanted_says_so() -> None:
    runner = Runner()
    for one in ("wall-calf-straight", "toe-stretch"):
        runner.says(Avoid(Name((one,))))
    assert runner.says(routine("quick-cool-down")).keys == ["all-avoided"]
    assert runner.answers(Allow(Name(("toe-stretch",)))).answers(routine("quick-cool-down")).practice.exercises == (
        "toe-stretch",
    )
