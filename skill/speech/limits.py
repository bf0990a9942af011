"""Every number Alexa sets for a reply, once, with its source; no other module writes one of them down.

Sources are Amazon's pages unless another is named; "seen" means a refusal reported by a skill's author.
"""

SPEECH_CHARACTERS = 8_000
"""Characters of one outputSpeech or reprompt, markup counted (best-practice-text-response; seen: "length
9503 exceeds allowed size of 8000 characters"). A later page says 10,000; the smaller is the safe one."""

BREAK_MS = 10_000
"""Longest `<break>` (speech-synthesis-markup-language-ssml-reference). Breaks in a row add up: no official
word on it, but years of public skills depend on it."""

RATE_PERCENT = range(20, 201)
"""`<prosody rate>`: 20 % is the reference's floor; the ceiling is ours: nobody understands more."""

RESPONSE_BYTES = 120_000
"""The whole JSON response (request-and-response-json-reference)."""

RESPONSE_AIM_BYTES = 24_000
"""What the same page allowed until 2019. We stay under it: it is also what is quick to send."""

SESSION_BYTES = 4_000
"""Session attributes. Alexa only counts them in the response; 4 kB is our own share, since they come back
with every request."""

SSML_TAGS = frozenset({"speak", "p", "s", "break", "sub", "say-as", "prosody", "emphasis", "w"})
"""Tags every locale and voice knows (ssml-reference), less those that fetch audio or change the voice."""
