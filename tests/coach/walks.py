"""Random walks: what a runner might say, in which order and after which silence, over all there is to do."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from hypothesis import strategies as st

from skill.coach.requests import (
    Again,
    Describe,
    Done,
    Help,
    HowTo,
    Launch,
    ListRoutines,
    Lost,
    More,
    Name,
    Next,
    No,
    OtherSide,
    Pause,
    Previous,
    Ready,
    Repeat,
    Request,
    Resume,
    Skip,
    StartOver,
    StartRoutine,
    Stop,
    Yes,
)
from skill.coach.room import Reply
from skill.coach.state import State
from skill.domain.library import Library
from skill.domain.model import Side
from tests.coach.gym import gym
from tests.coach.runner import DAY_S, HOUR_S, Runner, real_library

WAITS_S = (0, 0, 0, 0.4, 3, 8, 20, 33, 60, 120, 15 * 60, 2.5 * HOUR_S, 3 * DAY_S, 9 * DAY_S, -5)


@cache
def everything() -> Library:
    """What content has and what it does not have yet."""
    real, more = real_library(), gym()
    return Library(
        exercises={**real.exercises, **more.exercises},
        routines={**real.routines, **more.routines},
        kit={**real.kit, **more.kit},
        sources=real.sources,
        ambiguous=real.ambiguous,
    )


def names(ids: tuple[str, ...]) -> st.SearchStrategy[Name]:
    """One thing, several, an unknown one, nothing at all."""
    one = st.sampled_from(ids).map(lambda found: Name((found,), found))
    several = st.lists(st.sampled_from(ids), min_size=2, max_size=5).map(lambda found: Name(tuple(found), "that one"))
    return one | one | several | st.just(Name()) | st.sampled_from(["zumba", "<b> & co", "é", "x" * 140]).map(unknown)


def unknown(heard: str) -> Name:
    return Name((), heard)


EXERCISES = names(tuple(everything().exercises))
ROUTINES = names(tuple(everything().routines))
SIDES = st.sampled_from([None, Side.RIGHT, Side.LEFT])
WITHOUT_SLOTS: tuple[Request, ...] = (
    Launch(), ListRoutines(), More(), Next(), Next(), Next(), Ready(), Ready(), Done(), Skip(), Previous(), Repeat(),
    Again(), Pause(), Resume(), StartOver(), Yes(), Yes(), No(), Help(), Stop(), Lost(),
)  # fmt: skip
REQUESTS: st.SearchStrategy[Request] = st.one_of(
    st.sampled_from(WITHOUT_SLOTS),
    st.sampled_from(WITHOUT_SLOTS),
    st.builds(StartRoutine, ROUTINES),
    st.builds(HowTo, EXERCISES, SIDES),
    st.builds(Describe, EXERCISES),
    st.builds(OtherSide, SIDES),
)


@dataclass(frozen=True, slots=True)
class Pace:
    """One step of a walk: so long a wait, perhaps in a new session, then the request."""

    wait_s: float
    is_new_session: bool
    request: Request


WALKS = st.lists(
    st.builds(Pace, st.sampled_from(WAITS_S), st.sampled_from([False, False, False, True]), REQUESTS),
    min_size=8,
    max_size=25,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the coach found, what was said, and the reply."""

    found: State
    request: Request
    reply: Reply


def walked(walk: list[Pace]) -> Iterator[Turn]:
    """The turns of a walk."""
    runner = Runner(library=everything())
    for pace in walk:
        runner.waits(pace.wait_s)
        runner.is_new_session = runner.is_new_session or pace.is_new_session
        found = runner.found
        runner.says(pace.request)
        yield Turn(found, pace.request, runner.reply)


def without_near(state: State) -> State:
    """What is saved of a state."""
    return replace(state, near=())
