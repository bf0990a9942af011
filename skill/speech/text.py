"""Cues as plain text, for cards, terminals and scripts: one line an instruction, silence in brackets."""

from collections.abc import Callable, Iterable

from skill.coach.cues import Cue, Mark, Spoken, Wait
from skill.speech.silence import summed


def lines(cues: Iterable[Cue], words: Callable[[Spoken], str]) -> list[str]:
    """A line for each mark that something is said after: "Knee straight, heel down, lean in. [4 s]"."""
    rows: list[list[str]] = [[]]
    for cue in summed(cues):
        match cue:
            case Mark():
                rows.append([])
            case Wait(ms):
                rows[-1].append(silence(ms))
            case _:
                rows[-1].append(words(cue))
    return [" ".join(row) for row in rows if row]


def card(cues: Iterable[Cue], words: Callable[[Spoken], str]) -> str:
    """What is said, without the silences."""
    return "\n".join(lines((cue for cue in cues if not isinstance(cue, Wait)), words))


def silence(ms: int) -> str:
    """A silence as read: seconds to a tenth, the shortest "[0.1 s]"."""
    return f"[{max(round(ms / 1_000, 1), 0.1):g} s]"
