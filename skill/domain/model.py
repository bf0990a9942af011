"""Exercises, their doses, routines and kit, as values. Only facts stand here; no words of the coach, no clock."""

from enum import StrEnum

from msgspec import Struct

from skill.domain.dose import Mode


class Kind(StrEnum):
    """What an exercise is: a held stretch, counted movement, timed rolling or pressing, or strength work."""

    STATIC = "static"
    DYNAMIC = "dynamic"
    RELEASE = "release"
    STRENGTH = "strength"


class Sides(StrEnum):
    """How an exercise uses the body's two sides."""

    EACH = "each"
    BOTH = "both"
    ALTERNATE = "alternate"


class Side(StrEnum):
    """The side of one step."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"

    @property
    def other(self) -> "Side":
        """Left for right and right for left; both stays both."""
        return {Side.RIGHT: Side.LEFT, Side.LEFT: Side.RIGHT}.get(self, self)


class Limb(StrEnum):
    """What is changed between sides, as spoken."""

    LEG = "leg"
    FOOT = "foot"


class Place(StrEnum):
    """Where the runner's body is during an exercise."""

    STANDING = "standing"
    WALL = "wall"
    STEP = "step"
    SEATED = "seated"
    KNEELING = "kneeling"
    FLOOR = "floor"


class Occasion(StrEnum):
    """When a routine is meant to be done."""

    BEFORE = "before-a-run"
    AFTER = "after-a-run"
    ANY = "any"


class WarmUp(StrEnum):
    """How a routine opens when muscles may be cold or the breath still quick."""

    BREATH = "until-breath-settles"
    WALK = "a-minute"
    WALK_IF_SITTING = "a-minute-if-sitting"


class Instruction(Struct, frozen=True):
    """One spoken sentence and the seconds to do it in; None leaves the seconds to the place."""

    text: str
    wait_s: int | None = None


class Wording(Struct, frozen=True, kw_only=True):
    """How an exercise is read out: how to get there, the side by body and direction, then the set-up."""

    place: tuple[Instruction, ...] = ()
    right: str | None = None
    left: str | None = None
    setup: tuple[Instruction, ...] = ()

    def side(self, side: Side) -> str | None:
        """The sentence that names a side; None for both."""
        return {Side.RIGHT: self.right, Side.LEFT: self.left}.get(side)


class Wordings(Struct, frozen=True, kw_only=True):
    """Full for the first meeting, short from the second, shorter from the fifth."""

    full: Wording
    short: Wording
    shorter: Wording


class Form(Struct, frozen=True):
    """Another form of an exercise: an exercise of its own, or one sentence saying how.

    A sentence that is for elsewhere takes the place of the way there and the set-up; any other comes after them.
    """

    exercise: str | None = None
    how: str | None = None
    is_elsewhere: bool = False

    def __post_init__(self) -> None:
        if (self.exercise is None) == (self.how is None):
            raise ValueError("a form is either an exercise or a sentence")


class Substitute(Struct, frozen=True, kw_only=True):
    """What serves when a kit is missing: other kit, another exercise, or a sentence saying how to do without."""

    kit: str | None = None
    exercise: str | None = None
    how: str | None = None


class KitNeed(Struct, frozen=True):
    """A kit an exercise uses and what can stand in for it, best first. Optional kit is never asked for."""

    kit: str
    substitutes: tuple[Substitute, ...] = ()
    is_optional: bool = False


class Kit(Struct, frozen=True, kw_only=True):
    """A thing to use. At-hand kit (wall, chair, floor, hand) is a place to be, not equipment."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    is_at_hand: bool = False


class Term(Struct, frozen=True, kw_only=True):
    """An area of the body or a complaint, as it is spoken, with what else is heard for it.

    `careful` are words of a diagnosis: heard, and answered with care.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    careful: tuple[str, ...] = ()


class Choice(Struct, frozen=True):
    """What the articles left open, what was decided, and why."""

    what: str
    why: str


class Tip(Struct, frozen=True, kw_only=True):
    """An answer to a common question, on a topic."""

    id: str
    answer: str
    sources: tuple[str, ...]
    also: tuple[str, ...] = ()
    chosen_by_us: tuple[Choice, ...] = ()


class Source(Struct, frozen=True, kw_only=True):
    """An article: its id and how it is cited aloud, by author or site."""

    id: str
    spoken: str


class Exercise(Struct, frozen=True, kw_only=True, eq=False):
    """A named thing to do. Its id is its file's name and is never spoken. Two are the same by their id, not by ==."""

    id: str
    name: str
    kind: Kind
    place: Place
    sides: Sides
    modes: tuple[Mode, ...]
    wordings: Wordings
    sources: tuple[str, ...]
    benefit: str
    limb: Limb = Limb.LEG
    also: tuple[str, ...] = ()
    switch_s: int = 6
    exit: str | None = None
    exit_s: int = 0
    reminder: str | None = None
    easier: tuple[Form, ...] = ()
    harder: tuple[Form, ...] = ()
    variations: tuple[str, ...] = ()
    kit: tuple[KitNeed, ...] = ()
    cautions: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    chosen_by_us: tuple[Choice, ...] = ()

    def mode(self, mode_id: str | None) -> Mode:
        """The mode of that id, the first where none is named. Raises KeyError for an unknown one."""
        if mode_id is None:
            return self.modes[0]
        return {mode.id: mode for mode in self.modes}[mode_id]


class Entry(Struct, frozen=True, kw_only=True):
    """An exercise inside a routine, with the routine's own dose and place where they differ."""

    exercise: str
    mode: str | None = None
    hold_s: int | None = None
    place: Place | None = None
    ask_first: str | None = None


class Routine(Struct, frozen=True, kw_only=True):
    """Ordered exercises with a spoken name and an occasion."""

    id: str
    name: str
    occasion: Occasion
    entries: tuple[Entry, ...]
    sources: tuple[str, ...]
    also: tuple[str, ...] = ()
    warm_up: WarmUp | None = None
    cautions: tuple[str, ...] = ()
    chosen_by_us: tuple[Choice, ...] = ()
