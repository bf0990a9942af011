"""What can go wrong between cues and words; every error of this room is one of these."""


class SpeechError(Exception):
    """Cues that Alexa would refuse or speak wrongly."""


class PhraseError(SpeechError):
    """A prompt that cannot be spoken as the coach means it."""
