"""In real time, what is typed while the coach speaks interrupts, and silence is waited out."""

import io
from collections.abc import Callable
from queue import Empty, Queue

import pytest

from skill.simulator.echo import Echo, Post
from skill.simulator.realtime import RealTime, lines_of
from tests.simulator.endpoint import FakeSkill, response

Device = Callable[[Post], Echo]
SILENCE = None
OPEN = "open stretch coach\n"


class Keyboard(Queue[str]):
    """Gives what a test says, in its order and at once; SILENCE is nobody typing until time is up."""

    def __init__(self, *typed: str | None) -> None:
        super().__init__()
        self._typed = [*typed, ""]

    def get(self, block: bool = True, timeout: float | None = None) -> str:  # noqa: FBT001, FBT002
        typed = self._typed.pop(0)
        if typed is None:
            raise Empty
        return typed


def rehearsed(echo: Echo, *typed: str | None) -> list[str]:
    said: list[str] = []
    RealTime(echo, said.append, Keyboard(*typed)).rehearse()
    return said


@pytest.fixture
def skill() -> FakeSkill:
    return FakeSkill(response('Hold. <break time="10s"/> Next?', "Well?"))


def test_words_are_shown_as_they_are_spoken(device: Device, skill: FakeSkill) -> None:
    assert rehearsed(device(skill), OPEN, SILENCE, SILENCE, SILENCE) == ["coach: Hold.", "coach: Next?"]


def test_words_typed_into_the_speech_interrupt_it(device: Device, skill: FakeSkill) -> None:
    said = rehearsed(device(skill), OPEN, SILENCE, "next\n", SILENCE, SILENCE, SILENCE)
    assert said == ["coach: Hold.", "coach: Hold.", "coach: Next?"]
    assert skill.last["request"]["timestamp"] == "2026-03-02T07:00:04Z"  # 1 s of speech, and the lag


def test_words_typed_after_the_speech_are_an_answer(device: Device, skill: FakeSkill) -> None:
    said = rehearsed(device(skill), OPEN, SILENCE, SILENCE, SILENCE, "next\n")
    assert said == ["coach: Hold.", "coach: Next?", "coach: Hold."]
    assert skill.last["request"]["timestamp"] == "2026-03-02T07:00:15Z"


def test_silence_leads_to_the_reprompt_and_then_to_the_end(device: Device, skill: FakeSkill) -> None:
    said = rehearsed(device(skill), OPEN, *[SILENCE] * 3, SILENCE, SILENCE, SILENCE)
    assert said[2:] == ["reprompt: Well?", "(closes)"]


def test_empty_lines_are_nothing(device: Device, skill: FakeSkill) -> None:
    assert rehearsed(device(skill), "\n", OPEN, "\n", "quit\n") == ["coach: Hold."]


def test_a_stream_is_read_line_by_line_to_its_end() -> None:
    lines = lines_of(io.StringIO("one\ntwo\n"))
    assert [lines.get(timeout=1) for _ in range(3)] == ["one\n", "two\n", ""]
