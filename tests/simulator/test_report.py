"""`stretch-coach hear` says what sentences are heard as, for people and for programs."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from skill.cli import main
from skill.simulator.report import heard_as, line
from tests.simulator.sentences import hearing


@pytest.mark.parametrize(
    ("said", "intent", "slots", "tier"),
    [
        ("next", "AMAZON.NextIntent", {}, "exact"),
        ("five minutes please", "PlanRoutineIntent", {"duration": {"value": "PT5M", "id": None}}, "exact"),
        ("number three", "GoToExerciseIntent", {"number": {"value": "3", "id": None}}, "exact"),
        ("The toe stretch", "HowToIntent", {"exercise": {"value": "toe stretch", "id": "toe-stretch"}}, "exact"),
        ("show me a moonwalk", "HowToIntent", {"exercise": {"value": "moonwalk", "id": None}}, "exact"),
        ("who won the game last night", "AMAZON.FallbackIntent", {}, "fallback"),
        ("open stretch coach", "LaunchRequest", {}, "exact"),
    ],
)
def test_a_sentence_is_reported(said: str, intent: str, slots: object, tier: str) -> None:
    report = heard_as(hearing(), said)
    assert report == {"text": said, "intent": intent, "slots": slots, "tier": tier, "score": float(tier == "exact")}


def test_a_guess_has_a_score() -> None:
    report = heard_as(hearing(), "my arches feel tight after the run")
    assert (report["intent"], report["slots"]["complaint"]["id"]) == ("PlanRoutineIntent", "tight-arches")
    assert report["tier"] == "guess"
    assert 0.6 <= report["score"] < 1


def test_a_name_that_several_bear_has_all_their_ids() -> None:
    assert heard_as(hearing(), "the wall one")["slots"]["exercise"] == {
        "value": "the wall one",
        "id": None,
        "ids": ["wall-calf-bent", "wall-calf-straight"],
    }


def test_a_line_can_be_read() -> None:
    said = [
        "next",
        "the wall one",
        "five minutes please",
        "my arches feel tight after the run",
        "what a day",
    ]
    assert [line(heard_as(hearing(), each)).rsplit(" ", 1)[0] for each in said] == [
        "next -> AMAZON.NextIntent",
        "the wall one -> HowToIntent exercise=wall-calf-bent|wall-calf-straight",
        "five minutes please -> PlanRoutineIntent duration=PT5M",
        "my arches feel tight after the run -> PlanRoutineIntent complaint=tight-arches (guess",
        "what a day -> AMAZON.FallbackIntent",
    ]


def test_the_command_writes_an_object_a_line_for_each_line_with_words() -> None:
    done = CliRunner().invoke(main, ["hear", "--json"], input="next\n\n  go back \n")
    assert [json.loads(each)["intent"] for each in done.stdout.splitlines()] == [
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
    ]


def test_the_command_speaks_plainly_without_it() -> None:
    assert CliRunner().invoke(main, ["hear"], input="next\n").stdout == "next -> AMAZON.NextIntent (exact)\n"


def test_the_command_needs_no_web_framework() -> None:
    code = "import sys; from skill.simulator.rehearsal import hearing; hearing(); sys.exit('flask' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 -- ours
