"""Coming in: the first launch, later ones, and carrying on with what was left."""

import pytest

from skill.coach.coach import leave
from skill.coach.cues import Cues, Mark, Part, Read, Say, Wait, say
from skill.coach.playhead import Spot
from skill.coach.requests import Help, Launch, Lost, Next, No, Pause, Ready, Request, Resume, StartOver, Stop, Yes
from skill.coach.state import Asked, Question, Situation
from tests.coach.gym import FLOOR, HUGE, TEN, library_of, routine_of
from tests.coach.runner import DAY_S, HOUR_S, MINUTE_S, Runner, how_to, routine
from tests.values import replace

POST_RUN = "post-run routine"
RIGHT, LEFT = range(2)


def holding() -> Runner:
    """Ten seconds into the first hold of the post-run routine."""
    return Runner().says(routine("post-run")).answers(Ready()).during(Part.WORK, 10, step=RIGHT)


def work(cues: Cues) -> list[Mark]:
    return [cue for cue in cues if isinstance(cue, Mark) and cue.part is Part.WORK]


def finished_runner() -> Runner:
    """One who has done the quick cool down to its end."""
    return Runner().says(routine("quick-cool-down")).answers(Next()).hears_out()


class TestTheFirstLaunch:
    def test_welcomes_with_the_safety_line_and_offers_a_routine_by_its_length(self) -> None:
        runner = Runner().says(Launch())
        assert runner.keys == ["welcome", "safety", "shall-we-routine"]
        offered = runner.cues[-1]
        assert isinstance(offered, Say)
        assert dict(offered.args)["name"] == POST_RUN
        assert runner.situation is Situation.IDLE

    def test_starts_what_it_offers_on_a_bare_yes_without_the_safety_line_again(self) -> None:
        runner = Runner().says(Launch()).answers(Yes())
        assert runner.keys == ["opening", "opening-kit", "walk"]

    @pytest.mark.parametrize("request_", [Ready(), Next(), Resume()])
    def test_starts_it_on_other_words_of_agreement(self, request_: Request) -> None:
        assert Runner().says(Launch()).answers(request_).keys[0] == "opening"

    def test_offers_the_first_routine_there_is_where_the_usual_one_is_not(self) -> None:
        runner = Runner(library=library_of(TEN)).says(Launch())
        assert dict(said(runner.cues[-1]).args)["name"] == "rounds"


def said(cue: object) -> Say:
    assert isinstance(cue, Say)
    return cue


class TestALaterLaunch:
    def test_offers_the_routine_that_was_finished_last(self) -> None:
        runner = finished_runner().comes_back(after_s=DAY_S).says(Launch())
        assert runner.cues == (say("welcome-back", name="quick cool down"),)
        assert runner.answers(Yes()).keys[0] == "opening"

    def test_has_no_safety_line(self) -> None:
        runner = Runner().says(Launch()).comes_back(after_s=DAY_S).says(Launch())
        assert "safety" not in runner.keys

    def test_forgets_what_had_just_been_finished(self) -> None:
        runner = finished_runner().comes_back(after_s=DAY_S).says(Launch())
        assert runner.situation is Situation.IDLE

    def test_says_again_only_of_what_was_once_finished(self) -> None:
        runner = Runner().says(Launch()).comes_back(after_s=DAY_S).says(Launch())
        assert runner.keys == ["welcome-again"]
        assert " again?" not in runner.words


