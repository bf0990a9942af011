"""Something hurts: out first, then what is safe. Nothing of it is kept anywhere."""

import json

import pytest

from skill.coach.cues import Part, Read, Wait
from skill.coach.preferences import Flow, Preferences
from skill.coach.requests import (
    Discomfort,
    Done,
    Easier,
    GoTo,
    Launch,
    Lost,
    Name,
    Next,
    No,
    Pause,
    Ready,
    Request,
    Resume,
    Skip,
    Yes,
)
from skill.coach.saved import encode, storable
from skill.coach.sensations import Sensation
from skill.coach.state import PRIVATE, State
from tests.coach.runner import DAY_S, HOUR_S, Runner, exit_of, how_to, real_library, regular, routine

RED_FLAGS = [Sensation.SWELLING, Sensation.POP, Sensation.NO_WEIGHT, Sensation.DIZZY, Sensation.CHEST]
CALF = Name(("calf",), "calf")
RIGHT, LEFT = 0, 1


def felt(sensation: Sensation | None = None, area: Name | None = None) -> Discomfort:
    return Discomfort(sensation, area or Name())


def calf(seconds: float = 10) -> Runner:
    """In the right side's hold of the calf stretch, the first of four."""
    return regular().says(routine("post-run")).answers(Ready()).during(Part.WORK, seconds, step=RIGHT)


def dog(seconds: float = 5) -> Runner:
    """In downward dog, which one has to come out of."""
    return regular().says(how_to("downward-dog")).during(Part.WORK, seconds)


class TestInWork:
    @pytest.mark.parametrize("sensation", [None, *Sensation])
    def test_the_first_words_end_the_work(self, sensation: Sensation | None) -> None:
        assert calf().says(felt(sensation)).words.startswith(("Ease out.", "Ease off."))

    @pytest.mark.parametrize("sensation", [None, *Sensation])
    def test_no_hold_goes_on(self, sensation: Sensation | None) -> None:
        runner = calf().says(felt(sensation))
        assert all(one.part in {Part.ASIDE, Part.PROMPT} for one in runner.reply.timeline)

    @pytest.mark.parametrize("sensation", [None, Sensation.SHARP, Sensation.CRAMP, Sensation.NUMB, Sensation.POP])
    def test_the_runner_is_brought_out_of_the_position_with_the_time_for_it(self, sensation: Sensation | None) -> None:
        runner = dog().says(felt(sensation))
        assert runner.cues[2:4] in self.ways_out() or runner.cues[1:3] in self.ways_out()

    @staticmethod
    def ways_out() -> list[tuple[object, ...]]:
        exercise = real_library().exercises["downward-dog"]
        return [(Read(exit_of(exercise)), Wait(exercise.exit_s * 1000))]

    @pytest.mark.parametrize("sensation", [Sensation.DIZZY, Sensation.CHEST])
    def test_what_cannot_wait_is_said_without_a_silence_before_it(self, sensation: Sensation) -> None:
        runner = dog().says(felt(sensation))
        assert not [cue for cue in runner.cues if isinstance(cue, Wait)]
        assert isinstance(runner.cues[1], Read)


