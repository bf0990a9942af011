"""What a runner asks the library for: exercises by area, complaint or kit, tips, and a plan made to measure."""

from skill.coach.cues import Say, say
from skill.coach.endings import Ending, counted, practice_name, prompt
from skill.coach.ledger import left_first
from skill.coach.opening import SAFETY, digress, length, needed, opened, set_aside, with_safety
from skill.coach.planner import Wishes, closeness, plan, shortest
from skill.coach.position import ease_out
from skill.coach.requests import Advise, ListExercises, Name, PlanRoutine
from skill.coach.room import Reply, Room
from skill.coach.state import AT_ONCE, Asked, Practice, Question, State
from skill.coach.turn import answer, aside, at, speak
from skill.coach.welcome import idle_question
from skill.domain.library import normal
from skill.domain.model import Exercise
from skill.domain.values import replace

USUAL_S = 300
SEPARATOR = ","


def list_exercises(room: Room, state: State, asked: ListExercises) -> Reply:
    """Names of the exercises for what was named, three at a time; all there are where nothing was."""
    unknown = unknown_words(asked)
    if unknown:
        return digress(room, state, (unknown,), idle_question(room, state))
    wanted = Wishes(duration_s=0, areas=asked.area.ids, complaints=asked.complaint.ids, kit=asked.kit.ids)
    suitable = [e for e in room.library.exercises.values() if suits(e, wanted)]
    ids = tuple(e.id for e in sorted(suitable, key=lambda e: closeness(e, wanted)))
    if not ids:
        return digress(room, state, (say("nothing-left"),), idle_question(room, state))
    return exercises_from(
        room, state, Question(Asked.LIST_EXERCISES, SEPARATOR.join(ids)), careful(room, asked.complaint)
    )


def suits(exercise: Exercise, wanted: Wishes) -> bool:
    """Whether an exercise is for everything that was named."""
    kit = {need.kit for need in exercise.kit}
    pairs = ((wanted.areas, {*exercise.areas}), (wanted.complaints, {*exercise.complaints}), (wanted.kit, kit))
    return all(not named or {*named} & has for named, has in pairs)


def exercises_from(room: Room, state: State, question: Question, before: tuple[Say, ...] = ()) -> Reply:
    """Three names of a list, and how to hear the next."""
    ids = [one for one in question.about.split(SEPARATOR) if one]
    some = tuple(room.library.exercises[one].name for one in ids[question.offset : question.offset + AT_ONCE])
    if not some:
        return digress(room, state, (*before, say("list-end")), which_exercise(None))
    later = replace(question, offset=question.offset + AT_ONCE)
    words = say("list-more" if question.offset else "list-exercises", names=some)
    return digress(room, state, (*before, words), which_exercise(later, is_last=later.offset >= len(ids)))


def which_exercise(question: Question | None, *, is_last: bool = True) -> Ending:
    """Which of the exercises just named."""
    return prompt(say("which-exercise" if is_last else "or-more"), say("which-exercise-again"), question=question)


def unknown_words(asked: ListExercises | PlanRoutine) -> Say | None:
    """What is said where something was named that is none of ours: a part of the body, a complaint, a kit."""
    body, kit = unheard(asked.area, asked.complaint), unheard(asked.kit)
    if body:
        return say("not-covered", heard=body.heard)
    return say("unknown-kit", heard=kit.heard) if kit else None


def unheard(*names: Name) -> Name | None:
    """The first name that was said and is none of ours."""
    return next((name for name in names if name.heard and not name.ids), None)


def careful(room: Room, complaint: Name) -> tuple[Say, ...]:
    """What is said before anything is offered for a diagnosis: we cannot treat it."""
    terms = room.library.complaints
    said = normal(complaint.heard)
    diagnoses = [normal(words) for one in complaint.ids if one in terms for words in terms[one].careful]
    is_diagnosis = any(words in said for words in diagnoses)
    return (say("cannot-treat"),) if is_diagnosis else ()


def advise(room: Room, state: State, asked: Advise) -> Reply:
    """A tip on the topic, or any."""
    tips = room.library.tips
    found = [tips[one] for one in asked.topic.ids if one in tips]
    if not found and asked.topic.is_empty and tips:
        found = [tips[room.pick(sorted(tips))]]
    words = say("plain", text=found[0].answer) if found else say("unknown-topic")
    if state.practice is not None:
        return answer(room, state, words)
    return speak(room, state, (words,), idle_question(room, state))


def plan_routine(room: Room, state: State, asked: PlanRoutine) -> Reply:
    """A plan is made and said back with its length before it starts."""
    unknown = unknown_words(asked)
    if unknown:
        return digress(room, state, (unknown,), idle_question(room, state))
    wishes = Wishes(
        duration_s=asked.duration_s or USUAL_S,
        areas=asked.area.ids,
        complaints=asked.complaint.ids,
        kit=asked.kit.ids,
    )
    ids = plan(room, state, wishes)
    before = careful(room, asked.complaint)
    if not ids:
        ids, seconds = shortest(room, state, wishes)
        before = (*before, *((say("too-short"),) if asked.duration_s and seconds > wishes.duration_s else ()))
    return planned(room, state, ids, before)


def planned_for(room: Room, state: State, *, areas: tuple[str, ...] = ()) -> Reply:
    """A plan of the usual length for these areas that needs nothing."""
    return planned(room, state, plan(room, state, Wishes(duration_s=USUAL_S, areas=areas)))


def planned(room: Room, state: State, ids: tuple[str, ...], before: tuple[Say, ...] = ()) -> Reply:
    """The plan as a question; a practice under way waits, out of the position."""
    if not ids:
        return digress(room, state, (*before, say("nothing-left")), idle_question(room, state))
    ease = ease_out(at(room, state)) if state.practice else ()
    return speak(room, state, aside((*ease, *before)), plan_asked(room, state, ids))


def plan_asked(room: Room, state: State, ids: tuple[str, ...]) -> Ending:
    """As in "Four stretches, about five minutes", and whether to start."""
    on = at(room, replace(state, practice=Practice(exercises=ids)))
    words = say("planned", count=counted(on.plan.exercises()), length=length(on))
    return prompt(words, say("planned-again"), question=Question(Asked.PLAN, SEPARATOR.join(ids)))


def start_plan(room: Room, state: State, ids: tuple[str, ...]) -> Reply:
    """Yes to a plan: what it needs, then its first step. Only the ids of its exercises are kept."""
    turned = left_first(state.short, ids)
    practice = Practice(exercises=ids, left_first=turned, turned=turned)
    kept = set_aside(state) if state.practice else None
    begun = replace(state, practice=practice, aside=kept, finished=None, is_paused=False)
    safety, begun = with_safety(begun, is_wanted=SAFETY not in state.told)
    lead = (say("set-aside", routine=practice_name(room.library, kept)),) if kept else ()
    things = needed(room.library, at(room, begun).plan.exercises())
    return opened(room, begun, (*lead, *safety, *((say("opening-kit", things=things),) if things else ())))
