"""In the middle of a practice: side answers, and what does not belong there."""

import pytest

from skill.coach.cues import Part, Read, say
from skill.coach.requests import (
    Again,
    Done,
    Help,
    HowTo,
    Lost,
    More,
    Name,
    Next,
    No,
    OtherSide,
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
from skill.coach.state import Asked, Question, Situation
from skill.domain.model import Entry
from tests.coach.gym import FLOOR, PAIR, PARTS, TEN, hold, library_of, routine_of
from tests.coach.runner import LAG_MS, Runner, how_to, real_voice, routine
from tests.values import replace

RIGHT, LEFT = range(2)
ASKING_S = 3
OPTIONAL = library_of(
    TEN,
    FLOOR,
    PAIR,
    replace(PAIR, id="pair-two", variations=()),
    routines=(
        replace(
            routine_of(TEN, FLOOR),
            entries=(Entry(exercise="ten-press"), Entry(exercise="floor-fold", ask_first="Do the last one?")),
        ),
    ),
)
"""A routine whose first turn ends in a question, and an exercise that ends in the offer of another."""


def holding(seconds: float = 10, step: int = RIGHT) -> Runner:
    """So long into a hold of thirty seconds, the calf stretch of the post-run routine."""
    return Runner().says(routine("post-run")).answers(Ready()).during(Part.WORK, seconds, step=step)


def work_ms(runner: Runner) -> list[int]:
    return [segment.ms for segment in runner.reply.timeline if segment.part is Part.WORK]


SIDE_ANSWERS: list[tuple[Request, str]] = [
    (Help(), "help-practising"),
    (Lost(), "lost-practising"),
    (No(), "pause-or-stop"),
    (Yes(), "keep-going"),
    (Resume(), "keep-going"),
    (More(), "keep-going"),
    (Ready(), "keep-going"),
]


class TestASideAnswerInWork:
    @pytest.mark.parametrize(("request_", "key"), SIDE_ANSWERS)
    def test_is_short_and_the_hold_goes_on(self, request_: Request, key: str) -> None:
        runner = holding(10).says(request_)
        assert runner.keys[0] == key
        spoken_ms = runner.reply.timeline[0].ms
        assert spoken_ms <= ASKING_S * 1000
        assert work_ms(runner) == [spoken_ms, 20_000 - LAG_MS - spoken_ms, 30_000]

    def test_counts_asking_and_answering_as_holding(self) -> None:
        runner = holding(10)
        asked_ms = real_voice().ms(say("help-practising"))
        runner.says(Help()).interrupts_at(asked_ms / 1000)
        assert runner.spot.into_ms == 10_000 + LAG_MS + asked_ms

    def test_has_no_second_starting_word(self) -> None:
        runner = holding(10).says(Help())
        assert runner.keys.count("hold") == 1

    def test_in_the_setup_takes_up_the_sentence_that_was_heard(self) -> None:
        runner = holding().during(Part.SETUP, 2, index=1).says(Help())
        assert runner.cues[3] == Read("Bend the front knee and lean in, until the back calf pulls gently.")

    def test_in_the_switch_takes_up_the_switch(self) -> None:
        runner = holding().during(Part.SWITCH, 3).says(Help())
        assert runner.keys[:2] == ["help-practising", "change"]

    def test_goes_on_with_the_next_number_of_a_count(self) -> None:
        runner = Runner().says(how_to("leg-swings")).during(Part.WORK, 7, step=RIGHT).says(Lost())
        assert "Five. " in " ".join(runner.hears)
        assert "Four. " not in " ".join(runner.hears).split("Right hand on the wall")[0]

    def test_in_a_second_part_of_the_dose_stays_there(self) -> None:
        runner = Runner(library=library_of(PARTS)).says(how_to("mixed-bag")).during(Part.WORK, 3, index=1, step=0)
        assert runner.says(Help()).during(Part.WORK, 0, index=1, step=0).spot.index == 1

    @pytest.mark.parametrize("held_s", [27, 28, 29, 29.9])
    def test_at_the_very_end_of_a_hold_is_followed_by_the_release(self, held_s: float) -> None:
        runner = holding(held_s).says(Help())
        assert runner.keys[: runner.keys.index("change")][-2:] == ["release", "help-practising"]

    def test_asked_many_times_at_once_does_not_use_up_the_hold(self) -> None:
        runner = holding(10)
        for _ in range(5):
            runner.says(Help())
        assert sum(work_ms(runner)[:2]) == 20_000 - LAG_MS

    def test_counts_the_exercise_as_met_once(self) -> None:
        runner = holding(5).says(Help()).during(Part.WORK, 3).says(Help()).during(Part.WORK, 3)
        assert runner.found.times_met("wall-calf-straight") == 1


class TestASideAnswerAtAPrompt:
    @pytest.mark.parametrize(("request_", "key"), [(Help(), "help-practising"), (Lost(), "lost-practising")])
    def test_is_followed_by_that_prompt(self, request_: Request, key: str) -> None:
        runner = holding().hears_out().waits(3).says(request_)
        assert runner.keys == [key, "next-here"]
        assert runner.reply.is_open

    def test_keeps_the_place(self) -> None:
        runner = holding().hears_out().waits(3).says(Help()).answers(Next())
        assert runner.taught == ["bent knee calf stretch"]

    @pytest.mark.parametrize("request_", [Yes(), Resume(), More(), Ready(), Next()])
    def test_agreement_is_next(self, request_: Request) -> None:
        assert holding().answers(request_).taught == ["bent knee calf stretch"]

    def test_no_tells_how_to_wait_and_how_to_leave(self) -> None:
        runner = holding().answers(No())
        assert runner.keys == ["pause-or-stop"]
        assert runner.reply.is_open
        assert runner.answers(Next()).taught == ["bent knee calf stretch"]

    def test_during_the_walk_is_followed_by_saying_when_to_begin(self) -> None:
        assert Runner().says(routine("post-run")).answers(Help()).prompt == "walk"


class TestRepeatAfterASideAnswer:
    def test_is_the_answer(self) -> None:
        runner = holding(10).says(Help()).says(Repeat())
        assert runner.keys[0] == "help-practising"
        assert work_ms(runner) != []

    def test_is_the_answer_at_a_prompt_too(self) -> None:
        runner = holding().hears_out().says(Help()).answers(Repeat())
        assert runner.keys == ["help-practising", "next-here"]

    def test_is_the_step_once_work_has_gone_on_for_a_while(self) -> None:
        runner = holding(5).says(Help()).interrupts_at(7).says(Repeat())
        assert runner.taught == ["calf stretch"]

    def test_is_the_step_once_something_else_was_said(self) -> None:
        runner = holding(5).says(Help()).answers(Next()).during(Part.SETUP, 1).says(Repeat())
        assert runner.taught == ["bent knee calf stretch"]

    def test_is_not_the_answer_once_the_practice_is_over(self) -> None:
        runner = Runner().says(how_to("toe-splay")).during(Part.EXIT, 0.5).says(Help()).answers(Repeat())
        assert runner.keys[0] != "help-practising"


class TestNotUnderstoodInWork:
    def test_is_told_in_other_words_each_time_and_never_ends_the_hold(self) -> None:
        library = library_of(replace(TEN, modes=(replace(TEN.modes[0], parts=(hold(90),)),)))
        runner = Runner(library=library).says(how_to("ten-press")).during(Part.WORK, 2)
        heard = []
        for _ in range(6):
            heard.append(runner.says(Lost()).keys[0])
            runner.during(Part.WORK, 4)
        assert heard == ["lost-practising", "lost-practising-again"] * 3

    def test_at_a_prompt_three_times_ends_with_the_place_kept(self) -> None:
        runner = holding().answers(Lost()).answers(Lost()).answers(Lost())
        assert runner.keys == ["give-up-kept"]
        assert not runner.reply.is_open
        assert runner.situation is Situation.PAUSED

    def test_takes_no_more_than_two_seconds_and_a_half(self) -> None:
        assert holding(5).says(Lost()).reply.timeline[0].ms <= 2_500


class TestAQuestionThatComesAtTheEndOfATurn:
    """It is heard with the last words: before them nobody can mean it."""

    @staticmethod
    def working(exercise_id: str | None = None) -> Runner:
        request = how_to(exercise_id) if exercise_id else routine("rounds")
        return Runner(library=OPTIONAL).says(request).during(Part.WORK, 3, step=0)

    def test_is_open_once_it_was_heard(self) -> None:
        runner = self.working().hears_out().waits(1)
        assert runner.state.question == Question(Asked.OPTIONAL)
        assert runner.says(Yes()).taught == ["floor fold"]

    def test_is_answered_by_no_with_the_end(self) -> None:
        runner = self.working().answers(No())
        assert runner.cues[-1] == say("closing-some", count=1, total=2)
        assert runner.found.finished is not None
        assert runner.found.finished.skipped == {2}

    def test_is_put_again_after_a_side_answer(self) -> None:
        runner = self.working().answers(Help())
        assert runner.cues[-1] == Read("Do the last one?")
        assert runner.answers(Yes()).taught == ["floor fold"]

    def test_is_put_by_next_out_of_the_work_before_it(self) -> None:
        runner = self.working().during(Part.WORK, 5, step=1).says(Next())
        assert runner.cues[-1] == Read("Do the last one?")

    @pytest.mark.parametrize(
        ("request_", "key"), [(Lost(), "lost-practising"), (No(), "pause-or-stop"), (Yes(), "keep-going")]
    )
    @pytest.mark.parametrize("exercise_id", [None, "pair-one"])
    def test_is_not_what_a_word_in_the_work_before_it_means(
        self, request_: Request, key: str, exercise_id: str | None
    ) -> None:
        runner = self.working(exercise_id).says(request_)
        assert runner.keys[0] == key
        assert work_ms(runner) != []

    def test_is_not_what_next_means_in_the_first_sides_work(self) -> None:
        assert self.working().says(Next()).keys[0] == "change"

    def test_is_not_what_no_means_in_a_detour(self) -> None:
        runner = holding().says(how_to("toe-splay")).during(Part.WORK, 3).says(No())
        assert runner.keys[0] == "pause-or-stop"

    def test_is_answered_by_done_with_the_end(self) -> None:
        assert self.working().answers(Done()).taught == []


class TestAnotherRoutine:
    def test_unknown_is_asked_for_and_the_practice_stays(self) -> None:
        runner = holding().says(StartRoutine(Name((), "zumba")))
        assert runner.keys == ["ease-out", "unknown-routine"]
        assert runner.spot.into_ms == 10_000

    def test_the_same_one_is_asked_about_as_well(self) -> None:
        runner = holding().says(routine("post-run"))
        assert runner.prompt == "start-over"
        assert runner.answers(Yes()).state.aside is None

    @pytest.mark.parametrize("days", [3, 30])
    def test_days_later_starts_at_once(self, days: int) -> None:
        runner = holding().says(Stop()).comes_back(after_s=days * 86_400).says(routine("pre-run"))
        assert "opening" in runner.keys

    @pytest.mark.parametrize("request_", [Next(), Done(), OtherSide()])
    def test_a_side_asked_for_a_day_later_begins_with_its_place(self, request_: Request) -> None:
        runner = holding().says(Stop()).comes_back(after_s=86_400).says(request_)
        assert "change" not in runner.keys[:1]
        assert runner.reply.timeline[0].part is Part.PLACE

    def test_an_exercise_days_later_starts_at_once(self) -> None:
        runner = holding().says(Stop()).comes_back(after_s=3 * 86_400).says(how_to("toe-splay"))
        assert "ease-out" not in runner.keys

    def test_what_waits_after_a_detour_can_be_carried_on_with(self) -> None:
        runner = holding().says(Stop()).comes_back(after_s=8 * 86_400).says(how_to("toe-splay"))
        asked = runner.prompt
        assert asked != "waiting" or runner.answers(Yes()).keys[0] == "back-into"


class TestAQuestionInWork:
    @pytest.mark.parametrize("request_", [HowTo(Name()), routine("rounds"), StartOver()])
    def test_comes_after_the_way_out_of_the_position(self, request_: Request) -> None:
        runner = Runner(library=library_of(TEN, FLOOR)).says(routine("rounds")).answers(Next())
        runner.is_new_session = False
        runner.during(Part.WORK, 5).says(request_)
        assert Read("Knees down.") in runner.cues

    @pytest.mark.parametrize("request_", [HowTo(Name()), StartRoutine(Name())])
    def test_about_a_name_comes_after_easing_out(self, request_: Request) -> None:
        assert holding().says(request_).keys[0] == "ease-out"


def test_skipping_and_starting_over_and_again_belong_to_moves() -> None:
    assert holding().says(Skip()).taught == ["bent knee calf stretch"]
    assert holding().says(StartOver()).taught == ["calf stretch"]
    assert holding(step=LEFT).says(Again()).taught == ["calf stretch"]