class TestPain:
    def test_offers_the_easier_form_skip_or_finish(self) -> None:
        assert calf().says(felt()).words == "Ease out. Shall I give you the easier form? Or say skip, or finish."

    def test_yes_begins_this_side_again_the_easier_way(self) -> None:
        runner = calf().says(felt()).answers(Yes())
        assert "Stand closer to the wall, with a shorter step." in runner.words
        assert runner.keys.count("hold") == 2

    def test_no_asks_whether_to_leave_it_out(self) -> None:
        runner = calf().says(felt()).answers(No())
        assert runner.prompt == "pain-skip"
        assert runner.answers(Yes()).taught == ["bent knee calf stretch"]

    def test_no_twice_waits(self) -> None:
        runner = calf().says(felt()).answers(No()).answers(No())
        assert runner.keys == ["take-your-time", "say-resume"]
        assert "back-into" in runner.answers(Resume()).keys

    def test_skip_is_heard(self) -> None:
        runner = calf().says(felt()).answers(Skip())
        assert runner.taught == ["bent knee calf stretch"]
        assert "ease-out" not in runner.keys

    def test_finish_ends_the_practice(self) -> None:
        runner = calf().says(felt()).answers(Done())
        assert runner.keys[-1].startswith("closing")
        assert not runner.reply.is_open

    def test_easier_is_heard(self) -> None:
        assert "Stand closer to the wall" in calf().says(felt()).answers(Easier()).words

    @pytest.mark.parametrize("request_", [Resume(), Next()])
    def test_going_on_is_not_taken_for_a_yes(self, request_: Request) -> None:
        runner = calf().says(felt()).answers(request_)
        assert "Stand closer to the wall" not in runner.words

    def test_yes_to_an_easier_exercise_begins_that(self) -> None:
        runner = regular().says(how_to("toe-spread-band")).answers(Ready()).during(Part.WORK, 3).says(felt())
        assert runner.prompt == "pain-easier"
        assert runner.answers(Yes()).taught == ["toe splay"]

    def test_where_there_is_no_easier_form_offers_to_leave_it_out(self) -> None:
        runner = regular().says(routine("post-run")).answers(Ready()).answers(Next()).during(Part.WORK, 5)
        assert runner.says(felt()).keys == ["ease-out", "pain-skip"]

    def test_what_was_not_understood_asks_again(self) -> None:
        runner = calf().says(felt()).answers(Lost())
        assert runner.keys == ["sorry", "pain-easier"]

    def test_alone_is_left_for_the_idle_question(self) -> None:
        runner = dog().says(felt()).answers(No()).answers(Yes())
        assert runner.prompt == "idle"
        assert runner.state.practice is None


class TestSharp:
    def test_names_a_professional_and_offers_no_easier_form(self) -> None:
        runner = calf().says(felt(Sensation.SHARP))
        assert "professional" in runner.words
        assert "easier" not in runner.words

    @staticmethod
    def in_the_second() -> Runner:
        """In the bent knee calf stretch, the second of four; the toe stretch does not load what it is for."""
        return regular().says(routine("post-run")).answers(Ready()).answers(Next()).during(Part.WORK, 5)

    def test_this_and_all_that_loads_the_area_leave_the_plan(self) -> None:
        runner = self.in_the_second().says(felt(Sensation.SHARP))
        kept = runner.state.under_way.exercises[2:]
        areas = set(real_library().exercises["wall-calf-bent"].areas)
        assert kept == ("toe-stretch",)
        assert all(areas.isdisjoint(real_library().exercises[one].loads) for one in kept)
        assert runner.state.under_way.skipped == {2}

    def test_what_does_not_load_it_is_gone_on_with(self) -> None:
        runner = self.in_the_second().says(felt(Sensation.SHARP))
        assert runner.prompt == "next-there"
        assert runner.answers(Next()).taught == ["toe stretch"]

    def test_the_area_that_was_named_counts(self) -> None:
        runner = self.in_the_second().says(felt(Sensation.SHARP, Name(("foot",), "foot")))
        assert runner.prompt == "closing-none"
        assert not runner.reply.is_open

    def test_that_leaves_nothing_ends_it_without_praise_and_without_a_finish(self) -> None:
        runner = Runner().says(routine("post-run")).answers(Ready()).hears_out().waits(2).says(felt(Sensation.SHARP))
        assert runner.keys == ["sharp", "closing-none"]
        assert (runner.state.practice, runner.state.last) == (None, None)

    def test_after_going_back_keeps_the_numbers_right(self) -> None:
        runner = regular().says(routine("post-run")).answers(Ready()).answers(GoTo(Name(), 3)).answers(GoTo(Name(), 1))
        runner.during(Part.WORK, 5).says(felt(Sensation.SHARP, Name(("hamstring",), "hamstring")))
        assert runner.state.under_way.exercises == ("wall-calf-straight", "wall-calf-bent", "toe-stretch")
        assert runner.state.under_way.done <= {*range(6)}
        assert runner.answers(Next()).reply.is_open

    def test_when_not_stretching_any_more_still_leaves_the_plan(self) -> None:
        runner = calf().says(Pause()).waits(13 * 60).says(felt(Sensation.SHARP, CALF))
        assert runner.keys == ["cannot-judge"]
        left = runner.state.practice
        assert left is None or "wall-calf-straight" not in left.exercises

    def test_before_the_first_stretch_takes_it_out(self) -> None:
        runner = regular().says(routine("foot-stretches")).says(felt(Sensation.SHARP, Name(("toes",), "toes")))
        left = runner.state.practice
        assert left is None or all(
            "toes" not in real_library().exercises[one].loads for one in left.exercises[left.spot.step :]
        )

    def test_an_exercise_on_its_own_ends_with_it(self) -> None:
        runner = dog().says(felt(Sensation.SHARP))
        assert runner.state.practice is None
        assert not runner.reply.is_open

    def test_what_waits_and_loads_it_is_let_go(self) -> None:
        runner = calf().says(how_to("downward-dog")).during(Part.WORK, 5)
        runner.says(felt(Sensation.SHARP, Name(("foot",), "foot")))
        assert runner.state.aside is None

    def test_what_waits_and_does_not_is_offered(self) -> None:
        runner = regular().says(routine("post-run")).answers(Ready()).answers(Next()).answers(Next())
        runner.during(Part.WORK, 5).says(how_to("wall-calf-straight")).during(Part.WORK, 5)
        runner.says(felt(Sensation.SHARP, Name(("calf",), "calf")))
        assert runner.state.aside is not None
        assert "downward-dog" not in runner.state.aside.exercises
        assert runner.prompt == "waiting"

    def test_is_no_reason_to_offer_another_flow(self) -> None:
        runner = Runner().says(routine("post-run")).answers(Ready()).during(Part.WORK, 5)
        assert "offer-flow" not in runner.says(felt(Sensation.SHARP, Name(("foot",), "foot"))).keys

    def test_in_a_turn_of_many_leaves_from_the_exercise_being_heard(self) -> None:
        runner = Runner(state=State(turn=3, preferences=Preferences(flow=Flow.KEEP_GOING)))
        runner.says(routine("post-run")).answers(Ready()).during(Part.WORK, 5, step=2).says(felt(Sensation.SHARP))
        assert runner.keys[0] == "ease-out"
        assert runner.state.under_way.skipped == {2}


