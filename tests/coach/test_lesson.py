"""A step into cues, from any spot in it."""

import pytest

from skill.coach.beats import work_ms
from skill.coach.cues import Count, Cue, Cues, Mark, Part, Read, Say, Wait, say
from skill.coach.lesson import Lesson, aligned
from skill.coach.playhead import Spot
from skill.coach.timeline import Segment, timeline
from skill.domain.dose import Part as Dose
from skill.domain.model import Exercise, Instruction, Limb, Place, Side
from skill.domain.plan import Selection, lay_out
from tests.coach.gym import (
    FLOOR,
    LONG,
    PARTS,
    SETS,
    TEN,
    WORDINGS,
    exercise,
    hold,
    library_of,
    movement,
    reps,
    together,
)
from tests.coach.runner import real_voice
from tests.values import replace

START = Spot(0, Part.PLACE)


def lesson_of(one: Exercise, index: int = 0) -> Lesson:
    """The lesson of a step of this exercise on its own, in full words, for someone who is there."""
    plan = lay_out(library_of(one), Selection(exercises=(one.id,)))
    step = plan.steps[index]
    return Lesson(
        voice=real_voice(),
        step=step,
        index=index,
        total=plan.total,
        wording=one.wordings.full,
        switch_to=one.wordings.short.side(step.side),
        arrive_s=4,
        is_new_place=True,
    )


def until_work(cues: Cues) -> Cues:
    marks = [n for n, cue in enumerate(cues) if isinstance(cue, Mark) and cue.part is Part.WORK]
    return cues[: marks[0]]


def segments(cues: Cues, part: Part) -> list[Segment]:
    return [segment for segment in timeline(real_voice(), cues) if segment.part is part]


def spoken(cues: Cues) -> list[Cue]:
    return [cue for cue in cues if isinstance(cue, Say | Read)]


def test_a_step_goes_from_its_title_to_the_place_the_side_the_setup_and_the_work() -> None:
    lesson = replace(lesson_of(TEN), total=4)
    assert until_work(lesson.cues(START)) == (
        Mark(0, Part.PLACE),
        say("title", number=1, total=4, name="ten press"),
        Mark(0, Part.PLACE, 1),
        Read("Place full."),
        Wait(4000),
        Mark(0, Part.PLACE, 2),
        Read("Right full."),
        Wait(4000),
        Mark(0, Part.SETUP, 0),
        Read("Setup full."),
        Wait(4000),
        Mark(0, Part.SETUP, 1),
        Read("Lean full."),
        Wait(2000),
        say("hold"),
    )


def test_work_goes_from_its_starting_word_to_its_ending_word() -> None:
    cues = lesson_of(TEN).cues(START)
    begun, ended = cues.index(say("hold")), cues.index(say("release"))
    assert cues[begun + 1] == Mark(0, Part.WORK)
    assert cues[ended - 3 : ended] == (Count(1), Wait(236), Mark(0, Part.EXIT))
    assert segments(cues, Part.WORK) == [Segment(0, Part.WORK, 0, 0, 10_000)]


def test_an_exercise_alone_has_no_number() -> None:
    assert say("title-alone", name="ten press") in lesson_of(TEN).cues(START)


def test_where_the_place_is_not_new_one_is_not_sent_there() -> None:
    cues = replace(lesson_of(TEN), is_new_place=False).cues(START)
    assert Read("Place full.") not in cues
    assert cues[3] == Read("Right full.")


def test_the_first_sentence_leaves_the_time_to_walk_there() -> None:
    cues = replace(lesson_of(TEN), arrive_s=12).cues(START)
    assert cues[cues.index(Read("Place full.")) + 1] == Wait(12_000)
    assert cues[cues.index(Read("Right full.")) + 1] == Wait(4000)


def test_without_place_and_side_the_walk_is_in_the_first_of_the_setup() -> None:
    bare = replace(WORDINGS.full, place=(), right=None)
    cues = replace(lesson_of(TEN), wording=bare, arrive_s=12).cues(START)
    assert cues[cues.index(Read("Setup full.")) + 1] == Wait(12_000)
    assert cues[cues.index(Read("Lean full.")) + 1] == Wait(2000)


def test_a_sentence_with_a_longer_wait_of_its_own_keeps_it() -> None:
    patient = replace(WORDINGS.full, place=(Instruction("Come down.", 20),))
    cues = replace(lesson_of(TEN), wording=patient, arrive_s=12).cues(START)
    assert cues[cues.index(Read("Come down.")) + 1] == Wait(20_000)


def test_on_a_step_every_sentence_has_eight_seconds() -> None:
    cues = lesson_of(replace(TEN, place=Place.STEP)).cues(START)
    assert cues[cues.index(Read("Setup full.")) + 1] == Wait(8000)


