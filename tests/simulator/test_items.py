"""Items are cut where the coach marks the parts of a step; a hold is what lies between its two words."""

from skill.coach.cues import Cues, Mark, Part, Read, Wait, say
from skill.domain.plan import Plan, Selection, lay_out
from skill.simulator.items import Item, Kind, items
from tests.coach.gym import PARTS, TEN, library_of
from tests.simulator.test_timed import SecondAWord

PLAN = lay_out(library_of(TEN, PARTS), Selection(exercises=(TEN.id, PARTS.id)))


class Talker(SecondAWord):
    """One who takes a second for every prompt too."""

    def ms(self, cue: object) -> int:
        return super().ms(cue) if isinstance(cue, Read) else 1_000


def heard(*cues: object, plan: Plan = PLAN) -> list[tuple[str, str | None, str | None, int, bool]]:
    found = list(items(Talker(), plan, tuple(cues)))  # type: ignore[arg-type]  # any sequence does
    return [(one.kind, one.exercise, one.side, one.ms, one.exact) for one in found]


def test_the_starting_word_belongs_to_what_precedes_it_and_the_ending_word_to_what_follows() -> None:
    cues = (
        *(Mark(0, Part.SETUP), Read("Lean in."), Wait(4_000), say("hold")),
        *(Mark(0, Part.WORK), Wait(10_000), Mark(0, Part.EXIT), say("release"), Wait(2_000)),
    )
    assert heard(*cues) == [
        ("setup", "ten-press", "right", 2_000, False),
        ("setup", "ten-press", "right", 4_000, True),
        ("setup", "ten-press", "right", 1_000, False),
        ("hold", "ten-press", "right", 10_000, True),
        ("exit", "ten-press", "right", 1_000, False),
        ("exit", "ten-press", "right", 2_000, True),
    ]


def test_a_starting_word_that_begins_a_turn_belongs_to_the_set_up() -> None:
    found = heard(say("hold"), Mark(1, Part.WORK), Wait(10_000))
    assert found[0] == ("setup", "ten-press", "left", 1_000, False)


def test_other_words_before_the_first_mark_are_an_aside() -> None:
    assert heard(Read("Of course.")) == [("aside", None, None, 2_000, False)]
    assert heard(Read("Of course."), Mark(0, Part.PLACE), Read("Stand."))[0][0] == "aside"


def test_sentences_of_a_part_are_one_run_until_a_silence() -> None:
    cues: Cues = (
        Mark(0, Part.PLACE),
        Read("One."),
        Mark(0, Part.PLACE, 1),
        Read("Two."),
        Wait(1),
        Wait(2),
        Read("So."),
    )
    assert [one[3:] for one in heard(*cues)] == [(2_000, False), (3, True), (1_000, False)]


def test_the_next_part_is_an_item_of_its_own() -> None:
    assert [one[0] for one in heard(Mark(0, Part.PLACE), Wait(1), Mark(0, Part.SETUP), Wait(1))] == ["place", "setup"]


def test_work_is_named_by_its_dose() -> None:
    cues = tuple(cue for n in range(3) for cue in (Mark(2, Part.REST, n), Wait(1), Mark(2, Part.WORK, n), Wait(2)))
    assert [one[0] for one in heard(*cues)] == ["rest", "reps", "rest", "hold", "rest", "move"]


def test_what_belongs_to_no_exercise_names_none() -> None:
    for part in (Part.OPENING, Part.PROMPT, Part.ASIDE):
        assert heard(Mark(1, part), Read("Well."))[0][1:3] == (None, None)


def test_one_instruction_on_its_own_is_place_then_set_up_then_prompt() -> None:
    told = Mark(0, Part.TOLD, 1)
    cues = (told, Read("Right full."), Read("Setup full."), Read("A tip."), told, say("say-next"))
    assert [(one[0], one[3]) for one in heard(*cues)] == [("place", 2_000), ("setup", 4_000), ("prompt", 1_000)]


def test_what_takes_no_time_is_no_item() -> None:
    assert heard(Mark(0, Part.PLACE), Read(""), Mark(0, Part.SETUP), Wait(0)) == []


def test_an_item_can_be_put_later() -> None:
    assert Item(Kind.EXIT, None, None, 5, 7, exact=True).later(10) == Item(Kind.EXIT, None, None, 15, 7, exact=True)
