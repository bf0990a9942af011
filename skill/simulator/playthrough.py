"""A practice played to its end by a runner who says only what each prompt asks for, after hearing the reply out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from skill.coach.arrival import arrive
from skill.coach.coach import reply
from skill.coach.cues import Part
from skill.coach.desk import plan_of
from skill.coach.playhead import end_ms
from skill.coach.preferences import Flow, Preferences
from skill.coach.requests import HowTo, Name, Next, Ready, Request, StartRoutine, Yes
from skill.coach.room import Reply, Room
from skill.coach.state import Asked, State
from skill.domain.plan import Plan
from skill.domain.values import replace as changed
from skill.errors import StartError
from skill.simulator.items import Item, Kind, items
from skill.simulator.reading import Reader
from skill.speech import ssml
from skill.speech.errors import SpeechError

MOST_TURNS = 500
"""A practice of more than that goes round in circles."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one reply is heard as, and the characters of its speech."""

    items: tuple[Item, ...]
    characters: int

    @property
    def ms(self) -> int:
        """How long it takes."""
        return sum(item.ms for item in self.items)


def played(reading: Reader, name: str, flow: Flow) -> tuple[Turn, ...]:
    """The turns of the routine or exercise with that id; StartError where there is none."""
    room = changed(reading.room, is_new_session=True)
    turns: list[Turn] = []
    for made in replies(room, first_request(reading, name), flow):
        heard = items(room.voice, plan_in(room, made), made.cues)
        at_ms = sum(turn.ms for turn in turns)
        placed = (item.later(at_ms) for item in (heard if turns else map(opening, heard)))
        turns.append(Turn(tuple(placed), characters(reading, made)))
    return tuple(turns)


def opening(item: Item) -> Item:
    """The item as the first turn has it: what the coach says there aside from any step opens the practice."""
    return replace(item, kind=Kind.OPENING) if item.kind is Kind.ASIDE else item


def first_request(reading: Reader, name: str) -> Request:
    """What the practice begins with."""
    library = reading.library
    if name in library.routines:
        return StartRoutine(Name((name,), name))
    if name in library.exercises:
        return HowTo(Name((name,), name))
    routines = [routine.id for routine in library.routines_called(name)]
    exercises = [exercise.id for exercise in library.exercises_called(name)]
    raise StartError(reading.unclear(name, [*routines, *exercises]))


def replies(room: Room, request: Request, flow: Flow) -> Iterator[Reply]:
    """All that is answered, from the request on until the practice is over."""
    state = State(preferences=Preferences(flow=flow))
    for _ in range(MOST_TURNS):
        made = reply(room, state, request)
        yield made
        heard_ms = end_ms(made.timeline) + room.lag_ms
        room = changed(room, now_ms=room.now_ms + heard_ms, is_new_session=False)
        if not made.is_open or arrive(room, made.state).practice is None:
            return
        state, request = made.state, asked_for(made)
    raise StartError(f"The practice is not over after {MOST_TURNS} turns.")


def asked_for(made: Reply) -> Request:
    """The word that the prompt of a reply asks for."""
    if made.state.question and made.state.question.asked is Asked.OPTIONAL:
        return Yes()
    return Ready() if made.timeline[-1].part is Part.OPENING else Next()


def plan_in(room: Room, made: Reply) -> Plan:
    """The steps that the marks of a reply count."""
    return plan_of(room.library, made.state.under_way, made.state.preferences)


def characters(reading: Reader, made: Reply) -> int:
    """Characters of the speech; StartError where Alexa would not take it."""
    try:
        return len(ssml.render(made.cues, reading.phrases.text, made.rate_percent))
    except SpeechError as error:
        raise StartError(f"A turn cannot be said: {error}.") from error
