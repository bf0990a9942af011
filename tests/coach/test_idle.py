"""Outside a practice: new, idle, and just finished."""

import pytest

from skill.coach.cues import Mark, Part, Say, say
from skill.coach.requests import (
    Again,
    Describe,
    Done,
    Help,
    HowTo,
    Launch,
    Lost,
    More,
    Name,
    Next,
    No,
    OtherSide,
    Pause,
    Previous,
    Ready,
    Repeat,
    Request,
    Resume,
    Skip,
    StartOver,
    StartRoutine,
    Stop,
    Yes,
)
from skill.coach.state import Situation
from tests.coach.runner import Runner, how_to, regular, routine


def idle() -> Runner:
    """One who was welcomed and has not said yet what for."""
    return Runner().says(Launch()).hears_out().waits(2)


def finished() -> Runner:
    """One who has just done the quick cool down, calf and toe stretch, to its end."""
    return regular().says(routine("quick-cool-down")).answers(Next()).hears_out()


@pytest.mark.parametrize("request_", [Next(), Ready()])
def test_next_offers_the_routine_there_is(request_: Request) -> None:
    runner = Runner().says(request_)
    assert runner.prompt == "idle"
    assert "opening" in runner.answers(request_).keys


@pytest.mark.parametrize("request_", [Pause(), Skip(), OtherSide(), Previous(), Again(), StartOver(), Resume()])
def test_what_needs_a_practice_is_answered_with_an_offer_of_one(request_: Request) -> None:
    runner = Runner().says(request_)
    assert runner.cues == (say("nothing-yet", name="post-run routine"),)
    assert "opening" in runner.answers(Yes()).keys


@pytest.mark.parametrize("request_", [Yes(), No(), More(), Repeat()])
def test_an_answer_with_nothing_asked_gets_the_idle_question(request_: Request) -> None:
    assert Runner().says(request_).cues == (say("idle", name="post-run routine"),)


def test_no_to_the_offer_asks_for_a_name() -> None:
    runner = idle().says(No())
    assert runner.keys == ["name-one"]
    assert runner.answers(No()).keys == ["idle"]


@pytest.mark.parametrize(("request_", "key"), [(Done(), "bye"), (Stop(), "bye")])
def test_who_is_done_is_sent_off(request_: Request, key: str) -> None:
    runner = idle().says(request_)
    assert runner.keys == [key]
    assert not runner.reply.is_open


def test_help_tells_two_things_to_say() -> None:
    assert idle().says(Help()).keys == ["help-idle"]


def test_words_nobody_understands_get_other_words_each_time_and_then_a_goodbye() -> None:
    runner = Runner().says(Help()).answers(Lost())
    assert runner.keys == ["sorry", "idle"]
    assert runner.answers(Lost()).keys == ["sorry-again", "idle"]
    assert runner.answers(Lost()).keys == ["give-up"]
    assert not runner.reply.is_open


def test_understood_once_the_count_begins_anew() -> None:
    runner = Runner().says(Help()).answers(Lost()).answers(Lost()).answers(Help()).answers(Lost())
    assert runner.keys == ["sorry", "idle"]


@pytest.mark.parametrize(
    ("request_", "key", "slot"),
    [
        (HowTo(Name()), "which-exercise", "exercise"),
        (HowTo(Name((), "zumba")), "unknown-exercise", "exercise"),
        (HowTo(Name(("toe-stretch", "toe-splay"), "toes")), "which-of-two", "exercise"),
        (Describe(Name()), "which-exercise", "exercise"),
        (StartRoutine(Name()), "which-routine", "routine"),
        (StartRoutine(Name(("gone",), "morning mile")), "unknown-routine", "routine"),
        (StartRoutine(Name(("post-run", "pre-run"), "run")), "which-of-two", "routine"),
    ],
)
def test_a_name_that_does_not_settle_on_one_is_asked_for(request_: Request, key: str, slot: str) -> None:
    runner = Runner().says(request_)
    assert runner.keys == [key]
    assert runner.reply.elicit == slot
    assert runner.reply.is_open


class TestJustFinished:
    def test_is_a_situation_of_its_own(self) -> None:
        assert finished().situation is Situation.FINISHED

    @pytest.mark.parametrize("request_", [Again(), Previous(), Repeat(), OtherSide()])
    def test_again_is_the_last_exercise(self, request_: Request) -> None:
        runner = finished().says(request_)
        assert runner.taught == ["toe stretch"]

    def test_start_over_is_the_whole_routine(self) -> None:
        runner = finished().says(StartOver())
        assert runner.cues[0] == Mark(0, Part.PLACE)
        assert runner.practice.done == set()

    @pytest.mark.parametrize("request_", [Yes(), No(), More()])
    def test_other_answers_get_the_idle_question_about_that_routine(self, request_: Request) -> None:
        assert finished().says(request_).cues == (say("idle", name="quick cool down"),)

    def test_a_single_exercise_is_repeated_on_again(self) -> None:
        assert Runner().says(how_to("toe-stretch")).answers(Again()).taught == ["toe stretch"]

    def test_a_single_exercise_is_not_what_is_offered_next_time(self) -> None:
        runner = Runner().says(how_to("toe-stretch")).answers(Pause())
        assert runner.cues == (say("nothing-yet", name="post-run routine"),)

    def test_a_single_exercise_ends_with_goodbye(self) -> None:
        assert Runner().says(how_to("toe-stretch")).answers(Done()).keys == ["bye"]

    def test_next_starts_nothing_that_was_not_offered(self) -> None:
        assert "opening" not in Runner().says(how_to("toe-stretch")).answers(Next()).keys


@pytest.mark.parametrize("request_", [Help(), Lost()])
def test_a_yes_that_a_reprompt_offers_starts_something(request_: Request) -> None:
    runner = Runner().says(request_)
    offered = runner.reply.reprompt[-1]
    assert isinstance(offered, Say)
    assert offered.key == "idle-again"
    assert "opening" in runner.answers(Yes()).keys
