"""What a parsed request says of itself: when sent, for which skill, only once; and all else JSON can be."""

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.web import envelope
from skill.web.refusal import BadRequest, Cause
from skill.web.replays import Replays
from skill.web.shape import shaped

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
OURS, OTHER = "amzn1.ask.skill.ours", "amzn1.ask.skill.other"
EVENTS = (
    "AlexaSkillEvent.SkillEnabled",
    "AlexaSkillEvent.SkillDisabled",
    "AlexaSkillEvent.SkillAccountUnlinked",
    "AlexaSkillEvent.ProactiveSubscriptionChanged",
    "AlexaSkillEvent.NotificationSubscriptionChanged",
    "AlexaHouseholdListEvent.ItemsCreated",
    "Reminders.ReminderStarted",
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def request(**fields: object) -> dict[str, Any]:
    return {"request": {"type": "LaunchRequest", "requestId": "r", "timestamp": "2026-11-20T12:00:00Z", **fields}}


def sent(seconds: float, kind: str = "LaunchRequest") -> dict[str, Any]:
    return request(type=kind, timestamp=(NOW + timedelta(seconds=seconds)).isoformat())


def application(**ids: object) -> dict[str, Any]:
    parts = {place: {"application": {"applicationId": named}} for place, named in ids.items()}
    system = {"context": {"System": parts.pop("system")}} if "system" in parts else {}
    return request() | system | parts


def check_timestamp(plain: object, now: datetime) -> None:
    envelope.check_timestamp(shaped(plain).request, now)


def check_application_id(plain: object, skill_id: str | None) -> None:
    envelope.check_application_id(shaped(plain), skill_id)


def check_replay(plain: object, replays: Replays, now: datetime) -> None:
    envelope.check_replay(shaped(plain).request, replays, now)


def cause_of(check: Callable[..., None], *args: object) -> Cause | None:
    try:
        check(*args)
    except BadRequest as refusal:
        return refusal.cause
    return None


@pytest.mark.parametrize(
    ("seconds", "cause"),
    [
        (0, None),
        (-150, None),
        (150, None),
        (-150.001, Cause.TIMESTAMP),
        (150.001, Cause.TIMESTAMP),
        (-86400, Cause.TIMESTAMP),
    ],
)
def test_a_request_is_accepted_within_150_s_either_way(seconds: float, cause: Cause | None) -> None:
    assert cause_of(check_timestamp, sent(seconds), NOW) == cause


@pytest.mark.parametrize("kind", EVENTS)
@pytest.mark.parametrize(("seconds", "cause"), [(-3600, None), (3600, None), (-3601, Cause.TIMESTAMP)])
def test_a_skill_event_is_accepted_within_an_hour(kind: str, seconds: float, cause: Cause | None) -> None:
    assert cause_of(check_timestamp, sent(seconds, kind), NOW) == cause


@pytest.mark.parametrize(
    "kind", ["LaunchRequest", "AlexaSkillEvents.X", "Remindersx", "x.Reminders.ReminderStarted", ""]
)
def test_what_only_resembles_an_event_gets_no_hour(kind: str) -> None:
    assert cause_of(check_timestamp, sent(-151, kind), NOW) is Cause.TIMESTAMP


@pytest.mark.parametrize(
    ("timestamp", "cause"),
    [
        ("2026-11-20T12:00:00Z", None),
        ("2026-11-20T12:00:00.123Z", None),
        ("2026-11-20T12:00:00.123456789Z", None),
        ("2026-11-20T12:00:00+00:00", None),
        ("2026-11-20T14:00:00+02:00", None),
        ("2026-11-20T12:00:00+02:00", Cause.TIMESTAMP),
        ("2026-11-20T12:00:00", Cause.TIMESTAMP),
        ("2026-11-20", Cause.TIMESTAMP),
        ("12:00:00Z", Cause.TIMESTAMP),
        ("2026-11-20T25:00:00Z", Cause.TIMESTAMP),
        ("0001-01-01T00:00:00+23:59", Cause.TIMESTAMP),
        ("9999-12-31T23:59:59-23:59", Cause.TIMESTAMP),
        ("yesterday", Cause.TIMESTAMP),
        ("\ud800", Cause.TIMESTAMP),
        ("", Cause.TIMESTAMP),
        (None, Cause.TIMESTAMP),
        (int(NOW.timestamp()), Cause.TIMESTAMP),
        (True, Cause.TIMESTAMP),
        ([], Cause.TIMESTAMP),
        ({}, Cause.TIMESTAMP),
    ],
)
def test_a_timestamp_is_an_iso_8601_time_with_a_zone(timestamp: object, cause: Cause | None) -> None:
    assert cause_of(check_timestamp, request(timestamp=timestamp), NOW) == cause


@pytest.mark.parametrize(
    ("timestamp", "cause"),
    [
        (int(NOW.timestamp()), None),
        (int(NOW.timestamp()) * 1000, None),
        (int(NOW.timestamp()) - 3600, None),
        (int(NOW.timestamp()) * 1000 - 3_601_000, Cause.TIMESTAMP),
        (NOW.timestamp(), Cause.TIMESTAMP),
        (0, Cause.TIMESTAMP),
        (-1, Cause.TIMESTAMP),
        (10**400, Cause.TIMESTAMP),
        (True, Cause.TIMESTAMP),
        (None, Cause.TIMESTAMP),
    ],
)
def test_an_event_may_give_an_epoch_in_seconds_or_milliseconds(timestamp: object, cause: Cause | None) -> None:
    event = request(type=EVENTS[0], timestamp=timestamp)
    assert cause_of(check_timestamp, event, NOW) == cause


@pytest.mark.parametrize(
    ("plain", "skill_id", "cause"),
    [
        (application(system=OURS, session=OURS), OURS, None),
        (application(system=OURS), OURS, None),
        (application(session=OURS), OURS, None),
        (application(system=OURS) | {"session": None}, OURS, None),
        (application(system=OTHER, session=OURS), OURS, Cause.APPLICATION_ID),
        (application(system=OURS, session=OTHER), OURS, Cause.APPLICATION_ID),
        (application(system=OTHER), OURS, Cause.APPLICATION_ID),
        (application(system=OURS.upper()), OURS, Cause.APPLICATION_ID),
        (application(system=None), OURS, Cause.APPLICATION_ID),
        (application(system="", session=OURS), OURS, Cause.APPLICATION_ID),
        (request(), OURS, Cause.APPLICATION_ID),
        (application(system=OTHER), None, None),
        (request(), None, None),
        (application(system=1), OURS, Cause.ENVELOPE),
        (application(system=[OURS]), OURS, Cause.ENVELOPE),
        (application(system={}), None, Cause.ENVELOPE),
        (request() | {"context": []}, None, Cause.ENVELOPE),
        (request() | {"context": {"System": "x"}}, OURS, Cause.ENVELOPE),
        (request() | {"session": {"application": 1}}, OURS, Cause.ENVELOPE),
        ([], OURS, Cause.ENVELOPE),
    ],
)
def test_a_request_must_be_for_this_skill_wherever_it_says_so(
    plain: object, skill_id: str | None, cause: Cause | None
) -> None:
    assert cause_of(check_application_id, plain, skill_id) == cause


def test_a_request_passes_once() -> None:
    replays = Replays()
    assert cause_of(check_replay, request(requestId="a"), replays, NOW) is None
    assert cause_of(check_replay, request(requestId="b"), replays, NOW) is None
    assert cause_of(check_replay, request(requestId="a"), replays, NOW) is Cause.REPLAY


@pytest.mark.parametrize("kind", EVENTS)
def test_an_event_passes_as_often_as_alexa_sends_it(kind: str) -> None:
    replays = Replays()
    assert [cause_of(check_replay, request(type=kind), replays, NOW) for _ in range(3)] == [None] * 3


@pytest.mark.parametrize(("request_id", "cause"), [(None, None), (1, Cause.ENVELOPE), ([], Cause.ENVELOPE)])
def test_a_request_id_is_text_or_absent(request_id: object, cause: Cause | None) -> None:
    assert cause_of(check_replay, request(requestId=request_id), Replays(), NOW) == cause


@settings(deadline=None)
@given(JSON)
def test_any_json_is_accepted_or_refused_and_nothing_else(value: object) -> None:
    _check_all(value)


@settings(deadline=None)
@given(
    JSON,
    st.sampled_from([("request",), ("request", "timestamp"), ("request", "type"), ("request", "requestId")]),
)
def test_any_json_in_any_place_is_accepted_or_refused_and_nothing_else(value: object, place: tuple[str, ...]) -> None:
    _check_all(_with(request(), place, value))
    _check_all(_with(request(type=EVENTS[0]), place, value))


@settings(deadline=None)
@given(JSON, st.integers(1, 4))
def test_any_json_in_the_place_of_an_id_is_accepted_or_refused_and_nothing_else(value: object, depth: int) -> None:
    place = ("context", "System", "application", "applicationId")[:depth]
    _check_all(_with(request() | application(system=OURS), place, value))


@settings(deadline=None)
@given(st.datetimes(timezones=st.timezones()))
def test_any_time_can_be_told_from_now(moment: datetime) -> None:
    with suppress(BadRequest):
        check_timestamp(request(timestamp=moment.isoformat()), NOW)


def _check_all(plain: object) -> None:
    with suppress(BadRequest):
        check_timestamp(plain, NOW)
    with suppress(BadRequest):
        check_application_id(plain, OURS)
    with suppress(BadRequest):
        check_replay(plain, Replays(), NOW)


def _with(plain: dict[str, Any], place: tuple[str, ...], value: object) -> dict[str, Any]:
    changed: Any = deepcopy(plain)
    *way, last = place
    inner = changed
    for key in way:
        inner = inner[key]
    inner[last] = value
    return dict(changed)
