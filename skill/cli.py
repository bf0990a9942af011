"""The `stretch-coach` command: serve, rehearse, read aloud, check. Only here and in skill.wsgi is the environment read.

What a command needs is imported when it runs, so that `--help` is there at once.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from pathlib import Path

    from skill.settings import Settings
    from skill.simulator.echo import Echo
    from skill.simulator.model import Json

HOST, PORT = "127.0.0.1", 5000
GREETING = """Stretch Coach answers at http://{place}/alexa. Ctrl-C ends it.
Try: curl -s http://{place}/alexa -d '{{"request": {{"type": "LaunchRequest"}}}}'
To talk to the coach in words: stretch-coach talk, or make talk."""
TALK_HINT = "Type what you would say: open stretch coach. (waits 12 s) and (interrupts at 17 s) work too; quit leaves."
PIPE_WIDTH = 160
STYLES = {"coach": "cyan", "reprompt": "cyan dim", "alexa": "yellow", "runner": "bold"}


class Commands(click.Group):
    """The commands; whatever keeps the skill from starting is one sentence and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- as click has it
        """Run the command that was given."""
        from skill.errors import StartError

        try:
            return super().invoke(ctx)
        except StartError as error:
            refuse(str(error))


def refuse(sentence: str) -> NoReturn:
    """End with one sentence."""
    click.echo(sentence, err=True)
    sys.exit(2)


