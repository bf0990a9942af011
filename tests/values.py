"""`replace` for whatever a test changes: the coach's structs and all other values, which are dataclasses."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import replace
else:
    import dataclasses

    from msgspec import Struct, structs

    def replace(value: Any, /, **changes: Any) -> Any:  # noqa: ANN401 -- as in dataclasses
        """The value with some of its fields changed."""
        return (structs if isinstance(value, Struct) else dataclasses).replace(value, **changes)


__all__ = ["replace"]
