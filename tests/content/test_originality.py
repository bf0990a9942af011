"""Facts come from the articles, sentences do not: no run of eight words is shared with one.

The articles are not ours to publish, so they lie beside a checkout, where there are any.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT.parent / "shared/seeds").glob("*.txt"))
WRITTEN = [
    *(ROOT / "content").rglob("*.yaml"),
    *(ROOT / "content").rglob("*.ftl"),
    *(ROOT / "interaction_model").glob("*.json"),
    *ROOT.glob("*.md"),
]
RUN = 8

Run = tuple[str, ...]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower().replace("'", "").replace("\u2019", ""))


def runs(text: str) -> Iterator[Run]:
    """Every eight words in a row."""
    said = words(text)
    return zip(*(said[start:] for start in range(RUN)), strict=False)


def test_words_are_compared_whatever_stands_between_them() -> None:
    one = "Don\u2019t bounce: it\u2019s never, ever a good idea."
    assert list(runs(one)) == list(runs("dont   bounce its never ever\n(a) GOOD idea"))
    assert list(runs("seven words are too few for this")) == []


@pytest.mark.skipif(not ARTICLES, reason="the articles do not lie beside this checkout")
@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_run_of_eight_words_stands_in_an_article(path: Path) -> None:
    theirs = {run for article in ARTICLES for run in runs(article.read_text("utf-8", "replace"))}
    assert sorted(theirs.intersection(runs(path.read_text("utf-8")))) == []