class TestWhatWasLeft:
    def test_in_a_hold_is_told_with_its_side(self) -> None:
        runner = holding().says(Stop()).comes_back(after_s=MINUTE_S).says(Launch())
        side = say("side", side="right")
        assert runner.cues == (say("left-side", name="calf stretch", side=side, number=1, total=4), say("carry-on"))

    def test_in_the_walk_before_is_told_by_the_routine(self) -> None:
        runner = Runner().says(routine("post-run")).comes_back(after_s=MINUTE_S).says(Launch())
        assert runner.cues[0] == say("left-opening", routine=POST_RUN)

    def test_after_a_turn_that_ran_out_is_told_with_what_comes_next(self) -> None:
        runner = holding().comes_back(after_s=10 * MINUTE_S).says(Launch())
        assert runner.cues[0] == say(
            "left-between", name="calf stretch", number=1, total=4, following="bent knee calf stretch"
        )

    def test_of_both_sides_is_told_without_one(self) -> None:
        runner = Runner(library=library_of(FLOOR, TEN)).says(routine("rounds")).during(Part.WORK, 10)
        runner.comes_back(after_s=MINUTE_S / 2).says(Launch())
        assert runner.cues[0] == say("left-in", name="floor fold", number=1, total=2)

    def test_of_an_exercise_alone_is_told_by_its_name(self) -> None:
        runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 10).says(Pause())
        runner.comes_back(after_s=MINUTE_S).says(Launch())
        assert runner.cues[0] == say("left-single", name="toe stretch")

    def test_between_the_sides_of_a_long_exercise_is_told_by_the_side_just_done(self) -> None:
        runner = Runner(library=library_of(HUGE, TEN)).says(routine("rounds")).hears_out()
        runner.comes_back(after_s=HOUR_S).says(Launch())
        assert runner.keys == ["left-side", "carry-on"]

    @pytest.mark.parametrize(
        ("after_s", "asked"),
        [
            (MINUTE_S, "carry-on"),
            (1.9 * HOUR_S, "carry-on"),
            (3 * HOUR_S, "carry-on-or-start"),
            (47 * HOUR_S, "carry-on-or-start"),
            (3 * DAY_S, "welcome-again"),
            (8 * DAY_S, "welcome-again"),
        ],
    )
    def test_is_offered_for_two_days(self, after_s: float, asked: str) -> None:
        runner = holding().says(Pause()).comes_back(after_s=after_s).says(Launch())
        assert runner.prompt == asked

    def test_is_offered_even_without_a_word_of_goodbye(self) -> None:
        assert holding().comes_back(after_s=MINUTE_S).says(Launch()).prompt == "carry-on"

    def test_is_nothing_where_it_was_finished_and_the_routine_is_offered_again_a_week_later(self) -> None:
        runner = Runner().says(routine("quick-cool-down")).answers(Next()).comes_back(after_s=8 * DAY_S)
        assert runner.says(Launch()).cues == (say("welcome-back", name="quick cool down"),)

    def test_is_nothing_where_the_last_turn_was_heard_to_its_end(self) -> None:
        assert finished_runner().comes_back(after_s=HOUR_S).says(Launch()).prompt == "welcome-back"

    def test_goes_on_at_the_side_where_it_stopped(self) -> None:
        runner = holding().during(Part.WORK, 10, step=LEFT).says(Pause()).comes_back(after_s=5 * MINUTE_S)
        runner.says(Launch()).answers(Yes())
        assert runner.keys[0] == "back-into"
        assert work(runner.cues) == [Mark(LEFT, Part.WORK, 0, 10_000)]

    def test_is_moved_on_from_on_next(self) -> None:
        runner = holding().comes_back(after_s=MINUTE_S).says(Launch()).answers(Next())
        assert [mark.step for mark in work(runner.cues)] == [LEFT]

    def test_goes_on_after_the_side_that_was_done(self) -> None:
        runner = holding().during(Part.SWITCH, 3, step=LEFT).says(Stop()).comes_back(after_s=5 * MINUTE_S)
        runner.says(Launch()).answers(Yes())
        assert [mark.step for mark in work(runner.cues)] == [LEFT]

    def test_starts_from_the_top_where_the_runner_would_rather(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=20 * MINUTE_S).says(Launch()).answers(StartOver())
        assert runner.prompt == "walk"

    def test_of_an_exercise_alone_starts_that_again(self) -> None:
        runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 10, step=1).says(Stop())
        runner.comes_back(after_s=MINUTE_S).says(Launch()).answers(StartOver())
        assert runner.taught == ["toe stretch"]
        assert [mark.step for mark in work(runner.cues)] == [0, 1]

    @pytest.mark.parametrize("minutes", [11, 50])
    def test_after_more_than_ten_minutes_has_the_whole_hold_again(self, minutes: float) -> None:
        runner = holding().says(Pause()).comes_back(after_s=minutes * MINUTE_S).says(Launch()).answers(Yes())
        assert work(runner.cues)[0] == Mark(RIGHT, Part.WORK, 0, 0)

    def test_of_a_cool_down_begins_with_a_walk_after_an_hour(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=1.5 * HOUR_S).says(Launch()).answers(Yes())
        assert runner.keys == ["walk-again"]

    def test_of_a_cool_down_begins_with_a_walk_when_started_over_after_an_hour(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=3 * HOUR_S).says(Launch()).answers(StartOver())
        assert runner.keys[-1] in {"walk", "walk-again"}

    def test_waits_for_the_answer_whatever_is_asked_meanwhile(self) -> None:
        runner = holding().comes_back(after_s=MINUTE_S).says(Launch()).answers(Help())
        assert work(runner.cues) == []

    def test_between_two_exercises_leaves_the_time_to_come_back(self) -> None:
        runner = holding().hears_out().comes_back(after_s=20 * MINUTE_S).says(Launch()).answers(Yes())
        assert Read("Stand close to a wall, palms resting on it.") in runner.cues
        assert Wait(8000) in runner.cues

    def test_in_the_setup_begins_the_setup_again_after_hours(self) -> None:
        runner = holding().during(Part.SETUP, 3, index=1).says(Pause()).comes_back(after_s=40 * MINUTE_S)
        runner.says(Launch()).answers(Yes())
        assert Read("Face a wall, both hands flat on it at chest height.") in runner.cues


