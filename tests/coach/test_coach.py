"""Every request has a sensible answer in every situation."""

import re
from collections.abc import Callable

import pytest

from skill.coach.coach import leave
from skill.coach.cues import Part, say
from skill.coach.preferences import Detail, Flow, Pace, Preferences
from skill.coach.requests import (
    Advise,
    Again,
    Allow,
    Avoid,
    Describe,
    Discomfort,
    Done,
    Easier,
    GoTo,
    Harder,
    Help,
    HowLong,
    HowTo,
    Launch,
    ListExercises,
    ListRoutines,
    Lost,
    More,
    Name,
    Needs,
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
    Source,
    StartOver,
    StartRoutine,
    Stop,
    Why,
    Yes,
)
from skill.coach.sensations import Sensation
from skill.coach.state import Asked, State
from skill.coach.time_requests import (
    MoreTime,
    NotReady,
    ResetSettings,
    SetDetail,
    SetFlow,
    SetHold,
    SetPace,
    Settings,
    TimeLeft,
    WhatsNext,
    WhereAmI,
)
from skill.coach.timeline import timeline
from skill.coach.turn import with_news
from skill.domain.library import Library
from skill.domain.model import Exercise, Side
from tests.coach.gym import FLOOR, PARTS, TEN, exercise, library_of, routine_of
from tests.coach.runner import DAY_S, HOUR_S, MINUTE_S, Runner, how_to, is_spoken, real_voice, routine, voice_of, words
from tests.values import replace

TOES = Name(("toe-stretch",), "toe stretch")
WALKS = Name(("toe-walk", "heel-walk"), "the walking one")
UNKNOWN = Name((), "zumba", ("toe-walk", "toe-lifts"))
REQUESTS: tuple[Request, ...] = (
    Launch(),
    StartRoutine(Name(("pre-run",), "warm up")),
    StartRoutine(Name()),
    HowTo(TOES),
    HowTo(TOES, Side.LEFT),
    HowTo(Name((), "zumba")),
    Describe(TOES),
    Describe(Name(("toe-stretch", "toe-splay"), "toes")),
    ListRoutines(),
    More(),
    Next(),
    Ready(),
    Done(),
    Skip(),
    Previous(),
    Repeat(),
    Again(),
    OtherSide(),
    OtherSide(Side.LEFT),
    Pause(),
    Resume(),
    StartOver(),
    Yes(),
    No(),
    Help(),
    Stop(),
    Lost(),
    *(kind(name) for kind in (HowLong, Why, Source, Needs, Avoid, Allow, GoTo) for name in (TOES, WALKS, UNKNOWN)),
    *(kind() for kind in (HowLong, Why, Source, Needs, Avoid, Allow, GoTo)),
    HowTo(WALKS, Side.LEFT),
    HowTo(UNKNOWN),
    HowTo(Name((), "zumba", ("toe-walk",))),
    HowTo(Name((), "second one")),
    *(GoTo(number=number) for number in (1, 2, 99, -1)),
    Needs(routine=Name(("foot-refresh",), "foot refresh")),
    NoKit(),
    *(NoKit(Name((kit,), kit)) for kit in ("ball", "frozen-bottle", "step", "wall", "half-ball")),
    NoKit(Name((), "trampoline")),
    Easier(),
    Harder(),
    Advise(),
    Advise(Name(("shoes",), "shoes")),
    Advise(Name((), "politics")),
    ListExercises(),
    ListExercises(Name(("calf",), "calves")),
    ListExercises(kit=Name(("cup",), "cup")),
    ListExercises(Name(("hip",), "hips"), kit=Name(("ball",), "ball")),
    ListExercises(complaint=Name((), "shin splints")),
    PlanRoutine(),
    PlanRoutine(300, Name(("calf",), "calves")),
    PlanRoutine(10),
    PlanRoutine(complaint=Name(("tight-arches",), "plantar fasciitis")),
    PlanRoutine(kit=Name(("cup",), "a cup")),
    PlanRoutine(area=Name((), "my nose")),
    TimeLeft(),
    WhereAmI(),
    WhatsNext(),
    NotReady(),
    MoreTime(),
    MoreTime(20),
    SetHold(),
    SetHold(45),
    *(SetPace(pace) for pace in (None, *Pace)),
    *(SetFlow(flow) for flow in (None, *Flow)),
    *(SetDetail(detail) for detail in (None, *Detail)),
    Settings(),
    ResetSettings(),
    *(Discomfort(sensation) for sensation in (None, *Sensation)),
    Discomfort(Sensation.SHARP, Name(("calf",), "calf")),
)


