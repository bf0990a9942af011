"""Pause and the way back."""

import pytest

from skill.coach.cues import Count, Part, Read, Wait, say
from skill.coach.requests import More, Pause, Ready, Request, Resume, Yes
from skill.coach.state import Situation
from tests.coach.gym import FIVE, FLOOR, PARTS, STATIONS, TEN, exercise, library_of, movement, reps, together
from tests.coach.runner import HOUR_S, Runner, how_to, routine
from tests.values import replace

RIGHT, LEFT = range(2)
HOLD_S = 30


def holding(seconds: float = 10) -> Runner:
    """So long into the first hold of the post-run routine, the right calf."""
    return Runner().says(routine("post-run")).answers(Ready()).during(Part.WORK, seconds, step=RIGHT)


def paused(seconds: float = 10) -> Runner:
    return holding(seconds).says(Pause())


def left_to_hold(runner: Runner) -> list[int]:
    """Milliseconds of each piece of work in the reply."""
    return [segment.ms for segment in runner.reply.timeline if segment.part is Part.WORK]


@pytest.mark.parametrize(
    ("held_s", "left_s"), [(0, 30), (10, 20), (14, 20), (15, 15), (19.9, 15), (20.1, 10), (24, 10), (29.9, 10)]
)
def test_a_pause_in_a_hold_eases_out_and_tells_what_is_left_to_five_seconds(held_s: float, left_s: int) -> None:
    assert paused(held_s).cues[1:3] == (say("ease-out"), say("paused-left", seconds=left_s))


def test_a_pause_in_a_hold_of_five_seconds_does_not_promise_ten() -> None:
    runner = Runner(library=library_of(FIVE)).says(how_to("five-press")).during(Part.WORK, 2).says(Pause())
    assert runner.cues[2] == say("paused-left", seconds=5)


@pytest.mark.parametrize("dose", [STATIONS, together(exercise("press", reps(9)))])
def test_a_pause_in_counted_or_timed_movement_tells_no_seconds(dose: object) -> None:
    assert isinstance(dose, type(TEN))
    runner = Runner(library=library_of(dose)).says(how_to(dose.id)).during(Part.WORK, 2).says(Pause())
    assert runner.keys[:2] == ["ease-out", "paused"]


@pytest.mark.parametrize("part", [Part.PLACE, Part.SETUP, Part.SWITCH, Part.EXIT, Part.PROMPT])
def test_a_pause_outside_work_only_says_so(part: Part) -> None:
    runner = Runner().says(routine("post-run")).answers(Ready()).during(part, 0.5, index=0).says(Pause())
    assert runner.keys[0] == "paused"


def test_a_pause_carries_a_minute_of_waits_so_that_one_word_is_enough() -> None:
    cues = paused().cues
    assert sum(cue.ms for cue in cues if isinstance(cue, Wait)) == 60_000
    assert max(cue.ms for cue in cues if isinstance(cue, Wait)) == 15_000
    assert cues.count(say("still-paused")) == 3


def test_a_pause_ends_in_a_prompt_and_is_a_situation_of_its_own() -> None:
    runner = paused()
    assert runner.prompt == "say-resume"
    assert runner.situation is Situation.PAUSED
    assert runner.reply.reprompt[-1] == say("say-resume-again")


@pytest.mark.parametrize("request_", [Resume(), Ready(), Yes(), More()])
def test_resuming_goes_back_into_the_position_and_holds_what_was_left(request_: Request) -> None:
    runner = paused().waits(20).says(request_)
    side = Read("Right leg back, toes at the wall.")
    assert runner.cues[1:5] == (say("back-into", name="calf stretch"), side, Wait(8000), say("hold"))
    assert left_to_hold(runner) == [20_000, 30_000]
    assert runner.situation is Situation.PRACTISING


def test_resuming_on_the_second_side_goes_on_there() -> None:
    runner = holding().during(Part.WORK, 10, step=LEFT).says(Pause()).waits(20).says(Resume())
    assert Read("Left leg back, toes at the wall.") in runner.cues
    assert left_to_hold(runner) == [20_000]


def test_at_least_ten_seconds_are_held_after_a_pause() -> None:
    assert left_to_hold(paused(28).waits(20).says(Resume())) == [10_000, 30_000]


