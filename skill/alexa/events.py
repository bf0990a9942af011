"""The handlers of requests that nobody hears an answer to: a skill that was disabled, a question whether we could."""

from typing import cast

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Intent, Response
from ask_sdk_model.canfulfill import CanFulfillIntentRequest
from ask_sdk_model.events.skillevents import SkillDisabledRequest

from skill.alexa.can_fulfill import can_fulfill
from skill.alexa.intents import logged
from skill.alexa.notebook import Notebook
from skill.alexa.notes import note
from skill.alexa.visit import user_id
from skill.domain.library import Library


class SkillDisabled(AbstractRequestHandler):
    """The runner has given the skill up: all that is kept of them is deleted.

    Raises StoreError where that fails, so that the event is not acknowledged and Alexa sends it again.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(handler_input.request_envelope.request, SkillDisabledRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        whose = user_id(handler_input.request_envelope)
        if whose is not None:
            self._notebook.runners.forget(whose)
        note(handler_input, outcome="forgotten")
        return Response()


class CanFulfill(AbstractRequestHandler):
    """Alexa asks whether the skill could take a request that names none. Nothing is said, done or kept."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(handler_input.request_envelope.request, CanFulfillIntentRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        asked = cast("CanFulfillIntentRequest", handler_input.request_envelope.request).intent or Intent()
        note(handler_input, intent=logged(asked))
        return Response(can_fulfill_intent=can_fulfill(asked, self._library))
