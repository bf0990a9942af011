"""Cues into SSML, the only writer of markup: silence exact to the millisecond, XML no text can break."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from skill.coach.cues import Cue, Cues, Mark, Spoken, Wait
from skill.speech.errors import SpeechError
from skill.speech.limits import BREAK_MS, RATE_PERCENT, SPEECH_CHARACTERS
from skill.speech.memory import REMEMBERED, REMEMBERED_TURNS
from skill.speech.silence import summed

FRAME_CHARACTERS = len('<speak><prosody rate="100%"></prosody></speak>')
"""What `render` puts around the cues at most. The characters of the cues must leave room for it."""

NORMAL_PERCENT = 100
"""The voice's own rate, which needs no markup."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFFFE\uFFFF]")
"""What XML 1.0 forbids, and the controls it merely discourages."""


def render(cues: Iterable[Cue], words: Callable[[Spoken], str], rate_percent: int = NORMAL_PERCENT) -> str:
    """The whole `<speak>…</speak>`. Raises SpeechError for more than Alexa takes, and for a negative wait."""
    return _rendered(cues if isinstance(cues, tuple) else tuple(cues), words, rate_percent)


@lru_cache(maxsize=REMEMBERED_TURNS)
def _rendered(cues: Cues, words: Callable[[Spoken], str], rate_percent: int) -> str:
    spoken = _paced(" ".join(filter(None, (_markup(cue, words) for cue in summed(cues)))), rate_percent)
    speech = f"<speak>{spoken}</speak>"
    if len(speech) > SPEECH_CHARACTERS:
        raise SpeechError(f"{len(speech)} characters of speech, Alexa takes {SPEECH_CHARACTERS}")
    return speech


def characters(cue: Cue, words: Callable[[Spoken], str]) -> int:
    """What a cue adds to a speech at most, the space to the next one included, `FRAME_CHARACTERS` not."""
    markup = _markup(cue, words)
    shortened = markup.count("<break") * _LONGEST_BREAK if isinstance(cue, Wait) else 0
    return max(len(markup), shortened) + 1


@lru_cache(maxsize=REMEMBERED)
def escape(text: str) -> str:
    """The text as XML, without characters that XML or a voice cannot take."""
    return _UNSPEAKABLE.sub("", text).translate(_ESCAPES)


def _markup(cue: Cue, words: Callable[[Spoken], str]) -> str:
    if isinstance(cue, Wait):
        return _breaks(cue.ms)
    return "" if isinstance(cue, Mark) else escape(words(cue))


@lru_cache(maxsize=REMEMBERED)
def _breaks(ms: int) -> str:
    longest, rest_ms = divmod(ms, BREAK_MS)
    return _break(BREAK_MS) * longest + (_break(rest_ms) if rest_ms else "")


def _break(ms: int) -> str:
    seconds, odd_ms = divmod(ms, 1_000)
    return f'<break time="{ms}ms"/>' if odd_ms else f'<break time="{seconds}s"/>'


def _paced(spoken: str, rate_percent: int) -> str:
    if rate_percent not in RATE_PERCENT:
        raise SpeechError(f"a speech rate of {rate_percent} % is not one Alexa takes")
    return spoken if rate_percent == NORMAL_PERCENT else f'<prosody rate="{rate_percent}%">{spoken}</prosody>'


_LONGEST_BREAK = len(_break(BREAK_MS))
"""No break counts as shorter than this: 5 s and 6 s are shorter apart than added up to 10 s and 1 s."""
