"""Checks what an envelope says of itself: that it is new, for this skill, and comes once."""

from datetime import datetime

from skill.web.refusal import BadRequest, Cause
from skill.web.replays import Replays
from skill.web.shape import Asked, Envelope, misshapen

TOLERANCE_S = 150
EVENT_TOLERANCE_S = 3600
"""Alexa sends skill events again, with their first timestamp, until they are answered."""

_EVENTS = ("AlexaSkillEvent.", "AlexaHouseholdListEvent.", "Reminders.")
_FIRST_MS = 10**11  # as seconds this is the year 5138, as milliseconds 1973
_LAST_MS = 10**14


def check_timestamp(asked: Asked, now: datetime) -> None:
    """Refuse a request sent too long before or after `now`."""
    sent, is_event = asked.timestamp, asked.type.startswith(_EVENTS)
    age_s = _epoch_age_s(sent, now) if is_event and not isinstance(sent, str) else _age_s(sent, now)
    tolerance_s = EVENT_TOLERANCE_S if is_event else TOLERANCE_S
    if abs(age_s) > tolerance_s:
        raise BadRequest(Cause.TIMESTAMP, f"The request was not sent within {tolerance_s} s of now.")


def check_application_id(envelope: Envelope, skill_id: str | None) -> None:
    """Refuse a request made for another skill; any will do while `skill_id` is None."""
    if skill_id is None:
        return
    system = envelope.context.system if envelope.context else None
    places = (system.application if system else None, envelope.session.application if envelope.session else None)
    named = {place.application_id for place in places if place} - {None}
    if named != {skill_id}:
        raise BadRequest(Cause.APPLICATION_ID, "The request is not for this skill.")


def check_replay(asked: Asked, replays: Replays, now: datetime) -> None:
    """Refuse a request that was already accepted; call it last, as it takes this one for accepted.

    Skill events are let through: Alexa repeats them on purpose.
    """
    if asked.request_id is None or asked.type.startswith(_EVENTS):
        return
    if not isinstance(asked.request_id, str):
        raise misshapen("request.requestId")
    if replays.seen(asked.request_id, now):
        raise BadRequest(Cause.REPLAY, "The request was already answered.")


def _age_s(sent: object, now: datetime) -> float:
    """Seconds since an ISO 8601 time, which must name its zone."""
    try:
        moment = datetime.fromisoformat(sent) if isinstance(sent, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BadRequest(Cause.TIMESTAMP, "The request's timestamp is not an ISO 8601 time with a zone.")
    return (now - moment).total_seconds()


def _epoch_age_s(sent: object, now: datetime) -> float:
    """Seconds since an epoch in seconds or milliseconds, as some skill events have."""
    if type(sent) is not int or not 0 <= sent < _LAST_MS:
        raise BadRequest(Cause.TIMESTAMP, "The event's timestamp is neither an ISO 8601 time nor an epoch.")
    return now.timestamp() - (sent / 1000 if sent >= _FIRST_MS else sent)