class TestNoToCarryingOn:
    def test_leads_to_the_idle_question_and_keeps_the_practice(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=MINUTE_S).says(Launch()).answers(No())
        assert runner.keys == ["kept-aside"]
        assert runner.situation is Situation.IDLE
        assert runner.found.aside is not None

    def test_offers_it_again_at_the_next_launch(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=MINUTE_S).says(Launch()).answers(No()).answers(Stop())
        runner.comes_back(after_s=HOUR_S).says(Launch())
        assert runner.keys == ["left-side", "carry-on"]

    def test_leaves_it_to_be_resumed_when_asked_for(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=MINUTE_S).says(Launch()).answers(No()).answers(No())
        assert runner.answers(Resume()).keys[0] == "back-into"

    def test_is_forgotten_with_the_start_of_another(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=MINUTE_S).says(Launch()).answers(No())
        runner.says(routine("pre-run"))
        assert runner.found.aside is None


class TestResumingWithoutALaunch:
    @pytest.mark.parametrize(("days", "first"), [(3, "walk-again"), (6.9, "walk-again"), (7.1, "nothing-yet")])
    def test_is_understood_for_seven_days(self, days: float, first: str) -> None:
        runner = holding().says(Pause()).comes_back(after_s=days * DAY_S).says(Resume())
        assert runner.keys == [first]

    def test_is_understood_after_a_launch_that_did_not_offer_it(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=3 * DAY_S).says(Launch()).hears_out().waits(1)
        runner.says(No()).answers(Resume())
        assert runner.keys == ["walk-again"]

    def test_of_a_cool_down_left_for_an_hour_walks_first_and_then_goes_on(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=1.5 * HOUR_S).says(Resume())
        assert runner.keys == ["walk-again"]
        assert runner.reply.reprompt[0] == Wait(20_000)
        assert runner.state.question == Question(Asked.WARM_AGAIN)
        assert runner.answers(Ready()).keys[0] == "title"

    def test_after_the_walk_the_whole_hold_is_done(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=1.5 * HOUR_S).says(Resume()).answers(Ready())
        assert work(runner.cues)[0] == Mark(RIGHT, Part.WORK, 0, 0)

    def test_of_a_cool_down_left_at_a_prompt_for_an_hour_walks_as_well(self) -> None:
        runner = holding().hears_out().comes_back(after_s=1.5 * HOUR_S).says(Resume())
        assert runner.keys == ["walk-again"]

    def test_of_other_routines_needs_no_walk(self) -> None:
        library = library_of(TEN, routines=(routine_of(TEN, TEN),))
        runner = Runner(library=library).says(routine("rounds")).during(Part.WORK, 5, step=0).says(Pause())
        assert runner.comes_back(after_s=5 * HOUR_S).says(Resume()).keys[0] == "title"

    def test_with_nothing_left_offers_what_there_is(self) -> None:
        runner = Runner().says(Resume())
        assert runner.cues == (say("nothing-yet", name=POST_RUN),)
        assert runner.answers(Yes()).keys[0] == "safety"

    @pytest.mark.parametrize("request_", [Resume(), Help(), Lost(), No(), Yes()])
    def test_after_a_session_that_just_ended_no_hold_goes_on_by_itself(self, request_: Request) -> None:
        runner = holding()
        runner.state = leave(runner.room, runner.state)
        runner.is_new_session = True
        runner.says(request_)
        assert work(runner.cues) == [] or runner.keys[0] == "back-into"

    def test_while_the_reply_still_plays_a_word_in_a_new_session_acts_on_the_hold(self) -> None:
        runner = holding()
        runner.is_new_session = True
        assert work(runner.says(Help()).cues) != []
        runner = holding()
        runner.is_new_session = True
        assert runner.says(Pause()).keys[0] == "ease-out"


