"""The nearest names to words that match none: how a mumbled name is still found, and an unknown one answered."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from skill.domain.library import normal
from skill.domain.model import Exercise, Routine

CLEAR = 88
"""Out of a hundred: from here on a name that is alone at the top is taken for what was meant."""

NEAR = 40
"""Below this a name has nothing to do with the words, and nothing is offered."""

LEAD = 8
"""How far ahead of the second the first must be to be taken."""

OFFERED = 2


def nearest(heard: str, things: Iterable[Exercise | Routine]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids that are meant beyond doubt, at most one, and otherwise ids to offer, nearest first."""
    names = {normal(name): thing.id for thing in things for name in (thing.name, *thing.also)}
    found = process.extract(normal(heard), list(names), scorer=fuzz.ratio, limit=12, score_cutoff=NEAR)
    scores: dict[str, float] = {}
    for name, score, _ in found:
        scores.setdefault(names[name], score)
    return settled(list(scores.items()))


def settled(ranked: Sequence[tuple[str, float]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first alone where it is clear, else the first two to choose from."""
    ids = tuple(found for found, _ in ranked[:OFFERED])
    if ranked and ranked[0][1] >= CLEAR and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= LEAD):
        return ids[:1], ()
    return (), ids
