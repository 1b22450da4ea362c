"""Why: fixtures/why says what is told of two places; and what is told is what a check decides."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from pydantic import Field

from checker import cli, load_rules
from checker.align.explain import Relations
from checker.model import CheckerError, Claim, Document, Finding
from checker.pipeline import Run, run
from checker.reports.why import headline
from checker.why import answer, explain
from tests.specimens import Source, Strict, case, documents, files, load
from tests.test_check import READ, Example

RULES = load_rules()


class Case(Strict):
    """Texts, two places by the words that stand there, and what is told of them."""

    name: str
    documents: list[Source] = Field(min_length=1)
    a: str
    b: str
    same_subject: bool
    comparable: bool
    answer: str


class Grid(Strict):
    cases: list[Case]


CASES = [case(one, name=f"{path.stem}: {one.name}") for path in files("why") for one in load(path, Grid).cases]


def relations(ran: Run) -> Relations:
    return Relations(ran.read.claims, ran.alignment, RULES.kinds, RULES.names)


def claim_at(ran: Run, words: str) -> Claim:
    """The first claim whose quote is these words."""
    found = [claim for claim in ran.read.claims if claim.quote == words]
    assert found, f"nothing was read at {words}, but at {[claim.quote for claim in ran.read.claims]}"
    return found[0]


@pytest.mark.parametrize("one", CASES)
def test_two_places_are_explained(one: Case) -> None:
    ran = run(documents(one.documents), RULES)
    told = explain(claim_at(ran, one.a), claim_at(ran, one.b), ran, RULES, relations(ran))
    said = headline(told)
    assert said.startswith(one.answer), said
    assert (told.relation.one_subject, told.relation.comparable) == (one.same_subject, one.comparable)
    assert told.relation.evidence


def rivals(finding: Finding) -> list[tuple[Claim, Claim]]:
    """Claims that a finding sets against each other."""
    sides = [side.claims for side in finding.sides]
    return [(first, second) for one, other in combinations(sides, 2) for first in one for second in other]


@pytest.mark.parametrize("example", READ)
def test_what_a_check_found_is_told_of_its_places(example: Example) -> None:
    ran = run(documents(example.documents), RULES)
    for finding in ran.findings:
        for first, second in rivals(finding):
            told = explain(first, second, ran, RULES, relations(ran))
            assert told.relation.comparable
            assert finding.fingerprint in {ruling.finding.fingerprint for ruling in told.rulings if ruling.finding}


@pytest.mark.parametrize("example", READ)
def test_what_may_be_compared_is_what_a_check_compared(example: Example) -> None:
    ran = run(documents(example.documents), RULES)
    cells = [{claim.id for claim in cell.claims} for subject in ran.alignment.subjects for cell in subject.cells]
    ask = relations(ran)
    for first, second in combinations(ran.read.claims, 2):
        relation = ask.of(first, second)
        compared = any({first.id, second.id} <= cell for cell in cells)
        agreed = relation.comparable and "each is judged with another telling" in relation.because
        assert relation.comparable == compared or agreed, (first, second, relation)
        assert relation.because


def test_the_lines_of_a_source_are_counted_as_people_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.txt").write_text("Amber Heron 22 ends on 20 August 2022.\n", "utf-8")
    assert cli.run(["why", "b.txt:9", "b.txt:1"]) == 2
    assert "no such place: b.txt:9" in (shown := capsys.readouterr().err)
    assert "it has one line" in shown


TEXT = "The port of Grayhaven employs 4,700 pilots.\n\nIt rained. It employs no more than 12 tugs.\n"


@pytest.mark.parametrize(
    ("asked", "message", "help"),
    [
        ("b.txt:1", "b.txt is not among the sources", 'did you mean "a.txt"?'),
        ("a.txt:9", "no such place: a.txt:9", "it has lines 1 to 3"),
        ("a.txt:0", "no such place: a.txt:0", "it has lines 1 to 3"),
        ("a.txt:1:90", "no such place: a.txt:1:90", "line 1 ends at column 44"),
        ("a.txt:1:0", "no such place: a.txt:1:0", "lines and columns count from 1"),
        ("a.txt#9", 'no claim "a.txt#9"', "a.txt has the claims #1 to #2"),
        ("a.txt", "no place: a.txt", "a place is PATH:LINE"),
        ("a.txt:1:31", "a.txt:1 and a.txt:1:31 are one place", "name two places"),
    ],
)
def test_a_place_that_there_is_not_is_told_with_what_to_do(asked: str, message: str, help: str) -> None:
    ran = run([Document.from_text("a.txt", TEXT)], RULES)
    with pytest.raises(CheckerError) as raised:
        answer(ran, RULES, ("a.txt:1", asked))
    [problem] = raised.value.problems
    assert problem.message == message
    assert problem.help.startswith(help)


@pytest.mark.parametrize(
    ("asked", "here", "nearby"),
    [
        ("a.txt:3:19", [], ["12 tugs"]),  # on the line, beside the claim
        ("a.txt:2", [], ["4,700 pilots", "12 tugs"]),  # an empty line
        ("a.txt:3", ["12 tugs"], []),
        ("a.txt#1", ["4,700 pilots"], []),
        ("a.txt:1:31", ["4,700 pilots"], []),  # its first character
        ("a.txt:1:42", ["4,700 pilots"], []),  # its last
        ("a.txt:1:43", [], ["4,700 pilots"]),  # the full stop behind it
    ],
)
def test_what_was_read_at_a_place_and_near_it(asked: str, here: list[str], nearby: list[str]) -> None:
    other = Document.from_text("b.txt", "The harbour has nine cranes.\n")
    ran = run([Document.from_text("a.txt", TEXT), other], RULES)
    place = answer(ran, RULES, (asked, "b.txt:1")).places[0]
    assert [claim.quote.removeprefix("no more than ") for claim in place.here] == here
    assert [claim.quote.removeprefix("no more than ") for claim in place.nearby] == nearby


def test_a_source_is_found_by_the_end_of_its_path_if_that_is_one() -> None:
    sources = [Document.from_text(name, TEXT) for name in ("news/a.txt", "old/a.txt", "old/b.txt")]
    ran = run(sources, RULES)
    assert answer(ran, RULES, ("b.txt:1", "news/a.txt:1")).places[0].path == "old/b.txt"
    with pytest.raises(CheckerError, match=r"several sources end in a\.txt"):
        answer(ran, RULES, ("a.txt:1", "old/b.txt:1"))
