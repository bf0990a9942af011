"""A routine or an exercise from its first word to its last, as if nobody ever spoke."""

import pytest

from skill.coach.cues import Mark, Part, Say
from skill.coach.script import of_exercise, of_routine, step_lengths
from skill.coach.timeline import length_ms
from skill.domain.dose import Mode
from tests.coach.gym import TEN, hold, library_of
from tests.coach.runner import real_library, real_voice, room_at
from tests.values import replace


def keys(cues: tuple[object, ...]) -> list[str]:
    return [cue.key for cue in cues if isinstance(cue, Say)]


@pytest.mark.parametrize("routine_id", real_library().routines)
def test_a_routine_goes_from_its_opening_through_every_step_to_its_closing(routine_id: str) -> None:
    routine = real_library().routines[routine_id]
    cues = of_routine(room_at(), routine)
    assert keys(cues)[0] == "opening"
    assert keys(cues).count("title") == len(routine.entries)
    assert keys(cues)[-2:] == ["closing-sides", "offer-flow"] or keys(cues)[-2:] == ["closing", "offer-flow"]
    assert ("walk" in keys(cues)) is (routine.warm_up is not None)


def test_an_exercise_has_both_its_sides() -> None:
    cues = of_exercise(room_at(), "toe-stretch")
    assert [cue.step for cue in cues if isinstance(cue, Mark) and cue.part is Part.WORK] == [0, 1]


def test_the_longest_a_step_takes_is_that_of_its_longest_mode() -> None:
    long = Mode(id="long", parts=(hold(100),))
    [(exercise_id, seconds)] = step_lengths(library_of(replace(TEN, modes=(*TEN.modes, long))), real_voice())
    assert exercise_id == "ten-press"
    assert 100 < seconds < 150


def test_no_step_is_longer_than_alexa_speaks_at_a_time() -> None:
    assert max(seconds for _, seconds in step_lengths(real_library(), real_voice())) <= 360


def test_a_whole_exercise_is_its_two_steps_long() -> None:
    room = room_at(library=library_of(TEN))
    assert length_ms(real_voice(), of_exercise(room, "ten-press")) > 2 * 10_000
