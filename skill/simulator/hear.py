"""Typed words into an intent and its slots, as Alexa would hear them; nothing here guesses.

Only whole samples count: first those without slots, then those whose slots hold known names, then those that announce
a name. Whoever wants guesses as well passes further ears. They are asked when these have heard nothing, or only a
name that nobody knows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import starmap

from skill.domain.library import normal
from skill.simulator.amounts import spelled_out
from skill.simulator.model import Intent, Model
from skill.simulator.names import Filled, Spans, Words, names
from skill.simulator.opening import Calling, awake
from skill.simulator.templates import Slots, Template, Templates, free, known, template

FALLBACK = "AMAZON.FallbackIntent"
LAUNCH = "LaunchRequest"
"""Heard instead of an intent when the skill is opened and nothing else is said."""

WARNINGS = frozenset(
    {"hurt", "hurts", "hurting", "pain", "pains", "painful", "ow", "ouch", "agony", "stings", "stinging", "burning"}
    | {"burns", "bleeding", "injured", "sharp", "stabbing", "shooting", "cramp", "cramps", "cramped", "cramping"}
    | {"spasm", "spasms", "numb", "numbness", "tingling", "tingly", "swollen", "swelling", "swell", "pop", "popped"}
    | {"popping", "snapped", "sprained", "ruptured", "dizzy", "faint", "fainting", "fainted", "lightheaded", "woozy"}
    | {"collapse", "chest", "breathe"}
)
"""What may be a warning of the body: only a whole sample with known names says that it is not."""

COMPLAINT, AREA = "COMPLAINT", "AREA"
LONGEST_COMPLAINT = 2
"""Words of a complaint that nobody knows; one of them is a part of the body, as in "shin splints"."""

SURE = 0.66
"""The score of a guess that is believed before an announced name that nobody knows."""

LONGEST_ANSWER = 12
"""Words of an answer to "Which stretch?" that are still taken for a name."""


class Tier(StrEnum):
    """How words were understood, the surest first."""

    LITERAL = "literal"
    KNOWN = "known"
    ANNOUNCED = "announced"
    GUESS = "guess"
    ANSWER = "answer"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An intent with what fills its slots. `is_opening` where the skill was called by its name with it.

    `score` says how near a guess was to a sample, from 0 to 1.
    """

    intent: str
    slots: Slots = field(default_factory=dict)
    tier: Tier = Tier.NOT
    is_opening: bool = False
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A slot that the skill has just asked for."""

    intent: str
    slot: str


Ear = Callable[[Words], Heard | None]
Fitting = Callable[[Template, Words, Spans], Slots | None]


class Hearing:
    """Understands sentences by one model."""

    def __init__(self, model: Model, *further: Ear) -> None:
        self.model = model
        self._calling = Calling(model.invocation_name)
        self._names = names(model.types)
        self._literals = literals(model)
        self._templates = Templates(slotted(model))
        self._vocabulary = vocabulary(model)
        self._further = further

    def hear(self, said: str, asked: Asked | None = None) -> Heard:
        """What the words mean; the fallback intent where they mean nothing to the model."""
        words = awake(said)
        opening = self._calling.opening(words)
        if opening is None:
            return self._understood(tuple(words.split()), asked)
        if not opening.rest:
            return Heard(intent=LAUNCH, tier=Tier.LITERAL, is_opening=True)
        return replace(self._understood(tuple(opening.rest.split()), None), is_opening=True)

    def _understood(self, words: Words, asked: Asked | None) -> Heard:
        words = spelled_out(tuple(self._in_full(words)))
        heard = self._literal(words) or (asked and self._answer(words, asked, known))
        heard = heard or self._known(words) or self._unsure(words)
        if asked and (heard is None or heard.tier in {Tier.ANNOUNCED, Tier.GUESS}):
            heard = self._answer(words, asked, any_words) or heard
        return heard or Heard(intent=FALLBACK)

    def _in_full(self, words: Words) -> Iterator[str]:
        """The words, "my foot's asleep" as "my foot is asleep"."""
        for word in words:
            part = word.removesuffix("'s")
            yield from (part, "is") if part != word and part in self._names.by_type.get(AREA, {}) else (word,)

    def _unsure(self, words: Words) -> Heard | None:
        """An unknown name that was announced, unless a further ear is sure that something else was meant."""
        announced, guess = self._announced(words), first(self._further, words)
        if announced is None or guess is None:
            return announced or guess
        is_surer = guess.score >= SURE and COMPLAINT.lower() not in announced.slots
        return guess if is_surer else announced

    def _literal(self, words: Words) -> Heard | None:
        intent = self._literals.get(" ".join(words))
        return Heard(intent=intent, tier=Tier.LITERAL) if intent else None

    def _known(self, words: Words) -> Heard | None:
        spans = self._names.spans(words)
        for each in self._templates.candidates(words):
            slots = known(each, words, spans)
            if slots is not None:
                return Heard(intent=each.intent, slots=slots, tier=Tier.KNOWN)
        return None

    def _announced(self, words: Words) -> Heard | None:
        if not WARNINGS.isdisjoint(words):
            return None
        spans = self._names.spans(words)
        for each in self._templates.candidates(words):
            slots = free(each, words, spans) if each.is_carrier else None
            if slots is not None and all(starmap(self._is_a_name, each.filled(slots))):
                return Heard(intent=each.intent, slots=slots, tier=Tier.ANNOUNCED)
        return None

    def _is_a_name(self, slot_type: str, filled: Filled) -> bool:
        """Whether words can be a name: those of the samples alone, "this one" say, are none."""
        if filled.values or slot_type.startswith("AMAZON."):
            return True
        words = set(filled.heard.split())
        strange = words - self._vocabulary
        if slot_type == COMPLAINT:
            parts = words & self._names.by_type.get(AREA, {}).keys()
            return len(words) == LONGEST_COMPLAINT and bool(parts) and bool(strange - parts)
        return bool(strange)

    def _answer(self, words: Words, asked: Asked, fitting: Fitting) -> Heard | None:
        """What is said as the answer to the question for a slot."""
        slot = self.model.intents[asked.intent].slot(asked.slot)
        samples = [template(asked.intent, sample, (slot,), n) for n, sample in enumerate(slot.samples)]
        spans = self._names.spans(words)
        fits = (fitting(each, words, spans) for each in Templates(samples).candidates(words))
        slots = next(filter(None, fits), None)
        return Heard(intent=asked.intent, slots=slots, tier=Tier.ANSWER) if slots else None


def any_words(each: Template, words: Words, spans: Spans) -> Slots | None:
    """The slots of an answer, whatever fills them."""
    return free(each, words, spans, LONGEST_ANSWER)


def first(ears: Iterable[Ear], words: Words) -> Heard | None:
    """What the first ear that hears anything hears."""
    return next(filter(None, (ear(words) for ear in ears)), None)


def vocabulary(model: Model) -> frozenset[str]:
    """Every word of the samples."""
    return frozenset(word for intent in model.intents.values() for said in intent.samples for word in said.split())


def literals(model: Model) -> Mapping[str, str]:
    """The intent of each sentence that has no slots. Our samples win over the phrases of Amazon's own."""
    built_in = {normal(phrase): intent.name for intent in model.intents.values() for phrase in intent.built_in}
    ours = {
        normal(sample): intent.name
        for intent in model.intents.values()
        for sample in intent.samples
        if "{" not in sample
    }
    return built_in | ours


def slotted(model: Model) -> Iterator[Template]:
    """The samples with slots, compiled."""
    samples = ((intent, sample) for intent in model.intents.values() for sample in intent.samples)
    for order, (intent, sample) in enumerate(samples):
        if "{" in sample:
            yield compiled(intent, sample, order)


def compiled(intent: Intent, sample: str, order: int) -> Template:
    """One sample of an intent."""
    return template(intent.name, sample, intent.slots, order)


__all__ = ["FALLBACK", "LAUNCH", "Asked", "Filled", "Heard", "Hearing", "Tier"]
