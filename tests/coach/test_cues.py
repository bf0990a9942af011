"""A prompt is said with exactly the arguments it takes."""

import pytest

from skill.coach.cues import Say, Wait, joined, say


def test_a_prompt_with_its_arguments_by_name() -> None:
    assert say("next-there", name="toe stretch", place="x") == Say(
        "next-there", (("name", "toe stretch"), ("place", "x"))
    )


@pytest.mark.parametrize(
    ("key", "args"),
    [
        ("nobody-says-this", ()),
        ("title-alone", ()),
        ("title-alone", (("number", 1),)),
        ("title-alone", (("name", "x"), ("number", 1))),
        ("hold", (("seconds", 3),)),
    ],
)
def test_a_prompt_with_other_arguments_is_a_mistake(key: str, args: tuple[tuple[str, str | int], ...]) -> None:
    with pytest.raises(ValueError, match=key):
        Say(key, args)


def test_cues_joined_are_the_same_object_for_the_same_cues() -> None:
    cues = (say("hold"), Wait(1000))
    assert joined(cues, cues) == cues * 2
    assert joined(cues, cues) is joined((*cues,), cues)
