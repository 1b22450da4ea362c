"""The whole program: documents in, findings out. Each conflict of fixtures/check stands beside near misses.

A sentence of the design has a case: "The label is always also a claim" has a wrong suffix that must be found and a
sibling edition that must not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Annotated

import pytest
from pydantic import BeforeValidator, Field

from checker import Document, Report, check, load_rules
from checker.claims import kinds
from checker.claims.records import adapter
from checker.model import Claim, Finding, Severity
from tests.specimens import Source, Strict, as_list, case, dataset, documents, files, load

RULES = load_rules()
Texts = Annotated[list[str], BeforeValidator(as_list)]


class Expected(Strict):
    """A finding: the rule (it may stand under `also`), the text of its outlier and texts of the other sides.

    Where nothing tells which side is right, `between` lists the sides in any order. `because` is the whole of why.
    """

    rule: str
    severity: Severity = Severity.error
    outlier: str = ""
    against: Texts = Field(default=[])
    between: Texts = Field(default=[])
    because: str = ""


class Example(Strict):
    """Documents and all that is to be found in them; `at_most: note` allows findings that are no error or warning."""

    documents: list[Source] = Field(min_length=1)
    findings: list[Expected] = Field(default=[])
    at_most: Severity | None = None
    why: str = ""
    wrong_today: str = ""  # what the program does instead; the case is then expected to fail


class Conflict(Example):
    findings: list[Expected] = Field(min_length=1)


class NearMiss(Example):
    why: str


class Case(Strict):
    """One phenomenon: what must be found, and what looks like it and must not."""

    name: str
    conflict: Conflict
    near_misses: list[NearMiss] = Field(min_length=1)


class Wrong(Example):
    """What the program gets wrong today."""

    name: str
    why: str


class Grid(Strict):
    """A file: a sentence of the design and its cases."""

    about: str
    cases: list[Case]
    wrong_today: list[Wrong] = Field(default=[])


GRIDS = {path.stem: load(path, Grid) for path in files("check")}


def examples() -> Iterator[tuple[str, Example]]:
    for stem, grid in GRIDS.items():
        for one in grid.cases:
            yield f"{stem}: {one.name}: conflict", one.conflict
            for number, miss in enumerate(one.near_misses, start=1):
                yield f"{stem}: {one.name}: near miss {number}", miss
        for wrong in grid.wrong_today:
            yield f"{stem}: today wrong: {wrong.name}", wrong.model_copy(update={"wrong_today": wrong.why})


EXAMPLES = [case(example, name=name, wrong=example.wrong_today) for name, example in examples()]
READ = [case(example, name=name) for name, example in examples() if not isinstance(example, Wrong)]
CONFLICTS = [case(one.conflict, name=f"{stem}: {one.name}") for stem, grid in GRIDS.items() for one in grid.cases]


def described(finding: Finding) -> str:
    sides = " | ".join(", ".join(claim.text for claim in side.claims) for side in finding.sides)
    return f"{finding.severity} {finding.rule} {list(finding.also)}: {finding.message} [{sides}]"


def fits(expected: Expected, finding: Finding) -> bool:
    """Whether the finding is the expected one: rule, severity, outlier and rivals."""
    sides = [{claim.text for claim in side.claims} for side in finding.sides]
    outlier = set().union(*(side for side, one in zip(sides, finding.sides, strict=True) if one.outlier), set())
    others = set().union(*(side for side, one in zip(sides, finding.sides, strict=True) if not one.outlier), set())
    between = set(expected.between)
    return (
        expected.rule in (finding.rule, *finding.also)
        and finding.severity is expected.severity
        and (not expected.outlier or expected.outlier in outlier)
        and others >= set(expected.against)
        and expected.because in ("", finding.because)
        and all(any(text in side for side in sides) for text in between)
        and not any(len(side & between) > 1 for side in sides)
    )


@pytest.mark.parametrize("example", EXAMPLES)
def test_finds_what_an_editor_would_mark(example: Example) -> None:
    report = check(documents(example.documents), RULES)
    assert not report.skipped
    left = list(report.findings)
    missing = []
    for expected in example.findings:
        hit = next((finding for finding in left if fits(expected, finding)), None)
        if hit is None:
            missing.append(f"missing: {expected!r}")
        else:
            left.remove(hit)
    if example.at_most is not None:
        left = [finding for finding in left if finding.severity.rank > example.at_most.rank]
    unexpected = [f"unexpected: {described(finding)}" for finding in left]
    assert not [*missing, *unexpected], "\n".join([*missing, *unexpected])


@pytest.mark.parametrize("example", READ)
def test_no_case_is_silent_because_nothing_was_read(example: Example) -> None:
    report = check(documents(example.documents), RULES)
    assert {claim.where.path for claim in report.claims} == {document.path for document in report.documents}


def findings_of(report: Report) -> list[str]:
    """The findings with everything a reader sees but the places."""
    return [
        json.dumps(
            {
                "rule": finding.rule,
                "also": finding.also,
                "severity": finding.severity,
                "confidence": finding.confidence,
                "fingerprint": finding.fingerprint,
                "subject": finding.subject,
                "message": finding.message,
                "because": finding.because,
                "suggestion": finding.suggestion,
                "sides": [[(claim.id, claim.quote) for claim in side.claims] for side in finding.sides],
                "neutral": [claim.id for claim in finding.neutral],
            }
        )
        for finding in report.findings
    ]


def fingerprints(sources: Sequence[Document]) -> list[str]:
    return [finding.fingerprint for finding in check(sources, RULES).findings]


@pytest.mark.parametrize("example", CONFLICTS)
def test_the_order_of_the_documents_does_not_matter(example: Example) -> None:
    given = documents(example.documents)
    first = check(given, RULES)
    for order in (given[::-1], given[1:] + given[:1]):
        again = check(order, RULES)
        assert findings_of(again) == findings_of(first)
        assert again == first


@pytest.mark.parametrize("example", CONFLICTS)
def test_claims_that_were_written_down_give_the_same_findings(example: Example) -> None:
    first = check(documents(example.documents), RULES)
    again = check([dataset("claims.jsonl", [as_row(claim) for claim in first.claims])], RULES)
    assert not again.skipped
    assert findings_of(again) == findings_of(first)


def as_row(claim: Claim) -> dict[str, object]:
    """The claim as `checker claims --format jsonl` writes it."""
    written = adapter(tuple(kind.model for kind in kinds().values())).dump_json(claim)
    row: dict[str, object] = json.loads(written)
    return row


LATE = Document.from_text("a.txt", "The regatta Amber Sail 22 will end on 22 August 2022.")
RIGHT = Document.from_text("b.txt", "The regatta Amber Sail 22 ends on 20 August 2022.")
BESIDE = "The harbour master is glad.\n\n"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param([Document.from_text("a.txt", BESIDE * 7 + LATE.source), RIGHT], id="moved lines"),
        pytest.param(
            [Document.from_text("z/later.txt", LATE.source), Document.from_text("first.md.txt", RIGHT.source)],
            id="renamed files",
        ),
        pytest.param(
            [LATE, RIGHT, Document.from_text("c.txt", "Amber Sail 22, a regatta, is to finish on August 20, 2022.")],
            id="one more source that agrees",
        ),
        pytest.param(
            [LATE, Document.from_text("b.txt", "The regatta Amber Sail 2022 ends on Saturday, 20 August 2022.")],
            id="other words for the same",
        ),
    ],
)
def test_a_fingerprint_survives(changed: list[Document]) -> None:
    known = fingerprints([LATE, RIGHT])
    assert len(known) == 1
    assert fingerprints(changed) == known


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The regatta Amber Sail 22 ends on 21 August 2022.", id="another value"),
        pytest.param("The regatta Amber Sail 22 ends on 20 August 2022. So does Opal Sail 22.", id="the same value"),
    ],
)
def test_a_fingerprint_changes_with_the_value_only(text: str) -> None:
    changed = fingerprints([LATE, Document.from_text("b.txt", text)])
    assert len(changed) == 1
    assert (changed == fingerprints([LATE, RIGHT])) == ("20 August" in text)


def test_every_quote_is_the_slice_of_its_source() -> None:
    for grid in GRIDS.values():
        for one in grid.cases:
            report = check(documents(one.conflict.documents), RULES)
            sources = {document.path: document.source for document in report.documents if document.text}
            for claim in (claim for claim in report.claims if claim.where.path in sources):
                assert sources[claim.where.path][claim.where.start : claim.where.end] == claim.quote
