"""A timed script gives the moment of each thing said, and the silence after it."""

from skill.coach.cues import Cue, Mark, Part, Read, Spoken, Wait
from skill.simulator.timed import moment, script


class SecondAWord:
    """A voice that takes a second a word."""

    def ms(self, cue: Spoken) -> int:
        return 1_000 * len(words(cue).split())

    def characters(self, cue: Cue) -> int:
        return 0


def words(cue: Spoken) -> str:
    assert isinstance(cue, Read)
    return cue.text


def test_every_line_has_its_moment() -> None:
    cues = (Read("Lean in."), Wait(4_000), Mark(0, Part.WORK), Read("Hold."), Wait(50_000), Wait(8_500), Read("Out."))
    assert list(script(cues, SecondAWord(), words)) == [
        "00:00.0  Lean in. [4 s]",
        "00:06.0  Hold. [58.5 s]",
        "01:05.5  Out.",
        "01:06.5",
    ]


def test_silence_may_come_first() -> None:
    assert list(script((Wait(1_250), Read("Now.")), SecondAWord(), words)) == ["00:01.2  Now.", "00:02.2"]


def test_minutes_go_on_past_the_hour() -> None:
    assert moment(3_723_400) == "62:03.4"
