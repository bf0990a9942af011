"""A practice laid out for teaching: its plan, its lessons, its lengths. Looked up anew each turn, never saved."""

from functools import lru_cache

from msgspec import Struct

from skill.coach.cues import Cues, Part
from skill.coach.playhead import Spot
from skill.coach.preferences import SPEEDS, Pace, Preferences
from skill.coach.room import Room
from skill.coach.state import Practice, State
from skill.domain.dose import Part as Dose
from skill.domain.library import Library
from skill.domain.plan import Extra, Plan, Selection, Step, lay_out
from skill.domain.values import replace


class Desk(Struct, frozen=True, kw_only=True):
    """The room, the state and a practice of it with its plan and its spot, where the runner is.

    `is_elsewhere` when the runner has yet to walk to the place; `is_full` when everything is to be explained. `lead`
    is what is said in the turn before the lesson.
    """

    room: Room
    state: State
    practice: Practice
    plan: Plan
    spot: Spot
    is_elsewhere: bool = False
    is_full: bool = False
    lead: Cues = ()

    @property
    def step(self) -> Step:
        """The step the runner is in."""
        return self.plan.steps[self.spot.step]

    @property
    def dose(self) -> Dose:
        """The part of the dose at the spot."""
        doses = self.step.doses
        return doses[min(self.spot.index, len(doses) - 1)]

    @property
    def last_index(self) -> int:
        """Index of the last step of the exercise the runner is in."""
        return self.plan.last_of(self.step.number)

    @property
    def is_done(self) -> bool:
        """Whether the work of the exercise is over on every side: its way out is left, or a prompt."""
        return self.step.is_last_side and self.spot.part in {Part.EXIT, Part.PROMPT}

    @property
    def is_over(self) -> bool:
        """Whether the last exercise is done."""
        return self.is_done and self.step.number == self.plan.total

    def tipped(self) -> "Desk":
        """The same once the tip has been said."""
        return replace(self, practice=replace(self.practice, is_tipped=True))

    def at(self, spot: Spot) -> "Desk":
        """The same at another spot."""
        return replace(self, practice=replace(self.practice, spot=spot), spot=spot)

    def elsewhere(self) -> "Desk":
        """The same for a runner who is not yet in place."""
        return replace(self, is_elsewhere=True)


def desk(room: Room, state: State, practice: Practice) -> Desk:
    """The desk of a practice."""
    return Desk(
        room=room,
        state=state,
        practice=practice,
        plan=plan_of(room.library, practice, state.preferences),
        spot=practice.spot,
        is_elsewhere=practice.is_arriving,
    )


def plan_of(library: Library, practice: Practice, kept: Preferences) -> Plan:
    """The practice's steps with today's doses."""
    return laid_out(
        library,
        practice.exercises,
        practice.routine,
        practice.left_first,
        kept.hold_s,
        kept.pace,
        practice.extra,
    )


@lru_cache(maxsize=1_024)
def laid_out(  # noqa: PLR0913, PLR0917 -- the fields of a selection, as hashing one takes longer than all else here
    library: Library,
    exercises: tuple[str, ...],
    routine: str | None,
    left_first: frozenset[int],
    hold_s: int | None,
    pace: Pace,
    extra: Extra | None,
) -> Plan:
    """`lay_out` of a selection, remembered: it is asked several times a turn."""
    chosen = Selection(
        exercises=exercises,
        routine=routine,
        left_first=left_first,
        hold_s=hold_s,
        tempo_percent=SPEEDS[pace].tempo_percent,
        extra=extra,
    )
    return lay_out(library, chosen)


def tail(on: Desk, index: int) -> Desk:
    """The desk with only the steps from that index on."""
    number = on.plan.steps[index].number
    steps = tuple(replace(step, number=step.number - number + 1) for step in on.plan.steps[index:])
    return replace(on, plan=Plan(on.plan.routine, steps))
