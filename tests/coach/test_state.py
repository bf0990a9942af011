"""What the coach remembers between two turns."""

import pytest

from skill.coach.state import Practice, Situation, State, situation

PRACTICE = Practice(exercises=("toe-stretch",))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State(), Situation.NEW),
        (State(turn=1), Situation.IDLE),
        (State(turn=1, aside=PRACTICE), Situation.IDLE),
        (State(turn=1, practice=PRACTICE), Situation.PRACTISING),
        (State(turn=1, practice=PRACTICE, is_paused=True), Situation.PAUSED),
        (State(turn=1, finished=PRACTICE), Situation.FINISHED),
        (State(turn=1, practice=PRACTICE, finished=PRACTICE), Situation.PRACTISING),
    ],
)
def test_the_situation_a_state_stands_for(state: State, expected: Situation) -> None:
    assert situation(state) is expected


def test_no_practice_under_way_is_a_coachs_mistake() -> None:
    assert State(practice=PRACTICE).under_way is PRACTICE
    with pytest.raises(LookupError, match="no practice"):
        State().under_way  # noqa: B018 -- reading it is what raises


def test_what_was_never_begun_was_met_no_times() -> None:
    state = State(met=(("toe-stretch", 3),))
    assert (state.times_met("toe-stretch"), state.times_met("big-toe")) == (3, 0)
