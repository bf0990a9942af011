"""How alike two sentences are: by the words and pairs of words they share, the rare ones counting most."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import pairwise

from skill.simulator.amounts import Words

PAIR = 0.45
"""What a pair of words counts, against one word."""

UNKNOWN = 1.8
"""What a word that stands in no sample counts, against the rarest that does."""

FILLERS = frozenset(
    {"um", "uh", "er", "oh", "so", "like", "just", "please", "okay", "ok", "right", "alright", "well", "hey"}
    | {"really", "very", "now", "then", "coach", "thanks", "maybe", "quite", "rather", "a", "an", "the", "and", "kinda"}
    | {"actually", "dear", "bit", "little", "yes", "yeah", "no", "today", "here", "there"}
)
FILLING = 0.3
"""What a word counts that people add to anything."""

SHORTLIST = 60
POSTINGS = 2_000
"""Samples that are looked at for one sentence, and entries of the index."""

_ENDINGS = (("calves", "calf"), ("feet", "foot"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"))
_KEPT = frozenset({"is", "this", "was", "has", "does", "its", "yes", "us", "towards", "sometimes", "always", "less"})


SHORT_FORMS = {"gimme": "give me", "wanna": "want to", "gonna": "going to", "gotta": "have to", "lemme": "let me"}
SHORT_FORMS |= {"what's": "what is", "where's": "where is", "how's": "how is", "who's": "who is", "there's": "there is"}
SHORT_FORMS |= {
    "it's": "it is",
    "that's": "that is",
    "i'm": "i am",
    "i've": "i have",
    "i'd": "i would",
    "i'll": "i will",
}
SHORT_FORMS |= {"don't": "do not", "haven't": "have not", "can't": "can not", "isn't": "is not", "we've": "we have"}
"""One way to write what is said in two."""


def plain(words: Iterable[str]) -> tuple[str, ...]:
    """Words as they are compared: in full and without a plural."""
    return tuple(stem(each) for word in words for each in SHORT_FORMS.get(word, word).split())


def stem(word: str) -> str:
    """A word without its plural."""
    for ending, single in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + single
    if word.endswith("s") and len(word) > len("gas") and word not in _KEPT and not word.endswith(("ss", "'s", "us")):
        return word[:-1]
    return word


def features(words: Iterable[str]) -> frozenset[str]:
    """The words, each pair that stand together, and how the sentence begins."""
    said = ("^", *words)
    pairs = (f"{first} {second}" for first, second in pairwise(said))
    return frozenset((*said[1:], *pairs))


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample as it is compared; `words` has slots as their types."""

    intent: str
    order: int
    features: frozenset[str]
    weight: float


@dataclass(frozen=True)
class Likeness:
    """All samples, and what each word is worth."""

    samples: tuple[Sample, ...]
    weights: Mapping[str, float]
    unknown: float
    index: Mapping[str, tuple[int, ...]] = field(repr=False)

    def weight(self, feature: str) -> float:
        """What a word or a pair counts; a pair that stands in no sample counts little."""
        known = self.weights.get(feature)
        if known is not None:
            return known
        return PAIR * PAIR if " " in feature else self.unknown * (FILLING if feature in FILLERS else 1)

    def nearest(self, said: frozenset[str]) -> list[tuple[float, Sample]]:
        """Samples that share much with a sentence, the most alike first, and how alike they are, from 0 to 1."""
        worth = {feature: self.weight(feature) for feature in said}
        whole = sum(worth.values())
        found = []
        for number in self._shortlist(worth):
            sample = self.samples[number]
            shared = sum([worth[feature] for feature in sample.features & said])
            found.append((2 * shared / (whole + sample.weight), sample))
        return sorted(found, key=lambda each: -each[0])

    def _shortlist(self, worth: Mapping[str, float]) -> list[int]:
        """Samples with the rarest of the words in them."""
        found: dict[int, float] = defaultdict(float)
        left = POSTINGS
        for feature, value in sorted(worth.items(), key=lambda each: -each[1]):
            numbers = self.index.get(feature, ())
            left -= len(numbers)
            if left < 0 and found:
                break
            for number in numbers:
                found[number] += value
        return nlargest(SHORTLIST, found, key=lambda number: found[number] - self.samples[number].weight / 4)


def likeness(spoken: Iterable[tuple[str, Words]]) -> Likeness:
    """Learns from samples: their intents and words, slots as their types."""
    every = [(intent, features(words)) for intent, words in spoken]
    weights = weighed(every)
    index: dict[str, list[int]] = defaultdict(list)
    samples = []
    for number, (intent, said) in enumerate(every):
        samples.append(Sample(intent, number, said, sum(weights[feature] for feature in said)))
        for feature in said:
            index[feature].append(number)
    largest = max((weight for feature, weight in weights.items() if " " not in feature), default=1.0)
    return Likeness(tuple(samples), weights, UNKNOWN * largest, {each: tuple(n) for each, n in index.items()})


def weighed(every: list[tuple[str, frozenset[str]]]) -> dict[str, float]:
    """What each feature is worth: the more, the fewer intents have it, and the fewer samples."""
    samples, intents = Counter[str](), defaultdict[str, set[str]](set)
    for intent, said in every:
        samples.update(said)
        for feature in said:
            intents[feature].add(intent)
    total, all_intents = len(every), len({intent for intent, _ in every})
    return {
        feature: kind(feature)
        * (0.3 + math.log((1 + all_intents) / len(intents[feature])) + 0.25 * math.log((1 + total) / uses))
        for feature, uses in samples.items()
    }


def kind(feature: str) -> float:
    """What a feature of this kind counts."""
    if " " in feature:
        return PAIR
    return FILLING if feature in FILLERS else 1.0
