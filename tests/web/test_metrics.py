"""What is counted, by words of ours only, and that nobody is told who did not ask for it."""

import re

import pytest
from flask import Flask
from prometheus_client.parser import text_string_to_metric_families

from skill.settings import Metrics as Audience
from skill.settings import Settings
from skill.web.app import create_app
from skill.web.certificates import Certificates
from skill.web.chain import Trust
from skill.web.metrics import Metrics
from skill.web.verify import Verifier
from tests.alexa.stage import USER, request
from tests.web.visitor import AMAZON, NOW, fetch, posted


@pytest.fixture
def app() -> Flask:
    return create_app(Settings(verify=False, database_url="memory:"), now=lambda: NOW)


def counted(app: Flask) -> str:
    response = app.test_client().get("/metrics")
    assert response.status_code == 200
    return response.get_data(as_text=True)


def samples(app: Flask, name: str) -> dict[tuple[str, ...], float]:
    """The values of a metric by those of its labels, the request first."""
    families = text_string_to_metric_families(counted(app))
    found = (sample for family in families for sample in family.samples if sample.name == name)
    return {tuple(value for _, value in sorted(sample.labels.items(), reverse=True)): sample.value for sample in found}


def test_turns_are_counted_by_request_and_outcome(app: Flask) -> None:
    for name in ("launch", "next", "next", "event-of-tomorrow", "intent-of-tomorrow", "skill-disabled"):
        posted(app, request(name))
    assert samples(app, "stretch_coach_turns_total") == {
        ("LaunchRequest", "answered"): 1,
        ("AMAZON.NextIntent", "answered"): 2,
        ("unknown", "ignored"): 1,
        ("unknown", "answered"): 1,
        ("AlexaSkillEvent.SkillDisabled", "forgotten"): 1,
    }


def test_a_discomfort_is_counted_as_an_aside(app: Flask) -> None:
    envelope = request("how-to")
    envelope["request"]["intent"]["name"] = "DiscomfortIntent"
    posted(app, envelope)
    assert samples(app, "stretch_coach_turns_total") == {("aside", "answered"): 1}
    assert "iscomfort" not in counted(app)


def test_time_is_counted_in_seconds(app: Flask) -> None:
    for _ in range(3):
        posted(app, request("next"))
    assert samples(app, "stretch_coach_turn_seconds_count") == {(): 3}
    assert 0 < samples(app, "stretch_coach_turn_seconds_sum")[()] < 3
    assert samples(app, "stretch_coach_turn_seconds_bucket")[("8.0",)] == 3


def test_refusals_are_counted_by_cause(app: Flask) -> None:
    posted(app, b"{")
    posted(app, b"{")
    posted(app, request("launch") | {"session": "s"})
    posted(app, request("launch"), Forwarded="for=8.8.8.8")
    assert samples(app, "stretch_coach_refusals_total") == {("not-json",): 2, ("envelope",): 1, ("origin",): 1}


def test_fetches_are_counted_by_what_came_of_them() -> None:
    metrics = Metrics()
    verifier = Verifier(Certificates(fetch=fetch, trust=Trust(AMAZON.context), landed=metrics.fetched))
    for body in (b"a", b"b"):
        verifier.verify(AMAZON.headers(body), body, NOW)
    assert b'stretch_coach_certificate_fetches_total{outcome="kept"} 1.0' in metrics.text()


def test_nothing_of_a_runner_is_counted(app: Flask) -> None:
    for name in ("how-to", "how-to-no-match", "launch", "session-ended-by-an-error"):
        posted(app, request(name))
    text = counted(app)
    for secret in (USER, "amzn1", "eyJ0", "calf", "elbow"):
        assert secret not in text


def test_strangers_cannot_make_up_labels(app: Flask) -> None:
    for number in range(50):
        envelope = request("how-to")
        envelope["request"]["intent"]["name"] = f"Intent{number}"
        posted(app, envelope)
        posted(app, request("event-of-tomorrow") | {"request": {"type": f"Type{number}"}})
    assert set(samples(app, "stretch_coach_turns_total")) == {("unknown", "answered"), ("unknown", "ignored")}


def test_the_process_is_counted_too(app: Flask) -> None:
    assert re.search(r"^process_resident_memory_bytes [1-9]", counted(app), re.MULTILINE)


def test_nothing_is_there_where_it_is_off() -> None:
    app = create_app(Settings(verify=False, database_url="memory:", metrics=Audience.OFF))
    response = app.test_client().get("/metrics")
    assert (response.status_code, response.text) == (404, "There is nothing at this address.\n")


@pytest.mark.parametrize(("audience", "status"), [(Audience.HERE, 404), (Audience.OPEN, 200)])
def test_others_are_told_only_where_it_is_open(audience: Audience, status: int) -> None:
    app = create_app(Settings(verify=False, database_url="memory:", metrics=audience))
    response = app.test_client().get("/metrics", environ_overrides={"REMOTE_ADDR": "10.0.0.7"})
    assert response.status_code == status


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For"])
def test_nothing_is_told_through_a_proxy(app: Flask, header: str) -> None:
    assert app.test_client().get("/metrics", headers={header: "10.0.0.1"}).status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_counts_are_only_asked_for(app: Flask, method: str) -> None:
    assert app.test_client().open("/metrics", method=method).status_code == 405


def test_apps_do_not_share_their_counts(app: Flask) -> None:
    posted(app, request("launch"))
    other = create_app(Settings(verify=False, database_url="memory:"), now=lambda: NOW)
    assert samples(other, "stretch_coach_turns_total") == {}
