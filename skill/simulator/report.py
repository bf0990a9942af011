"""What was heard, for a terminal or another program. `tier` is exact, guess or fallback."""

from skill.simulator.hear import FALLBACK, Heard, Hearing, Tier
from skill.simulator.model import Json
from skill.simulator.names import Filled

EXACT = 1.0


def heard_as(hearing: Hearing, said: str) -> Json:
    """What a sentence is heard as: `{text, intent, slots: {name: {value, id}}, tier, score}`.

    `value` is what Alexa would send: the words, or for Amazon's own types their value, such as PT5M. `id` is null for
    those, for a name nobody knows, and where several bear it; these are then in `ids`.
    """
    heard = hearing.hear(said)
    slots = {name: slot(filled) for name, filled in heard.slots.items()}
    return {"text": said, "intent": heard.intent, "slots": slots, "tier": tier(heard), "score": score(heard)}


def slot(filled: Filled) -> Json:
    """What fills a slot."""
    ids = [value.id for value in filled.values]
    one = {"value": filled.heard, "id": ids[0] if len(ids) == 1 else None}
    return one | ({"ids": ids} if len(ids) > 1 else {})


def tier(heard: Heard) -> str:
    """How the words were understood."""
    if heard.intent == FALLBACK:
        return "fallback"
    return "guess" if heard.tier is Tier.GUESS else "exact"


def score(heard: Heard) -> float:
    """How sure that is, from 0 to 1."""
    if heard.intent == FALLBACK:
        return 0.0
    return round(heard.score, 3) if heard.tier is Tier.GUESS else EXACT


def line(report: Json) -> str:
    """The same to be read: the sentence, what it means, and how sure that is where it is a guess."""
    filled = report["slots"].items()
    slots = " ".join(f"{name}={'|'.join(one.get('ids', ())) or one['id'] or one['value']}" for name, one in filled)
    sure = f"guess {report['score']:.2f}" if report["tier"] == "guess" else report["tier"]
    return f"{report['text']} -> {report['intent']} {slots}".rstrip() + f" ({sure})"
