"""What `stretch-coach timeline` shows of a practice: a text or JSON, and a picture where one is wanted."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from skill.coach.preferences import Flow
from skill.errors import StartError
from skill.simulator import timetable
from skill.simulator.playthrough import Turn, played
from skill.simulator.reading import reader


def shown(name: str, flow: str, *, as_json: bool, png: str | None) -> str:
    """The text to print; the picture is put into its file on the way. StartError where either cannot be."""
    turns = played(reader(), name, Flow(flow))
    if png:
        draw(turns, f"{name}, {flow}", png)
    return in_json(turns) if as_json else "\n".join(timetable.lines(turns))


def in_json(turns: Sequence[Turn]) -> str:
    """A list of all items, a line each."""
    items = (json.dumps(asdict(item)) for turn in turns for item in turn.items)
    return "[\n{}\n]".format(",\n".join(items))


def draw(turns: Sequence[Turn], title: str, path: str) -> None:
    """Put the picture into a file."""
    try:
        from skill.simulator.picture import picture
    except ImportError as error:
        raise StartError("--png needs Pillow, which make setup brings, as does the extra `picture`.") from error
    try:
        picture(turns, title).save(path, "PNG")
    except OSError as error:
        raise StartError(f"{path} cannot be written: {(error.strerror or 'unknown reason').lower()}.") from error
