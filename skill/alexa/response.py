"""A reply as Alexa wants it: speech, reprompt, microphone and the slot that is asked for, within every limit."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from ask_sdk_model import Intent, IntentConfirmationStatus, Response, Slot, SlotConfirmationStatus
from ask_sdk_model.dialog import ElicitSlotDirective

from skill.alexa.intents import DIALOGS, SLOTS
from skill.alexa.serializer import of_ours
from skill.coach.cues import Cues, Mark, Spoken
from skill.coach.room import Reply
from skill.speech import ssml
from skill.speech.errors import PhraseError, SpeechError
from skill.speech.limits import SPEECH_CHARACTERS

log = logging.getLogger(__name__)

Words = Callable[[Spoken], str]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes responses with the words of one locale."""

    words: Words

    def response(self, reply: Reply, asked: Intent | None) -> Response:
        """The response to a request; `asked` is its intent, None for a launch."""
        plain: dict[str, Any] = {"outputSpeech": self._speech(reply.cues, reply.rate_percent)}
        if reply.is_open:
            plain["reprompt"] = {"outputSpeech": self._speech(reply.reprompt, reply.rate_percent)}
        made = cast("Response", of_ours(Response, {**plain, "shouldEndSession": not reply.is_open}))
        if reply.is_open and reply.elicit:
            made.directives = [elicit(reply.elicit, asked)]
        return made

    def _speech(self, cues: Cues, rate_percent: int) -> dict[str, str]:
        try:
            spoken = ssml.render(cues, self.words, rate_percent)
        except PhraseError:
            raise
        except SpeechError as error:
            log.error("speech shortened", extra={"facts": {"why": str(error)}})  # noqa: TRY400 -- one line, and no traceback
            spoken = ssml.render(fitting(cues, self.words), self.words, rate_percent)
        return {"type": "SSML", "ssml": spoken}


def fitting(cues: Cues, words: Words) -> Cues:
    """The beginning and the last part of a speech that is more than Alexa takes; cues are kept or dropped whole.

    The coach packs its turns by the same count, so this is for a mistake of ours: the runner loses the middle instead
    of hearing that the skill has a problem, and still hears the prompt that opens the microphone.
    """
    room = SPEECH_CHARACTERS - ssml.FRAME_CHARACTERS
    last = max((place for place, cue in enumerate(cues) if isinstance(cue, Mark)), default=len(cues))
    end = within(cues[last:], words, room)
    return within(cues[:last], words, room - sum(ssml.characters(cue, words) for cue in end)) + end


def within(cues: Cues, words: Words, room: int) -> Cues:
    """The cues from the first on that take no more than so many characters."""
    taken = 0
    for place, cue in enumerate(cues):
        taken += ssml.characters(cue, words)
        if taken > room:
            return cues[:place]
    return cues


def elicit(slot: str, asked: Intent | None) -> ElicitSlotDirective:
    """Let the next words fill a slot of the intent that came, or of the first with a dialog that has such a slot."""
    name = (asked.name if asked else None) or ""
    is_own = name in DIALOGS and slot in SLOTS[name]
    intent = name if is_own else next(one for one in (*DIALOGS, *SLOTS) if slot in SLOTS[one])
    filled = (asked.slots if asked and is_own else None) or {}
    slots = {name: emptied(name, None if name == slot else filled.get(name)) for name in SLOTS[intent]}
    return ElicitSlotDirective(Intent(intent, slots, IntentConfirmationStatus.NONE), slot)


def emptied(name: str, filled: Slot | None) -> Slot:
    """A slot with the words that filled it and nothing else: Alexa resolves them again."""
    return Slot(name=name, value=filled.value if filled else None, confirmation_status=SlotConfirmationStatus.NONE)
