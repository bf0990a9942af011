"""When words fall inside work: the schedule of a hold, of reps and of a timed movement, in ms from its start."""

from collections.abc import Iterable
from itertools import pairwise
from typing import assert_never

from skill.coach.cues import Count, Cue, Cues, Read, Say, Spoken, Wait, say
from skill.coach.voice import Voice
from skill.domain.dose import Hold, Movement, Part, Phase, Reps

Beat = tuple[int, Spoken]
"""A moment in ms from the start of the work, and what is said at it."""

SECOND_MS = 1000
MAX_SILENCE_MS = 15_000
COUNTDOWN_S = 3
COUNTED_UP_BELOW_S = 10
HALVED_FROM_S = 20
TEN_MORE_S = 10
TEN_MORE_FROM_S = 40
IN_TURN_FROM_S = 60
EVERY_S = 15


def reps_over(part: Reps, into_ms: int) -> int:
    """How many reps are behind a runner that far into them; the last one never is.

    A rep that is one beat is over with its number; one led through its phases only when they are.
    """
    over = -(-into_ms // part.rep_ms) if part.is_counted else into_ms // part.rep_ms
    return min(over, part.count - 1)


def work_ms(part: Part) -> int:
    """How long a part of a dose lasts, from its starting word to its ending word."""
    match part:
        case Hold(hold_s=hold_s):
            return hold_s * SECOND_MS
        case Movement(move_s=move_s):
            return move_s * SECOND_MS
        case Reps(count=count):
            return count * part.rep_ms - part.paced_ms(part.gap_s)
        case _:
            assert_never(part)


def beats(part: Part, reminder: str | None) -> list[Beat]:
    """Everything said during a part of a dose, in order."""
    match part:
        case Reps():
            return rep_beats(part)
        case Movement(stations=stations) if stations:
            return filled(station_beats(part), work_ms(part), steady(reminder))
        case _:
            return hold_beats(work_ms(part) // SECOND_MS, reminder)


def hold_beats(hold_s: int, reminder: str | None) -> list[Beat]:
    """Beats under ten seconds are counted up; longer holds are counted down at the end, and never silent for long."""
    if hold_s < COUNTED_UP_BELOW_S:
        return [(n * SECOND_MS, Count(n + 1)) for n in range(hold_s)]
    countdown: list[Beat] = [((hold_s - n) * SECOND_MS, Count(n)) for n in range(COUNTDOWN_S, 0, -1)]
    return filled(middle(hold_s, steady(reminder)) + countdown, hold_s * SECOND_MS, steady(reminder))


def steady(reminder: str | None) -> Spoken:
    """What breaks a long silence: the exercise's own reminder, else the breath."""
    return Read(reminder) if reminder else say("breathe")


def station_beats(part: Movement) -> list[Beat]:
    """The name of each letter or spot as its share of the time begins."""
    each_ms = work_ms(part) // len(part.stations)
    return [(i * each_ms, Read(f"{station.capitalize()}.")) for i, station in enumerate(part.stations)]


def rest_beats(rest_s: int) -> list[Beat]:
    """The seconds left of a rest, every fifteen of them."""
    left = range((rest_s - 1) // EVERY_S * EVERY_S, 0, -EVERY_S)
    return [((rest_s - left_s) * SECOND_MS, say("seconds-left", seconds=left_s)) for left_s in left]


def middle(hold_s: int, reminder: Spoken) -> list[Beat]:
    """What is said between the start of a hold and its countdown."""
    half = (hold_s * SECOND_MS // 2, say("halfway"))
    if hold_s < HALVED_FROM_S:
        return []
    if hold_s >= IN_TURN_FROM_S:
        return in_turn(hold_s, reminder)
    early = [(hold_s * SECOND_MS // 4, reminder)] if half[0] > MAX_SILENCE_MS else []
    late = [((hold_s - TEN_MORE_S) * SECOND_MS, say("ten-more"))] if hold_s >= TEN_MORE_FROM_S else []
    return [*early, half, *late]


def filled(spoken: list[Beat], until_ms: int, reminder: Spoken) -> list[Beat]:
    """The same with the reminder and the breath in turn in every silence that would be too long, evenly spread."""
    kept: list[Beat] = []
    for (earlier_ms, _), later in pairwise([(0, reminder), *spoken, (until_ms, reminder)]):
        gaps = -(-(later[0] - earlier_ms) // MAX_SILENCE_MS)
        turns = (reminder, say("breathe"))
        kept += [(earlier_ms + n * (later[0] - earlier_ms) // gaps, turns[1 - n % 2]) for n in range(1, gaps)]
        kept.append(later)
    return kept[:-1]


def in_turn(hold_s: int, reminder: Spoken) -> list[Beat]:
    """The reminder and the seconds left in turn, every fifteen seconds before the end."""
    left = range((hold_s - 1) // EVERY_S * EVERY_S, 0, -EVERY_S)
    return [
        ((hold_s - left_s) * SECOND_MS, say("seconds-left", seconds=left_s) if i % 2 else reminder)
        for i, left_s in enumerate(left)
    ]


def rep_beats(part: Reps) -> list[Beat]:
    """Each rep's number, or its phases with the reps counted off in the gaps."""
    return [
        (n * part.rep_ms + at_ms * part.tempo_percent // 100, words)
        for n in range(part.count)
        for at_ms, words in one_rep(part, n + 1)
    ]


def one_rep(part: Reps, number: int) -> list[Beat]:
    """A rep's beats from its start, before its tempo; a phased one is counted off as it ends, the last one apart."""
    spoken = phase_beats(part.phases, number)
    if part.is_counted or not part.gap_s or number == part.count:
        return spoken
    last = part.phases[-1]
    if last.phase_s == 1 and last.word:
        return [*spoken[:-1], (spoken[-1][0], counted_off(part, number, f"{last.word},"))]
    return [*spoken, (sum(phase.phase_s for phase in part.phases) * SECOND_MS, counted_off(part, number, ""))]


def counted_off(part: Reps, done: int, word: str) -> Say:
    """As in "Relax, that's two"; "Relax, one more" before the last."""
    if done == part.count - 1:
        return say("phase-one-more", word=word) if word else say("one-more")
    return say("phase-that-is", word=word, number=done) if word else say("that-is", number=done)


def phase_beats(phases: Iterable[Phase], number: int) -> list[Beat]:
    """A rep's words: the phase's own first, then a count a second; a wordless phase is one beat, the number."""
    spoken: list[Beat] = []
    start_ms = 0
    for phase in phases:
        first: Spoken = Read(f"{phase.word.capitalize()}.") if phase.word else Count(number)
        rest = range(1, phase.phase_s) if phase.word else range(0)
        spoken += [(start_ms, first), *((start_ms + n * SECOND_MS, Count(n + 1)) for n in rest)]
        start_ms += phase.phase_s * SECOND_MS
    return spoken


def paced(voice: Voice, spoken: Iterable[Beat], from_ms: int, until_ms: int) -> Cues:
    """Words and the silence between them from `from_ms` to `until_ms`, words' own length taken out of the silence."""
    cues: list[Cue] = []
    at_ms = from_ms
    for beat_ms, words in fitting(voice, [beat for beat in spoken if from_ms <= beat[0] < until_ms], until_ms):
        cues += [Wait(beat_ms - at_ms), words]
        at_ms = beat_ms + voice.ms(words)
    return tuple(cue for cue in (*cues, Wait(until_ms - at_ms)) if cue != Wait(0))


def fitting(voice: Voice, due: Iterable[Beat], until_ms: int) -> list[Beat]:
    """The beats that do not talk into each other or past the end. A number gives way, else the later one."""
    kept: list[Beat] = []
    for beat_ms, words in due:
        if kept and kept[-1][0] + voice.ms(kept[-1][1]) > beat_ms:
            if not isinstance(kept[-1][1], Count):
                continue
            kept.pop()
        if beat_ms + voice.ms(words) <= until_ms:
            kept.append((beat_ms, words))
    return kept
