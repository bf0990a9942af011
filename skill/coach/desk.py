"""A practice laid out for teaching: its plan, its lessons, its lengths. Looked up anew each turn, never saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from skill.coach.cues import Cues, Part
from skill.coach.lesson import Lesson
from skill.coach.playhead import Spot
from skill.coach.preferences import Detail, Preferences
from skill.coach.room import Room
from skill.coach.state import Practice, State
from skill.coach.tips import tip
from skill.coach.voice import Voice
from skill.domain.changes import replace
from skill.domain.dose import Part as Dose
from skill.domain.library import Library
from skill.domain.model import Exercise, Instruction, Place, Side, Wording
from skill.domain.plan import SAME_SPOT_S, Extra, Plan, Selection, Step, arrive_s, lay_out

SHORT_FROM = 1
SHORTER_FROM = 4
SETTLE_S = 8


@dataclass(frozen=True, kw_only=True)  # no slots: see skill.domain.changes
class Desk:
    """The room, the state and a practice of it with its plan.

    `is_elsewhere` when the runner has yet to walk to the place; `is_full` when everything is to be explained. `lead`
    is what is said in the turn before the lesson.
    """

    room: Room
    state: State
    practice: Practice
    plan: Plan
    is_elsewhere: bool = False
    is_full: bool = False
    lead: Cues = ()

    @property
    def spot(self) -> Spot:
        """Where the runner is."""
        return self.practice.spot

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

    def tipped(self) -> "Desk":
        """The same once the tip has been said."""
        return replace(self, practice=replace(self.practice, is_tipped=True))

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
        kept.speed.tempo_percent,
        practice.extra,
    )


@lru_cache(maxsize=1_024)
def laid_out(  # noqa: PLR0913, PLR0917 -- the fields of a selection, as hashing one takes longer than all else here
    library: Library,
    exercises: tuple[str, ...],
    routine: str | None,
    left_first: frozenset[int],
    hold_s: int | None,
    tempo_percent: int,
    extra: Extra | None,
) -> Plan:
    """`lay_out` of a selection, remembered: it is asked several times a turn."""
    chosen = Selection(
        exercises=exercises,
        routine=routine,
        left_first=left_first,
        hold_s=hold_s,
        tempo_percent=tempo_percent,
        extra=extra,
    )
    return lay_out(library, chosen)


class Telling(NamedTuple):
    """All that the words of an exercise in a plan depend on, so that what is made of them is remembered by it.

    `how` is the sentence by which it is done another way; `turned` holds numbers of exercises, as in a practice.
    """

    library: Library
    voice: Voice
    plan: Plan
    level: str
    how: str | None
    is_elsewhere: bool
    ready_percent: int
    turned: frozenset[int]
    tip: Cues


def telling(on: Desk, exercise: Exercise) -> Telling:
    """How an exercise of the plan is told to this runner now."""
    return Telling(
        library=on.room.library,
        voice=on.room.voice,
        plan=on.plan,
        level=level(on, exercise),
        how=dict(on.practice.instead).get(exercise.id),
        is_elsewhere=on.is_elsewhere,
        ready_percent=on.state.preferences.speed.ready_percent,
        turned=on.practice.turned,
        tip=tip(on.state, on.practice),
    )


def lesson(on: Desk, index: int, *, from_place: Place | None = None) -> Lesson:
    """The lesson of a step. `from_place` is where the exercise before it in the same turn was done."""
    return lesson_of(telling(on, on.plan.steps[index].exercise), index, from_place=from_place)


def lesson_of(told: Telling, index: int, *, from_place: Place | None = None) -> Lesson:
    """The lesson of a step of an exercise that is told so."""
    step = told.plan.steps[index]
    words = worded(step.exercise, told.level, told.how)
    return Lesson(
        voice=told.voice,
        step=step,
        index=index,
        total=told.plan.total,
        wording=words,
        switch_to=step.exercise.wordings.short.side(step.side),
        arrive_s=arrive_s(from_place, step.exercise.place) if told.is_elsewhere or from_place else SAME_SPOT_S,
        is_new_place=told.is_elsewhere or words is step.exercise.wordings.full or is_moving(told, step),
        ready_percent=told.ready_percent,
        is_turned=step.is_first_side and step.side is Side.LEFT and step.number in told.turned,
        tip=told.tip,
    )


def tail(on: Desk, index: int) -> Desk:
    """The desk with only the steps from that index on."""
    number = on.plan.steps[index].number
    steps = tuple(replace(step, number=step.number - number + 1) for step in on.plan.steps[index:])
    return replace(on, plan=Plan(on.plan.routine, steps))


def is_moving(told: Telling, step: Step) -> bool:
    """Whether the runner has to be told the place: another one, any standing, or one left to fetch something."""
    before = place_before(told.plan, step)
    kit = told.library.kit
    is_fetched = any(not need.is_optional and not kit[need.kit].is_at_hand for need in step.exercise.kit)
    return is_fetched or before is Place.STANDING or before is not step.exercise.place


def place_before(plan: Plan, step: Step) -> Place | None:
    """Where the exercise before this one is done; None for the first."""
    if step.number == 1:
        return None
    return plan.steps[plan.first_of(step.number - 1)].exercise.place


def level(on: Desk, exercise: Exercise) -> str:
    """Which of its wordings: full at the first meeting, then short, then shorter, unless the runner has chosen."""
    times, detail = on.state.times_met(exercise.id), on.state.preferences.detail
    if on.is_full or detail is Detail.FULL or (times < SHORT_FROM and detail is None):
        return "full"
    return "shorter" if detail is Detail.TIMING or times >= SHORTER_FROM else "short"


def worded(exercise: Exercise, level: str, how: str | None) -> Wording:
    """The words of an exercise, and where the runner does it another way the words of that.

    A form done in the same position comes after the set-up; any other, and a way round missing kit, take its place.
    """
    words: Wording = getattr(exercise.wordings, level)
    if how is None:
        return words
    if how in {form.how for form in (*exercise.easier, *exercise.harder) if not form.is_elsewhere}:
        return replace(words, setup=(*words.setup, Instruction(how)))
    short = exercise.wordings.short
    return Wording(right=short.right, left=short.left, setup=(Instruction(how, SETTLE_S),))


def edition(plan: Plan, spot: Spot) -> str:
    """A fingerprint of the exercise at the spot: number, content, and the number of steps around it."""
    return editions(plan)[spot.step]


@lru_cache(maxsize=1_024)
def editions(plan: Plan) -> tuple[str, ...]:
    """Those of all steps, remembered with the plan."""
    return tuple(f"{step.number}:{fingerprint(step.exercise)}:{len(plan.steps)}" for step in plan.steps)


@lru_cache(maxsize=256)
def fingerprint(exercise: Exercise) -> str:
    """Changes with anything written about an exercise."""
    return f"{crc32(repr(exercise).encode()):08x}"


def mended(on_library: Library, practice: Practice, kept: Preferences) -> tuple[Practice | None, bool]:
    """The practice as it can go on with today's content, and whether that had changed under it.

    Exercises that are gone leave; one that changed is begun again; nothing left is None.
    """
    left = tuple(one for one in practice.exercises if one in on_library.exercises)
    routine = practice.routine if practice.routine in on_library.routines else None
    if not left:
        return None, True
    now = practice if practice.routine == routine else replace(practice, routine=routine)
    plan = plan_of(on_library, replace(now, exercises=left) if left != now.exercises else now, kept)
    is_same = left == practice.exercises and practice.spot.step < len(plan.steps)
    if is_same and practice.edition in {"", edition(plan, practice.spot)}:
        return now, False
    spot = Spot(plan.first_of(number_now(practice, left)), Part.PLACE)
    done = frozenset(range(spot.step))
    numbers = {number: left.index(one) + 1 for number, one in enumerate(practice.exercises, start=1) if one in left}
    kept_of = replace(practice, exercises=left, routine=routine, spot=spot, done=done, extra=None)
    return renumbered(kept_of, numbers), True


def renumbered(practice: Practice, now: Mapping[int, int]) -> Practice:
    """The practice with the numbers of its exercises as they are now; those that are gone are left out."""

    def moved(numbers: frozenset[int]) -> frozenset[int]:
        return frozenset(now[number] for number in numbers if number in now)

    return replace(
        practice,
        skipped=moved(practice.skipped),
        left_first=moved(practice.left_first),
        turned=moved(practice.turned),
    )


def number_now(practice: Practice, left: tuple[str, ...]) -> int:
    """The number, among the exercises left, of the one the runner was in; of the next one where it is gone."""
    head = practice.edition.partition(":")[0]
    number = int(head) if head.isdecimal() else 1
    before = sum(one in left for one in practice.exercises[: number - 1])
    return min(before + 1, len(left))
