"""State as plain JSON and back. What cannot be read costs the place, never a turn."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.coach.cues import Part, Say, say
from skill.coach.playhead import Spot
from skill.coach.preferences import Detail, Flow, Pace, Preferences
from skill.coach.requests import Help, Next, Pause
from skill.coach.saved import Plain, decode, encode
from skill.coach.state import VERSION, Asked, Finished, Heard, Practice, Question, State
from tests.coach.runner import MONDAY_MS, Runner, how_to, routine

PREFERENCES = Preferences(
    hold_s=45, pace=Pace.SLOWER, detail=Detail.TIMING, flow=Flow.KEEP_GOING, avoided=("toe-splay",)
)
PRACTICE = Practice(
    exercises=("toe-stretch", "big-toe"),
    routine="daily-foot",
    left_first=frozenset({2}),
    spot=Spot(1, Part.WORK, 2, 3_456),
    done=frozenset({0, 3}),
    skipped=frozenset({2}),
    touched_ms=MONDAY_MS,
    edition="1:abcdef01:4",
)
FULL = State(
    turn=7,
    practice=PRACTICE,
    aside=Practice(exercises=("toe-splay",)),
    finished=Practice(exercises=("ball-roll",)),
    is_paused=True,
    question=Question(Asked.LIST, "about", 3),
    heard=Heard("1s2+3:4000", MONDAY_MS),
    preferences=PREFERENCES,
    met=(("post-run", 2), ("toe-stretch", 9)),
    told=frozenset({"safety", "barge-in"}),
    last=Finished("post-run", MONDAY_MS),
    answer=(say("list-more", names=("a", say("side", side="left"), 3)), say("hold")),
    lost=2,
    is_safety_said=True,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)
EXAMPLES = settings(max_examples=150, derandomize=True, deadline=None)


@pytest.mark.parametrize("state", [State(), State(turn=3), FULL])
def test_a_state_comes_back_the_same(state: State) -> None:
    assert decode(json.loads(json.dumps(encode(state)))) == state


def test_what_is_not_saved_is_empty() -> None:
    assert decode({"v": VERSION, "turn": 0}) == decode({"v": VERSION}) == decode({}) == State()


def test_what_is_empty_takes_no_room() -> None:
    assert encode(State()) == {"v": VERSION, "turn": 0}


def test_where_the_runner_may_be_instead_is_never_saved() -> None:
    assert encode(State(near=(Spot(0, Part.WORK),))) == encode(State())


@pytest.mark.parametrize("asked", Asked)
def test_every_question_comes_back(asked: Asked) -> None:
    assert decode(encode(State(question=Question(asked)))).question == Question(asked)


@pytest.mark.parametrize("part", Part)
def test_every_part_comes_back(part: Part) -> None:
    state = State(practice=Practice(exercises=("a",), spot=Spot(0, part)))
    assert decode(encode(state)) == state


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_an_unknown_version_is_idle_with_the_preferences_kept(version: object) -> None:
    assert decode({**encode(FULL), "v": version}) == State(turn=7, preferences=PREFERENCES)


@pytest.mark.parametrize(
    "broken",
    [
        {"practice": {"spot": [0, "w"]}},
        {"practice": {**encode(FULL)["practice"], "spot": [0, "?", 0, 0]}},
        {"practice": "toe-stretch"},
        {"question": ["zumba", "", 0]},
        {"heard": {"line": [[1, 2]], "at": 0}},
        {"answer": [["nobody-says-this", []]]},
        {"answer": [["paused-left", [["seconds", 1.5]]]]},
        {"answer": [["paused-left", [["seconds", None]]]]},
        {"met": 3},
        {"lost": "many"},
        {"last": ["post-run"]},
        {"question": ["offer"]},
        {"lost": float("inf")},
    ],
)
def test_what_cannot_be_read_costs_the_place_and_keeps_the_preferences(broken: Plain) -> None:
    assert decode({**encode(FULL), **broken}) == State(turn=7, preferences=PREFERENCES)


@pytest.mark.parametrize("preferences", [{"pace": "sideways"}, ["a"], 7, {"hold_s": "long"}])
def test_preferences_that_cannot_be_read_are_a_newcomers(preferences: object) -> None:
    assert decode({**encode(FULL), "preferences": preferences}) == State(turn=7)


@pytest.mark.parametrize("turn", [-1, "7", None, 1.5])
def test_a_turn_that_is_no_number_is_none(turn: object) -> None:
    assert decode({"v": VERSION, "turn": turn}) == State()


@given(st.dictionaries(st.sampled_from([*encode(FULL)]), JSON))
@EXAMPLES
def test_garbage_never_raises(garbage: Plain) -> None:
    assert isinstance(decode({"v": VERSION, **garbage}), State)


@given(st.dictionaries(st.text(), JSON))
@EXAMPLES
def test_any_object_at_all_is_a_state(garbage: Plain) -> None:
    assert isinstance(decode(garbage), State)


def mutated(saved: Any, path: list[int], value: object) -> Any:  # noqa: ANN401 -- any JSON
    """The same JSON with one value in it replaced."""
    if not path or not isinstance(saved, dict | list) or not saved:
        return value
    key = list(saved)[path[0] % len(saved)] if isinstance(saved, dict) else path[0] % len(saved)
    changed = dict(saved) if isinstance(saved, dict) else list(saved)
    changed[key] = mutated(saved[key], path[1:], value)
    return changed


SAVED = encode(Runner().says(routine("post-run")).answers(Next()).during(Part.WORK, 5).says(how_to("toe-splay")).state)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=4), st.integers(-3, 99) | st.text(max_size=4) | st.none())
@settings(max_examples=400, derandomize=True, deadline=None)
def test_a_place_that_is_nowhere_costs_the_place_and_never_a_turn(path: list[int], value: object) -> None:
    broken = mutated(SAVED, path, value)
    state = decode(broken if isinstance(broken, dict) else {})
    for request in (Help(), Next(), Pause()):
        Runner(state=state).says(request)


def test_answers_hold_prompts_texts_numbers_and_lists() -> None:
    saved = json.loads(json.dumps(encode(FULL)["answer"]))
    assert saved == [["list-more", [["names", {"all": ["a", {"say": ["side", [["side", "left"]]]}, 3]}]]], ["hold", []]]
    assert all(isinstance(said, Say) for said in decode(encode(FULL)).answer)


ONCE = {
    "v": 1,
    "turn": 411,
    "preferences": {"hold_s": 45, "flow": "keep-going", "avoided": ["big-toe"]},
    "practice": {
        "routine": "no-kit",
        "exercises": ["toe-splay", "ankle-circles"],
        "left_first": [2],
        "spot": [1, "w", 2, 3456],
        "done": [0],
        "touched_ms": 1795233317481,
        "edition": "2:90830d2b:11",
        "missing": ["ball"],
        "instead": [["toe-splay", "Sit for it."]],
        "extra": [1, 0, 15],
        "tipped": True,
    },
    "question": ["keep-going", "", 0],
    "heard": {"at": 1795233212920, "line": "1p:2618 s:8400 w+900:39000 n:6291"},
    "met": [["no-kit", 1], ["toe-splay", 4]],
    "told": ["barge-in", "safety"],
    "last": ["post-run", 1795233212000],
    "safety": True,
}


def test_what_was_saved_once_is_read_and_written_as_it_was() -> None:
    assert decode(ONCE).under_way.extra == (1, 0, 15)
    assert json.loads(json.dumps(encode(decode(ONCE)))) == ONCE


def test_a_set_that_became_empty_takes_no_room_and_comes_back() -> None:
    emptied = frozenset({1}) - {1}
    state = State(aside=Practice(exercises=("a",), skipped=emptied), short=frozenset({"a"}) - {"a"})
    assert encode(state) == encode(State(aside=Practice(exercises=("a",))))
    assert decode(encode(state)) == state


def test_preferences_that_were_reset_take_no_room() -> None:
    assert "preferences" not in encode(State(preferences=Preferences()))
