"""Picking one of several names: "the second one", a name, or a word of it."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from skill.coach import requests as meant
from skill.coach.requests import Name, Request
from skill.coach.room import Room
from skill.coach.state import AT_ONCE, Asked, Question
from skill.domain.library import normal
from skill.domain.values import replace

SEPARATOR = ","
LAST = -1
AGREEING = (meant.Yes, meant.Ready, meant.Resume, meant.More, meant.Next)
NUMBERS = {"first": 1, "second": 2, "third": 3, "last": LAST, "one": 1, "two": 2, "three": 3}
FILLER = frozenset({"the", "one", "that", "a", "stretch", "please", "routine", "exercise"})


class Verb(StrEnum):
    """What is to be done with the thing that is picked."""

    START = "start"
    HOW_TO = "how-to"
    DESCRIBE = "describe"
    WHY = "why"
    SOURCE = "source"
    HOW_LONG = "how-long"
    NEEDS = "needs"
    AVOID = "avoid"
    ALLOW = "allow"
    GO_TO = "go-to"


DONE_WITH: Mapping[Verb, Callable[[Name], Request]] = {
    Verb.START: meant.StartRoutine,
    Verb.HOW_TO: meant.HowTo,
    Verb.DESCRIBE: meant.Describe,
    Verb.WHY: meant.Why,
    Verb.SOURCE: meant.Source,
    Verb.HOW_LONG: meant.HowLong,
    Verb.NEEDS: meant.Needs,
    Verb.AVOID: meant.Avoid,
    Verb.ALLOW: meant.Allow,
    Verb.GO_TO: meant.GoTo,
}
VERBS = {request: verb for verb, request in DONE_WITH.items()}
BARE = (meant.HowTo, meant.StartRoutine, meant.GoTo)
"""Requests that a bare name, or a number, may come as; any other says itself what is wanted of the thing."""


def which(verb: Verb, ids: tuple[str, ...]) -> Question:
    """The question which of these is meant."""
    return Question(Asked.WHICH, f"{verb} {SEPARATOR.join(ids)}")


def picked(room: Room, question: Question, request: Request) -> Request | None:
    """The request that an answer to a list or a choice stands for; None where it is no such answer."""
    verb, ids = options(room, question)
    if len(ids) == 1 and question.asked is Asked.WHICH and isinstance(request, AGREEING):
        return DONE_WITH[verb](Name(ids))
    if verb is Verb.START and not isinstance(request, BARE):
        return None
    if not ids:
        return newly_named(verb, request)
    index = by_number(request, len(ids))
    one = ids[index] if index is not None else by_name(room, ids, request)
    return done_with(verb, one, request) if one else None


def newly_named(verb: Verb, request: Request) -> Request | None:
    """The name that was asked for, given on its own."""
    is_name = isinstance(request, meant.HowTo) and len(request.exercise.ids) == 1
    return DONE_WITH[verb](name_of(request)) if is_name else None


def done_with(verb: Verb, one: str, request: Request) -> Request:
    """What was asked for, with the one that is picked; what the answer itself asks for, where it says so."""
    if isinstance(request, meant.HowTo) and verb is Verb.HOW_TO:
        return replace(request, exercise=Name((one,)))
    own = None if isinstance(request, BARE) else VERBS.get(type(request))
    return DONE_WITH[own or verb](Name((one,)))


def options(room: Room, question: Question) -> tuple[Verb, tuple[str, ...]]:
    """What is to be picked from, in the order it was read out, and what for."""
    shown = slice(max(0, question.offset - AT_ONCE), question.offset)
    match question.asked:
        case Asked.WHICH:
            verb, _, ids = question.about.partition(" ")
            return Verb(verb), tuple(one for one in ids.split(SEPARATOR) if one)
        case Asked.LIST:
            return Verb.START, tuple(room.library.routines)[shown]
        case _:
            return Verb.HOW_TO, tuple(question.about.split(SEPARATOR))[shown]


def by_number(request: Request, count: int) -> int | None:
    """The index that a number stands for, where there are that many."""
    number = request.number if isinstance(request, meant.GoTo) else NUMBERS.get(spoken_number(request))
    if number == LAST:
        return count - 1
    return number - 1 if number is not None and 1 <= number <= count else None


def spoken_number(request: Request) -> str:
    """The one word of the answer that is not filler, if there is just one."""
    words = [word for word in heard(request).split() if word not in FILLER - {"one"}]
    numbers = [word for word in words if word != "one"] or words
    return numbers[0] if len(numbers) == 1 else ""


def by_name(room: Room, ids: tuple[str, ...], request: Request) -> str | None:
    """The option that is named, or the only one with a word of what was heard in its name. Another's name is none."""
    heard_ids = {*name_of(request).ids}
    if len(heard_ids) == 1 and heard_ids.isdisjoint(ids):
        return None
    named = [one for one in ids if one in heard_ids]
    words = {*heard(request).split()} - FILLER
    alike = named if len(named) == 1 else [one for one in ids if words & words_of(room, one)]
    return alike[0] if len(alike) == 1 else None


def words_of(room: Room, thing_id: str) -> set[str]:
    """The words of a spoken name."""
    thing = room.library.exercises.get(thing_id) or room.library.routines[thing_id]
    return {*normal(thing.name).split()} - FILLER


def name_of(request: Request) -> Name:
    """The name in a request, empty where it has none."""
    found = getattr(request, "exercise", None) or getattr(request, "routine", None)
    return found if isinstance(found, Name) else Name()


def heard(request: Request) -> str:
    """The words that filled the request's name."""
    return normal(name_of(request).heard)
