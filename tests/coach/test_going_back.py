"""Previous, again, repeat, start over: back from the step being heard."""

import pytest

from skill.coach.cues import Mark, Part, Read, Wait, say
from skill.coach.playhead import Spot
from skill.coach.requests import Again, Next, No, Previous, Repeat, Resume, StartOver, Yes
from tests.coach.gym import HUGE, PARTS, TEN, library_of
from tests.coach.runner import (
    BENT_LEFT,
    BENT_RIGHT,
    LEFT,
    RIGHT,
    TOES_LEFT,
    TOES_RIGHT,
    Runner,
    how_to,
    in_post_run,
    in_the,
    routine,
)


class TestPrevious:
    @pytest.mark.parametrize("part", [Part.PLACE, Part.SETUP])
    def test_in_the_first_setup_is_the_exercise_before(self, part: Part) -> None:
        runner = in_the(2).during(part, 0.2, index=1).says(Previous())
        assert runner.taught == ["calf stretch"]
        assert runner.cues[0] == Mark(RIGHT, Part.PLACE)

    def test_in_the_first_five_seconds_of_work_is_the_exercise_before(self) -> None:
        assert in_the(2).during(Part.WORK, 4.9, step=BENT_RIGHT).says(Previous()).taught == ["calf stretch"]

    def test_later_in_the_work_starts_this_side_again(self) -> None:
        runner = in_the(2).during(Part.WORK, 5.1, step=BENT_RIGHT).says(Previous())
        assert runner.cues[0] == Mark(BENT_RIGHT, Part.PLACE)

    def test_early_in_a_later_part_of_the_work_starts_this_side_again(self) -> None:
        library = library_of(TEN, PARTS)
        runner = Runner(library=library).says(routine("rounds")).answers(Next())
        runner.during(Part.WORK, 1, index=1, step=2).says(Previous())
        assert runner.cues[0] == Mark(2, Part.PLACE)

    def test_on_the_second_side_starts_that_side_again(self) -> None:
        runner = in_the(2).during(Part.WORK, 1, step=BENT_LEFT).says(Previous())
        assert runner.cues[0] == Mark(BENT_LEFT, Part.PLACE)

    def test_in_the_switch_goes_back_to_the_first_side(self) -> None:
        runner = in_the(2).during(Part.SWITCH, 3, step=BENT_LEFT).says(Previous())
        assert runner.cues[0] == Mark(BENT_RIGHT, Part.PLACE)

    def test_at_a_prompt_does_the_exercise_again_that_was_just_done(self) -> None:
        assert in_the(2).answers(Previous()).cues[0] == Mark(BENT_RIGHT, Part.PLACE)

    def test_at_the_very_first_step_says_so_and_starts_it_again(self) -> None:
        runner = in_post_run().during(Part.SETUP, 1).says(Previous())
        assert runner.cues[:3] == (Mark(0, Part.ASIDE), say("is-first"), Mark(RIGHT, Part.PLACE))

    def test_before_the_first_step_says_so_and_waits(self) -> None:
        runner = Runner().says(routine("post-run")).answers(Previous())
        assert runner.keys == ["is-first", "walk"]

    def test_to_another_place_leaves_the_time_to_walk_there(self) -> None:
        cues = in_the(3).during(Part.SETUP, 1).says(Previous()).cues
        assert cues[3] == Read("Hands on the wall.")
        assert cues[4] == Wait(8000)


class TestAgain:
    @pytest.mark.parametrize(
        ("part", "step"), [(Part.WORK, BENT_LEFT), (Part.PROMPT, BENT_LEFT), (Part.SETUP, BENT_RIGHT)]
    )
    def test_is_the_whole_exercise(self, part: Part, step: int) -> None:
        runner = in_the(2).during(part, 1, step=step).says(Again())
        assert runner.cues[0] == Mark(BENT_RIGHT, Part.PLACE)
        assert runner.prompt == "next-there"


class TestRepeat:
    def test_gives_the_step_with_all_its_words(self) -> None:
        runner = in_post_run().answers(Again()).during(Part.WORK, 10, step=RIGHT)
        assert Read("Face the wall, hands on it.") in runner.cues
        runner.says(Repeat())
        assert Read("Face a wall, both hands flat on it at chest height.") in runner.cues
        assert runner.cues[0] == Mark(RIGHT, Part.PLACE)

    def test_on_the_second_side_repeats_that_side(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=LEFT).says(Repeat())
        assert runner.cues[0] == Mark(LEFT, Part.PLACE)
        assert Read("Left leg back, toes pointing at the wall.") in runner.cues

    def test_after_the_end_is_the_prompt(self) -> None:
        runner = in_post_run().hears_out()
        asked = runner.cues[-1]
        assert runner.says(Repeat()).cues[-1] == asked
        assert runner.taught == []

    def test_of_the_opening_is_what_was_asked_there(self) -> None:
        runner = Runner().says(routine("post-run")).answers(Repeat())
        assert runner.prompt == "walk"

    def test_between_the_sides_of_a_long_exercise_repeats_the_prompt(self) -> None:
        runner = Runner(library=library_of(HUGE)).says(how_to("huge-raise")).answers(Repeat())
        assert runner.keys == ["next-side"]

    def test_of_a_question_is_the_question(self) -> None:
        runner = in_the(3).during(Part.WORK, 10, step=TOES_RIGHT).says(StartOver())
        asked = runner.cues[-1]
        assert runner.hears_out().says(Repeat()).cues[-1] == asked


class TestStartOver:
    def test_in_the_first_half_is_done_at_once(self) -> None:
        runner = in_the(2).during(Part.SETUP, 1).says(StartOver())
        assert runner.taught == ["calf stretch"]
        assert runner.practice.done == set()

    def test_past_half_way_is_asked_about(self) -> None:
        runner = in_the(3).during(Part.SETUP, 1).says(StartOver())
        assert runner.keys == ["start-over"]
        assert runner.taught == []

    def test_is_done_after_a_yes_with_nothing_worked_or_skipped(self) -> None:
        runner = in_the(3).during(Part.SETUP, 1).says(StartOver()).answers(Yes())
        assert runner.taught == ["calf stretch"]
        assert not runner.practice.done | runner.practice.skipped

    def test_is_left_after_a_no_and_the_runner_goes_on(self) -> None:
        runner = in_the(3).during(Part.WORK, 10, step=TOES_RIGHT).says(StartOver()).answers(No())
        assert runner.keys[0] == "back-into"
        assert runner.during(Part.WORK, 0, step=TOES_RIGHT).spot == Spot(TOES_RIGHT, Part.WORK, 0, 10_000)

    def test_is_left_after_a_no_and_the_prompt_is_given_again(self) -> None:
        runner = in_the(3).hears_out()
        asked = runner.cues[-1]
        assert runner.says(StartOver()).answers(No()).cues[-1] == asked

    def test_is_not_done_for_who_carries_on(self) -> None:
        runner = in_the(3).during(Part.WORK, 10, step=TOES_RIGHT).says(StartOver()).answers(Resume())
        assert runner.keys[0] == "back-into"

    def test_of_a_single_exercise_is_never_asked(self) -> None:
        runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 10, step=1).says(StartOver())
        assert runner.taught == ["toe stretch"]

    def test_in_work_eases_out_before_it_asks(self) -> None:
        runner = in_the(3).during(Part.WORK, 10, step=TOES_LEFT).says(StartOver())
        assert runner.keys == ["ease-out", "start-over"]
