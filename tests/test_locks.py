"""The lock files: every package pinned, hashed, and the very one that is installed; nothing says where to get it.

Run by `make lint`, as much of an audit as there can be without a network. Known weaknesses are looked up by pip-audit,
which needs one: see CONTRIBUTING.md.
"""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = {name: (ROOT / f"{name}.lock").read_text("utf-8") for name in ("requirements", "requirements-dev")}
FUZZ = (ROOT / "requirements-fuzz.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Locked:
    """One package of a lock file."""

    requirement: Requirement
    hashes: tuple[str, ...]


def locked(text: str) -> list[Locked]:
    """What a lock file holds; its lines are continued with backslashes, its comments left out."""
    plain = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    entries = plain.replace("\\\n", " ").splitlines()
    parts = [entry.split("--hash=") for entry in entries if entry.strip()]
    return [Locked(Requirement(part[0].strip()), tuple(each.strip() for each in part[1:])) for part in parts]


def pinned(text: str) -> dict[str, str]:
    return {canonicalize_name(one.requirement.name): str(one.requirement.specifier) for one in locked(text)}


def wanted(*extras: str) -> set[str]:
    """The names that pyproject.toml asks for."""
    project = PROJECT["project"]
    asked = [*project["dependencies"], *(one for extra in extras for one in project["optional-dependencies"][extra])]
    return {canonicalize_name(Requirement(one).name) for one in asked}


@pytest.mark.parametrize("text", [*LOCKS.values(), FUZZ], ids=[*LOCKS, "requirements-fuzz"])
def test_every_package_is_pinned_and_hashed(text: str) -> None:
    assert locked(text)
    for one in locked(text):
        assert re.fullmatch(r"==[^*]+", str(one.requirement.specifier)), one.requirement
        assert one.requirement.url is None
        assert one.hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in one.hashes), one.requirement


@pytest.mark.parametrize("text", [*LOCKS.values(), FUZZ], ids=[*LOCKS, "requirements-fuzz"])
def test_no_lock_says_where_packages_come_from(text: str) -> None:
    assert not re.search(r"https?://|file:|--index|--extra-index|--find-links|--trusted-host|^-e ", text, re.MULTILINE)


@pytest.mark.parametrize("one", locked(LOCKS["requirements-dev"]), ids=lambda one: one.requirement.name)
def test_what_is_installed_is_what_is_locked(one: Locked) -> None:
    if one.requirement.marker and not one.requirement.marker.evaluate():
        return
    try:
        installed = version(one.requirement.name)
    except PackageNotFoundError:
        pytest.fail(f"{one.requirement.name} is locked and not installed: make setup")
    assert installed in one.requirement.specifier, "make setup"


def test_the_locks_agree() -> None:
    dev = pinned(LOCKS["requirements-dev"])
    assert pinned(LOCKS["requirements"]).items() <= dev.items()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    assert wanted("build") <= set(pinned(LOCKS["requirements"]))
    assert wanted("build", "dev") <= set(pinned(LOCKS["requirements-dev"]))
    groups = PROJECT["dependency-groups"]["fuzz"]
    assert {canonicalize_name(Requirement(one).name) for one in groups} <= set(pinned(FUZZ))


@pytest.mark.parametrize("text", list(LOCKS.values()), ids=list(LOCKS))
def test_what_is_locked_meets_the_bounds_of_the_project(text: str) -> None:
    found = {canonicalize_name(one.requirement.name): str(one.requirement.specifier)[2:] for one in locked(text)}
    for asked in map(Requirement, PROJECT["project"]["dependencies"]):
        assert found[canonicalize_name(asked.name)] in asked.specifier
