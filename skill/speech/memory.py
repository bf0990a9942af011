"""How much this room remembers, so that every memory in it has the same bound."""

REMEMBERED = 4_096
"""Entries: more than content and prompts hold sentences together, so that a warm coach only looks up."""

REMEMBERED_TURNS = 1_024
"""Speeches of 2 kB: most turns are the same ones for every runner, those of a pause in a hold soon make room."""
