"""Tuples that many turns share, and that are hashed once: what is remembered by them is found without a walk."""

from functools import cached_property
from typing import TypeVar

Item_co = TypeVar("Item_co", covariant=True)


class Once(tuple[Item_co, ...]):  # noqa: SLOT001 -- a tuple can have no slots but empty ones
    """A tuple in all but the time its hash takes."""

    def __hash__(self) -> int:
        """As of the tuple."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return super().__hash__()
