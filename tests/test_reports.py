"""Reports: each folder of fixtures/reports is one report and what every format makes of it.

`terminal-80.txt` is the terminal report at 80 columns; `-ascii` and `-color` say what the terminal can do. After a
wanted change, `UPDATE_FIXTURES=1 pytest tests/test_reports.py` writes them anew; read the diff.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.cells import cell_len

from checker import __version__, reports
from checker.model import (
    Action,
    AskedRule,
    CheckerError,
    Claim,
    Coverage,
    Decision,
    Document,
    Edition,
    Finding,
    Origin,
    Period,
    Problem,
    Quantity,
    Report,
    RuleCoverage,
    Severity,
    Side,
    Skipped,
    Term,
    Value,
)
from checker.reports import problems
from checker.reports.page import Page
from checker.reports.safe import escaped, safe

FIXTURES = Path(__file__).parent.parent / "fixtures" / "reports"
EXPECTED = sorted(path for path in FIXTURES.glob("*/*") if path.name != "report.yml")


def read_report(path: Path) -> Report:
    """The report that a fixture describes; a claim's place is where its quote stands first in its document."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    documents = {name: Document.from_text(name, text) for name, text in data["documents"].items()}
    counts = data["coverage"]
    rules = {rule: RuleCoverage(**numbers) for rule, numbers in counts.get("rules", {}).items()}
    findings = tuple(_finding(finding, documents) for finding in data["findings"])
    return Report(
        findings=findings,
        skipped=tuple(Skipped(**skipped) for skipped in data.get("skipped", ())),
        coverage=Coverage(**{**counts, "rules": rules, "not_comparable": Counter(counts.get("not_comparable", {}))}),
        documents=tuple(documents.values()),
        claims=tuple(claim for finding in findings for claim in finding.claims),
        passed_over=data.get("passed_over", 0),
        rules=tuple(_rule(rule) for rule in data.get("rules", ())),
    )


def _rule(data: Mapping[str, Any]) -> AskedRule:
    severity = Severity(data.get("severity", "error"))
    return AskedRule(**{**data, "severity": severity, "tags": tuple(data.get("tags", ()))})


def _decision(data: Mapping[str, Any]) -> Decision:
    action, origin = Action(data.get("action", "waive")), Origin(data.get("origin", "waiver"))
    return Decision(**{**data, "action": action, "origin": origin})


def _finding(data: Mapping[str, Any], documents: Mapping[str, Document]) -> Finding:
    sides = tuple(
        Side(tuple(_claim(claim, documents) for claim in side["claims"]), side.get("outlier", False))
        for side in data["sides"]
    )
    return Finding(
        **{key: data[key] for key in data.keys() - {"sides", "neutral", "also", "severity", "explanation", "decision"}},
        title=data["message"],
        severity=Severity(data["severity"]),
        sides=sides,
        neutral=tuple(_claim(claim, documents) for claim in data.get("neutral", ())),
        also=tuple(data.get("also", ())),
        explanation=tuple(data.get("explanation", ())),
        decision=_decision(data["decision"]) if "decision" in data else None,
    )


def _claim(data: Mapping[str, Any], documents: Mapping[str, Document]) -> Claim:
    document = documents.get(data["in"], Document.from_text(data["in"], data["quote"]))
    start = document.source.index(data["quote"])
    return Claim(
        kind=data["kind"],
        subject="it",
        value=_value(data),
        text=data["text"],
        quote=data["quote"],
        where=document.place(start, start + len(data["quote"])),
        id=f"{data['in']}#{start}",
        row=data.get("row", 0),
        column=data.get("column", ""),
    )


def _value(data: Mapping[str, Any]) -> Value:
    text = data["text"]
    match data:
        case {"day": date() as day}:
            return Period(first=day, last=day, text=text)
        case {"edition": int(year)}:
            return Edition(year=year, short=True, text=text)
        case {"quantity": int(number), "unit": str(unit)}:
            return Quantity(low=number, high=number, unit=unit, text=text)
        case _:
            return Term(name=data["name"], text=text)


