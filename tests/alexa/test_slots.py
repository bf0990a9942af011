"""Areas, complaints, kit and topics from a slot; unknown names with what is near."""

import pytest
from ask_sdk_model import Slot
from ask_sdk_model.slu.entityresolution import Resolution, Resolutions, Status, StatusCode, Value, ValueWrapper
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa import slots
from skill.coach.preferences import Flow, Pace
from skill.coach.requests import Name
from skill.coach.sensations import Sensation
from tests.coach.runner import real_library

LIBRARY = real_library()


def exercise(words: str) -> Name:
    return slots.name(Slot(value=words), LIBRARY.exercises, LIBRARY.exercises_called)


@pytest.mark.parametrize(
    ("words", "kit"), [("lacrosse ball", "ball"), ("a tennis ball", "ball"), ("Yoga Mat", "mat"), ("stairs", "step")]
)
def test_a_kit_is_known_by_what_it_is_called(words: str, kit: str) -> None:
    assert slots.term(Slot(value=words), LIBRARY.kit) == Name((kit,), words)


def test_words_of_a_diagnosis_are_a_complaint() -> None:
    assert slots.term(Slot(value="plantar fasciitis"), LIBRARY.complaints).ids == ("tight-arches",)


@pytest.mark.parametrize("words", ["shin splints", "my nose"])
def test_what_is_in_no_list_is_kept_as_heard(words: str) -> None:
    assert slots.term(Slot(value=words), LIBRARY.complaints) == Name((), words)


@pytest.mark.parametrize("words", [None, "", "?", "  "])
def test_nothing_heard_is_no_name(words: str | None) -> None:
    assert slots.term(Slot(value=words), LIBRARY.areas) == Name()
    assert slots.term(None, LIBRARY.tips) == Name()


def test_an_exact_name_wins_over_a_phrase_that_is_unclear() -> None:
    assert exercise("calf stretch").ids == ("wall-calf-straight",)
    assert exercise("toe spread").ids == ("toe-splay", "toe-spread-band", "passive-toe-spread")


def test_a_mumbled_name_is_found_and_an_unknown_one_has_two_near() -> None:
    assert exercise("towl curls").ids == ("towel-curls",)
    unknown = exercise("toe wok")
    assert unknown.ids == ()
    assert len(unknown.near) == 2


@given(st.text(max_size=200))
def test_no_words_are_an_error(words: str) -> None:
    assert len(exercise(words).heard) <= slots.LONGEST_HEARD
    slots.term(Slot(value=words), LIBRARY.complaints)


def resolved(words: str, *ids: str) -> Slot:
    """A slot with these matches."""
    values = [ValueWrapper(Value(name=one, id=one)) for one in ids]
    status = Status(StatusCode.ER_SUCCESS_MATCH if ids else StatusCode.ER_SUCCESS_NO_MATCH)
    return Slot(value=words, resolutions=Resolutions([Resolution("a", status, values)]))


def pace(slot: Slot | None) -> Pace | None:
    return slots.choice(slot, Pace, LIBRARY.words["pace"])


def flow(slot: Slot | None) -> Flow | None:
    return slots.choice(slot, Flow, LIBRARY.words["flow"])


def sensation(words: str | None, *ids: str, area: str | None = None) -> Sensation | None:
    return slots.sensation(resolved(words or "", *ids), Slot(value=area), LIBRARY.words["sensation"])


def test_the_only_match_is_the_choice() -> None:
    assert pace(resolved("like a snail", "slower")) is Pace.SLOWER
    assert pace(resolved("like a snail", "glacial")) is None


def test_of_several_matches_the_one_that_is_named_counts() -> None:
    assert pace(resolved("faster", "slower", "faster")) is Pace.FASTER
    assert pace(resolved("like a snail", "slower", "faster")) is None


@pytest.mark.parametrize("words", [None, "", "?", "purple", "slowest"])
def test_no_choice_is_none(words: str | None) -> None:
    assert pace(Slot(value=words)) is None
    assert pace(None) is None


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("keep-going", Flow.KEEP_GOING),
        ("keep going", Flow.KEEP_GOING),
        ("One step at a time", Flow.STEP_BY_STEP),
        ("please wait for me", Flow.WAIT_FOR_ME),
        ("wait for me after each step", Flow.STEP_BY_STEP),
        ("don’t wait for me", Flow.KEEP_GOING),
        ("no don't wait for me please", Flow.KEEP_GOING),
    ],
)
def test_a_choice_is_known_by_its_id_or_the_longest_way_to_say_it(words: str, meant: Flow) -> None:
    assert flow(Slot(value=words)) is meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("hurts", Sensation.PAIN),
        ("burning", Sensation.PAIN),
        ("sharp pain", Sensation.SHARP),
        ("a cramp", Sensation.CRAMP),
        ("no-weight", Sensation.NO_WEIGHT),
        ("hurts and it's swollen", Sensation.SWELLING),
        ("popped and hurts", Sensation.POP),
        ("faint", Sensation.DIZZY),
        ("faint and I can't breathe", Sensation.CHEST),
        ("chest hurts", Sensation.CHEST),
        ("purple", None),
        ("", None),
        (None, None),
    ],
)
def test_the_most_urgent_sensation_that_is_named_counts(words: str | None, meant: Sensation | None) -> None:
    assert sensation(words) is meant


def test_a_red_flag_in_the_words_counts_more_than_a_match() -> None:
    assert sensation("pain in my chest", "pain") is Sensation.CHEST
    assert sensation("hurts", "pain", area="chest") is Sensation.CHEST
    assert sensation("like knives", "sharp") is Sensation.SHARP


def test_several_matches_of_a_word_that_many_share_are_not_the_worst_of_them() -> None:
    assert sensation("hurts", "chest", "pain") is Sensation.PAIN
    assert sensation("like knives", "chest", "pain") is None


def test_every_sensation_has_its_urgency() -> None:
    assert sorted(slots.URGENCY) == sorted(Sensation)
