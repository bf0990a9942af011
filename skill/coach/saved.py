"""State as a small versioned dict of plain JSON, and back. What cannot be read costs the place, never a turn."""

from collections.abc import Callable, Mapping
from typing import Any

from skill.coach.cues import Part, Say
from skill.coach.playhead import Spot
from skill.coach.preferences import Detail, Flow, Pace, Preferences
from skill.coach.state import PRIVATE, Asked, Finished, Heard, Practice, Question, State
from skill.coach.timeline_text import line_of, timeline_of
from skill.coach.values import replace
from skill.domain.plan import Extra

VERSION = 1
NEEDED = frozenset({"exercises", "spot", "touched_ms"})
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError)
Plain = dict[str, Any]
Reader = Callable[[Any], Any]


def encode(state: State) -> Plain:
    """The state as plain JSON values; what is empty is left out."""
    whole = {
        "v": VERSION,
        "turn": state.turn,
        "preferences": encode_preferences(state.preferences),
        "practice": encode_practice(state.practice),
        "aside": encode_practice(state.aside),
        "finished": encode_practice(state.finished),
        "paused": state.is_paused,
        "question": encode_question(state.question),
        "heard": encode_heard(state.heard),
        "met": [list(pair) for pair in state.met],
        "told": sorted(state.told),
        "last": [state.last.routine, state.last.at_ms] if state.last else None,
        "answer": [encode_say(say) for say in state.answer],
        "lost": state.lost,
        "safety": state.is_safety_said,
        "short": sorted(state.short),
        "slips": state.slips,
    }
    return {key: value for key, value in whole.items() if value or key == "turn"}


def storable(record: Plain) -> Plain:
    """What the store may hold of a record: not the last answer, and no question about what a runner feels."""
    asked = record.get("question")
    left_out = {"answer"} if asked is None or asked[0] not in PRIVATE else {"answer", "question"}
    return {key: value for key, value in record.items() if key not in left_out}


def encode_preferences(kept: Preferences) -> Plain:
    """Only what differs from a newcomer's."""
    whole = {
        "hold_s": kept.hold_s,
        "pace": kept.pace.value if kept.pace is not Pace.NORMAL else None,
        "detail": kept.detail.value if kept.detail else None,
        "flow": kept.flow.value if kept.flow is not Flow.WAIT_FOR_ME else None,
        "avoided": list(kept.avoided),
    }
    return {key: value for key, value in whole.items() if value}


def encode_practice(practice: Practice | None) -> Plain | None:
    """A practice; sets become sorted lists, and what is empty is left out."""
    if practice is None:
        return None
    whole = {
        "routine": practice.routine,
        "exercises": list(practice.exercises),
        "left_first": sorted(practice.left_first),
        "spot": [practice.spot.step, practice.spot.part.value, practice.spot.index, practice.spot.into_ms],
        "done": sorted(practice.done),
        "skipped": sorted(practice.skipped),
        "touched_ms": practice.touched_ms,
        "edition": practice.edition,
        "declined": practice.is_declined,
        "missing": sorted(practice.missing),
        "instead": [list(pair) for pair in practice.instead],
        "turned": sorted(practice.turned),
        "extra": [practice.extra.step, practice.extra.part, practice.extra.more] if practice.extra else None,
        "tipped": practice.is_tipped,
        "arriving": practice.is_arriving,
    }
    return {key: value for key, value in whole.items() if value or key in NEEDED}


def encode_question(question: Question | None) -> list[str | int] | None:
    """What it asks, what about, and where a list goes on."""
    return [question.asked.value, question.about, question.offset] if question else None


def encode_heard(heard: Heard | None) -> Plain | None:
    """The timeline in one line of text, as a turn of ten exercises must fit the session too."""
    return {"at": heard.sent_at_ms, "line": line_of(heard.timeline)} if heard else None


def encode_say(said: Say) -> list[Any]:
    """A prompt as its key and arguments; prompts inside prompts become objects."""
    return [said.key, [[name, encode_arg(arg)] for name, arg in said.args]]


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
    """Every field there is, or an exception for what is not of its shape."""
    return replace(NEWCOMER, turn=decode_turn(saved), **fields(saved, READERS))