def settings() -> "Settings":
    """What the environment sets."""
    from skill.settings import Settings

    return Settings.of(os.environ)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Stretch Coach, an Alexa skill that coaches runners through foot and calf stretches."""


@main.command()
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65_535), help="Port on this machine.")
def run(port: int) -> None:
    """Serve the endpoint to this machine, whoever asks."""
    os.environ.setdefault("STRETCH_COACH_VERIFY", "off")
    from skill import ports
    from skill.bootstrap import opened

    opened(settings())  # ends here where the store cannot be used, before anything is promised
    ports.check_free(HOST, port)
    place = f"{HOST}:{port}"
    click.echo(GREETING.format(place=place))
    sys.stdout.flush()
    served = ["-m", "gunicorn", "--config", "python:skill.gunicorn_conf", "--bind", place, "skill.wsgi:app"]
    os.execv(sys.executable, [sys.executable, *served])  # noqa: S606 -- there is no shell to be wary of


@main.command()
@click.option("--fresh", is_flag=True, help="As a runner nobody has met; nothing is remembered.")
@click.option("--real-time", is_flag=True, help="As long as it takes; what is typed meanwhile interrupts.")
def talk(*, fresh: bool, real_time: bool) -> None:
    """Rehearse in the terminal, or from a script in a pipe."""
    from skill import log
    from skill.simulator import terminal
    from skill.simulator.realtime import RealTime, lines_of

    log.configure("ERROR")
    given = replace(settings(), verify=False, skill_id=None)
    echo = device(replace(given, database_url="memory:") if fresh else given)
    is_typed = sys.stdin.isatty()
    if is_typed:
        click.secho(TALK_HINT, dim=True)
    if real_time:
        RealTime(echo, show, lines_of(sys.stdin)).rehearse()
    else:
        terminal.rehearse(typed() if is_typed else terminal.repeated(sys.stdin, show), echo, show)


def device(given: "Settings") -> "Echo":
    """An Echo in front of the whole skill, its clock starting now."""
    from skill.bootstrap import utc_now
    from skill.simulator.clock import Clock
    from skill.simulator.rehearsal import echo
    from skill.web.app import create_app

    clock = Clock(utc_now())
    return echo(create_app(given, now=clock), clock, given.lag_ms)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def hear(*, as_json: bool) -> None:
    """What sentences from standard input, one a line, are heard as."""
    import json

    from skill.simulator.rehearsal import hearing
    from skill.simulator.report import heard_as, line

    ears = hearing()
    for said in filter(None, map(str.strip, sys.stdin)):
        report = heard_as(ears, said)
        click.echo(json.dumps(report, ensure_ascii=False) if as_json else line(report))


def typed() -> Iterator[str]:
    """Lines from somebody at the keyboard, who may recall earlier ones."""
    with suppress(ImportError):
        import readline  # noqa: F401 -- its import is its effect
    with suppress(EOFError):
        while True:
            yield input("runner: ")


def show(text: str) -> None:
    """A line of the rehearsal, coloured by who speaks where the terminal can."""
    from rich.console import Console

    style = STYLES.get(text.partition(":")[0], "dim")
    Console(highlight=False).print(text, style=style, markup=False, soft_wrap=True)


@main.command()
@click.argument("name", nargs=-1, required=True)
def say(name: tuple[str, ...]) -> None:
    """A whole routine or exercise as a timed script; NAME is an id or a spoken name."""
    from skill.simulator import timed
    from skill.simulator.reading import reader

    reading = reader()
    for line in timed.script(reading.cues(" ".join(name)), reading.voice, reading.phrases.text):
        click.echo(line)


@main.command(context_settings={"show_default": True})
@click.argument("name", metavar="ID")
@click.option("--flow", default="wait-for-me", type=click.Choice(["step-by-step", "wait-for-me", "keep-going"]))
@click.option("--json", "as_json", is_flag=True, help="Each run of words and each silence, as a JSON list.")
@click.option("--png", type=click.Path(), help="Draw it into this file as well; needs Pillow.")
def timeline(name: str, flow: str, *, as_json: bool, png: str | None) -> None:
    """A whole routine or exercise, turn by turn, for a runner who says only what each prompt asks for."""
    from skill.simulator.display import shown

    click.echo(shown(name, flow, as_json=as_json, png=png))


@main.command()
@click.option("--markdown", is_flag=True, help="As the table that stands in README.md.")
def routines(*, markdown: bool) -> None:
    """All routines: what is in them, how long they take, what they need."""
    from rich.console import Console
    from rich.table import Table

    from skill.simulator import reading

    rows = reading.reader().rows()
    if markdown:
        click.echo(reading.markdown(rows))
        return
    table = Table(*reading.COLUMNS)
    for row in rows:
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else PIPE_WIDTH).print(table)


@main.command()
def check() -> None:
    """Everything that is wrong in content/, a line each."""
    from skill.content import folders
    from skill.content.check import faults
    from skill.content.load import load
    from skill.simulator.reading import long_steps

    found = faults(folders.content(), long_steps)
    for fault in found:
        click.echo(fault)
    if found:
        sys.exit(1)
    library = load(folders.content())
    click.echo(f"{len(library.exercises)} exercises, {len(library.routines)} routines, no faults.")


@main.group()
def model() -> None:
    """The slot types in interaction_model/, which come from content/."""


@model.command("write")
def model_write() -> None:
    """Put today's names into the model."""
    from skill.content import slots

    path, written, types = modelled()
    path.write_text(slots.rendered(slots.written(written, types)), "utf-8")
    click.echo(f"{path.name} has the names of today.")


@model.command("check")
def model_check() -> None:
    """Say where the model and content/ differ, a line each."""
    from skill.content import slots

    path, written, types = modelled()
    differences = slots.stale(written, types)
    for difference in differences:
        click.echo(f"{path.name}: {difference}")
    if differences:
        sys.exit(1)
    click.echo(f"{path.name} has the names of today.")


def modelled() -> "tuple[Path, Json, list[Json]]":
    """The model's file, what is in it, and the slot types it should have."""
    from skill.content import folders, slots
    from skill.content.locales import DEFAULT, load_facts
    from skill.simulator.model import written
    from skill.simulator.reading import reader

    path = folders.in_tree("interaction_model") / f"{DEFAULT}.json"
    types = slots.slot_types(reader().library, load_facts(folders.content(), DEFAULT))
    return path, written(path), types
