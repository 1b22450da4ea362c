"""Blocks, sentences and names of occasions, as fixtures/language/{layout,sentences,names} spell them out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from pydantic import Field

from checker.language.layout import blocks
from checker.language.reading import read
from checker.language.sentences import sentence_spans
from checker.model import Edition, Role, fold
from tests.specimens import Source, Strict, Text, case, files, load, prose, words


class Page(Strict):
    """A page from top to bottom: each block under its role. `tight` blocks stand on neighbouring lines."""

    about: str
    blocks: list[dict[Role, str]] = Field(min_length=1)
    tight: bool = False
    wrong_today: str = ""

    @property
    def text(self) -> str:
        between = "\n" if self.tight else "\n\n"
        return between.join(text for block in self.blocks for text in block.values())


class Pages(Strict):
    pages: list[Page] = Field(min_length=1)


class Sentences(Strict):
    """Each paragraph as the list of its sentences."""

    about: str
    paragraphs: list[list[str]] = Field(min_length=1)
    wrong_today: dict[str, list[list[str]]] = Field(default={})


class Names(Strict):
    """What a text names: the name, and its edition or nothing."""

    text: Source
    names: dict[str, str] = Field(default={})
    why: str = ""


class NameGrid(Strict):
    about: str
    reads: list[Names] = Field(default=[])
    silent: list[Names] = Field(default=[])
    wrong_today: list[Names] = Field(default=[])


PAGES = [
    case(page, name=f"{path.stem}: {page.about}", wrong=page.wrong_today)
    for path in files("language/layout")
    for page in load(path, Pages).pages
]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_falls_into_blocks(page: Page) -> None:
    document = prose(Text(text=page.text))
    found = [(block.role, flat(document.text[block.start : block.end])) for block in blocks(document)]
    assert found == [(role, flat(text)) for block in page.blocks for role, text in block.items()]


@pytest.mark.parametrize("page", PAGES)
def test_blocks_are_in_order_and_lose_nothing(page: Page) -> None:
    document = prose(Text(text=page.text))
    found = list(blocks(document))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert flat("\n".join(document.text[block.start : block.end] for block in found)) == flat(page.text)


def paragraphs() -> Iterator[object]:
    for path in files("language/sentences"):
        grid = load(path, Sentences)
        for paragraph in grid.paragraphs:
            yield case(paragraph, name=f"{path.stem}: {paragraph[0]}")
        for why, wrong in grid.wrong_today.items():
            for paragraph in wrong:
                yield case(paragraph, name=f"{path.stem}: today wrong: {paragraph[0]}", wrong=why)


@pytest.mark.parametrize("sentences", list(paragraphs()))
@pytest.mark.parametrize("between", [" ", "  ", "\n"], ids=["space", "spaces", "line break"])
def test_a_paragraph_falls_into_sentences(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_sentences_of_a_stretch_stay_within_it() -> None:
    text = "One sails. Two row. Three swim."
    assert [text[start:end] for start, end in sentence_spans(text, 11, 19)] == ["Two row."]
    assert list(sentence_spans("  \n ")) == []


def test_a_long_line_is_read_in_one_go() -> None:
    """A line without a sentence is cut where no sentence is that long: quadratic work would not end."""
    for line in ("!" * 200_000, "a." * 200_000 + "!" * 200):
        found = list(sentence_spans(line))
        assert "".join(line[start:end] for start, end in found) == line
        assert max(end - start for start, end in found) == 2_000
    assert len(list(sentence_spans("The boat sails. " * 20_000))) == 20_000


def name_cases() -> Iterator[object]:
    for path in files("language/names"):
        grid = load(path, NameGrid)
        for one in [*grid.reads, *grid.silent]:
            yield case(one, name=f"{path.stem}: {words(one.text.text)}")
        for one in grid.wrong_today:
            yield case(one, name=f"{path.stem}: today wrong: {words(one.text.text)}", wrong=one.why)


def edition(value: Edition | None) -> str:
    if value is None:
        return ""
    return str(value.year) if value.year is not None else f"no. {value.number}"


@pytest.mark.parametrize("one", list(name_cases()))
def test_names_of_occasions(one: Names) -> None:
    found = {
        fold(name.base): edition(name.edition)
        for statement in read(prose(one.text)).statements
        for name in statement.names
        if name.established
    }
    assert found == {fold(name): suffix for name, suffix in one.names.items()}
