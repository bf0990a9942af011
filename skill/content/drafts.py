"""All files the Library is made of, read but not yet compared; what is broken still counts as being there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import chain

from skill.content.faults import Fault
from skill.content.fields import Page, Shelf, Target
from skill.content.files import ARTICLES, EXERCISE, PHRASES, ROUTINE, TIP, Ambiguous
from skill.content.pages import read, read_shelf
from skill.content.terms import ALL_AREAS, ALL_COMPLAINTS, ALL_KIT
from skill.domain.model import Exercise, Kit, Routine, Source, Term, Tip


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Values by id; None under an id whose value is broken, None for a mapping whose whole file is."""

    pages: tuple[Page, ...]
    exercises: Mapping[str, Exercise | None]
    routines: Mapping[str, Routine | None]
    tips: Mapping[str, Tip | None]
    kit: Mapping[str, Kit | None] | None
    areas: Mapping[str, Term | None] | None
    complaints: Mapping[str, Term | None] | None
    articles: Mapping[str, Source | None] | None
    ambiguous: Mapping[str, Ambiguous | None] | None

    def ids(self, target: Target) -> frozenset[str] | None:
        """The ids a link may lead to; None where they cannot be known."""
        found = {Target.EXERCISE: self.exercises, Target.KIT: self.kit, Target.ARTICLE: self.articles}[target]
        return None if found is None else frozenset(found)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with each file by itself."""
        return chain.from_iterable(page.faults for page in self.pages)


def draft(folder: Traversable) -> Draft:
    """Every file of the folder that the Library is made of."""
    exercise_pages, exercises = read_shelf(folder, Shelf.EXERCISES, EXERCISE)
    routine_pages, routines = read_shelf(folder, Shelf.ROUTINES, ROUTINE)
    tip_pages, tips = read_shelf(folder, Shelf.TIPS, TIP)
    kit_page, kit = read(folder, "kit.yaml", ALL_KIT)
    areas_page, areas = read(folder, "areas.yaml", ALL_AREAS)
    complaints_page, complaints = read(folder, "complaints.yaml", ALL_COMPLAINTS)
    articles_page, articles = read(folder, "sources.yaml", ARTICLES)
    ambiguous_page, ambiguous = read(folder, "ambiguous.yaml", PHRASES)
    top_pages = (kit_page, areas_page, complaints_page, articles_page, ambiguous_page)
    return Draft(
        pages=(*exercise_pages, *routine_pages, *tip_pages, *top_pages),
        exercises=exercises,
        routines=routines,
        tips=tips,
        kit=kit,
        areas=areas,
        complaints=complaints,
        articles=articles,
        ambiguous=ambiguous,
    )
