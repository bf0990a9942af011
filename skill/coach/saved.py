"""State as a small versioned dict of plain JSON, and back. What cannot be read costs the place, never a turn."""

from collections.abc import Mapping
from typing import Any

from msgspec import ValidationError, to_builtins

from skill.coach.cues import Say
from skill.coach.preferences import Preferences
from skill.coach.state import PRIVATE, VERSION, Question, State
from skill.coach.timeline_text import timeline_of
from skill.domain.values import reading, replace

UNREADABLE = (ValidationError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError)

Plain = dict[str, Any]

ANSWER = "answer"
PRACTICES = ("practice", "aside", "finished")
QUESTION = len(Question.__struct_fields__)

state_of, preferences_of = reading(State), reading(Preferences)


def encode(state: State) -> Plain:
    """The state as plain JSON values; what is empty is left out, and sets are sorted."""
    if state.answer or state.near or state.asking_ms:
        rest = encode(replace(state, answer=(), near=(), asking_ms=0))
        return {**rest, ANSWER: list(map(encode_say, state.answer))} if state.answer else rest
    plain: Plain = to_builtins(state, order="deterministic")
    plain["turn"] = state.turn
    return filled(plain)


def filled(whole: Plain) -> Plain:
    """What is not empty. msgspec leaves out the very value that is the default, and an empty set may be another."""
    for plain in (whole, *[whole[key] for key in PRACTICES if key in whole]):
        if not all(plain.values()):
            for key in [key for key, value in plain.items() if value in ([], {})]:
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
            return decode_whole(saved)
    except UNREADABLE:
        pass
    return State(turn=decode_turn(saved), preferences=kept_preferences(saved))


def decode_whole(saved: Mapping[str, Any]) -> State:
    """Every field; ValueError for a question, a timeline or an answer that is none."""
    if ANSWER in saved:
        rest = decode_whole({key: value for key, value in saved.items() if key != ANSWER})
        return replace(rest, answer=tuple(map(decode_say, saved[ANSWER])))
    state = state_of(saved)
    if state.question and len(saved["question"]) < QUESTION:
        raise ValueError("a question is cut short")
    if state.heard:
        timeline_of(state.heard.line)
    return replace(state, turn=0) if state.turn < 0 else state


def decode_turn(saved: Mapping[str, Any]) -> int:
    """The turn number, zero where there is none to read."""
    turn = saved.get("turn", 0)
    return turn if isinstance(turn, int) and turn >= 0 else 0


def kept_preferences(saved: Mapping[str, Any]) -> Preferences:
    """The preferences of a state that is otherwise unreadable."""
    try:
        return preferences_of(saved.get("preferences", {}))
    except UNREADABLE:
        return Preferences()


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
