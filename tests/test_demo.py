"""The README's demo: five articles, two discrepancies ("20" for 22, August 22 for August 20), and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readme import ROOT, printed, run, shown


@pytest.fixture(scope="module")
def findings() -> list[dict[str, Any]]:
    result = run("check", "fixtures/demo", "--format", "json")
    assert result.returncode == 1, result.stderr
    report: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return report


def test_two_errors_and_nothing_else(findings: list[dict[str, Any]]) -> None:
    assert [finding["severity"] for finding in findings] == ["error", "error"]


@pytest.mark.parametrize(
    ("rule", "outlier", "rivals"),
    [
        (
            "exercises.edition",
            "Regional Cooperation 20",
            {"column.txt", "opinion.txt", "regional-news.html", "wire.md"},
        ),
        ("exercises.end-date", "until August 22", {"opinion.txt", "regional-news.html", "wire.md"}),
    ],
)
def test_the_lead_of_the_opinion_is_the_outlier(
    findings: list[dict[str, Any]], rule: str, outlier: str, rivals: set[str]
) -> None:
    (finding,) = [finding for finding in findings if finding["rule"] == rule]
    (wrong,) = [claim for claim in finding["claims"] if claim["outlier"]]
    assert (wrong["path"], wrong["quote"]) == ("fixtures/demo/opinion.txt", outlier)
    assert {Path(claim["path"]).name for claim in finding["claims"] if claim is not wrong} == rivals


def test_every_quote_is_the_slice_of_its_file(findings: list[dict[str, Any]]) -> None:
    for claim in (claim for finding in findings for claim in finding["claims"]):
        source = (ROOT / claim["path"]).read_text(encoding="utf-8")
        assert source[claim["start"] : claim["end"]] == claim["quote"]


def test_the_readme_shows_what_the_demo_prints() -> None:
    assert shown() == printed()
