"""Requests shaped as a real Echo's, as plain JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from skill.simulator.hear import LAUNCH, Heard
from skill.simulator.model import Intent, Json, Model
from skill.simulator.names import Filled

AMAZON = "AMAZON."
"""What Amazon's own slot types begin with; their values are not looked up in the model."""


@dataclass(frozen=True, kw_only=True)
class Household:
    """Who speaks, from which device, to which skill; `interfaces` are those the device has."""

    application_id: str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
    user_id: str = "amzn1.ask.account.REHEARSAL"
    device_id: str = "amzn1.ask.device.REHEARSAL"
    locale: str = "en-US"
    interfaces: Json = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Session:
    """An open session and what the skill wants to get back in it."""

    id: str
    is_new: bool = True
    attributes: Json = field(default_factory=dict)


def envelope(household: Household, session: Session, request: Json) -> Json:
    """A request in its envelope."""
    application = {"applicationId": household.application_id}
    user = {"userId": household.user_id}
    device = {"deviceId": household.device_id, "supportedInterfaces": household.interfaces}
    return {
        "version": "1.0",
        "session": {
            "new": session.is_new,
            "sessionId": session.id,
            "application": application,
            "attributes": session.attributes,
            "user": user,
        },
        "context": {
            "System": {
                "application": application,
                "user": user,
                "device": device,
                "apiEndpoint": "https://api.amazonalexa.com",
                "apiAccessToken": "none",
            }
        },
        "request": {**request, "locale": household.locale},
    }


def stamped(kind: str, request_id: str, at: datetime) -> Json:
    """What every request says of itself; Alexa gives whole seconds."""
    return {"type": kind, "requestId": request_id, "timestamp": at.strftime("%Y-%m-%dT%H:%M:%SZ")}


def spoken(heard: Heard, model: Model, household: Household) -> tuple[str, Json]:
    """The kind of request that words become, and what is in it."""
    if heard.intent == LAUNCH:
        return LAUNCH, {"shouldLinkResultBeReturned": False}
    intent = model.intents[heard.intent]
    slots = {slot.name: _slot(slot.name, heard.slots.get(slot.name)) for slot in intent.slots}
    resolved = {name: slot | _resolved(intent, name, heard.slots, household) for name, slot in slots.items()}
    named: Json = {"name": heard.intent, "confirmationStatus": "NONE"}
    return "IntentRequest", {"intent": named | ({"slots": resolved} if resolved else {})}


def ended(reason: str, why: str = "") -> Json:
    """What a SessionEndedRequest adds."""
    return {"reason": reason} | ({"error": {"type": "INVALID_RESPONSE", "message": why}} if why else {})


def _slot(name: str, filled: Filled | None) -> Json:
    said = {"value": filled.heard} if filled else {}
    return {"name": name, **said, "confirmationStatus": "NONE", "source": "USER"}


def _resolved(intent: Intent, name: str, slots: Mapping[str, Filled], household: Household) -> Json:
    filled = slots.get(name)
    if filled is None:
        return {}
    if intent.slot(name).type.startswith(AMAZON):
        return {"slotValue": {"type": "Simple", "value": filled.heard}}
    authority = f"amzn1.er-authority.echo-sdk.{household.application_id}.{intent.slot(name).type}"
    code = "ER_SUCCESS_MATCH" if filled.values else "ER_SUCCESS_NO_MATCH"
    resolution: dict[str, Any] = {"authority": authority, "status": {"code": code}}
    if filled.values:
        resolution["values"] = [{"value": {"name": value.name, "id": value.id}} for value in filled.values]
    resolutions = {"resolutionsPerAuthority": [resolution]}
    simple = {"type": "Simple", "value": filled.heard, "resolutions": resolutions}
    return {"resolutions": resolutions, "slotValue": simple}