def test_a_hold_shorter_than_that_is_held_whole() -> None:
    runner = Runner(library=library_of(FIVE)).says(how_to("five-press")).during(Part.WORK, 3).says(Pause())
    assert left_to_hold(runner.waits(5).says(Resume())) == [5_000, 5_000]


def test_counting_goes_on_with_the_next_number() -> None:
    nine = together(exercise("press", reps(9)))
    runner = Runner(library=library_of(nine)).says(how_to("press")).during(Part.WORK, 5).says(Pause())
    runner.waits(5).says(Resume())
    assert left_to_hold(runner) == [12_000]
    assert "Four. " in " ".join(runner.hears)
    assert "Three. " not in " ".join(runner.hears)


@pytest.mark.parametrize(("minutes", "left_ms"), [(9.9, 20_000), (10.1, 30_000)])
def test_within_ten_minutes_the_rest_is_held_later_the_whole(minutes: float, left_ms: int) -> None:
    assert left_to_hold(paused().waits(minutes * 60).says(Resume()))[0] == left_ms


def test_with_a_clock_that_ran_backwards_the_whole_is_held() -> None:
    assert left_to_hold(paused().waits(-3600).says(Resume()))[0] == 30_000


def test_a_position_without_sides_is_gone_back_into_by_its_name() -> None:
    runner = Runner(library=library_of(FLOOR)).says(how_to("floor-fold")).during(Part.WORK, 10).says(Pause())
    assert runner.waits(20).says(Resume()).cues[1:4] == (say("back-into", name="floor fold"), Wait(12_000), say("hold"))


@pytest.mark.parametrize(("part", "step"), [(Part.SETUP, RIGHT), (Part.SWITCH, LEFT), (Part.EXIT, LEFT)])
def test_resuming_outside_work_goes_on_where_it_was(part: Part, step: int) -> None:
    runner = holding().during(part, 1, step=step).says(Pause()).waits(20).says(Resume())
    assert runner.keys[0] == "back-to"
    assert runner.reply.timeline[1].part is part
    assert runner.reply.timeline[1].step == step


def test_resuming_long_after_the_work_was_done_does_not_begin_it_again() -> None:
    runner = holding().during(Part.EXIT, 1, step=LEFT).says(Pause()).waits(30 * 60).says(Resume())
    assert left_to_hold(runner) == []
    assert runner.prompt == "next-here"


def test_resuming_at_a_prompt_is_next() -> None:
    runner = holding().hears_out().says(Pause()).waits(20).says(Resume())
    assert runner.taught == ["bent knee calf stretch"]


def test_resuming_during_the_walk_begins() -> None:
    runner = Runner().says(routine("post-run")).hears_out().says(Pause()).waits(20).says(Resume())
    assert runner.taught == ["calf stretch"]


def test_a_pause_in_a_later_part_of_the_dose_goes_on_with_that_part() -> None:
    mixed = replace(together(PARTS), id="mixed-bag")
    runner = Runner(library=library_of(mixed)).says(how_to("mixed-bag")).during(Part.WORK, 1, index=1).says(Pause())
    assert runner.cues[2] == say("paused-left", seconds=15)
    assert left_to_hold(runner.waits(5).says(Resume())) == [11_000, 20_000]


def test_resuming_hours_later_without_a_word_in_between_holds_the_whole() -> None:
    runner = Runner(library=library_of(TEN)).says(how_to("ten-press")).during(Part.WORK, 5).says(Pause())
    runner.comes_back(after_s=3 * HOUR_S).says(Resume())
    assert left_to_hold(runner) == [10_000, 10_000]


@pytest.mark.parametrize(("heard_s", "number"), [(0, 1), (7, 5), (17, 10), (21.5, 12)])
def test_a_count_goes_on_from_its_next_number_however_few_are_left(heard_s: float, number: int) -> None:
    runner = (
        Runner().says(how_to("leg-swings")).during(Part.WORK, heard_s, step=0).says(Pause()).waits(5).says(Resume())
    )
    assert next(cue.number for cue in runner.cues if isinstance(cue, Count)) == number


def test_letters_go_on_from_the_one_that_was_under_way() -> None:
    spelling = exercise("spelling", movement(60, "a", "b", "c", "d", "e", "f"))
    runner = Runner(library=library_of(spelling)).says(how_to("spelling")).during(Part.WORK, 55, step=0)
    runner.says(Pause()).waits(5).says(Resume())
    assert "F." in runner.words
    assert "E." not in runner.words.split("Change")[0]
