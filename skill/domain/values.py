"""`replace` for values of domain and coach, which are msgspec's structs: they are made and changed many times a turn.

A struct is made in a sixth of the time that a frozen dataclass takes, and changed in a tenth.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import replace  # the type checker knows it, and so checks the names and types of changes
else:
    from msgspec.structs import replace

__all__ = ["replace"]
