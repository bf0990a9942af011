"""What a runner may feel that is more than a stretch."""

from enum import StrEnum


class Sensation(StrEnum):
    """What a runner may feel that is more than a stretch."""

    PAIN = "pain"
    SHARP = "sharp"
    CRAMP = "cramp"
    NUMB = "numb"
    SWELLING = "swelling"
    POP = "pop"
    NO_WEIGHT = "no-weight"
    DIZZY = "dizzy"
    CHEST = "chest"
