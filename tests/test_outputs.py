"""Output formats as others read them: each is parsed back by a reader that is not ours, whatever the articles say.

The SARIF and reviewdog schemas in `tests/schemas` are not ours; GitHub's workflow commands and GitLab's fields are read
as their documentation says.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml
from junitparser import Skipped as SkippedCase
from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker import Document, check, load_rules, reports
from checker.model import (
    Action,
    Claim,
    Coverage,
    Decision,
    Finding,
    Origin,
    Report,
    Severity,
    Side,
    Skipped,
    Standing,
    State,
    Term,
)
from checker.reports import github, markdown, remarks_of, sarif
from checker.reports.csv import COLUMNS
from checker.reports.page import Page
from checker.reports.places import from_root
from checker.reports.safe import safe
from tests.test_reports import FIXTURES, read_report

SCHEMAS = Path(__file__).parent / "schemas"
REPORTS = {folder.name: read_report(folder / "report.yml") for folder in sorted(FIXTURES.iterdir())}
FORMATS = sorted(reports.formats())

# What has brought other writers of these formats down.
TRAPS = (
    "::error::x", "%0A", "%25", "\r\n", "\n\n# h", "]]>", "<!-- -->", "<script>", "&amp;", "](x)", "![a](b)", "[a](1)",
    "{0}", "{{", "@all", "#1", "http://a.example", "www.a.example", "`", "``", "|", "\\", "\\|", "**", "__a__", "~~a~~",
    "$x$",
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", '"', "'", ",", ";", "\x00", "\x1b[2J", "\u202e", "\ud800", "\ufffe",
    "\U0001f600", "é", "/close", ":tada:", "1. a", "- a", "GH-12", "deadbeef", "a:b", "..", "ﬁ", "\u2028", "\x85",
    "\x0b",
)  # fmt: skip
HOSTILE = st.lists(st.sampled_from(TRAPS) | st.text(max_size=6), max_size=6).map("".join)


def rendered(name: str, report: Report, **page: Any) -> str:
    return reports.load(name).render(report, Page(**page))


def report_of(
    *, message: str = "it differs", quote: str = "44 km", path: str = "a.txt", around: str = "It is ", reason: str = "r"
) -> Report:
    """A finding of two places of one source, and something that was skipped."""
    quote = quote or "44 km"
    source = f"{around}{quote} long.\nIt is 45 km long.\n"
    document = Document.from_text(path or "a.txt", source)
    claims = [
        Claim(
            kind="measure",
            subject="it",
            value=Term(name=text),
            text=text,
            quote=text,
            where=document.place(start, start + len(text)),
        )
        for text, start in ((quote, len(around)), ("45 km", source.rindex("45 km")))
    ]
    finding = Finding(
        rule="core.length", title="t", severity=Severity.error, confidence=0.9, fingerprint="0123456789abcdef",
        subject=message, message=message, because=message, suggestion=message,
        sides=(Side((claims[0],), outlier=True), Side((claims[1],))),
    )  # fmt: skip
    skips = (Skipped(path or "b.txt", reason or "r"),)
    return Report((finding,), skips, Coverage(), (document,), tuple(claims))


def many(count: int) -> Report:
    """A report of so many findings: the last of them an error, the others warnings."""
    report = report_of()
    (finding,) = report.findings
    others = (
        replace(finding, severity=Severity.warning, fingerprint=f"{number:016x}", message=f"it differs {number}")
        for number in range(count - 1)
    )
    return replace(report, findings=(*others, finding), skipped=())


HOSTILE_REPORTS = st.builds(report_of, message=HOSTILE, quote=HOSTILE, path=HOSTILE, around=HOSTILE, reason=HOSTILE)


def read_checked() -> Report:
    """What check() makes of a text and a row of a dataset, one finding waived."""
    texts = [
        Document.from_text("a.txt", "Sand Tern 22 ends on 20 August 2022. Sand Tern 23 ends on 2 May 2023."),
        Document.from_text(
            "rows.jsonl",
            '{"kind": "end_date", "subject": "Sand Tern 22", "value": "2022-08-22"}\n'
            '{"kind": "end_date", "subject": "Sand Tern 23", "value": "2023-05-01"}\n',
        ),
    ]
    report = check(texts, load_rules())
    first, second = report.findings
    decision = Decision(
        finding=first.fingerprint, rule=first.rule, reason="two lists", origin=Origin.inline, path="a.txt"
    )
    return replace(report, findings=(replace(first, decision=decision), second))


# Every format.


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_skipped_is_told_in_every_format(name: str) -> None:
    report = replace(report_of(), skipped=(Skipped("scan.pdf", "no reader for it"), Skipped("r.yml", "inert", "a.b")))
    shown = rendered(name, report)
    assert "scan.pdf" in shown
    assert "no reader for it" in shown
    assert "a.b" in shown
    assert "inert" in shown


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"terminal"}))
def test_who_shows_only_what_is_open_leaves_out_what_is_settled(name: str) -> None:
    report = report_of(message="they differ here")
    decision = Decision(finding="0123456789abcdef", rule="core.length", reason="two tunnels")
    settled = replace(report, findings=(replace(report.findings[0], decision=decision),), skipped=())
    tells = name in ("json", "jsonl", "csv", "markdown", "sarif", "junit")
    assert ("they differ here" in rendered(name, settled)) == tells
    assert ("two tunnels" in rendered(name, settled)) == tells
    right = replace(decision, action=Action.right, right="44 km")
    disputed = replace(settled, findings=(replace(report.findings[0], decision=right),))
    assert "they differ here" in rendered(name, disputed)


@given(HOSTILE_REPORTS)
@settings(max_examples=60, deadline=None)
def test_every_format_bears_any_text(report: Report) -> None:
    for name in FORMATS:
        for encoding in ("utf-8", "ascii"):
            shown = rendered(name, report, encoding=encoding)
            shown.encode(encoding)
            assert not [sign for sign in shown if sign not in "\n\ufffd" and safe(sign) != sign]


# SARIF.

SARIF = jsonschema.Draft7Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")))
URI = re.compile(r"(?:file://)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*")


def run_of(report: Report, **page: Any) -> Any:
    log = json.loads(rendered("sarif", report, **page))
    SARIF.validate(log)
    (run,) = log["runs"]
    return run


def sarif_text(text: str) -> str:
    """A message as a viewer shows it: links by their words, escapes undone (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    linked = re.sub(r"(?<!\\)((?:\\\\)*)\[((?:[^\[\]\\]|\\.)*)\]\(\d+\)", r"\1\2", text, flags=re.DOTALL)
    return re.sub(r"\\(.)", r"\1", linked, flags=re.DOTALL).replace("{{", "{").replace("}}", "}")


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_is_valid(name: str) -> None:
    run = run_of(REPORTS[name])
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        numbers = {place["id"] for place in result["relatedLocations"]}
        assert {int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])} <= numbers


