"""Real Alexa: envelopes into requests, replies into responses."""
