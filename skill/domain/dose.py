"""How much of an exercise is done: holds, reps and timed movements, put together as modes."""

from msgspec import Struct

from skill.domain.values import replace

LEAD_WAIT_S = 2


class Range(Struct, frozen=True):
    """What a runner may set, both ends included; the unit is that of the field it belongs to."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high:
            raise ValueError(f"range {self.low}-{self.high} is empty or not above zero")

    def __contains__(self, value: int) -> bool:
        return self.low <= value <= self.high

    def clamp(self, value: int) -> int:
        """The nearest value inside."""
        return max(self.low, min(self.high, value))


class Phase(Struct, frozen=True):
    """A stretch of a rep: its word, then beats a second apart. Without a word the rep's number is spoken."""

    word: str | None
    phase_s: int


class Hold(Struct, frozen=True, kw_only=True):
    """Staying in position for `hold_s` seconds a side; `lead_wait_s` is the silence to follow its lead in."""

    hold_s: int
    range_s: Range
    lead: str | None = None
    lead_wait_s: int = LEAD_WAIT_S


class Reps(Struct, frozen=True, kw_only=True):
    """`count` repetitions; each lasts its phases, then `gap_s` seconds of nothing before the next.

    `tempo_percent` stretches the time of all of that: 125 is slower.
    """

    count: int
    range: Range
    phases: tuple[Phase, ...]
    gap_s: int = 0
    tempo_percent: int = 100
    lead: str | None = None
    lead_wait_s: int = LEAD_WAIT_S

    @property
    def rep_ms(self) -> int:
        """Milliseconds from the start of one rep to the start of the next."""
        return self.paced_ms(sum(phase.phase_s for phase in self.phases) + self.gap_s)

    def paced_ms(self, seconds: int) -> int:
        """Milliseconds that seconds of a phase or a gap take at this tempo."""
        return seconds * 10 * self.tempo_percent

    @property
    def is_counted(self) -> bool:
        """Whether a rep is one beat, its number spoken."""
        return len(self.phases) == 1 and self.phases[0].word is None


class Movement(Struct, frozen=True, kw_only=True):
    """Moving for `move_s` seconds, shared evenly by the stations (letters, spots) where there are any."""

    move_s: int
    range_s: Range
    stations: tuple[str, ...] = ()
    lead: str | None = None
    lead_wait_s: int = LEAD_WAIT_S


Part = Hold | Reps | Movement


class Mode(Struct, frozen=True, kw_only=True):
    """One way to dose an exercise: its parts in order, done `sets` times with `rest_s` seconds between."""

    id: str
    parts: tuple[Part, ...]
    sets: int = 1
    rest_s: int = 15


def longer(part: Part, more: int) -> Part:
    """The part with so many seconds more, or so many reps; it may exceed the range."""
    match part:
        case Hold():
            return replace(part, hold_s=part.hold_s + more)
        case Movement():
            return replace(part, move_s=part.move_s + more)
        case _:
            return replace(part, count=part.count + more)
