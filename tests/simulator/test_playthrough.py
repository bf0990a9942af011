"""A practice played to its end leaves nothing out, keeps every hold, and fits what Alexa takes."""

from itertools import groupby

import pytest

from skill.coach.coach import reply
from skill.coach.flow import TURN_CHARACTERS
from skill.coach.preferences import Flow
from skill.coach.requests import Next, Ready, Yes
from skill.coach.room import TURN_BUDGET_S
from skill.domain.model import Entry, Side, Sides
from skill.errors import StartError
from skill.simulator import playthrough
from skill.simulator.items import WORK
from skill.simulator.playthrough import asked_for, first_request, played, replies
from skill.simulator.reading import reader
from skill.speech import text
from skill.speech.limits import SPEECH_CHARACTERS
from tests.simulator.played import (
    holds_heard,
    holds_written,
    is_contiguous,
    items_of,
    longest_silence_ms,
    ours,
    turns_of,
)
from tests.values import replace

MAX_SILENCE_MS = 15_000
ROUTINES = tuple(ours().library.routines)
EVERY = [(name, flow) for name in ROUTINES for flow in Flow]
WORDS: dict[type, str] = {Next: "next", Ready: "ready", Yes: "?"}
every_practice = pytest.mark.parametrize(("name", "flow"), EVERY)


@every_practice
def test_items_follow_each_other_without_a_gap(name: str, flow: Flow) -> None:
    items = items_of(turns_of(name, flow))
    assert is_contiguous(items)
    assert all(item.ms > 0 for item in items)


@every_practice
def test_every_hold_is_as_long_as_it_is_written_on_every_side(name: str, flow: Flow) -> None:
    routine = ours().library.routines[name]
    assert holds_heard(items_of(turns_of(name, flow))) == holds_written(routine.entries)


@pytest.mark.parametrize("flow", Flow)
@pytest.mark.parametrize("name", ours().library.exercises)
def test_so_is_every_hold_of_an_exercise_by_name(name: str, flow: Flow) -> None:
    items = items_of(turns_of(name, flow))
    assert is_contiguous(items)
    assert holds_heard(items) == holds_written([Entry(exercise=name)])


@every_practice
def test_nothing_is_left_out(name: str, flow: Flow) -> None:
    library = ours().library
    exercises = [library.exercises[entry.exercise] for entry in library.routines[name].entries]
    sides = {Sides.EACH: (Side.RIGHT, Side.LEFT)}
    items = (item for item in items_of(turns_of(name, flow)) if item.kind in WORK)
    worked = [each for each, _ in groupby(items, lambda item: (item.exercise, item.side))]
    assert worked == [(one.id, side) for one in exercises for side in sides.get(one.sides, (Side.BOTH,))]


@every_practice
def test_no_silence_at_work_or_rest_is_long(name: str, flow: Flow) -> None:
    assert longest_silence_ms(items_of(turns_of(name, flow))) <= MAX_SILENCE_MS


@every_practice
def test_every_turn_can_be_said(name: str, flow: Flow) -> None:
    assert all(0 < turn.characters <= SPEECH_CHARACTERS for turn in turns_of(name, flow))


@pytest.mark.parametrize("name", ROUTINES)
def test_what_goes_on_by_itself_ends_in_time(name: str) -> None:
    assert all(turn.ms <= TURN_BUDGET_S * 1000 for turn in turns_of(name, Flow.KEEP_GOING))


def test_the_daily_routine_is_one_turn_where_it_goes_on_by_itself() -> None:
    assert len(turns_of("daily-foot", Flow.KEEP_GOING)) == 1


@every_practice
def test_the_runner_says_what_the_prompt_asks_for(name: str, flow: Flow) -> None:
    made = list(replies(ours().room, first_request(ours(), name), flow))
    for one in made[:-1]:
        prompt = text.lines(one.cues, ours().phrases.text)[-1]
        assert WORDS[type(asked_for(one))] in prompt


def test_a_gap_or_a_long_silence_would_be_noticed() -> None:
    items = items_of(turns_of("post-run", Flow.WAIT_FOR_ME))
    assert not is_contiguous(items[1:])
    assert not is_contiguous([*items[:5], items[5].later(1), *items[6:]])
    silence = next(item for item in items if item.exact and item.kind in WORK)
    assert longest_silence_ms([replace(silence, ms=8_000), replace(silence, ms=7_001)]) > MAX_SILENCE_MS


def test_an_unknown_id_is_one_sentence_with_the_nearest() -> None:
    with pytest.raises(StartError, match=r"Did you mean wall-calf-bent or wall-calf-straight\?"):
        played(ours(), "wall-calf", Flow.WAIT_FOR_ME)
    with pytest.raises(StartError, match=r"Did you mean quick-cool-down\?"):
        played(ours(), ours().library.routines["quick-cool-down"].name, Flow.WAIT_FOR_ME)


def test_a_practice_without_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    first = first_request(ours(), "post-run")
    monkeypatch.setattr(playthrough, "reply", lambda room, state, request: reply(room, state, first))
    with pytest.raises(StartError, match="not over after 500 turns"):
        played(ours(), "post-run", Flow.WAIT_FOR_ME)


def test_a_turn_that_alexa_would_not_take_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.speech.ssml.SPEECH_CHARACTERS", 500)
    assert TURN_CHARACTERS > 500
    with pytest.raises(StartError, match=r"A turn cannot be said: .* Alexa takes 500"):
        played(reader(), "post-run", Flow.WAIT_FOR_ME)  # not ours(), whose speeches are remembered
