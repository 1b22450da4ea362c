"""`<!-- checker: ignore exercises.end-date -- reason -->` in a source: what it covers, and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from checker import Document, check, load_rules
from checker.decisions import Decisions
from checker.inputs import parse
from checker.model import Report, State
from checker.pipeline import load_settings

RULE = "exercises.end-date"
SAYS = f"<!-- checker: ignore {RULE} -- the host counts the day after -->"
LEAD = "Amber Heron 22 will last until August 22, 2022."
OTHER = "The tents were up by noon."
WIRE = Document.from_text("wire.txt", "Amber Heron 22 ends on 20 August 2022.")


def checked(name: str, text: str, today: date | None = None) -> Report:
    return check([Document.from_text(name, text), WIRE], load_rules(), Decisions(today=today))


COVERED = {
    "at the end of the line": ("a.txt", f"{LEAD} {SAYS}\n\n{OTHER}"),
    "before it in the line": ("a.txt", f"{OTHER}\n\n{SAYS} {LEAD}"),
    "alone on the line above": ("a.txt", f"{OTHER}\n{SAYS}\n{LEAD}"),
    "alone, a blank line between": ("a.txt", f"{OTHER}\n\n{SAYS}\n\n{LEAD}"),
    "over two lines": ("a.txt", f"{OTHER}\n\n{SAYS.replace(' the ', chr(10) + 'the ')}\n{LEAD}"),
    "in a paragraph of Markdown": ("a.md", f"{OTHER} {SAYS} {LEAD}\n\nMore."),
    "behind an item": ("a.md", f"- {OTHER}\n- {LEAD} {SAYS}\n- More"),
    "between items": ("a.md", f"- {OTHER}\n{SAYS}\n- {LEAD}\n- More"),
    "over a row": ("a.md", f"| a | b |\n|---|---|\n| {OTHER} | 1 |\n| {LEAD} | 2 | {SAYS}\n"),
    "between paragraphs of HTML in one line": ("a.html", f"<p>{OTHER}</p>{SAYS}<p>{LEAD}</p>"),
    "at the end of a paragraph of HTML": ("a.html", f"<p>{LEAD} <b>So.</b>{SAYS}</p><p>{OTHER}</p>"),
    "with an editor's dash": ("a.md", f"{LEAD} {SAYS.replace(' -- ', ' — ')}"),
    "with two rules": ("a.md", f"{LEAD} {SAYS.replace(RULE, f'exercises.place, {RULE}')}"),
    "front matter": (
        "a.md",
        f"---\ntitle: On: it\nchecker:\n  ignore:\n    {RULE}: why\ndate: 2022-08-12\n---\n\n{LEAD}",
    ),
    "front matter in braces": ("a.md", f"---\nchecker: {{ignore: {{{RULE}: {{reason: why}}}}}}\n---\n\n{LEAD}"),
    "front matter in TOML": ("a.md", f'+++\ntitle = "x"\n[checker.ignore]\n"{RULE}" = "why"\n+++\n\n{LEAD}'),
}
OPEN = {
    "behind another paragraph": ("a.txt", f"{OTHER} {SAYS}\n\n{LEAD}"),
    "two paragraphs above": ("a.md", f"{SAYS}\n\n{OTHER}\n\n{LEAD}"),
    "behind it": ("a.md", f"{LEAD}\n\n{SAYS}"),
    "another rule": ("a.md", f"{LEAD} {SAYS.replace(RULE, 'exercises.place')}"),
    "in another item": ("a.md", f"- {OTHER} {SAYS}\n- {LEAD}"),
    "in a block of code": ("a.md", f"```\n{SAYS}\n```\n\n{LEAD}"),
    "in a code span": ("a.md", f"`{SAYS}` {LEAD}"),
    "escaped in HTML": ("a.html", f"<p>{SAYS.replace('<', '&lt;')}</p><p>{LEAD}</p>"),
}


@pytest.mark.parametrize("case", COVERED)
def test_it_covers(case: str) -> None:
    report = checked(*COVERED[case])
    assert RULE in [found.rule for found in report.findings]
    assert not [found for found in report.open if found.rule == RULE]
    assert State.active in [one.state for one in report.standings]
    assert not report.skipped


@pytest.mark.parametrize("case", OPEN)
def test_it_does_not_cover(case: str) -> None:
    report = checked(*OPEN[case])
    assert [found.rule for found in report.open] == [RULE]
    assert all(one.state is State.unused for one in report.standings)
    assert not report.skipped


REFUSED = {
    SAYS.replace("the host counts the day after ", ""): "gives no reason and waives nothing",
    f"<!-- checker: ignore {RULE} -->": "gives no reason and waives nothing",
    SAYS.replace("ignore", "ignroe"): '"ignroe" is nothing that a comment can ask for',
    SAYS.replace(RULE, ""): "names no rule",
    SAYS.replace(RULE, "exercises.*"): '"exercises.*" is no id of a rule',
    SAYS.replace(RULE, f"{RULE} until=soon"): '"soon" is no day',
    f"<!-- checker: ignore {RULE} -- {'x' * 3000} -->": "a waiver without an end",
}


@pytest.mark.parametrize("comment", REFUSED, ids=REFUSED.values())
def test_what_is_not_understood_waives_nothing_and_is_told(comment: str) -> None:
    report = checked("a.md", f"A.\n\n{LEAD}\n{comment}\n")
    assert [found.rule for found in report.open] == [RULE]
    [skipped] = report.skipped
    assert skipped.path == "a.md"
    assert skipped.reason.startswith("line 4: ")
    assert REFUSED[comment] in skipped.reason


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("exercises.enddate", 'there is no rule "exercises.enddate"; did you mean "exercises.end-date"?'),
        ("all", 'there is no rule "all"'),
        (f"{RULE}, exercises.plaice", 'there is no rule "exercises.plaice"; did you mean "exercises.place"?'),
    ],
)
def test_a_rule_that_there_is_not_is_told(rule: str, message: str) -> None:
    for name, line, text in (
        ("a.md", 3, f"A.\n\n{LEAD} {SAYS.replace(RULE, rule)}\n"),
        ("a.md", 4, f"---\nchecker:\n  ignore:\n    {rule.split()[-1]}: why\n---\n\n{LEAD}\n"),
    ):
        [skipped] = checked(name, text).skipped
        assert (skipped.path, skipped.reason) == (name, f"line {line}: a waiver of nothing: {message}")


def test_a_rule_that_does_not_run_is_merely_not_checked() -> None:
    text = f"{LEAD} {SAYS.replace(RULE, 'aid.amount')} {SAYS}"
    book = load_rules(["exercises"], settings=load_settings().over({"ignore": [RULE]}))
    report = check([Document.from_text("a.txt", text), WIRE], book)
    assert not report.skipped
    assert [one.state for one in report.standings] == [State.not_checked] * 2
    assert not check([Document.from_text("a.txt", text)], load_rules(), Decisions(inline=False)).skipped


@pytest.mark.parametrize(
    ("front", "message"),
    [
        (f"checker:\n  ignore:\n    {RULE}:", "gives no reason"),
        (f"checker:\n  ignroe:\n    {RULE}: x", 'unknown key "ignroe"'),
        ("checker:\n  ignore: all", "says ignore: {RULE"),
        ("checker: yes", "says ignore: {RULE"),
        ("checker:\n  ignore: {a: b", "line"),
        (f"checker:\n  ignore:\n    {RULE}: {{reason: x, untl: y}}", 'did you mean "until"?'),
    ],
)
def test_front_matter_that_is_not_understood_is_told(front: str, message: str) -> None:
    report = checked("a.md", f"---\n{front}\n---\n\n{LEAD}\n")
    assert [found.rule for found in report.open] == [RULE]
    [skipped] = report.skipped
    assert message in skipped.reason


def test_it_ends_on_its_last_day() -> None:
    text = f"{LEAD} {SAYS.replace(RULE, f'{RULE} until=2026-12-01')}"
    assert not checked("a.txt", text, date(2026, 12, 1)).open
    assert [one.state for one in checked("a.txt", text, date(2026, 12, 2)).standings] == [State.expired]


def test_a_reason_is_not_read_as_a_claim() -> None:
    said = SAYS.replace("the day after", "until 30 August 2022")
    for name in ("a.txt", "a.md", "a.html"):
        parsed = parse(Document.from_text(name, f"{LEAD} {said}"))
        assert isinstance(parsed, Document)
        assert "30 August" not in parsed.text


@pytest.mark.parametrize("comment", ["<!-- checker:", SAYS, "<!--", "<!-- checker: ignore a.b -- x --"], ids=len)
def test_no_more_than_a_thousand_are_read(comment: str) -> None:
    parsed = parse(Document.from_text("a.md", f"{LEAD}\n\n" + f"{comment} word\n\n" * 5_000))
    assert isinstance(parsed, Document)
    assert len(parsed.waivers) + len(parsed.unread) <= 1_001
