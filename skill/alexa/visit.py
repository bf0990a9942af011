"""Who speaks, in which session, and what the session brought along: what a turn needs of an envelope."""

from collections.abc import Mapping
from typing import Any

from ask_sdk_model import RequestEnvelope
from msgspec import Struct

ATTRIBUTE = "coach"
"""The one key of the session attributes; the state is below it."""


class Visit(Struct, frozen=True, kw_only=True):
    """One request's circumstances. Without a `user_id` nothing is stored; `carried` is the session's own state."""

    user_id: str | None
    carried: Mapping[str, Any] | None
    is_new: bool


def visit(envelope: RequestEnvelope) -> Visit:
    """The circumstances of an envelope; what is missing in it counts as unknown."""
    session = envelope.session
    carried = (session.attributes or {}).get(ATTRIBUTE) if session else None
    return Visit(
        user_id=user_id(envelope),
        carried=carried if isinstance(carried, dict) else None,
        is_new=bool(session and session.new),
    )


def user_id(envelope: RequestEnvelope) -> str | None:
    """The household's id for this skill: both places have the same one, and only events come without a session."""
    user = envelope.session.user if envelope.session else None
    if user is None or not user.user_id:
        system = envelope.context.system if envelope.context else None
        user = system.user if system else None
    return (user.user_id or None) if user else None
