"""How a turn ends: the prompt that names what comes and where, or the closing of a practice."""

from collections.abc import Collection
from functools import lru_cache

from msgspec import Struct

from skill.coach.cues import Cues, Mark, Part, Read, Say, Wait, say
from skill.coach.desk import Desk, plan_of
from skill.coach.preferences import Flow
from skill.coach.state import Asked, Practice, Question
from skill.domain.library import Library
from skill.domain.model import Exercise, Kind, KitNeed, Sides
from skill.domain.once import Once
from skill.domain.plan import Plan, Step

REPROMPT_MS = 4_000
FETCH_MS = 20_000
WHOLE = frozenset({"closing", "closing-sides"})
"""What is said of a routine of which nothing is missing."""


class Ending(Struct, frozen=True):
    """The last words of a reply, its reprompt, and the question they leave open. No reprompt ends the session."""

    cues: Cues
    reprompt: Cues = ()
    question: Question | None = None


class Fetching(Struct, frozen=True):
    """All that it depends on what a runner has to fetch for the exercises of a plan."""

    library: Library
    plan: Plan
    missing: frozenset[str]
    instead: tuple[tuple[str, str], ...]


def fetching(on: Desk) -> Fetching:
    """That of a practice."""
    return Fetching(on.room.library, on.plan, on.practice.missing, on.practice.instead)


def prompt(words: Say | Read, again: Say, *, after_ms: int = REPROMPT_MS, question: Question | None = None) -> Ending:
    """Words that open the microphone, said otherwise after a silence."""
    return Ending((words,), (Wait(after_ms), again), question)


def after(on: Desk, index: int) -> Ending:
    """What follows the step with that index, where the turn ends with it."""
    step = on.plan.steps[index]
    if step.is_last_side and step.number == on.plan.total:
        return at_prompt(index, closing(on, on.spot.step))
    return between(fetching(on), index)


@lru_cache(maxsize=1_024)
def between(need: Fetching, index: int) -> Ending:
    """What follows a step that is not the last. Remembered, as most turns are the same ones for every runner."""
    following = need.plan.steps[index + 1]
    is_side = not need.plan.steps[index].is_last_side
    return at_prompt(index, before_side(following) if is_side else named(need, following))


def at_prompt(index: int, ending: Ending) -> Ending:
    """The same as the end of the step with that index."""
    return Ending(Once((Mark(index, Part.PROMPT), *ending.cues)), ending.reprompt, ending.question)


def after_told(on: Desk, number: int) -> Ending:
    """What follows one instruction on its own."""
    ending = prompt(say("say-next"), say("say-next-again"), after_ms=FETCH_MS)
    return Ending((Mark(on.spot.step, Part.TOLD, number), *ending.cues), ending.reprompt)


def before_first(on: Desk) -> Ending | None:
    """What the runner does before the first step, and says when: the walk of the routine, or fetching equipment."""
    routine = on.room.library.routines.get(on.practice.routine or "")
    if routine and routine.warm_up:
        warm_up = say("walk", warm_up=routine.warm_up.value)
        return prompt(warm_up, say("say-ready-again"), after_ms=FETCH_MS)
    kit = fetched(on, on.plan.steps[0].exercise)
    if not kit:
        return None
    name = on.plan.steps[0].exercise.name
    words = say("fetch-first", kit=kit) if routine else say("fetch", name=name, kit=kit)
    return prompt(words, say("fetch-again", kit=kit), after_ms=FETCH_MS)


def before_side(step: Step) -> Ending:
    """The other side is next, in a turn of its own."""
    side = say("side", side=step.side.value)
    return prompt(say("next-side", side=side), say("next-side-again", side=side))


def before_next(on: Desk, step: Step) -> Ending:
    """The next exercise: named, with its place where that is new and its kit where that must be fetched."""
    return named(fetching(on), step)


def named(need: Fetching, step: Step) -> Ending:
    """The same for a practice with such needs."""
    exercise = step.exercise
    if step.ask_first:
        return prompt(Read(step.ask_first), say("optional-again"), question=Question(Asked.OPTIONAL))
    again = say("next-again", name=exercise.name)
    kit = lacking(need, step.number)
    place = say("place", place=exercise.place.value)
    if kit:
        return prompt(say("next-fetch", name=exercise.name, place=place, kit=kit), again, after_ms=FETCH_MS)
    before = need.plan.steps[need.plan.first_of(step.number - 1)].exercise
    if before.place is exercise.place:
        return prompt(say("next-here", name=exercise.name), again)
    return prompt(say("next-there", name=exercise.name, place=place), again)


def to_fetch(on: Desk, step: Step) -> tuple[str, ...]:
    """Names of kit this exercise needs that no earlier one did."""
    return lacking(fetching(on), step.number)


@lru_cache(maxsize=1_024)
def lacking(need: Fetching, number: int) -> tuple[str, ...]:
    """The same of the exercise with that number, for a practice with such needs. Remembered with them."""
    first = need.plan.first_of(number)
    earlier = {one.kit for step in need.plan.steps[:first] for one in step.exercise.kit}
    return kit_of(need, need.plan.steps[first].exercise, without=earlier - need.missing)


def fetched(on: Desk, exercise: Exercise) -> tuple[str, ...]:
    """Names of the equipment to fetch for an exercise."""
    return kit_of(fetching(on), exercise)