def opening() -> Runner:
    return Runner().says(routine("post-run")).hears_out().waits(1)


def calf() -> Runner:
    return opening().says(Ready())


def at_the_end_of(exercises: int) -> Runner:
    runner = calf()
    for _ in range(exercises - 1):
        runner.answers(Next())
    return runner.hears_out().waits(1)


def alone() -> Runner:
    return Runner().says(how_to("toe-stretch"))


def detour() -> Runner:
    return calf().during(Part.WORK, 5, step=0).says(how_to("toe-splay"))


def optional() -> Runner:
    runner = Runner().says(routine("foot-stretches"))
    while not runner.words.endswith("finish here?"):
        runner.answers(Next())
    return runner


SITUATIONS: dict[str, Callable[[], Runner]] = {
    "new": Runner,
    "just welcomed": lambda: Runner().says(Launch()).hears_out(),
    "refused": lambda: Runner().says(Launch()).answers(No()),
    "in a list": lambda: Runner().says(ListRoutines()).hears_out(),
    "described to": lambda: Runner().says(Describe(TOES)).hears_out(),
    "asked for a name": lambda: Runner().says(HowTo(Name())).hears_out(),
    "walking": opening,
    "going to the place": lambda: calf().during(Part.PLACE, 1, index=1),
    "setting up": lambda: calf().during(Part.SETUP, 1),
    "at the last moment of the setup": lambda: calf().during(Part.WORK, -0.1, step=0),
    "holding": lambda: calf().during(Part.WORK, 10, step=0),
    "at the last moment of a hold": lambda: calf().during(Part.WORK, 29.9, step=0),
    "releasing": lambda: calf().during(Part.EXIT, 0.5, step=0),
    "changing sides": lambda: calf().during(Part.SWITCH, 3),
    "holding the other side": lambda: calf().during(Part.WORK, 10, step=1),
    "at a prompt": lambda: at_the_end_of(1),
    "in the second half": lambda: at_the_end_of(3),
    "in the last exercise": lambda: at_the_end_of(3).says(Next()).during(Part.WORK, 10),
    "coming out of the last exercise": lambda: at_the_end_of(3).says(Next()).during(Part.EXIT, 3),
    "finished": lambda: at_the_end_of(4),
    "paused in the walk": lambda: opening().says(Pause()).waits(5),
    "paused in a setup": lambda: calf().during(Part.SETUP, 1).says(Pause()).waits(5),
    "paused in a hold": lambda: calf().during(Part.WORK, 10, step=0).says(Pause()).waits(5),
    "paused in a switch": lambda: calf().during(Part.SWITCH, 3).says(Pause()).waits(5),
    "paused at a prompt": lambda: at_the_end_of(1).says(Pause()).waits(5),
    "paused long ago": lambda: calf().during(Part.WORK, 10, step=0).says(Pause()).waits(5 * HOUR_S),
    "alone in a setup": lambda: alone().during(Part.SETUP, 1),
    "alone in a hold": lambda: alone().during(Part.WORK, 10, step=0),
    "alone on the other side": lambda: alone().during(Part.WORK, 10, step=1),
    "alone and finished": lambda: alone().hears_out(),
    "on a detour": lambda: detour().during(Part.WORK, 5),
    "back from a detour": lambda: detour().hears_out(),
    "counting": lambda: Runner().says(how_to("leg-swings")).during(Part.WORK, 5, step=0),
    "between two parts": lambda: Runner().says(how_to("ankle-circles")).during(Part.REST, 1, index=1),
    "asked to change over": lambda: calf().during(Part.WORK, 5, step=0).says(routine("pre-run")).hears_out(),
    "asked to start over": lambda: at_the_end_of(3).says(StartOver()).hears_out(),
    "asked about the last one": lambda: optional().hears_out(),
    "before the question about the last one": lambda: optional().during(Part.WORK, 5, step=10),
    "back within minutes": lambda: calf().comes_back(after_s=MINUTE_S),
    "welcomed back within minutes": lambda: calf().comes_back(after_s=MINUTE_S).says(Launch()).hears_out(),
    "back after hours": lambda: calf().during(Part.WORK, 5, step=0).says(Stop()).comes_back(after_s=5 * HOUR_S),
    "told to walk again": lambda: (
        calf().during(Part.WORK, 5, step=0).says(Stop()).comes_back(after_s=5 * HOUR_S).says(Resume()).hears_out()
    ),
    "back after days": lambda: calf().during(Part.WORK, 5, step=0).says(Stop()).comes_back(after_s=100 * HOUR_S),
    "welcomed back after days": lambda: (
        calf().during(Part.WORK, 5, step=0).says(Stop()).comes_back(after_s=100 * HOUR_S).says(Launch()).hears_out()
    ),
}


