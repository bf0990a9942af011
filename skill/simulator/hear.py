"""Typed words into an intent and its slots, as Alexa would hear them; nothing here guesses.

Only whole samples count: first those without slots, then those whose slots hold known names, then those that announce
a name. Whoever wants guesses as well passes further ears, which are asked when these have heard nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from skill.domain.library import normal
from skill.simulator.model import Intent, Model
from skill.simulator.names import Words, names
from skill.simulator.opening import Calling, awake
from skill.simulator.templates import Filled, Slots, Template, Templates, free, known, template

FALLBACK = "AMAZON.FallbackIntent"
LAUNCH = "LaunchRequest"
"""Heard instead of an intent when the skill is opened and nothing else is said."""

LONGEST_ANSWER = 12
"""Words of an answer to "Which stretch?" that are still taken for a name."""


class Tier(StrEnum):
    """How words were understood, the surest first."""

    LITERAL = "literal"
    KNOWN = "known"
    ANNOUNCED = "announced"
    ANSWER = "answer"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An intent with what fills its slots. `is_opening` where the skill was called by its name with it."""

    intent: str
    slots: Slots = field(default_factory=dict)
    tier: Tier = Tier.NOT
    is_opening: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A slot that the skill has just asked for."""

    intent: str
    slot: str


Ear = Callable[[Words], Heard | None]


class Hearing:
    """Understands sentences by one model."""

    def __init__(self, model: Model, *further: Ear) -> None:
        self.model = model
        self._calling = Calling(model.invocation_name)
        self._names = names(model.types)
        self._literals = literals(model)
        self._templates = Templates(slotted(model))
        self._ears: tuple[Ear, ...] = (self._literal, self._known, self._announced, *further)

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
        heard = next(filter(None, (ear(words) for ear in self._ears)), None)
        if asked and (heard is None or heard.tier is Tier.ANNOUNCED):
            heard = self._answer(words, asked) or heard
        return heard or Heard(intent=FALLBACK)

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
        spans = self._names.spans(words)
        for each in self._templates.candidates(words):
            slots = free(each, words, spans) if each.is_carrier else None
            if slots is not None:
                return Heard(intent=each.intent, slots=slots, tier=Tier.ANNOUNCED)
        return None

    def _answer(self, words: Words, asked: Asked) -> Heard | None:
        """Whatever is said, as the answer to the question for a slot."""
        slot = self.model.intents[asked.intent].slot(asked.slot)
        samples = [template(asked.intent, sample, (slot,), n) for n, sample in enumerate(slot.samples)]
        spans = self._names.spans(words)
        fits = (free(each, words, spans, LONGEST_ANSWER) for each in Templates(samples).candidates(words))
        slots = next(filter(None, fits), None)
        return Heard(intent=asked.intent, slots=slots, tier=Tier.ANSWER) if slots else None


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
