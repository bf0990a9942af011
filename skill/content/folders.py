"""Where content/ and interaction_model/ are: beside skill/ in the tree, inside the package in a wheel."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

PACKED = "_data"


def content() -> Traversable:
    """The folder of exercises, routines and prompts."""
    return found("content")


def interaction_model() -> Traversable:
    """The folder of interaction models."""
    return found("interaction_model")


def found(name: str) -> Traversable:
    """The packed folder where there is one, else the tree's."""
    packed = files("skill").joinpath(PACKED, name)
    return packed if packed.is_dir() else in_tree(name)


def in_tree(name: str) -> Path:
    """The folder in the repository, where a command may write."""
    return Path(__file__).parents[2] / name
