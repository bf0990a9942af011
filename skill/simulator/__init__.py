"""A pretended Alexa: typed words into envelopes, and a clock that only moves when told."""
