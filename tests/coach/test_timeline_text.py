"""A timeline as one line of text: short, and the same again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cues import Part
from skill.coach.timeline import Segment
from skill.coach.timeline_text import line_of, timeline_of

SEGMENTS = st.builds(
    Segment,
    st.integers(0, 40),
    st.sampled_from(Part),
    st.integers(0, 99),
    st.integers(0, 10**6),
    st.integers(0, 10**7),
)


@given(st.lists(SEGMENTS).map(tuple))
def test_comes_back_the_same(timeline: tuple[Segment, ...]) -> None:
    assert timeline_of(line_of(timeline)) == timeline


def test_names_a_step_only_where_it_changes() -> None:
    rows = (Segment(0, Part.PLACE, 0, 0, 2300), Segment(0, Part.WORK, 2, 9000, 21000), Segment(1, Part.EXIT, 0, 0, 5))
    assert line_of(rows) == "p:2300 w2+9000:21000 1e:5"


@pytest.mark.parametrize("line", ["x", "p", "p:", "q:5", "p:5p:6", "p:5 nonsense", "p:-5", "p:5.5", "٣p:5"])
def test_what_is_no_timeline_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"timeline|is not a valid"):
        timeline_of(line)
