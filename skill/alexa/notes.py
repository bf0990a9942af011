"""What the log and the counters learn of a turn: words of ours, never a runner's."""

from ask_sdk_core.handler_input import HandlerInput

Note = dict[str, str]
"""Handed to the skill as its context, filled by the handlers."""


def note(handler_input: HandlerInput, **facts: str) -> None:
    """Write down what the log may know, where somebody wants to know it."""
    if isinstance(handler_input.context, dict):
        handler_input.context.update(facts)
