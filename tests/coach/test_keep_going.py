"""Exercises that follow each other by themselves: as many as fit, cut where the place changes, no place ever lost."""

import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from skill.coach.coach import reply
from skill.coach.cues import Mark, Part, Wait, say
from skill.coach.flow import TURN_CHARACTERS
from skill.coach.playhead import end_ms
from skill.coach.preferences import Flow, Preferences
from skill.coach.requests import (
    Again,
    Done,
    GoTo,
    Help,
    Launch,
    Lost,
    Next,
    OtherSide,
    Pause,
    Previous,
    Ready,
    Repeat,
    Request,
    Resume,
    Skip,
    Yes,
)
from skill.coach.room import TURN_BUDGET_S
from skill.coach.saved import encode
from skill.coach.state import Finished, Situation, State
from skill.coach.time_requests import MoreTime, NotReady, SetHold, TimeLeft, WhatsNext, WhereAmI
from skill.domain.model import Entry, Place
from skill.speech import ssml
from skill.speech.limits import SESSION_BYTES, SPEECH_CHARACTERS
from tests.coach.gym import FLOOR, TEN, exercise, hold, library_of, routine_of
from tests.coach.runner import LAG_MS, Runner, how_to, real_library, real_phrases, routine
from tests.values import replace

TURN_BYTES = 4_000


def runner(**more: object) -> Runner:
    kept = Preferences(flow=Flow.KEEP_GOING, **more)  # type: ignore[arg-type]  # any field
    return Runner(state=State(turn=3, preferences=kept, last=Finished("post-run", 0)))


def post_run() -> Runner:
    return runner().says(routine("post-run")).answers(Ready())


def works(made: Runner) -> list[int]:
    return [cue.step for cue in made.cues if isinstance(cue, Mark) and cue.part is Part.WORK]


