"""Which state a turn begins with, and that a store in trouble costs memory and not the turn."""

import sqlite3
from pathlib import Path

import pytest

from skill.alexa.notebook import Kept, Notebook
from skill.alexa.visit import Visit
from skill.coach.preferences import Pace, Preferences
from skill.coach.saved import encode
from skill.coach.state import State
from skill.storage.base import Record, StoreError, UnreadableRecordError
from skill.storage.memory import MemoryRunners
from skill.storage.sqlite import SqliteRunners
from tests.alexa.stage import BrokenRunners, Loose, logged

SLOW = Preferences(pace=Pace.SLOWER)


def visit(carried: Loose = None, *, is_new: bool = False, user_id: str | None = "ann") -> Visit:
    return Visit(user_id=user_id, carried=carried, is_new=is_new)


def notebook(*stored: State) -> Notebook:
    runners = MemoryRunners()
    for state in stored:
        runners.save("ann", encode(state), state.turn)
    return Notebook(runners)


def carried(turn: int) -> Record:
    return encode(State(turn=turn))


def test_a_stranger_begins_at_the_beginning() -> None:
    assert notebook().read(visit(is_new=True)) == State()


def test_a_new_session_begins_where_the_store_is() -> None:
    assert notebook(State(turn=4)).read(visit(is_new=True)).turn == 4


def test_within_a_session_the_session_is_believed_without_asking_the_store() -> None:
    assert Notebook(BrokenRunners()).read(visit(carried(5))).turn == 5


def test_a_session_that_lost_its_attributes_goes_on_from_the_store() -> None:
    assert notebook(State(turn=4)).read(visit(None)).turn == 4
    assert notebook(State(turn=4)).read(visit({})).turn == 4


@pytest.mark.parametrize(("stored", "brought", "begins"), [(4, 6, 6), (6, 4, 6)])
def test_where_both_are_known_the_higher_turn_wins(stored: int, brought: int, begins: int) -> None:
    assert notebook(State(turn=stored)).read(visit(carried(brought), is_new=True)).turn == begins


def test_of_the_same_turn_the_store_is_believed() -> None:
    known = notebook(State(turn=4, preferences=SLOW))
    assert known.read(visit(carried(4), is_new=True)).preferences == SLOW


def test_attributes_of_an_unknown_version_count_less_than_the_store() -> None:
    assert notebook(State(turn=4, lost=2)).read(visit({"v": 99, "turn": 4})) == State(turn=4, lost=2)
    assert notebook().read(visit({"v": 99, "turn": 4})) == State(turn=4)


def test_a_record_of_an_unknown_version_keeps_its_turn_and_its_preferences() -> None:
    runners = MemoryRunners()
    runners.save("ann", {**encode(State(turn=4, preferences=SLOW)), "v": 99}, 4)
    assert Notebook(runners).read(visit(is_new=True)) == State(turn=4, preferences=SLOW)


def test_without_a_user_nothing_is_looked_up_or_written() -> None:
    known = Notebook(BrokenRunners())
    assert known.read(visit(is_new=True, user_id=None)) == State()
    assert known.write(None, carried(1), 1) is Kept.NO


def test_a_store_that_cannot_be_read_makes_a_stranger_for_once() -> None:
    with logged() as lines:
        assert Notebook(BrokenRunners()).read(visit(is_new=True)) == State()
    assert [(line["event"], line["doing"]) for line in lines] == [("store failed", "load")]


def test_writing_says_what_came_of_it() -> None:
    known = notebook()
    assert known.write("ann", carried(1), 1) is Kept.YES
    assert known.write("ann", carried(1), 1) is Kept.REFUSED
    with logged() as lines:
        assert Notebook(BrokenRunners()).write("ann", carried(1), 1) is Kept.NO
    assert [(line["event"], line["doing"]) for line in lines] == [("store failed", "save")]


def test_a_record_that_is_no_json_any_more_is_given_up_aloud(tmp_path: Path) -> None:
    runners = SqliteRunners(str(tmp_path / "r.db"))
    runners.save("ann", carried(7), 7)
    with sqlite3.connect(tmp_path / "r.db") as connection:
        connection.execute("update runners set record = substr(record, 1, 9)")
    connection.close()
    known = Notebook(runners)
    with logged() as lines:
        assert known.read(visit(is_new=True)) == State()
    assert [line["event"] for line in lines] == ["record unreadable, given up"]
    assert known.write("ann", carried(1), 1) is Kept.YES


def test_a_record_that_cannot_even_be_given_up_is_a_failure_of_the_store() -> None:
    class Rotten(BrokenRunners):
        def load(self, user_id: str) -> Record | None:
            raise UnreadableRecordError("A record is not JSON.")

        def forget(self, user_id: str) -> None:
            raise StoreError("SQLite: database is locked")

    with logged() as lines:
        assert Notebook(Rotten()).read(visit(is_new=True)) == State()
    assert [line["event"] for line in lines] == ["record unreadable, given up", "store failed"]
