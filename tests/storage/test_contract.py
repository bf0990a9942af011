"""What every store of runners keeps to, whichever it is; a new backend joins by one more line in BACKENDS."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.storage.base import Record, Runners
from skill.storage.memory import MemoryRunners
from skill.storage.sqlite import SqliteRunners

BACKENDS: dict[str, Callable[[Path], Runners]] = {
    "memory": lambda folder: MemoryRunners(),
    "sqlite": lambda folder: SqliteRunners(str(folder / "runners.db")),
}
RECORD: Record = {"v": 1, "turn": 3, "met": [["toe-stretch", 2]], "told": ["Größe ✓"], "last": None, "paused": False}
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@pytest.fixture(params=BACKENDS)
def runners(request: pytest.FixtureRequest, tmp_path: Path) -> Runners:
    return BACKENDS[request.param](tmp_path)


def test_a_stranger_has_no_record(runners: Runners) -> None:
    assert runners.load("nobody") is None


def test_what_is_saved_is_loaded(runners: Runners) -> None:
    assert runners.save("ann", RECORD, 3)
    assert runners.load("ann") == RECORD


def test_runners_do_not_mix(runners: Runners) -> None:
    runners.save("ann", {"turn": 1}, 1)
    runners.save("bob", {"turn": 7}, 7)
    runners.save("Ann", {"turn": 9}, 9)
    runners.save("ann ", {"turn": 4}, 4)
    assert [runners.load(one) for one in ("ann", "bob", "Ann", "ann ")] == [{"turn": n} for n in (1, 7, 9, 4)]


def test_a_later_turn_takes_the_place_of_an_earlier_one(runners: Runners) -> None:
    runners.save("ann", {"turn": 3}, 3)
    assert runners.save("ann", {"turn": 4}, 4)
    assert runners.save("ann", {"turn": 400}, 400)
    assert runners.load("ann") == {"turn": 400}


@pytest.mark.parametrize("turn", [3, 2, 0, -1])
def test_the_same_turn_or_an_earlier_one_is_refused_and_changes_nothing(runners: Runners, turn: int) -> None:
    runners.save("ann", {"turn": 3, "by": "kitchen"}, 3)
    assert not runners.save("ann", {"turn": turn, "by": "bedroom"}, turn)
    assert runners.load("ann") == {"turn": 3, "by": "kitchen"}


def test_a_runner_who_is_forgotten_is_a_stranger(runners: Runners) -> None:
    runners.save("ann", {"turn": 3}, 3)
    runners.save("bob", {"turn": 3}, 3)
    runners.forget("ann")
    runners.forget("nobody")
    assert runners.load("ann") is None
    assert runners.load("bob") == {"turn": 3}
    assert runners.save("ann", {"turn": 1}, 1)


def test_what_is_loaded_is_not_what_is_kept(runners: Runners) -> None:
    record: Record = {"met": []}
    runners.save("ann", record, 1)
    record["met"].append("changed")
    loaded = runners.load("ann")
    assert loaded == {"met": []}
    loaded["met"].append("changed")
    assert runners.load("ann") == {"met": []}


@pytest.mark.parametrize("user_id", ["", "'; drop table runners; --", "ann\nbob", "Zoë", "x" * 2000])
def test_any_id_will_do(runners: Runners, user_id: str) -> None:
    assert runners.save(user_id, RECORD, 1)
    assert runners.load(user_id) == RECORD


def test_of_many_who_save_one_turn_at_once_one_wins(runners: Runners) -> None:
    def save(device: int) -> bool:
        return runners.save("ann", {"by": device}, 5)

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(save, range(40)))
    assert won.count(True) == 1
    assert runners.load("ann") == {"by": won.index(True)}


def test_no_turn_is_lost_among_threads_that_reload_when_refused(runners: Runners) -> None:
    def count_one(_: int) -> None:
        for _attempt in range(1000):
            turn = (runners.load("ann") or {"turn": 0})["turn"] + 1
            if runners.save("ann", {"turn": turn}, turn):
                return

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count_one, range(40)))
    assert runners.load("ann") == {"turn": 40}


@pytest.mark.parametrize("name", BACKENDS)
@given(record=st.dictionaries(st.text(), PLAIN, max_size=5))
def test_any_plain_json_comes_back_as_it_was(
    name: str, record: Record, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = BACKENDS[name](tmp_path_factory.mktemp("store"))
    store.save("ann", record, 1)
    assert store.load("ann") == record
