"""Random walks: what a runner might say, in which order and after which silence, over all there is to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from skill.coach.preferences import Detail, Flow
from skill.coach.preferences import Pace as Tempo
from skill.coach.requests import (
    Advise,
    Again,
    Allow,
    Avoid,
    Describe,
    Discomfort,
    Done,
    Easier,
    GoTo,
    Harder,
    Help,
    HowLong,
    HowTo,
    Launch,
    ListExercises,
    ListRoutines,
    Lost,
    More,
    Name,
    Needs,
    Next,
    No,
    NoKit,
    OtherSide,
    Pause,
    PlanRoutine,
    Previous,
    Ready,
    Repeat,
    Request,
    Resume,
    Skip,
    Source,
    StartOver,
    StartRoutine,
    Stop,
    Why,
    Yes,
)
from skill.coach.room import Reply
from skill.coach.sensations import Sensation
from skill.coach.state import State
from skill.coach.time_requests import (
    MoreTime,
    NotReady,
    ResetSettings,
    SetDetail,
    SetFlow,
    SetHold,
    SetPace,
    Settings,
    TimeLeft,
    WhatsNext,
    WhereAmI,
)
from skill.domain.library import Library
from skill.domain.model import Side
from tests.coach.gym import gym
from tests.coach.runner import DAY_S, HOUR_S, Runner, real_library
from tests.values import replace

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
        areas=real.areas,
        complaints=real.complaints,
        tips=real.tips,
    )


def names(ids: tuple[str, ...]) -> st.SearchStrategy[Name]:
    """One thing, several, an unknown one, nothing at all."""
    one = st.sampled_from(ids).map(lambda found: Name((found,), found))
    several = st.lists(st.sampled_from(ids), min_size=2, max_size=5).map(lambda found: Name(tuple(found), "that one"))
    near = st.sampled_from(ids).map(lambda found: Name((), "zumbo", (found,)))
    return (
        one
        | one
        | several
        | near
        | st.just(Name())
        | st.sampled_from(["zumba", "<b> & co", "é", "x" * 140]).map(unknown)
    )


def unknown(heard: str) -> Name:
    return Name((), heard)


EXERCISES = names(tuple(everything().exercises))
ROUTINES = names(tuple(everything().routines))
AREAS = names(tuple(everything().areas))
COMPLAINTS = names(tuple(everything().complaints))
KIT = names(tuple(everything().kit))
TOPICS = names(tuple(everything().tips))
NUMBERS = st.sampled_from([None, None, 1, 2, 3, 7, 999, -1])
DURATIONS = st.sampled_from([None, 30, 120, 300, 720, 3600])
FLOWS = st.sampled_from([None, *Flow])
PACES = st.sampled_from([None, *Tempo])
DETAILS = st.sampled_from([None, *Detail])
SENSATIONS = st.sampled_from([None, *Sensation])
SIDES = st.sampled_from([None, Side.RIGHT, Side.LEFT])
WITHOUT_SLOTS: tuple[Request, ...] = (
    Launch(), ListRoutines(), More(), Next(), Next(), Next(), Ready(), Ready(), Done(), Skip(), Previous(), Repeat(),
    Again(), Pause(), Resume(), StartOver(), Yes(), Yes(), No(), Help(), Stop(), Lost(),
    Easier(), Harder(), NoKit(), NoKit(), Needs(), Why(), Source(), HowLong(), Avoid(), Allow(), Advise(), No(),
    TimeLeft(), TimeLeft(), WhereAmI(), WhatsNext(), NotReady(), Settings(), ResetSettings(), MoreTime(),
)  # fmt: skip
REQUESTS: st.SearchStrategy[Request] = st.one_of(
    st.sampled_from(WITHOUT_SLOTS),
    st.sampled_from(WITHOUT_SLOTS),
    st.builds(StartRoutine, ROUTINES),
    st.builds(HowTo, EXERCISES, SIDES),
    st.builds(Describe, EXERCISES),
    st.builds(OtherSide, SIDES),
    st.builds(GoTo, EXERCISES | st.just(Name()), NUMBERS),
    st.one_of(*(st.builds(kind, EXERCISES) for kind in (HowLong, Why, Source, Avoid, Allow))),
    st.builds(Needs, EXERCISES | st.just(Name()), ROUTINES | st.just(Name())),
    st.builds(NoKit, KIT),
    st.builds(Advise, TOPICS),
    st.builds(ListExercises, AREAS | st.just(Name()), COMPLAINTS | st.just(Name()), KIT | st.just(Name())),
    st.builds(MoreTime, DURATIONS),
    st.builds(SetHold, DURATIONS),
    st.builds(SetPace, PACES),
    st.builds(SetFlow, FLOWS),
    st.builds(SetFlow, FLOWS),
    st.builds(SetDetail, DETAILS),
    st.builds(Discomfort, SENSATIONS, AREAS | st.just(Name())),
    st.builds(PlanRoutine, DURATIONS, AREAS | st.just(Name()), st.just(Name()) | COMPLAINTS, KIT | st.just(Name())),
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
    return replace(state, near=(), asking_ms=0)
