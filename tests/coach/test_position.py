"""Nobody is left in a position: the way out comes before anything else is asked, told or begun."""

import pytest

from skill.coach.cues import Part, Read, Say, Wait
from skill.coach.preferences import Flow, Preferences
from skill.coach.requests import (
    Again,
    Avoid,
    Describe,
    Discomfort,
    GoTo,
    HowTo,
    Launch,
    ListExercises,
    ListRoutines,
    Lost,
    Name,
    Next,
    No,
    NoKit,
    OtherSide,
    Pause,
    PlanRoutine,
    Previous,
    Ready,
    Repeat,
    Request,
    Resume,
    Skip,
    StartOver,
    StartRoutine,
    Stop,
    Why,
    Yes,
)
from skill.coach.sensations import Sensation
from skill.coach.state import Finished, State
from skill.coach.time_requests import SetHold
from skill.domain.model import Exercise
from tests.coach.runner import Runner, exit_of, real_library
from tests.values import replace

LOW = {"foot-strength-two": 5, "post-run": 4}
"""Sit on heels and downward dog: the number of each in its routine."""

LEAVING: tuple[Request, ...] = (
    Pause(),
    Skip(),
    GoTo(number=1),
    HowTo(Name(("ankle-circles",), "ankle circles")),
    HowTo(Name((), "zumba")),
    StartRoutine(Name(("seated",), "seated")),
    Describe(Name(("calf-raise",), "calf raise")),
    PlanRoutine(300),
    ListRoutines(),
    ListExercises(Name(("calf",), "calf")),
    Launch(),
    SetHold(),
    Avoid(),
    Why(Name((), "zumba", ("toe-walk", "toe-lifts"))),
    NoKit(Name(("mat",), "mat")),
)
PARTS = (Part.SETUP, Part.WORK, Part.EXIT)


def at(routine_id: str, flow: Flow = Flow.WAIT_FOR_ME) -> Runner:
    """At that exercise of the routine, its turn just begun."""
    kept = Preferences(flow=flow)
    runner = Runner(state=State(turn=5, last=Finished("post-run", 0), preferences=kept))
    runner.says(StartRoutine(Name((routine_id,), routine_id))).answers(Ready())
    return runner.says(GoTo(number=LOW[routine_id]))


def exercise_at(routine_id: str) -> Exercise:
    entry = real_library().routines[routine_id].entries[LOW[routine_id] - 1]
    return real_library().exercises[entry.exercise]


def leads_out(runner: Runner, exercise: Exercise) -> bool:
    """Whether the exit sentence is in the reply with its silence after it, and before any title."""
    after = runner.cues.index(Read(exit_of(exercise))) + 1
    is_titled = any(isinstance(cue, Say) and cue.key.startswith("title") for cue in runner.cues[:after])
    return runner.cues[after] == Wait(exercise.exit_s * 1000) and not is_titled


@pytest.mark.parametrize("request_", LEAVING, ids=repr)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("routine_id", LOW)
def test_whatever_leads_away_brings_out_first(routine_id: str, part: Part, request_: Request) -> None:
    runner = at(routine_id).during(part, 0.5, index=1 if part is Part.SETUP else 0)
    runner.is_new_session = False
    assert leads_out(runner.says(request_), exercise_at(routine_id))


@pytest.mark.parametrize("request_", [Next(), Skip(), Previous(), GoTo(number=1), Again(), Repeat(), Pause()], ids=repr)
def test_a_way_out_that_was_broken_off_is_led_again(request_: Request) -> None:
    runner = at("foot-strength-two").during(Part.WORK, 8).says(Next()).interrupts_at(1.5)
    assert exit_of(exercise_at("foot-strength-two")) in runner.says(request_).words.partition("of six")[0]


def test_step_by_step_a_way_out_leads_to_the_first_instruction() -> None:
    runner = at("foot-strength-two", Flow.STEP_BY_STEP)
    while not any(one.part is Part.WORK for one in runner.reply.timeline):
        runner.answers(Next())
    runner.during(Part.WORK, 8).says(Next()).interrupts_at(1.5).says(Next())
    assert exit_of(exercise_at("foot-strength-two")) in runner.words
    assert runner.taught == ["deep squat hold"]


@pytest.mark.parametrize("sensation", [None, Sensation.SHARP, Sensation.CRAMP, Sensation.NUMB, Sensation.POP])
@pytest.mark.parametrize("part", PARTS)
def test_discomfort_brings_out_of_every_part(part: Part, sensation: Sensation | None) -> None:
    runner = at("foot-strength-two").during(part, 0.5, index=1 if part is Part.SETUP else 0)
    runner.says(Discomfort(sensation))
    assert leads_out(runner, exercise_at("foot-strength-two"))


def test_pain_on_the_way_to_the_next_is_that_of_the_one_before() -> None:
    runner = at("foot-strength-two").during(Part.WORK, 8).says(Next()).interrupts_at(1.5)
    runner.says(Discomfort(Sensation.SHARP, Name(("big-toe",), "big toe")))
    assert runner.practice.exercises[-1] == "deep-squat"
    assert "Next, deep squat hold" in runner.words
    assert exit_of(exercise_at("foot-strength-two")) in runner.words


@pytest.mark.parametrize("request_", [Resume(), Ready()])
def test_a_pause_in_a_low_setup_begins_it_at_the_place(request_: Request) -> None:
    runner = at("foot-strength-two").during(Part.SETUP, 0.5, index=1).says(Pause()).waits(20).says(request_)
    assert "Kneel" in runner.words


