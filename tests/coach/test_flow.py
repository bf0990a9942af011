"""What one turn packs in "wait for me": one exercise, both its sides, whatever it takes."""

import pytest

from skill.coach.cues import Mark, Part, Wait, say
from skill.coach.desk import desk
from skill.coach.flow import SPEECH_CHARACTERS, length_s, whole
from skill.coach.requests import Next, Ready, Repeat, Stop
from skill.coach.state import Practice, State
from skill.coach.timeline import length_ms
from skill.domain.model import Exercise
from skill.speech import ssml
from tests.coach.gym import FLOOR, HUGE, TEN, library_of
from tests.coach.runner import Runner, how_to, real_library, real_phrases, real_voice, room_at, routine
from tests.values import replace


def works(runner: Runner) -> list[int]:
    return [cue.step for cue in runner.cues if isinstance(cue, Mark) and cue.part is Part.WORK]


def test_a_turn_holds_one_exercise_with_both_its_sides() -> None:
    runner = Runner().says(routine("post-run")).answers(Ready())
    assert works(runner) == [0, 1]


def test_a_turn_that_would_be_too_long_is_cut_between_the_sides() -> None:
    runner = Runner(library=library_of(HUGE, TEN)).says(routine("rounds"))
    assert works(runner) == [0]
    assert runner.prompt == "next-side"
    assert works(runner.answers(Next())) == [1]
    assert runner.prompt == "next-here"


def test_after_a_cut_the_side_is_gone_on_with() -> None:
    runner = Runner(library=library_of(HUGE, TEN)).says(routine("rounds")).answers(Next())
    assert runner.cues[0] == Mark(1, Part.PLACE)
    assert runner.answers(Next()).taught == ["ten press"]


def test_a_side_that_is_left_at_a_cut_is_told_in_the_closing() -> None:
    runner = Runner(library=library_of(HUGE)).says(routine("rounds")).hears_out()
    assert runner.practice.done == {0}
    assert runner.says(Stop()).keys == ["stop"]


def test_going_on_in_the_middle_the_rest_of_a_long_exercise_fits_the_turn() -> None:
    runner = Runner(library=library_of(HUGE)).says(how_to("huge-raise")).during(Part.WORK, 230)
    assert works(runner.says(Ready())) == [0, 1]


@pytest.mark.parametrize("exercise_id", real_library().exercises)
def test_every_exercise_there_is_fits_the_speech(exercise_id: str) -> None:
    runner = Runner().says(how_to(exercise_id))
    if runner.prompt == "fetch":
        runner.answers(Ready())
    assert len(ssml.render(runner.cues, real_phrases().text)) <= SPEECH_CHARACTERS
    runner.during(Part.WORK, 1).says(Repeat())
    assert len(ssml.render(runner.cues, real_phrases().text)) <= SPEECH_CHARACTERS


def laid_out(*exercises: Exercise) -> tuple[float, tuple[object, ...]]:
    library = library_of(*exercises)
    practice = Practice(exercises=tuple(library.exercises), routine="rounds")
    on = desk(room_at(library=library), State(practice=practice), practice)
    return length_s(on), whole(on)


def test_the_whole_of_a_plan_has_every_side_and_every_way() -> None:
    seconds, cues = laid_out(TEN, FLOOR, replace(TEN, id="back-again"))
    assert [cue.step for cue in cues if isinstance(cue, Mark) and cue.part is Part.WORK] == [0, 1, 2, 3, 4]
    ways = [cues[n + 2] for n, cue in enumerate(cues) if isinstance(cue, Mark) and (cue.part, cue.index) == ("p", 1)]
    assert ways == [Wait(8_000), Wait(12_000), Wait(15_000)]
    assert cues.count(say("change", limb="leg")) == 2
    assert seconds == length_ms(real_voice(), cues) / 1000  # type: ignore[arg-type]  # cues, whatever the fixture is
