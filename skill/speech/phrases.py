"""Cues into sentences by the prompts of one locale; a wrong prompt is refused, never spoken."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from skill.coach.cues import Arg, Read, Say, Spoken
from skill.coach.prompts import PROMPTS
from skill.speech import ftl
from skill.speech.errors import PhraseError
from skill.speech.locale import Locale
from skill.speech.memory import REMEMBERED
from skill.speech.patterns import Choice, Fault, Message, Pattern, Piece, Source, Variable, variables

_SENTENCE_START = re.compile(r"""(?:^|[.?!]["'\u201D\u2019)]*\s)["'\u201C\u2018(]*[^\W\d_]""")


class Phrases:
    """The prompts of one locale. Raises PhraseError with all that is wrong, if anything is."""

    def __init__(self, source: str, locale: Locale, prompts: Mapping[str, tuple[str, ...]] = PROMPTS) -> None:
        read = ftl.read(source)
        faults = [f"{line}: {key}: {what}" for line, key, what in _problems(read, prompts)]
        if faults:
            raise PhraseError("\n".join(faults))
        self._patterns = {message.id: message.pattern for message in read.messages}
        self._locale = locale
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._text)

    def text(self, cue: Spoken) -> str:
        """What is heard, in single spaces. Raises PhraseError for an argument the prompt cannot take."""
        return self._remembered(cue)

    def _text(self, cue: Spoken) -> str:
        match cue:
            case Say():
                return capitalised(self._said(cue))
            case Read(text):
                return " ".join(text.split())
        return capitalised(f"{self._locale.number(cue.number)}.")

    def _said(self, say: Say) -> str:
        try:
            said = self._filled(self._patterns[say.key], dict(say.args))
        except (LookupError, TypeError, ValueError) as error:
            raise PhraseError(f"{say.key}: {type(error).__name__}: {error}") from error
        return " ".join(said.split())

    def _filled(self, pattern: Pattern, args: Mapping[str, Arg]) -> str:
        return "".join(self._piece(piece, args) for piece in pattern)

    def _piece(self, piece: Piece, args: Mapping[str, Arg]) -> str:
        match piece:
            case Variable(name):
                return self._spoken(args[name])
            case Choice():
                return self._filled(self._chosen(piece, args[piece.variable]), args)
        return piece

    def _chosen(self, choice: Choice, value: Arg) -> Pattern:
        if choice.is_by_number and isinstance(value, int):
            return choice.among(frozenset({value, self._locale.plural(value)}))
        if isinstance(value, str) and not choice.is_by_number:
            return choice.among(frozenset({value}))
        raise TypeError(f"${choice.variable} cannot choose by {value!r}")

    def _spoken(self, arg: Arg) -> str:
        match arg:
            case int():
                return self._locale.number(arg)
            case Say():
                return self._said(arg)
            case tuple():
                return self._locale.listed([self._spoken(part) for part in arg])
            case str() if arg.strip():
                return arg
        raise ValueError("an empty text is passed")


def capitalised(text: str) -> str:
    """The text with a capital at the start of each sentence."""
    return _SENTENCE_START.sub(lambda start: start[0].upper(), text)


def problems(source: str, prompts: Mapping[str, tuple[str, ...]] = PROMPTS) -> list[Fault]:
    """All that is wrong with a prompt file, as (line, message id, what), in the order of the file."""
    return _problems(ftl.read(source), prompts)


def _problems(source: Source, prompts: Mapping[str, tuple[str, ...]]) -> list[Fault]:
    unsaid = prompts.keys() - {message.id for message in source.messages}
    missing = [Fault(1, key, "is missing: the coach says it") for key in unsaid]
    mismatches = [fault for message in source.messages for fault in _mismatches(message, prompts)]
    return sorted([*source.faults, *missing, *mismatches])


def _mismatches(message: Message, prompts: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    if message.id not in prompts:
        yield Fault(message.line, message.id, "is never said by the coach")
        return
    used, passed = variables(message.pattern), set(prompts[message.id])
    for name in used - passed:
        yield Fault(message.line, message.id, f"uses ${name}, which the coach does not pass")
    for name in passed - used:
        yield Fault(message.line, message.id, f"leaves out ${name}, which the coach passes")
