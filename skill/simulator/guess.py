"""The further ear: what a sentence probably means that is no sample, by the nearest one.

Known names are masked on both sides, so that "how long for a toe stretch" is near every sample about any exercise.
It learns from the model file and the phrase file alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from skill.domain.library import normal
from skill.simulator.amounts import NUMBER, ORDINAL
from skill.simulator.hear import WARNINGS, Heard, Tier
from skill.simulator.likeness import features, likeness, plain
from skill.simulator.loose import Span, loose
from skill.simulator.model import Intent, Model
from skill.simulator.names import Filled, Words, names

THRESHOLD = 0.60
"""How alike a sentence and a sample must be for the sample's intent to be taken.

Chosen on tests/heard with the totals of unseen/ in view; a higher one takes less that is not for us.
"""

SHORT, SHORT_THRESHOLD = 3, 0.70
"""A sentence of so few words is near something too easily."""

WARNED = "DiscomfortIntent"
"""What may be a warning of the body is taken for one, however little it is like a sample: only a whole sample says
otherwise, for a missed warning is worse than a false one."""

MOST_VARIANTS = 4
"""Ways to read the names of a sentence that are tried: "big toe" is an exercise and a part of the body."""

SENSATION, VAGUE = "SENSATION", "pain"

COUNTS = frozenset({NUMBER, ORDINAL})
"""Types that fill a slot only where a sample has one: "two" may be anything."""

_SLOT = re.compile(r"\{(\w+)\}")


Reading = tuple[tuple[Span, str], ...]
"""Names in a sentence, and the type that each is taken to be of."""


@dataclass(frozen=True, slots=True)
class Guess:
    """An intent, how sure it is, and what fills its slots."""

    intent: str
    score: float
    slots: dict[str, Filled]


class Guessing:
    """Guesses by one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        spoken = [(intent, sample) for intent in model.intents.values() for sample in phrases(intent)]
        self._slots = [_SLOT.findall(sample) for _, sample in spoken]
        masked = [(intent.name, masked_sample(intent, sample)) for intent, sample in spoken]
        self._likeness = likeness(masked)
        self._loose = loose(names(model.types), {word for _, words in masked for word in words})

    def __call__(self, words: Words) -> Heard | None:
        """What the words probably mean, if they are near enough to anything."""
        if not WARNINGS.isdisjoint(words):
            return self._warned(words) if WARNED in self._model.intents else None
        best = self.best(words)
        if best is None or best.score < (SHORT_THRESHOLD if len(words) <= SHORT else THRESHOLD):
            return None
        return Heard(intent=best.intent, slots=best.slots, tier=Tier.GUESS, score=best.score)

    def _warned(self, words: Words) -> Heard:
        """A warning of the body, with what is known of it."""
        types = {slot.type for slot in self._model.intents[WARNED].slots}
        spans = telling(self._loose.spans(words, types))
        best = self._nearest(words, spans, WARNED) or Guess(WARNED, 0.0, {})
        return Heard(intent=WARNED, slots=best.slots, tier=Tier.GUESS, score=best.score)

    def best(self, words: Words) -> Guess | None:
        """The nearest sample's meaning, however far away."""
        return self._nearest(words, self._loose.spans(words))

    def _nearest(self, words: Words, spans: tuple[Span, ...], only: str | None = None) -> Guess | None:
        """The nearest sample's meaning, with these names; where only one intent may be meant, of its samples."""
        guesses = filter(None, (self._guess(words, reading, only) for reading in readings(spans)))
        return max(guesses, key=lambda guess: guess.score, default=None)

    def _guess(self, words: Words, reading: Reading, only: str | None) -> Guess | None:
        """What the nearest sample means, if the names are what this reading takes them for."""
        for score, sample in self._likeness.nearest(features(masked_words(words, reading))):
            slots = self._filled(sample.intent, self._slots[sample.order], reading)
            if slots is not None and only in {None, sample.intent}:
                return Guess(sample.intent, score, slots)
        return None

    def _filled(self, intent: str, wanted: list[str], reading: Reading) -> dict[str, Filled] | None:
        """The slots of an intent by the names that were said; None where the sample has one that was not."""
        left = list(reading)
        found: dict[str, Filled] = {}
        slots = self._model.intents[intent].slots
        for slot in sorted(slots, key=lambda each: each.name not in wanted):
            fit = next((each for each in left if each[1] == slot.type), None)
            if fit and (slot.name in wanted or slot.type not in COUNTS):
                left.remove(fit)
                found[slot.name] = fit[0].fills[slot.type]
        return found if found.keys() >= set(wanted) else None


def telling(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The names without "ow" and "hurts", where something that says more of the pain is among them."""
    sensations = [span for span in spans if SENSATION in span.fills]
    vague = [span for span in sensations if [value.id for value in span.fills[SENSATION].values] == [VAGUE]]
    return spans if len(vague) == len(sensations) else tuple(span for span in spans if span not in vague)


def readings(spans: tuple[Span, ...]) -> Iterator[Reading]:
    """Every way to take the names, and last of all none of them for one."""
    typed = product(*([(span, slot_type) for slot_type in span.fills] for span in spans))
    yield from islice(typed, MOST_VARIANTS)
    if spans:
        yield ()


def phrases(intent: Intent) -> Iterator[str]:
    """All that is said for an intent, by us and by Amazon."""
    yield from intent.samples
    yield from intent.built_in


def masked_sample(intent: Intent, sample: str) -> Words:
    """The words of a sample, slots as their types."""
    types = {slot.name: slot.type for slot in intent.slots}
    pieces = _SLOT.sub(lambda match: f" {{{match[1]}}} ", sample).split()
    return tuple(word for piece in pieces for word in masked_piece(piece, types))


def masked_piece(piece: str, types: dict[str, str]) -> Words:
    """A slot as its type; words as they are compared."""
    if piece.startswith("{"):
        return (types[piece[1:-1]],)
    return plain(normal(piece).split())


def masked_words(words: Words, reading: Reading) -> Iterator[str]:
    """The words of a sentence, names as their types."""
    place = 0
    for span, slot_type in reading:
        yield from plain(words[place : span.start])
        yield slot_type
        place = span.end
    yield from plain(words[place:])
