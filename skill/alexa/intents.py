"""What each intent of the interaction model means: the one place that knows Alexa's names for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ask_sdk_model import Intent, Slot

from skill.alexa import slots, values
from skill.coach import requests as meant
from skill.coach import time_requests as timed
from skill.coach.preferences import Detail, Flow, Pace
from skill.coach.requests import Name, Request
from skill.coach.sensations import Sensation
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
    "EasierIntent": meant.Easier(),
    "HarderIntent": meant.Harder(),
    "TimeLeftIntent": timed.TimeLeft(),
    "WhereAmIIntent": timed.WhereAmI(),
    "WhatsNextIntent": timed.WhatsNext(),
    "NotReadyIntent": timed.NotReady(),
    "SettingsIntent": timed.Settings(),
    "ResetSettingsIntent": timed.ResetSettings(),
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
    "GoToExerciseIntent": ("exercise", "number", "ordinal"),
    "HowLongIntent": ("exercise",),
    "ListExercisesIntent": ("area", "complaint", "kit"),
    "WhyIntent": ("exercise",),
    "SourceIntent": ("exercise",),
    "KitIntent": ("exercise", "routine"),
    "NoKitIntent": ("kit",),
    "AvoidExerciseIntent": ("exercise",),
    "AllowExerciseIntent": ("exercise",),
    "TipIntent": ("topic",),
    "PlanRoutineIntent": ("duration", "area", "complaint", "kit"),
    "MoreTimeIntent": ("duration",),
    "SetHoldIntent": ("duration",),
    "SetPaceIntent": ("pace",),
    "SetFlowIntent": ("flow",),
    "SetDetailIntent": ("detail",),
    "DiscomfortIntent": ("sensation", "area"),
}
"""Intents with slots, and which."""

DIALOGS = (
    *("StartRoutineIntent", "HowToIntent", "DescribeIntent"),
    *("SetHoldIntent", "SetPaceIntent", "SetFlowIntent", "SetDetailIntent"),
)
"""Intents with a dialog in the interaction model: only their slots can be asked for by a directive, and the first that
has a slot asks for it where another intent came."""

INTENTS = frozenset({*PLAIN, *SLOTS})

ASIDE = "aside"
"""What a log learns of an intent that tells of somebody's health."""

HEALTH: Mapping[str, tuple[str, ...]] = {
    "PlanRoutineIntent": ("complaint",),
    "ListExercisesIntent": ("complaint",),
}
"""Intents that tell of somebody's health where one of these slots is filled."""


def logged(intent: Intent) -> str:
    """What a log may learn of an intent: a name of our own, so that nothing a runner said is in it, and no health."""
    name, filled = intent.name or "", intent.slots or {}
    is_told = name in HEALTH and any(slots.value(filled.get(slot)) for slot in HEALTH[name])
    is_health = is_told or name == "DiscomfortIntent"
    return ASIDE if is_health else name if name in INTENTS else "unknown"


def request_of(intent: Intent, library: Library) -> Request:  # noqa: C901, PLR0911, PLR0912, PLR0915 -- one line a case
    """What a runner means by an intent. One that nobody knows is words nobody understood."""
    plain = PLAIN.get(intent.name or "")
    if plain is not None:
        return plain
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
        case "GoToExerciseIntent":
            return meant.GoTo(said.exercise, said.number)
        case "HowLongIntent":
            return meant.HowLong(said.exercise)
        case "ListExercisesIntent":
            return meant.ListExercises(said.area, said.complaint, said.kit)
        case "WhyIntent":
            return meant.Why(said.exercise)
        case "SourceIntent":
            return meant.Source(said.exercise)
        case "KitIntent":
            return meant.Needs(said.exercise, said.routine)
        case "NoKitIntent":
            return meant.NoKit(said.kit)
        case "AvoidExerciseIntent":
            return meant.Avoid(said.exercise)
        case "AllowExerciseIntent":
            return meant.Allow(said.exercise)
        case "TipIntent":
            return meant.Advise(said.topic)
        case "PlanRoutineIntent":
            return meant.PlanRoutine(said.duration_s, said.area, said.complaint, said.kit)
        case "MoreTimeIntent":
            return timed.MoreTime(said.duration_s)
        case "SetHoldIntent":
            return timed.SetHold(said.duration_s)
        case "SetPaceIntent":
            return timed.SetPace(said.pace)
        case "SetFlowIntent":
            return timed.SetFlow(said.flow)
        case "SetDetailIntent":
            return timed.SetDetail(said.detail)
        case "DiscomfortIntent":
            return meant.Discomfort(said.sensation, said.area)
        case _:
            return meant.Lost()


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

    @property
    def area(self) -> Name:
        """The slot `area`."""
        return slots.term(self.slots.get("area"), self.library.areas)

    @property
    def complaint(self) -> Name:
        """The slot `complaint`."""
        return slots.term(self.slots.get("complaint"), self.library.complaints)

    @property
    def kit(self) -> Name:
        """The slot `kit`."""
        return slots.term(self.slots.get("kit"), self.library.kit)

    @property
    def topic(self) -> Name:
        """The slot `topic`."""
        return slots.term(self.slots.get("topic"), self.library.tips)

    @property
    def pace(self) -> Pace | None:
        """The slot `pace`."""
        return slots.choice(self.slots.get("pace"), Pace, self.ways("pace"))

    @property
    def flow(self) -> Flow | None:
        """The slot `flow`."""
        return slots.choice(self.slots.get("flow"), Flow, self.ways("flow"))

    @property
    def detail(self) -> Detail | None:
        """The slot `detail`."""
        return slots.choice(self.slots.get("detail"), Detail, self.ways("detail"))

    @property
    def sensation(self) -> Sensation | None:
        """The slot `sensation`, and what is said of it in the slot `area`."""
        return slots.sensation(self.slots.get("sensation"), self.slots.get("area"), self.ways("sensation"))

    def ways(self, slot: str) -> Mapping[str, tuple[str, ...]]:
        """The ways to say what may fill a slot."""
        return self.library.words.get(slot, {})

    @property
    def duration_s(self) -> int | None:
        """The slot `duration`, in seconds."""
        return values.seconds(slots.value(self.slots.get("duration")))

    @property
    def number(self) -> int | None:
        """The slot `ordinal`, else `number`."""
        return values.ordinal(slots.value(self.slots.get("ordinal"))) or values.number(
            slots.value(self.slots.get("number"))
        )