class TestDoneAfterDiscomfort:
    def test_in_a_switch_leads_in_again(self) -> None:
        runner = calf().during(Part.SWITCH, 1).says(felt(Sensation.CRAMP)).answers(Done())
        assert "Left leg back" in runner.words.split("Hold.")[0]

    def test_in_work_does_not_count_the_side_as_done(self) -> None:
        runner = calf().says(felt(Sensation.CRAMP)).answers(Done())
        assert runner.state.under_way.done == set()

    def test_at_the_question_whether_it_is_tight_finishes(self) -> None:
        runner = calf().hears_out().waits(1).says(felt()).answers(Done())
        assert runner.keys[-1].startswith("closing")

    def test_next_at_that_question_is_the_next_stretch(self) -> None:
        runner = calf().hears_out().waits(1).says(felt()).answers(Next())
        assert runner.taught == ["bent knee calf stretch"]

    def test_pain_on_the_way_out_of_the_last_side_offers_nothing_easier(self) -> None:
        runner = calf().during(Part.EXIT, 1, step=LEFT).says(felt())
        assert runner.prompt == "just-tight"


class TestCrampAndNumbness:
    def test_a_cramp_is_shaken_out_and_gone_on_with_when_ready(self) -> None:
        runner = calf().says(felt(Sensation.CRAMP))
        assert runner.words == "Ease off. Shake it out. Say ready when it has gone."
        assert "back-into" in runner.answers(Ready()).keys

    def test_numbness_is_said_word_for_word(self) -> None:
        assert (
            "Uncross, shake it out. If feeling isn't back in a few minutes, stop for today and get it checked."
            in calf().says(felt(Sensation.NUMB)).words
        )

    def test_numbness_keeps_the_place(self) -> None:
        assert "back-into" in calf().says(felt(Sensation.NUMB)).answers(Resume()).keys

    def test_at_a_prompt_the_prompt_follows(self) -> None:
        assert calf().hears_out().waits(1).says(felt(Sensation.CRAMP)).keys == ["ease-off", "shake-it-out", "next-here"]


