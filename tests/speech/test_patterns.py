"""A prompt as values."""

from skill.speech.patterns import Choice, Variable, variables

LIMB = Choice(variable="limb", variants=(("leg", ("legs",)), ("foot", (Variable("count"),))), default=("feet",))


def test_variables_are_found_in_choices_too() -> None:
    assert variables(("Change ", LIMB, Variable("name"))) == {"limb", "count", "name"}


def test_the_first_variant_that_fits_is_taken() -> None:
    count = Choice(variable="count", variants=((1, ("just one",)), ("one", ("one",))), default=("many",))
    assert count.among(frozenset({1, "one"})) == ("just one",)


def test_a_choice_by_words_is_not_by_number() -> None:
    assert not LIMB.is_by_number
