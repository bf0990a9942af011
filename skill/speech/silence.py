"""Adds up waits that follow each other, so that both renderers show one silence as one."""

from collections.abc import Iterable, Iterator

from skill.coach.cues import Cue, Mark, Wait
from skill.speech.errors import SpeechError


def summed(cues: Iterable[Cue]) -> Iterator[Cue]:
    """The cues, each silence one wait, put before the last mark within it. A mark at the end is left out."""
    silence_ms = 0
    mark: Mark | None = None
    for cue in cues:
        if isinstance(cue, Wait):
            silence_ms += _checked(cue.ms)
        elif isinstance(cue, Mark):
            mark = cue
        else:
            if silence_ms:
                yield Wait(silence_ms)
            if mark:
                yield mark
            yield cue
            silence_ms, mark = 0, None
    if silence_ms:
        yield Wait(silence_ms)


def _checked(ms: int) -> int:
    if ms < 0:
        raise SpeechError(f"a silence of {ms} ms cannot be kept")
    return ms
