"""Next, done, ready, skip and the closing: all from the step being heard."""

import pytest

from skill.coach.cues import Mark, Part, Read, Wait, say
from skill.coach.requests import Done, Next, Previous, Ready, Repeat, Request, Skip
from skill.domain.model import Entry
from tests.coach.gym import BALL, BAND, FLOOR, HUGE, PARTS, TEN, exercise, library_of, routine_of
from tests.coach.runner import (
    BENT_LEFT,
    LEFT,
    RIGHT,
    Runner,
    how_to,
    in_post_run,
    in_the,
    real_library,
    regular,
    routine,
)
from tests.values import replace

OPTIONAL = library_of(
    TEN,
    FLOOR,
    routines=(
        replace(
            routine_of(TEN, FLOOR),
            entries=(Entry(exercise="ten-press"), Entry(exercise="floor-fold", ask_first="Do the last one?")),
        ),
    ),
)
"""A routine whose last exercise is asked about first."""


class TestNext:
    def test_begins_with_the_first_exercise(self) -> None:
        runner = Runner().says(routine("post-run")).answers(Next())
        assert runner.taught == ["calf stretch"]

    @pytest.mark.parametrize("part", [Part.PLACE, Part.SETUP])
    def test_in_the_first_setup_is_the_next_exercise_and_this_one_skipped(self, part: Part) -> None:
        runner = in_post_run().during(part, 0.2, index=1).says(Next())
        assert runner.taught == ["bent knee calf stretch"]
        assert runner.practice.skipped == {1}

    def test_in_the_first_sides_work_is_the_other_side(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=RIGHT).says(Next())
        assert runner.cues[0] == Mark(LEFT, Part.SWITCH, 1)
        assert runner.practice.skipped == set()

    def test_in_the_switch_is_the_other_side(self) -> None:
        runner = in_post_run().during(Part.SWITCH, 5, step=LEFT).says(Next())
        assert runner.cues[0] == Mark(LEFT, Part.SWITCH, 1)

    def test_in_the_second_sides_work_is_the_next_exercise(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=LEFT).says(Next())
        assert runner.taught == ["bent knee calf stretch"]
        assert runner.practice.skipped == set()

    @pytest.mark.parametrize("part", [Part.EXIT, Part.PROMPT])
    def test_after_the_work_is_the_next_exercise(self, part: Part) -> None:
        runner = in_post_run().during(part, 1, step=LEFT).says(Next())
        assert runner.taught == ["bent knee calf stretch"]

    def test_in_a_setup_of_both_sides_is_the_next_exercise(self) -> None:
        library = library_of(FLOOR, TEN)
        runner = Runner(library=library).says(routine("rounds")).during(Part.SETUP, 1).says(Next())
        assert runner.taught == ["ten press"]
        assert runner.practice.skipped == {1}

    def test_between_two_parts_of_the_first_side_is_the_other_side(self) -> None:
        library = library_of(PARTS, TEN)
        runner = Runner(library=library).says(routine("rounds")).during(Part.REST, 1, index=1).says(Next())
        assert runner.cues[0] == Mark(1, Part.SWITCH, 1)

    @pytest.mark.parametrize(
        ("seconds", "step"),
        [(-2.9, LEFT), (2.9, LEFT), (4, LEFT), (6.9, LEFT)],
    )
    def test_around_the_switch_repeats_rather_than_skips(self, seconds: float, step: int) -> None:
        runner = in_post_run().during(Part.SWITCH, seconds, step=LEFT).says(Next())
        assert runner.cues[0] == Mark(step, Part.SWITCH, 1)

    def test_just_before_the_first_work_goes_to_the_other_side_and_skips_nothing(self) -> None:
        runner = in_post_run().during(Part.WORK, -2.5, step=RIGHT).says(Next())
        assert runner.cues[0] == Mark(LEFT, Part.SWITCH, 1)
        assert runner.practice.skipped == set()

    def test_well_before_the_first_work_skips(self) -> None:
        runner = in_post_run().during(Part.WORK, -3.5, step=RIGHT).says(Next())
        assert runner.taught == ["bent knee calf stretch"]

    def test_just_after_the_second_side_has_begun_repeats_it(self) -> None:
        runner = in_post_run().during(Part.WORK, 2.5, step=LEFT).says(Next())
        assert runner.cues[0] == Mark(LEFT, Part.SWITCH, 1)

    def test_well_after_the_second_side_has_begun_is_the_next_exercise(self) -> None:
        runner = in_post_run().during(Part.WORK, 3.5, step=LEFT).says(Next())
        assert runner.taught == ["bent knee calf stretch"]

    def test_before_kit_that_must_be_fetched_stops_to_have_it_fetched(self) -> None:
        runner = Runner(library=library_of(TEN, BALL)).says(routine("rounds")).during(Part.WORK, 5, step=1)
        assert runner.says(Next()).keys == ["ease-out", "next-fetch"]
        assert runner.says(Next()).taught == ["ball press"]

    def test_at_a_prompt_does_not_ask_for_the_kit_again(self) -> None:
        runner = Runner(library=library_of(TEN, BALL)).says(routine("rounds"))
        assert runner.prompt == "next-fetch"
        assert runner.answers(Next()).taught == ["ball press"]

    def test_unprompted_leaves_time_to_walk_to_another_place(self) -> None:
        cues = in_the(2).during(Part.WORK, 10, step=BENT_LEFT).says(Next()).cues
        assert Wait(8000) in cues[: cues.index(say("hold"))]

    def test_at_a_prompt_takes_the_runner_to_be_there(self) -> None:
        cues = in_the(2).answers(Next()).cues
        assert cues[3:5] == (Read("Sit on a chair, shoes off if you can."), Wait(4000))

    def test_unprompted_at_the_same_place_needs_no_walk(self) -> None:
        cues = in_post_run().during(Part.WORK, 10, step=LEFT).says(Next()).cues
        assert Wait(8000) not in cues

    def test_in_the_second_sides_setup_is_the_next_exercise_and_nothing_skipped(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=LEFT).says(Repeat()).during(Part.SETUP, 1).says(Next())
        assert runner.taught == ["bent knee calf stretch"]
        assert runner.practice.skipped == set()

    def test_in_the_last_exercise_is_the_closing(self) -> None:
        runner = in_the(4).during(Part.SETUP, 1).says(Next())
        assert runner.keys == ["closing-some"]
        assert not runner.reply.is_open

    def test_said_twice_in_a_row_does_not_change_legs_twice(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=RIGHT).says(Next()).says(Next())
        assert runner.taught == ["bent knee calf stretch"]

    @pytest.mark.parametrize("part", [Part.PLACE, Part.SETUP])
    def test_in_the_setup_of_a_single_exercise_ends_it(self, part: Part) -> None:
        runner = Runner().says(how_to("toe-splay")).during(part, 0.1).says(Next())
        assert runner.reply.is_open

    def test_in_the_last_side_of_a_single_exercise_ends_it(self) -> None:
        runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 10, step=1).says(Next())
        assert runner.prompt == "name-another"

    @pytest.mark.parametrize("request_", [Next(), Skip()])
    def test_out_of_a_position_comes_out_of_it_first(self, request_: Request) -> None:
        runner = in_the(4).during(Part.WORK, 10)
        runner.is_new_session = False
        runner.says(request_)
        assert Read("Lower your knees to the floor and sit back a moment. Then rise slowly.") in runner.cues

    def test_in_the_switch_after_done_still_leads_to_the_other_side(self) -> None:
        runner = in_post_run().during(Part.WORK, 25, step=RIGHT).says(Done()).during(Part.SWITCH, 3).says(Next())
        assert LEFT in {segment.step for segment in runner.reply.timeline}

    def test_walks_through_a_whole_routine_even_for_a_client_that_never_waits(self) -> None:
        runner = Runner().says(routine("post-run")).says(Ready())
        taught = [*runner.taught]
        while runner.reply.is_open:
            taught += runner.says(Next()).taught
        assert taught == ["calf stretch", "bent knee calf stretch", "toe stretch", "downward dog"]
        assert runner.cues[-1] == say("closing-some", count=1, total=4)
        assert runner.says(Next()).keys == ["closing-none"]

    def test_walks_through_the_foot_stretches_with_their_ball_and_their_question(self) -> None:
        runner = Runner().says(routine("foot-stretches"))
        taught, fetched = [*runner.taught], []
        while runner.reply.is_open:
            taught += runner.says(Next()).taught
            fetched += [runner.prompt] * (runner.prompt == "next-fetch")
        wanted = real_library().routines["foot-stretches"].entries
        assert taught == [real_library().exercises[entry.exercise].name for entry in wanted]
        assert fetched


