"""Lists by area, tips, and plans as they are asked for and begun."""

import pytest

from skill.coach.cues import Part
from skill.coach.preferences import Preferences
from skill.coach.requests import Advise, ListExercises, Name, No, PlanRoutine, Resume, Yes
from tests.coach.runner import Runner, how_to, real_library, routine
from tests.values import replace

FASCIITIS = Name(("tight-arches",), "plantar fasciitis")


@pytest.mark.parametrize("request_", [PlanRoutine(300, complaint=FASCIITIS), ListExercises(complaint=FASCIITIS)])
def test_a_diagnosis_is_heard_with_care(request_: PlanRoutine | ListExercises) -> None:
    assert Runner().says(request_).keys[0] == "cannot-treat"
    mine = replace(request_, complaint=Name(("tight-arches",), "my plantar fasciitis"))
    assert Runner().says(mine).keys[0] == "cannot-treat"
    plain = replace(request_, complaint=Name(("tight-arches",), "tight arches"))
    assert "cannot-treat" not in Runner().says(plain).keys


@pytest.mark.parametrize("kind", [PlanRoutine, ListExercises])
def test_what_the_articles_do_not_cover_is_said_so(kind: type[PlanRoutine | ListExercises]) -> None:
    runner = Runner().says(kind(complaint=Name((), "shin splints")))
    assert runner.words.startswith("I have nothing for shin splints.")


def test_nothing_for_both_is_said_so() -> None:
    runner = Runner().says(ListExercises(Name(("hip",), "hips"), kit=Name(("ball",), "a ball")))
    assert runner.keys == ["nothing-left", "idle"]


def test_nothing_is_planned_where_everything_is_avoided() -> None:
    runner = Runner()
    runner.state = replace(runner.state, preferences=Preferences(avoided=tuple(real_library().exercises)))
    assert runner.says(PlanRoutine()).keys == ["nothing-left", "idle"]


def test_a_newcomer_hears_the_safety_line_before_a_plan() -> None:
    assert Runner().says(PlanRoutine(300)).answers(Yes()).keys[0] == "safety"


def test_a_plan_in_a_hold_sets_the_practice_aside_and_says_so() -> None:
    runner = Runner().says(routine("foot-stretches")).during(Part.WORK, 5).says(PlanRoutine(300))
    assert runner.keys == ["ease-out", "planned"]
    assert runner.answers(Yes()).keys[0] == "set-aside"
    assert runner.found.aside is not None


def test_a_plan_that_is_refused_leads_back_into_the_hold() -> None:
    runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 5).says(PlanRoutine(300)).answers(No())
    assert runner.keys[0] == "back-into"
    assert runner.answers(Resume()).reply.is_open


def test_a_tip_in_a_hold_lets_it_go_on() -> None:
    runner = Runner().says(how_to("toe-stretch")).during(Part.WORK, 5).says(Advise(Name(("shoes",), "shoes")))
    assert runner.where == (0, Part.WORK)
    assert runner.words.startswith(real_library().tips["shoes"].answer)


def test_a_tip_on_nothing_we_know_names_what_there_is() -> None:
    assert Runner().says(Advise(Name((), "politics"))).keys == ["unknown-topic", "idle"]
    assert Runner().says(Advise()).keys == ["plain", "idle"]


@pytest.mark.parametrize("kind", [ListExercises, PlanRoutine])
def test_kit_that_nobody_knows_is_no_part_of_the_body(kind: type[ListExercises | PlanRoutine]) -> None:
    runner = Runner().says(kind(kit=Name((), "a kettlebell")))
    assert runner.words.startswith("I have nothing with a kettlebell.")
