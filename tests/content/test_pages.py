"""Files of a folder."""

import pytest

from skill.content.pages import MOST_BYTES
from tests.content.author import CALF_STRETCH, Author

CALF = "exercises/calf-stretch.yaml"


@pytest.mark.parametrize(
    "name", ["Calf-Stretch2.yaml", "calf_stretch.yaml", "calf stretch.yaml", "calf--stretch.yaml", "2calf.yaml"]
)
def test_a_file_name_is_kebab_case(author: Author, name: str) -> None:
    author.writes(f"exercises/{name}", CALF_STRETCH.replace("calf stretch", "another").replace("wall stretch", "other"))
    assert author.is_told() == [f"content/exercises/{name}:1: file: {name[:-5]!r} is not kebab-case"]


def test_a_file_ends_in_yaml_written_out(author: Author) -> None:
    (author.folder / CALF).rename(author.folder / "exercises/calf-stretch.yml")
    assert author.is_told() == ["content/exercises/calf-stretch.yml:1: file: does not end in .yaml"]


def test_hidden_files_and_notes_are_passed_over(author: Author) -> None:
    author.writes("exercises/.calf-stretch.yaml", "what an editor leaves\n")
    author.writes("exercises/README.md", "what a reader needs\n")
    assert author.is_told() == []


def test_a_folder_without_files_is_told(author: Author) -> None:
    author.removes("routines/post-run.yaml")
    assert author.is_told() == ["content/routines:1: file: holds no .yaml file"]


def test_a_folder_that_is_not_there_is_told_for_every_file_it_should_hold(author: Author) -> None:
    nowhere = Author(author.folder / "content")
    assert nowhere.is_told() == [
        "content/ambiguous.yaml:1: file: is missing",
        "content/areas.yaml:1: file: is missing",
        "content/complaints.yaml:1: file: is missing",
        "content/en-US.yaml:1: file: is missing",
        "content/exercises:1: file: holds no .yaml file",
        "content/kit.yaml:1: file: is missing",
        "content/prompts/en-US.ftl:1: file: is missing",
        "content/routines:1: file: holds no .yaml file",
        "content/sources.yaml:1: file: is missing",
        "content/tips:1: file: holds no .yaml file",
    ]


def test_a_file_that_is_a_folder_is_told(author: Author) -> None:
    (author.folder / "exercises/plank.yaml").mkdir()
    assert author.is_told() == ["content/exercises/plank.yaml:1: file: cannot be read: Is a directory"]


def test_a_file_far_too_large_is_not_read(author: Author) -> None:
    author.writes(CALF, "#" * (MOST_BYTES + 1))
    assert author.is_told() == [f"content/{CALF}:1: file: is larger than {MOST_BYTES} bytes"]
