"""Names that are said a little wrong: in another order, in the plural, with small words between, or half misheard."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from skill.simulator.likeness import stem
from skill.simulator.model import Value
from skill.simulator.names import Filled, Names, Words

SMALL = frozenset(
    {"a", "an", "the", "my", "your", "is", "are", "am", "of", "on", "in", "to", "with", "so", "really", "very", "super"}
    | {"feel", "feels", "feeling", "felt", "been", "be", "bit", "little", "quite", "rather", "pretty", "both", "get"}
    | {"all", "still", "always", "too", "totally", "kind", "kinda", "sort", "extremely", "terribly", "it", "just"}
)
"""Words that may stand between those of a name, and do not count."""

CHOICES = frozenset({"FLOW", "PACE", "DETAIL", "SENSATION"})
"""Types whose values are plain words of the language: those are said exactly, or they are not those."""

NUMBERED = frozenset({"number", "exercise", "stretch", "option"})
"""Words after which "one" is a number."""

LONGEST = 7
"""Words from the first to the last of a name said loosely."""

ALIKE = 74
"""How alike a misheard word and one of a name must be, out of 100."""

SHORTEST_MISHEARD = 4

Key = frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Span:
    """Words from `start` to `end` that are a name, and what it would fill a slot of each type with."""

    start: int
    end: int
    fills: Mapping[str, Filled]


@dataclass(frozen=True, eq=False)
class Loose:
    """Finds names by the words in them, whatever their order."""

    exact: Names
    by_key: Mapping[Key, Mapping[str, tuple[Value, ...]]]
    known: frozenset[str]
    words: tuple[str, ...] = field(repr=False)

    def spans(self, words: Words, types: AbstractSet[str] | None = None) -> tuple[Span, ...]:
        """The names in a sentence that do not overlap: those of most words first, an exact one before others.

        Where only some types are looked for, "left foot" is no side but a foot.
        """
        found = [*self._exactly(words), *self._loosely(words)]
        if types is not None:
            found = [replace(span, fills=fills) for span in found if (fills := of_types(span, types))]
        chosen: list[Span] = []
        for span in sorted(found, key=lambda each: -worth(words, each)):
            if all(span.end <= other.start or other.end <= span.start for other in chosen):
                chosen.append(span)
        return tuple(sorted(chosen, key=lambda each: each.start))

    def _exactly(self, words: Words) -> list[Span]:
        fills: dict[tuple[int, int], dict[str, Filled]] = defaultdict(dict)
        for (slot_type, start), ends in self.exact.spans(words).items():
            for end, filled in ends:
                if not is_pronoun(words, start, end):
                    fills[start, end][slot_type] = filled
        return [Span(start, end, by_type) for (start, end), by_type in fills.items()]

    def _loosely(self, words: Words) -> list[Span]:
        stems = [self._heard(word) for word in words]
        content = [place for place, word in enumerate(words) if word not in SMALL]
        found = []
        for first, start in enumerate(content):
            inside = content[first : first + LONGEST]
            for length, last in enumerate(inside, 1):
                key = frozenset(stems[place] for place in inside[:length])
                values = self.by_key.get(key) if last - start < LONGEST else None
                if values:
                    said = " ".join(words[start : last + 1])
                    found.append(Span(start, last + 1, {each: Filled(said, v) for each, v in values.items()}))
        return found

    def _heard(self, word: str) -> str:
        """The stem of a word; of one that nobody ever says here, the nearest that is in a name."""
        single = stem(word)
        if single in self.known or len(word) < SHORTEST_MISHEARD:
            return single
        return nearest(single, self.words) or single


def of_types(span: Span, types: AbstractSet[str]) -> dict[str, Filled]:
    """What a span fills slots of these types with."""
    return {slot_type: filled for slot_type, filled in span.fills.items() if slot_type in types}


def worth(words: Words, span: Span) -> int:
    """How many words of a name count."""
    return sum(word not in SMALL for word in words[span.start : span.end])


def is_pronoun(words: Words, start: int, end: int) -> bool:
    """Whether "one" is no number, as in "this one"."""
    return words[start:end] == ("one",) and not NUMBERED.issuperset(words[max(0, start - 1) : start] or ("",))


@lru_cache(maxsize=1_000)
def nearest(word: str, words: tuple[str, ...]) -> str | None:
    """The word most like this one, if any is like it."""
    found = process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else None


def loose(exact: Names, spoken: Iterable[str]) -> Loose:
    """Finds the names of a model whose samples have these words."""
    by_key: dict[Key, dict[str, tuple[Value, ...]]] = defaultdict(dict)
    said_loosely = {each: names for each, names in exact.by_type.items() if each not in CHOICES}
    for slot_type, names in said_loosely.items():
        for name, values in names.items():
            key = frozenset(stem(word) for word in name.split() if word not in SMALL)
            if key:
                by_key[key][slot_type] = tuple(dict.fromkeys((*by_key[key].get(slot_type, ()), *values)))
    in_names = frozenset(word for key in by_key for word in key)
    plain = frozenset(word for each in CHOICES for name in exact.by_type.get(each, ()) for word in name.split())
    known = in_names | frozenset(map(stem, (*spoken, *plain))) | SMALL
    return Loose(exact, dict(by_key), known, tuple(sorted(in_names)))
