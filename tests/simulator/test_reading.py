"""What is measured and read out comes from the same words that the coach says."""

from typing import NoReturn

import pytest

from skill.content.faults import ContentError
from skill.simulator import reading
from skill.simulator.reading import long_steps, reader


def test_no_step_of_ours_is_too_long() -> None:
    assert list(long_steps(reader().library)) == []


def test_a_step_over_the_limit_is_given_with_its_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_STEP_S", 10)
    found = dict(long_steps(reader().library))
    assert found["wall-calf-straight"].endswith(" s, 10 are allowed")


def test_a_step_of_too_many_characters_is_given_with_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "TURN_CHARACTERS", 400)
    found = dict(long_steps(reader().library))
    assert found["wall-calf-straight"].endswith(" characters, 400 fit")


def test_without_a_voice_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    def mute() -> NoReturn:
        raise ContentError([])

    library = reader().library
    monkeypatch.setattr(reading, "speaker", mute)
    assert list(long_steps(library)) == []
