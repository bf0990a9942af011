"""Doing it another way: what stands in for missing kit, and the easier or harder form. Asked first, then done."""

from skill.coach.cues import Cues, Part, say
from skill.coach.desk import Desk, plan_of
from skill.coach.endings import Ending, kit_used, prompt
from skill.coach.facts import talked_of
from skill.coach.leaving_out import moved_along
from skill.coach.moves import next_exercise, skip
from skill.coach.opening import opened
from skill.coach.playhead import Spot
from skill.coach.position import ease_out
from skill.coach.requests import Name
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, BEGINNING, Asked, Practice, Question, State
from skill.coach.turn import answer, aside, at, moved, speak, standing
from skill.coach.ways import SKIP, Lack, is_said_how, lacking, way_at, way_words, without_kit
from skill.coach.welcome import leave_single
from skill.domain.model import Form
from skill.domain.values import replace


def no_kit(room: Room, state: State, kit: Name) -> Reply:
    """On "I don't have a ball": remembered for this practice, and the first way round it is asked about."""
    on = at(room, state)
    lack = lacking(on, kit.ids[0] if kit.ids else None) if kit.ids or kit.is_empty else None
    if lack is None:
        return answer(room, state, say("needs-none-left"))
    named = kit.ids[0] if kit.ids else kit_used(lack.need, on.practice.missing) or lack.need.kit
    return ask_way(room, missing(state, named), lack, 0)


def missing(state: State, kit: str) -> State:
    """The state of a runner who has said not to have a kit; what waits meanwhile knows of it too."""
    practice, waits = state.under_way, state.aside
    aside_too = replace(waits, missing=waits.missing | {kit}) if waits else None
    return replace(state, practice=replace(practice, missing=practice.missing | {kit}), aside=aside_too)


def ask_way(room: Room, state: State, lack: Lack, index: int) -> Reply:
    """Ask about the way with that index."""
    on = at(room, state)
    question = Question(Asked.SUBSTITUTE, f"{lack.exercise.id} {lack.need.kit}", index)
    return speak(room, state, aside(ease_out(on)), way_asked(on, question))


def way_asked(on: Desk, question: Question) -> Ending:
    """The question whether a way will do."""
    lack = lack_of(on, question)
    way = way_at(on, lack, question.offset)
    return prompt(way_words(on, lack, way), say("way-again"), question=question)


def lack_of(on: Desk, question: Question) -> Lack:
    """What a question about a substitute is about."""
    exercise_id, kit = question.about.split(" ")
    step = next(step for step in on.plan.steps if step.exercise.id == exercise_id)
    return Lack(step.number, step.exercise, next(need for need in step.exercise.kit if need.kit == kit))


def way_taken(room: Room, state: State, question: Question) -> Reply:
    """Yes to a way: it is done."""
    on = at(room, state)
    lack = lack_of(on, question)
    way = way_at(on, lack, question.offset)
    if way.exercise:
        return swapped(room, state, lack.number, way.exercise)
    if way.how == SKIP:
        return left_out(room, state, lack)
    if way.how and is_said_how(room.library, way):
        return going_back(room, in_another_way(state, lack.exercise.id, way.how), ())
    is_new = way.how is not None
    return going_back(room, state, (say("plain", text=way.how or ""),) if is_new else ())


def way_refused(room: Room, state: State, question: Question) -> Reply:
    """No to a way: the next one, until there is none. Kit that is not wanted is not asked for again."""
    on = at(room, state)
    lack = lack_of(on, question)
    way = way_at(on, lack, question.offset)
    if way.kit:
        return ask_way(room, missing(state, way.kit), lack, question.offset)
    if way.how == SKIP:
        return going_back(room, state, ())
    return ask_way(room, state, lack, question.offset + 1)


def not_that_either(room: Room, state: State, question: Question, kit: Name) -> Reply:
    """On "don't have one of them either": the substitute is missing too, and the next way is asked about."""
    on = at(room, state)
    way = way_at(on, lack_of(on, question), question.offset)
    is_this = kit.is_empty or way.kit in kit.ids
    return way_refused(room, state, question) if is_this else no_kit(room, state, kit)


