"""Puts the skill together from its settings: the only module that knows every room."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from skill.alexa.conversation import Coach, Conversation
from skill.alexa.handlers import skill_of
from skill.alexa.notebook import Notebook
from skill.alexa.response import Renderer
from skill.coach.coach import leave, reply
from skill.content import folders
from skill.content.faults import ContentError
from skill.content.load import load
from skill.content.locales import DEFAULT, load_locale
from skill.errors import StartError
from skill.settings import Settings, variable
from skill.speech.errors import PhraseError
from skill.speech.phrases import Phrases
from skill.speech.voice import SpokenVoice
from skill.storage.base import Runners, StoreError

if TYPE_CHECKING:
    from ask_sdk_core.skill import CustomSkill  # at run time after skill.alexa, which spares it the services' clients


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Time and chance, which the coach is given."""

    now: Callable[[], datetime] = utc_now
    pick: Callable[[Sequence[str]], str] = random.choice


@dataclass(frozen=True, slots=True)
class Parts:
    """The skill, and whether it could coach somebody at this moment."""

    skill: "CustomSkill"
    is_ready: Callable[[], bool]


def parts(settings: Settings, world: World) -> Parts:
    """The skill, put together. Raises StartError, one sentence, for content or a store it cannot work with."""
    try:
        made = conversation(settings, world)
        return Parts(skill_of(made), lambda: bool(made.coach.library.routines) and made.notebook.is_reached())
    except ContentError as error:
        raise StartError(f"content/ cannot be used: {error.faults[0]} (of {len(error.faults)} faults).") from error
    except PhraseError as error:
        raise StartError(f"The prompts cannot be used: {str(error).splitlines()[0]}.") from error


def opened(settings: Settings) -> Runners:
    """The store of these settings. Raises StartError, one sentence, where it cannot be used."""
    try:
        return runners(settings.database_url)
    except StoreError as error:
        raise StartError(f"{variable('database_url')} cannot be used: {error}.") from error


def conversation(settings: Settings, world: World) -> Conversation:
    """The coach with its library, voice and memory."""
    content = folders.content()
    locale = load_locale(content, DEFAULT)
    phrases = Phrases(content.joinpath("prompts", f"{DEFAULT}.ftl").read_text("utf-8"), locale)
    coach = Coach(
        reply=reply,
        leave=leave,
        library=load(content),
        voice=SpokenVoice(phrases, locale),
        now=world.now,
        pick=world.pick,
        lag_ms=settings.lag_ms,
        turn_budget_s=settings.turn_budget_s,
    )
    return Conversation(coach, Notebook(opened(settings)), Renderer(phrases.text))


def runners(url: str) -> Runners:
    """The store a URL names; only that one is imported. Raises StoreError."""
    if url == "memory:":
        from skill.storage.memory import MemoryRunners

        return MemoryRunners()
    from skill.storage.sqlite import SqliteRunners

    return SqliteRunners(url.removeprefix("sqlite:///"))
