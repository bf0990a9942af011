"""From a slot to one exercise or routine; what is missing, unknown or unclear becomes a question."""

from collections.abc import Mapping
from typing import TypeVar

from skill.coach.choosing import VERBS, name_of, which
from skill.coach.cues import Say, say
from skill.coach.endings import Ending, prompt
from skill.coach.requests import Describe, HowTo, Name, Request, StartRoutine
from skill.coach.room import Reply, Room
from skill.coach.state import Question, State
from skill.coach.turn import elicit
from skill.domain.model import Exercise, Routine

AT_MOST = 3
HEARD_CHARACTERS = 60
DIALOGS = (HowTo, Describe, StartRoutine)
"""Requests whose slot Alexa can be asked to fill; the interaction model has a dialog for each."""

Thing = TypeVar("Thing", Exercise, Routine)


def resolved(things: Mapping[str, Thing], name: Name) -> tuple[Thing, ...]:
    """The things a slot may mean; ids that are not ours are left out."""
    return tuple(things[one] for one in dict.fromkeys(name.ids) if one in things)


def wanted(room: Room, state: State, request: Request) -> Reply:
    """The question about a slot that did not settle on one thing: which of several, which of the nearest, or which."""
    kind = "routine" if isinstance(request, StartRoutine) else "exercise"
    things: Mapping[str, Exercise | Routine] = (
        room.library.routines if isinstance(request, StartRoutine) else room.library.exercises
    )
    name = name_of(request)
    ids = tuple(one for one in dict.fromkeys(name.ids or name.near) if one in things)[:AT_MOST]
    names = tuple(things[one].name for one in ids)
    is_dialog = isinstance(request, DIALOGS)
    question = None if is_dialog and not ids else which(VERBS[type(request)], ids)
    ending = Ending((words(name, names, kind),), prompt(say("sorry"), say(f"which-{kind}-again")).reprompt, question)
    return elicit(room, state, kind if is_dialog else None, ending)


def words(name: Name, names: tuple[str, ...], kind: str) -> Say:
    """The question in words."""
    heard = name.heard[:HEARD_CHARACTERS]
    if not names:
        return say(f"unknown-{kind}", heard=heard) if heard.strip() else say(f"which-{kind}")
    if name.ids:
        return which_of(*names)
    if len(names) == 1:
        return say("unknown-one", heard=heard, name=names[0])
    return say("unknown-two", heard=heard, first=names[0], second=names[1])


def which_of(first: str, second: str, third: str | None = None) -> Say:
    """One of two or three names is asked for."""
    if third is None:
        return say("which-of-two", first=first, second=second)
    return say("which-of-three", first=first, second=second, third=third)


def asked_again(names: tuple[str, ...]) -> Say:
    """One, two or three names, or none yet."""
    if not names:
        return say("which-exercise")
    return say("is-it", name=names[0]) if len(names) == 1 else which_of(*names)


def which_again(room: Room, question: Question, ids: tuple[str, ...]) -> Ending:
    """The choice once more."""
    things: Mapping[str, Exercise | Routine] = {**room.library.exercises, **room.library.routines}
    names = tuple(things[one].name for one in ids)
    return prompt(asked_again(names), say("which-exercise-again"), question=question)
