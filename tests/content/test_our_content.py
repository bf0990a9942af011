"""Our own content against the table of figures that was agreed on, written down here once more by hand."""

import pytest

from skill.coach.cues import Read, say
from skill.coach.script import of_exercise, step_lengths
from skill.content.check import MOST_STEP_S
from skill.content.ids import AREAS, AT_HAND, COMPLAINTS
from skill.domain.dose import Hold, Movement, Reps
from skill.domain.library import Library
from skill.domain.model import Exercise, Place, Substitute
from skill.domain.plan import Selection, lay_out
from skill.simulator.reading import holds_s, reader

READER = reader()
LIBRARY: Library = READER.library
EXERCISES = sorted(LIBRARY.exercises)

MOST_CHARACTERS = 8_000
TIPS = (
    *("bouncing", "warm-first", "discomfort-not-pain", "both-sides", "cold", "does-it-help", "strength-too"),
    *("ease-in-and-cramp", "shoes", "barefoot", "sore-feet", "why-feet-hurt", "boredom", "why-calves", "how-often"),
)

Figures = tuple[str, ...]
DOSES: dict[str, tuple[str, Figures]] = {
    "toe-stretch": ("each", ("hold: 30 (20-30)", "reps: 10 of 3+2")),
    "ball-roll": ("each", ("roll: move 45 (30-300)",)),
    "toe-splay": ("both", ("reps: 5 of 5+2",)),
    "toe-spread-band": ("each", ("reps: 10 of 5+2",)),
    "passive-toe-spread": ("each", ("hold: 45 (30-60)",)),
    "toe-lifts": ("each", ("reps: 3 of 10+2",)),
    "ankle-circles": ("each", ("reps: 10 of 2+0, 10 of 2+0",)),
    "wall-calf-straight": ("each", ("hold: 30 (20-60)",)),
    "wall-calf-bent": ("each", ("hold: 30 (20-30)",)),
    "heel-drop": ("each", ("reps: 10 of 7+2",)),
    "calf-raise": ("both", ("reps: 12 (10-12) of 4+0",)),
    "leg-swings": ("each", ("reps: 12 (10-12) of 2+0",)),
    "lunge-twist": ("alternate", ("reps: 10 of 4+0",)),
    "downward-dog": ("both", ("hold: 30 (20-30)",)),
    "bear-rock": ("both", ("rock-and-lift: 5 of 4+0, 20 (20-30)", "rock: 5 of 4+0")),
    "seated-hamstring": ("each", ("hold: 30 (15-30)",)),
    "big-toe": ("each", ("hold: 15 (10-30)",)),
    "toe-flexion-step": ("both", ("reps: 8 of 5+2",)),
    "marble-hold": ("each", ("hold: 20, 2 sets, rest 15",)),
    "marble-pickup": ("each", ("pick: move 60, 2 sets, rest 15",)),
    "toe-spelling": ("each", ("alphabet: move 39 by 26", "first-ten: move 15 by 10")),
    "towel-curls": ("each", ("reps: 10 of 3+0, 3 sets, rest 15",)),
    "heel-walk": ("both", ("walk: move 60 (20-60), 3 sets, rest 15",)),
    "toe-walk": ("both", ("walk: move 60 (20-60), 3 sets, rest 15",)),
    "sit-on-heels": ("both", ("rock: move 30 (10-30)", "first-time: move 15 (10-30)")),
    "deep-squat": ("both", ("hold: 30 (20-60)",)),
    "half-ball-grid": ("each", ("grid: move 120 (120-300) by 9",)),
    "ball-press": ("each", ("press: move 60 (60-300) by 3",)),
    "single-calf-dome": ("each", ("hold: 30 (30-60)",)),
    "double-calf-dome": ("both", ("hold: 30 (30-60), 2 sets, rest 15",)),
    "top-of-foot": ("each", ("hold: 20 (10-30)",)),
}
"""Sides, then each mode: holds and movements in seconds, reps as number of work+gap; what a runner may set."""

PLACES = {
    Place.SEATED: (
        *("toe-stretch", "ball-roll", "toe-splay", "toe-spread-band", "passive-toe-spread", "toe-lifts", "big-toe"),
        *("seated-hamstring", "toe-flexion-step", "marble-hold", "marble-pickup", "toe-spelling", "towel-curls"),
        *("half-ball-grid", "ball-press"),
    ),
    Place.STANDING: (
        *("ankle-circles", "leg-swings", "lunge-twist", "heel-walk", "toe-walk", "deep-squat"),
        *("single-calf-dome", "double-calf-dome", "top-of-foot"),
    ),
    Place.WALL: ("wall-calf-straight", "wall-calf-bent"),
    Place.STEP: ("heel-drop", "calf-raise"),
    Place.FLOOR: ("downward-dog",),
    Place.KNEELING: ("bear-rock", "sit-on-heels"),
}

