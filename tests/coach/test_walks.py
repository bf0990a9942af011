"""What must hold whatever is said, in whatever order, after whatever silence."""

import json
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from skill.coach.cues import Cue, Mark, Say, Wait, say
from skill.coach.desk import plan_of
from skill.coach.playhead import end_ms
from skill.coach.preferences import Preferences
from skill.coach.requests import Avoid, Discomfort, Launch, Next, No, Stop
from skill.coach.saved import decode, encode
from skill.coach.state import State
from skill.coach.timeline import length_ms, timeline
from skill.domain.plan import Plan
from skill.speech import ssml
from skill.speech.limits import SESSION_BYTES, SPEECH_CHARACTERS
from tests.coach.runner import LAG_MS, Runner, is_spoken, real_phrases, voice_of, words
from tests.coach.walks import WALKS, Pace, Turn, everything, walked, without_near

WANDERING = settings(
    max_examples=80, derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate)
)  # a walk that fails is read as it is: making it shorter takes minutes
LINE_KEYS = {"hold", "begin", "go"}


@WANDERING
@given(WALKS)
def test_each_reply_is_one_more_turn_with_words_and_a_way_to_answer(walk: list[Pace]) -> None:
    for n, turn in enumerate(walked(walk), start=1):
        reply = turn.reply
        assert reply.state.turn == n
        assert is_spoken(reply.cues[-1])
        assert all(is_spoken(cue) for cue in reply.reprompt[1:])
        assert reply.is_open or reply.elicit is None
        if reply.is_open:
            first = reply.reprompt[0]
            assert isinstance(first, Wait)
            assert first.ms in {4_000, 20_000}


@WANDERING
@given(WALKS)
def test_no_reply_breaks_a_limit(walk: list[Pace]) -> None:
    for turn in walked(walk):
        rate_percent = turn.reply.rate_percent
        assert len(ssml.render(turn.reply.cues, real_phrases().text, rate_percent)) <= SPEECH_CHARACTERS
        assert len(ssml.render(turn.reply.reprompt, real_phrases().text)) <= SPEECH_CHARACTERS
        assert all(cue.ms >= 0 for cue in turn.reply.cues if isinstance(cue, Wait))
        assert turn.reply.timeline == timeline(voice_of(turn.reply), turn.reply.cues)
        assert end_ms(turn.reply.timeline) == length_ms(voice_of(turn.reply), turn.reply.cues)


@WANDERING
@given(WALKS)
def test_what_is_saved_is_small_plain_and_comes_back_the_same(walk: list[Pace]) -> None:
    for turn in walked(walk):
        saved = encode(turn.reply.state)
        assert decode(json.loads(json.dumps(saved))) == without_near(turn.reply.state)
        assert len(json.dumps(saved).encode()) <= SESSION_BYTES


def plans(state: State) -> list[tuple[Plan, int]]:
    """The plan and the step of every practice a state holds."""
    held = [practice for practice in (state.practice, state.aside, state.finished) if practice]
    return [(plan_of(everything(), practice, Preferences()), practice.spot.step) for practice in held]


@WANDERING
@given(WALKS)
def test_no_place_is_outside_its_plan(walk: list[Pace]) -> None:
    for turn in walked(walk):
        assert all(0 <= step < len(plan.steps) for plan, step in plans(turn.reply.state))
        marks = [cue.step for cue in turn.reply.cues if isinstance(cue, Mark)]
        assert all(0 <= step < 26 for step in marks)


@WANDERING
@given(WALKS)
def test_a_practice_is_kept_unless_it_ends_or_another_takes_its_place(walk: list[Pace]) -> None:
    for turn in walked(walk):
        before, after = turn.found, turn.reply.state
        if before.practice is None:
            continue
        kept = {practice.exercises for practice in (after.practice, after.aside) if practice}
        is_replaced = after.practice is not None and after.practice.exercises != before.practice.exercises
        is_ended = isinstance(turn.request, Discomfort) or (
            before.practice.is_single and isinstance(turn.request, Avoid)
        )
        is_old = isinstance(turn.request, Launch | No) or before.practice.touched_ms < after_ms(turn) - 7 * 86_400_000
        assert before.practice.exercises in kept or is_replaced or is_old or is_ended


