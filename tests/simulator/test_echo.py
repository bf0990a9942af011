"""A pretended Echo sends what a real one would, when a real one would; its clock stands still in between."""

from collections.abc import Callable
from typing import Any

import pytest

from skill.simulator.clock import Clock
from skill.simulator.echo import NOT_OPEN, Echo, NotSpeakingError, Post
from skill.simulator.events import Alexa, Closed, Event, Prompted, Said
from tests.simulator.endpoint import FakeSkill, response

Device = Callable[[Post], Echo]

TEN_SECONDS = response("Two words. <break time='8s'/>", "Well?")
ENDING = response("Good bye now.")
START_MS, LISTENING_MS, ANSWER_MS, LAG_MS = 1_000, 8_000, 2_000, 3_000


def opened(device: Device, skill: FakeSkill) -> Echo:
    echo = device(skill)
    echo.says("open stretch coach")
    return echo


def kinds(events: list[Event]) -> list[type]:
    return [type(event) for event in events]


def slot(skill: FakeSkill) -> dict[str, Any]:
    found: dict[str, Any] = skill.last["request"]["intent"]["slots"]["exercise"]
    return found


def test_opening_the_skill_sends_a_launch_in_a_new_session(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    echo = opened(device, skill)
    assert skill.last["request"]["type"] == "LaunchRequest"
    assert skill.last["session"]["new"]
    assert skill.last["session"]["attributes"] == {}
    assert skill.last["request"]["timestamp"] == "2026-03-02T07:00:00Z"
    assert echo.is_open


def test_words_to_a_closed_skill_are_not_for_it(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    assert device(skill).says("next") == [Alexa(NOT_OPEN)]
    assert skill.requests == []


def test_a_wish_said_with_the_name_opens_the_skill_with_its_intent(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    device(skill).says("ask stretch coach to show me a calf stretch")
    assert skill.last["request"]["intent"]["name"] == "HowToIntent"
    assert skill.last["session"]["new"]


def test_an_open_session_goes_on_with_its_attributes(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    opened(device, skill).says("next")
    first, second = skill.requests
    assert second["session"]["sessionId"] == first["session"]["sessionId"]
    assert not second["session"]["new"]
    assert second["session"]["attributes"] == {"turn": 1}
    assert second["request"]["requestId"] != first["request"]["requestId"]


def test_a_known_name_is_resolved(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    opened(device, skill).says("the calf one")
    resolution = slot(skill)["resolutions"]["resolutionsPerAuthority"][0]
    assert slot(skill)["value"] == "the calf one"
    assert resolution["status"]["code"] == "ER_SUCCESS_MATCH"
    assert [each["value"]["id"] for each in resolution["values"]] == ["wall-calf-straight", "wall-calf-bent"]


def test_an_unknown_name_is_sent_unresolved(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    opened(device, skill).says("show me a crane")
    resolution = slot(skill)["resolutions"]["resolutionsPerAuthority"][0]
    assert slot(skill)["value"] == "crane"
    assert resolution["status"]["code"] == "ER_SUCCESS_NO_MATCH"
    assert "values" not in resolution


def test_an_empty_slot_is_sent_without_a_value(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    opened(device, skill).says("show me a stretch")
    assert slot(skill) == {"name": "exercise", "confirmationStatus": "NONE", "source": "USER"}


def test_an_intent_without_slots_has_none(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    opened(device, skill).says("next")
    assert skill.last["request"]["intent"] == {"name": "AMAZON.NextIntent", "confirmationStatus": "NONE"}


def test_the_slot_the_skill_asks_for_takes_what_is_said(device: Device) -> None:
    elicit = {"type": "Dialog.ElicitSlot", "slotToElicit": "exercise", "updatedIntent": {"name": "HowToIntent"}}
    skill = FakeSkill(response("Which?", "Which one?", asks=elicit))
    opened(device, skill).says("crane")
    assert slot(skill)["value"] == "crane"


def test_words_come_after_the_coach_has_finished(device: Device, clock: Clock) -> None:
    begin_ms = clock.ms
    opened(device, FakeSkill(TEN_SECONDS)).says("next")
    assert clock.ms - begin_ms == START_MS + 10_000 + ANSWER_MS


def test_an_interruption_is_read_as_the_moment_it_was_meant(device: Device, clock: Clock) -> None:
    echo = opened(device, FakeSkill(TEN_SECONDS))
    sent_at_ms = clock.ms
    echo.interrupts(7_000, "next")
    assert clock.ms - sent_at_ms - LAG_MS == 7_000


def test_nothing_can_be_interrupted_after_its_end(device: Device) -> None:
    echo = opened(device, FakeSkill(TEN_SECONDS))
    with pytest.raises(NotSpeakingError, match=r"speaks for 10\.0 s, .* at 10 s"):
        echo.interrupts(10_000, "next")
    with pytest.raises(NotSpeakingError, match=r"speaks for 0\.0 s"):
        device(FakeSkill(TEN_SECONDS)).interrupts(1_000, "next")


def test_a_short_silence_changes_nothing(device: Device, clock: Clock) -> None:
    echo = opened(device, FakeSkill(TEN_SECONDS))
    begin_ms = clock.ms
    assert echo.waits(5_000) == []
    assert clock.ms - begin_ms == START_MS + 10_000 + 5_000
    echo.says("next")
    assert clock.ms - begin_ms == START_MS + 10_000 + 5_000


def test_after_eight_seconds_comes_the_reprompt(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    echo = opened(device, skill)
    assert kinds(echo.waits(8_000)) == [Prompted]
    assert echo.is_open
    assert len(skill.requests) == 1


def test_an_answer_to_the_reprompt_waits_for_its_end(device: Device, clock: Clock) -> None:
    echo = opened(device, FakeSkill(TEN_SECONDS))
    echo.waits(8_000)
    begin_ms = clock.ms
    echo.says("next")
    assert clock.ms - begin_ms == 1_000 + ANSWER_MS


def test_a_reprompt_can_be_interrupted(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    echo = opened(device, skill)
    echo.waits(8_000)
    assert kinds(echo.interrupts(500, "next")) == [Said]


def test_long_silence_closes_the_session_and_the_skill_is_told(device: Device, clock: Clock) -> None:
    skill = FakeSkill(TEN_SECONDS)
    echo = opened(device, skill)
    begin_ms = clock.ms
    assert kinds(echo.waits(3_600_000)) == [Prompted, Closed]
    assert not echo.is_open
    assert skill.last["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert skill.last["request"]["timestamp"] == "2026-03-02T07:00:28Z"  # 1 + 10 + 8 + 1 + 8
    assert clock.ms - begin_ms == START_MS + 10_000 + 3_600_000


def test_a_response_that_ends_the_session_closes_it_without_a_request(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS, ENDING)
    echo = opened(device, skill)
    assert kinds(echo.says("next")) == [Said, Closed]
    assert echo.says("next") == [Alexa(NOT_OPEN)]
    assert skill.kinds() == ["LaunchRequest", "IntentRequest"]


def test_a_lost_session_is_told_to_nobody(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    echo = opened(device, skill)
    echo.loses_session()
    assert not echo.is_open
    assert skill.kinds() == ["LaunchRequest"]


def test_opened_again_the_skill_has_a_session_of_its_own(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    echo = opened(device, skill)
    echo.loses_session()
    echo.says("open stretch coach")
    first, second = skill.requests
    assert second["session"]["new"]
    assert second["session"]["attributes"] == {}
    assert second["session"]["sessionId"] != first["session"]["sessionId"]


def test_exit_closes_the_skill_by_itself(device: Device) -> None:
    skill = FakeSkill(TEN_SECONDS)
    assert opened(device, skill).says("Alexa, exit") == [Closed()]
    assert skill.last["request"]["reason"] == "USER_INITIATED"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"Bad Gateway", "not one"),
        (b"{}", "not one"),
        (response("a < b", "Well?"), "not XML"),
        (b'"' + b"a" * 120_000 + b'"', "120002 bytes"),
    ],
)
def test_an_answer_alexa_cannot_use_ends_the_session_with_her_own_words(
    device: Device, answer: dict[str, Any] | bytes, why: str
) -> None:
    skill = FakeSkill(TEN_SECONDS, answer)
    problem, closed = opened(device, skill).says("next")
    assert isinstance(problem, Alexa)
    assert problem.text.startswith("There was a problem")
    assert why in problem.text
    assert closed == Closed()
    assert skill.last["request"]["reason"] == "ERROR"
    assert skill.last["request"]["error"]["type"] == "INVALID_RESPONSE"