def fetching() -> Runner:
    return Runner().says(how_to("ball-roll")).hears_out().waits(1)


def flowing(flow: Flow) -> Runner:
    """In the post-run routine with that flow, after the walk."""
    return Runner(state=State(turn=1, preferences=Preferences(flow=flow))).says(routine("post-run")).answers(Ready())


FLOWS: dict[str, Callable[[], Runner]] = {
    "told an instruction": lambda: flowing(Flow.STEP_BY_STEP).answers(Next()).hears_out().waits(1),
    "being told an instruction": lambda: flowing(Flow.STEP_BY_STEP).answers(Next()).interrupts_at(0.5),
    "paused at an instruction": lambda: flowing(Flow.STEP_BY_STEP).answers(Next()).answers(Pause()).waits(5),
    "in the hold of a step": lambda: (
        flowing(Flow.STEP_BY_STEP).answers(Next()).answers(Next()).answers(Next()).answers(Next()).during(Part.WORK, 5)
    ),
    "in the third of many": lambda: flowing(Flow.KEEP_GOING).during(Part.WORK, 10, step=5),
    "between two of many": lambda: flowing(Flow.KEEP_GOING).during(Part.PLACE, 0.2, step=4),
    "paused in one of many": lambda: flowing(Flow.KEEP_GOING).during(Part.WORK, 10, step=4).says(Pause()).waits(5),
    "after many": lambda: flowing(Flow.KEEP_GOING).hears_out().waits(1),
    "in a walk that is timed": lambda: (
        Runner(state=State(turn=1, preferences=Preferences(flow=Flow.KEEP_GOING)))
        .says(routine("pre-run"))
        .interrupts_at(20)
    ),
    "asked about the flow": lambda: at_the_end_of(4),
    "asked about pain": lambda: calf().during(Part.WORK, 5, step=0).says(Discomfort()).hears_out().waits(1),
    "asked to leave it out for pain": lambda: (
        calf().during(Part.WORK, 5, step=0).says(Discomfort()).answers(No()).hears_out().waits(1)
    ),
    "asked whether it is tight": lambda: Runner().says(Discomfort(None, Name(("calf",), "calf"))).hears_out(),
    "asked for a number of seconds": lambda: calf().during(Part.WORK, 5, step=0).says(SetHold()).hears_out().waits(1),
    "slowed down": lambda: calf().during(Part.WORK, 5, step=0).says(SetPace(Pace.SLOWER)).during(Part.WORK, 2, step=1),
    "in a longer hold": lambda: calf().during(Part.WORK, 5, step=0).says(MoreTime(30)).during(Part.WORK, 2, step=0),
}


def without_a_ball() -> Runner:
    return fetching().says(NoKit(Name(("ball",), "a ball"))).hears_out().waits(1)


def in_work(request: Request, exercise_id: str = "toe-splay") -> Runner:
    runner = Runner().says(how_to(exercise_id))
    begun = runner if Part.WORK in {segment.part for segment in runner.reply.timeline} else runner.answers(Ready())
    return begun.during(Part.WORK, 5).says(request).hears_out().waits(1)


