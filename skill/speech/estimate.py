"""How long words take, before any device speaks them: words at the locale's pace, and a stop a sentence.

A word is a run of letters, apostrophes inside it included: "you're" is one, "twenty-five" is two, as spoken.
A digit counts as a word, which is near enough for what has no number word ("250" is said in four).
A sentence ends at . ? ! or … before a space or the end; words without such an end are a sentence too.
"""

import re

from skill.speech.locale import Locale

_WORD = re.compile(r"\d|[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_STOP = re.compile(r"[.?!…]+[\"'\u201D\u2019)]*(?:\s+|$)")


def words(text: str) -> int:
    """How many words are spoken."""
    return len(_WORD.findall(text))


def sentences(text: str) -> int:
    """How many sentences are spoken; what holds no word is none."""
    return sum(1 for sentence in _STOP.split(text) if _WORD.search(sentence))


def ms(text: str, locale: Locale) -> int:
    """Milliseconds to speak the text at the locale's pace, the stop after its last sentence included."""
    return round(words(text) * 60_000 / locale.words_per_minute + sentences(text) * locale.sentence_ms)
