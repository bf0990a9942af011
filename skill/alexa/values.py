"""Alexa's own slot values: durations as ISO 8601, numbers as digits, ordinals in several dresses. Never raises."""

import re

DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII)
LONGEST_S = 24 * 60 * 60
ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
LAST = -1


def seconds(value: str | None) -> int | None:
    """Seconds of a duration such as PT5M; None for none, for nothing at all and for more than a day."""
    found = DURATION.fullmatch(value or "")
    if found is None:
        return None
    days, hours, minutes, rest = (int(part[:6]) if part else 0 for part in found.groups())
    total = ((days * 24 + hours) * 60 + minutes) * 60 + rest
    return total if 0 < total <= LONGEST_S else None


def number(value: str | None) -> int | None:
    """A whole number from one to 999; None for anything else."""
    text = (value or "").strip()
    return int(text) if re.fullmatch(r"\d{1,3}", text, re.ASCII) and int(text) else None


def ordinal(value: str | None) -> int | None:
    """The place in a row of "third", "3rd" or "3"; -1 for the last."""
    text = (value or "").strip().lower()
    if text == "last":
        return LAST
    if text in ORDINALS:
        return ORDINALS.index(text) + 1
    return number(re.sub(r"(?:st|nd|rd|th)$", "", text))
