"""Opening a content folder: one file becomes a page and, where it can be read, a value."""

from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import TypeVar

from skill.content.fields import Page, Shelf
from skill.content.sentences import KEBAB
from skill.content.shapes import Reader
from skill.content.yaml import UnreadableError, parse, text_of

T = TypeVar("T")

MOST_BYTES = 262_144
SUFFIX = ".yaml"
SUFFIXES = (SUFFIX, ".yml")


def read(folder: Traversable, name: str, reader: Reader[T], shelf: Shelf = Shelf.TOP) -> tuple[Page, T | None]:
    """A file's page and value; None for a file that has none, the reasons on its page."""
    page = page_for(folder, name, shelf)
    source = source_of(folder, page)
    tree = None if source is None else parse(source, page.wrong)
    page = replace(page, tree=tree)
    return page, None if tree is None else reader(page.root())


def page_for(folder: Traversable, name: str, shelf: Shelf = Shelf.TOP) -> Page:
    """An empty page for a file, by its path inside the content folder."""
    stem = name.rpartition("/")[2].rpartition(".")[0]
    return Page(file=f"{folder.name}/{name}", id=stem, shelf=shelf)


def read_shelf(folder: Traversable, shelf: Shelf, reader: Reader[T]) -> tuple[list[Page], dict[str, T | None]]:
    """The pages of a folder, and the values by id, sorted."""
    names = names_in(folder.joinpath(shelf), *SUFFIXES)
    read_files = [read(folder, f"{shelf}/{name}", reader, shelf) for name in names]
    pages = [page for page, _ in read_files]
    for name, page in zip(names, pages, strict=True):
        check_name(name, page)
    return pages or [empty(folder, shelf)], {page.id: value for page, value in read_files}


def names_in(folder: Traversable, *suffixes: str) -> list[str]:
    """The files of a folder that end so, sorted, hidden ones left out."""
    names = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    return sorted(name for name in names if name.endswith(suffixes) and not name.startswith("."))


def empty(folder: Traversable, shelf: Shelf) -> Page:
    """A page with the fault that a folder is empty or not there."""
    page = Page(file=f"{folder.name}/{shelf}", id=shelf, shelf=shelf)
    page.wrong(1, (), f"holds no {SUFFIX} file")
    return page


def check_name(name: str, page: Page) -> None:
    """Keep a fault where a file's name cannot be an id."""
    if not name.endswith(SUFFIX):
        page.wrong(1, (), f"does not end in {SUFFIX}")
    if not KEBAB.fullmatch(page.id):
        page.wrong(1, (), f"{page.id!r:.60} is not kebab-case")


def text_in(folder: Traversable, page: Page) -> str | None:
    """The text of a page's file; None, and a fault, where it has none."""
    source = source_of(folder, page)
    try:
        return None if source is None else text_of(source)
    except UnreadableError as error:
        page.wrong(error.line, (), error.what)
        return None


def source_of(folder: Traversable, page: Page) -> bytes | None:
    """The bytes of a page's file; None, and a fault, where it cannot be read or is far too large."""
    try:
        with folder.joinpath(*page.file.split("/")[1:]).open("rb") as file:
            source = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        page.wrong(1, (), "is missing")
    except OSError as error:
        page.wrong(1, (), f"cannot be read: {error.strerror}")
    else:
        if len(source) <= MOST_BYTES:
            return source
        page.wrong(1, (), f"is larger than {MOST_BYTES} bytes")
    return None
