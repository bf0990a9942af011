"""Replies made: cues and an ending become the next state, the timeline and the reprompt."""

from functools import lru_cache

from msgspec import Struct

from skill.coach.beats import work_ms
from skill.coach.cues import Cue, Cues, Mark, Part, Say, Wait, joined, say
from skill.coach.desk import Desk, desk, plan_of
from skill.coach.editions import edition
from skill.coach.endings import FETCH_MS, Ending, after, after_told, before_first, prompt
from skill.coach.flow import rest_of_turn
from skill.coach.playhead import Spot
from skill.coach.position import coming_out, ease_out, outside
from skill.coach.preferences import Flow
from skill.coach.room import Reply, Room
from skill.coach.state import MID_TURN, Heard, Practice, State
from skill.coach.timeline import Timeline, length_ms, timeline
from skill.coach.timeline_text import line_of
from skill.coach.voice import Voice
from skill.domain.dose import Reps
from skill.domain.values import replace

ASIDE = Mark(0, Part.ASIDE)


class Laid(Struct, frozen=True):
    """Cues laid along time, that as a line of text, and whether any of it belongs to a step."""

    cues: Cues
    timeline: Timeline
    line: str
    is_taught: bool


@lru_cache(maxsize=1_024)
def laid(voice: Voice, first: Cues, then: Cues) -> Laid:
    """Cues one after the other. Remembered, as most turns are the same ones for every runner."""
    cues = joined(first, then)
    heard = timeline(voice, cues)
    return Laid(cues, heard, line_of(heard), any(segment.part is not Part.ASIDE for segment in heard))


def speak(room: Room, state: State, cues: Cues, ending: Ending) -> Reply:
    """The reply: one more turn, its timeline kept with the time it was made at.

    A runner in the middle of a step who is told nothing of it is paused, whatever the words are about.
    """
    made = laid(room.voice, cues, ending.cues)
    is_taught = made.is_taught
    is_left = state.practice is not None and not is_taught and is_in_the_middle(room, state)
    state = brought_out(room, state) if is_left else state
    following = replace(
        state,
        turn=state.turn + 1,
        practice=stamped(room, state, is_taught=is_taught),
        is_paused=state.is_paused or is_left,
        question=ending.question,
        heard=Heard(made.line, room.now_ms) if state.practice else None,
        slips=0 if is_taught else state.slips,
        near=(),
        asking_ms=0,
    )
    reprompt = patient(ending.reprompt) if state.practice and is_by_step(state) else ending.reprompt
    rate_percent = state.preferences.speed.rate_percent
    return Reply(state=following, cues=made.cues, timeline=made.timeline, reprompt=reprompt, rate_percent=rate_percent)


def is_in_the_middle(room: Room, state: State) -> bool:
    """Whether a runner who is told nothing of the step must be waited for."""
    on = at(room, state)
    return on.spot.part in MID_TURN or bool(coming_out(on))


def brought_out(room: Room, state: State) -> State:
    """The state of a runner who was led out of the position."""
    return replace(state, practice=replace(state.under_way, spot=outside(at(room, state))))


def is_by_step(state: State) -> bool:
    """Whether the runner wants one step at a time."""
    return state.preferences.flow is Flow.STEP_BY_STEP


def patient(reprompt: Cues) -> Cues:
    """The reprompt after a longer silence, as each step has to be done first."""
    return (Wait(FETCH_MS), *(cue for cue in reprompt if not isinstance(cue, Wait))) if reprompt else ()


def stamped(room: Room, state: State, *, is_taught: bool) -> Practice | None:
    """The practice with the edition of what it teaches; the time of this turn only where it teaches something."""
    if state.practice is None:
        return None
    practice = state.practice
    plan = plan_of(room.library, practice, state.preferences)
    touched_ms = room.now_ms if is_taught else practice.touched_ms
    return replace(practice, touched_ms=touched_ms, edition=edition(plan, practice.spot))


ARRIVING = frozenset({Part.LEAVING, Part.PLACE})


def moved(state: State, spot: Spot) -> State:
    """The state with its practice at another spot, under way. More of one side is for that side alone."""
    practice = state.under_way
    extra = practice.extra if practice.extra and practice.extra.step == spot.step else None
    is_arriving = practice.is_arriving and spot.step == practice.spot.step and spot.part in ARRIVING
    kept = replace(practice, spot=spot, extra=extra, is_arriving=is_arriving)
    return replace(state, practice=kept, is_paused=False, near=())


