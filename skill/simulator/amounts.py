"""Numbers, ordinals and durations in spoken words, as Alexa puts them into slots of Amazon's own types.

"twelve" is sent as 12, "five minutes" as PT5M, and an ordinal as the word itself.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

Words = tuple[str, ...]

NUMBER, ORDINAL, DURATION = "AMAZON.NUMBER", "AMAZON.Ordinal", "AMAZON.DURATION"

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"}
    | {"twelfth", "last", "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"}
)
NINE = 9
UNITS = {"second": 1, "seconds": 1, "sec": 1, "secs": 1}
UNITS |= {"minute": 60, "minutes": 60, "min": 60, "mins": 60}
UNITS |= {"hour": 3_600, "hours": 3_600}

_VALUES = {word: value for value, word in enumerate(ONES)} | {word: (i + 2) * 10 for i, word in enumerate(TENS)}

AMOUNTS: Mapping[Words, float] = {
    ("a",): 1,
    ("an",): 1,
    ("a", "couple", "of"): 2,
    ("a", "couple"): 2,
    ("couple", "of"): 2,
    ("half", "a"): 0.5,
    ("half", "an"): 0.5,
    ("a", "half"): 0.5,
    ("a", "quarter", "of", "an"): 0.25,
    ("quarter", "of", "an"): 0.25,
    ("three", "quarters", "of", "an"): 0.75,
}
"""What stands before a unit and is no number; longer ones win."""

HUNDRED = "hundred"
MORE = frozenset({"more", "extra"})
HALF = ("and", "a", "half")
LONGEST_AMOUNT = max(map(len, AMOUNTS))


def amounts(words: Words, start: int) -> Iterator[tuple[str, int, str]]:
    """Every amount that begins at this word, the longest of its type: type, where it ends, and the value as sent."""
    number = number_at(words, start)
    if number:
        yield NUMBER, number[1], str(number[0])
    if words[start] in ORDINALS:
        yield ORDINAL, start + 1, words[start]
    duration = duration_at(words, start)
    if duration:
        yield DURATION, duration[1], iso(duration[0])


def number_at(words: Words, start: int) -> tuple[int, int] | None:
    """A whole number up to 999 in words or figures, and where it ends."""
    said = words[start]
    if said.isdecimal():
        return int(said), start + 1
    hundreds = _hundreds_at(words, start)
    tail = _below_hundred_at(words, hundreds[1] if hundreds else start)
    if hundreds and tail:
        return hundreds[0] + tail[0], tail[1]
    return hundreds or tail


def _hundreds_at(words: Words, start: int) -> tuple[int, int] | None:
    if words[start + 1 : start + 2] != (HUNDRED,):
        return None
    count = 1 if words[start] == "a" else _VALUES.get(words[start], 0)
    end = start + 3 if words[start + 2 : start + 3] == ("and",) and words[start + 3 :] else start + 2
    return (count * 100, end) if count else None


def _below_hundred_at(words: Words, start: int) -> tuple[int, int] | None:
    value = _VALUES.get(words[start]) if start < len(words) else None
    if value is None:
        return None
    ones = _VALUES.get(words[start + 1], 0) if start + 1 < len(words) else 0
    if value in range(20, 100, 10) and 0 < ones <= NINE:
        return value + ones, start + 2
    return value, start + 1


def duration_at(words: Words, start: int) -> tuple[int, int] | None:
    """A length of time in seconds, and where it ends; "a minute and twenty seconds" is one."""
    first = _part_at(words, start)
    if first is None:
        return None
    seconds, end, unit = first
    after = end + 1 if words[end : end + 1] == ("and",) else end
    second = _part_at(words, after) if after < len(words) else None
    if second and second[2] < unit:
        return seconds + second[0], second[1]
    return seconds, end


def _part_at(words: Words, start: int) -> tuple[int, int, int] | None:
    """An amount of one unit: its seconds, where it ends, and the seconds of the unit."""
    for amount, end in _amounts_of_a_unit(words, start):
        unit = UNITS.get(words[end]) if end < len(words) else None
        if unit is None:
            continue
        if words[end + 1 : end + 4] == HALF:
            return round((amount + 0.5) * unit), end + 4, unit
        return round(amount * unit), end + 1, unit
    return None


def _amounts_of_a_unit(words: Words, start: int) -> Iterator[tuple[float, int]]:
    """What may count a unit, from this word on: a number, a number and a half, or "a couple of"."""
    number = number_at(words, start)
    if number:
        value, end = number
        if words[end : end + 3] == HALF:
            yield value + 0.5, end + 3
        yield value, end
    for length in range(LONGEST_AMOUNT, 0, -1):
        amount = AMOUNTS.get(words[start : start + length])
        if amount is not None:
            yield amount, start + length


def spelled_out(words: Words) -> Words:
    """The words with a length of time in one piece: "twenty seconds more", "another one minute"."""
    for place, (word, unit) in enumerate(pairwise(words)):
        if unit not in UNITS:
            continue
        if word == "another":
            return (*words[: place + 1], "one", *words[place + 1 :])
        if word in MORE and place and (words[place - 1] == HUNDRED or number_at(words, place - 1)):
            return (*words[:place], unit, word, *words[place + 2 :])
    return words


def iso(seconds: int) -> str:
    """A length of time in the largest units it has, as ISO 8601 writes it."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + ("".join(f"{count}{letter}" for count, letter in parts if count) or "0S")
