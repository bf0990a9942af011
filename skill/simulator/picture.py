"""A practice that was played as a picture: a row a turn, colours for sides, shades for work, words and waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from skill.simulator.items import WORK, Item
from skill.simulator.playthrough import Turn
from skill.simulator.timetable import clock

MINUTE_MS = 60_000
WIDTH, LEFT, RIGHT, TOP, BOTTOM = 1_600, 120, 40, 76, 56
ROW, BAR, STRIP = 26, 18, 4
FONT_SIZE = 14
INK, FAINT, PAPER = "#222222", "#e4e4e4", "#ffffff"
TICKS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0)
MOST_TICKS = 20


@dataclass(frozen=True, slots=True)
class Shades:
    """The colours of a side: work and the words in it, words before and after, waits."""

    work: str
    within: str
    words: str
    wait: str


SHADES: Mapping[str | None, Shades] = {
    "right": Shades("#1f6fb4", "#0e3a61", "#8fb9dd", "#d6e6f4"),
    "left": Shades("#d9730d", "#7a3f05", "#f0b780", "#fae3cc"),
    "both": Shades("#2f8f4e", "#174a28", "#97cba7", "#d5ebdc"),
    None: Shades("#666666", "#333333", "#a8a8a8", "#e0e0e0"),
}
LEGEND = (
    *((side, shades.work) for side, shades in SHADES.items() if side),
    ("no side", SHADES[None].words),
    ("hold, reps, movement", SHADES["right"].work),
    ("words in it", SHADES["right"].within),
    ("other words", SHADES["right"].words),
    ("wait", SHADES["right"].wait),
)


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on, and how far a millisecond reaches."""

    draw: ImageDraw.ImageDraw
    px_per_ms: float
    bottom: int

    def x(self, ms: float) -> int:
        """Where a moment of a turn is."""
        return LEFT + round(ms * self.px_per_ms)

    def box(self, from_x: int, to_x: int, y: int, colour: str) -> None:
        """A bar as high as a row's; nothing where it is less than a pixel."""
        if to_x > from_x:
            self.draw.rectangle((from_x, y, to_x - 1, y + BAR - 1), fill=colour)

    def text(self, x: int, y: int, words: str, anchor: str = "lm") -> None:
        """Words in ink."""
        self.draw.text((x, y), words, fill=INK, anchor=anchor, font=ImageFont.load_default(FONT_SIZE))


def picture(turns: Sequence[Turn], title: str) -> Image.Image:
    """The whole picture."""
    image = Image.new("RGB", (WIDTH, TOP + ROW * len(turns) + BOTTOM), PAPER)
    longest_ms = max(turn.ms for turn in turns)
    canvas = Canvas(ImageDraw.Draw(image), (WIDTH - LEFT - RIGHT) / longest_ms, TOP + ROW * len(turns))
    canvas.text(LEFT, 20, title)
    legend(canvas)
    axis(canvas, longest_ms)
    for number, turn in enumerate(turns):
        row(canvas, number, turn)
    return image


def legend(canvas: Canvas) -> None:
    """What the colours and shades mean."""
    x = LEFT
    for words, colour in LEGEND:
        canvas.box(x, x + BAR, 40, colour)
        canvas.text(x + BAR + 6, 40 + BAR // 2, words)
        x += BAR + 30 + round(canvas.draw.textlength(words, font=ImageFont.load_default(FONT_SIZE)))


def axis(canvas: Canvas, longest_ms: int) -> None:
    """The minutes since the turn began."""
    minutes = longest_ms / MINUTE_MS
    each = next((tick for tick in TICKS if minutes / tick <= MOST_TICKS), TICKS[-1])
    for number in range(int(minutes / each) + 1):
        x = canvas.x(number * each * MINUTE_MS)
        canvas.draw.line((x, TOP, x, canvas.bottom + 4), fill=FAINT)
        canvas.text(x, canvas.bottom + 14, f"{number * each:g}", "mm")
    canvas.text(LEFT, canvas.bottom + 38, "minutes since the turn began; beside each turn, when it begins")


def row(canvas: Canvas, number: int, turn: Turn) -> None:
    """One turn."""
    y = TOP + ROW * number + (ROW - BAR) // 2
    begins_ms = turn.items[0].at_ms if turn.items else 0
    canvas.text(LEFT - 10, y + BAR // 2, f"{number + 1}   {clock(begins_ms)}", "rm")
    for item in turn.items:
        from_x, to_x = canvas.x(item.at_ms - begins_ms), canvas.x(item.at_ms - begins_ms + item.ms)
        canvas.box(from_x, to_x, y, shade(item))
        if item.kind in WORK and not item.exact and to_x > from_x:
            low = y + BAR - STRIP
            canvas.draw.rectangle((from_x, low, to_x - 1, y + BAR - 1), fill=SHADES[item.side].within)


def shade(item: Item) -> str:
    """The colour of an item."""
    shades = SHADES[item.side]
    if item.kind in WORK:
        return shades.work
    return shades.wait if item.exact else shades.words
