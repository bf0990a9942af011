"""What an envelope must be like for the skill to answer it; everything else in it may be of any shape, or missing."""

import re
from typing import Any

from msgspec import Struct, ValidationError, field

from skill.domain.values import reading
from skill.web.refusal import BadRequest, Cause

PLACE = re.compile(r"`\$\.([\w.]+)`")
"""Where msgspec finds fault with something; these are names of ours, never a sender's."""


class Application(Struct, frozen=True, rename="camel"):
    """The skill that a request is for."""

    application_id: str | None = None


class User(Struct, frozen=True, rename="camel"):
    """The household's account for the skill."""

    user_id: str | None = None


class Session(Struct, frozen=True):
    """The session a request belongs to."""

    new: bool | None = None
    attributes: dict[str, Any] | None = None
    application: Application | None = None
    user: User | None = None


class System(Struct, frozen=True):
    """Who asks, and whom."""

    application: Application | None = None
    user: User | None = None


class Context(Struct, frozen=True):
    """Where a request comes from."""

    system: System | None = field(default=None, name="System")


class Asked(Struct, frozen=True, rename="camel"):
    """The request itself. What is `Any` is looked at by those who need it: an id by who counts it, an intent in an
    IntentRequest alone.
    """

    type: str
    request_id: Any = None
    timestamp: Any = None
    intent: Any = None


class Envelope(Struct, frozen=True):
    """A request with its session and its context."""

    request: Asked
    session: Session | None = None
    context: Context | None = None


envelope_of = reading(Envelope)


def shaped(plain: object) -> Envelope:
    """What a turn needs of an envelope. Raises BadRequest where no turn can be made of it."""
    try:
        envelope = envelope_of(plain)
    except ValidationError as error:
        found = PLACE.search(str(error))
        raise misshapen(found[1] if found else "The body") from error
    asked = envelope.request
    if asked.type == "IntentRequest" and not is_named(asked.intent):
        raise misshapen("request.intent")
    return envelope


def is_named(intent: object) -> bool:
    """Whether an intent says which one it is."""
    return isinstance(intent, dict) and isinstance(intent.get("name"), str)


def misshapen(place: str) -> BadRequest:
    """The refusal for what stands there."""
    return BadRequest(Cause.ENVELOPE, f"{place} is not as in a request of Alexa's.")
