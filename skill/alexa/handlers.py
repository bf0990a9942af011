"""The handlers of what a runner hears an answer to, as ask-sdk-core calls them; the last is the only catch-all."""

import traceback
from contextlib import suppress
from pathlib import Path
from typing import cast

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Intent, IntentRequest, LaunchRequest, Response, SessionEndedRequest
from ask_sdk_model.canfulfill import CanFulfillIntentRequest
from ask_sdk_model.events.skillevents import SkillDisabledRequest
from ask_sdk_model.ui import SsmlOutputSpeech

from skill.alexa.conversation import Answer, Conversation
from skill.alexa.events import CanFulfill, SkillDisabled
from skill.alexa.intents import logged, request_of
from skill.alexa.notes import Note, note
from skill.alexa.serializer import ForgivingSerializer
from skill.alexa.visit import visit
from skill.coach.requests import Launch as Opened

__all__ = ["KEPT", "SLIPPED", "Note", "skill_of"]

SLIP = "slipped"
"""What came of a turn that failed; the log's line of it says where."""

SLIPPED = "Sorry, I slipped. Ease out if you're stretching, and open me again."
KEPT = "Your place is kept."
"""Neither stands in content/prompts: they have to be said when those cannot be."""

FRAMES = 8


def skill_of(conversation: Conversation) -> CustomSkill:
    """The skill that holds this conversation."""
    builder = SkillBuilder()
    spoken = (Coach(conversation), Launch(conversation), SessionEnded(conversation))
    for handler in (*spoken, SkillDisabled(conversation.notebook), CanFulfill(conversation.coach.library)):
        builder.add_request_handler(handler)
    builder.add_exception_handler(Error(conversation))
    skill = builder.create()
    skill.serializer = ForgivingSerializer()
    return skill


class Launch(AbstractRequestHandler):
    """The skill is opened."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(handler_input.request_envelope.request, LaunchRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        came = visit(handler_input.request_envelope)
        return sent(handler_input, self._conversation.turn(came, Opened(), None))


class Coach(AbstractRequestHandler):
    """The runner says something."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(handler_input.request_envelope.request, IntentRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        asked = cast("IntentRequest", handler_input.request_envelope.request).intent or Intent()
        note(handler_input, intent=logged(asked))
        request = request_of(asked, self._conversation.coach.library)
        return sent(handler_input, self._conversation.turn(visit(handler_input.request_envelope), request, asked))


class SessionEnded(AbstractRequestHandler):
    """The session is over, by whatever cause. Nothing may be said; the place is kept, though nothing relies on it."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(handler_input.request_envelope.request, SessionEndedRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        ended = cast("SessionEndedRequest", handler_input.request_envelope.request)
        note(handler_input, reason=ended.reason.value if ended.reason else "unknown")
        if ended.error and ended.error.object_type:
            note(handler_input, error=ended.error.object_type.value)
        self._conversation.leave(visit(handler_input.request_envelope))
        return sent(handler_input, Answer(Response(), {}))


class Error(AbstractExceptionHandler):
    """Something went wrong in a turn: one kind sentence, and the session ends.

    Not for a disabled skill: there nobody listens, and what was not deleted must not pass for deleted.
    """

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        return not isinstance(handler_input.request_envelope.request, SkillDisabledRequest)

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        note(handler_input, outcome=SLIP, error=type(exception).__name__, where=where(exception))
        if isinstance(handler_input.request_envelope.request, SessionEndedRequest | CanFulfillIntentRequest):
            return sent(handler_input, Answer(Response(), {}))
        is_kept = False
        with suppress(Exception):  # whatever failed may fail here again, and then nothing is promised
            came = visit(handler_input.request_envelope)
            if isinstance(handler_input.request_envelope.request, LaunchRequest):
                self._conversation.start_afresh(came)
            else:
                self._conversation.slipped(came)
            is_kept = self._conversation.is_place_kept(came)
        words = f"{SLIPPED} {KEPT}" if is_kept else SLIPPED
        speech = SsmlOutputSpeech(ssml=f"<speak>{words}</speak>")
        return sent(handler_input, Answer(Response(output_speech=speech, should_end_session=True), {}))


def sent(handler_input: HandlerInput, answer: Answer) -> Response:
    """The response, the session attributes left where the SDK picks them up."""
    if handler_input.request_envelope.session is not None:
        handler_input.attributes_manager.session_attributes = answer.attributes
    return answer.response


def where(error: Exception) -> str:
    """The innermost places an error came through, the very last first. Its text is left out: it may quote a runner."""
    frames = reversed(traceback.extract_tb(error.__traceback__)[-FRAMES:])
    return ", ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
