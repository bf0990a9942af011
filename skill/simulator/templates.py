"""Sample sentences compiled: which of them fit the words said, and with what in their slots."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from skill.domain.library import normal
from skill.simulator.model import Slot
from skill.simulator.names import Filled, Spans, Words

ARTICLES = frozenset({"a", "an", "the", "my", "some"})
CARRIERS = frozenset(
    {"start", "begin", "run", "routine", "try", "coach", "time"}
    | {"show", "teach", "describe", "explain", "instructions", "about", "through", "read"}
)
"""Words that announce a name, so that what follows is one even when nobody knows it."""

FREE_TYPES = frozenset({"EXERCISE", "ROUTINE", "COMPLAINT"})
"""Types that take words nobody knows: names of things. Alexa lets any type do so, but hears a side where one is."""

LONGEST_FREE = 4
"""Words of an unknown name at most; more is a sentence about something else."""

_PIECE = re.compile(r"\{(\w+)\}|([^{}\s]+)")


Slots = Mapping[str, Filled]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One sample of an intent: words and slots in order. `order` is its place in the model."""

    intent: str
    pieces: tuple[str | Slot, ...]
    order: int

    @property
    def words(self) -> Words:
        """The words that must be said."""
        return tuple(piece for piece in self.pieces if isinstance(piece, str))

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in it."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Slot))

    def filled(self, slots: Slots) -> Iterator[tuple[str, Filled]]:
        """What fills each slot, with the slot's type."""
        return ((slot.type, slots[slot.name]) for slot in self.slots)

    @property
    def is_carrier(self) -> bool:
        """Whether an unknown name may stand in it: it says that a name comes, as "describe the …" does."""
        first = next((i for i, piece in enumerate(self.pieces) if isinstance(piece, Slot)), 0)
        before = [piece for piece in self.pieces[:first] if piece not in ARTICLES]
        if any(slot.type == "COMPLAINT" for slot in self.slots):
            return True
        return before[-1:] in (["do"], ["doing"]) or not CARRIERS.isdisjoint(map(str, before))

    @property
    def rank(self) -> tuple[int, int]:
        """What is wanted first: many words of its own, then the order of the model."""
        return -len(self.words), self.order


def template(intent: str, sample: str, slots: Iterable[Slot], order: int) -> Template:
    """A sample compiled."""
    by_name = {slot.name: slot for slot in slots}
    pieces: list[str | Slot] = []
    for name, word in _PIECE.findall(sample):
        pieces += [by_name[name]] if name else normal(word).split()
    return Template(intent=intent, pieces=tuple(pieces), order=order)


class Templates:
    """Templates with slots, found by the rarest of their words."""

    def __init__(self, templates: Iterable[Template]) -> None:
        ranked = sorted(templates, key=lambda each: each.rank)
        uses = Counter(word for each in ranked for word in each.words)
        self._by_word: dict[str, list[Template]] = defaultdict(list)
        for each in ranked:
            self._by_word[min(each.words, key=lambda word: uses[word], default="")].append(each)

    def candidates(self, words: Words) -> list[Template]:
        """Those that may fit, best first."""
        found = [each for word in {"", *words} for each in self._by_word.get(word, ())]
        return sorted(found, key=lambda each: each.rank)


def known(each: Template, words: Words, spans: Spans) -> Slots | None:
    """The slots, if every one of them holds a known value."""
    return next(_fits(each.pieces, words, _Known(spans)), None)


def free(each: Template, words: Words, spans: Spans, longest: int = LONGEST_FREE) -> Slots | None:
    """The slots, of which a name may be words that nobody knows."""
    return next(_fits(each.pieces, words, _Free(spans, longest)), None)


@dataclass(frozen=True, slots=True)
class _Known:
    """Fills a slot with known values only."""

    spans: Spans

    def at(self, slot: Slot, _words: Words, start: int) -> Iterator[tuple[int, Filled]]:
        """What may fill the slot from that word on, and where it ends."""
        yield from self.spans.get((slot.type, start), ())


@dataclass(frozen=True, slots=True)
class _Free:
    """Fills a name with anything, other slots with known values only."""

    spans: Spans
    longest: int

    def at(self, slot: Slot, words: Words, start: int) -> Iterator[tuple[int, Filled]]:
        """What may fill the slot from that word on, and where it ends."""
        yield from _Known(self.spans).at(slot, words, start)
        if slot.type in FREE_TYPES and not ARTICLES.issuperset(words[start : start + 1]):
            for end in range(min(len(words), start + self.longest), start, -1):
                yield end, Filled(" ".join(words[start:end]))


def begins(words: Words, start: int) -> Iterator[int]:
    """Where a name may begin: "a calf stretch" fits wherever "calf stretch" does, as Alexa has it for names."""
    yield start
    if start < len(words) and words[start] in ARTICLES:
        yield start + 1


def _fits(
    pieces: tuple[str | Slot, ...], words: Words, filling: _Known | _Free, start: int = 0
) -> Iterator[dict[str, Filled]]:
    """Every way in which the pieces cover the words from `start` on to the end."""
    if not pieces:
        if start == len(words):
            yield {}
        return
    piece, *rest = pieces
    if isinstance(piece, str):
        if start < len(words) and words[start] == piece:
            yield from _fits(tuple(rest), words, filling, start + 1)
        return
    for begin in begins(words, start):
        for end, filled in filling.at(piece, words, begin):
            for others in _fits(tuple(rest), words, filling, end):
                yield {piece.name: filled, **others}
