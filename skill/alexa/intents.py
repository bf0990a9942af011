"""What each intent of the interaction model means: the one place that knows Alexa's names for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ask_sdk_model import Intent, Slot

from skill.alexa import slots
from skill.coach import requests as meant
from skill.coach.requests import Name, Request
from skill.domain.library import Library
from skill.domain.model import Side

PLAIN: Mapping[str, Request] = {
    "ListRoutinesIntent": meant.ListRoutines(),
    "AMAZON.MoreIntent": meant.More(),
    "AMAZON.NextIntent": meant.Next(),
    "ReadyIntent": meant.Ready(),
    "DoneIntent": meant.Done(),
    "SkipExerciseIntent": meant.Skip(),
    "AMAZON.PreviousIntent": meant.Previous(),
    "AMAZON.RepeatIntent": meant.Repeat(),
    "AgainIntent": meant.Again(),
    "AMAZON.PauseIntent": meant.Pause(),
    "AMAZON.ResumeIntent": meant.Resume(),
    "AMAZON.StartOverIntent": meant.StartOver(),
    "AMAZON.YesIntent": meant.Yes(),
    "AMAZON.NoIntent": meant.No(),
    "AMAZON.HelpIntent": meant.Help(),
    "AMAZON.StopIntent": meant.Stop(),
    "AMAZON.CancelIntent": meant.Stop(),
    "AMAZON.NavigateHomeIntent": meant.Stop(),
    "AMAZON.FallbackIntent": meant.Lost(),
}
"""Intents without slots."""

SLOTS: Mapping[str, tuple[str, ...]] = {
    "StartRoutineIntent": ("routine",),
    "HowToIntent": ("exercise", "side"),
    "DescribeIntent": ("exercise",),
    "OtherSideIntent": ("side",),
}
"""Intents with slots, and which; an empty one is asked for by the first intent here that has it."""

INTENTS = frozenset({*PLAIN, *SLOTS})


def request_of(intent: Intent, library: Library) -> Request:
    """What a runner means by an intent. One that nobody knows is words nobody understood."""
    said = Said(intent.slots or {}, library)
    match intent.name:
        case "StartRoutineIntent":
            return meant.StartRoutine(said.routine)
        case "HowToIntent":
            return meant.HowTo(said.exercise, said.side)
        case "DescribeIntent":
            return meant.Describe(said.exercise)
        case "OtherSideIntent":
            return meant.OtherSide(said.side)
        case plain:
            return PLAIN.get(plain or "", meant.Lost())


@dataclass(frozen=True, slots=True)
class Said:
    """The slots of an intent, read when asked for."""

    slots: Mapping[str, Slot]
    library: Library

    @property
    def exercise(self) -> Name:
        """The slot `exercise`."""
        return slots.name(self.slots.get("exercise"), self.library.exercises, self.library.exercises_called)

    @property
    def routine(self) -> Name:
        """The slot `routine`."""
        return slots.name(self.slots.get("routine"), self.library.routines, self.library.routines_called)

    @property
    def side(self) -> Side | None:
        """The slot `side`."""
        return slots.side(self.slots.get("side"))
