"""Kit that is missing, and easier or harder forms: asked first, then done, and remembered."""

from collections.abc import Callable

import pytest

from skill.coach.cues import Part, Read, say
from skill.coach.requests import Easier, GoTo, Harder, HowTo, Name, Needs, Next, No, NoKit, Pause, Ready, Resume, Yes
from skill.coach.saved import encode
from skill.coach.state import Asked
from tests.coach.runner import Runner, how_to, routine


def lacks(*kit: str) -> NoKit:
    return NoKit(Name(kit, " or ".join(kit)))


def feet() -> Runner:
    """At the prompt before the ball roll."""
    return Runner().says(routine("foot-stretches")).hears_out().waits(1)


def refresh() -> Runner:
    return Runner().says(routine("foot-refresh")).hears_out().waits(1)


class TestWithoutABall:
    @pytest.mark.parametrize("before", [feet, lambda: Runner().says(how_to("ball-roll")).hears_out()])
    def test_the_substitutes_come_one_after_the_other_and_are_remembered(self, before: Callable[[], Runner]) -> None:
        runner = before().says(lacks("ball"))
        assert runner.words == "A frozen water bottle works too. Use that?"
        assert runner.answers(NoKit()).words == "A soft bouncy ball works too. Use that?"
        assert runner.answers(Yes()).words.startswith("A soft ball is kinder to a tender sole.")
        assert "You'll need a soft bouncy ball." in runner.words
        assert "a soft bouncy ball" in runner.answers(Needs()).words
        assert "tennis" not in runner.words
        assert encode(runner.state)["practice"]["missing"] == ["ball", "frozen-bottle"]

    def test_kit_that_was_refused_is_not_named_later(self) -> None:
        runner = feet().says(lacks("ball")).answers(No()).answers(Yes())
        assert "You'll need a soft bouncy ball." in runner.words

    def test_the_one_named_is_the_one_that_is_missing(self) -> None:
        assert feet().says(lacks("ball")).answers(lacks("soft-ball")).words.startswith("A frozen water bottle")
        assert feet().says(lacks("ball")).answers(lacks("frozen-bottle")).words.startswith("A soft bouncy ball")

    def test_after_a_yes_one_can_still_lack_the_substitute(self) -> None:
        runner = feet().says(lacks("ball")).answers(Yes()).answers(NoKit())
        assert runner.words == "A soft bouncy ball works too. Use that?"

    def test_who_has_the_ball_needs_no_bottle(self) -> None:
        assert feet().says(lacks("frozen-bottle")).keys[0] == "needs-none-left"

    def test_an_exercise_with_the_same_aim_takes_its_place(self) -> None:
        runner = feet().says(lacks("ball")).answers(NoKit()).answers(NoKit())
        assert runner.keys == ["use-exercise"]
        assert runner.answers(Yes()).prompt == "next-here"
        assert runner.practice.exercises[1] == "toe-spelling"
        assert runner.answers(Next()).taught == ["toe alphabet"]

    def test_in_a_hold_the_runner_comes_out_and_goes_back_into_the_same_exercise(self) -> None:
        runner = Runner().says(routine("foot-stretches")).during(Part.WORK, 8).says(lacks("ball"))
        assert runner.keys[0] == "ease-out"
        runner.answers(No()).answers(No()).answers(Yes())
        assert runner.keys == ["say-resume"]
        assert runner.answers(Resume()).cues[1] == say("back-into", name="toe stretch")

    def test_left_out_at_last(self) -> None:
        runner = feet().says(lacks("ball")).answers(No()).answers(No()).answers(No())
        assert runner.keys == ["use-skip"]
        assert runner.answers(Yes()).taught == ["toe splay"]

    def test_not_even_that_leads_back_to_the_prompt(self) -> None:
        runner = feet().says(lacks("ball")).answers(No()).answers(No()).answers(No()).answers(No())
        assert "ball roll" in runner.words
        assert runner.state.question is None

    def test_alone_leaving_it_out_ends_it(self) -> None:
        runner = Runner().says(how_to("ball-roll")).answers(lacks("ball"))
        runner.answers(No()).answers(No()).answers(No()).answers(Yes())
        assert runner.found.practice is None


