"""Patterns of paths: `curated/**/*.jsonl` stands for "data/curated/2022/a.jsonl"."""

from __future__ import annotations

import pytest

from checker.rulebook.globs import matches

STANDS_FOR = """
    curated/**          curated/a.jsonl  data/curated/2022/a.jsonl
    curated             curated/a.jsonl  data/curated/2022/a.jsonl  curated
    curated/            curated/a.jsonl
    *.md                draft.md  drafts/2022/a.md
    **/*.md             draft.md  drafts/2022/a.md
    drafts/*/a.md       drafts/2022/a.md
    drafts/**/a.md      drafts/a.md  drafts/2022/08/a.md
    a?.txt              a1.txt
    a[0-9].txt          a1.txt
    a[!0-9].txt         ab.txt
    ./drafts            drafts/a.md
    /srv/news/*.txt     /srv/news/a.txt
    a.(b|c)             a.(b|c)
"""
DOES_NOT = """
    curated/**          uncurated/a.jsonl  curated.jsonl
    *.md                a.mdx
    drafts/*/a.md       drafts/a.md  drafts/2022/08/a.md
    a?.txt              a.txt  a12.txt
    a[0-9].txt          ab.txt
    /srv/news/*.txt     /old/srv/news/a.txt
    a.(b|c)             a.b  aXb
"""


def pairs(table: str) -> list[tuple[str, str]]:
    rows = [line.split() for line in table.strip().splitlines()]
    return [(pattern, path) for pattern, *paths in rows for path in paths]


@pytest.mark.parametrize(("pattern", "path"), pairs(STANDS_FOR))
def test_stands_for(pattern: str, path: str) -> None:
    assert matches(path, [pattern])


@pytest.mark.parametrize(("pattern", "path"), pairs(DOES_NOT))
def test_does_not_stand_for(pattern: str, path: str) -> None:
    assert not matches(path, [pattern])
    assert matches(path, ["never", pattern, path])