def test_a_pause_in_a_standing_setup_goes_on_with_its_sentence() -> None:
    runner = Runner().says(StartRoutine(Name(("post-run",), ""))).answers(Ready()).during(Part.SETUP, 1, index=1)
    runner.says(Pause()).waits(20).says(Resume())
    assert runner.words.startswith("Back to the calf stretch. Bend the front knee and lean in")


def test_in_another_session_a_setup_begins_at_its_place() -> None:
    runner = Runner().says(StartRoutine(Name(("post-run",), ""))).answers(Ready()).during(Part.SETUP, 1, index=1)
    runner.says(Stop()).comes_back(after_s=60).says(Launch()).answers(Yes())
    assert "Face a wall" in runner.words


def test_the_same_side_is_done_once_more_at_a_prompt_and_no_other() -> None:
    runner = Runner().says(StartRoutine(Name(("post-run",), ""))).answers(Ready()).answers(Next()).hears_out().waits(1)
    runner.says(OtherSide())
    assert len({one.step for one in runner.reply.timeline if one.part is Part.WORK}) == 1


def test_a_hold_gone_on_with_at_half_says_one_thing() -> None:
    runner = Runner().says(StartRoutine(Name(("quick-cool-down",), ""))).during(Part.WORK, 10).says(Pause()).waits(5)
    assert "Hold. Halfway." not in runner.says(Resume()).words.partition("Change")[0]


def test_a_pause_between_two_parts_leads_back_into_the_position() -> None:
    runner = Runner().says(HowTo(Name(("bear-rock",), ""))).during(Part.REST, 0.5, index=1).says(Pause()).waits(10)
    runner.says(Resume())
    assert runner.keys[0] == "back-into"
    assert runner.keys.count("hold") == 1


def on_the_last_way_out() -> Runner:
    """On the way out of the last exercise, whose closing words have not come yet."""
    runner = at("post-run").during(Part.EXIT, 2)
    runner.is_new_session = False
    return runner


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Yes(), "One of four. Calf stretch."),
        (Ready(), "One of four. Calf stretch."),
        (No(), "One of four done. Good work."),
        (Repeat(), "Start again from the first one?"),
        (Lost(), "Sorry, I missed that. Start again from the first one?"),
    ],
    ids=repr,
)
def test_starting_over_is_asked_and_done_on_the_last_way_out(answer: Request, words: str) -> None:
    assert on_the_last_way_out().says(StartOver()).answers(answer).words.startswith(words)


def test_no_question_is_left_open_by_a_session_that_ended_on_the_last_way_out() -> None:
    runner = on_the_last_way_out().says(StartOver()).hears_out().comes_back(after_s=600).says(Launch())
    assert runner.state.practice is None
    assert runner.state.last == Finished("post-run", runner.now_ms)


def test_another_routine_begins_at_once_on_the_last_way_out_and_this_one_counts() -> None:
    runner = on_the_last_way_out().says(StartRoutine(Name(("seated",), "")))
    assert leads_out(runner, exercise_at("post-run"))
    assert runner.taught == ["toe stretch"]
    assert runner.state.aside is None
    assert runner.state.last == Finished("post-run", runner.now_ms)


def test_kit_of_what_is_done_is_not_asked_about_on_the_way_out() -> None:
    runner = on_the_last_way_out().says(NoKit(Name(("mat",), "mat")))
    assert runner.words.startswith("Nothing that is left needs it. Lower your knees")
    assert not runner.reply.is_open


@pytest.mark.parametrize(
    "request_",
    [
        Avoid(),
        HowTo(Name(("towel-curls",), "")),
        StartRoutine(Name(("seated",), "")),
        GoTo(Name(("ball-roll",), "")),
        Repeat(),
        Again(),
        StartOver(),
    ],
    ids=repr,
)
@pytest.mark.parametrize("flow", Flow)
def test_one_exercise_on_its_own_is_left_by_its_way_out(flow: Flow, request_: Request) -> None:
    kept = Preferences(flow=flow)
    runner = Runner(state=State(turn=5, preferences=kept)).says(HowTo(Name(("downward-dog",), "")))
    while not any(one.part is Part.WORK for one in runner.reply.timeline):
        runner.answers(Next())
    runner.during(Part.WORK, 10).says(request_)
    assert leads_out(runner, real_library().exercises["downward-dog"])


def test_a_question_about_what_needs_no_kit_any_more_is_dropped() -> None:
    runner = Runner().says(StartRoutine(Name(("foot-stretches",), ""))).answers(Ready())
    runner.says(NoKit(Name(("step",), "step")))
    exercises = dict(runner.library.exercises)
    exercises["heel-drop"] = replace(exercises["heel-drop"], kit=())
    runner.library = replace(runner.library, exercises=exercises)
    assert runner.answers(No()).reply.is_open


def test_a_plan_of_what_is_gone_is_dropped_though_an_area_is_called_so() -> None:
    runner = Runner().says(PlanRoutine(300, Name(("big-toe",), "big toe")))
    library = runner.library
    exercises = {one: e for one, e in library.exercises.items() if one != "big-toe"}
    routines = {one: r for one, r in library.routines.items() if "big-toe" not in {e.exercise for e in r.entries}}
    runner.library = replace(library, exercises=exercises, routines=routines)
    assert runner.answers(Yes()).reply.is_open