@pytest.mark.parametrize("sensation", RED_FLAGS)
class TestARedFlag:
    def test_deletes_the_practice_and_what_waits_and_ends_the_session(self, sensation: Sensation) -> None:
        runner = calf().says(how_to("toe-splay")).during(Part.WORK, 5).says(felt(sensation))
        assert (runner.state.practice, runner.state.aside, runner.state.finished) == (None, None, None)
        assert not runner.reply.is_open

    def test_offers_nothing(self, sensation: Sensation) -> None:
        assert "?" not in calf().says(felt(sensation)).words

    def test_is_the_same_while_paused_at_a_prompt_and_idle(self, sensation: Sensation) -> None:
        for runner in (calf().says(Pause()).waits(3), calf().hears_out().waits(1), Runner().says(Launch())):
            runner.says(felt(sensation))
            assert runner.state.practice is None
            assert not runner.reply.is_open
            assert "ease-out" not in runner.keys

    def test_is_not_offered_to_carry_on_with(self, sensation: Sensation) -> None:
        runner = calf().says(felt(sensation)).waits(60)
        assert "carry-on" not in runner.says(Launch()).keys


def test_a_chest_is_sent_to_the_emergency_number() -> None:
    assert calf().says(felt(Sensation.CHEST)).words == (
        "Ease out. Sit or lie down. If it doesn't pass, call your local emergency number."
    )


def test_a_dizzy_runner_sits_down() -> None:
    assert "Sit down, head up." in calf().says(felt(Sensation.DIZZY)).words


class TestWhenIdle:
    def test_pain_cannot_be_judged_by_voice(self) -> None:
        assert Runner().says(Launch()).answers(felt(None, CALF)).words == (
            "I can't judge pain by voice. If it's sharp, swollen or makes you limp, leave it and see a professional. "
            "Is it just tight?"
        )

    @pytest.mark.parametrize("sensation", [None, *Sensation])
    def test_nobody_is_told_to_ease_out(self, sensation: Sensation | None) -> None:
        assert "ease-out" not in Runner().says(felt(sensation)).keys

    def test_just_tight_gets_a_plan_for_it(self) -> None:
        runner = Runner().says(felt(None, CALF)).answers(Yes())
        assert runner.prompt == "planned"
        runner.answers(Yes())
        assert any("calf" in real_library().exercises[one].areas for one in runner.state.under_way.exercises)

    def test_more_than_tight_is_left(self) -> None:
        runner = Runner().says(felt()).answers(No())
        assert runner.keys == ["leave-it"]
        assert not runner.reply.is_open

    def test_what_was_left_unfinished_long_ago_is_no_practice(self) -> None:
        runner = calf().comes_back(after_s=3 * HOUR_S).says(felt())
        assert runner.keys[0] == "cannot-judge"

    def test_in_the_walk_before_a_routine_too(self) -> None:
        assert regular().says(routine("post-run")).answers(felt()).keys[0] == "cannot-judge"

    def test_at_a_prompt_just_tight_goes_on_with_the_practice(self) -> None:
        runner = calf().hears_out().waits(1).says(felt()).answers(Yes())
        assert runner.prompt == "next-here"


class TestNothingIsKept:
    @pytest.mark.parametrize("sensation", [None, *Sensation])
    @pytest.mark.parametrize("there", [calf, dog, Runner, lambda: calf().says(Pause()), lambda: calf().hears_out()])
    def test_the_store_learns_of_no_sensation_area_or_question(
        self, there: object, sensation: Sensation | None
    ) -> None:
        assert callable(there)
        runner = there().says(felt(sensation, Name(("shin",), "my poor shin")))
        stored = json.dumps(storable(encode(runner.state)))
        for word in (*Sensation, "shin", "poor", *PRIVATE, "sharp", "pain", "hurt", "tight"):
            assert f'"{word}' not in stored
            assert f" {word}" not in stored

    def test_the_question_is_still_open_in_the_session(self) -> None:
        runner = calf().says(felt())
        assert runner.state.question is not None
        assert "question" not in storable(encode(runner.state))

    def test_days_later_nothing_is_left_of_it(self) -> None:
        runner = calf().says(felt(Sensation.NUMB)).comes_back(after_s=DAY_S)
        assert "numb" not in runner.says(Launch()).words


@pytest.mark.parametrize("part", [Part.SETUP, Part.SWITCH])
def test_who_was_brought_out_before_the_hold_is_led_in_again_from_the_place(part: Part) -> None:
    runner = calf().during(part, 1).says(felt(Sensation.CRAMP)).answers(Ready())
    assert runner.reply.timeline[-1].part is Part.PROMPT
    assert next(cue for cue in runner.cues if isinstance(cue, Read)).text.startswith(("Face", "Left leg"))
