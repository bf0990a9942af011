"""State as a small versioned dict of plain JSON, and back. What cannot be read costs the place, never a turn."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, ValidationError, convert, to_builtins

from skill.coach.cues import Say
from skill.coach.preferences import Preferences
from skill.coach.state import PRIVATE, Asked, Finished, Heard, Practice, Question, State
from skill.coach.timeline_text import line_of, timeline_of

VERSION = 1
UNREADABLE = (ValidationError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError)
NEWCOMER = Preferences()

Plain = dict[str, Any]

PRACTICES = ("practice", "aside", "finished")


class Line(Struct, frozen=True):
    """What is heard, in one line of text, as a turn of ten exercises must fit the session too; `at` is in ms."""

    at: int
    line: str


class Saved(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="v",
    tag=VERSION,
    rename={"is_paused": "paused", "is_safety_said": "safety"},
):
    """A state as it is saved: its fields by their keys. What is empty is left out."""

    turn: int
    preferences: Preferences = NEWCOMER
    practice: Practice | None = None
    aside: Practice | None = None
    finished: Practice | None = None
    is_paused: bool = False
    question: tuple[Asked, str, int] | None = None
    heard: Line | None = None
    met: tuple[tuple[str, int], ...] = ()
    told: frozenset[str] = frozenset()
    last: Finished | None = None
    answer: tuple[tuple[str, list[tuple[str, Any]]], ...] = ()
    lost: int = 0
    is_safety_said: bool = False
    short: frozenset[str] = frozenset()
    slips: int = 0


# The fields stand written out in both directions: to go through their names takes a twentieth of a turn.


def encode(state: State) -> Plain:
    """The state as plain JSON values; what is empty is left out, and sets are sorted."""
    question, heard = state.question, state.heard
    saved = Saved(
        question=(question.asked, question.about, question.offset) if question else None,
        heard=Line(heard.sent_at_ms, line_of(heard.timeline)) if heard else None,
        answer=tuple(map(encode_say, state.answer)),
        turn=state.turn,
        preferences=state.preferences,
        practice=state.practice,
        aside=state.aside,
        finished=state.finished,
        is_paused=state.is_paused,
        met=state.met,
        told=state.told,
        last=state.last,
        lost=state.lost,
        is_safety_said=state.is_safety_said,
        short=state.short,
        slips=state.slips,
    )
    return filled(to_builtins(saved, order="deterministic"))


def filled(whole: Plain) -> Plain:
    """What is not empty. msgspec leaves out the very value that is the default, and an empty set may be another."""
    for plain in (whole, *(whole[key] for key in PRACTICES if key in whole)):
        for key in [key for key, value in plain.items() if not value and key != "turn"]:
            del plain[key]
    return whole


def storable(record: Plain) -> Plain:
    """What the store may hold of a record: not the last answer, and no question about what a runner feels."""
    asked = record.get("question")
    if asked is None and "answer" not in record:
        return record
    left_out = {"answer"} if asked is None or asked[0] not in PRIVATE else {"answer", "question"}
    return {key: value for key, value in record.items() if key not in left_out}


def encode_say(said: Say) -> tuple[str, list[tuple[str, Any]]]:
    """A prompt as its key and arguments; prompts inside prompts become objects."""
    return said.key, [(name, encode_arg(arg)) for name, arg in said.args]


def encode_arg(arg: object) -> object:
    """One argument of a prompt."""
    match arg:
        case Say():
            return {"say": encode_say(arg)}
        case tuple():
            return {"all": [encode_arg(one) for one in arg]}
        case _:
            return arg


def decode(saved: Mapping[str, Any]) -> State:
    """The state again. An unknown version, or anything unreadable, is idle with the preferences kept."""
    try:
        if saved["v"] == VERSION:
            return decode_whole(convert(saved, Saved))
    except UNREADABLE:
        pass
    return State(turn=decode_turn(saved), preferences=kept_preferences(saved))


def decode_whole(saved: Saved) -> State:
    """Every field; ValueError for a timeline or an answer that is none."""
    question, heard = saved.question, saved.heard
    return State(
        question=Question(*question) if question else None,
        heard=Heard(timeline_of(heard.line), heard.at) if heard else None,
        answer=tuple(map(decode_say, saved.answer)),
        turn=max(saved.turn, 0),
        preferences=saved.preferences,
        practice=saved.practice,
        aside=saved.aside,
        finished=saved.finished,
        is_paused=saved.is_paused,
        met=saved.met,
        told=saved.told,
        last=saved.last,
        lost=saved.lost,
        is_safety_said=saved.is_safety_said,
        short=saved.short,
        slips=saved.slips,
    )


def decode_turn(saved: Mapping[str, Any]) -> int:
    """The turn number, zero where there is none to read."""
    turn = saved.get("turn", 0)
    return turn if isinstance(turn, int) and turn >= 0 else 0


def kept_preferences(saved: Mapping[str, Any]) -> Preferences:
    """The preferences of a state that is otherwise unreadable."""
    try:
        return convert(saved.get("preferences", {}), Preferences)
    except UNREADABLE:
        return NEWCOMER


def decode_say(saved: tuple[str, list[tuple[str, Any]]]) -> Say:
    """A prompt; ValueError where it is not one the coach says any more."""
    key, args = saved
    return Say(str(key), tuple((str(name), decode_arg(arg)) for name, arg in args))


def decode_arg(saved: Any) -> Any:  # noqa: ANN401 - JSON in, one of four shapes out
    """One argument of a prompt."""
    match saved:
        case {"say": said}:
            return decode_say(said)
        case {"all": several}:
            return tuple(decode_arg(one) for one in several)
        case int() | str():
            return saved
        case _:
            raise ValueError("an argument is text, a number, a prompt or several")
