"""Minutes and wishes into a plan: never too long, well filled, in the order of places."""

from itertools import combinations

import pytest

from skill.coach.planner import ORDER, Wishes, in_order, is_usable, is_wished, length_of, plan, shortest
from skill.coach.preferences import Preferences
from skill.coach.requests import Name, PlanRoutine, Yes
from skill.coach.saved import encode
from skill.coach.state import State
from tests.coach.runner import DAY_S, Runner, real_library, room_at
from tests.values import replace

NEWCOMER = State(turn=1)
EVERYTHING = tuple(real_library().kit)
AREAS = [None, *real_library().areas]


def best_s(wishes: Wishes) -> float:
    """The longest of all pairs that fit the time, one exercise of them as wished."""
    room, library = room_at(), real_library()
    usable = [one for one in library.exercises.values() if is_usable(one, NEWCOMER, wishes)]
    sets = [some for n in (1, 2) for some in combinations(usable, n) if any(is_wished(one, wishes) for one in some)]
    lengths = (length_of(room, NEWCOMER, in_order(library, [one.id for one in some])) for some in sets)
    return max((length for length in lengths if length <= wishes.duration_s), default=0.0)


@pytest.mark.parametrize("kit", [(), ("ball",), EVERYTHING], ids=["nothing", "a ball", "everything"])
@pytest.mark.parametrize("minutes", [2, 3, 5, 8, 12, 20])
@pytest.mark.parametrize("area", AREAS)
def test_a_plan_fits_the_time_and_fills_it(area: str | None, minutes: int, kit: tuple[str, ...]) -> None:
    wishes = Wishes(duration_s=minutes * 60, areas=(area,) if area else (), kit=kit)
    library = real_library()
    ids = plan(room_at(), NEWCOMER, wishes)
    exercises = [library.exercises[one] for one in ids]
    seconds = length_of(room_at(), NEWCOMER, ids) if ids else 0.0
    assert seconds <= wishes.duration_s
    assert seconds >= 0.85 * wishes.duration_s or seconds >= 0.97 * best_s(wishes)
    assert len(set(ids)) == len(ids)
    assert all(is_usable(one, NEWCOMER, wishes) for one in exercises)
    assert not ids or any(is_wished(one, wishes) for one in exercises)
    places = [ORDER.index(one.place) for one in exercises]
    assert places == sorted(places)


def test_without_kit_named_nothing_needs_any() -> None:
    needed = {
        need.kit
        for one in plan(room_at(), NEWCOMER, Wishes(duration_s=3600))
        for need in real_library().exercises[one].kit
        if not need.is_optional
    }
    assert all(real_library().kit[kit].is_at_hand for kit in needed)


def test_the_same_wish_on_the_same_day_is_the_same_plan_and_another_on_other_days() -> None:
    plans = [plan(room_at(room_at().now_ms + day * DAY_S * 1000), NEWCOMER, Wishes(duration_s=480)) for day in range(7)]
    assert plans[0] == plan(room_at(room_at().now_ms + 60_000), NEWCOMER, Wishes(duration_s=480))
    assert len({frozenset(ids) for ids in plans}) > 3


def test_what_is_avoided_is_never_in_it() -> None:
    avoided = tuple(real_library().exercises)[:25]
    state = replace(NEWCOMER, preferences=Preferences(avoided=avoided))
    assert not {*avoided} & {*plan(room_at(), state, Wishes(duration_s=3600, kit=EVERYTHING))}


def test_a_hold_that_was_set_longer_counts() -> None:
    state = replace(NEWCOMER, preferences=Preferences(hold_s=60))
    for minutes in (3, 5, 8):
        ids = plan(room_at(), state, Wishes(duration_s=minutes * 60, areas=("calf",)))
        assert length_of(room_at(), state, ids) <= minutes * 60


def test_the_shortest_is_offered_where_nothing_fits() -> None:
    wishes = Wishes(duration_s=10)
    ids, seconds = shortest(room_at(), NEWCOMER, wishes)
    runner = Runner().says(PlanRoutine(10))
    assert plan(room_at(), NEWCOMER, wishes) == ()
    assert seconds > 10
    assert runner.keys == ["too-short", "planned"]
    assert runner.answers(Yes()).practice.exercises == ids


def test_a_plan_keeps_nothing_but_the_ids_of_exercises() -> None:
    asked = PlanRoutine(600, Name(("arch",), "my arches"), Name(("tight-arches",), "plantar fasciitis"))
    for runner in (Runner().says(asked), Runner().says(asked).answers(Yes())):
        saved = str(encode(runner.state))
        assert not [word for word in ("arch", "fasci", "tight") if word in saved]
