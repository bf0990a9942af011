"""What an envelope must be like for the skill to answer it; everything else in it may be of any shape, or missing."""

from typing import Any, cast

from skill.web.refusal import BadRequest, Cause

Path = tuple[str, ...]

NEEDED: tuple[tuple[Path, type], ...] = ((("request", "type"), str),)
NEEDED_OF_INTENT: tuple[tuple[Path, type], ...] = ((("request", "intent", "name"), str),)
KNOWN: tuple[tuple[Path, type], ...] = (
    (("session", "new"), bool),
    (("session", "attributes"), dict),
    (("session", "user", "userId"), str),
    (("context", "System", "user", "userId"), str),
)
"""May be missing or null, but is what it is where it is there."""


def check_shape(envelope: object) -> dict[str, Any]:
    """The envelope, if a turn can be made of it. Raises BadRequest."""
    for path, kind in NEEDED:
        if not isinstance(inner(envelope, path), kind):
            raise misshapen(path)
    whole = cast("dict[str, Any]", envelope)
    for path, kind in NEEDED_OF_INTENT if whole["request"]["type"] == "IntentRequest" else ():
        if not isinstance(inner(whole, path), kind):
            raise misshapen(path)
    for path, kind in KNOWN:
        found = inner(whole, path)
        if found is not None and not isinstance(found, kind):
            raise misshapen(path)
    return whole


def inner(value: object, path: Path) -> object:
    """What stands at the end of a path of keys, None where the path ends early. Raises BadRequest for a wrong turn."""
    for depth, key in enumerate(path):
        if value is None:
            return None
        if not isinstance(value, dict):
            raise misshapen(path[:depth])
        value = value.get(key)
    return value


def misshapen(path: Path) -> BadRequest:
    """The refusal for what stands at a path."""
    place = ".".join(path) or "The body"
    return BadRequest(Cause.ENVELOPE, f"{place} is not as in a request of Alexa's.")
