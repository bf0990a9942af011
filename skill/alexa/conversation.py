"""One turn: the state is read, the coach replies, the new state is written, and only then the answer leaves."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from ask_sdk_model import Intent, Response
from msgspec import Struct

from skill.alexa.notebook import Kept, Notebook
from skill.alexa.response import Renderer
from skill.alexa.visit import ATTRIBUTE, Visit
from skill.coach.requests import Request
from skill.coach.room import TURN_BUDGET_S, Reply, Room
from skill.coach.saved import Plain, encode, storable
from skill.coach.state import State
from skill.coach.voice import Voice
from skill.domain.library import Library
from skill.domain.values import replace
from skill.speech.limits import SESSION_BYTES

log = logging.getLogger(__name__)

TRIES = 3
"""Replies made for one request at most. A second one is needed when another device spoke meanwhile; a third never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """Everything a reply is made of, besides the state and the request. `now` gives an aware time."""

    reply: Callable[[Room, State, Request], Reply]
    leave: Callable[[Room, State], State]
    library: Library
    voice: Voice
    now: Callable[[], datetime]
    pick: Callable[[Sequence[str]], str]
    lag_ms: int
    turn_budget_s: int = TURN_BUDGET_S

    def room(self, *, is_new_session: bool) -> Room:
        """The room at this moment."""
        return Room(
            library=self.library,
            voice=self.voice,
            now_ms=int(self.now().timestamp() * 1000),
            lag_ms=self.lag_ms,
            turn_budget_s=self.turn_budget_s,
            pick=self.pick,
            is_new_session=is_new_session,
        )


class Answer(Struct, frozen=True):
    """A response, and the session attributes that go with it."""

    response: Response
    attributes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Conversation:
    """Turns of every runner; it remembers nothing itself."""

    coach: Coach
    notebook: Notebook
    renderer: Renderer

    def turn(self, visit: Visit, request: Request, asked: Intent | None) -> Answer:
        """The answer to a request. `asked` is the intent it came as, None for a launch.

        Where another device of the household has moved on meanwhile, its state is the true one: the request is
        answered again from there.
        """
        room = self.coach.room(is_new_session=visit.is_new)
        state = self.notebook.read(visit)
        for _ in range(TRIES):
            reply = self.coach.reply(room, state, request)
            # Rendered before it is kept: where that fails, the place is still the one the runner knows of.
            response = self.renderer.response(reply, asked)
            record = encode(reply.state)
            kept = self.notebook.write(visit.user_id, storable(record), reply.state.turn)
            if kept is not Kept.REFUSED:
                break
            state = self.notebook.stored(visit.user_id) or State()
        return Answer(response, attributes(record, kept))

    def leave(self, visit: Visit) -> None:
        """The session is over: where the runner was is kept. Another device's later state stays as it is."""
        room = self.coach.room(is_new_session=False)
        state = self.coach.leave(room, self.notebook.read(visit))
        self.notebook.write(visit.user_id, storable(encode(state)), state.turn)

    def slipped(self, visit: Visit) -> None:
        """A turn failed. The second time without anything taught in between the place itself must be at fault."""
        state = self.notebook.read(visit)
        if state.slips:
            self.start_afresh(visit)
        else:
            noted = replace(state, turn=state.turn + 1, slips=1)
            self.notebook.write(visit.user_id, storable(encode(noted)), noted.turn)

    def start_afresh(self, visit: Visit) -> None:
        """Give up a place that the coach cannot go on from, or every launch would slip; the rest is kept."""
        state = self.notebook.read(visit)
        fresh = State(
            turn=state.turn + 1, preferences=state.preferences, met=state.met, told=state.told, last=state.last
        )
        self.notebook.write(visit.user_id, encode(fresh), fresh.turn)

    def is_place_kept(self, visit: Visit) -> bool:
        """Whether the store holds the practice this visit is in the middle of, or a later state with one."""
        stored = self.notebook.stored(visit.user_id)
        if stored is None or not (stored.practice or stored.aside):
            return False
        return stored.turn >= self.notebook.read(visit).turn


def attributes(record: Plain, kept: Kept) -> dict[str, Any]:
    """The session attributes of a state; none for one that is too large, as the next turn then asks the store."""
    size = len(orjson.dumps(record))
    if size <= SESSION_BYTES - len(ATTRIBUTE) - len('{"":}'):
        return {ATTRIBUTE: record}
    log.error("state too large", extra={"facts": {"bytes": size}})
    return {} if kept is Kept.YES else {ATTRIBUTE: record}