class Manner(Struct, frozen=True):
    """How a step is taught: to someone still elsewhere in the house, or with every word of it."""

    is_elsewhere: bool = False
    is_full: bool = False


PLAIN = Manner()
ELSEWHERE = Manner(is_elsewhere=True)
FULL = Manner(is_full=True)


def teach(room: Room, state: State, lead: Cues = (), manner: Manner = PLAIN) -> Reply:
    """The turn from the practice's spot on, after the words of `lead`."""
    if manner.is_elsewhere or state.is_paused:
        is_arriving = state.under_way.is_arriving or manner.is_elsewhere
        state = replace(state, practice=replace(state.under_way, is_arriving=is_arriving), is_paused=False)
    on = at(room, state)
    cues, ending = rest_of_turn(replace(on, is_full=manner.is_full, lead=lead) if manner.is_full or lead else on)
    return speak(room, state, joined(aside(lead), cues) if lead else cues, ending)


def at(room: Room, state: State) -> Desk:
    """The desk of the practice under way."""
    return desk(room, state, state.under_way)


def aside(words: Cues) -> Cues:
    """Words that belong to no step."""
    return (ASIDE, *words) if words else ()


def answer(room: Room, state: State, *words: Say) -> Reply:
    """A side answer: it leads back to where the runner is, and a hold goes on meanwhile."""
    state = replace(state, answer=words)
    on = at(room, state)
    if state.is_paused or on.spot.part not in MID_TURN:
        return speak(room, state, aside(words), standing(on))
    return speak(room, state, *going_on(on, words))


def going_on(on: Desk, words: Cues) -> tuple[Cues, Ending]:
    """The rest of the turn after some words during which the runner has not let go.

    In a hold asking and answering are part of the work; an answer that would outlast it comes after its ending word.
    Reps go on from the next number.
    """
    on = replace(on, lead=words)
    held_ms = held_until_now_ms(on)
    if held_ms is None:
        cues, ending = rest_of_turn(on, is_going_on=True)
        return aside(words) + cues, ending
    spoken_ms = length_ms(on.room.voice, words)
    is_fitting = held_ms + spoken_ms <= work_ms(on.dose)
    spot = replace(on.spot, into_ms=held_ms + (spoken_ms if is_fitting else 0))
    cues, ending = rest_of_turn(on.at(spot), is_going_on=True)
    if is_fitting:
        return (Mark(spot.step, Part.WORK, spot.index, held_ms), *words, *cues), ending
    after_work = 1 + next(n for n, cue in enumerate(cues) if cue in {say("release"), say("stop-moving")})
    return (*cues[:after_work], *words, *cues[after_work:]), ending


def held_until_now_ms(on: Desk) -> int | None:
    """How much of a hold, or of moving without numbers, is over as the answer begins; None where nothing is held."""
    if on.spot.part is not Part.WORK:
        return None
    dose = on.dose
    return None if isinstance(dose, Reps) else min(on.spot.into_ms + on.state.asking_ms, work_ms(dose))


def standing(on: Desk) -> Ending:
    """The prompt of a runner who is not in the middle of a turn."""
    if on.state.is_paused:
        return prompt(say("say-resume"), say("say-resume-again"))
    if on.spot.part is Part.OPENING:
        return before_first(on) or prompt(say("say-ready"), say("say-ready-again"))
    if on.spot.part is Part.TOLD:
        return after_told(on, on.spot.index)
    return after(on, on.spot.step)


def close(room: Room, state: State, *words: Cue) -> Reply:
    """Last words; the session ends."""
    return speak(room, state, words, Ending(()))


def with_news(room: Room, made: Reply, *news: Cue) -> Reply:
    """The reply with a sentence in front, its timeline with it."""
    cues = (*news, *made.cues)
    longer = timeline(room.voice, cues)
    heard = replace(made.state.heard, line=line_of(longer)) if made.state.heard else None
    return replace(made, cues=cues, timeline=longer, state=replace(made.state, heard=heard))


def elicit(room: Room, state: State, slot: str | None, ending: Ending) -> Reply:
    """A question whose answer fills a slot, where Alexa can be told so; out of the position first."""
    ease = ease_out(at(room, state)) if state.practice else ()
    return replace(speak(room, state, aside(ease), ending), elicit=slot)
