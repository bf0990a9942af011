"""What things are called."""

import pytest

from skill.content.load import load
from tests.content.author import Author

CALF = "exercises/calf-stretch.yaml"
ROLL = "exercises/ball-roll.yaml"
RUN = "routines/post-run.yaml"
STAIRS = "the one on the stairs"


def claimed(phrase: str, where: str) -> str:
    return f"{phrase!r} is already claimed in content/{where}, and is not in ambiguous.yaml"


def test_two_exercises_share_no_name(author: Author) -> None:
    author.replaces(CALF, "wall stretch", "Ball-Roll")
    assert author.is_told() == [f"content/{CALF}:2: also.0: {claimed('ball roll', f'{ROLL}:1')}"]


def test_an_exercise_and_a_routine_share_no_name(author: Author) -> None:
    author.replaces(RUN, "cool down", "wall stretch")
    assert author.is_told() == [f"content/{RUN}:2: also.0: {claimed('wall stretch', f'{CALF}:2')}"]


def test_two_routines_share_no_name(author: Author) -> None:
    author.writes("routines/other.yaml", (author.folder / RUN).read_text("utf-8"))
    assert author.is_told() == [
        f"content/{RUN}:1: name: {claimed('post run routine', 'routines/other.yaml:1')}",
        f"content/{RUN}:2: also.0: {claimed('cool down', 'routines/other.yaml:2')}",
    ]


def test_no_name_stands_twice_in_a_file(author: Author) -> None:
    author.replaces(CALF, "[wall stretch]", "[Calf stretch]")
    assert author.is_told() == [f"content/{CALF}:2: also.0: {claimed('calf stretch', f'{CALF}:1')}"]


def test_a_phrase_may_be_shared_by_all_that_ambiguous_lists(author: Author) -> None:
    author.replaces(CALF, "wall stretch", STAIRS)
    author.replaces("exercises/heel-drop.yaml", "name: heel drop", f"name: heel drop\nalso: [{STAIRS}]")
    assert author.is_told() == []
    assert len(load(author.folder).exercises_called(STAIRS)) == 2


def test_a_phrase_that_only_some_have_would_never_be_asked_about(author: Author) -> None:
    author.replaces(CALF, "wall stretch", STAIRS)
    told = "is another name of calf-stretch; of all listed or none is needed"
    assert author.is_told() == [f"content/ambiguous.yaml:1: {STAIRS}: {told}"]


def test_an_ambiguous_phrase_is_nobodys_spoken_name(author: Author) -> None:
    author.adds("ambiguous.yaml", "Ball-roll: [calf-stretch, ball-roll]\n")
    told = "is the spoken name of ball-roll, which always wins"
    assert author.is_told() == [f"content/ambiguous.yaml:2: Ball-roll: {told}"]


def test_a_phrase_is_listed_once(author: Author) -> None:
    author.adds("ambiguous.yaml", "The one, on the stairs: [ball-roll, heel-drop]\n")
    assert "content/ambiguous.yaml:2: The one, on the stairs: is the same phrase as in line 1" in author.is_told()


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        ("[calf-stretch, nothing]", "no exercise or routine has the id 'nothing'"),
        ("[calf-stretch, post-run]", "lists both exercises and routines"),
    ],
)
def test_an_ambiguous_phrase_lists_exercises_or_routines(author: Author, ids: str, told: str) -> None:
    author.adds("ambiguous.yaml", f"the second: {ids}\n")
    assert author.is_told() == [f"content/ambiguous.yaml:2: the second: {told}"]


def test_a_phrase_for_routines_may_be_another_name_of_each(author: Author) -> None:
    author.writes("routines/other.yaml", (author.folder / RUN).read_text("utf-8").replace("post-run", "other"))
    author.adds("ambiguous.yaml", "cool down: [post-run, other]\n")
    assert author.is_told() == []
    library = load(author.folder)
    assert [routine.id for routine in library.routines_called("cool down")] == ["post-run", "other"]
    assert library.exercises_called("cool down") == ()


def test_a_phrase_for_routines_may_be_nobodys_name(author: Author) -> None:
    author.writes(
        "routines/other.yaml",
        (author.folder / RUN).read_text("utf-8").replace("post-run", "other").replace("cool", "calm"),
    )
    author.adds("ambiguous.yaml", "The routine: [post-run, other]\n")
    assert author.is_told() == []
    library = load(author.folder)
    assert dict(library.ambiguous_routines) == {"the routine": ("post-run", "other")}
    assert set(library.ambiguous) == {STAIRS}


def test_names_of_a_file_that_cannot_be_read_are_not_missed(author: Author) -> None:
    author.replaces(CALF, "wall stretch", STAIRS)
    author.writes("exercises/heel-drop.yaml", "name: [\n")
    assert [told.partition(":")[0] for told in author.is_told()] == ["content/exercises/heel-drop.yaml"]


def test_shared_names_are_not_told_while_ambiguous_cannot_be_read(author: Author) -> None:
    author.replaces(CALF, "wall stretch", "ball roll")
    author.writes("ambiguous.yaml", "- nothing\n")
    assert [told.partition(":")[0] for told in author.is_told()] == ["content/ambiguous.yaml"]
