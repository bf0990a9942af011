"""Scripts are played line by line, and written again with what was heard."""

from collections.abc import Callable

import pytest

from skill.simulator.echo import Echo, Post
from skill.simulator.script import Kind, ScriptError, parse, played
from tests.simulator.endpoint import FakeSkill, response

Device = Callable[[Post], Echo]

HOLD = response('Hold. <break time="10s"/> And release. Next?', '<break time="4s"/> Say next.')

SCRIPT = """\
# A remark stays.

runner: next
alexa: Stretch Coach is not open. Say: open stretch coach.

runner: open stretch coach
coach: Hold. [10 s]
coach: And release. Next?

(interrupts at 5 s)
runner: next
coach: Hold. [10 s]
coach: And release. Next?
(waits 1 min)
reprompt: [4 s] Say next.
(closes)

runner: open stretch coach
coach: Hold. [10 s]
coach: And release. Next?
(new session)
runner: next
alexa: Stretch Coach is not open. Say: open stretch coach.
"""


def test_a_script_that_is_right_is_written_as_it_was(device: Device) -> None:
    assert played(SCRIPT, lambda: device(FakeSkill(HOLD))) == SCRIPT


def test_what_is_heard_is_written_anew(device: Device) -> None:
    mine = "\n".join(line for line in SCRIPT.splitlines() if not line.startswith(("coach", "alexa", "reprompt", "(c")))
    assert played(mine, lambda: device(FakeSkill(HOLD))) == SCRIPT


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("(waits 12 s)", 12_000),
        ("(waits 1.5 s)", 1_500),
        ("(waits 3 min)", 180_000),
        ("(waits 2 h)", 7_200_000),
        ("(waits 1 day)", 86_400_000),
        ("(waits 3 days)", 259_200_000),
    ],
)
def test_time_has_units(text: str, ms: int) -> None:
    (line,) = parse(text)
    assert (line.kind, line.ms) == (Kind.WAITS, ms)


def test_a_line_that_is_none_is_refused_with_its_number() -> None:
    with pytest.raises(ScriptError, match="line 2: not a line of a script: 'coach says hello'"):
        parse("runner: next\ncoach says hello")


def test_an_interruption_of_nothing_is_refused_with_its_line(device: Device) -> None:
    script = "runner: open stretch coach\n(interrupts at 60 s)\nrunner: next\n"
    with pytest.raises(ScriptError, match=r"line 3: The coach speaks for 14\.0 s"):
        played(script, lambda: device(FakeSkill(HOLD)))
