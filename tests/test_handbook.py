"""docs/rules.md is what the rules say of themselves: `checker rules docs -o docs/rules.md` (`make docs`) renews it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.pipeline import every_rule
from checker.rulebook import RuleBook, describe
from checker.rulebook.handbook import handbook
from tests.readme import ROOT, run


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return every_rule([ROOT / "rules"])


@pytest.fixture(scope="module")
def written() -> str:
    return (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_the_committed_handbook_is_the_one_of_today(written: str) -> None:
    assert run("rules", "docs").stdout == written, "it is stale: run `make docs`"


def test_every_rule_names_the_mistake_that_it_catches(book: RuleBook) -> None:
    assert [rule.id for rule in book if not rule.why.strip()] == []


def test_every_rule_is_in_it_with_its_examples(book: RuleBook, written: str) -> None:
    headings = set(re.findall(r"^### (.+)$", written, re.MULTILINE))
    assert {rule.id for rule in book} <= headings
    assert {f"kind: {rule.kind}" for rule in book} <= headings
    section = written.partition("### core.weekday\n")[2].partition("\n### ")[0]
    assert "It finds a conflict in:" in section
    assert "It is silent about:" in section


def test_every_link_leads_to_a_heading(written: str) -> None:
    headings = re.findall(r"^#{2,3} (.+)$", written, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]*)\)", written)) <= anchors


def test_the_text_of_a_rule_is_text(tmp_path: Path) -> None:
    path = tmp_path / "mine.yml"
    path.write_text(
        """
format: 1
pack: mine
rules:
  - id: mine.end
    kind: agree
    on: end_date
    title: "One | end\\e[2J <script>"
    why: "[a link](https://example.org) and *stars*"
    message: "`{values}`"
    status: preview
    tests:
      - conflict: ["# One\\n\\n* two"]
""",
        encoding="utf-8",
    )
    (rule,) = every_rule([path])
    page = handbook([describe(rule)], {})
    assert "\x1b" not in page
    assert r"One \| end�\[2J \<script\>" in page
    assert r"\[a link\](https://example.org) and \*stars\*" in page
    assert "- message: `` `{values}` ``" in page
    assert r"- \# One \* two" in page
    assert "(preview)" in page
