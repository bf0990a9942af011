"""The rehearsal in virtual time: lines typed or piped in, what is heard printed at once."""

from collections.abc import Callable, Iterable, Iterator

from skill.simulator.echo import Echo
from skill.simulator.events import shown
from skill.simulator.script import Kind, Line, Player, ScriptError, line

LEAVING = frozenset({"quit", "q"})
RUNNER = "runner: "

Show = Callable[[str], None]


def rehearse(lines: Iterable[str], echo: Echo, show: Show) -> None:
    """Play each line as it comes, until there are no more or one of them leaves."""
    player = Player(echo)
    for number, text in enumerate(lines, start=1):
        if text.strip() in LEAVING:
            return
        for each in heard(text, number, player):
            show(each)


def heard(text: str, number: int, player: Player) -> list[str]:
    """What a line leads to; what is wrong with it where it cannot be played."""
    try:
        return [each for event in player.play(typed(number, text)) for each in shown(event)]
    except ScriptError as error:
        return [str(error)]


def typed(number: int, text: str) -> Line:
    """A line of a script, or just words."""
    said = text.strip()
    if said.startswith("("):
        return line(number, said)
    words = said.removeprefix(RUNNER.strip()).strip()
    kind = Kind.REMARK if not words or words.startswith("#") else Kind.SAYS
    return Line(number=number, kind=kind, text=said, words=words)


def repeated(lines: Iterable[str], show: Show) -> Iterator[str]:
    """The lines of a pipe, shown as they come: nobody sees them typed."""
    for text in lines:
        said = text.strip()
        if said and said not in LEAVING:
            show(said if said.startswith(("(", "#", RUNNER)) else f"{RUNNER}{said}")
        yield text
