"""Coming in: the first launch, later ones, and the offer to carry on with what was left."""

from skill.coach.cues import Part, Say, say
from skill.coach.desk import Desk
from skill.coach.endings import FETCH_MS, Ending, practice_name, prompt, waiting
from skill.coach.opening import SAFETY, length, with_safety
from skill.coach.pausing import resume
from skill.coach.position import ease_out
from skill.coach.room import Reply, Room
from skill.coach.state import BEFORE_ALL, Asked, Practice, Question, State
from skill.coach.turn import aside, at, close, speak
from skill.domain.model import Routine, WarmUp
from skill.domain.values import replace

HOUR_MS = 60 * 60 * 1000
SOON_MS = 2 * HOUR_MS
OFFERED_MS = 48 * HOUR_MS
FIRST_ROUTINE = "post-run"


def launch(room: Room, state: State) -> Reply:
    """What was left unfinished is offered for two days; else the welcome."""
    left = state.practice or state.aside
    age_ms = room.now_ms - left.touched_ms if left else 0
    if left is None or age_ms > OFFERED_MS:
        return greet(room, replace(state, practice=None, aside=left))
    kept = replace(state, practice=replace(left, is_declined=False), aside=state.aside if state.practice else None)
    is_soon = age_ms < SOON_MS
    again = say("carry-on" if is_soon else "carry-on-or-start")
    question = Question(Asked.CARRY_ON)
    on = at(room, kept)
    words = (*aside(ease_out(on) if state.practice else ()), where_left(on))
    return speak(room, kept, words, prompt(again, say("carry-on-again"), question=question))


def where_left(on: Desk) -> Say:
    """Where the runner was when the last session ended."""
    step, name = on.step, on.step.exercise.name
    if on.spot.part in BEFORE_ALL:
        return say("left-opening", routine=practice_name(on.room.library, on.practice))
    if on.spot.part is Part.PROMPT and step.is_last_side and step.number < on.plan.total:
        following = on.plan.steps[on.spot.step + 1].exercise.name
        if step.number in on.practice.skipped:
            return say("left-before", name=following, number=step.number + 1, total=on.plan.total)
        return say("left-between", name=name, number=step.number, total=on.plan.total, following=following)
    if on.plan.total == 1:
        return say("left-single", name=name)
    if on.spot.part is Part.PROMPT and not step.is_last_side:
        step = on.plan.steps[on.spot.step + 1]
    if step.exercise.sides == "each":
        side = say("side", side=step.side.value)
        return say("left-side", name=name, side=side, number=step.number, total=on.plan.total)
    return say("left-in", name=name, number=step.number, total=on.plan.total)


def greet(room: Room, state: State) -> Reply:
    """The welcome, with a routine that a bare yes starts."""
    routine = offered(room, state)
    question = Question(Asked.OFFER, routine.id)
    again = say("idle-again")
    if state.turn:
        words = say("welcome-back" if state.last else "welcome-again", name=routine.name)
        return speak(room, replace(state, finished=None), (), prompt(words, again, question=question))
    safety, told = with_safety(state, is_wanted=SAFETY not in state.told)
    ending = prompt(
        say("shall-we-routine", name=routine.name, length=length_of(room, state, routine)),
        again,
        question=question,
    )
    return speak(room, told, (say("welcome"), *safety), ending)


def offered(room: Room, state: State) -> Routine:
    """The routine finished last, else the one most runners come for."""
    routines = room.library.routines
    if state.last:
        return routines[state.last.routine]
    return routines.get(FIRST_ROUTINE) or next(iter(routines.values()))


def length_of(room: Room, state: State, routine: Routine) -> Say:
    """How long a routine takes this runner."""
    practice = Practice(exercises=tuple(e.exercise for e in routine.entries), routine=routine.id)
    return length(at(room, replace(state, practice=practice)))


def idle(room: Room, state: State) -> Reply:
    """The question of a runner who is in nothing."""
    return speak(room, state, (), idle_question(room, state))


def leave_single(room: Room, state: State) -> Reply:
    """One exercise is let go before it was done: back to what waits, or to nothing."""
    if state.aside is None or state.aside.is_declined:
        return idle(room, replace(state, practice=None, is_paused=False))
    ending = waiting(at(room, state), state.aside)
    return speak(room, replace(state, practice=None, is_paused=False), (), ending)


def nothing_to(room: Room, state: State) -> Reply:
    """There is no practice to do that with: said kindly, with what there is."""
    ending = prompt(
        say("nothing-yet", name=offered(room, state).name),
        say("idle-again"),
        question=Question(Asked.OFFER, offered(room, state).id),
    )
    return speak(room, state, (), ending)


def idle_question(room: Room, state: State) -> Ending:
    """A routine that a bare yes starts, or whatever is named."""
    routine = offered(room, state)
    return prompt(say("idle", name=routine.name), say("idle-again"), question=Question(Asked.OFFER, routine.id))


def carry_on(room: Room, state: State, *, is_warm: bool = False) -> Reply:
    """Back into the practice under way, or the one set aside. A cool-down left an hour ago begins with a walk."""
    practice = state.practice or state.aside
    if practice is None:
        return idle(room, state)
    kept = replace(state, practice=practice, aside=state.aside if state.practice else None, finished=None)
    if not is_warm and is_cold(room, practice):
        return speak(room, kept, (), walk_again())
    return resume(room, kept)


def walk_again() -> Ending:
    """The walk before a cool-down that was left long ago."""
    question = Question(Asked.WARM_AGAIN)
    return prompt(say("walk-again"), say("say-ready-again"), after_ms=FETCH_MS, question=question)


def is_cold(room: Room, practice: Practice) -> bool:
    """Whether a cool-down is picked up so late that muscles are cold again."""
    routine = room.library.routines.get(practice.routine or "")
    is_cool_down = routine is not None and routine.warm_up is WarmUp.BREATH
    return is_cool_down and room.now_ms - practice.touched_ms > HOUR_MS


def stop(room: Room, state: State) -> Reply:
    """Out, in one short sentence, the place kept."""
    if state.practice is None:
        return close(room, state, say("stop" if state.aside else "bye"))
    on = at(room, state)
    is_working = on.spot.part is Part.WORK and not state.is_paused
    return close(room, replace(state, is_paused=True), say("stop-working" if is_working else "stop"))
