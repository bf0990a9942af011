"""Which words are a known value of which slot type: a name of the model's, or an amount of Amazon's own types."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from skill.simulator.amounts import Words, amounts
from skill.simulator.model import Value


@dataclass(frozen=True, slots=True)
class Filled:
    """What a slot holds as Alexa sends it, and the values of that name: none where it is unknown or an amount."""

    heard: str
    values: tuple[Value, ...] = ()


Spans = Mapping[tuple[str, int], tuple[tuple[int, Filled], ...]]
"""By slot type and first word: where a known value ends, the longest first, and what it fills a slot with."""


@dataclass(frozen=True)
class Names:
    """The values of every type by what they are called; several values where a name is ambiguous."""

    by_type: Mapping[str, Mapping[str, tuple[Value, ...]]]
    longest: int

    def spans(self, words: Words) -> Spans:
        """Every known value in a sentence."""
        found: dict[tuple[str, int], list[tuple[int, Filled]]] = defaultdict(list)
        for start in range(len(words)):
            for slot_type, end, sent in amounts(words, start):
                found[slot_type, start].append((end, Filled(sent)))
            for end in range(min(len(words), start + self.longest), start, -1):
                spoken = " ".join(words[start:end])
                for slot_type, names in self.by_type.items():
                    if spoken in names:
                        found[slot_type, start].append((end, Filled(spoken, names[spoken])))
        return {place: tuple(ends) for place, ends in found.items()}


def names(types: Mapping[str, tuple[Value, ...]]) -> Names:
    """Names of all types. A value's own name stands before what others are also called."""
    by_type = {slot_type: called(values) for slot_type, values in types.items()}
    longest = max((len(name.split()) for known in by_type.values() for name in known), default=0)
    return Names(by_type, longest)


def called(values: tuple[Value, ...]) -> dict[str, tuple[Value, ...]]:
    """The values of one type by each of their names."""
    found: dict[str, tuple[Value, ...]] = {}
    for value in values:
        for name in value.called:
            found[name] = (*found.get(name, ()), value)
    return found


__all__ = ["Filled", "Names", "Spans", "Words", "names"]
