"""Each claim kind: fixtures/claims/end_date.yml has a value, the many ways to say it, and where it must not be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import BeforeValidator, Field

from checker.claims import extract, kinds
from checker.claims.article import Article
from checker.claims.records import adapter
from checker.model import Claim, Document, Part, Skipped, Stance, fold
from tests.specimens import Source, Strict, as_list, case, dataset, files, load, prose, shown

Words = Annotated[list[str], BeforeValidator(as_list)]


class Scope(Strict):
    """What else must be read, where a fixture asks for it; `roles` are such as "donor: norway"."""

    stance: Stance | None = None
    part: Part | None = None
    occasion: int | None = None
    as_of: str | None = None
    noun: str | None = None
    speaker: str | None = None
    roles: dict[str, str] | None = None


class Says(Strict):
    """One value (or several) and the texts that say it; they say nothing else of this kind."""

    value: Words
    subject: str = ""
    scope: Scope = Scope()
    texts: list[Source] = Field(min_length=1)


class Silent(Strict):
    """A text from which nothing of the kind may be read; with `value`, only not that value."""

    text: Source
    why: str
    value: str = ""


class Wrong(Strict):
    """What is read wrongly today: `value` should be read (or, without one, nothing)."""

    text: Source
    why: str
    value: Words = Field(default=[])
    subject: str = ""
    scope: Scope = Scope()


class Cells(Strict):
    """Cells of a dataset: what they say, and which cannot be read."""

    value: str
    texts: list[str]


class Grid(Strict):
    says: list[Says]
    silent: list[Silent] = Field(min_length=1)
    cells: list[Cells] = Field(default=[])
    no_cells: list[str] = Field(default=[])
    wrong_today: list[Wrong] = Field(default=[])


GRIDS = {path.stem: load(path, Grid) for path in files("claims")}


def extracted(document: Document) -> tuple[list[Claim], list[Skipped]]:
    return next(iter(extract([Article(document)], kinds())))


def read(kind: str, source: Source) -> list[Claim]:
    """The claims of one kind about things that the text makes clear to be occasions (or that need not be)."""
    claims, skipped = extracted(prose(source))
    assert not skipped
    return [claim for claim in claims if claim.kind == kind and claim.scope.established]


def said() -> Iterator[object]:
    for kind, grid in GRIDS.items():
        for says in grid.says:
            for source in says.texts:
                yield case(kind, says, source, name=f"{kind}: {', '.join(says.value)}: {source.text}")
        for wrong in grid.wrong_today:
            if wrong.value:
                says = Says(value=wrong.value, subject=wrong.subject, scope=wrong.scope, texts=[wrong.text])
                yield case(kind, says, wrong.text, name=f"{kind}: today wrong: {wrong.text.text}", wrong=wrong.why)


def unsaid() -> Iterator[object]:
    for kind, grid in GRIDS.items():
        for silent in grid.silent:
            yield case(kind, silent, name=f"{kind}: {silent.text.text}")
        for wrong in grid.wrong_today:
            if not wrong.value:
                silent = Silent(text=wrong.text, why=wrong.why)
                yield case(kind, silent, name=f"{kind}: today wrong: {wrong.text.text}", wrong=wrong.why)


@pytest.mark.parametrize(("kind", "says", "source"), list(said()))
def test_reads(kind: str, says: Says, source: Source) -> None:
    claims = read(kind, source)
    assert sorted({shown(claim.value) for claim in claims}) == sorted(says.value)
    if says.subject:
        assert {fold(claim.subject) for claim in claims} == {fold(says.subject)}
    for claim in claims:
        assert scope_of(claim, says.scope) == says.scope.model_dump(exclude_none=True)


def scope_of(claim: Claim, asked: Scope) -> dict[str, object]:
    """Of the claim's scope, what the fixture asks for."""
    scope = claim.scope
    found: dict[str, object] = {
        "stance": scope.stance,
        "part": scope.part,
        "occasion": scope.occasion,
        "as_of": str(scope.as_of) if scope.as_of else "",
        "noun": scope.noun,
        "speaker": scope.speaker or "",
        "roles": {role: name for role, name in scope.roles if asked.roles is None or role in asked.roles},
    }
    return {key: found[key] for key in asked.model_dump(exclude_none=True)}


@pytest.mark.parametrize(("kind", "silent"), list(unsaid()))
def test_does_not_read(kind: str, silent: Silent) -> None:
    values = [shown(claim.value) for claim in read(kind, silent.text)]
    assert silent.value not in values if silent.value else not values, silent.why


@pytest.mark.parametrize(
    ("kind", "cells", "text"),
    [
        case(kind, cells, text, name=f"{kind}: {text}")
        for kind, grid in GRIDS.items()
        for cells in grid.cells
        for text in cells.texts
    ],
)
def test_reads_a_cell(kind: str, cells: Cells, text: str) -> None:
    assert shown(kinds()[kind].cell(text, None)) == cells.value


@pytest.mark.parametrize(
    ("kind", "text"),
    [case(kind, text, name=f"{kind}: {text}") for kind, grid in GRIDS.items() for text in grid.no_cells],
)
def test_refuses_a_cell(kind: str, text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        kinds()[kind].cell(text, None)


TEXTS = [
    case(kind, source, name=f"{kind}: {source.text}")
    for kind, grid in GRIDS.items()
    for says in grid.says
    for source in says.texts[:3]
]


@pytest.mark.parametrize(("kind", "source"), TEXTS)
def test_every_claim_has_its_place(kind: str, source: Source) -> None:
    document = prose(source)
    for claim in read(kind, source):
        where = claim.where
        assert document.source[where.start : where.end] == claim.quote
        assert claim.text in claim.quote or claim.quote in claim.text
        assert (where.line, where.column) == document.line_and_column(where.start)
        assert claim.because
        assert claim.id


@pytest.mark.parametrize(("kind", "source"), TEXTS)
def test_a_written_claim_is_read_back_whole(kind: str, source: Source) -> None:
    claims = read(kind, source)
    union = adapter(tuple(one.model for one in kinds().values()))
    rows = [union.dump_python(claim, mode="json") for claim in claims]
    again, skipped = extracted(dataset("claims.jsonl", rows))
    assert not skipped
    assert again == claims


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param({"kind": "end_day", "subject": "Amber Sail", "value": "1"}, "unknown claim kind", id="kind"),
        pytest.param({"kind": "end_date", "value": "2022-08-20"}, "needs subject", id="no subject"),
        pytest.param({"kind": "end_date", "subject": "Amber Sail", "value": " "}, "needs value", id="no value"),
        pytest.param({"kind": "end_date", "subject": "Amber Sail", "value": "soon"}, "expected a date", id="no date"),
        pytest.param(
            {"kind": "end_date", "subject": "Amber Sail", "value": "2022-08-20", "stance": "maybe"},
            "maybe",
            id="no stance",
        ),
    ],
)
def test_a_row_that_is_no_claim_is_skipped(row: dict[str, object], reason: str) -> None:
    good = {"kind": "end_date", "subject": "Amber Sail 22", "value": "2022-08-20"}
    claims, skipped = extracted(dataset("rows.jsonl", [row, good]))
    assert [shown(claim.value) for claim in claims] == ["2022-08-20"]
    assert len(skipped) == 1
    assert reason in skipped[0].reason
    assert "line 1" in skipped[0].reason
