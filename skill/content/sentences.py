"""What may be spoken: readers for words that reach a runner's ear. What breaks a rule is still read."""

import re

from skill.content.fields import Field, Name
from skill.content.shapes import text
from skill.speech import speakable

MOST_WORDS = 20
MOST_ANSWER_WORDS = 35
CURES = re.compile(
    r"\b(?:treat(?:s|ed|ing|ments?)?|cur(?:e[sd]?|ing|ative)|heal(?:s|ed|ing)?|prevent(?:s|ed|ing|ion|ative)?"
    r"|remed(?:y|ies|ied)|rehabilitat(?:e[sd]?|ing|ion)|therapeutic|gets? rid of)\b",
    re.IGNORECASE,
)
PICTURES = re.compile(
    r"\bas (?:shown|pictured|seen|illustrated|demonstrated)\b|\blike (?:this|so)\b"
    r"|\bshown (?:here|above|below)\b"
    r"|\b(?:see|watch|look at|in|on|from) (?:the|this|our)"
    r" (?:picture|video|photo|image|diagram|illustration|screen)s?\b",
    re.IGNORECASE,
)
SPELLING = re.compile(r"[A-Za-z](?:[A-Za-z'’.-]| (?! ))*")
KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def spoken(field: Field) -> str | None:
    """Words that are spoken, as many as they are."""
    said = text(field)
    if said is not None:
        for what in speakable.faults(said):
            field.wrong(what)
        if claim := CURES.search(said):
            field.wrong(f"{claim[0]!r} claims a cure")
    return said


def sentence(field: Field) -> str | None:
    """One sentence for someone with closed eyes: at most 20 words, and nothing to look at."""
    return brief(field, MOST_WORDS)


def answer(field: Field) -> str | None:
    """What one question is answered with: at most 35 words, and nothing to look at."""
    return brief(field, MOST_ANSWER_WORDS)


def brief(field: Field, most: int) -> str | None:
    """At most that many words, and nothing to look at."""
    said = spoken(field)
    if said is not None:
        words = len(said.split())
        if words > most:
            field.wrong(f"{words} words, {most} are allowed")
        if sight := PICTURES.search(said):
            field.wrong(f"{sight[0]!r} needs open eyes")
    return said


def own_name(field: Field) -> str | None:
    """The spoken name of an exercise or a routine."""
    return phrase(field, is_own=True)


def other_name(field: Field) -> str | None:
    """Another name it is heard by."""
    return phrase(field, is_own=False)


def phrase(field: Field, *, is_own: bool) -> str | None:
    """A name, kept on the page to be compared with all others."""
    said = spoken(field)
    if said is not None:
        check_spelling(said, field)
        field.page.names.append(Name(text=said, is_own=is_own, field=field))
    return said


def check_spelling(said: str, field: Field) -> None:
    """Keep a fault where the interaction model could not hold the phrase."""
    if not SPELLING.fullmatch(said):
        field.wrong("a name is letters, single spaces, apostrophes, hyphens and dots; numbers are words")


def kebab(field: Field) -> str | None:
    """An id."""
    said = text(field)
    if said is not None and not KEBAB.fullmatch(said):
        field.wrong(f"{said!r:.40} is not kebab-case")
    return said
