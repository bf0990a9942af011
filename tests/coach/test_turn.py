"""Replies made: what is kept from one turn to the next."""

from skill.coach.cues import Mark, Part, Wait, say
from skill.coach.endings import prompt
from skill.coach.playhead import Spot
from skill.coach.requests import Help, Launch, Next, Pause, Ready, Stop
from skill.coach.state import Asked, Question, State
from skill.coach.turn import FULL, aside, close, moved, speak, teach
from tests.coach.runner import MONDAY_MS, Runner, how_to, room_at, routine


def test_each_reply_is_one_more_turn() -> None:
    runner = Runner()
    turns = [runner.says(request).state.turn for request in (Launch(), routine("post-run"), Ready(), Stop())]
    assert turns == [1, 2, 3, 4]


def test_the_timeline_is_kept_with_the_time_of_the_reply_while_there_is_a_practice() -> None:
    runner = Runner().says(how_to("toe-stretch"))
    assert runner.state.heard is not None
    assert runner.state.heard.timeline == runner.reply.timeline
    assert runner.state.heard.sent_at_ms == MONDAY_MS
    assert Runner().says(Launch()).state.heard is None


def test_the_practice_is_stamped_with_the_time_and_what_it_teaches() -> None:
    runner = Runner().says(how_to("toe-stretch")).waits(20).says(Pause())
    assert runner.practice.touched_ms == MONDAY_MS + 20_000
    assert runner.practice.edition.startswith("1:")


def test_a_question_is_open_with_the_reply_that_asks_it() -> None:
    question = Question(Asked.OFFER, "post-run")
    made = speak(room_at(), State(), (), prompt(say("shall-we"), say("shall-we-again"), question=question))
    assert made.state.question == question
    assert made.reprompt == (Wait(4_000), say("shall-we-again"))
    assert made.is_open


def test_last_words_leave_nothing_open() -> None:
    made = close(room_at(), State(question=Question(Asked.LIST)), say("bye"))
    assert made.state.question is None
    assert not made.is_open


def test_words_of_no_step_are_marked_as_such_and_nothing_is_nothing() -> None:
    assert aside((say("ease-out"),)) == (Mark(0, Part.ASIDE), say("ease-out"))
    assert aside(()) == ()


def test_moving_ends_a_pause() -> None:
    state = Runner().says(how_to("toe-stretch")).during(Part.WORK, 5).says(Pause()).state
    assert not moved(state, Spot(0, Part.EXIT)).is_paused
    assert moved(state, Spot(0, Part.EXIT)).under_way.spot == Spot(0, Part.EXIT)


def test_teaching_says_its_lead_before_the_step() -> None:
    runner = Runner().says(how_to("toe-stretch"))
    made = teach(runner.room, runner.found, (say("is-first"),), FULL)
    assert made.cues[:3] == (Mark(0, Part.ASIDE), say("is-first"), Mark(0, Part.PLACE))


def test_interrupting_an_answer_leaves_the_runner_where_it_leads_back_to() -> None:
    runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 10, step=0).says(Help())
    assert runner.interrupts_at(0.5).where == (0, Part.WORK)
    assert runner.says(Next()).keys[0] == "change"
