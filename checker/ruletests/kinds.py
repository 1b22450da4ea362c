"""Runs the examples that claim kinds carry: `{text: "The ATLAS-2 trial enrolled 480 patients.", reads: ["480"]}`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.language.cells import period_cell
from checker.model import Claim, Document, Part, Stance, fold
from checker.pipeline import extract
from checker.rulebook import KindExample, KindRecord, RuleBook
from checker.ruletests.running import TestOutcome


def run_kind_tests(book: RuleBook) -> list[TestOutcome]:
    """The outcome of every example of every kind that the book's files define."""
    return [
        _run(book, record, example, number)
        for record in book.defined
        for number, example in enumerate(record.examples, start=1)
    ]


def _run(book: RuleBook, record: KindRecord, example: KindExample, number: int) -> TestOutcome:
    document = Document.from_text(f"example-{number}.txt", example.text, example.published)
    read = extract([document], book)
    skipped = [skip.reason for skip in read.skipped]
    claims = [claim for claim in read.claims if claim.kind == record.id]
    why = f"could not be read: {'; '.join(skipped)}" if skipped else _why_not(example, claims)
    return TestOutcome(record.id, number, "example", not why, why, record.path, record.example_line(number))


def _why_not(example: KindExample, claims: Sequence[Claim]) -> str:
    """Why the example is not met; "" if it is."""
    if sorted(claim.text for claim in claims) != sorted(example.reads):
        return f"reads {_listed(map(_shown, claims))} instead of {_listed(example.reads)}"
    for claim in claims:
        if example.about is not None and fold(claim.subject) != fold(example.about):
            return f'takes {claim.text} to be about "{claim.subject}", not "{example.about}"'
        as_of = str(claim.scope.as_of or "no stated time")
        if example.as_of is not None and as_of != str(period_cell(example.as_of)):
            return f"takes {claim.text} to be for {as_of}, not {example.as_of}"
        for role, word in example.roles.items():
            if claim.scope.role(role) != word:
                return f"takes the {role} of {claim.text} to be {claim.scope.role(role) or 'nobody'}, not {word}"
    return ""


def _shown(claim: Claim) -> str:
    """The value with what limits it: "600 (planned)"."""
    limits = [claim.subject]
    if claim.scope.stance is not Stance.asserted:
        limits.append(claim.scope.stance.value)
    if claim.scope.part is Part.part:
        limits.append("a part")
    return f"{claim.text} ({', '.join(limits)})"


def _listed(items: Iterable[str]) -> str:
    return " and ".join(items) or "nothing"