def test_cautions_are_read_after_the_title_at_the_first_meeting_only() -> None:
    careful = replace(TEN, cautions=("Mind the step.", "Shoes on."))
    first = lesson_of(careful)
    assert spoken(first.cues(START))[1:3] == [Read("Mind the step."), Read("Shoes on.")]
    assert Read("Mind the step.") not in replace(first, wording=careful.wordings.short).cues(START)


def test_a_tip_is_the_last_thing_before_the_work() -> None:
    cues = until_work(replace(lesson_of(TEN), tip=(say("tip-barge-in"),)).cues(START))
    assert cues[-3:] == (Mark(0, Part.SETUP, 2), say("tip-barge-in"), say("hold"))


@pytest.mark.parametrize(
    ("at", "first"),
    [
        (Spot(0, Part.PLACE, 1, 3000), Read("Place full.")),
        (Spot(0, Part.PLACE, 2), Read("Right full.")),
        (Spot(0, Part.SETUP, 1, 900), Read("Lean full.")),
        (Spot(0, Part.SETUP, 7), say("title-alone", name="ten press")),
    ],
)
def test_settling_goes_on_with_the_sentence_the_runner_was_at(at: Spot, first: Cue) -> None:
    cues = lesson_of(TEN).cues(at)
    assert spoken(cues)[0] == first
    assert spoken(cues)[-1] == say("release")


def test_changing_sides_is_a_cue_the_side_and_its_time() -> None:
    other = lesson_of(replace(TEN, limb=Limb.FOOT, switch_s=9), 1)
    assert until_work(other.cues(Spot(1, Part.SWITCH))) == (
        Mark(1, Part.SWITCH),
        say("change", limb="foot"),
        Read("Left short."),
        Wait(9000),
        say("hold"),
    )


def test_a_side_without_a_sentence_is_only_changed_to() -> None:
    other = replace(lesson_of(TEN, 1), switch_to=None)
    assert other.cues(Spot(1, Part.SWITCH))[1:3] == (say("change", limb="leg"), Wait(6000))


def test_the_second_side_has_a_full_window_of_its_own() -> None:
    cues = lesson_of(TEN, 1).cues(Spot(1, Part.SWITCH))
    assert segments(cues, Part.WORK) == [Segment(1, Part.WORK, 0, 0, 10_000)]


def test_only_the_last_side_comes_out_of_the_position() -> None:
    leaving = replace(TEN, exit="Step down.", exit_s=5)
    assert lesson_of(leaving, 0).cues(START)[-2:] == (Mark(0, Part.EXIT), say("release"))
    ending = lesson_of(leaving, 1).cues(Spot(1, Part.SWITCH))[-4:]
    assert ending == (Mark(1, Part.EXIT), say("release"), Read("Step down."), Wait(5000))


def test_where_standing_still_is_rest_a_breath_follows_the_last_side() -> None:
    assert lesson_of(TEN, 1).cues(Spot(1, Part.SWITCH))[-2:] == (say("release"), Wait(2000))


def test_coming_out_again_says_no_ending_word() -> None:
    assert lesson_of(FLOOR).cues(Spot(0, Part.EXIT)) == (Mark(0, Part.EXIT), Read("Knees down."), Wait(9000))


def test_the_parts_of_a_dose_follow_each_other_with_their_leads() -> None:
    cues = lesson_of(PARTS).cues(START)
    begun = cues.index(Mark(0, Part.REST, 0))
    assert cues[begun : begun + 5] == (
        Mark(0, Part.REST, 0),
        Read("Four to begin with."),
        Wait(2000),
        say("begin"),
        Mark(0, Part.WORK, 0),
    )
    between = cues.index(Mark(0, Part.REST, 1))
    assert cues[between : between + 7] == (
        Mark(0, Part.REST, 1),
        say("stop-moving"),
        Wait(2000),
        Read("Now stay."),
        Wait(2000),
        say("hold"),
        Mark(0, Part.WORK, 1),
    )
    last = cues.index(Mark(0, Part.REST, 2))
    assert cues[last + 1 : last + 6] == (say("release"), Wait(2000), Read("Now write."), Wait(2000), say("go"))
    assert [segment.ms for segment in segments(cues, Part.WORK)] == [8_000, 12_000, 20_000]


def test_a_lead_has_the_seconds_that_it_asks_for() -> None:
    calm = replace(hold(12, lead="Now fold."), lead_wait_s=6)
    cues = lesson_of(exercise("fold", calm)).cues(START)
    begun = cues.index(Mark(0, Part.REST, 0))
    assert cues[begun + 1 : begun + 4] == (Read("Now fold."), Wait(6000), say("hold"))


def test_sets_have_rests_between_them() -> None:
    cues = lesson_of(SETS).cues(START)
    between = cues.index(Mark(0, Part.REST, 1))
    expected = (Mark(0, Part.REST, 1), say("release"), say("rest", seconds=15), Wait(15_000), say("hold"))
    assert cues[between : between + 5] == expected
    assert [segment.ms for segment in segments(cues, Part.WORK)] == [20_000] * 3


