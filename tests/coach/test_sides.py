"""The other side, or one of them once more."""

from skill.coach.cues import Mark, Part, Read, say
from skill.coach.requests import Again, Next, OtherSide, Previous
from skill.domain.model import Side
from tests.coach.runner import LEFT, RIGHT, Runner, in_post_run, in_the, routine


class TestOtherSide:
    def test_in_the_first_setup_turns_the_order_round(self) -> None:
        runner = in_post_run().during(Part.SETUP, 1).says(OtherSide())
        assert runner.practice.left_first == {1}
        assert Read("Left leg back, toes pointing at the wall.") in runner.cues
        assert Read("Right leg back, toes at the wall.") in runner.cues

    def test_left_first_then_right_first_is_as_it_was(self) -> None:
        runner = in_post_run().during(Part.SETUP, 1).says(OtherSide(Side.LEFT))
        runner.during(Part.SETUP, 1).says(OtherSide(Side.RIGHT))
        assert runner.practice.left_first == set()

    def test_turned_round_after_both_sides_remembers_the_one_that_was_worked(self) -> None:
        runner = in_post_run().during(Part.WORK, 5, step=RIGHT).says(Next()).answers(Again())
        assert runner.practice.done == {LEFT}
        assert runner.during(Part.SETUP, 0.1).says(OtherSide()).practice.done == {RIGHT}

    def test_in_work_is_the_other_side_now(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=RIGHT).says(OtherSide())
        assert runner.cues[0] == Mark(LEFT, Part.SWITCH)

    def test_back_to_the_first_side_does_both_again(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=LEFT).says(OtherSide())
        assert runner.cues[0] == Mark(RIGHT, Part.SWITCH)
        assert Read("Right leg back, toes at the wall.") in runner.cues

    def test_the_side_that_is_being_worked_goes_on(self) -> None:
        runner = in_post_run().during(Part.WORK, 10, step=LEFT).says(OtherSide(Side.LEFT))
        assert runner.cues[1] == say("this-side", side=say("side", side="left"))
        assert runner.reply.timeline[0].from_ms == 13_000

    def test_of_both_sides_together_is_kindly_refused(self) -> None:
        runner = in_the(4).during(Part.WORK, 10)
        runner.is_new_session = False
        runner.says(OtherSide())
        assert runner.keys[0] == "both-together"
        assert runner.during(Part.WORK, 1).spot.into_ms > 10_000

    def test_during_the_walk_turns_the_order_round(self) -> None:
        runner = Runner().says(routine("post-run")).answers(OtherSide(Side.LEFT))
        assert runner.practice.left_first == {1}
        assert "change" not in runner.keys[:2]

    def test_turned_round_after_one_side_remembers_which_side_was_worked(self) -> None:
        runner = in_post_run().during(Part.SWITCH, 3, step=LEFT).says(Previous())
        assert runner.practice.done == {RIGHT}
        runner.during(Part.SETUP, 0.1).says(OtherSide(Side.LEFT))
        assert runner.practice.done == {LEFT}
