"""The rehearsal goes through the endpoint's own code, refusals included."""

from datetime import UTC, datetime

import pytest

from skill.settings import Settings
from skill.simulator.answer import UnusableError
from skill.simulator.clock import Clock
from skill.simulator.events import Closed, Said
from skill.simulator.rehearsal import echo, post_to
from skill.web.app import create_app

SETTINGS = Settings(verify=False, database_url="memory:")


def test_a_launch_is_answered_by_the_coach() -> None:
    clock = Clock(datetime(2026, 3, 2, 7, 0, tzinfo=UTC))
    device = echo(create_app(SETTINGS, now=clock), clock, SETTINGS.lag_ms)
    (said,) = device.says("open stretch coach")
    assert isinstance(said, Said)
    assert device.says("stop")[-1] == Closed()


def test_a_refusal_is_told_with_its_sentence() -> None:
    with pytest.raises(UnusableError, match="status 400: The body is not JSON"):
        post_to(create_app(SETTINGS))(b"{")
