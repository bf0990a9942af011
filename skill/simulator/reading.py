"""Content read out without a runner: what a routine says and takes, for eyes at a terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from skill.coach import opening, script
from skill.coach.cues import Cues
from skill.coach.desk import desk
from skill.coach.flow import TURN_CHARACTERS
from skill.coach.room import Room
from skill.coach.state import Practice, State
from skill.content import folders
from skill.content.check import MOST_STEP_S
from skill.content.faults import ContentError
from skill.content.load import load
from skill.content.locales import DEFAULT, load_locale
from skill.domain.dose import Hold
from skill.domain.library import Library
from skill.domain.model import Routine
from skill.domain.plan import Plan
from skill.errors import StartError
from skill.speech.errors import PhraseError
from skill.speech.phrases import Phrases
from skill.speech.voice import SpokenVoice

COLUMNS = ("id", "spoken name", "exercises", "holds", "takes about", "needs")


@dataclass(frozen=True, slots=True)
class Reader:
    """A library and the words to read it in."""

    library: Library
    phrases: Phrases
    voice: SpokenVoice

    @property
    def room(self) -> Room:
        """A room without time or chance."""
        return Room(library=self.library, voice=self.voice, now_ms=0, lag_ms=0, pick=lambda choices: choices[0])

    def cues(self, name: str) -> Cues:
        """All that is said in the routine or exercise of that id or spoken name; StartError where there is none."""
        library = self.library
        routines = [library.routines[name]] if name in library.routines else library.routines_called(name)
        if routines:
            return script.of_routine(self.room, routines[0])
        exercises = [library.exercises[name]] if name in library.exercises else library.exercises_called(name)
        if len(exercises) != 1:
            raise StartError(self.unclear(name, [exercise.id for exercise in exercises]))
        return script.of_exercise(self.room, exercises[0].id)

    def unclear(self, name: str, meant: list[str]) -> str:
        """What to say of a name that several things have, or none."""
        known = [*self.library.routines, *self.library.exercises]
        near = meant or [each for each in known if name in each] or get_close_matches(name, known)
        if near:
            return f"{name!r} is not one routine or exercise. Did you mean {' or '.join(near)}?"
        return f"No routine or exercise is called {name!r}. stretch-coach routines lists what there is."

    def rows(self) -> Iterator[tuple[str, ...]]:
        """A row of COLUMNS for each routine."""
        return (self.row(routine) for routine in self.library.routines.values())

    def row(self, routine: Routine) -> tuple[str, ...]:
        """One routine's: holds are those of both sides, the length is what a newcomer is told."""
        practice = Practice(exercises=tuple(entry.exercise for entry in routine.entries), routine=routine.id)
        on = desk(self.room, State(practice=practice), practice)
        exercises = on.plan.exercises()
        length = self.phrases.text(opening.length(on)).lower()
        needs = ", ".join(opening.needed(self.library, exercises))
        return routine.id, routine.name, str(len(exercises)), f"{holds_s(on.plan)} s", length, needs


def holds_s(plan: Plan) -> int:
    """Seconds of holding in all, both sides and every set."""
    return sum(
        part.hold_s * step.mode.sets for step in plan.steps for part in step.mode.parts if isinstance(part, Hold)
    )


def markdown(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows as a Markdown table."""
    lines = [COLUMNS, ("---",) * len(COLUMNS), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def reader() -> Reader:
    """What content/ holds; StartError where it has faults."""
    try:
        phrases, voice = speaker()
        return Reader(load(folders.content()), phrases, voice)
    except (ContentError, PhraseError) as error:
        raise StartError("content/ cannot be used; stretch-coach check says why.") from error


def speaker() -> tuple[Phrases, SpokenVoice]:
    """The words and the voice of the default locale; ContentError or PhraseError where they have faults."""
    locale = load_locale(folders.content(), DEFAULT)
    phrases = Phrases(folders.content().joinpath("prompts", f"{DEFAULT}.ftl").read_text("utf-8"), locale)
    return phrases, SpokenVoice(phrases, locale)


def long_steps(library: Library) -> Iterable[tuple[str, str]]:
    """Exercises with a step longer than a turn allows, and why; none while there are no prompts to measure with."""
    try:
        _, voice = speaker()
    except (ContentError, PhraseError):
        return ()
    lengths, sizes = script.step_lengths(library, voice), script.step_characters(library, voice)
    return [
        *((each, f"a step takes {s:.0f} s, {MOST_STEP_S} are allowed") for each, s in lengths if s > MOST_STEP_S),
        *((each, f"a step becomes {n} characters, {TURN_CHARACTERS} fit") for each, n in sizes if n > TURN_CHARACTERS),
    ]
