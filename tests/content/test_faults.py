"""Faults and the error that carries them."""

from skill.content.faults import ContentError, Fault

LATER = Fault(file="content/kit.yaml", line=12, field="cup.name", wrong="is missing")
EARLIER = Fault(file="content/kit.yaml", line=2, field="ball.name", wrong="is missing")


def test_a_fault_reads_like_a_line_of_a_compiler() -> None:
    assert str(LATER) == "content/kit.yaml:12: cup.name: is missing"


def test_the_error_holds_every_fault_in_order_and_says_each_on_a_line() -> None:
    error = ContentError([LATER, EARLIER])
    assert error.faults == (EARLIER, LATER)
    assert str(error) == f"{EARLIER}\n{LATER}"
