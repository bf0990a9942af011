"""What the coach must ask of whoever speaks for it: how long words take and how many characters they become."""

from typing import Protocol

from msgspec import Struct

from skill.coach.cues import Cue, Spoken


class Voice(Protocol):
    """Implemented by skill.speech."""

    def ms(self, cue: Spoken) -> int:
        """Estimated milliseconds to speak the words, the stop after a sentence included."""
        ...

    def characters(self, cue: Cue) -> int:
        """Characters the cue takes in a response, markup and escapes included."""
        ...

    def __hash__(self) -> int:
        """Equal only to what speaks the same: answers of a voice are remembered by it."""
        ...


class AtRate(Struct, frozen=True):
    """A voice that speaks at a percentage of its own rate; markup is counted as it was."""

    voice: Voice
    percent: int

    def ms(self, cue: Spoken) -> int:
        """Estimated milliseconds at that rate."""
        return self.voice.ms(cue) * 100 // self.percent

    def characters(self, cue: Cue) -> int:
        """The same as at any rate."""
        return self.voice.characters(cue)