class TestWhatATurnHolds:
    def test_the_whole_daily_foot_routine_without_a_word(self) -> None:
        made = runner().says(routine("daily-foot"))
        assert works(made) == [*range(8)]
        assert made.keys[-1] == "closing-sides"
        assert not made.reply.is_open

    @pytest.mark.parametrize("routine_id", real_library().routines)
    def test_never_more_than_the_budget_or_the_characters(self, routine_id: str) -> None:
        made = runner().says(routine(routine_id))
        for _ in range(20):
            assert end_ms(made.reply.timeline) <= TURN_BUDGET_S * 1000
            assert len(ssml.render(made.cues, real_phrases().text)) <= SPEECH_CHARACTERS
            if not made.reply.is_open:
                return
            made.answers(Yes())
        pytest.fail("the routine never ends")

    def test_every_side_has_its_full_time(self) -> None:
        made = post_run()
        assert {one.ms for one in made.reply.timeline if one.part is Part.WORK} == {30_000}

    def test_the_way_to_another_place_is_waited_for(self) -> None:
        made = post_run()
        assert made.cues[made.cues.index(Mark(4, Part.PLACE, 1)) + 2] == Wait(8_000)
        assert made.cues[made.cues.index(Mark(6, Part.PLACE, 1)) + 2] == Wait(12_000)

    def test_ends_before_what_must_be_fetched(self) -> None:
        made = runner().says(routine("foot-refresh")).answers(Ready())
        while made.reply.is_open:
            assert made.prompt in {"next-fetch", "fetch-first", "next-here", "next-there"} or made.prompt.endswith("?")
            made.answers(Yes())
        assert made.keys[-1].startswith("closing")

    def test_ends_before_what_is_asked_about(self) -> None:
        entries = (Entry(exercise="ten-press"), Entry(exercise="floor-fold", ask_first="Shall we?"))
        asked = replace(routine_of(TEN, FLOOR), entries=entries)
        made = Runner(library=library_of(TEN, FLOOR, routines=(asked,)), state=runner().state)
        made.says(routine("rounds"))
        assert works(made) == [0, 1]
        assert made.words.endswith("Shall we?")

    def test_a_cut_is_where_the_place_changes_if_that_leaves_half(self) -> None:
        walls = [exercise(f"wall-{n}", hold(60)) for n in range(3)]
        chairs = [replace(exercise(f"chair-{n}", hold(60)), place=Place.SEATED) for n in range(2)]
        made = Runner(library=library_of(*walls[:2], *chairs, walls[2]), state=runner().state).says(routine("rounds"))
        assert works(made) == [0, 1, 2, 3]

    def test_a_cut_is_as_late_as_possible_else(self) -> None:
        walls = [exercise(f"wall-{n}", hold(50)) for n in range(5)]
        made = Runner(library=library_of(*walls), state=runner().state).says(routine("rounds"))
        assert works(made) == [0, 1, 2, 3, 4, 5]

    def test_a_single_exercise_longer_than_the_budget_is_a_turn_all_the_same(self) -> None:
        long = exercise("long-hold", hold(120))
        made = Runner(library=library_of(long, TEN), state=runner().state)
        made.says(routine("rounds"))
        assert works(made)[:2] == [0, 1]

    def test_a_minutes_walk_is_timed_in_the_same_turn(self) -> None:
        made = runner().says(routine("pre-run"))
        assert [one.part for one in made.reply.timeline[:2]] == [Part.OPENING, Part.WALK]
        assert 60_000 <= made.reply.timeline[1].ms < 62_000
        assert works(made)

    def test_a_walk_may_be_ended_by_ready(self) -> None:
        made = runner().says(routine("pre-run")).interrupts_at(20).says(Ready())
        assert made.cues[0] == Mark(0, Part.PLACE)

    @pytest.mark.parametrize(
        "request_", [TimeLeft(), Lost(), WhereAmI(), SetHold(30), Resume(), NotReady(), MoreTime(5)]
    )
    def test_a_walk_goes_on_after_any_word(self, request_: Request) -> None:
        made = runner().says(routine("pre-run")).during(Part.WALK, 35).says(request_)
        walk = next(one for one in made.reply.timeline if one.part is Part.WALK)
        assert 20_000 <= walk.ms <= 26_000
        assert works(made)

    def test_a_walk_is_gone_on_with_after_a_pause(self) -> None:
        made = runner().says(routine("pre-run")).during(Part.WALK, 10).says(Pause()).waits(5).says(Resume())
        walk = next(one for one in made.reply.timeline if one.part is Part.WALK)
        assert 45_000 <= walk.ms <= 55_000
        assert works(made)

    def test_breath_that_must_settle_is_waited_for(self) -> None:
        assert runner().says(routine("post-run")).prompt == "walk"

    def test_ten_exercises_fit_the_session(self) -> None:
        ten = [replace(exercise(f"wall-press-number-{n}", hold(5)), place=Place.WALL) for n in range(10)]
        made = Runner(library=library_of(*ten), state=runner().state).says(routine("rounds"))
        assert works(made) == [*range(20)]
        assert len(json.dumps(encode(made.state)).encode()) <= TURN_BYTES <= SESSION_BYTES

    def test_characters_end_a_turn_before_the_budget_does(self) -> None:
        wordy = replace(exercise("wordy", hold(5)), exit="Come " + "slowly " * 250 + "out.", exit_s=2)
        many = [replace(wordy, id=f"wordy-{n}") for n in range(5)]
        made = Runner(library=library_of(*many), state=runner().state)
        made.says(routine("rounds"))
        assert 2 <= len(works(made)) < 10
        assert sum(len(text) for text in made.hears) <= TURN_CHARACTERS


INSIDE: list[tuple[Request, str]] = [
    (Help(), "help-practising"),
    (Lost(), "lost-practising"),
    (TimeLeft(), "time-left"),
    (WhereAmI(), "here"),
    (WhatsNext(), "then"),
    (MoreTime(10), "more-seconds"),
    (SetHold(30), "hold-set"),
]


