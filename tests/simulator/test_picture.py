"""The picture has a row for each turn, and each side's colours in proportion to its time."""

from collections import Counter
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from skill.coach.preferences import Flow
from skill.simulator import picture as drawing
from skill.simulator.items import WORK
from skill.simulator.picture import BAR, BOTTOM, LEFT, RIGHT, ROW, SHADES, TOP, WIDTH, picture, shade
from skill.simulator.playthrough import Turn
from tests.simulator.played import turns_of

CASES = [("foot-refresh", Flow.WAIT_FOR_ME), ("post-run", Flow.STEP_BY_STEP), ("daily-foot", Flow.KEEP_GOING)]


def decoded(turns: tuple[Turn, ...]) -> Image.Image:
    """The picture as another program finds it in the file."""
    file = BytesIO()
    picture(turns, "a title").save(file, "PNG")
    assert file.getvalue().startswith(b"\x89PNG\r\n\x1a\n")
    with Image.open(BytesIO(file.getvalue())) as image:
        image.load()
        return image


def colours(image: Image.Image, number: int) -> list[str]:
    """The pixels through the middle of a turn's bar."""
    y = TOP + ROW * number + (ROW - BAR) // 2 + BAR // 3
    pixels = [image.getpixel((x, y)) for x in range(LEFT, WIDTH - RIGHT)]
    return ["#{:02x}{:02x}{:02x}".format(*pixel) for pixel in pixels if isinstance(pixel, tuple)]


@pytest.mark.parametrize(("name", "flow"), CASES)
def test_each_turn_is_a_row(name: str, flow: Flow) -> None:
    turns = turns_of(name, flow)
    assert decoded(turns).size == (WIDTH, TOP + ROW * len(turns) + BOTTOM)


@pytest.mark.parametrize(("name", "flow"), CASES)
def test_each_colour_takes_its_share_of_a_turn(name: str, flow: Flow) -> None:
    turns = turns_of(name, flow)
    image = decoded(turns)
    px_per_ms = (WIDTH - LEFT - RIGHT) / max(turn.ms for turn in turns)
    for number, turn in enumerate(turns):
        found = Counter(colours(image, number))
        due: Counter[str] = Counter()
        for item in turn.items:
            due[shade(item)] += item.ms
        assert all(abs(found[colour] - ms * px_per_ms) <= len(turn.items) for colour, ms in due.items())


def test_a_side_is_as_wide_as_its_work() -> None:
    turns = turns_of("post-run", Flow.WAIT_FOR_ME)
    image = decoded(turns)
    found = Counter(colour for number in range(len(turns)) for colour in colours(image, number))
    work_ms: Counter[str | None] = Counter()
    for item in (item for turn in turns for item in turn.items if item.kind in WORK):
        work_ms[item.side] += item.ms
    assert set(work_ms) == {"right", "left", "both"}
    for one, other in pairwise(work_ms):
        drawn = found[SHADES[one].work] / found[SHADES[other].work]
        assert drawn == pytest.approx(work_ms[one] / work_ms[other], rel=0.02)


def test_no_two_shades_are_the_same() -> None:
    shades = [colour for one in SHADES.values() for colour in (one.work, one.within, one.words, one.wait)]
    assert len(set(shades)) == len(shades)


def test_a_colour_out_of_proportion_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "shade", lambda item: SHADES["left"].work)
    with pytest.raises(AssertionError):
        test_each_colour_takes_its_share_of_a_turn("foot-refresh", Flow.WAIT_FOR_ME)
