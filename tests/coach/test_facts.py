"""Why, where from, how long and what with: in careful words, and back to where the runner was."""

import re

import pytest

from skill.coach.cues import Part, Say, say
from skill.coach.requests import HowLong, Name, Needs, Repeat, Request, Source, Why
from tests.coach.runner import LAG_MS, Runner, how_to, real_library, routine

CLAIMS = re.compile(r"\b(treats?|cures?|heals?|prevents?)\b", re.IGNORECASE)


@pytest.mark.parametrize("exercise_id", real_library().exercises)
def test_nothing_is_said_to_treat_anything(exercise_id: str) -> None:
    for kind in (Why, Source, HowLong, Needs):
        assert not CLAIMS.search(Runner().says(kind(Name((exercise_id,), "it"))).words)


@pytest.mark.parametrize("request_", [Why(), Source(), HowLong(), Needs()])
def test_a_question_in_a_hold_counts_as_holding(request_: Request) -> None:
    runner = Runner().says(how_to("wall-calf-straight")).during(Part.WORK, 4).says(request_)
    assert runner.reply.timeline[0].part is Part.WORK
    assert runner.reply.timeline[0].from_ms == 4_000 + LAG_MS
    assert "ease-out" not in runner.keys


@pytest.mark.parametrize("request_", [Why(), Source(), HowLong(), Needs()])
def test_at_a_prompt_the_prompt_follows_again(request_: Request) -> None:
    runner = Runner().says(routine("foot-stretches")).answers(request_)
    assert runner.prompt == "next-fetch"
    assert runner.answers(Repeat()).prompt == "next-fetch"


def test_at_a_prompt_it_is_about_the_one_just_named() -> None:
    runner = Runner().says(routine("foot-stretches")).answers(Source())
    told = runner.cues[1]
    assert isinstance(told, Say)
    assert dict(told.args)["name"] == "ball roll"


def test_the_dose_is_that_of_the_practice() -> None:
    runner = Runner().says(routine("daily-foot")).answers(HowLong(Name(("seated-hamstring",), "hamstring")))
    assert say("dose-hold", seconds=15) in runner.cues


def test_the_rest_is_all_of_it_before_the_first_and_nothing_after_the_last() -> None:
    assert "a wall" in Runner().says(routine("post-run")).answers(Needs()).words
    assert Runner().says(how_to("toe-stretch")).during(Part.WORK, 2).says(Needs()).keys[0] == "rest-needs-nothing"


def test_a_routine_is_told_and_offered() -> None:
    request = Needs(routine=Name(("foot-refresh",), "foot refresh"))
    assert Runner().says(request).keys == ["needs", "idle"]
    assert Runner().says(how_to("toe-stretch")).during(Part.WORK, 2).says(request).keys[0] == "needs"
