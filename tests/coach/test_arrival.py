"""What a request finds: the playhead read, work counted, a practice that ran out closed."""

import pytest

from skill.coach.arrival import arrive, counted
from skill.coach.cues import Part, say
from skill.coach.playhead import DAY_MS, Spot
from skill.coach.requests import Help, Launch, Lost, Next, Pause, Ready
from skill.coach.state import Finished, Heard, Situation, State
from tests.coach.gym import FLOOR, TEN, library_of, routine_of
from tests.coach.runner import MONDAY_MS, Runner, how_to, routine
from tests.values import replace


def taught() -> Runner:
    return Runner().says(routine("quick-cool-down"))


def test_a_stranger_is_found_as_nobody() -> None:
    assert arrive(Runner().room, State()) == State()


def test_a_timeline_is_used_up_by_the_request_that_reads_it() -> None:
    assert taught().found.heard is None


def test_a_timeline_without_a_practice_is_nothing_to_read() -> None:
    heard = taught().state.heard
    assert arrive(Runner().room, State(turn=3, heard=heard)) == State(turn=3)


def test_a_timeline_of_other_steps_than_there_are_is_nothing_to_read() -> None:
    runner = taught()
    runner.state = replace(runner.state, heard=Heard("99w:30000", MONDAY_MS))
    assert runner.waits(20).where == (0, Part.PLACE)


def test_work_that_was_heard_is_counted() -> None:
    runner = taught()
    assert runner.during(Part.SETUP, 1).practice.done == set()
    assert runner.during(Part.WORK, 16, step=0).practice.done == set()
    assert runner.during(Part.WORK, 17, step=0).practice.done == {0}
    assert runner.hears_out().practice.done == {0, 1}


def test_only_the_first_side_counts_as_a_meeting() -> None:
    runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 10, step=1)
    assert runner.found.times_met("toe-stretch") == 1


def test_where_the_runner_may_be_instead_is_known_for_this_turn_only() -> None:
    runner = taught().during(Part.WORK, 1, step=0)
    near = {spot.part for spot in runner.found.near}
    assert near == {Part.SETUP, Part.WORK}
    assert runner.says(Help()).state.near == ()


def test_a_practice_whose_last_words_were_reached_is_finished() -> None:
    runner = taught().answers(Next()).hears_out()
    assert runner.situation is Situation.FINISHED
    assert runner.found.last == Finished("quick-cool-down", runner.now_ms)
    assert runner.found.finished is not None


def test_a_practice_stopped_before_its_last_words_is_not_finished() -> None:
    runner = taught().answers(Next()).during(Part.WORK, 10, step=3)
    runner.is_new_session = False
    assert runner.situation is Situation.PRACTISING


def test_a_single_exercise_is_no_routine_to_offer_again() -> None:
    assert Runner().says(how_to("toe-stretch")).hears_out().found.last is None


@pytest.mark.parametrize("away_ms", [DAY_MS + 1, 6 * DAY_MS, -1, -400 * DAY_MS])
def test_absurd_clocks_mean_that_all_was_heard(away_ms: int) -> None:
    runner = taught()
    runner.now_ms = MONDAY_MS + away_ms
    assert runner.where == (1, Part.PROMPT)


def test_a_new_session_forgets_what_was_asked_answered_and_not_understood() -> None:
    runner = Runner().says(Launch()).answers(Lost())
    runner.state = replace(runner.state, answer=(say("paused"),), is_safety_said=True)
    runner.is_new_session = True
    found = runner.found
    assert (found.question, found.answer, found.lost, found.is_safety_said) == (None, (), 0, False)


def test_the_same_session_remembers_them() -> None:
    runner = Runner().says(Launch())
    assert runner.found.question is not None
    assert runner.found.is_safety_said


def test_a_pause_lasts_from_turn_to_turn() -> None:
    assert taught().during(Part.WORK, 5).says(Pause()).waits(500).situation is Situation.PAUSED


def test_an_answer_is_forgotten_once_work_has_gone_on_for_three_seconds() -> None:
    runner = taught().during(Part.WORK, 2, step=0).says(Help())
    said_s = runner.reply.timeline[0].ms / 1000
    assert runner.interrupts_at(said_s + 2).found.answer == (say("help-practising"),)
    assert runner.interrupts_at(said_s + 4).found.answer == ()


def test_what_has_just_been_finished_and_what_waits_follow_the_content() -> None:
    library = library_of(TEN, FLOOR, routines=(routine_of(TEN), routine_of(FLOOR, routine_id="later")))
    runner = Runner(library=library).says(routine("rounds")).during(Part.WORK, 3).says(how_to("floor-fold"))
    runner.hears_out()
    runner.state = runner.found
    runner.library = library_of(FLOOR, routines=(routine_of(FLOOR, routine_id="later"),))
    assert runner.found.aside is None
    assert runner.found.finished is not None


def test_a_routine_that_is_gone_is_not_offered_again() -> None:
    library = library_of(TEN)
    runner = Runner(library=library).says(routine("rounds")).hears_out()
    runner.state = runner.found
    runner.library = library_of(TEN, routines=(routine_of(TEN, routine_id="other"),))
    assert runner.found.last is None


def test_counting_keeps_the_things_in_order() -> None:
    assert counted((("b", 2),), ["a", "b", "a"]) == (("a", 2), ("b", 3))


def test_work_resumed_in_its_first_part_is_found_where_it_goes_on() -> None:
    runner = taught().during(Part.WORK, 5, step=0).says(Pause()).waits(5).says(Ready())
    assert runner.during(Part.WORK, 4).spot == Spot(0, Part.WORK, 0, 9_000)