class TestABargeIn:
    """In the third exercise of four, the toe stretch, on its second side."""

    @staticmethod
    def there() -> Runner:
        return post_run().during(Part.WORK, 10, step=5)

    @pytest.mark.parametrize(("request_", "key"), INSIDE)
    def test_with_a_question_is_answered_and_the_rest_of_the_turn_goes_on(self, request_: Request, key: str) -> None:
        made = self.there().says(request_)
        assert made.keys[0] == key
        assert works(made)[0] == 5
        assert works(made)[-1] == 6

    def test_with_next_goes_to_the_exercise_after_the_one_heard(self) -> None:
        assert self.there().says(Next()).taught == ["downward dog"]

    def test_with_previous_restarts_the_side_that_is_heard(self) -> None:
        made = self.there().says(Previous())
        assert made.words.startswith("Ease out. Put that foot down. Three of four.")
        assert works(made) == [5, 6]

    def test_with_again_does_the_whole_of_it_and_what_follows(self) -> None:
        assert self.there().says(Again()).taught == ["toe stretch", "downward dog"]

    def test_with_repeat_says_the_step_with_all_its_words_and_goes_on(self) -> None:
        made = self.there().says(Repeat())
        assert works(made) == [5, 6]

    def test_with_other_side_works_that_and_goes_on(self) -> None:
        assert works(self.there().says(OtherSide())) == [4, 5, 6]

    def test_with_skip_leaves_it_out(self) -> None:
        made = self.there().says(Skip())
        assert made.taught == ["downward dog"]
        assert made.state.under_way.skipped == set()
        assert made.prompt == "closing-missed"

    def test_with_done_goes_on_after_this_side(self) -> None:
        assert works(self.there().says(Done())) == [6]

    def test_with_go_to_jumps(self) -> None:
        assert self.there().says(GoTo(number=2)).taught == ["bent knee calf stretch", "toe stretch", "downward dog"]

    def test_with_pause_and_resume_has_the_rest_of_the_hold_and_of_the_turn(self) -> None:
        made = self.there().says(Pause()).waits(5).says(Resume())
        assert [one.ms for one in made.reply.timeline if one.part is Part.WORK] == [20_000, 30_000]

    def test_with_not_ready_in_the_setup_waits_and_goes_on(self) -> None:
        made = post_run().during(Part.SETUP, 1, step=4).says(NotReady())
        assert works(made) == [4, 5, 6]

    def test_counts_all_that_was_heard_as_done_and_met(self) -> None:
        found = self.there().found
        assert found.under_way.done == {0, 1, 2, 3, 4}
        assert dict(found.met)["wall-calf-bent"] == 1
        assert "downward-dog" not in dict(found.met)

    def test_right_after_the_next_exercise_began_next_repeats_it(self) -> None:
        assert post_run().during(Part.PLACE, 1, step=4).says(Next()).taught[0] == "toe stretch"

    def test_in_a_new_session_comes_back_to_the_step_that_was_heard(self) -> None:
        made = self.there().comes_back(after_s=self.there_s() + LAG_MS / 1000)
        assert made.says(Launch()).words.startswith(
            "Ease out. Put that foot down. You were in the toe stretch, left side, three of four."
        )

    def there_s(self) -> float:
        made = self.there()
        return (made.now_ms - made.sent_at_ms - LAG_MS) / 1000


def test_a_turn_that_ran_out_without_a_word_is_a_finished_practice() -> None:
    made = runner().says(routine("daily-foot")).hears_out()
    assert made.situation is Situation.FINISHED
    assert made.found.last is not None
    assert made.found.last.routine == "daily-foot"


def test_the_length_that_is_told_is_that_of_the_turn() -> None:
    made = runner().says(routine("daily-foot"))
    assert "about seven and a half minutes" in made.words
    assert 400_000 < end_ms(made.reply.timeline) <= 465_000


def test_a_smaller_budget_makes_more_turns() -> None:
    made = runner()
    room = replace(made.room, turn_budget_s=200)
    first = reply(room, made.state, routine("daily-foot"))
    assert end_ms(first.timeline) <= 200_000
    assert first.is_open
    assert first.cues[-1] != say("offer-flow")


@settings(max_examples=150, derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.data())
def test_random_barge_ins_never_lose_the_place(data: st.DataObject) -> None:
    """Every request that does not move leaves the exercise being heard what it was."""
    made = runner().says(routine(data.draw(st.sampled_from(["daily-foot", "post-run", "no-kit", "seated"]))))
    asking: list[Request] = [Help(), Lost(), TimeLeft(), WhereAmI(), WhatsNext()]
    staying = [*asking, Pause(), Resume(), MoreTime(10), NotReady()]
    for _ in range(data.draw(st.integers(3, 12))):
        if not made.reply.is_open or made.state.practice is None:
            made.answers(how_to("toe-stretch"))
        length_s = end_ms(made.reply.timeline) / 1000
        made.interrupts_at(data.draw(st.floats(0, length_s, allow_nan=False)))
        before = made.found
        made.says(data.draw(st.sampled_from(staying)))
        if before.practice and made.state.practice:
            number = made.state.practice.spot.step
            assert abs(number - before.practice.spot.step) <= 1
            assert before.practice.done <= made.state.practice.done
