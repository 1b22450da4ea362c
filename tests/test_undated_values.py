"""Values whose time nobody tells, beside stated ones: "had 4,312 finishers", reported in 2022, and `as_of: 2022`."""

from __future__ import annotations

import json

import pytest

from checker import check, load_rules
from checker.align.explain import Relations
from checker.model import Document, Severity
from checker.pipeline import run
from checker.rulebook import RuleBook
from tests.specimens import dataset

RACE = "The Lindow Marathon had {} finishers"
EXAMPLES = [
    {"text": "The Lindow Marathon had 3,412 finishers.", "reads": ["3,412"]},
    {"text": "The Lindow Marathon had 40 bands.", "reads": []},
]
RULE = {
    "id": "races.finishers",
    "kind": "agree",
    "on": "finishers",
    "title": "T",
    "message": "{values}",
    "tests": [
        {
            "conflict": [
                "The Lindow Marathon had 3,412 finishers in 2022.",
                "In 2022 the Lindow Marathon had 9 finishers.",
            ]
        },
        {"ok": ["The Lindow Marathon had 3,412 finishers in 2022.", "In 2022 the Norburg Marathon had 9 finishers."]},
    ],
}


@pytest.fixture(scope="module", params=["state", "period"])
def timing(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def book(timing: str, tmp_path_factory: pytest.TempPathFactory) -> RuleBook:
    record = {"id": "finishers", "title": "T", "value": "count", "nouns": ["finisher"], "about": ["marathon"]}
    path = tmp_path_factory.mktemp("rules") / "races.yml"
    rules = {"format": 1, "pack": "races", "kinds": [{**record, "time": timing, "examples": EXAMPLES}], "rules": [RULE]}
    path.write_text(json.dumps(rules), encoding="utf-8")
    return load_rules([path])


def row(value: str, **cells: str) -> Document:
    return dataset(f"{value}.jsonl", [{"kind": "finishers", "subject": "Lindow Marathon", "value": value, **cells}])


def article(text: str, dateline: str = "3 October 2022") -> Document:
    return Document.from_text(f"{dateline}.txt", f"LINDOW, {dateline} – {text}")


def severity(book: RuleBook, *documents: Document) -> Severity | None:
    findings = check(documents, book).findings
    return findings[0].severity if findings else None


@pytest.mark.parametrize(
    ("as_of", "dateline", "state", "period"),
    [
        ("2022", "3 October 2022", "error", "warning"),
        ("2022", "3 January 2022", "error", None),  # it may tell the figure of 2021
        ("2022", "3 October 2023", None, None),
        ("2021", "3 October 2022", None, None),
        ("2022-06", "3 October 2022", "error", None),
        ("2022-06-03", "3 October 2022", "error", None),
        ("", "3 October 2022", "warning", None),
    ],
)
def test_a_row_is_compared_with_a_report_that_tells_no_time(
    as_of: str, dateline: str, state: str | None, period: str | None, book: RuleBook, timing: str
) -> None:
    known = row("3412", as_of=as_of) if as_of else row("3412")
    expected = state if timing == "state" else period
    assert severity(book, known, article(RACE.format("4,312") + ", it says.", dateline)) == expected
    assert severity(book, known, article(RACE.format("3,412") + ", it says.", dateline)) is None


@pytest.mark.parametrize(
    "text",
    [
        RACE.format("4,312") + " last year.",
        RACE.format("4,312") + " in the previous year.",
        "So far the Lindow Marathon had 4,312 finishers.",
        RACE.format("4,312") + " in 2021.",
        # What one source tells of a time and what it tells of none are two things.
        RACE.format("3,412") + " in 2022. In all weathers, the race had 4,312 finishers.",
    ],
)
def test_another_time_is_not_that_of_the_report(text: str, book: RuleBook) -> None:
    assert severity(book, row("3412", as_of="2022"), article(text)) is None


def test_a_figure_that_is_known_for_the_year_before_is_not_held_against_this_one(book: RuleBook, timing: str) -> None:
    known = [row("3412", as_of="2022"), row("2870", as_of="2021")]
    found = severity(book, *known, article(RACE.format("2,870") + ", it says."))
    assert found == ("error" if timing == "state" else None)


def test_a_row_without_a_time_is_held_against_the_latest_reports(book: RuleBook) -> None:
    old, new = (article(RACE.format(value), f"3 May {year}") for value, year in (("2,870", 2021), ("3,412", 2022)))
    assert severity(book, row("3412"), old, new) is None


def test_reports_that_disagree_are_told_once(book: RuleBook) -> None:
    texts = [article(RACE.format(value), f"{day} October 2022") for value, day in (("4,312", 3), ("3,412", 4))]
    (finding,) = check([row("3412", as_of="2022"), *texts], book).findings
    assert finding.severity is Severity.error


@pytest.mark.parametrize(
    ("dateline", "state", "period"),
    [
        ("3 October 2022", "is taken to be true in 2022", "may be for 2022"),
        ("3 May 2023", "other period: not told in a report of 2023, 2022", "not told in a report of 2023"),
    ],
)
def test_why_tells_what_is_supposed(dateline: str, state: str, period: str, book: RuleBook, timing: str) -> None:
    ran = run([row("3412", as_of="2022"), article(RACE.format("4,312"), dateline)], book)
    first, second = (claim for claim in ran.read.claims if claim.kind == "finishers")
    relation = Relations(ran.read.claims, ran.alignment, book.kinds, book.names).of(first, second)
    assert (state if timing == "state" else period) in relation.because
