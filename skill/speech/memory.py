"""How much this room remembers, so that every memory in it has the same bound."""

REMEMBERED = 4_096
"""Entries: more than content and prompts hold sentences together, so that a warm coach only looks up."""
