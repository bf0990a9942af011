"""The four handlers: what each takes, what the last one says, and what the log never learns."""

import pytest
from ask_sdk_core.skill import CustomSkill

from skill.alexa.handlers import KEPT, SLIPPED, Note, skill_of
from skill.coach.cues import Part
from skill.coach.playhead import Spot
from skill.coach.room import Room
from skill.coach.saved import encode
from skill.coach.state import Practice, State
from skill.storage.base import Record
from skill.storage.memory import MemoryRunners
from tests.alexa.stage import NOON_MS, USER, BrokenRunners, Json, Loose, Stage, logged, read, request
from tests.values import replace

PRACTICE = Practice(exercises=("toe-stretch",), spot=Spot(0, Part.WORK))
ENDINGS = [
    "session-ended-by-the-runner",
    "session-ended-by-silence",
    "session-ended-by-an-error",
    "session-ended-for-a-new-reason",
]


def slipping(stage: Stage) -> Stage:
    """The stage with a coach that trips over what the runner said."""

    def trip(state: State) -> State:
        raise KeyError("my secret words")

    stage.script.following = trip
    return stage


def slip(stored: State | None, **session: Loose) -> Json:
    runners = MemoryRunners()
    if stored:
        runners.save(USER, encode(stored), stored.turn)
    with logged():
        return slipping(Stage(runners=runners)).answers(request("next", **session))


def noted(stage: Stage, name: str) -> Note:
    """What the handlers leave for the log."""
    note: Note = {}
    stage.skill.invoke(read(request(name)), note)
    return note


def spoken(answer: Json) -> str:
    ssml: str = answer["response"]["outputSpeech"]["ssml"]
    return ssml.removeprefix("<speak>").removesuffix("</speak>")


def test_the_skill_is_the_sdks_own() -> None:
    assert isinstance(Stage().skill, CustomSkill)


@pytest.mark.parametrize("name", ENDINGS)
def test_the_end_of_a_session_is_answered_with_nothing(name: str) -> None:
    stage = Stage(runners=BrokenRunners())
    answer = stage.answers(request(name, attributes={"coach": encode(State(turn=3))}))
    assert {key: answer[key] for key in answer if key != "userAgent"} == {
        "version": "1.0",
        "response": {},
        "sessionAttributes": {},
    }
    assert stage.script.requests == []


def test_why_a_session_ended_is_known_to_the_log() -> None:
    assert noted(Stage(), "session-ended-by-an-error") == {"reason": "ERROR", "error": "INVALID_RESPONSE"}
    assert noted(Stage(), "session-ended-for-a-new-reason") == {"reason": "unknown"}


@pytest.mark.parametrize(("name", "known"), [("how-to", "HowToIntent"), ("intent-of-tomorrow", "unknown")])
def test_the_log_names_intents_of_ours_only(name: str, known: str) -> None:
    assert noted(Stage(), name) == {"intent": known}


def test_the_log_learns_nothing_of_health() -> None:
    hurting = request("how-to")
    hurting["request"]["intent"] = {"name": "DiscomfortIntent", "slots": {"sensation": {"value": "chest pain"}}}
    note: Note = {}
    Stage().skill.invoke(read(hurting), note)
    assert note == {"intent": "aside"}


def test_a_slip_is_one_kind_sentence_and_the_end_of_the_session() -> None:
    answer = slip(None)
    assert spoken(answer) == SLIPPED
    assert answer["response"]["shouldEndSession"] is True
    assert "reprompt" not in answer["response"]
    assert answer["sessionAttributes"] == {}


@pytest.mark.parametrize("stored", [State(turn=3, practice=PRACTICE), State(turn=4, aside=PRACTICE)])
def test_the_place_is_promised_where_it_is_kept(stored: State) -> None:
    answer = slip(stored, attributes={"coach": encode(State(turn=3, practice=PRACTICE))})
    assert spoken(answer) == f"{SLIPPED} {KEPT}"


@pytest.mark.parametrize("stored", [None, State(turn=2, practice=PRACTICE), State(turn=3)])
def test_the_place_that_only_the_session_knew_is_kept_by_a_slip(stored: State | None) -> None:
    answer = slip(stored, attributes={"coach": encode(State(turn=3, practice=PRACTICE))})
    assert spoken(answer) == f"{SLIPPED} {KEPT}"


@pytest.mark.parametrize("stored", [None, State(turn=3)])
def test_the_place_is_not_promised_where_there_is_none(stored: State | None) -> None:
    assert spoken(slip(stored, attributes={"coach": encode(State(turn=3))})) == SLIPPED


def test_a_place_that_makes_two_turns_slip_is_given_up() -> None:
    runners = MemoryRunners()
    left = State(turn=5, practice=replace(PRACTICE, touched_ms=NOON_MS), told=frozenset({"safety"}))
    runners.save(USER, encode(left), left.turn)
    with logged():
        first = slipping(Stage(runners=runners)).answers(request("next", new=True))
        second = slipping(Stage(runners=runners)).answers(request("next", new=True))
    assert (spoken(first), spoken(second)) == (f"{SLIPPED} {KEPT}", SLIPPED)
    kept = runners.load(USER)
    assert kept is not None
    assert (kept["told"], "practice" in kept) == (["safety"], False)


def test_the_place_is_not_promised_where_the_store_fails() -> None:
    with logged():
        answer = slipping(Stage(runners=BrokenRunners())).answers(request("next"))
    assert spoken(answer) == SLIPPED


def test_a_slip_while_slipping_is_still_one_kind_sentence() -> None:
    class Mad(BrokenRunners):
        def load(self, user_id: str) -> Record | None:
            raise ZeroDivisionError

    with logged():
        answer = slipping(Stage(runners=Mad())).answers(request("launch"))
    assert spoken(answer) == SLIPPED


def test_the_log_learns_where_a_slip_was_and_nothing_a_runner_said() -> None:
    note = noted(slipping(Stage()), "how-to")
    assert (note["intent"], note["outcome"], note["error"]) == ("HowToIntent", "slipped", "KeyError")
    assert note["where"].split(", ")[0].endswith(" trip")
    assert "secret" not in str(note)
    assert "calf" not in str(note)


def test_a_session_that_ends_leaves_the_place_in_the_store() -> None:
    stage = Stage()
    carried = {"coach": encode(State(turn=3, practice=replace(PRACTICE, touched_ms=NOON_MS)))}
    stage.answers(request("session-ended-by-the-runner", attributes=carried))
    kept = stage.runners.load(USER)
    assert kept is not None
    assert (kept["turn"], kept["practice"]["exercises"]) == (4, list(PRACTICE.exercises))


def test_a_slip_when_a_session_ends_says_nothing() -> None:
    def broken(room: Room, state: State) -> State:
        raise ZeroDivisionError

    stage = Stage()
    skill = skill_of(replace(stage.conversation, coach=replace(stage.conversation.coach, leave=broken)))
    with logged():
        answer = skill.invoke(read(request("session-ended-by-the-runner")), None)
    assert answer.response is not None
    assert answer.response.output_speech is None


def test_a_place_that_makes_every_launch_slip_is_given_up_and_the_rest_is_kept() -> None:
    left = State(turn=5, practice=replace(PRACTICE, touched_ms=NOON_MS), told=frozenset({"safety"}))
    runners = MemoryRunners()
    runners.save(USER, encode(left), left.turn)
    with logged():
        answer = slipping(Stage(runners=runners)).answers(request("launch"))
    assert spoken(answer) == SLIPPED
    kept = runners.load(USER)
    assert kept is not None
    assert (kept["turn"], kept["told"], "practice" in kept) == (6, ["safety"], False)
