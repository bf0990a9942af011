"""Waiting together for a fetch, and keeping a few outcomes; what Certificates makes of both is tried there."""

from datetime import UTC, datetime, timedelta

import pytest

from skill.web.flights import Flight, Outcome, Shelf
from skill.web.refusal import BadRequest, Cause

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REFUSAL = BadRequest(Cause.FETCH, "Not on offer.")


def until(seconds: float) -> Outcome:
    return Outcome(REFUSAL, NOW + timedelta(seconds=seconds))


def test_a_flight_that_has_landed_need_not_be_waited_for_however_old_it_is() -> None:
    flight, outcome = Flight("u", NOW), until(5)
    flight.landing.set_result(outcome)
    assert flight.wait(NOW + timedelta(hours=1), 2.0) is outcome


@pytest.mark.parametrize("age_s", [0, 0.01, 60, -60])
def test_a_flight_that_does_not_land_is_a_refusal(age_s: float) -> None:
    with pytest.raises(BadRequest, match=r"^The certificate could not be fetched within 0\.02 s\.$") as refused:
        Flight("u", NOW).wait(NOW + timedelta(seconds=age_s), 0.02)
    assert refused.value.cause is Cause.FETCH


def test_what_is_on_the_shelf_goes_off_in_its_time() -> None:
    shelf, outcome = Shelf(2), until(5)
    shelf.put("a", outcome)
    assert shelf.get("a", NOW + timedelta(seconds=4.9)) is outcome
    assert shelf.get("a", NOW + timedelta(seconds=5)) is None
    assert shelf.get("b", NOW) is None


def test_a_full_shelf_gives_up_what_ends_first_and_nothing_for_what_it_has() -> None:
    shelf = Shelf(2)
    for url, seconds in (("a", 9), ("b", 5), ("a", 8), ("c", 1)):
        shelf.put(url, until(seconds))
    assert [shelf.get(url, NOW) is not None for url in "abc"] == [True, False, True]
