"""Values of domain and coach are msgspec's structs: they are made, changed and read many times a turn.

A struct is made in a sixth of the time that a frozen dataclass takes, and changed in a tenth.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import ValidationError, convert

if TYPE_CHECKING:
    from dataclasses import replace  # the type checker knows it, and so checks the names and types of changes
else:
    from msgspec.structs import replace

__all__ = ["reading", "replace"]

Kind = TypeVar("Kind")


def reading(kind: type[Kind]) -> Callable[[object], Kind]:
    """What reads plain values into a kind of struct. It raises ValidationError for what is none.

    To be made where a module is loaded: msgspec looks at a struct's types when the first is read, and two threads that
    make it do so at once end the process.
    """
    with suppress(ValidationError):
        convert(None, kind)
    return partial(convert, type=kind)
