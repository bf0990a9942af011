"""What the coach remembers between two turns. Plain values; skill.coach.saved turns them into JSON and back.

How they look there stands with them: as an array, without what is empty, by another name.
"""

from enum import StrEnum

from msgspec import Struct

from skill.coach.cues import Part, Say
from skill.coach.playhead import Spot
from skill.coach.preferences import Preferences
from skill.coach.timeline import Timeline
from skill.coach.timeline_text import timeline_of
from skill.domain.plan import Extra

BEGINNING = Spot(0, Part.OPENING)
VERSION = 1
"""Of what a saved state looks like; any other is not read."""


IDLE_PARTS = frozenset({Part.OPENING, Part.TOLD, Part.PROMPT, Part.ASIDE})
MID_TURN = frozenset(Part) - IDLE_PARTS
"""The parts in which a runner is busy; in the others a prompt is waited for."""

BEFORE_ALL = frozenset({Part.OPENING, Part.WALK})
"""The parts before the first step."""

IN_PLACE = MID_TURN | {Part.TOLD}
"""The parts in which a runner is in the place of a step, or getting there."""


AT_ONCE = 3
"""Names read out at a time."""


class Asked(StrEnum):
    """What an open question is about, and so what yes and no mean."""

    OFFER = "offer"
    SWITCH = "switch"
    COACH = "coach"
    CARRY_ON = "carry-on"
    WARM_AGAIN = "warm-again"
    START_OVER = "start-over"
    OPTIONAL = "optional"
    LIST = "list"
    LIST_EXERCISES = "list-exercises"
    WHICH = "which"
    SUBSTITUTE = "substitute"
    REPLACE = "replace"
    PLAN = "plan"
    KEEP_GOING = "keep-going"
    PAIN = "pain"
    TIGHT = "tight"


OF_A_PRACTICE = frozenset(
    {Asked.SUBSTITUTE, Asked.REPLACE, Asked.START_OVER, Asked.SWITCH, Asked.OPTIONAL, Asked.PAIN, Asked.WARM_AGAIN}
)
"""Questions about the practice under way: it is not over while one of them is open."""

PRIVATE = frozenset({Asked.PAIN, Asked.TIGHT})
"""Questions about what a runner feels: they travel in the session and are never stored."""


LISTS = frozenset({Asked.LIST, Asked.LIST_EXERCISES})
"""Questions that "more" goes on with."""


class Question(Struct, frozen=True, array_like=True):
    """A question that is open. `about` is what it concerns, by ids; `offset` where a list goes on."""

    asked: Asked
    about: str = ""
    offset: int = 0


class Practice(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    rename={"is_declined": "declined", "is_tipped": "tipped", "is_arriving": "arriving"},
):
    """One walk through a plan. `done` holds indices of steps, `skipped` numbers of exercises.

    `edition` is that of the exercise at the spot, so that content changed meanwhile is noticed.
    A declined one is kept, but not offered again unasked. `missing` holds ids of kit that the runner does not have;
    `instead` the sentence by which an exercise, by its id, is done another way in this practice. `turned` holds the
    numbers of exercises that begin with the side that was cut short another day; `extra` is more of one side.
    `is_arriving` while the runner is still on the way to the place of the step.
    """

    exercises: tuple[str, ...]
    routine: str | None = None
    left_first: frozenset[int] = frozenset()
    spot: Spot = BEGINNING
    done: frozenset[int] = frozenset()
    skipped: frozenset[int] = frozenset()
    touched_ms: int = 0
    edition: str = ""
    is_declined: bool = False
    missing: frozenset[str] = frozenset()
    instead: tuple[tuple[str, str], ...] = ()
    turned: frozenset[int] = frozenset()
    extra: Extra | None = None
    is_tipped: bool = False
    is_arriving: bool = False

    @property
    def is_single(self) -> bool:
        """Whether it is one exercise asked for by name."""
        return self.routine is None and len(self.exercises) == 1


class Heard(Struct, frozen=True, rename={"sent_at_ms": "at"}):
    """The timeline of the last reply, as a line of text, and the server's clock when it was made."""

    line: str
    sent_at_ms: int

    @property
    def timeline(self) -> Timeline:
        """What the line says. Raises ValueError where it says nothing."""
        return timeline_of(self.line)


class Finished(Struct, frozen=True, array_like=True):
    """The last routine that was finished, and when."""

    routine: str
    at_ms: int


class State(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="v",
    tag=VERSION,
    rename={"is_paused": "paused", "is_safety_said": "safety"},
):
    """Everything. `met` counts how often work of an exercise, or a routine, was begun; `told` what is said once.

    `aside` is a practice set aside, one deep. `finished` is the practice that has just come to its end.
    `answer` is the last side answer, for "repeat". `lost` counts words nobody understood, in a row. `short` holds
    the exercises whose left side was cut short. `slips` counts failures since something was taught.
    `near` and `asking_ms` are only for the turn under way and never saved: where the runner may be instead, 3 s
    either way, and how long the words took that interrupted.
    """

    turn: int = 0
    practice: Practice | None = None
    aside: Practice | None = None
    finished: Practice | None = None
    is_paused: bool = False
    question: Question | None = None
    heard: Heard | None = None
    preferences: Preferences = Preferences()
    met: tuple[tuple[str, int], ...] = ()
    told: frozenset[str] = frozenset()
    last: Finished | None = None
    answer: tuple[Say, ...] = ()
    lost: int = 0
    is_safety_said: bool = False
    short: frozenset[str] = frozenset()
    slips: int = 0
    near: tuple[Spot, ...] = ()
    asking_ms: int = 0

    @property
    def under_way(self) -> Practice:
        """The practice. Raises LookupError where there is none: a coach's mistake, never a runner's."""
        if self.practice is None:
            raise LookupError("no practice is under way")
        return self.practice

    def times_met(self, thing: str) -> int:
        """How often work of this exercise, or this routine, was begun before."""
        return dict(self.met).get(thing, 0)


class Situation(StrEnum):
    """What the runner is in the middle of; every request has an answer in each."""

    NEW = "new"
    IDLE = "idle"
    PRACTISING = "practising"
    PAUSED = "paused"
    FINISHED = "finished"


def situation(state: State) -> Situation:
    """The situation a state stands for."""
    if state.practice is not None:
        return Situation.PAUSED if state.is_paused else Situation.PRACTISING
    if state.finished is not None:
        return Situation.FINISHED
    return Situation.IDLE if state.turn else Situation.NEW