class TestStop:
    def test_in_work_eases_out_and_keeps_the_place(self) -> None:
        runner = holding().says(Stop())
        assert runner.cues == (say("stop-working"),)
        assert not runner.reply.is_open
        assert runner.spot == Spot(RIGHT, Part.WORK, 0, 10_000)

    @pytest.mark.parametrize("part", [Part.PLACE, Part.SETUP, Part.PROMPT])
    def test_elsewhere_in_a_practice_keeps_the_place(self, part: Part) -> None:
        runner = holding().during(part, 0.5).says(Stop())
        assert runner.keys == ["stop"]

    def test_outside_a_practice_says_goodbye(self) -> None:
        assert Runner().says(Launch()).answers(Stop()).keys == ["bye"]

    def test_after_the_end_says_goodbye(self) -> None:
        assert finished_runner().says(Stop()).keys == ["bye"]

    def test_is_remembered_as_a_pause(self) -> None:
        assert holding().says(Stop()).situation is Situation.PAUSED


class TestADetourLeftInTheMiddle:
    def test_is_what_a_launch_offers(self) -> None:
        runner = holding().says(how_to("toe-splay")).during(Part.WORK, 5).says(Stop())
        runner.comes_back(after_s=MINUTE_S).says(Launch())
        assert runner.cues[0] == say("left-single", name="toe splay")

    def test_is_offered_even_where_what_it_interrupted_is_days_old(self) -> None:
        runner = holding().says(Pause()).comes_back(after_s=3 * DAY_S).says(how_to("toe-stretch"))
        runner.during(Part.WORK, 5).says(Stop()).comes_back(after_s=MINUTE_S).says(Launch())
        assert runner.prompt.startswith("carry-on")


def test_the_offer_of_a_routine_is_as_long_as_that_routine() -> None:
    offered = said(Runner().says(Launch()).cues[-1])
    opened = said(Runner().says(routine("post-run")).cues[2])
    assert dict(offered.args)["length"] == dict(opened.args)["length"]


def test_two_routines_in_a_row_offer_the_later_one() -> None:
    library = library_of(TEN, FLOOR, routines=(routine_of(TEN), replace(routine_of(FLOOR), id="later", name="later")))
    runner = Runner(library=library).says(routine("rounds")).answers(routine("later")).hears_out()
    runner.comes_back(after_s=DAY_S).says(Launch())
    assert runner.cues == (say("welcome-back", name="later"),)


def test_one_stretch_left_unfinished_can_be_started_again() -> None:
    runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 5).says(Stop()).comes_back(after_s=MINUTE_S)
    assert runner.says(Launch()).answers(StartOver()).taught == ["toe stretch"]
    assert runner.found.practice is not None
