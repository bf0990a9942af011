"""YAML files as plain values."""

import math
from collections.abc import Mapping

import pytest

from skill.content.yaml import DEEPEST, Node, Path, parse

Told = tuple[int, Path, str]


def read(source: str | bytes) -> tuple[Node, list[Told]]:
    told: list[Told] = []
    tree = parse(source.encode() if isinstance(source, str) else source, lambda *what: told.append(what))
    return (tree.node if tree else "unreadable"), told


def value(node: Node) -> object:
    match node:
        case Mapping():
            return {key: value(placed.node) for key, placed in node.items()}
        case tuple():
            return [value(placed.node) for placed in node]
        case _:
            return node


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("20-60", "20-60"),
        ("2026-03-01", "2026-03-01"),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("", None),
        ("Null", None),
        ("030", 30),
        ("-7", -7),
        ("+7", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1.5", 1.5),
        ("-.5e1", -5.0),
        ("1.", 1.0),
        ("-.INF", -math.inf),
        ("...", None),
        (".", "."),
        ("'30'", "30"),
        ('"true"', "true"),
        ("9" * 5_000, math.inf),
    ],
)
def test_scalars_are_read_as_yaml_1_2_says(written: str, meant: object) -> None:
    node, _ = read(f"- {written}\n")
    assert value(node) == [meant] or written == "..."


def test_what_is_not_a_number_is_read_as_such() -> None:
    node, _ = read("- .nan")
    assert isinstance(node, tuple)
    assert math.isnan(float(str(node[0].node)))


def test_values_know_their_lines() -> None:
    node, told = read("name: calf\nalso:\n  - one\n\n  - two\nlong: >\n  words\n  and words\n")
    assert isinstance(node, Mapping)
    assert [placed.line for placed in node.values()] == [1, 2, 6]
    assert isinstance(node["also"].node, tuple)
    assert [placed.line for placed in node["also"].node] == [3, 5]
    assert told == []


def test_a_byte_order_mark_is_passed_over() -> None:
    assert value(read(b"\xef\xbb\xbfname: calf")[0]) == {"name": "calf"}


def test_a_key_is_text_whatever_it_looks_like() -> None:
    assert value(read("1: a\nno: b\n~: c\n")[0]) == {"1": "a", "no": "b", "~": "c"}


def test_a_key_that_stands_twice_is_told_with_both_lines_and_the_first_counts() -> None:
    node, told = read("a: 1\nb:\n  - c: 1\n    'c': 2\na: 3\n")
    assert value(node) == {"a": 1, "b": [{"c": 1}]}
    assert told == [
        (4, ("b", "0", "c"), "stands twice, first in line 3"),
        (5, ("a",), "stands twice, first in line 1"),
    ]


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("", 1, "is empty"),
        ("# only a comment\n", 1, "is empty"),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here; a file holds one"),
        ("a: 1\nb: &x [1]\n", 2, "has an anchor or alias; everything is written out here"),
        ("a: *x\n", 1, "has an anchor or alias; everything is written out here"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "has a tag; tags are not read"),
        ("a: !thing {}\n", 1, "has a tag; tags are not read"),
        ("&k a: 1\n", 1, "has an anchor or alias; everything is written out here"),
        ("a: 1\n? [b]\n: 2\n", 2, "has a key that is not a word or a phrase"),
        (f"a: 1\nb: {'[' * DEEPEST}1{']' * DEEPEST}\n", 2, f"is nested more than {DEEPEST} deep"),
        ("- " * 5_000 + "a", 1, f"is nested more than {DEEPEST} deep"),
        ("a: [1\nb: 2\n", 2, "is not YAML: did not find expected ',' or ']'"),
        ("a: 1\n\tb: 2\n", 2, "is not YAML: found a tab character that violates indentation"),
        ("a: 1\nb: \x07\n", 2, "is not YAML: control characters are not allowed"),
        (b"a: 1\nb: \xff\n", 2, "is not UTF-8: byte 0xff"),
        ("%YAML 9.9\n---\na\n", 1, "is not YAML: found incompatible YAML document"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(source: str | bytes, line: int, what: str) -> None:
    assert read(source) == ("unreadable", [(line, (), what)])


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert read("\n".join(["l0: &l0 lol", *levels]))[1][0][0] == 1


def test_an_alias_to_itself_is_refused() -> None:
    assert read("a: &a [*a]")[1][0][2].startswith("has an anchor")
