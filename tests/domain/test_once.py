"""Tuples that are hashed once: tuples all the same."""

from skill.domain.once import Once


def test_it_is_the_tuple_of_its_items() -> None:
    once = Once(("toe", "heel"))
    assert once == ("toe", "heel")
    assert {once: 1}["toe", "heel"] == 1
    assert hash(once) == hash(("toe", "heel")) == hash(once)
