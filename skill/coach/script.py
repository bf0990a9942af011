"""A routine or an exercise from its first word to its last, as if nobody ever spoke: for reading and for measuring."""

from collections.abc import Iterator

from skill.coach.cues import Cues, Mark, Part
from skill.coach.desk import desk
from skill.coach.endings import before_first, closing
from skill.coach.flow import whole
from skill.coach.lesson import Lesson
from skill.coach.opening import opening
from skill.coach.playhead import Spot
from skill.coach.room import Room
from skill.coach.state import Practice, State
from skill.coach.timeline import length_ms
from skill.coach.voice import Voice
from skill.domain.library import Library
from skill.domain.model import Routine
from skill.domain.plan import Selection, arrive_s, lay_out
from skill.domain.values import replace


def of_routine(room: Room, routine: Routine) -> Cues:
    """Opening, every exercise with the way to it, closing; as a newcomer hears it."""
    practice = Practice(exercises=tuple(entry.exercise for entry in routine.entries), routine=routine.id)
    on = desk(room, State(practice=practice), practice)
    last = len(on.plan.steps) - 1
    before = before_first(on)
    walked = before.cues if before else ()
    ended = on.at(Spot(0, Part.PLACE))
    closed = (Mark(last, Part.PROMPT), *closing(ended, 0).cues)
    return (Mark(0, Part.OPENING), *opening(on, routine), *walked, *whole(on), *closed)


def of_exercise(room: Room, exercise_id: str) -> Cues:
    """One exercise, both sides, in its full wording."""
    practice = Practice(exercises=(exercise_id,))
    return whole(desk(room, State(practice=practice), practice))


def step_lengths(library: Library, voice: Voice) -> Iterator[tuple[str, float]]:
    """The longest an exercise takes on one side, in seconds with its full wording, by its id."""
    for exercise, steps in steps_in_full(library, voice):
        yield exercise, max(length_ms(voice, cues) for cues in steps) / 1000


def step_characters(library: Library, voice: Voice) -> Iterator[tuple[str, int]]:
    """The most characters an exercise becomes on one side, by its id."""
    for exercise, steps in steps_in_full(library, voice):
        yield exercise, max(sum(voice.characters(cue) for cue in cues) for cues in steps)


def steps_in_full(library: Library, voice: Voice) -> Iterator[tuple[str, list[Cues]]]:
    """One side of each exercise in its full wording, in each of its modes."""
    for exercise in library.exercises.values():
        step = lay_out(library, Selection(exercises=(exercise.id,))).steps[0]
        modes = [replace(step, mode=mode, doses=mode.parts * mode.sets) for mode in exercise.modes]
        lessons = [
            Lesson(
                voice=voice,
                step=one,
                index=0,
                total=1,
                wording=exercise.wordings.full,
                switch_to=None,
                arrive_s=arrive_s(None, exercise.place),
                is_new_place=True,
            )
            for one in modes
        ]
        yield exercise.id, [one.cues(Spot(0, Part.PLACE)) for one in lessons]