EQUIPMENT = {
    "ball-roll": "ball: frozen-bottle, soft-ball",
    "toe-spread-band": "band: toe-splay",
    "heel-drop": "step: floor",
    "calf-raise": "step: floor",
    "downward-dog": "mat, if there is one: how",
    "bear-rock": "mat, if there is one: towel",
    "sit-on-heels": "mat, if there is one: towel",
    "marble-hold": "marbles: how",
    "marble-pickup": "marbles: marble-hold; cup: towel",
    "towel-curls": "towel: floor",
    "half-ball-grid": "half-ball: ball-press",
    "ball-press": "ball: soft-ball",
    "single-calf-dome": "half-dome: mat, towel",
    "double-calf-dome": "half-dome: floor",
}
"""Equipment and what stands in for it, best first."""

HOLDS_S = {
    "daily-foot": 180,
    "post-run": 210,
    "pre-run": 0,
    "foot-stretches": 180,
    "quick-cool-down": 80,
    "pt-three": 20,
    "foot-strength-one": 80,
    "foot-strength-two": 90,
    "foot-refresh": 250,
    "no-kit": 160,
    "seated": 150,
}
ROUTINES = {
    "pre-run": "leg-swings ankle-circles lunge-twist",
    "post-run": "wall-calf-straight wall-calf-bent toe-stretch downward-dog",
    "daily-foot": "wall-calf-straight wall-calf-bent seated-hamstring big-toe",
    "foot-stretches": "toe-stretch ball-roll toe-splay ankle-circles wall-calf-straight wall-calf-bent heel-drop",
    "pt-three": "ball-roll bear-rock toe-flexion-step",
    "foot-strength-one": "toe-spread-band calf-raise toe-stretch marble-hold toe-spelling",
    "foot-strength-two": "towel-curls heel-walk toe-walk wall-calf-straight sit-on-heels deep-squat",
    "foot-refresh": (
        "passive-toe-spread toe-splay toe-lifts half-ball-grid ball-press single-calf-dome double-calf-dome top-of-foot"
    ),
    "quick-cool-down": "wall-calf-straight toe-stretch",
    "no-kit": "toe-splay ankle-circles wall-calf-straight wall-calf-bent top-of-foot toe-spelling",
    "seated": "toe-stretch toe-splay ankle-circles seated-hamstring big-toe",
}


def figures(exercise: Exercise) -> Figures:
    """An exercise's modes as they are written above."""
    return tuple(
        f"{mode.id}: {', '.join(map(figure, mode.parts))}"
        + (f", {mode.sets} sets, rest {mode.rest_s}" if mode.sets > 1 else "")
        for mode in exercise.modes
    )


def figure(part: Hold | Reps | Movement) -> str:
    match part:
        case Hold(hold_s=hold_s, range_s=allowed):
            return f"{hold_s}{settable(allowed.low, allowed.high)}"
        case Movement(move_s=move_s, range_s=allowed, stations=stations):
            by = f" by {len(stations)}" if stations else ""
            return f"move {move_s}{settable(allowed.low, allowed.high)}{by}"
        case Reps(count=count, range=allowed):
            rest_s = part.gap_s + (part.phases[-1].phase_s if part.phases[-1].word in {"relax", "ease", "open"} else 0)
            return f"{count}{settable(allowed.low, allowed.high)} of {part.rep_ms // 1000 - rest_s}+{rest_s}"


def settable(low: int, high: int) -> str:
    return "" if low == high else f" ({low}-{high})"


def test_every_figure_is_there_and_no_exercise_besides() -> None:
    found = {each.id: (each.sides.value, figures(each)) for each in LIBRARY.exercises.values()}
    assert found == DOSES


def test_every_exercise_has_its_place() -> None:
    assert {each.id: each.place for each in LIBRARY.exercises.values()} == {
        each: place for place, ids in PLACES.items() for each in ids
    }


def test_equipment_and_what_stands_in_for_it() -> None:
    found = {each.id: equipment(each) for each in LIBRARY.exercises.values()}
    assert {each: needs for each, needs in found.items() if needs} == EQUIPMENT


def equipment(exercise: Exercise) -> str:
    return "; ".join(
        f"{need.kit}{', if there is one' if need.is_optional else ''}: {', '.join(map(substitute, need.substitutes))}"
        for need in exercise.kit
        if need.kit not in AT_HAND
    )


def substitute(one: Substitute) -> str:
    return one.kit or one.exercise or "how"


def test_routines_hold_what_was_agreed() -> None:
    found = {each.id: " ".join(e.exercise for e in each.entries) for each in LIBRARY.routines.values()}
    assert found == ROUTINES


@pytest.mark.parametrize("routine", HOLDS_S)
def test_a_routine_has_so_many_seconds_of_holds(routine: str) -> None:
    assert (
        holds_s(lay_out(LIBRARY, Selection(exercises=tuple(ROUTINES[routine].split()), routine=routine)))
        == (HOLDS_S[routine])
    )