def test_no_rest_is_silent_for_more_than_fifteen_seconds() -> None:
    cues = lesson_of(replace(SETS, modes=(replace(SETS.modes[0], rest_s=40),))).cues(START)
    assert max(cue.ms for cue in cues if isinstance(cue, Wait)) <= 15_000


def test_work_goes_on_within_the_part_of_the_dose_the_runner_was_in() -> None:
    cues = lesson_of(PARTS).cues(Spot(0, Part.WORK, 1, 4_500))
    assert cues[:2] == (say("hold"), Mark(0, Part.WORK, 1, 4_500))
    work = segments(cues, Part.WORK)
    assert [(segment.index, segment.from_ms, segment.ms) for segment in work] == [(1, 4_500, 7_500), (2, 0, 20_000)]


def test_work_that_was_never_let_go_has_no_starting_word_of_its_own() -> None:
    cues = lesson_of(PARTS).cues(Spot(0, Part.WORK, 1, 4_500), is_going_on=True)
    assert cues[0] == Mark(0, Part.WORK, 1, 4_500)
    assert say("hold") not in cues
    assert say("go") in cues


def test_a_rest_is_taken_again_from_its_lead_without_another_ending() -> None:
    cues = lesson_of(PARTS).cues(Spot(0, Part.REST, 1, 1_000))
    assert cues[:6] == (
        Mark(0, Part.REST, 1),
        Wait(2000),
        Read("Now stay."),
        Wait(2000),
        say("hold"),
        Mark(0, Part.WORK, 1),
    )


def test_after_a_rest_the_next_part_begins_with_its_word_whoever_asked_meanwhile() -> None:
    assert say("hold") in lesson_of(PARTS).cues(Spot(0, Part.REST, 1, 1_000), is_going_on=True)


def test_a_part_of_the_dose_that_is_not_there_is_the_last_one() -> None:
    cues = lesson_of(PARTS).cues(Spot(0, Part.WORK, 9, 1_000))
    assert [segment.index for segment in segments(cues, Part.WORK)] == [2]


@pytest.mark.parametrize(
    ("dose", "from_ms", "aligned_ms"),
    [
        (hold(30), 12_345, 12_345),
        (hold(30), 99_000, 30_000),
        (movement(30), 12_345, 12_345),
        (movement(30, "a", "b", "c"), 0, 0),
        (movement(30, "a", "b", "c"), 19_999, 10_000),
        (movement(30, "a", "b", "c"), 99_000, 20_000),
        (reps(10), 0, 0),
        (reps(10), 1, 2_000),
        (reps(10), 4_000, 4_000),
        (reps(10), 4_001, 6_000),
        (reps(10), 19_500, 18_000),
        (reps(10), 99_000, 18_000),
    ],
)
def test_where_work_goes_on(dose: Dose, from_ms: int, aligned_ms: int) -> None:
    assert aligned(dose, from_ms) == aligned_ms


@pytest.mark.parametrize(("dose", "start", "end"), [(hold(12), "hold", "release"), (reps(3), "begin", "stop-moving")])
def test_each_kind_of_dose_has_its_words(dose: Dose, start: str, end: str) -> None:
    keys = [cue.key for cue in lesson_of(exercise("press", dose)).cues(START) if isinstance(cue, Say)]
    assert (keys[1], keys[-1]) == (start, end)


@pytest.mark.parametrize("hold_s", range(1, 121))
def test_between_hold_and_release_lie_exactly_the_seconds_of_the_hold(hold_s: int) -> None:
    lesson = lesson_of(replace(exercise("press", hold(hold_s)), reminder="Knees soft, heel down."))
    assert segments(lesson.cues(START), Part.WORK) == [Segment(0, Part.WORK, 0, 0, hold_s * 1000)]


@pytest.mark.parametrize("dose", [hold(30), movement(24, "a", "b"), reps(5, ("up", 2), ("down", 3), gap_s=1)])
@pytest.mark.parametrize("from_ms", [0, 1, 2_000, 7_345, 15_000])
def test_what_is_left_of_work_is_exact_from_anywhere(dose: Dose, from_ms: int) -> None:
    cues = lesson_of(together(exercise("press", dose))).cues(Spot(0, Part.WORK, 0, from_ms))
    begun_ms = aligned(dose, from_ms)
    assert segments(cues, Part.WORK) == [Segment(0, Part.WORK, 0, begun_ms, work_ms(dose) - begun_ms)]


def test_a_reminder_of_its_own_is_heard_in_a_long_hold() -> None:
    assert lesson_of(LONG).cues(START).count(Read("Heel heavy.")) == 2


def test_a_step_for_both_sides_names_none() -> None:
    both = lesson_of(FLOOR)
    assert both.step.side is Side.BOTH
    assert spoken(both.cues(START))[2] == Read("Setup full.")
