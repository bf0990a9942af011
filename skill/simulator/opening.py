"""How a skill is called by its name: to open it, or with what is wanted in the same breath."""

import re
from dataclasses import dataclass

from skill.domain.library import normal

WAKE_WORD = "alexa"
_POLITE = r"(?:please |can you |could you |hey )?"
_OPEN = r"(?:open|launch|start|begin|run|use|play|load|enable|talk to|go to|ask for|i want)"
_ASK = r"(?:ask|tell|ask for|tell me)"
_LINK = r"(?: (?:to|for|about|and|that|if|whether))?"
_FROM = r"(?:with|using|in|from|on|by)"


@dataclass(frozen=True, slots=True)
class Opening:
    """The skill was called by name; `rest` is what was wanted, empty where it was only opened."""

    rest: str = ""


class Calling:
    """Knows the invocation name in all the phrases that Alexa supports."""

    def __init__(self, invocation_name: str) -> None:
        name = re.escape(normal(invocation_name))
        opened = rf"{_OPEN} {name}(?: skill)?(?:{_LINK} (?P<rest>.+))?"
        asked = rf"{_ASK} {name}{_LINK} (?P<asked>.+)"
        alone = rf"{name}(?: (?P<alone>.+))?"
        after = rf"(?P<after>.+) {_FROM} {name}"
        self._phrases = re.compile(rf"{_POLITE}(?:{opened}|{asked}|{alone}|{after})")

    def opening(self, said: str) -> Opening | None:
        """What was said as an opening, None where the name does not stand in it as it should."""
        match = self._phrases.fullmatch(said.removesuffix(" please"))
        if match is None:
            return None
        return Opening(next((rest for rest in match.groupdict().values() if rest), ""))


def awake(said: str) -> str:
    """The words without the wake word before them, as Alexa gets them."""
    return normal(said).removeprefix(f"{WAKE_WORD} ")
