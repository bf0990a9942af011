"""What one turn packs: in "wait for me" one exercise, both its sides, cut between sides where it would be too long."""

from collections.abc import Iterator
from functools import lru_cache

from skill.coach.cues import Cues, Part
from skill.coach.desk import Desk, lesson
from skill.coach.endings import Ending, after
from skill.coach.lesson import Lesson
from skill.coach.playhead import Spot
from skill.coach.timeline import length_ms

SPEECH_CHARACTERS = 8_000
RESERVED_CHARACTERS = 1_200
"""Kept free for the prompt, an answer before the work and the markup around it all."""

TURN_CHARACTERS = SPEECH_CHARACTERS - RESERVED_CHARACTERS
"""What the steps of a turn may become. Content with a single step over it is refused, so sets are never cut."""


def rest_of_turn(on: Desk, *, is_going_on: bool = False) -> tuple[Cues, Ending]:
    """From where the runner is to the end of the exercise, and how the turn ends there."""
    cues = lesson(on, on.spot.step).cues(on.spot, is_going_on=is_going_on)
    for index in range(on.spot.step + 1, on.last_index + 1):
        following = lesson(on, index).cues(Spot(index, Part.SWITCH))
        if characters(on, cues + following) > TURN_CHARACTERS:
            return cues + lesson(on, index - 1).way_out(), after(on, index - 1)
        cues += following
    return cues, after(on, on.last_index)


def characters(on: Desk, cues: Cues) -> int:
    """Characters the cues become, markup included."""
    return sum(on.room.voice.characters(cue) for cue in cues)


def whole(on: Desk) -> Cues:
    """The whole plan without a word from the runner, walks between places included."""
    return tuple(cue for one in lessons(on) for cue in taught(one))


def lessons(on: Desk) -> Iterator[Lesson]:
    """The lessons of the whole plan in order, each from where the one before ends."""
    place = None
    for index, step in enumerate(on.plan.steps):
        yield lesson(on if index else on.elsewhere(), index, from_place=place)
        on = on.tipped()
        place = step.exercise.place


def taught(one: Lesson) -> Cues:
    """A whole lesson: from its place, or from changing sides."""
    return one.cues(Spot(one.index, Part.PLACE if one.step.is_first_side else Part.SWITCH))


@lru_cache(maxsize=4_096)
def taught_ms(one: Lesson) -> int:
    """How long a whole lesson takes; remembered, as planning asks for the same ones again and again."""
    return length_ms(one.voice, taught(one))


def length_s(on: Desk) -> float:
    """Honest length of the plan in seconds for this runner: words, waits and work, no time to answer."""
    return sum(map(taught_ms, lessons(on))) / 1000
