"""Cues into words: SSML for Alexa, plain text for terminals, and how long words take."""
