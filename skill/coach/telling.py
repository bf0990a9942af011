"""How an exercise is told to a runner: which of its words, from where, and the lesson made of them."""

from msgspec import Struct

from skill.coach.cues import Cues
from skill.coach.desk import Desk
from skill.coach.lesson import Lesson
from skill.coach.preferences import Detail
from skill.coach.tips import tip
from skill.coach.voice import Voice
from skill.domain.library import Library
from skill.domain.model import Exercise, Instruction, Place, Side, Wording
from skill.domain.plan import SAME_SPOT_S, Plan, Step, arrive_s
from skill.domain.values import replace

SHORT_FROM = 1


SHORTER_FROM = 4


SETTLE_S = 8


class Telling(Struct, frozen=True, kw_only=True):
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
