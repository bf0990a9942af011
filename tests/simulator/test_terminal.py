"""Typed or piped, words are words and a script's lines are a script's lines."""

from collections.abc import Callable

from skill.simulator.echo import NOT_OPEN, Echo, Post
from skill.simulator.terminal import rehearse, repeated
from tests.simulator.endpoint import FakeSkill, response

Device = Callable[[Post], Echo]
SKILL = FakeSkill(response('Hold. <break time="10s"/> Next?', "Well?"))


def shown(device: Device, *lines: str) -> list[str]:
    said: list[str] = []
    rehearse(lines, device(SKILL), said.append)
    return said


def test_words_are_said_to_the_coach(device: Device) -> None:
    assert shown(device, "open stretch coach\n") == ["coach: Hold. [10 s]", "coach: Next?"]


def test_lines_of_a_script_work_too(device: Device) -> None:
    lines = ("runner: open stretch coach", "(interrupts at 3 s)", "runner: next", "(waits 8 s)")
    assert shown(device, *lines)[-1] == "reprompt: Well?"


def test_nothing_and_remarks_do_nothing(device: Device) -> None:
    assert shown(device, "", "  ", "# later", "runner:") == []


def test_what_cannot_be_played_is_said_and_the_rest_goes_on(device: Device) -> None:
    first, second, third = shown(device, "(jumps)", "(interrupts at 3 s)", "next", "next")
    assert first == "line 1: not a line of a script: '(jumps)'"
    assert "nothing can interrupt at 3 s" in second
    assert third == f"alexa: {NOT_OPEN}"


def test_quit_leaves(device: Device) -> None:
    assert shown(device, "quit\n", "open stretch coach\n") == []


def test_what_comes_from_a_pipe_is_shown() -> None:
    said: list[str] = []
    piped = ["open stretch coach\n", "\n", "(waits 3 s)\n", "# so\n", "runner: next\n", "quit\n"]
    assert list(repeated(piped, said.append)) == piped
    assert said == ["runner: open stretch coach", "(waits 3 s)", "# so", "runner: next"]
