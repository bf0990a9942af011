"""Replies into responses: what is said, whether the microphone opens, which slot is asked for, and no limit broken."""

from xml.etree import ElementTree as ET

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Intent

from skill.alexa.response import Renderer, fitting
from skill.coach.cues import Cue, Cues, Mark, Part, Read, Spoken, Wait
from skill.coach.room import Reply
from skill.coach.state import State
from skill.speech.errors import PhraseError, SpeechError
from skill.speech.limits import SPEECH_CHARACTERS
from tests.alexa.stage import Loose, intent_of, logged, words

STILL: Cues = (Wait(4000), Read("Still there?"))


def reply(*cues: Cue, reprompt: Cues = STILL, elicit: str | None = None) -> Reply:
    return Reply(state=State(turn=1), cues=cues, timeline=(), reprompt=reprompt, elicit=elicit)


def rendered(made: Reply, asked: Intent | None = None) -> Loose:
    return DefaultSerializer().serialize(Renderer(words).response(made, asked))


def test_a_reply_with_a_reprompt_opens_the_microphone() -> None:
    assert rendered(reply(Read("Say next."))) == {
        "outputSpeech": {"type": "SSML", "ssml": "<speak>Say next.</speak>"},
        "reprompt": {"outputSpeech": {"type": "SSML", "ssml": '<speak><break time="4s"/> Still there?</speak>'}},
        "shouldEndSession": False,
    }


def test_a_reply_without_one_ends_the_session() -> None:
    ended = rendered(reply(Read("Goodbye."), reprompt=(), elicit="exercise"))
    assert ended == {"outputSpeech": {"type": "SSML", "ssml": "<speak>Goodbye.</speak>"}, "shouldEndSession": True}


def test_a_slot_is_asked_for_in_the_intent_that_came() -> None:
    directive = rendered(reply(Read("Which?"), elicit="exercise"), intent_of("describe"))["directives"]
    slots = {"exercise": {"name": "exercise", "confirmationStatus": "NONE"}}
    asked = {"name": "DescribeIntent", "slots": slots, "confirmationStatus": "NONE"}
    assert directive == [{"type": "Dialog.ElicitSlot", "slotToElicit": "exercise", "updatedIntent": asked}]


def test_other_slots_keep_their_words_while_one_is_asked_for() -> None:
    asked = rendered(reply(Read("Which?"), elicit="exercise"), intent_of("how-to-on-the-left"))["directives"][0]
    assert asked["updatedIntent"]["slots"] == {
        "exercise": {"name": "exercise", "confirmationStatus": "NONE"},
        "side": {"name": "side", "value": "left leg", "confirmationStatus": "NONE"},
    }


@pytest.mark.parametrize(
    ("slot", "asked", "intent"),
    [
        ("exercise", None, "HowToIntent"),
        ("routine", None, "StartRoutineIntent"),
        ("exercise", Intent("AMAZON.YesIntent"), "HowToIntent"),
        ("routine", Intent("HowToIntent"), "StartRoutineIntent"),
        ("exercise", Intent(), "HowToIntent"),
        ("duration", Intent("SetHoldIntent"), "SetHoldIntent"),
        ("duration", Intent("MoreTimeIntent"), "SetHoldIntent"),
        ("pace", Intent("SetPaceIntent"), "SetPaceIntent"),
        ("flow", Intent("SetFlowIntent"), "SetFlowIntent"),
        ("detail", Intent("SetDetailIntent"), "SetDetailIntent"),
    ],
)
def test_a_slot_is_asked_for_where_no_intent_had_it(slot: str, asked: Intent | None, intent: str) -> None:
    directive = rendered(reply(Read("Which?"), elicit=slot), asked)["directives"][0]
    assert directive["updatedIntent"]["name"] == intent
    assert slot in directive["updatedIntent"]["slots"]


def test_a_speech_that_is_too_long_loses_its_middle_and_keeps_its_prompt() -> None:
    long = [Read(f"Sentence number {n} & more.") for n in range(1000)]
    with logged() as lines:
        made = rendered(reply(Read("First."), *long, Mark(0, Part.PROMPT), Read("Say next.")))
    speech = made["outputSpeech"]["ssml"]
    spoken = "".join(ET.fromstring(speech).itertext())
    assert SPEECH_CHARACTERS - 100 < len(speech) <= SPEECH_CHARACTERS
    assert spoken.startswith("First. Sentence number 0")
    assert spoken.endswith("& more. Say next.")
    assert [line["event"] for line in lines] == ["speech shortened"]


def test_a_prompt_that_is_too_long_alone_is_cut_between_cues() -> None:
    cues: Cues = (Read("First."), *(Read("Say next.") for _ in range(1000)))
    assert len(fitting(cues, words)) < len(cues)
    assert len(fitting((Mark(0, Part.PROMPT), *cues), words)) < len(cues)
    assert fitting((Mark(0, Part.PROMPT), Read("x" * 9000)), words) == (Mark(0, Part.PROMPT),)


def test_a_wrong_prompt_is_not_taken_for_a_long_one() -> None:
    def broken(cue: Spoken) -> str:
        raise PhraseError("hold: is missing")

    with pytest.raises(PhraseError):
        Renderer(broken).response(reply(Read("x")), None)


def test_a_silence_that_cannot_be_kept_is_still_an_error() -> None:
    with pytest.raises(SpeechError):
        rendered(reply(Read("x"), Wait(-1)))
