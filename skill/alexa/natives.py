"""What the SDK's models keep of JSON values that are no models themselves: texts, numbers, times; None of all else."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

Reader = Callable[[Any], Any]
"""A JSON value in, what a model keeps of it out; None for what it cannot keep."""


def text(value: object) -> str | None:
    """A string."""
    return value if isinstance(value, str) else None


def flag(value: object) -> bool | None:
    """True or false."""
    return value if isinstance(value, bool) else None


def number(value: object) -> int | float | None:
    """A number; the SDK's models do not tell whole ones apart reliably."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def moment(value: object) -> datetime | None:
    """A time in ISO 8601."""
    with suppress(ValueError):
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    return None


def day(value: object) -> date | None:
    """A day in ISO 8601."""
    with suppress(ValueError):
        return date.fromisoformat(value) if isinstance(value, str) else None
    return None


def anything(value: object) -> object:
    """A value of whatever shape, as it came."""
    return value


NATIVE: Mapping[str, Reader] = {
    "str": text,
    "bool": flag,
    "int": number,
    "long": number,
    "float": number,
    "datetime": moment,
    "date": day,
    "object": anything,
}
