"""Exercises that content/ does not have (yet): sets and rests, stations, leads, very short and very long holds."""

from skill.domain.dose import Hold, Mode, Movement, Part, Phase, Range, Reps
from skill.domain.library import Library
from skill.domain.model import (
    Entry,
    Exercise,
    Instruction,
    Kind,
    Kit,
    KitNeed,
    Occasion,
    Place,
    Routine,
    Sides,
    WarmUp,
    Wording,
    Wordings,
)
from tests.values import replace

ANY_RANGE = Range(1, 120)


def wording(detail: str) -> Wording:
    """Sentences that tell which wording, place, side and part of the set-up they are."""
    return Wording(
        place=(Instruction(f"Place {detail}."),),
        right=f"Right {detail}.",
        left=f"Left {detail}.",
        setup=(Instruction(f"Setup {detail}."), Instruction(f"Lean {detail}.", 2)),
    )


WORDINGS = Wordings(full=wording("full"), short=wording("short"), shorter=wording("shorter"))
SIDELESS = Wordings(
    full=replace(WORDINGS.full, right=None, left=None),
    short=replace(WORDINGS.short, right=None, left=None),
    shorter=replace(WORDINGS.shorter, right=None, left=None),
)


def hold(hold_s: int, *, lead: str | None = None) -> Hold:
    return Hold(hold_s=hold_s, range_s=ANY_RANGE, lead=lead)


def reps(count: int, *phases: tuple[str | None, int], gap_s: int = 0, lead: str | None = None) -> Reps:
    spoken = tuple(Phase(word, phase_s) for word, phase_s in phases or ((None, 2),))
    return Reps(count=count, range=ANY_RANGE, phases=spoken, gap_s=gap_s, lead=lead)


def movement(move_s: int, *stations: str, lead: str | None = None) -> Movement:
    return Movement(move_s=move_s, range_s=ANY_RANGE, stations=stations, lead=lead)


def exercise(exercise_id: str, *parts: Part, sets: int = 1, rest_s: int = 15) -> Exercise:
    """One at the wall, a side at a time; `replace` changes the rest."""
    return Exercise(
        id=exercise_id,
        name=exercise_id.replace("-", " "),
        kind=Kind.STATIC,
        place=Place.WALL,
        sides=Sides.EACH,
        modes=(Mode(id="own", parts=parts or (hold(20),), sets=sets, rest_s=rest_s),),
        wordings=WORDINGS,
        sources=("A0",),
        benefit="It lengthens.",
    )


def together(one: Exercise) -> Exercise:
    """The same for both sides at once."""
    return replace(one, sides=Sides.BOTH, wordings=SIDELESS)


def in_sets(one: Exercise, sets: int, *, rest_s: int = 15) -> Exercise:
    return replace(one, modes=(replace(one.modes[0], sets=sets, rest_s=rest_s),))


def needing(one: Exercise, *kit: str) -> Exercise:
    return replace(one, kit=tuple(map(KitNeed, kit)))


TEN = exercise("ten-press", hold(10))
FIVE = exercise("five-press", hold(5))
LONG = replace(exercise("long-lean", hold(75)), reminder="Heel heavy.")
PLAIN_LONG = exercise("plain-lean", hold(75))
SETS = exercise("set-raise", hold(20), sets=3)
PARTS = exercise(
    "mixed-bag",
    reps(4, lead="Four to begin with."),
    hold(12, lead="Now stay."),
    movement(20, "heel", "toe", lead="Now write."),
)
STATIONS = together(replace(exercise("letters", movement(24, *"abcdef")), kind=Kind.DYNAMIC))
HUGE = replace(
    exercise("huge-raise", reps(30, ("up", 3), ("down", 4), gap_s=1)),
    kind=Kind.STRENGTH,
    exit="Step down.",
    exit_s=5,
)
FLOOR = replace(together(exercise("floor-fold", hold(30))), place=Place.FLOOR, exit="Knees down.", exit_s=9)
BALL = replace(needing(exercise("ball-press", hold(30)), "ball", "chair"), place=Place.SEATED)
BAND = needing(exercise("band-pull", reps(6)), "band", "ball")
PAIR = replace(exercise("pair-one", hold(20)), variations=("pair-two",))
OTHER = exercise("pair-two", hold(20))
EVERY = (TEN, FIVE, LONG, PLAIN_LONG, SETS, PARTS, STATIONS, HUGE, FLOOR, BALL, BAND, PAIR, OTHER)
KIT = (
    Kit(id="ball", name="a ball"),
    Kit(id="band", name="a band"),
    Kit(id="wall", name="a wall", is_at_hand=True),
    Kit(id="chair", name="a chair", is_at_hand=True),
    Kit(id="floor", name="some floor", is_at_hand=True),
    Kit(id="step", name="a step"),
)


def routine_of(*exercises: Exercise, routine_id: str = "rounds", warm_up: WarmUp | None = None) -> Routine:
    return Routine(
        id=routine_id,
        name=routine_id,
        occasion=Occasion.ANY,
        entries=tuple(Entry(exercise=one.id) for one in exercises),
        sources=("A0",),
        warm_up=warm_up,
    )


def library_of(*exercises: Exercise, routines: tuple[Routine, ...] = ()) -> Library:
    """These exercises, and a routine called rounds of all of them where none is given."""
    return Library(
        exercises={one.id: one for one in exercises},
        routines={one.id: one for one in routines or (routine_of(*exercises),)},
        kit={one.id: one for one in KIT},
        sources={},
        ambiguous={},
    )


def gym() -> Library:
    """All of them, and a routine of all of them."""
    return library_of(*EVERY)
