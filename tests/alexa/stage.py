"""A small world for the Alexa room: four exercises, a voice without prompts, and a coach that does as it is told."""

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import Intent, IntentRequest, RequestEnvelope

from skill.alexa.conversation import Coach, Conversation
from skill.alexa.handlers import skill_of
from skill.alexa.notebook import Notebook
from skill.alexa.response import Renderer
from skill.alexa.serializer import ForgivingSerializer
from skill.coach.coach import leave
from skill.coach.cues import Count, Cue, Cues, Read, Say, Spoken
from skill.coach.requests import Request
from skill.coach.room import Reply, Room
from skill.coach.state import State
from skill.domain.dose import Hold, Mode, Range
from skill.domain.library import Library
from skill.domain.model import Entry, Exercise, Instruction, Kind, Occasion, Place, Routine, Sides, Wording, Wordings
from skill.log import facts
from skill.storage.base import Record, Runners, StoreError
from skill.storage.memory import MemoryRunners
from tests.values import replace

Json = dict[str, Any]
Loose = Any
"""JSON or a model of any shape, which a test looks into without asking first."""

STILL_THERE: Cues = (Read("Still there?"),)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
NOON_MS = int(NOON.timestamp() * 1000)
USER = "amzn1.ask.account.AMAIGJEXAMPLEHOUSEHOLD7Q2XWZ"
REQUESTS = Path(__file__).parent / "requests"


def exercise(exercise_id: str, name: str, *also: str) -> Exercise:
    """An exercise of which only the names matter here."""
    words = Wording(setup=(Instruction("Lean in."),))
    return Exercise(
        id=exercise_id,
        name=name,
        also=also,
        kind=Kind.STATIC,
        place=Place.WALL,
        sides=Sides.BOTH,
        modes=(Mode(id="hold", parts=(Hold(hold_s=30, range_s=Range(20, 60)),)),),
        wordings=Wordings(full=words, short=words, shorter=words),
        sources=("A0",),
        benefit="It lengthens.",
    )


EXERCISES = (
    exercise("wall-calf-straight", "calf stretch", "wall calf stretch"),
    exercise("wall-calf-bent", "bent knee calf stretch", "lower calf stretch"),
    exercise("toe-stretch", "toe stretch"),
    exercise("downward-dog", "downward dog"),
)
LIBRARY = Library(
    exercises={one.id: one for one in EXERCISES},
    routines={
        "post-run": Routine(
            id="post-run",
            name="post-run routine",
            also=("post run", "cool down"),
            occasion=Occasion.AFTER,
            entries=(Entry(exercise="wall-calf-straight"),),
            sources=("A1",),
        )
    },
    kit={},
    sources={},
    ambiguous={"the calf one": ("wall-calf-straight", "wall-calf-bent")},
)


def words(cue: Spoken) -> str:
    """What a cue says, without a prompt file: prompts say their key."""
    match cue:
        case Say(key):
            return key
        case Read(text):
            return text
        case Count(number):
            return str(number)


class PlainVoice:
    """A second a cue, a character a character."""

    def ms(self, cue: Spoken) -> int:
        return 1000

    def characters(self, cue: Cue) -> int:
        return 1


class Script:
    """A coach that counts turns, says what it was told to say, and keeps what it was asked."""

    def __init__(self, *cues: Cue, reprompt: Cues = STILL_THERE, elicit: str | None = None) -> None:
        self.cues = cues or (Read("Right leg back."),)
        self.reprompt = reprompt
        self.elicit = elicit
        self.rooms: list[Room] = []
        self.states: list[State] = []
        self.requests: list[Request] = []
        self.following: Callable[[State], State] = lambda state: state

    def __call__(self, room: Room, state: State, request: Request) -> Reply:
        self.rooms.append(room)
        self.states.append(state)
        self.requests.append(request)
        following = replace(self.following(state), turn=state.turn + 1)
        return Reply(state=following, cues=self.cues, timeline=(), reprompt=self.reprompt, elicit=self.elicit)


@dataclass
class BrokenRunners:
    """A store whose disk is full: it reads what it has, or fails at that too."""

    records: Mapping[str, Record] = field(default_factory=dict)
    can_load: bool = False

    def load(self, user_id: str) -> Record | None:
        if not self.can_load:
            raise StoreError("SQLite: disk I/O error")
        return self.records.get(user_id)

    def save(self, user_id: str, record: Record, turn: int) -> bool:
        raise StoreError("SQLite: database or disk is full")

    def forget(self, user_id: str) -> None:
        raise StoreError("SQLite: database or disk is full")


@dataclass
class Stage:
    """A skill with its store and the script it plays."""

    script: Script = field(default_factory=Script)
    runners: Runners = field(default_factory=MemoryRunners)

    @property
    def conversation(self) -> Conversation:
        """What the handlers talk to."""
        coach = Coach(
            reply=self.script,
            leave=leave,
            library=LIBRARY,
            voice=PlainVoice(),
            now=lambda: NOON,
            pick=lambda choices: choices[0],
            lag_ms=3000,
        )
        return Conversation(coach, Notebook(self.runners), Renderer(words))

    @property
    def skill(self) -> CustomSkill:
        """What flask-ask-sdk hosts."""
        return skill_of(self.conversation)

    def answers(self, request: Json) -> Json:
        """The response to an envelope, both as JSON."""
        skill = self.skill
        answer: Loose = skill.serializer.serialize(skill.invoke(read(request), None))
        return dict(answer)


def request(name: str, **session: Loose) -> Json:
    """One of the envelopes in requests/, its session changed where asked."""
    envelope: Json = json.loads((REQUESTS / f"{name}.json").read_text("utf-8"))
    envelope.get("session", {}).update(session)
    return envelope


def read(envelope: Json) -> RequestEnvelope:
    """An envelope as the SDK's models."""
    model = ForgivingSerializer().deserialize(envelope, RequestEnvelope)
    assert isinstance(model, RequestEnvelope)
    return model


def intent_of(name: str) -> Intent:
    """The intent in one of the envelopes."""
    asked = read(request(name)).request
    assert isinstance(asked, IntentRequest)
    assert asked.intent is not None
    return asked.intent


class Lines(logging.Handler):
    """Keeps what is logged, as an event, a level and facts."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Json] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append({"event": record.getMessage(), "level": record.levelname, **facts(record)})


@contextmanager
def logged() -> Iterator[list[Json]]:
    """What the skill logs inside the block."""
    log, handler = logging.getLogger("skill"), Lines()
    before = log.level
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        yield handler.lines
    finally:
        log.removeHandler(handler)
        log.setLevel(before)
