"""Fluent source: what is read, and all that is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.speech import ftl
from skill.speech.patterns import Choice, Fault, Message, Source, Variable


def faults(source: str) -> list[Fault]:
    return list(ftl.read(source).faults)


def test_a_message_is_text_and_variables() -> None:
    (message,) = ftl.read("next = Next, { $name }.\n").messages
    assert message == Message("next", 1, ("Next, ", Variable("name"), "."))


def test_a_choice_keeps_its_keys_in_order() -> None:
    (message,) = ftl.read("left = { $n ->\n [0] none\n [one] one\n *[other] { $n }\n }\n").messages
    (choice,) = message.pattern
    assert isinstance(choice, Choice)
    assert [key for key, _ in choice.variants] == [0, "one", "other"]
    assert choice.default == (Variable("n"),)


def test_terms_and_literals_are_read_into_the_text() -> None:
    source = ftl.read('-product = Stretch Coach\nbye = { -product }{ " " }says bye.\n')
    assert source == Source((Message("bye", 2, ("Stretch Coach", " ", "says bye.")),), ())


def test_comments_are_no_fault() -> None:
    assert faults("### Prompts\n\n## Holds\n\n# said at the end\nhold = Hold.\n") == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("a = A.\nhold = { $x\n", (2, "hold", 'Expected token: "}"')),
        ("a = A.\n\na = B.\n", (3, "a", "stands in the file twice")),
        ("-t = T\n-t = U\na = { -t }\n", (2, "-t", "stands in the file twice")),
        ("a = A.\n  .b = B\n", (1, "a", "has attributes, which nobody says")),
        ("-t = T\n  .b = B\na = { -t }\n", (1, "-t", "has attributes, which nobody says")),
        ("-t = T { $x }\na = { -t }\n", (1, "-t", "is a term of more than plain text")),
        ("-t = T\na = A.\n", (1, "-t", "is a term nobody uses")),
        ("a = { -t }\n", (1, "a", "uses the term -t, which is missing or takes no arguments")),
        ("-t = T\na = { -t(x: 1) }\n", (2, "a", "uses the term -t, which is missing or takes no arguments")),
        ("-t = A & B\na = { -t }\n", (1, "-t", "has < > or &: only ssml.py writes markup")),
        ("a = Heel\n    < toes.\n", (1, "a", "has < > or &: only ssml.py writes markup")),
        ('a = { "Alexa" }\n', (1, "a", "says Alexa, which wakes the device")),
        ("a = { $n ->\n   *[other] Alexa\n}\n", (2, "a", "says Alexa, which wakes the device")),
        ("a = { NUMBER($n) }\n", (1, "a", "calls the function NUMBER")),
        ("b = B.\na = { b }\n", (2, "a", "places what is no variable, term, text or choice")),
        ("a = { 5 }\n", (1, "a", "places what is no variable, term, text or choice")),
        ("a = { NUMBER($n) ->\n *[other] x\n }\n", (1, "a", "chooses by what is no variable")),
        (
            "a = { $n ->\n [1.5] x\n *[other] y\n }\n",
            (2, "a", "chooses by 1.5, which the coach never counts to"),
        ),
        ("a = { $n ->\n [one] x\n [one] z\n *[other] y\n }\n", (1, "a", "has the same choice twice")),
        ("a = { $n ->\n [1] x\n *[leg] y\n }\n", (1, "a", "chooses by numbers and by words at once")),
    ],
)
def test_what_the_coach_does_not_need_is_a_fault(source: str, fault: tuple[int, str, str]) -> None:
    assert faults(source) == [fault]


SCRAPS = [
    "a = ",
    "-t = ",
    "{ $x ->\n",
    " *[o] y\n",
    "}\n",
    "{ -t }",
    "{ a }",
    '{ "\\u12',
    "NUMBER($x)",
    ".a",
    "#",
    "\r",
]


@given(st.lists(st.sampled_from(SCRAPS)).map("".join) | st.text())
def test_no_source_is_too_wrong_to_be_read(source: str) -> None:
    assert all(fault.line >= 1 for fault in faults(source))


def test_a_message_without_text_is_a_fault() -> None:
    assert (1, "a", "has no text") in faults("a =\n  .b = B\n")