ASKED: dict[str, Callable[[], Runner]] = {
    "asked which of two": lambda: Runner().says(Why(WALKS)).hears_out(),
    "asked which of two in a hold": lambda: calf().during(Part.WORK, 10, step=0).says(HowTo(WALKS)).hears_out(),
    "asked whether it is the nearest": lambda: Runner().says(HowTo(Name((), "zumba", ("toe-walk",)))).hears_out(),
    "asked which exercise of a list": lambda: Runner().says(ListExercises(Name(("calf",), "calves"))).hears_out(),
    "asked which of a list in a hold": lambda: in_work(ListExercises()),
    "fetching": fetching,
    "offered other kit": without_a_ball,
    "offered more other kit": lambda: without_a_ball().says(NoKit()).hears_out(),
    "offered another exercise": lambda: without_a_ball().says(NoKit()).answers(NoKit()).hears_out(),
    "offered to leave it out": lambda: without_a_ball().says(No()).answers(No()).answers(No()).hears_out(),
    "offered other kit for a later one": lambda: (
        Runner().says(routine("foot-stretches")).during(Part.WORK, 5).says(NoKit(Name(("step",), "a step"))).hears_out()
    ),
    "offered a harder one": lambda: in_work(Harder()),
    "offered an easier one": lambda: in_work(Easier(), "toe-spread-band"),
    "offered a plan": lambda: Runner().says(PlanRoutine(300)).hears_out(),
    "offered a plan in a hold": lambda: in_work(PlanRoutine(300)),
    "in a plan": lambda: Runner().says(PlanRoutine(300)).answers(Yes()).during(Part.WORK, 2),
    "told a fact": lambda: Runner().says(Why(TOES)).hears_out(),
}
SITUATIONS |= ASKED | FLOWS
"""And with each kind of question open."""


def test_every_kind_of_question_is_open_in_some_situation() -> None:
    open_ones = [there().state.question for there in SITUATIONS.values()]
    assert {question.asked for question in open_ones if question} == {*Asked}


AN_OPEN_END = re.compile(r"\?$|\b(say|name) ", re.IGNORECASE)
"""How words end that wait for an answer: with a question, or with what can be said."""


@pytest.mark.parametrize("request_", REQUESTS, ids=repr)
@pytest.mark.parametrize("there", SITUATIONS)
def test_a_request_is_answered_with_words_that_end_in_a_prompt_if_and_only_if_an_answer_is_awaited(
    there: str, request_: Request
) -> None:
    before = SITUATIONS[there]()
    turn = before.state.turn
    runner = before.says(request_)
    assert runner.state.turn == turn + 1
    assert is_spoken(runner.cues[-1])
    assert bool(AN_OPEN_END.search(words(runner.cues[-1:]))) is runner.reply.is_open
    assert runner.reply.timeline == timeline(voice_of(runner.reply), runner.cues)
    if runner.reply.is_open:
        assert runner.reply.reprompt[-1] != runner.cues[-1]


CALF_LEAN = exercise("calf-lean")


def rewritten(one: Exercise) -> Exercise:
    """The same exercise after someone has worked on its words."""
    return replace(one, benefit="It lengthens, and more.")


