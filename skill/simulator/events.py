"""What comes out of an Echo, in the order it happens: the values a script and a terminal show."""

from dataclasses import dataclass

from skill.simulator.speech import Speech, lines


@dataclass(frozen=True, slots=True)
class Said:
    """The coach speaks."""

    speech: Speech


@dataclass(frozen=True, slots=True)
class Prompted:
    """Nobody answered, so the coach asks once more."""

    speech: Speech


@dataclass(frozen=True, slots=True)
class Alexa:
    """Alexa herself speaks: the skill is not open, or she could do nothing with its answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The session is over; the next words are not for the coach."""


Event = Said | Prompted | Alexa | Closed


def shown(event: Event) -> list[str]:
    """The lines of an event in a script."""
    match event:
        case Said(speech):
            return [f"coach: {line}" for line in lines(speech)]
        case Prompted(speech):
            return [f"reprompt: {line}" for line in lines(speech)]
        case Alexa(text):
            return [f"alexa: {text}"]
        case Closed():
            return ["(closes)"]