class TestDone:
    def test_in_the_first_sides_work_releases_and_changes_sides(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=RIGHT).says(Done())
        assert runner.cues[:3] == (Mark(0, Part.ASIDE), say("release"), Mark(LEFT, Part.SWITCH))
        assert runner.practice.done == {RIGHT}

    def test_in_the_second_sides_work_releases_and_goes_to_the_prompt(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=LEFT).says(Done())
        assert runner.cues[1] == say("release")
        assert runner.prompt == "next-here"
        assert runner.practice.done == {RIGHT, LEFT}

    def test_comes_out_of_the_position_before_the_prompt(self) -> None:
        runner = in_the(4).during(Part.WORK, 10)
        runner.is_new_session = False
        runner.says(Done())
        assert runner.keys == ["release", "closing-sides"]
        assert isinstance(runner.cues[3], Read)

    def test_at_a_prompt_is_next(self) -> None:
        assert in_post_run().answers(Done()).taught == ["bent knee calf stretch"]

    def test_before_the_walk_is_over_begins(self) -> None:
        assert Runner().says(routine("post-run")).answers(Done()).taught == ["calf stretch"]

    def test_in_the_switch_begins_the_other_side(self) -> None:
        runner = in_post_run().during(Part.SWITCH, 5, step=LEFT).says(Done())
        assert runner.cues[:2] == (say("hold"), Mark(LEFT, Part.WORK))
        assert LEFT not in runner.practice.done

    def test_in_a_rest_says_no_second_ending_word(self) -> None:
        library = library_of(PARTS)
        runner = Runner(library=library).says(how_to("mixed-bag")).during(Part.REST, 1, index=1).says(Done())
        assert runner.cues[0] == Mark(1, Part.SWITCH)

    def test_ends_the_part_that_is_being_done(self) -> None:
        reps_then_hold = exercise("press", *PARTS.modes[0].parts[:2])
        runner = Runner(library=library_of(reps_then_hold)).says(how_to("press")).during(Part.WORK, 1).says(Done())
        assert runner.keys[0] == "stop-moving"

    def test_in_the_setup_counts_nothing_as_worked(self) -> None:
        runner = in_post_run().during(Part.SETUP, 1).says(Done())
        assert RIGHT not in runner.practice.done