def kit_of(need: Fetching, exercise: Exercise, without: Collection[str] = ()) -> tuple[str, ...]:
    """Names of the equipment for an exercise: of a substitute where the runner has said to lack it."""
    kit = need.library.kit
    if exercise.id in dict(need.instead):
        return ()
    needs = [one for one in exercise.kit if not one.is_optional and one.kit not in without]
    used = [kit_used(one, need.missing) for one in needs]
    return tuple(kit[one].name for one in dict.fromkeys(used) if one and not kit[one].is_at_hand)


def kit_used(need: KitNeed, missing: Collection[str]) -> str | None:
    """The kit itself, or the first substitute that is not missing too."""
    ways = [need.kit, *(way.kit for way in need.substitutes if way.kit)]
    return next((kit for kit in ways if kit not in missing), None)


def kit_names(library: Library, exercises: tuple[Exercise, ...], without: Collection[str] = ()) -> tuple[str, ...]:
    """Spoken names of the equipment of these exercises, each once, in order; places at hand are not equipment."""
    needed = dict.fromkeys(need.kit for exercise in exercises for need in exercise.kit if not need.is_optional)
    return tuple(library.kit[kit].name for kit in needed if kit not in without and not library.kit[kit].is_at_hand)


def closing(on: Desk, first: int) -> Ending:
    """The end of the plan: back to what was set aside, a word after a single exercise, or the closing fact."""
    aside = on.state.aside
    if aside is not None and not aside.is_declined:
        offer = waiting(on, aside)
        fact = () if on.practice.is_single else (closing_fact(on, first),)
        return Ending((*fact, *offer.cues), offer.reprompt, offer.question)
    if on.practice.is_single:
        return after_single(on, on.plan.steps[-1].exercise)
    last = closing_fact(on, first)
    return with_offer(last) if last.key in WHOLE and is_flow_offered(on) else Ending((last,))


def is_flow_offered(on: Desk) -> bool:
    """Whether this is the first routine ever finished, by a runner who is still waited for."""
    is_first = on.practice.routine is not None and on.state.last is None
    return is_first and on.state.preferences.flow is Flow.WAIT_FOR_ME


def with_offer(fact: Say) -> Ending:
    """The one question after a closing: shall it go by itself next time?"""
    offer = flow_offer()
    return Ending((fact, *offer.cues), offer.reprompt, offer.question)


def flow_offer() -> Ending:
    """Shall exercises follow each other by themselves from now on?"""
    return prompt(say("offer-flow"), say("offer-flow-again"), question=Question(Asked.KEEP_GOING))


def waiting(on: Desk, aside: Practice) -> Ending:
    """A practice set aside is offered again."""
    question = Question(Asked.CARRY_ON)
    where = next_exercise(on, aside)
    words = say("waiting", routine=practice_name(on.room.library, aside), name=where.name)
    return prompt(words, say("waiting-again"), question=question)


def next_exercise(on: Desk, practice: Practice) -> Exercise:
    """The exercise a practice would go on with."""
    plan = plan_of(on.room.library, practice, on.state.preferences)
    step = plan.steps[practice.spot.step]
    is_past = practice.spot.part is Part.PROMPT and step.number < plan.total
    return plan.steps[practice.spot.step + 1].exercise if is_past else step.exercise


def practice_name(library: Library, practice: Practice) -> str | Say:
    """The routine's spoken name, that of the one exercise, or a plain word where there is neither."""
    if practice.is_single:
        return library.exercises[practice.exercises[0]].name
    return library.routines[practice.routine].name if practice.routine else say("practice")


def after_single(on: Desk, exercise: Exercise) -> Ending:
    """One exercise on its own: the fact, and a variation or another one offered."""
    done = say("single-done", name=exercise.name)
    if exercise.variations:
        other = on.room.library.exercises[exercise.variations[0]]
        offer = prompt(
            say("offer-variation", name=other.name),
            say("offer-variation-again", name=other.name),
            question=Question(Asked.COACH, other.id),
        )
    else:
        offer = prompt(say("name-another"), say("name-another-again"))
    return Ending((done, *offer.cues), offer.reprompt, offer.question)


def closing_fact(on: Desk, first: int) -> Say:
    """One fact, no question: how many exercises, and a side that was missed. This turn's work counts as done."""
    done = on.practice.done | set(range(max(first, on.spot.step), len(on.plan.steps)))
    worked = {on.plan.steps[index].number for index in done if index < len(on.plan.steps)} - on.practice.skipped
    missed = next((s for i, s in enumerate(on.plan.steps) if s.number in worked and i not in done), None)
    exercises = tuple(e for n, e in enumerate(on.plan.exercises(), start=1) if n in worked)
    if missed:
        side = say("side", side=missed.side.value)
        return say("closing-missed", count=counted(exercises), side=side, name=missed.exercise.name)
    if not exercises:
        return say("closing-none")
    if len(exercises) < on.plan.total:
        return say("closing-some", count=len(exercises), total=on.plan.total)
    is_two_sided = any(exercise.sides is Sides.EACH for exercise in exercises)
    return say("closing-sides" if is_two_sided else "closing", count=counted(exercises))


def counted(exercises: tuple[Exercise, ...]) -> Say:
    """As in "Four stretches", or exercises where some are no stretches."""
    are_stretches = all(exercise.kind in {Kind.STATIC, Kind.RELEASE} for exercise in exercises)
    return say("stretches" if are_stretches else "exercises", count=len(exercises))
