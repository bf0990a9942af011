"""Speech as an Echo has it: SSML read back into words and silences, how long it takes, and how it looks in a script."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

from skill.speech import estimate
from skill.speech.limits import BREAK_MS, SPEECH_CHARACTERS, SSML_TAGS
from skill.speech.locale import Locale
from skill.speech.text import silence

NEW_LINE_MS = 2_000
"""A silence this long ends a line of a script: the runner does something in it. Counting stays on one line."""

_SENTENCES = re.compile(r"(?<=[.?!…])\s+")


class SsmlError(Exception):
    """Speech that Alexa would refuse."""


@dataclass(frozen=True, slots=True)
class Words:
    """Something said, at so many per cent of the usual rate."""

    text: str
    rate_percent: int = 100


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing said."""

    ms: int


Piece = Words | Silence
Speech = tuple[Piece, ...]


def read(ssml: str) -> Speech:
    """The pieces of a `<speak>` in order, silences added up. Raises SsmlError for what Alexa would refuse."""
    if len(ssml) > SPEECH_CHARACTERS:
        raise SsmlError(f"the speech has {len(ssml)} characters, {SPEECH_CHARACTERS} are allowed")
    try:
        root = fromstring(ssml)  # noqa: S314 -- our own skill wrote it
    except ParseError as error:
        raise SsmlError(f"the speech is not XML: {error}") from error
    return tuple(joined(_pieces(root, 100)))


def _pieces(element: Element, rate_percent: int) -> Iterator[Piece]:
    if element.tag not in SSML_TAGS:
        raise SsmlError(f"the speech has a tag <{element.tag}>")
    if element.tag == "break":
        yield Silence(break_ms(element.get("time", "")))
        return
    rate = int(element.get("rate", f"{rate_percent}%").rstrip("%"))
    yield Words(element.get("alias") or element.text or "", rate)
    for child in element:
        yield from _pieces(child, rate)
        yield Words(child.tail or "", rate)


def break_ms(time: str) -> int:
    """The length of a break as written, "1.5s" or "300ms"."""
    number, unit_ms = (time[:-2], 1) if time.endswith("ms") else (time.removesuffix("s"), 1_000)
    try:
        ms = round(float(number) * unit_ms)
    except ValueError as error:
        raise SsmlError(f"a break lasts {time!r}") from error
    if not 0 <= ms <= BREAK_MS:
        raise SsmlError(f"a break lasts {ms} ms, {BREAK_MS} are allowed")
    return ms


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without empty ones, neighbours of a kind made one."""
    last: Piece | None = None
    for piece in pieces:
        match last, piece:
            case _, Words(text) if not text.strip():
                continue
            case Silence(before), Silence(ms):
                last = Silence(before + ms)
            case Words(before, rate), Words(text, same) if rate == same:
                last = Words(before + text, rate)
            case _:
                yield from [last] if last else []
                last = piece
    yield from [last] if last else []


def ms(piece: Piece, locale: Locale) -> int:
    """How long a piece takes: silence exactly, words by the locale's pace."""
    match piece:
        case Silence(length):
            return length
        case Words(text, rate):
            return estimate.ms(text, locale) * 100 // rate


def length_ms(speech: Speech, locale: Locale) -> int:
    """How long it all takes."""
    return sum(ms(piece, locale) for piece in speech)


def lines(speech: Speech) -> list[str]:
    """As a script shows it: a line up to each longer silence, "Knee straight, heel down, lean in. [4 s]".

    Counting ends with the sentence that follows its last number.
    """
    rows: list[list[str]] = [[]]
    for piece in speech:
        match piece:
            case Silence(length):
                is_end = length >= NEW_LINE_MS and rows[-1] != []
                rows[-1].append(silence(length))
                rows += [[]] if is_end else []
            case Words(text):
                spoken = " ".join(text.split())
                first, *others = _SENTENCES.split(spoken, maxsplit=1) if len(rows[-1]) > 1 else [spoken]
                rows[-1].append(first)
                rows += [others] if others else []
    return [" ".join(row) for row in rows if row]
