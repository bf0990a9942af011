"""A coach's cues as a timed script: the moment each thing is said, and the silence after it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from skill.coach.cues import Cue, Mark, Spoken, Wait
from skill.coach.timeline import cue_ms
from skill.coach.voice import Voice
from skill.speech.silence import summed
from skill.speech.text import silence


def script(cues: Iterable[Cue], voice: Voice, words: Callable[[Spoken], str]) -> Iterator[str]:
    """A line for each thing said, "00:43.0  Hold. [15 s]", and one for the end."""
    spoken = [cue for cue in summed(cues) if not isinstance(cue, Mark)]
    lengths = [cue_ms(voice, cue) for cue in spoken]
    starts = [0, *accumulate(lengths)]
    for index, cue in enumerate(spoken):
        if not isinstance(cue, Wait):
            following = spoken[index + 1] if index + 1 < len(spoken) else None
            after = f" {silence(following.ms)}" if isinstance(following, Wait) else ""
            yield f"{moment(starts[index])}  {words(cue)}{after}"
    yield moment(starts[-1])


def moment(ms: int) -> str:
    """Minutes, seconds and tenths."""
    minutes, rest_ms = divmod(ms, 60_000)
    return f"{minutes:02}:{rest_ms // 1_000:02}.{rest_ms % 1_000 // 100}"
