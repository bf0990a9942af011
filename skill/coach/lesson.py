"""A step into cues: place, set-up, work, coming out. From any spot in it, so that no place is ever lost."""

from collections.abc import Sequence
from typing import assert_never

from msgspec import Struct

from skill.coach.beats import SECOND_MS, beats, paced, reps_over, rest_beats, work_ms
from skill.coach.cues import Cue, Cues, Mark, Part, Read, Say, Wait, say
from skill.coach.playhead import Spot
from skill.coach.voice import Voice
from skill.domain.dose import Hold, Movement, Reps
from skill.domain.dose import Part as Dose
from skill.domain.model import Instruction, Place, Wording
from skill.domain.plan import SAME_SPOT_S, Step

ON_STEP_S = 8
BREATH_S = 2
CARE_MS = 1_500
SETTLING = (Part.PLACE, Part.SETUP, Part.TOLD)


class Sentence(Struct, frozen=True):
    """Something to do while settling, and the mark a pause comes back to."""

    mark: Mark
    cues: Cues


class Lesson(Struct, frozen=True, kw_only=True):
    """One step to be taught. `arrive_s` is the way to its place; `tip` is said just before the work.

    `ready_percent` stretches the time to get into position. `is_turned` where it begins with the side that was cut
    short another day.
    """

    voice: Voice
    step: Step
    index: int
    total: int
    wording: Wording
    switch_to: str | None
    arrive_s: int
    is_new_place: bool
    ready_percent: int = 100
    is_turned: bool = False
    tip: Cues = ()

    def cues(self, at: Spot, *, is_going_on: bool = False) -> Cues:
        """The lesson from that spot. Going on means that the runner never let go: no starting word."""
        if at.part is Part.EXIT:
            return self.coming_out(())
        before = self.switch(at.index) if at.part is Part.SWITCH else self.settling(at)
        work = self.work(at, is_going_on=is_going_on) if at.part in {Part.WORK, Part.REST} else self.work(None)
        return before + work + self.coming_out((ending(self.doses[-1]),))

    @property
    def doses(self) -> tuple[Dose, ...]:
        """The parts of the dose, set after set."""
        return self.step.doses

    def sentences(self) -> list[Sentence]:
        """All there is to do before the work."""
        return [*self.place(), *self.setup()]

    def instructions(self) -> tuple[Cues, ...]:
        """The same one at a time, without the silences: the title goes with the first, the tip with the last."""
        words = [tuple(cue for cue in one.cues if not isinstance(cue, Wait)) for one in self.sentences()]
        if self.tip:
            words[-2:] = [sum(words[-2:], ())]
        return (sum(words[:2], ()), *words[2:])

    def instruction_of(self, at: Spot) -> int:
        """The number of the instruction that holds the sentence at that spot."""
        return max(0, reached(self.sentences(), at) - 1)

    def settling(self, at: Spot) -> Cues:
        """Place and set-up from the sentence the runner had come to; all of it where that is not found."""
        if at.part not in SETTLING:
            return ()
        sentences = self.sentences()
        rest = sentences[reached(sentences, at) :]
        return tuple(cue for sentence in rest for cue in (sentence.mark, *sentence.cues))

    def place(self) -> list[Sentence]:
        """The number and name, how to get there where that is new, and the side by body and direction."""
        careful = self.step.exercise.cautions if self.wording is self.step.exercise.wordings.full else ()
        turned = (say("turned", side=say("side", side=self.step.side.value)),) if self.is_turned else ()
        title = Sentence(
            Mark(self.index, Part.PLACE),
            (self.title(), *turned, *(cue for text in careful for cue in (Read(text), Wait(CARE_MS)))),
        )
        spoken = [self.sentence(Mark(self.index, Part.PLACE, n + 1), i) for n, i in enumerate(self.getting_there())]
        return [title, *spoken]

    @property
    def side_index(self) -> int:
        """Where in the place the side is named; 0, the title, where no side is."""
        return len(self.getting_there()) if self.wording.side(self.step.side) else 0

    def getting_there(self) -> tuple[Instruction, ...]:
        """The sentences before the set-up: the place where it is new, then the side."""
        side = self.wording.side(self.step.side)
        return (*(self.wording.place if self.is_new_place else ()), *((Instruction(side),) if side else ()))

    def setup(self) -> list[Sentence]:
        """The instructions, then the tip where there is one."""
        spoken = [self.sentence(Mark(self.index, Part.SETUP, n), i) for n, i in enumerate(self.wording.setup)]
        tip = [Sentence(Mark(self.index, Part.SETUP, len(spoken)), self.tip)] if self.tip else []
        return [*spoken, *tip]

    def sentence(self, mark: Mark, instruction: Instruction) -> Sentence:
        """An instruction with the silence to follow it in; the first one includes the way there."""
        first = (Part.PLACE, 1) if self.getting_there() else (Part.SETUP, 0)
        wait_s = self.wait_s(instruction, is_arriving=(mark.part, mark.index) == first)
        return Sentence(mark, (Read(instruction.text), self.ready(wait_s)))

    def ready(self, wait_s: int) -> Wait:
        """Time to get into position, at the runner's pace."""
        return Wait(wait_s * 10 * self.ready_percent)

    def wait_s(self, instruction: Instruction, *, is_arriving: bool) -> int:
        """Seconds after an instruction: its own, else what the place needs, and the way there at least."""
        usual = ON_STEP_S if self.step.exercise.place is Place.STEP else SAME_SPOT_S
        own = usual if instruction.wait_s is None else instruction.wait_s
        return max(own, self.arrive_s) if is_arriving else own

    def title(self) -> Say:
        """As in "Two of four. Toe stretch." or just the name where it stands alone."""
        name = self.step.exercise.name
        if self.total == 1:
            return say("title-alone", name=name)
        return say("title", number=self.step.number, total=self.total, name=name)

    def switch(self, index: int) -> Cues:
        """Changing to the second side; the index tells a switch that "next" asked for from one in its time."""
        exercise = self.step.exercise
        side = (Read(self.switch_to),) if self.switch_to else ()
        change = say("change", limb=exercise.limb.value)
        return (Mark(self.index, Part.SWITCH, index), change, *side, self.ready(exercise.switch_s))

    def work(self, at: Spot | None, *, is_going_on: bool = False) -> Cues:
        """The dose, from its beginning or from where the runner was in it."""
        first = min(at.index, len(self.doses) - 1) if at else 0
        cues: Cues = ()
        for n in range(first, len(self.doses)):
            is_resumed = at is not None and n == first
            if not (is_resumed and at and at.part is Part.WORK):
                into_ms = at.into_ms if is_resumed and at else 0
                cues += self.before_work(n, is_after_work=n > first, into_ms=into_ms)
            from_ms = at.into_ms if at and is_resumed and at.part is Part.WORK else 0
            has_start = not (is_going_on and is_resumed and at and at.part is Part.WORK)
            cues += self.worked(n, from_ms, has_start=has_start)
        return cues

    def before_work(self, n: int, *, is_after_work: bool, into_ms: int = 0) -> Cues:
        """What comes before the part of the dose with that index: an ending, a rest between sets, its lead.

        A runner who is `into_ms` into a rest has only what is left of it.
        """
        dose = self.doses[n]
        before: list[Cue] = [ending(self.doses[n - 1])] if is_after_work else []
        is_between_sets = n > 0 and n % len(self.step.mode.parts) == 0
        if is_between_sets:
            before += self.rest(into_ms)
        elif n:
            before.append(Wait(BREATH_S * SECOND_MS))
        if dose.lead:
            before += [Read(dose.lead), Wait(dose.lead_wait_s * SECOND_MS)]
        return (Mark(self.index, Part.REST, n, into_ms if is_between_sets else 0), *before) if before else ()

    def rest(self, into_ms: int) -> Cues:
        """A rest between sets, or what is left of it: silence with the seconds that remain."""
        rest_s = self.step.mode.rest_s
        words = say("rest", seconds=rest_s)
        rested_ms = into_ms - self.voice.ms(words) - self.voice.ms(ending(self.doses[0]))
        if rested_ms <= 0:
            return (words, *paced(self.voice, rest_beats(rest_s), 0, rest_s * SECOND_MS))
        return paced(self.voice, rest_beats(rest_s), min(rested_ms, rest_s * SECOND_MS), rest_s * SECOND_MS)

    def worked(self, n: int, from_ms: int, *, has_start: bool) -> Cues:
        """One part of the dose from its starting word to just before its ending word."""
        dose = self.doses[n]
        begun_ms = aligned(dose, from_ms) if has_start or isinstance(dose, Reps) else min(from_ms, work_ms(dose))
        due = beats(dose, self.step.exercise.reminder)
        if begun_ms and not isinstance(dose, Reps):
            due = [beat for beat in due if beat[0] > begun_ms]  # "Hold. Halfway." would be two things at once
        beat = paced(self.voice, due, begun_ms, work_ms(dose))
        return (*((starting(dose),) if has_start else ()), Mark(self.index, Part.WORK, n, begun_ms), *beat)

    def coming_out(self, ended: tuple[Say, ...]) -> Cues:
        """The ending word; after the last side the way out of the position, or a breath."""
        out = self.way_out() if self.step.is_last_side else ()
        return (Mark(self.index, Part.EXIT), *ended, *out)

    def way_out(self) -> Cues:
        """The exit sentence with its wait; a breath where standing still is rest enough."""
        exercise = self.step.exercise
        if exercise.exit:
            return (Read(exercise.exit), Wait(exercise.exit_s * SECOND_MS))
        return (Wait(BREATH_S * SECOND_MS),)


def reached(sentences: Sequence[Sentence], at: Spot) -> int:
    """The index of the sentence a runner had come to; the first where it is not found."""
    if at.part is Part.TOLD:
        return at.index + 1 if at.index else 0
    return next((n for n, one in enumerate(sentences) if (one.mark.part, one.mark.index) == (at.part, at.index)), 0)


def starting(dose: Dose) -> Say:
    """The word that starts a part of a dose."""
    match dose:
        case Hold():
            return say("hold")
        case Reps():
            return say("begin")
        case Movement():
            return say("go")
        case _:
            assert_never(dose)


def ending(dose: Dose) -> Say:
    """The word that ends it."""
    return say("release") if isinstance(dose, Hold) else say("stop-moving")


def aligned(dose: Dose, from_ms: int) -> int:
    """Where work goes on: holds anywhere, reps at the next number, stations at the beginning of one."""
    whole_ms = work_ms(dose)
    match dose:
        case Reps():
            return reps_over(dose, from_ms) * dose.rep_ms
        case Movement(stations=stations) if stations:
            station_ms = whole_ms // len(stations)
            return min(from_ms // station_ms, len(stations) - 1) * station_ms
        case _:
            return min(from_ms, whole_ms)