class TestKit:
    def test_that_nothing_needs_is_said_so(self) -> None:
        assert feet().says(lacks("cup")).keys[0] == "needs-none-left"
        assert feet().says(NoKit(Name((), "trampoline"))).keys[0] == "needs-none-left"

    def test_of_a_later_exercise_takes_only_that_one_out(self) -> None:
        runner = refresh().says(lacks("half-dome"))
        for _ in range(9):
            if runner.keys == ["use-skip"]:
                break
            runner.answers(No())
        assert runner.answers(Yes()).prompt == "next-here"
        assert "single-calf-dome" not in runner.practice.exercises
        assert "toe-splay" in runner.practice.exercises
        assert not runner.practice.skipped

    def test_is_not_offered_for_an_exercise_that_is_there_already(self) -> None:
        assert "ball press" not in refresh().says(lacks("half-ball")).words

    def test_that_another_exercise_needs_is_said_with_it(self) -> None:
        runner = Runner().says(how_to("half-ball-grid")).answers(lacks("half-ball"))
        assert runner.keys == ["use-exercise-with"]
        assert "with a tennis ball" in runner.words
        assert runner.answers(Yes()).prompt == "fetch"

    def test_that_is_missing_there_too_is_done_without(self) -> None:
        runner = Runner().says(how_to("marble-pickup")).answers(lacks("marbles")).answers(Yes())
        assert runner.words.startswith("A rolled sock will do. Marble grip.")

    def test_at_hand_says_how_at_once(self) -> None:
        runner = Runner().says(how_to("heel-drop")).answers(NoKit())
        assert runner.words.endswith("Shall we do it that way?")
        assert "Some floor" not in runner.words
        assert runner.answers(Yes()).prompt == "say-ready"


class TestAnotherForm:
    def test_is_said_while_the_hold_goes_on(self) -> None:
        runner = Runner().says(how_to("wall-calf-straight")).during(Part.WORK, 5).says(Easier())
        assert runner.words.startswith("Stand closer to the wall")
        assert runner.where == (0, Part.WORK)

    def test_there_may_be_none(self) -> None:
        assert Runner().says(how_to("big-toe")).during(Part.WORK, 2).says(Harder()).keys[0] == "no-harder"

    def test_needs_fetching_first(self) -> None:
        runner = Runner().says(how_to("toe-splay")).during(Part.WORK, 5).says(Harder()).answers(Yes())
        assert runner.prompt == "fetch"
        assert runner.answers(Ready()).taught == ["band toe spread"]

    def test_in_a_routine_begins_after_fetching(self) -> None:
        runner = Runner().says(routine("seated")).answers(Next()).during(Part.WORK, 5).says(Harder()).answers(Yes())
        assert runner.prompt == "next-fetch"
        assert runner.answers(Next()).taught == ["band toe spread"]
        assert runner.practice.exercises[1] == "toe-spread-band"

    def test_in_the_walk_before_it_is_only_changed(self) -> None:
        runner = Runner().says(routine("post-run")).answers(lacks("wall"))
        while runner.keys != ["use-exercise"]:
            runner.answers(No())
        assert runner.answers(Yes()).keys == ["walk"]
        assert runner.practice.exercises[0] != "wall-calf-straight"

    def test_refused_leaves_it_as_it_was(self) -> None:
        runner = Runner().says(how_to("toe-splay")).during(Part.WORK, 5).says(Harder())
        assert runner.state.question is not None
        assert runner.state.question.asked is Asked.REPLACE
        assert "back-into" in runner.answers(No()).keys

    @pytest.mark.parametrize("request_", [Easier(), Harder()])
    def test_of_nothing_leads_to_the_idle_question(self, request_: Easier | Harder) -> None:
        assert Runner().says(request_).keys == ["idle"]


def test_an_easier_way_takes_the_place_of_the_words_it_contradicts() -> None:
    runner = Runner().says(HowTo(Name(("calf-raise",)))).answers(Easier()).answers(Ready())
    assert Read("Bottom step of the stairs, facing up, one hand on the rail.") not in runner.cues
    assert runner.taught == ["calf raise"]


def test_out_of_a_floor_position_before_pausing() -> None:
    runner = Runner().says(routine("pt-three")).answers(GoTo(number=2)).during(Part.WORK, 5, index=1).says(Pause())
    assert runner.keys[0] == "ease-out"
    assert any(isinstance(cue, Read) for cue in runner.cues)
