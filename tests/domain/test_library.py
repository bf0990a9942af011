"""Look-up by what a runner says."""

import pytest

from skill.domain.library import Library, called, normal
from tests.coach.gym import exercise, library_of, routine_of
from tests.values import replace

CALF = replace(exercise("calf"), name="calf stretch", also=("runner's stretch", "toe stretch"))
TOES = replace(exercise("toes"), name="toe stretch", also=("plantar stretch",))
ARCH = replace(exercise("arch"), name="arch press", also=("plantar stretch",))


def library() -> Library:
    return replace(
        library_of(
            CALF, TOES, ARCH, routines=(replace(routine_of(CALF), name="Post-run routine", also=("cool down",)),)
        ),
        ambiguous={"the toe one": ("toes", "calf"), "toe stretch": ("arch",)},
    )


@pytest.mark.parametrize(
    ("spoken", "compared"),
    [
        ("Post-Run", "post run"),
        ("  calf \t stretch ", "calf stretch"),
        ("runner’s  stretch!", "runner's stretch"),
        ("3 stretches", "3 stretches"),
        ("?", ""),
    ],
)
def test_names_are_compared_without_case_marks_and_spare_spaces(spoken: str, compared: str) -> None:
    assert normal(spoken) == compared


def test_an_own_name_wins_over_anothers_other_name_and_over_an_ambiguous_phrase() -> None:
    assert library().exercises_called("Toe Stretch") == (TOES,)


def test_another_name_is_understood() -> None:
    assert library().exercises_called("runner’s stretch") == (CALF,)


def test_a_name_that_two_share_is_nobodys_own_and_needs_an_ambiguous_phrase() -> None:
    assert library().exercises_called("plantar stretch") == ()
    shared = replace(library(), ambiguous={"plantar stretch": ("arch", "toes")})
    assert shared.exercises_called("plantar stretch") == (ARCH, TOES)


def test_an_ambiguous_phrase_gives_all_it_may_mean_in_its_order() -> None:
    assert library().exercises_called("The toe one") == (TOES, CALF)


def test_an_unknown_name_gives_nothing() -> None:
    assert library().exercises_called("zumba") == ()
    assert library().routines_called("zumba") == ()


def test_a_routine_is_found_by_its_name_and_by_its_other_names() -> None:
    assert [one.id for one in library().routines_called("post run routine")] == ["rounds"]
    assert [one.id for one in library().routines_called("Cool down")] == ["rounds"]


def test_things_are_read_once_even_from_an_iterator() -> None:
    assert called(iter((CALF, TOES)), "plantar stretch") == (TOES,)
