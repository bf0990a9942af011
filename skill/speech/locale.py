"""What differs between languages besides the sentences: pace of speech, number words, plurals, lists."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """What Fluent asks of CLDR, for the languages we speak: all of CLDR costs a quarter of `import flask`."""

    plural: Callable[[int], str]
    joint: str


GRAMMARS: Mapping[str, Grammar] = {
    "en": Grammar(plural=lambda number: "one" if number == 1 else "other", joint=" and "),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """How one locale counts and how fast its voice speaks. `numbers[n]` is the word for n, 0 to 100."""

    id: str
    words_per_minute: int
    sentence_ms: int
    numbers: tuple[str, ...]

    def __post_init__(self) -> None:
        if self._language not in GRAMMARS:
            raise ValueError(f"no grammar for {self.id}: speech/locale.py knows {', '.join(GRAMMARS)}")
        if self.words_per_minute <= 0 or self.sentence_ms < 0:
            raise ValueError(f"{self.id}: {self.words_per_minute} words a minute, {self.sentence_ms} ms a stop")

    def number(self, number: int) -> str:
        """The word for a number, digits where there is none."""
        return self.numbers[number] if 0 <= number < len(self.numbers) else str(number)

    def plural(self, number: int) -> str:
        """The CLDR category of a whole number: one, other, and in some languages more."""
        return GRAMMARS[self._language].plural(number)

    def listed(self, parts: Sequence[str]) -> str:
        """The parts as one list: "a wall, a chair and some floor". Without a comma before the last."""
        commas = ", ".join(parts[:-1])
        return GRAMMARS[self._language].joint.join(filter(None, (commas, parts[-1])))

    @property
    def _language(self) -> str:
        return self.id.partition("-")[0]
