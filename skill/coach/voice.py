"""What the coach must ask of whoever speaks for it: how long words take and how many characters they become."""

from typing import Protocol

from skill.coach.cues import Cue, Spoken


class Voice(Protocol):
    """Implemented by skill.speech."""

    def ms(self, cue: Spoken) -> int:
        """Estimated milliseconds to speak the words, the stop after a sentence included."""
        ...

    def characters(self, cue: Cue) -> int:
        """Characters the cue takes in a response, markup and escapes included."""
        ...