def after_ms(turn: Turn) -> int:
    """The clock of a turn."""
    heard = turn.reply.state.heard
    return heard.sent_at_ms if heard else 0


@WANDERING
@given(WALKS)
def test_stopping_ends_the_session_everywhere_in_a_few_words(walk: list[Pace]) -> None:
    *before, last = walk
    turns = list(walked([*before, Pace(last.wait_s, last.is_new_session, Stop())]))
    assert not turns[-1].reply.is_open
    assert len(turns[-1].reply.cues) == 1
    assert len(words(turns[-1].reply.cues).split()) <= 8


@WANDERING
@given(WALKS)
def test_the_safety_line_is_said_once_a_session_at_most(walk: list[Pace]) -> None:
    said = 0
    for pace, turn in zip(walk, walked(walk), strict=True):
        said = 0 if pace.is_new_session else said
        said += sum(cue == say("safety") for cue in turn.reply.cues)
        assert said <= 1
        said = said if turn.reply.is_open else 0


@WANDERING
@given(WALKS)
def test_every_starting_word_has_its_ending_word(walk: list[Pace]) -> None:
    for turn in walked(walk):
        keys = [cue.key for cue in turn.reply.cues if isinstance(cue, Say)]
        started = sum(key in LINE_KEYS for key in keys)
        ended = keys.count("release") + keys.count("stop-moving")
        assert started <= ended


@WANDERING
@given(WALKS)
def test_no_words_are_said_twice_in_a_row(walk: list[Pace]) -> None:
    for turn in walked(walk):
        cues = [cue for cue in turn.reply.cues if not isinstance(cue, Mark)]
        assert not [one for one, other in pairwise(cues) if one == other and is_spoken(one) and not is_dose(one)]


def is_dose(cue: Cue) -> bool:
    """Whether it tells a dose: two parts of one exercise may have the same."""
    return isinstance(cue, Say) and cue.key.startswith("dose-")


@WANDERING
@given(WALKS, st.integers(-(10**14), 10**14), st.integers(-(10**14), 10**14))
def test_the_playhead_is_never_in_a_step_that_was_not_said(walk: list[Pace], one_ms: int, other_ms: int) -> None:
    *_, turn = walked(walk)
    for now_ms in (one_ms, other_ms, 0):
        runner = Runner(library=everything(), now_ms=now_ms, state=turn.reply.state, is_new_session=False)
        practice = runner.found.practice or runner.found.finished
        said = {segment.step for segment in turn.reply.timeline}
        assert practice is None or practice.spot.step in said | {step for _, step in plans(turn.reply.state)}


@WANDERING
@given(WALKS, st.lists(st.integers(0, 500_000), min_size=2, max_size=6))
def test_later_is_never_earlier_in_what_was_said(walk: list[Pace], times_ms: list[int]) -> None:
    *_, turn = walked(walk)
    heard = turn.reply.state.heard
    if heard is None:
        return
    steps = []
    for time_ms in sorted(times_ms):
        now_ms = heard.sent_at_ms + LAG_MS + time_ms
        runner = Runner(library=everything(), now_ms=now_ms, state=turn.reply.state, is_new_session=False)
        practice = runner.found.practice or runner.found.finished
        steps.append(practice.spot.step if practice else 0)
    assert steps == sorted(steps)


@WANDERING
@given(WALKS)
def test_whoever_only_says_next_comes_to_an_end(walk: list[Pace]) -> None:
    *_, turn = walked(walk)
    heard = turn.reply.state.heard
    if heard is None:
        return
    runner = Runner(library=everything(), now_ms=heard.sent_at_ms, state=turn.reply.state, last=turn.reply)
    runner.is_new_session = False
    for _ in range(60):
        if runner.hears_out().waits(1).found.practice is None or not runner.says(Next()).reply.is_open:
            return
    pytest.fail(runner.words)