@given(HOSTILE_REPORTS)
@settings(max_examples=100, deadline=None)
def test_sarif_says_the_words_and_links_only_to_places(report: Report) -> None:
    run = run_of(report)
    (result,) = run["results"]
    (finding,) = report.findings
    halves = re.compile(r"[\ud800-\udfff]")
    assert sarif_text(result["message"]["text"]).startswith(halves.sub("\ufffd", finding.message))
    assert set(re.findall(r"(?<!\\)(?:\\\\)*\]\((.*?)\)", result["message"]["text"])) <= {"1"}
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == halves.sub(
        "\ufffd", finding.claims[0].quote
    )
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert URI.fullmatch(uri)
    assert unquote_to_bytes(uri.removeprefix("file://")).decode() == finding.claims[0].where.path.replace("\ud800", "?")
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert halves.sub("\ufffd", report.skipped[0].reason) in sarif_text(notification["message"]["text"])


def test_sarif_tells_what_was_decided() -> None:
    report = REPORTS["settled"]
    run = run_of(report)
    found = {result["partialFingerprints"]["checker/v1"]: result for result in run["results"]}
    kinds = {
        print: [(one["kind"], one["status"], one["justification"]) for one in result["suppressions"]]
        for print, result in found.items()
    }
    assert kinds == {
        "aaaa00001111": [],
        "bbbb00001111": [("external", "accepted", "The host counts the day of departure.")],
        "cccc00001111": [("external", "accepted", "in the baseline")],
        "dddd00001111": [("inSource", "accepted", "The same number.")],
        "eeee00001111": [],
    }
    states = {print: result["baselineState"] for print, result in found.items()}
    assert states == dict.fromkeys(found, "new") | {"cccc00001111": "unchanged"}
    assert not run["invocations"][0]["executionSuccessful"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_without_a_baseline_nothing_is_new() -> None:
    report = report_of()
    assert "baselineState" not in run_of(report)["results"][0]
    assert "suppressions" not in run_of(report)["results"][0]
    empty = Standing(Decision(finding="f", rule="core.length", origin=Origin.baseline), State.unused)
    assert run_of(replace(report, standings=(empty,)))["results"][0]["baselineState"] == "new"


def test_sarif_of_a_check_has_its_rules_places_and_cells() -> None:
    report = read_checked()
    run = run_of(report)
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules.keys() == {rule.id for rule in load_rules()}
    assert rules["exercises.end-date"]["fullDescription"]["text"]
    cells = [
        (place["logicalLocations"][0]["fullyQualifiedName"], place["physicalLocation"]["region"]["startLine"])
        for result in run["results"]
        for place in (*result["locations"], *result["relatedLocations"])
        if "logicalLocations" in place
    ]
    assert sorted(cells) == [("row 1", 1), ("row 2", 2)]


def test_the_worst_findings_are_kept_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (sarif.MOST_RESULTS, sarif.SHOWN_RESULTS, sarif.MOST_PLACES) == (25_000, 5_000, 1_000)
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    report = many(5)
    run = run_of(report)
    assert [result["level"] for result in run["results"]] == ["error", "warning", "warning"]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("2 findings of 5 left out")
    assert [words[:25] for words in remarks_of(sarif, report, Page())] == ["2 findings of 5 left out,"]


def test_a_result_has_a_thousand_places() -> None:
    report = report_of()
    (finding,) = report.findings
    first, second = finding.claims
    claims = tuple(
        replace(second, where=replace(second.where, path=f"{number}.txt")) for number in range(sarif.MOST_PLACES + 5)
    )
    finding = replace(finding, sides=(Side((first,), outlier=True), Side(claims)))
    report = replace(report, findings=(finding,), skipped=())
    (result,) = run_of(report)["results"]
    assert len(result["locations"]) + len(result["relatedLocations"]) == sarif.MOST_PLACES
    assert [words[:11] for words in remarks_of(sarif, report, Page())] == ["6 places of"]


# JUnit.


@pytest.mark.parametrize("name", REPORTS)
def test_junit_is_read_back(name: str) -> None:
    report = REPORTS[name]
    read = JUnitXml.fromstring(rendered("junit", report, fail_on=Severity.warning).encode())
    results = [type(result) for suite in read for case in suite for result in case.result]
    failing = [finding for finding in report.open if finding.severity.rank >= Severity.warning.rank]
    inert = {rule for rule, counts in report.coverage.rules.items() if counts.inert}
    assert results.count(Failure) == read.failures == len(failing)
    assert results.count(Error) == read.errors == len(report.skipped)
    assert results.count(SkippedCase) == read.skipped == len(report.findings) - len(report.open) + len(inert)
    assert read.tests == sum(1 for suite in read for _ in suite)


@given(HOSTILE_REPORTS)
@settings(max_examples=100, deadline=None)
def test_junit_adds_no_case_and_keeps_the_words(report: Report) -> None:
    read = JUnitXml.fromstring(rendered("junit", report).encode())
    cases = [case for suite in read for case in suite]
    assert [case.classname for case in cases] == ["core.length", "checker.skipped"]
    (failure,) = cases[0].result
    (finding,) = report.findings
    no_xml = re.compile("[\ufffe\uffff]")
    assert folded(failure.message) == folded(no_xml.sub("\ufffd", safe(finding.message)))
    assert folded(no_xml.sub("\ufffd", safe(finding.claims[0].quote))) in folded(failure.text)


def folded(text: str | None) -> str:
    return " ".join((text or "").split())


def test_a_failing_test_is_a_failing_run() -> None:
    report = REPORTS["end-date"]
    for fail_on in (*Severity, None):
        read = JUnitXml.fromstring(rendered("junit", report, fail_on=fail_on).encode())
        failing = [one for one in report.findings if fail_on is not None and one.severity.rank >= fail_on.rank]
        assert read.failures == len(failing)


# GitHub.


def commands(text: str) -> Iterator[tuple[str, Mapping[str, str], str]]:
    """Workflow commands as the runner reads them: `::name key=value,key=value::message`."""
    for line in text.split("\n")[:-1]:
        assert line.startswith("::")
        head, _, message = line[2:].partition("::")
        name, _, rest = head.partition(" ")
        pairs = dict(pair.partition("=")[::2] for pair in rest.split(",") if pair)
        unescaped = {key: unescape(value, ("%3A", ":"), ("%2C", ",")) for key, value in pairs.items()}
        yield name, unescaped, unescape(message)


def unescape(text: str, *further: tuple[str, str]) -> str:
    for code, sign in (*further, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@given(HOSTILE_REPORTS)
@settings(max_examples=100, deadline=None)
def test_github_reads_two_commands_and_the_words_in_them(report: Report) -> None:
    skip, found = commands(rendered("github", report))
    (finding,) = report.findings
    assert (skip[0], found[0]) == ("warning", "error")
    assert found[1].keys() <= {"file", "line", "endLine", "col", "endColumn", "title"}
    assert folded(found[1]["file"]) == folded(safe(finding.claims[0].where.path)) or not safe(found[1]["file"]).strip()
    assert folded(found[2]).startswith(folded(safe(finding.message)))
    assert folded(safe(report.skipped[0].reason)) in folded(skip[2])
    assert found[1]["title"] == "core.length (error)"


def test_github_has_places_that_it_shows() -> None:
    report = REPORTS["end-date"]
    ((_, place, _),) = [one for one in commands(rendered("github", report)) if one[0] == "error"]
    assert (place["file"], place["line"], place["endLine"]) == ("agency/amber-shield.txt", "2", "2")
    line = report.documents[0].line(2)
    assert line[int(place["col"]) - 1 : int(place["endColumn"])] == "until August 22"


def test_github_is_told_first_that_it_will_not_show_all() -> None:
    report = many(github.MOST + 3)
    shown = list(commands(rendered("github", report)))
    assert shown[0][0] == "notice"
    assert "of 12 warnings the others stand in the log only" in shown[0][2]
    assert len(shown) == github.MOST + 4
    assert not remarks_of(github, many(github.MOST + 1), Page())


def test_many_skips_leave_room_for_findings() -> None:
    report = replace(report_of(), skipped=tuple(Skipped(f"{number}.pdf", "no reader") for number in range(9)))
    skip, _ = commands(rendered("github", report))
    assert skip[1]["title"] == "9 skipped"
    assert all(f"{number}.pdf" in skip[2] for number in range(9))


# GitLab.


@given(HOSTILE_REPORTS)
@settings(max_examples=60, deadline=None)
def test_gitlab_gets_the_fields_that_it_asks_for(report: Report) -> None:
    twice = replace(report, findings=report.findings * 2)
    issues = json.loads(rendered("gitlab", twice))
    assert len(issues) == 3
    assert len({issue["fingerprint"] for issue in issues}) == 3
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
        json.dumps(issue, ensure_ascii=False).encode()
    assert issues[0]["description"].startswith(report.findings[0].message.replace("\ud800", "\ufffd"))


# Reviewdog.

RDJSON = jsonschema.Draft7Validator(json.loads((SCHEMAS / "rdjson.json").read_text("utf-8")))


@pytest.mark.parametrize("name", REPORTS)
def test_rdjson_is_valid(name: str) -> None:
    RDJSON.validate(json.loads(rendered("rdjson", REPORTS[name])))


@given(HOSTILE_REPORTS)
@settings(max_examples=100, deadline=None)
def test_rdjson_counts_bytes(report: Report) -> None:
    result = json.loads(rendered("rdjson", report))
    RDJSON.validate(result)
    found, _ = result["diagnostics"]
    _, other = report.findings[0].claims
    place = found["related_locations"][0]["location"]["range"]
    (document,) = report.documents
    line = document.source.encode("utf-8", "surrogatepass").split(b"\n")[place["start"]["line"] - 1]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == other.quote


# CSV.


@given(HOSTILE_REPORTS)
@settings(max_examples=100, deadline=None)
def test_csv_is_a_table_without_formulas(report: Report) -> None:
    head, *rows = csv.reader(io.StringIO(rendered("csv", report)))
    assert tuple(head) == COLUMNS
    assert [len(row) for row in rows] == [len(COLUMNS)] * 3
    assert not [
        cell
        for row in rows
        for cell in row
        if cell.lstrip()[:1] in ("=", "+", "-", "@", "＝", "＋", "－", "＠") and cell.strip()
    ]
    found = dict(zip(head, rows[0], strict=True))
    assert re.sub(r"^'(?=[\s']*[=+\-@＝＋－＠])", "", found["quote"]) == safe(report.findings[0].claims[0].quote)
    assert rows[2][head.index("severity")] == "skipped"


# Markdown.

MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")
OURS = {"text", "code_inline", "strong_open", "strong_close", "softbreak", "text_special"}


def inline(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


@given(HOSTILE_REPORTS)
@settings(max_examples=150, deadline=None)
def test_markdown_is_words_in_our_layout(report: Report) -> None:
    tokens = MARKDOWN.parse(rendered("markdown", report))
    assert {token.type for token in inline(tokens)} <= OURS
    blocks = [token.type for token in tokens]
    assert not {"html_block", "fence", "code_block", "blockquote_open", "ordered_list_open", "hr"} & {*blocks}
    assert blocks.count("heading_open") == blocks.count("table_open") == 1
    assert blocks.count("tr_open") == 2
    outside = " ".join(token.content for token in inline(tokens) if token.type in ("text", "text_special"))
    assert not re.search(r"[@#<>$|]|://|www\.|:\w+:|\b[0-9a-f]{7,40}\b", outside)
    said = "".join(token.content for token in inline(tokens))
    message = folded(safe(report.findings[0].message))
    assert re.sub(r"\s", "", message) in re.sub(r"\s", "", said)


def test_markdown_is_a_comment_that_github_takes() -> None:
    report = many(400)
    shown = rendered("markdown", report)
    assert len(shown.encode()) <= 65_536
    (told,) = remarks_of(markdown, report, Page())
    assert f"**{told}**\n" in shown
    left_out = int(told.split()[0])
    assert shown.count("finding `") == 400 - left_out > 0


def test_a_block_that_is_too_large_does_not_hide_the_others() -> None:
    report = report_of()
    large = replace(report.findings[0], message="x" * 70_000)
    shown = rendered("markdown", replace(report, findings=(large, report.findings[0])))
    assert "it differs" in shown
    assert "1 further block left out" in shown


# JSON Lines.


@given(HOSTILE_REPORTS)
@settings(max_examples=40, deadline=None)
def test_jsonl_is_the_json_report_line_by_line(report: Report) -> None:
    whole = json.loads(rendered("json", report))
    lines = [json.loads(line) for line in rendered("jsonl", report).split("\n")[:-1]]
    assert [line.pop("type") for line in lines] == ["finding", "skipped", "summary"]
    assert lines[:2] == [*whole["findings"], *whole["skipped"]]


# Lines for people.


@given(HOSTILE_REPORTS)
@settings(max_examples=40, deadline=None)
def test_concise_has_one_line_a_finding(report: Report) -> None:
    found, skip, _ = rendered("concise", report).split("\n")[:-1]
    assert "error[core.length]" in found
    assert ": skipped: " in skip


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
@given(HOSTILE_REPORTS)
@settings(max_examples=40, deadline=None)
def test_no_file_name_is_a_command_in_a_build_log(name: str, report: Report) -> None:
    command = replace(report.findings[0].claims[0].where, path=f" ::error::{report.documents[0].path}")
    claims = tuple(replace(claim, where=command) for claim in report.findings[0].claims)
    finding = replace(report.findings[0], sides=(Side(claims),))
    shown = rendered(name, replace(report, findings=(finding,), skipped=(Skipped(command.path, "r"),)))
    assert not [line for line in shown.split("\n") if line.lstrip().startswith("::")]


# Paths.


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "drafts/a.txt"),
        ("./a.txt", "drafts/a.txt"),
        ("../b.txt", "b.txt"),
        ("/repo/sources/c.txt", "sources/c.txt"),
        ("/elsewhere/d.txt", "/elsewhere/d.txt"),
        ("../../e.txt", "/e.txt"),
        ("<stdin>", "<stdin>"),
    ],
)
def test_hosts_know_paths_from_the_root(path: str, expected: str) -> None:
    assert from_root(path, Page(folder="/repo/drafts", root="/repo")) == expected
    assert from_root(path, Page()) == path
