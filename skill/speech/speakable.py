"""What must not stand in any text that is spoken, wherever it was written: prompts and content alike."""

import re
from collections.abc import Iterator

_MARKUP = re.compile(r"[<>&]")
_WAKE_WORD = re.compile(r"\balexa\b", re.IGNORECASE)


def faults(text: str) -> Iterator[str]:
    """What is wrong with the text: characters of markup, or the word that wakes the device."""
    if _MARKUP.search(text):
        yield "has < > or &: only ssml.py writes markup"
    if _WAKE_WORD.search(text):
        yield "says Alexa, which wakes the device"
