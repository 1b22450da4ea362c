"""Alignment: fixtures/align says which claims are of one subject, which may be compared, and why others may not."""

from __future__ import annotations

import pytest
from pydantic import Field

from checker.align import Alignment, align
from checker.claims import extract, kinds
from checker.claims.article import Article
from checker.claims.exercise_name import ExerciseName
from checker.rulebook import Names
from tests.specimens import Source, Strict, case, files, load, prose, said


class Case(Strict):
    """Texts; the subjects with their claims of the kinds asked for; claims that may be compared, group by group; and
    how many may not be, by reason (other reasons may apply beside it)."""

    name: str
    why: str = ""
    documents: list[Source] = Field(min_length=1)
    kinds: list[str]
    subjects: dict[str, list[str]]
    compared: list[list[str]] = Field(default=[])
    not_comparable: dict[str, int] = Field(default={})
    same: list[list[str]] = Field(default=[])
    different: list[list[str]] = Field(default=[])


class Grid(Strict):
    about: str
    cases: list[Case] = Field(default=[])
    wrong_today: list[Case] = Field(default=[])


GRIDS = {path.stem: load(path, Grid) for path in files("align")}
CASES = [
    case(one, name=f"{stem}: {one.name}", wrong=wrong and (one.why or one.name))
    for stem, grid in GRIDS.items()
    for wrong, ones in (("", grid.cases), ("wrong", grid.wrong_today))
    for one in ones
]

RIGHT = [case(one, name=f"{stem}: {one.name}") for stem, grid in GRIDS.items() for one in grid.cases]


def aligned(one: Case, *, backwards: bool = False) -> Alignment:
    articles = [Article(prose(source, number)) for number, source in enumerate(one.documents, start=1)]
    if backwards:
        articles.reverse()
    claims = [claim for found, _ in extract(articles, kinds()) for claim in found]
    names = Names(
        same=tuple(tuple(group) for group in one.same), different=tuple(tuple(group) for group in one.different)
    )
    return align(claims, kinds(), names)


@pytest.mark.parametrize("one", CASES)
def test_claims_meet_in_their_subject(one: Case) -> None:
    found = aligned(one)
    subjects = {
        subject.name: sorted(said(claim for claim in subject.claims if claim.kind in one.kinds))
        for subject in found.subjects
        if any(claim.kind in one.kinds for claim in subject.claims)
    }
    assert subjects == {name: sorted(claims) for name, claims in one.subjects.items()}
    groups = [
        sorted(said(cell.claims))
        for subject in found.subjects
        for cell in subject.cells
        if cell.kind in one.kinds and len(cell.claims) > 1
    ]
    assert sorted(groups) == sorted(sorted(group) for group in one.compared)
    assert {reason: found.not_comparable.get(reason, 0) for reason in one.not_comparable} == one.not_comparable


@pytest.mark.parametrize("one", RIGHT)
def test_the_order_of_the_texts_does_not_matter(one: Case) -> None:
    forwards, backwards = aligned(one), aligned(one, backwards=True)
    assert [subject.key for subject in forwards.subjects] == [subject.key for subject in backwards.subjects]
    assert [subject.name for subject in forwards.subjects] == [subject.name for subject in backwards.subjects]
    assert forwards.not_comparable == backwards.not_comparable


def test_every_merge_has_its_evidence() -> None:
    for one in (one for grid in GRIDS.values() for one in grid.cases):
        for subject in aligned(one).subjects:
            bases = {claim.value.key for claim in subject.claims if isinstance(claim, ExerciseName)}
            if len(bases) > 1:
                assert any("spellings of one name" in line for line in subject.evidence)