def test_the_counted_toe_stretch_is_part_of_foot_strength() -> None:
    assert [entry.mode for entry in LIBRARY.routines["foot-strength-one"].entries] == [None, None, "reps", None, None]


def test_nobody_stands_up_in_the_sitting_down_routine() -> None:
    steps = lay_out(LIBRARY, Selection(exercises=tuple(ROUTINES["seated"].split()), routine="seated")).steps
    assert {step.exercise.place for step in steps} == {Place.SEATED}


def test_one_exercise_leads_on_to_another_where_runners_do_both() -> None:
    found = {each.id: each.variations for each in LIBRARY.exercises.values() if each.variations}
    assert found == {"wall-calf-straight": ("wall-calf-bent",), "heel-walk": ("toe-walk",)}


@pytest.mark.parametrize(
    ("phrase", "ids"),
    [
        ("toe spread", "toe-splay toe-spread-band passive-toe-spread"),
        ("the toe one", "toe-stretch toe-splay big-toe"),
        ("toe raises", "toe-lifts marble-hold"),
        ("heel drops", "calf-raise heel-drop"),
        ("calf drops", "calf-raise heel-drop"),
        ("the ball", "ball-roll ball-press"),
        ("roller stretch", "single-calf-dome double-calf-dome"),
        ("calf stretch", "wall-calf-straight"),
    ],
)
def test_a_phrase_finds_all_that_it_may_mean(phrase: str, ids: str) -> None:
    assert " ".join(each.id for each in LIBRARY.exercises_called(phrase)) == ids


def test_foot_strengthening_may_be_part_one_or_two() -> None:
    found = [each.id for each in LIBRARY.routines_called("foot strengthening")]
    assert found == ["foot-strength-one", "foot-strength-two"]


def test_every_tip_is_there() -> None:
    assert set(LIBRARY.tips) == set(TIPS)


def test_every_area_and_complaint_leads_to_an_exercise() -> None:
    every = LIBRARY.exercises.values()
    assert {area for each in every for area in each.areas} == set(AREAS)
    assert {complaint for each in every for complaint in each.complaints} == set(COMPLAINTS)


def test_what_the_articles_do_not_cover_is_in_no_list() -> None:
    terms = (*LIBRARY.areas.values(), *LIBRARY.complaints.values())
    heard = {word for term in terms for word in (*term.also, *term.careful)}
    assert not any(uncovered in word for word in heard for uncovered in ("splints", "sprain", "fracture", "arthritis"))
    assert {"plantar fasciitis", "achilles tendonitis"} <= heard


@pytest.mark.parametrize("each", EXERCISES)
def test_what_we_decided_is_told_with_its_reason(each: str) -> None:
    assert LIBRARY.exercises[each].chosen_by_us


@pytest.mark.parametrize("each", EXERCISES)
def test_an_exercise_said_whole_fits_a_turn(each: str) -> None:
    assert sum(map(READER.voice.characters, of_exercise(READER.room, each))) <= MOST_CHARACTERS


def counted() -> list[tuple[str, Reps]]:
    """Every part that is counted, and whose it is."""
    every = ((each.id, part) for each in LIBRARY.exercises.values() for mode in each.modes for part in mode.parts)
    return [(each, part) for each, part in every if isinstance(part, Reps)]


@pytest.mark.parametrize(("each", "part"), counted())
def test_the_words_of_a_rep_fit_their_seconds_and_its_number_is_heard(each: str, part: Reps) -> None:
    words = [phase.word for phase in part.phases if phase.word]
    assert all(READER.voice.ms(Read(f"{word.capitalize()}.")) <= 1_000 for word in words), each
    last = part.phases[-1]
    if all(phase.word for phase in part.phases):
        assert last.word
        assert (last.phase_s, part.gap_s >= 1) == (1, True), each
        counted_off = say("phase-that-is", word=f"{last.word},", number=part.count)
        assert READER.voice.ms(counted_off) <= (1 + part.gap_s) * 1_000, each


def stations() -> list[tuple[str, Movement]]:
    """Every movement with stations, and whose it is."""
    every = ((each.id, part) for each in LIBRARY.exercises.values() for mode in each.modes for part in mode.parts)
    return [(each, part) for each, part in every if isinstance(part, Movement) and part.stations]


@pytest.mark.parametrize(("each", "part"), stations())
def test_the_name_of_a_station_fits_its_share_of_the_time(each: str, part: Movement) -> None:
    share_ms = part.move_s * 1_000 // len(part.stations)
    assert max(READER.voice.ms(Read(f"{station}.")) for station in part.stations) <= share_ms, each


def test_every_step_of_every_mode_fits_a_turn() -> None:
    assert max(seconds for _, seconds in step_lengths(LIBRARY, READER.voice)) <= MOST_STEP_S
