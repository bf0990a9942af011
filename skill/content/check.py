"""Everything that is wrong with a content folder, at once: Library, locales, prompts, overlong steps."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable
from itertools import chain

from skill.coach.prompts import PROMPTS
from skill.content.drafts import Draft, draft
from skill.content.faults import Fault
from skill.content.fields import Shelf
from skill.content.load import faults_of, library
from skill.content.locales import locales_in, read_facts
from skill.content.pages import page_for, text_in
from skill.domain.library import Library
from skill.speech.phrases import problems

MOST_STEP_S = 360
"""Seconds one step may take: the rest of a turn must fit around it."""

LongSteps = Callable[[Library], Iterable[tuple[str, str]]]
"""Ids of exercises with a step that no turn can hold, and why. Passed in: the coach's lessons know them."""


def no_steps(_library: Library) -> Iterable[tuple[str, str]]:
    """For callers who have no coach: no step is too long."""
    return ()


def faults(folder: Traversable, long_steps: LongSteps = no_steps) -> list[Fault]:
    """Every fault of every file, sorted by file and line. Never raises, whatever the files hold."""
    content = draft(folder)
    found = set(faults_of(content))
    return sorted(found.union(steps_too_long(content, found, long_steps), locale_faults(folder)))


def steps_too_long(content: Draft, found: Iterable[Fault], long_steps: LongSteps) -> Iterator[Fault]:
    """Steps that overrun, among the exercises that have no other fault."""
    pages = {page.id: page for page in content.pages if page.shelf is Shelf.EXERCISES}
    for exercise, what in long_steps(library(sound(content, found))):
        yield pages[exercise].root().fault(what, "dose")


def sound(content: Draft, found: Iterable[Fault]) -> Draft:
    """The draft without what is faulty and what needs it; empty where a file is faulty that all of them share."""
    broken = {fault.file for fault in found}
    good = {(page.shelf, page.id) for page in content.pages if page.file not in broken}
    is_shared_good = all((page.shelf, page.id) in good for page in content.pages if page.shelf is Shelf.TOP)
    exercises = {
        each: value for each, value in content.exercises.items() if is_shared_good and (Shelf.EXERCISES, each) in good
    }
    routines = {
        each: value
        for each, value in content.routines.items()
        if value and (Shelf.ROUTINES, each) in good and all(entry.exercise in exercises for entry in value.entries)
    }
    return replace(content, exercises=exercises, routines=routines)


def locale_faults(folder: Traversable) -> Iterator[Fault]:
    """What is wrong with the facts and prompts of each locale."""
    for locale in locales_in(folder):
        page, _ = read_facts(folder, locale)
        yield from chain(page.faults, prompt_faults(folder, locale))


def prompt_faults(folder: Traversable, locale: str) -> list[Fault]:
    """What is wrong with a locale's prompts, speech being the judge."""
    page = page_for(folder, f"prompts/{locale}.ftl")
    text = text_in(folder, page)
    for line, key, what in () if text is None else problems(text, PROMPTS):
        page.wrong(line, (key,), what)
    return page.faults
