"""What whoever runs the skill may set, each once, with its default; reads the mapping it is given and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from skill.errors import StartError

PREFIX = "STRETCH_COACH_"
RANGES = {"lag_ms": (0, 60_000), "turn_budget_s": (60, 540)}
"""What the numbers may be; nothing longer is spoken in one turn."""

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class Metrics(StrEnum):
    """Who may read the counts."""

    OFF = "off"
    HERE = "here"
    OPEN = "open"


class SettingsError(StartError):
    """A variable has a value that the skill cannot use."""

    def __init__(self, field: str, wanted: str, given: object) -> None:
        """Name the variable, what it takes, and what it was given."""
        super().__init__(f"{variable(field)} must be {wanted}, not {given!r:.60}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings. Each field is read from the variable of its name in capitals, after the prefix.

    Without a `skill_id` requests for any skill are answered. `verify` is off only for tries on this machine. `lag_ms`
    is the time in ms a runner's interruption takes: the start of speech, the wake word and the words. `turn_budget_s`
    is how many seconds a turn may last in which exercises follow each other by themselves. `metrics` says who
    may read `/metrics`: nobody, this machine, or whoever can reach the port.
    """

    skill_id: str | None = None
    verify: bool = True
    database_url: str = "sqlite:///stretch-coach.db"
    lag_ms: int = 3_000
    turn_budget_s: int = 480
    log_level: str = "INFO"
    metrics: Metrics = Metrics.HERE

    def __post_init__(self) -> None:
        if not is_database_url(self.database_url):
            # A URL may carry a password, so no more of it is shown than its scheme.
            scheme = self.database_url.partition(":")[0]
            raise SettingsError("database_url", "memory: or sqlite:///<file>", f"{scheme}:…")
        for field, (low, high) in RANGES.items():
            if not low <= getattr(self, field) <= high:
                raise SettingsError(field, f"a whole number from {low} to {high}", getattr(self, field))
        if self.log_level not in LOG_LEVELS:
            raise SettingsError("log_level", f"one of {', '.join(LOG_LEVELS)}", self.log_level)

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings in an environment; a variable that is empty counts as not set. Raises SettingsError."""
        given = {field.name: environ.get(variable(field.name), "").strip() for field in fields(cls)}
        return cls(**{name: READERS[name](text) for name, text in given.items() if text})


def variable(field: str) -> str:
    """The environment variable a field is read from."""
    return PREFIX + field.upper()


def is_database_url(url: str) -> bool:
    """Whether this names a store there is."""
    path = url.removeprefix("sqlite:///")
    return url == "memory:" or path not in {url, "", ":memory:"}  # SQLite's own memory is one for each thread


def switch(text: str) -> bool:
    """On or off; nothing else, as a slip here would open the skill to everyone."""
    if text.lower() not in {"on", "off"}:
        raise SettingsError("verify", "on or off", text)
    return text.lower() == "on"


def audience(text: str) -> Metrics:
    """Who may read the counts."""
    if text.lower() not in {*Metrics}:
        raise SettingsError("metrics", f"one of {', '.join(Metrics)}", text)
    return Metrics(text.lower())


def number(field: str) -> Callable[[str], int]:
    """Reads a whole number; its range is checked with the other invariants."""
    low, high = RANGES[field]

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) <= len(str(high))):
            raise SettingsError(field, f"a whole number from {low} to {high}", text)
        return int(text)

    return read


READERS: Mapping[str, Callable[[str], Any]] = {
    "skill_id": str,
    "verify": switch,
    "database_url": str,
    "lag_ms": number("lag_ms"),
    "turn_budget_s": number("turn_budget_s"),
    "log_level": str.upper,
    "metrics": audience,
}
