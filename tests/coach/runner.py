"""A runner with a watch: says things to the coach, waits, interrupts, and remembers what was heard last."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from skill.coach.arrival import arrive
from skill.coach.coach import reply as coached
from skill.coach.cues import Count, Cue, Cues, Part, Read, Say, Wait
from skill.coach.playhead import Spot, end_ms
from skill.coach.requests import HowTo, Name, Next, Ready, Request, StartRoutine
from skill.coach.room import OWN_RATE_PERCENT, Reply, Room
from skill.coach.saved import decode, encode
from skill.coach.state import Finished, Heard, Practice, Situation, State, situation
from skill.coach.voice import AtRate, Voice
from skill.content.load import load
from skill.domain.library import Library
from skill.domain.model import Exercise, Side
from skill.speech import text
from skill.speech.locale import Locale
from skill.speech.phrases import Phrases
from skill.speech.voice import SpokenVoice

CONTENT = Path(__file__).parents[2] / "content"
MONDAY_MS = 1_772_434_800_000
LAG_MS = 3_000
MINUTE_S = 60
HOUR_S = 60 * MINUTE_S
DAY_S = 24 * HOUR_S
UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

RIGHT, LEFT, BENT_RIGHT, BENT_LEFT, TOES_RIGHT, TOES_LEFT, DOG = range(7)
"""The steps of the post-run routine."""


@cache
def real_library() -> Library:
    return load(CONTENT)


@cache
def real_phrases() -> Phrases:
    return Phrases(CONTENT.joinpath("prompts", "en-US.ftl").read_text("utf-8"), english())


@cache
def real_voice() -> SpokenVoice:
    return SpokenVoice(real_phrases(), english())


def english() -> Locale:
    units = f"{UNITS} seventeen eighteen nineteen".split()
    tens = [f"{ten}-{unit}" if n else ten for ten in TENS.split() for n, unit in enumerate(units[:10])]
    return Locale(id="en-US", words_per_minute=165, sentence_ms=400, numbers=(*units, *tens, "a hundred"))


def room_at(now_ms: int = MONDAY_MS, *, library: Library | None = None, is_new_session: bool = False) -> Room:
    """A room with the real voice, and the real library unless another is given."""
    return Room(
        library=library or real_library(),
        voice=real_voice(),
        now_ms=now_ms,
        lag_ms=LAG_MS,
        pick=lambda choices: choices[0],
        is_new_session=is_new_session,
    )


def routine(routine_id: str) -> StartRoutine:
    return StartRoutine(Name((routine_id,), routine_id))


def how_to(exercise_id: str, side: Side | None = None) -> HowTo:
    return HowTo(Name((exercise_id,), exercise_id), side)


@dataclass
class Runner:
    """One who stretches. The watch, `now_ms`, stands still unless told: by default everything is said at once."""

    library: Library = field(default_factory=real_library)
    now_ms: int = MONDAY_MS
    state: State = field(default_factory=State)
    last: Reply | None = None
    is_new_session: bool = True

    def says(self, request: Request) -> "Runner":
        """The request, now. Between turns the state is JSON, as it is in a session."""
        made = coached(self.room, self.state, request)
        self.state = decode(json.loads(json.dumps(encode(made.state))))
        self.last, self.is_new_session = made, not made.is_open
        return self

    def answers(self, request: Request) -> "Runner":
        """The request, some time after the reply was heard to its end."""
        return self.hears_out().waits(2).says(request)

    def waits(self, seconds: float) -> "Runner":
        self.now_ms += round(seconds * 1000)
        return self

    def hears_out(self) -> "Runner":
        """Listens to the end of the reply."""
        return self.interrupts_at(end_ms(self.reply.timeline) / 1000)

    def interrupts_at(self, seconds: float) -> "Runner":
        """So many seconds into the reply; the next thing is said there."""
        self.now_ms = self.sent_at_ms + round(seconds * 1000) + LAG_MS
        return self

    def during(self, part: Part, seconds: float = 0.5, *, step: int | None = None, index: int = 0) -> "Runner":
        """So many seconds into a part of the reply: of its first such segment, of the step and index if given."""
        start_ms = 0
        for segment in self.reply.timeline:
            if segment.part is part and segment.index == index and step in {None, segment.step}:
                return self.interrupts_at(start_ms / 1000 + seconds)
            start_ms += segment.ms
        raise AssertionError(f"the reply has no such {part.name}: {self.reply.timeline}")

    def comes_back(self, *, after_s: float) -> "Runner":
        """A new session, so long after the last reply was sent."""
        self.now_ms = self.sent_at_ms + round(after_s * 1000)
        self.is_new_session = True
        return self

    @property
    def room(self) -> Room:
        return room_at(self.now_ms, library=self.library, is_new_session=self.is_new_session)

    @property
    def reply(self) -> Reply:
        assert self.last is not None, "nothing was said yet"
        return self.last

    @property
    def sent_at_ms(self) -> int:
        """When the last reply was made; without a practice nothing keeps it, and the watch has not moved."""
        heard: Heard | None = self.state.heard
        return heard.sent_at_ms if heard else self.now_ms

    @property
    def found(self) -> State:
        """The state as the next request will find it."""
        return arrive(self.room, self.state)

    @property
    def practice(self) -> Practice:
        """The practice as the next request will find it."""
        return self.found.under_way

    @property
    def spot(self) -> Spot:
        """Where the playhead is now."""
        return self.practice.spot

    @property
    def where(self) -> tuple[int, Part]:
        """Step and part the playhead is in."""
        return self.spot.step, self.spot.part

    @property
    def situation(self) -> Situation:
        return situation(self.found)

    @property
    def cues(self) -> Cues:
        return self.reply.cues

    @property
    def keys(self) -> list[str]:
        """Keys of the prompts said, in order."""
        return [cue.key for cue in self.cues if isinstance(cue, Say)]

    @property
    def hears(self) -> list[str]:
        """The reply as lines of text, silences in brackets."""
        return text.lines(self.cues, real_phrases().text)

    @property
    def words(self) -> str:
        """The reply without its silences."""
        return words(self.cues)

    @property
    def prompt(self) -> str:
        """Key of the last words said, or the words themselves where content wrote them."""
        last = self.cues[-1]
        return last.key if isinstance(last, Say) else words((last,))

    @property
    def taught(self) -> list[str]:
        """Names in the titles of the reply."""
        return [str(dict(cue.args)["name"]) for cue in self.cues if isinstance(cue, Say) and "title" in cue.key]


def regular() -> Runner:
    """One who has finished a routine before, and so is not asked about the flow any more."""
    return Runner(state=State(turn=9, last=Finished("post-run", 0)))


def in_post_run() -> Runner:
    """The first turn of the post-run routine has just begun: the calf stretch, both sides."""
    return regular().says(routine("post-run")).answers(Ready())


def in_the(number: int) -> Runner:
    """The turn of the exercise with that number has just begun."""
    runner = in_post_run()
    for _ in range(number - 1):
        runner.answers(Next())
    return runner


def words(cues: Cues) -> str:
    """What is said, in one line."""
    return " ".join(text.lines((cue for cue in cues if not isinstance(cue, Wait)), real_phrases().text))


def exit_of(exercise: Exercise) -> str:
    """The sentence that leads out of the position."""
    assert exercise.exit
    return exercise.exit


def voice_of(reply: Reply) -> Voice:
    """The voice a reply is spoken with."""
    return real_voice() if reply.rate_percent == OWN_RATE_PERCENT else AtRate(real_voice(), reply.rate_percent)


def is_spoken(cue: Cue) -> bool:
    return isinstance(cue, Say | Read | Count)