class TestContentThatChangedUnderAPractice:
    @staticmethod
    def in_the_second() -> Runner:
        library = library_of(TEN, PARTS, FLOOR)
        return Runner(library=library).says(routine("rounds")).answers(Next()).during(Part.WORK, 1, step=2)

    def test_is_told_once_and_that_exercise_is_taken_from_its_start(self) -> None:
        runner = self.in_the_second()
        runner.library = library_of(TEN, rewritten(PARTS), FLOOR)
        runner.says(Ready())
        assert runner.cues[0] == say("changed")
        assert runner.reply.timeline == timeline(real_voice(), runner.cues)
        assert runner.answers(Help()).keys[0] == "help-practising"

    def test_restarts_at_that_exercise(self) -> None:
        runner = self.in_the_second()
        runner.library = library_of(TEN, rewritten(PARTS), FLOOR)
        assert runner.where == (2, Part.PLACE)

    def test_elsewhere_is_not_noticed(self) -> None:
        runner = self.in_the_second()
        runner.library = library_of(rewritten(TEN), PARTS, FLOOR)
        assert runner.says(Help()).keys[0] == "help-practising"

    def test_that_is_gone_leaves_the_practice(self) -> None:
        runner = self.in_the_second()
        runner.library = library_of(TEN, FLOOR, routines=tuple(runner.library.routines.values()))
        assert runner.practice.exercises == ("ten-press", "floor-fold")
        assert runner.where == (2, Part.PLACE)

    def test_of_which_nothing_is_left_leaves_one_idle(self) -> None:
        runner = self.in_the_second()
        runner.library = library_of(CALF_LEAN)
        assert runner.says(Next()).prompt == "idle"

    def test_before_it_does_not_skip_it(self) -> None:
        runner = self.in_the_second()
        runner.library = library_of(PARTS, FLOOR, routines=tuple(runner.library.routines.values()))
        assert runner.practice.exercises[runner.spot.step // 2] == "mixed-bag"

    def test_with_a_routine_that_is_gone_leaves_its_exercises(self) -> None:
        runner = self.in_the_second()
        runner.library = library_of(TEN, PARTS, FLOOR, routines=(routine_of(TEN, routine_id="other"),))
        assert runner.practice.exercises == ("ten-press", "mixed-bag", "floor-fold")

    def test_takes_a_question_about_it_along(self) -> None:
        runner = self.in_the_second().answers(Next()).during(Part.SETUP, 1).says(StartOver())
        assert runner.keys == ["start-over"]
        runner.library = library_of(CALF_LEAN)
        assert runner.answers(Yes()).reply.is_open


def without(library: Library, *routines: str) -> Library:
    """The same without these routines."""
    return replace(library, routines={one: r for one, r in library.routines.items() if one not in routines})


class TestAQuestionAboutWhatIsGone:
    def test_a_stretch_to_be_coached_leads_to_the_idle_question(self) -> None:
        runner = Runner(library=library_of(TEN, FLOOR)).says(Describe(Name(("ten-press",))))
        runner.library = library_of(FLOOR)
        assert runner.answers(Yes()).keys == ["idle"]

    def test_a_routine_that_was_offered_leads_to_the_idle_question(self) -> None:
        runner = Runner().says(Launch())
        runner.library = without(runner.library, "post-run")
        assert runner.answers(Yes()).keys == ["idle"]

    @pytest.mark.parametrize("request_", [Repeat(), Lost()])
    def test_a_routine_to_change_over_to_is_not_asked_about_again(self, request_: Request) -> None:
        runner = calf().during(Part.WORK, 5, step=0).says(routine("pre-run"))
        runner.library = without(runner.library, "pre-run")
        assert runner.answers(request_).reply.is_open


class TestWhatIsTooOldToCarryOnWith:
    def test_takes_an_answer_to_repeat_along(self) -> None:
        runner = calf().says(Help()).waits(8 * DAY_S).says(Repeat())
        assert runner.keys == ["idle"]

    def test_takes_the_question_to_carry_on_with_it_along(self) -> None:
        runner = detour().hears_out().waits(8 * DAY_S).says(Yes())
        assert runner.keys == ["idle"]


def test_news_comes_before_the_reply_and_takes_its_time() -> None:
    made = Runner().says(Help()).reply
    told = with_news(Runner().room, made, say("changed"))
    assert told.cues == (say("changed"), *made.cues)
    assert told.timeline == timeline(real_voice(), told.cues)
    assert told.state.heard is None


def test_a_session_that_ends_in_a_hold_keeps_the_very_second() -> None:
    runner = Runner().says(routine("post-run")).answers(Ready()).during(Part.WORK, 12, step=0)
    left = leave(runner.room, runner.state)
    assert left.practice is not None
    assert (left.practice.spot.part, left.practice.spot.into_ms, left.is_paused) == (Part.WORK, 12_000, True)
    assert left.turn == runner.state.turn + 1


def test_a_session_that_ends_in_nothing_leaves_nothing_behind() -> None:
    runner = Runner().says(Launch())
    assert leave(runner.room, runner.state).practice is None
