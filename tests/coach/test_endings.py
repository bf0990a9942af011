"""How a turn ends: the prompt that names what comes, or the closing."""

import pytest

from skill.coach.cues import Cue, Part, Read, Say, Wait, say
from skill.coach.desk import desk
from skill.coach.endings import after, closing_fact, counted
from skill.coach.playhead import Spot
from skill.coach.requests import Next
from skill.coach.state import Asked, Practice, Question, State
from skill.domain.model import Entry, Exercise, Kind, Place
from tests.coach.gym import BALL, BAND, FLOOR, HUGE, STATIONS, TEN, exercise, library_of, routine_of
from tests.coach.runner import Runner, room_at, routine, words
from tests.values import replace

SEATED = replace(exercise("seat-reach"), place=Place.SEATED)


def prompt_after(*exercises: Exercise, index: int = 1, ask_first: str | None = None) -> tuple[list[Cue], int]:
    """What is said at the end of that step, and the silence before the reprompt in ms."""
    entries = tuple(Entry(exercise=one.id, ask_first=ask_first) for one in exercises)
    library = library_of(*exercises, routines=(replace(routine_of(), entries=entries),))
    practice = Practice(exercises=tuple(one.id for one in exercises), routine="rounds")
    ending = after(desk(room_at(library=library), State(practice=practice), practice), index)
    wait = ending.reprompt[0]
    assert isinstance(wait, Wait)
    return list(ending.cues[1:]), wait.ms


def test_the_next_exercise_at_the_same_place_is_only_named() -> None:
    assert prompt_after(TEN, exercise("other")) == ([say("next-here", name="other")], 4_000)


def test_the_next_exercise_elsewhere_is_named_with_its_place() -> None:
    place = say("place", place="seated")
    assert prompt_after(TEN, SEATED) == ([say("next-there", name="seat reach", place=place)], 4_000)


def test_kit_to_fetch_is_named_and_given_time() -> None:
    place = say("place", place="seated")
    assert prompt_after(TEN, BALL) == ([say("next-fetch", name="ball press", place=place, kit=("a ball",))], 20_000)


def test_kit_that_was_used_before_is_at_hand() -> None:
    said, wait_ms = prompt_after(BALL, replace(BALL, id="more"), BAND)
    assert (said, wait_ms) == ([say("next-here", name="ball press")], 4_000)
    assert prompt_after(BALL, BAND)[0] == [
        say("next-fetch", name="band pull", place=say("place", place="wall"), kit=("a band",))
    ]


def test_an_optional_exercise_is_asked_about_in_its_own_words() -> None:
    assert prompt_after(TEN, FLOOR, ask_first="Do the last one?") == ([Read("Do the last one?")], 4_000)


def test_between_the_sides_of_a_long_exercise_the_other_one_is_next() -> None:
    assert prompt_after(HUGE, index=0) == ([say("next-side", side=say("side", side="left"))], 4_000)


def closing_of(*exercises: Exercise, done: set[int], skipped: frozenset[int] = frozenset()) -> Say:
    """The closing of a routine whose last step was not worked in this turn."""
    library = library_of(*exercises)
    last = len(library.exercises)
    practice = Practice(
        exercises=tuple(library.exercises),
        routine="rounds",
        done=frozenset(done),
        skipped=skipped,
        spot=Spot(0, Part.PLACE),
    )
    return closing_fact(desk(room_at(library=library), State(practice=practice), practice), 99 + last)


OTHER = exercise("other")


@pytest.mark.parametrize(
    ("done", "skipped", "said"),
    [
        ({0, 1, 2, 3, 4}, (), say("closing-sides", count=say("stretches", count=3))),
        ({0, 1, 4}, (), say("closing-some", count=2, total=3)),
        ({0, 1, 2, 3, 4}, (2,), say("closing-some", count=2, total=3)),
        (set(), (), say("closing-none")),
        ({0, 1}, (1,), say("closing-none")),
    ],
)
def test_the_closing_fact_is_what_was_worked(done: set[int], skipped: tuple[int, ...], said: Say) -> None:
    assert closing_of(TEN, OTHER, FLOOR, done=done, skipped=frozenset(skipped)) == said


def test_the_closing_fact_names_the_first_side_that_was_missed() -> None:
    said = closing_of(TEN, OTHER, FLOOR, done={1, 2, 4})
    side = say("side", side="right")
    assert said == say("closing-missed", count=say("stretches", count=3), side=side, name="ten press")


def test_the_closing_fact_of_both_sides_at_once_names_no_sides() -> None:
    assert closing_of(FLOOR, done={0}) == say("closing", count=say("stretches", count=1))


@pytest.mark.parametrize(
    ("exercises", "key"),
    [
        ((TEN, replace(TEN, kind=Kind.RELEASE)), "stretches"),
        ((TEN, STATIONS), "exercises"),
        ((HUGE,), "exercises"),
    ],
)
def test_what_is_no_stretch_makes_exercises_of_them(exercises: tuple[Exercise, ...], key: str) -> None:
    assert counted(exercises) == say(key, count=len(exercises))


def test_an_optional_exercise_opens_a_question() -> None:
    library = library_of(TEN, FLOOR, routines=(replace(routine_of(TEN), entries=(Entry(exercise="ten-press"), ASKED)),))
    runner = Runner(library=library).says(routine("rounds"))
    assert runner.state.question == Question(Asked.OPTIONAL)
    assert runner.reply.reprompt[-1] == say("optional-again")


ASKED = Entry(exercise="floor-fold", ask_first="Do the last one?")


def test_before_the_microphone_opens_the_runner_is_out_of_the_position() -> None:
    runner = Runner(library=library_of(HUGE)).says(routine("rounds"))
    assert runner.prompt == "next-side"
    assert Read("Step down.") in runner.cues


@pytest.mark.parametrize("name", ["ankle circles", "leg swings", "foot stretches"])
def test_names_in_the_plural_agree_with_what_is_said_of_them(name: str) -> None:
    said = [
        say("next-again", name=name),
        say("left-between", name="toe stretch", number=1, total=3, following=name),
        say("waiting", routine=name, name="toe stretch"),
        say("set-aside", routine=name),
    ]
    spoken = words(tuple(said))
    assert not any(wrong in spoken for wrong in (f"{name} is ", f"is the {name}", f"{name} waits"))


def test_next_after_the_prompt_goes_on() -> None:
    assert Runner(library=library_of(TEN, BALL)).says(routine("rounds")).answers(Next()).taught == ["ball press"]
