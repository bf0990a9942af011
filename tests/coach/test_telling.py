"""Wordings by meetings, and the places between two steps."""

import pytest

from skill.coach.cues import Part, Read, Wait
from skill.coach.desk import desk
from skill.coach.playhead import Spot
from skill.coach.preferences import Detail, Preferences
from skill.coach.requests import Next, Ready
from skill.coach.state import Practice, State
from skill.coach.telling import lesson, level, worded
from skill.domain.model import Form
from tests.coach.gym import BALL, FLOOR, PARTS, TEN, WORDINGS, exercise, library_of
from tests.coach.runner import Runner, how_to, room_at, routine
from tests.values import replace

PRACTICE = Practice(exercises=("ten-press", "mixed-bag", "floor-fold"), routine="rounds")
LIBRARY = library_of(TEN, PARTS, FLOOR)


@pytest.mark.parametrize(
    ("times", "detail", "words"),
    [
        (0, None, WORDINGS.full),
        (1, None, WORDINGS.short),
        (3, None, WORDINGS.short),
        (4, None, WORDINGS.shorter),
        (40, None, WORDINGS.shorter),
        (40, Detail.FULL, WORDINGS.full),
        (0, Detail.TIMING, WORDINGS.shorter),
    ],
)
def test_words_get_fewer_from_the_second_and_the_fifth_meeting_unless_set(
    times: int, detail: Detail | None, words: object
) -> None:
    state = State(practice=PRACTICE, met=(("ten-press", times),), preferences=Preferences(detail=detail))
    assert worded(TEN, level(desk(room_at(library=LIBRARY), state, PRACTICE), TEN), None) is words


def test_everything_is_explained_to_whoever_asks_for_it() -> None:
    on = desk(room_at(library=LIBRARY), State(practice=PRACTICE, met=(("ten-press", 9),)), PRACTICE)
    assert level(replace(on, is_full=True), TEN) == "full"


def test_meetings_are_counted_when_the_work_starts() -> None:
    runner = Runner(library=library_of(TEN)).says(how_to("ten-press"))
    assert runner.during(Part.SETUP, 1).found.times_met("ten-press") == 0
    assert runner.during(Part.WORK, 0.1).found.times_met("ten-press") == 1
    assert runner.hears_out().found.times_met("ten-press") == 1


def test_the_fifth_meeting_is_heard_in_the_fewest_words() -> None:
    runner = Runner(library=library_of(TEN)).says(how_to("ten-press"))
    firsts = [runner.cues, *(runner.answers(how_to("ten-press")).cues for _ in range(4))]
    spoken = [next(word for word in ("full", "short", "shorter") if Read(f"Right {word}.") in cues) for cues in firsts]
    assert spoken == ["full", "short", "short", "short", "shorter"]


def test_the_tip_about_interrupting_is_given_before_the_first_hold_ever_and_once() -> None:
    runner = Runner().says(routine("post-run")).answers(Ready())
    assert runner.keys.index("tip-barge-in") == runner.keys.index("hold") - 1
    assert "tip-barge-in" not in runner.answers(Next()).keys


def test_the_tip_is_given_later_where_it_was_not_heard() -> None:
    runner = Runner().says(routine("post-run")).answers(Ready()).during(Part.SETUP, 0.5).says(Next())
    assert "tip-barge-in" in runner.keys


class TestPlaces:
    @staticmethod
    def first_line(index: int, *, is_elsewhere: bool = False) -> object:
        practice = replace(PRACTICE, exercises=("ten-press", "other-press", "floor-fold"))
        library = library_of(TEN, exercise("other-press"), FLOOR)
        on = replace(desk(room_at(library=library), State(practice=practice), practice), is_elsewhere=is_elsewhere)
        return lesson(on, index).cues(Spot(index, Part.PLACE))[3:5]

    def test_are_named_for_the_first_exercise(self) -> None:
        assert self.first_line(0) == (Read("Place full."), Wait(4000))

    def test_are_named_after_equipment_was_fetched(self) -> None:
        seated = replace(TEN, place=BALL.place)
        runner = Runner(library=library_of(seated, BALL)).says(routine("rounds"))
        assert runner.prompt == "next-fetch"
        assert Read("Place full.") in runner.answers(Next()).cues

    def test_are_named_at_a_first_meeting_also_where_the_one_before_was_done_there(self) -> None:
        assert self.first_line(2) == (Read("Place full."), Wait(4000))

    def test_are_named_where_they_change(self) -> None:
        assert self.first_line(4) == (Read("Place full."), Wait(4000))

    def test_take_their_way_from_elsewhere(self) -> None:
        assert self.first_line(4, is_elsewhere=True) == (Read("Place full."), Wait(12_000))

    def test_are_named_at_a_first_meeting_even_where_the_kind_of_place_is_the_same(self) -> None:
        runner = Runner().says(routine("pre-run")).answers(Ready()).answers(Next()).answers(Next())
        assert Read("Stand tall with clear floor ahead of you, and look where you go.") in runner.cues


class TestAnotherForm:
    HOWS = (Form(how="Bend less."), Form(how="Sit for it.", is_elsewhere=True))

    def setup_with(self, how: str) -> list[str]:
        eased = replace(TEN, easier=self.HOWS)
        practice = replace(PRACTICE, exercises=(eased.id,), instead=((eased.id, how),))
        library = library_of(eased)
        on = desk(room_at(library=library), State(practice=practice), practice)
        return [each.text for each in lesson(on, 0).wording.setup]

    def test_in_the_same_position_comes_after_the_setup(self) -> None:
        assert self.setup_with("Bend less.") == ["Setup full.", "Lean full.", "Bend less."]

    def test_elsewhere_takes_its_place(self) -> None:
        assert self.setup_with("Sit for it.") == ["Sit for it."]

    def test_without_kit_takes_its_place(self) -> None:
        assert self.setup_with("Use a sock.") == ["Use a sock."]
