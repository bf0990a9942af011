"""From a slot to one exercise or routine; what is missing, unknown or unclear becomes a question."""

from collections.abc import Mapping
from typing import TypeVar

from skill.coach.cues import Say, say
from skill.coach.endings import Ending, prompt
from skill.coach.requests import Name
from skill.coach.room import Reply, Room
from skill.coach.state import State
from skill.coach.turn import elicit
from skill.domain.model import Exercise, Routine

AT_MOST = 3
HEARD_CHARACTERS = 60

Thing = TypeVar("Thing", Exercise, Routine)


def resolved(things: Mapping[str, Thing], name: Name) -> tuple[Thing, ...]:
    """The things a slot may mean; ids that are not ours are left out."""
    return tuple(things[one] for one in dict.fromkeys(name.ids) if one in things)


def exercise_wanted(room: Room, state: State, name: Name) -> Reply:
    """The question about an exercise slot that did not settle on one."""
    return elicit(room, state, "exercise", question_about(resolved(room.library.exercises, name), name, "exercise"))


def routine_wanted(room: Room, state: State, name: Name) -> Reply:
    """The question about a routine slot that did not settle on one."""
    return elicit(room, state, "routine", question_about(resolved(room.library.routines, name), name, "routine"))


def question_about(found: tuple[Exercise, ...] | tuple[Routine, ...], name: Name, kind: str) -> Ending:
    """Which of several, or that it is unknown, or which at all."""
    again = say(f"which-{kind}-again")
    if found:
        return prompt(which_of(*(thing.name for thing in found[:AT_MOST])), again)
    return prompt(missing(name, kind), again)


def which_of(first: str, second: str, third: str | None = None) -> Say:
    """One of two or three names is asked for."""
    if third is None:
        return say("which-of-two", first=first, second=second)
    return say("which-of-three", first=first, second=second, third=third)


def missing(name: Name, kind: str) -> Say:
    """Nothing was said, or nothing we have."""
    if name.is_empty:
        return say(f"which-{kind}")
    return say(f"unknown-{kind}", heard=name.heard[:HEARD_CHARACTERS])
