"""The coach's Voice for one locale's phrases; it answers from memory, as the coach asks for every cue."""

from functools import lru_cache

from skill.coach.cues import Cue, Spoken
from skill.speech import estimate, ssml
from skill.speech.locale import Locale
from skill.speech.memory import REMEMBERED
from skill.speech.phrases import Phrases


class SpokenVoice:
    """How long and how many characters cues become as `ssml.render` writes them."""

    def __init__(self, phrases: Phrases, locale: Locale) -> None:
        self._phrases = phrases
        self._locale = locale
        self._ms = lru_cache(maxsize=REMEMBERED)(self._estimated)
        self._characters = lru_cache(maxsize=REMEMBERED)(self._counted)

    def ms(self, cue: Spoken) -> int:
        """Estimated milliseconds at the locale's own rate, the stop after a sentence included."""
        return self._ms(cue)

    def characters(self, cue: Cue) -> int:
        """Characters of the cue at most; a whole speech has `ssml.FRAME_CHARACTERS` more than its cues."""
        return self._characters(cue)

    def _estimated(self, cue: Spoken) -> int:
        return estimate.ms(self._phrases.text(cue), self._locale)

    def _counted(self, cue: Cue) -> int:
        return ssml.characters(cue, self._phrases.text)
