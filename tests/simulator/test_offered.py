"""Whatever a prompt tells the runner to say is heard as an intent that fits; FITTING lists all that is offered."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from skill.simulator.hear import Tier
from tests.simulator.sentences import TESTS, hearing

PROMPTS: Path = TESTS.parent / "content" / "prompts" / "en-US.ftl"
OFFER = re.compile(r"\b[Ss]ay (?P<said>[^.?!]+)")
PURPOSE = re.compile(r" (?:for|to|when|once|if|and (?:I'll|I won't|walk))\b.*")
ASIDE = re.compile(r"^(?:tell me how|the name of|a number|such as|walk about)\b")
"""No phrase but what kind of thing to say; OPEN has examples."""

RESUME, NEXT = "AMAZON.ResumeIntent", "AMAZON.NextIntent"
FITTING = {
    "again": {"AMAZON.RepeatIntent"},
    "calf stretch": {"HowToIntent"},
    "carry on": {RESUME},
    "go back": {"AMAZON.PreviousIntent"},
    "how do i do a calf stretch": {"HowToIntent"},
    "list routines": {"ListRoutinesIntent"},
    "list exercises": {"ListExercisesIntent"},
    "list stretches": {"ListExercisesIntent"},
    "more": {"AMAZON.MoreIntent"},
    "next": {NEXT},
    "no": {"AMAZON.NoIntent"},
    "pause": {"AMAZON.PauseIntent"},
    "ready": {"ReadyIntent"},
    "repeat": {"AMAZON.RepeatIntent"},
    "resume": {RESUME},
    "skip": {NEXT, "SkipExerciseIntent"},
    "start my post-run routine": {"StartRoutineIntent"},
    "stop": {"AMAZON.StopIntent"},
    "yes": {"AMAZON.YesIntent"},
    "the first": {"GoToExerciseIntent"},
    "the second one": {"GoToExerciseIntent"},
    "easier": {"EasierIntent"},
    "harder": {"HarderIntent"},
    "bring it back": {"AllowExerciseIntent"},
    "slower": {"SetPaceIntent"},
    "faster": {"SetPaceIntent"},
    "normal": {"SetPaceIntent"},
    "one step at a time": {"SetFlowIntent"},
    "wait for me": {"SetFlowIntent"},
    "keep going by yourself": {"SetFlowIntent"},
    "explain everything": {"SetDetailIntent"},
    "just the timing": {"SetDetailIntent"},
    "make holds forty-five seconds": {"SetHoldIntent"},
    "finish": {"DoneIntent"},
    "wait": {"AMAZON.PauseIntent"},
}
"""What a prompt may offer, and what it may be heard as."""

OPEN = {"three": "GoToExerciseIntent", "five minutes": "PlanRoutineIntent", "ten minutes": "PlanRoutineIntent"}
"""Answers to "Say a number" and "Tell me how many minutes"."""

NAMES = re.compile(r"^(?:name )?(?:an?|another|one)\b.*|.*\{.*")
"""An offer to name something, whatever it is called."""


def sentences() -> Iterator[str]:
    """Every text of every prompt, variables in braces."""
    for entry in FluentParser().parse(PROMPTS.read_text("utf-8")).body:
        if isinstance(entry, ast.Message) and entry.value:
            yield from texts(entry.value)


def texts(pattern: ast.Pattern) -> Iterator[str]:
    whole = ""
    for element in pattern.elements:
        expression = element.expression if isinstance(element, ast.Placeable) else None
        if isinstance(expression, ast.SelectExpression):
            for variant in expression.variants:
                yield from texts(variant.value)
        whole += element.value if isinstance(element, ast.TextElement) else "{}"
    yield whole


def phrases(sentence: str) -> Iterator[str]:
    """The phrases that a sentence offers: "Say carry on, or say no for something else." offers two."""
    for match in OFFER.finditer(sentence):
        for said in re.split(r",? or (?:say )?|, (?:and |say )?| say ", match["said"]):
            phrase = PURPOSE.sub("", said).strip().lower()
            if phrase and not phrase.startswith("name ") and not NAMES.match(phrase) and not ASIDE.match(phrase):
                yield phrase


OFFERED = sorted({phrase for sentence in sentences() for phrase in phrases(sentence)})


def test_phrases_are_found_in_the_prompts() -> None:
    assert list(phrases("Say carry on, or say no for something else.")) == ["carry on", "no"]
    assert list(phrases("Say next to go on, pause to wait, or stop to leave.")) == ["next", "pause", "stop"]
    assert {"next", "list routines", "ready", "carry on"} <= set(OFFERED)


@pytest.mark.parametrize("said", OPEN)
def test_an_open_question_can_be_answered(said: str) -> None:
    assert hearing().hear(said).intent == OPEN[said]


@pytest.mark.parametrize("phrase", OFFERED)
def test_what_a_prompt_offers_is_heard_as_fits(phrase: str) -> None:
    heard = hearing().hear(phrase)
    assert heard.intent in FITTING[phrase]
    assert heard.tier in {Tier.LITERAL, Tier.KNOWN}