def fields(saved: Mapping[str, Any], readers: Mapping[str, tuple[str, Reader]]) -> dict[str, Any]:
    """The fields that something is saved for. Most are empty most of the time, and those take no time here."""
    return {field: read(saved[key]) for key, (field, read) in readers.items() if saved.get(key)}


def decode_turn(saved: Mapping[str, Any]) -> int:
    """The turn number, zero where there is none to read."""
    turn = saved.get("turn", 0)
    return turn if isinstance(turn, int) and turn >= 0 else 0


def kept_preferences(saved: Mapping[str, Any]) -> Preferences:
    """The preferences of a state that is otherwise unreadable."""
    try:
        return decode_preferences(saved.get("preferences", {}))
    except UNREADABLE:
        return Preferences()


def decode_preferences(saved: Mapping[str, Any]) -> Preferences:
    """A newcomer's where nothing was set."""
    return Preferences(**fields(saved, PREFERENCES))


def decode_practice(saved: Mapping[str, Any]) -> Practice:
    """A practice; what it cannot be without is read whatever it is."""
    practice = Practice(
        exercises=texts(saved["exercises"]), spot=decode_spot(saved["spot"]), touched_ms=int(saved["touched_ms"])
    )
    return replace(practice, **fields(saved, PRACTICE))


def decode_spot(saved: list[Any]) -> Spot:
    """A place in a step."""
    step, part, index, into_ms = saved
    return Spot(int(step), Part(part), int(index), int(into_ms))


def decode_question(saved: list[Any]) -> Question:
    """A question."""
    return Question(Asked(saved[0]), str(saved[1]), int(saved[2]))


def decode_heard(saved: Mapping[str, Any]) -> Heard:
    """A timeline and when it was sent."""
    return Heard(timeline_of(str(saved["line"])), int(saved["at"]))


def decode_say(saved: list[Any]) -> Say:
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


def texts(saved: list[Any]) -> tuple[str, ...]:
    """Words in their order."""
    return tuple(map(str, saved))


def some(saved: list[Any]) -> frozenset[str]:
    """Words in no order."""
    return frozenset(map(str, saved))


def numbers(saved: list[Any]) -> frozenset[int]:
    """Numbers in no order."""
    return frozenset(map(int, saved))


NEWCOMER = State()
PREFERENCES: Mapping[str, tuple[str, Reader]] = {
    "hold_s": ("hold_s", int),
    "pace": ("pace", Pace),
    "detail": ("detail", Detail),
    "flow": ("flow", Flow),
    "avoided": ("avoided", texts),
}
PRACTICE: Mapping[str, tuple[str, Reader]] = {
    "routine": ("routine", str),
    "left_first": ("left_first", numbers),
    "done": ("done", numbers),
    "skipped": ("skipped", numbers),
    "edition": ("edition", str),
    "declined": ("is_declined", bool),
    "missing": ("missing", some),
    "instead": ("instead", lambda saved: tuple((str(exercise), str(how)) for exercise, how in saved)),
    "turned": ("turned", numbers),
    "extra": ("extra", lambda saved: Extra(*map(int, saved))),
    "tipped": ("is_tipped", bool),
    "arriving": ("is_arriving", bool),
}
READERS: Mapping[str, tuple[str, Reader]] = {
    "preferences": ("preferences", decode_preferences),
    "practice": ("practice", decode_practice),
    "aside": ("aside", decode_practice),
    "finished": ("finished", decode_practice),
    "paused": ("is_paused", bool),
    "question": ("question", decode_question),
    "heard": ("heard", decode_heard),
    "met": ("met", lambda saved: tuple((str(thing), int(times)) for thing, times in saved)),
    "told": ("told", some),
    "last": ("last", lambda saved: Finished(str(saved[0]), int(saved[1]))),
    "answer": ("answer", lambda saved: tuple(map(decode_say, saved))),
    "lost": ("lost", int),
    "safety": ("is_safety_said", bool),
    "short": ("short", some),
    "slips": ("slips", int),
}
"""The field of each key, and how it is read."""