def left_out(room: Room, state: State, lack: Lack) -> Reply:
    """The exercise is skipped, or taken out where it is not its turn yet; on its own there is nothing left of it."""
    if state.under_way.is_single:
        return leave_single(room, state)
    if talked_of(at(room, state)).id == lack.exercise.id:
        return skip(room, state)
    return going_back(room, without(room, state, lack.exercise.id), ())


def without(room: Room, state: State, exercise_id: str) -> State:
    """The state with an exercise that is still to come taken out of the practice."""
    on = at(room, state)
    gone = {step.number for step in on.plan.steps if step.exercise.id == exercise_id and step.number > on.step.number}
    return replace(state, practice=moved_along(on.practice, on.plan, frozenset(gone), on.spot))


def going_back(room: Room, state: State, words: Cues) -> Reply:
    """To where the runner was: the prompt again, which names what to fetch now."""
    return speak(room, state, aside(words), standing(at(room, state)))


def swapped(room: Room, state: State, number: int, exercise_id: str) -> Reply:
    """Another exercise in the place of the one with that number: begun where that is under way, else to come."""
    on = at(room, state)
    fresh = replace(state, practice=replaced(on, number, exercise_id))
    words = without_kit(on, on.room.library.exercises[exercise_id])
    if on.spot.part in BEFORE_ALL and not on.practice.is_single:
        return going_back(room, replace(fresh, is_paused=False), words)
    if number != on.step.number:
        return going_back(room, fresh, words)
    first = at(room, fresh).plan.first_of(number)
    if not first:
        return opened(room, moved(fresh, BEGINNING), words)
    return next_exercise(room, moved(fresh, Spot(first - 1, Part.EXIT)))


def replaced(on: Desk, number: int, exercise_id: str) -> Practice:
    """The practice with another exercise at that number; what was done before it stays done."""
    exercises = list(on.practice.exercises)
    exercises[number - 1] = exercise_id
    first = on.plan.first_of(number)
    fresh = replace(
        on.practice,
        exercises=tuple(exercises),
        left_first=on.practice.left_first - {number},
        turned=on.practice.turned - {number},
        extra=None,
    )
    plan = plan_of(on.room.library, fresh, on.state.preferences)
    last, longer = on.plan.last_of(number), len(plan.steps) - len(on.plan.steps)
    after = {index + longer for index in on.practice.done if index > last}
    fresh = replace(fresh, done=frozenset(index for index in on.practice.done if index < first) | after)
    return fresh if on.spot.step < first else replace(fresh, spot=replace(on.spot, step=plan.first_of(number)))


def other_form(room: Room, state: State, forms: tuple[Form, ...], none: str) -> Reply:
    """The easier or the harder form: said how, or another exercise asked about; `none` is said where there is none."""
    on = at(room, state)
    if not forms:
        return answer(room, state, say(none))
    if forms[0].how:
        return answer(room, in_another_way(state, talked_of(on).id, forms[0].how), say("plain", text=forms[0].how))
    question = Question(Asked.REPLACE, forms[0].exercise or "")
    return speak(room, state, aside(ease_out(on)), form_asked(on, question))


def in_another_way(state: State, exercise_id: str, how: str) -> State:
    """The state with an exercise done by that sentence for the rest of the practice."""
    practice = state.under_way
    instead = {**dict(practice.instead), exercise_id: how}
    return replace(state, practice=replace(practice, instead=tuple(sorted(instead.items()))))


def form_asked(on: Desk, question: Question) -> Ending:
    """The question whether another exercise will do as the other form."""
    words = say("instead", name=on.room.library.exercises[question.about].name)
    return prompt(words, say("way-again"), question=question)


def form_taken(room: Room, state: State, question: Question) -> Reply:
    """Yes to another form."""
    on = at(room, state)
    number = next(step.number for step in on.plan.steps if step.exercise.id == talked_of(on).id)
    return swapped(room, state, number, question.about)
