"""State as a small versioned dict of plain JSON, and back. What cannot be read costs the place, never a turn."""

from collections.abc import Mapping
from typing import Any

from skill.coach.cues import Part, Say
from skill.coach.playhead import Spot
from skill.coach.preferences import Detail, Flow, Pace, Preferences
from skill.coach.state import PRIVATE, Asked, Finished, Heard, Practice, Question, State
from skill.coach.timeline_text import line_of, timeline_of
from skill.domain.changes import replace
from skill.domain.plan import Extra

VERSION = 1
NEEDED = frozenset({"exercises", "spot", "touched_ms"})
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError)
Plain = dict[str, Any]


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


def encode_kept(state: State) -> Plain:
    """What the store may hold of a state: not the last answer, and no question about what a runner feels."""
    is_private = state.question is not None and state.question.asked in PRIVATE
    return encode(replace(state, answer=(), question=None if is_private else state.question))


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
    """Every field, or an exception for what is not of its shape."""
    return State(
        turn=decode_turn(saved),
        preferences=decode_preferences(saved.get("preferences", {})),
        practice=decode_practice(saved.get("practice")),
        aside=decode_practice(saved.get("aside")),
        finished=decode_practice(saved.get("finished")),
        is_paused=bool(saved.get("paused")),
        question=decode_question(saved.get("question")),
        heard=decode_heard(saved.get("heard")),
        met=tuple((str(thing), int(times)) for thing, times in saved.get("met", ())),
        told=frozenset(map(str, saved.get("told", ()))),
        last=Finished(str(saved["last"][0]), int(saved["last"][1])) if saved.get("last") else None,
        answer=tuple(decode_say(said) for said in saved.get("answer", ())),
        lost=int(saved.get("lost", 0)),
        is_safety_said=bool(saved.get("safety")),
        short=frozenset(map(str, saved.get("short", ()))),
        slips=int(saved.get("slips", 0)),
    )


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
    hold_s = saved.get("hold_s")
    return Preferences(
        hold_s=int(hold_s) if hold_s else None,
        pace=Pace(saved.get("pace", Pace.NORMAL)),
        detail=Detail(saved["detail"]) if "detail" in saved else None,
        flow=Flow(saved.get("flow", Flow.WAIT_FOR_ME)),
        avoided=tuple(map(str, saved.get("avoided", ()))),
    )


def decode_practice(saved: Mapping[str, Any] | None) -> Practice | None:
    """A practice, or None."""
    if not saved:
        return None
    step, part, index, into_ms = saved["spot"]
    return Practice(
        routine=str(saved["routine"]) if saved.get("routine") else None,
        exercises=tuple(map(str, saved["exercises"])),
        left_first=frozenset(map(int, saved.get("left_first", ()))),
        spot=Spot(int(step), Part(part), int(index), int(into_ms)),
        done=frozenset(map(int, saved.get("done", ()))),
        skipped=frozenset(map(int, saved.get("skipped", ()))),
        touched_ms=int(saved["touched_ms"]),
        edition=str(saved.get("edition", "")),
        is_declined=bool(saved.get("declined")),
        missing=frozenset(map(str, saved.get("missing", ()))),
        instead=tuple((str(exercise), str(how)) for exercise, how in saved.get("instead", ())),
        turned=frozenset(map(int, saved.get("turned", ()))),
        extra=Extra(*map(int, saved["extra"])) if saved.get("extra") else None,
        is_tipped=bool(saved.get("tipped")),
        is_arriving=bool(saved.get("arriving")),
    )


def decode_question(saved: list[Any] | None) -> Question | None:
    """A question, or None."""
    return Question(Asked(saved[0]), str(saved[1]), int(saved[2])) if saved else None


def decode_heard(saved: Mapping[str, Any] | None) -> Heard | None:
    """A timeline and when it was sent, or None."""
    if not saved:
        return None
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