def _page(name: str) -> Page:
    width = re.search(r"-(\d+)", name)
    return Page(
        width=int(width[1]) if width else 80,
        color="-color" in name,
        encoding="ascii" if "-ascii" in name else "utf-8",
        quiet="-quiet" in name,
        explain="-explain" in name,
    )


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_report_is_rendered_to_the_byte(path: Path) -> None:
    report = read_report(path.parent / "report.yml")
    shown = reports.load(path.stem.split("-")[0]).render(report, _page(path.stem))
    shown = shown.replace(f'"semanticVersion": "{__version__}"', '"semanticVersion": "1.2.3"')
    if "UPDATE_FIXTURES" in os.environ:
        path.write_bytes(shown.encode())
    assert shown == path.read_bytes().decode()


@pytest.mark.parametrize("folder", sorted(FIXTURES.iterdir()), ids=lambda folder: folder.name)
@pytest.mark.parametrize("width", [40, 57, 80, 120, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_the_terminal_report_fits_its_page_and_shows_every_value(folder: Path, width: int, encoding: str) -> None:
    report = read_report(folder / "report.yml")
    page = Page(width=width, encoding=encoding)
    shown = reports.load("terminal").render(report, page)
    shown.encode(encoding)
    assert max(map(cell_len, shown.split("\n"))) <= width
    flowing = re.sub(r"[\s│|]+", "", shown)
    for finding in report.open:
        for claim in finding.claims[:4]:
            assert re.sub(r"\s+", "", page.safe(claim.text)) in flowing


@pytest.mark.parametrize("name", reports.formats())
@pytest.mark.parametrize("color", [False, True])
def test_nothing_from_outside_reaches_the_terminal(name: str, color: bool) -> None:
    report = read_report(FIXTURES / "hostile" / "report.yml")
    shown = reports.load(name).render(report, Page(color=color))
    if color and name in ("terminal", "concise", "grouped"):
        shown = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    unsafe = [c for c in shown if c not in "\n\ufffd" and safe(c) != c]
    assert not unsafe
    shown.encode("utf-8")


def test_json_keeps_the_data_that_it_escapes() -> None:
    report = read_report(FIXTURES / "hostile" / "report.yml")
    (finding,) = json.loads(reports.load("json").render(report, Page()))["findings"]
    assert finding["because"] == report.findings[0].because
    assert finding["claims"][0]["path"] == report.findings[0].claims[0].where.path


def test_escaping_json_is_the_same_data() -> None:
    text = "a\x1b\x9b\u202e\u2028\ud800\U000e0041 é 中"
    assert json.loads(escaped(json.dumps(text, ensure_ascii=False))) == text


def test_a_line_of_many_megabytes_is_cut_to_the_sentence_around_the_span() -> None:
    sentence = "The tunnel is 44 km long. "
    source = sentence * 200_000
    document = Document.from_text("long.txt", source)
    start = source.index("44 km", len(source) // 2)
    claim = Claim(
        kind="measure",
        subject="tunnel",
        value=Term(name="44 km"),
        text="44 km",
        quote="44 km",
        where=document.place(start, start + 5),
    )
    report = read_report(FIXTURES / "clean" / "report.yml")
    finding = Finding(
        rule="r", title="", severity=Severity.note, confidence=1, fingerprint="f", subject="", message="m", because="",
        sides=(Side((claim,)),),
    )  # fmt: skip
    whole = Report((finding,), (), report.coverage, (document,), (claim,))
    shown = reports.load("terminal").render(whole, Page())
    assert "│ The tunnel is 44 km long.\n" in shown


def test_every_format_has_its_manual_line_and_a_fixture() -> None:
    for name, format in reports.formats().items():
        assert format.__doc__, name
        assert any(path.stem.split("-")[0] == name for path in EXPECTED), name


def test_an_unknown_format_is_named_with_the_nearest() -> None:
    with pytest.raises(CheckerError) as caught:
        reports.load("jsn")
    assert problems.show(caught.value.problems, Page()) == (
        'error: unknown format "jsn"\n  = help: did you mean "json"?\n'
    )


def test_every_problem_is_shown_with_its_line_and_a_caret() -> None:
    found = [
        Problem('unknown key "chek"', "rules/a.yml", 7, 5, 4, "    chek: year(end)", 'did you mean "check"?'),
        Problem("no such file", "gone.txt"),
        Problem("bad\x1b[2J key", "b\u202e.yml", 112, 8, 3, "\tкл: \x1b[0m演習 x", "write it\nlike this"),
    ]
    expected = FIXTURES.parent / "problems" / "several.txt"
    shown = problems.show(found, Page())
    if "UPDATE_FIXTURES" in os.environ:
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")