class TestReady:
    @pytest.mark.parametrize("part", [Part.PLACE, Part.SETUP])
    def test_in_the_setup_is_the_hold_now(self, part: Part) -> None:
        runner = in_post_run().during(part, 0.5, index=1).says(Ready())
        assert runner.cues[:2] == (say("hold"), Mark(RIGHT, Part.WORK))

    def test_in_the_switch_is_the_hold_now(self) -> None:
        runner = in_post_run().during(Part.SWITCH, 3, step=LEFT).says(Ready())
        assert runner.cues[:2] == (say("hold"), Mark(LEFT, Part.WORK))

    def test_at_a_prompt_is_next(self) -> None:
        assert in_post_run().answers(Ready()).taught == ["bent knee calf stretch"]

    def test_in_work_lets_it_go_on(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=RIGHT).says(Ready())
        assert runner.keys[0] == "keep-going"
        assert Part.WORK in {segment.part for segment in runner.reply.timeline}

    def test_in_the_setup_is_the_hold_even_where_the_turn_will_end_in_a_question(self) -> None:
        runner = Runner(library=OPTIONAL).says(routine("rounds")).during(Part.SETUP, 1).says(Ready())
        assert runner.keys[0] == "hold"


class TestSkip:
    def test_of_the_exercise_under_way_goes_to_the_next(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=RIGHT).says(Skip())
        assert runner.taught == ["bent knee calf stretch"]
        assert runner.practice.skipped == {1}

    def test_at_a_prompt_leaves_out_the_one_just_named(self) -> None:
        runner = in_post_run().answers(Skip())
        assert runner.taught == ["toe stretch"]
        assert runner.practice.skipped == {2}

    def test_at_the_last_prompt_ends_the_routine(self) -> None:
        runner = in_the(3).answers(Skip())
        assert runner.keys == ["closing-some"]

    def test_before_the_first_exercise_leaves_that_out(self) -> None:
        runner = Runner().says(routine("post-run")).answers(Skip())
        assert runner.taught == ["bent knee calf stretch"]
        assert runner.practice.skipped == {1}

    def test_of_the_last_exercise_closes_without_it(self) -> None:
        runner = in_the(4).during(Part.SETUP, 1).says(Skip())
        assert runner.cues[-1] == say("closing-some", count=3, total=4)

    def test_of_an_optional_exercise_finishes(self) -> None:
        runner = Runner(library=OPTIONAL).says(routine("rounds")).answers(Skip())
        assert runner.keys == ["closing-some"]

    def test_between_the_sides_of_one_exercise_leaves_the_next_one_alone(self) -> None:
        runner = Runner(library=library_of(HUGE, TEN, BAND)).says(routine("rounds")).answers(Skip())
        assert runner.taught == ["ten press"]


class TestClosing:
    def test_counts_what_was_done(self) -> None:
        runner = in_the(4).hears_out()
        assert runner.cues[-1] == say("closing-sides", count=say("stretches", count=4))

    def test_leaves_out_what_was_skipped(self) -> None:
        runner = in_post_run().during(Part.SETUP, 1).says(Next()).answers(Next()).answers(Next())
        assert runner.cues[-1] == say("closing-some", count=3, total=4)

    def test_names_a_side_that_was_missed(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=LEFT).says(Next()).answers(Next()).answers(Next())
        assert runner.cues[-1] == say(
            "closing-missed", count=say("stretches", count=4), side=say("side", side="left"), name="calf stretch"
        )

    def test_a_side_nearly_done_is_done(self) -> None:
        runner = in_post_run().during(Part.WORK, 27.5, step=LEFT).says(Next()).answers(Next()).answers(Next())
        assert runner.prompt == "closing-sides"

    def test_counts_what_was_skipped_first_and_done_later(self) -> None:
        runner = regular().says(routine("quick-cool-down")).during(Part.SETUP, 1).says(Next())
        runner.during(Part.SETUP, 1).says(Previous()).answers(Next())
        assert runner.prompt == "closing-sides"

    def test_counts_no_side_that_was_cut_short_at_the_very_end(self) -> None:
        runner = Runner().says(routine("quick-cool-down")).answers(Next()).during(Part.WORK, 10, step=3).says(Next())
        assert runner.prompt == "closing-missed"
