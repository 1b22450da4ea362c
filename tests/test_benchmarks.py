"""The benchmark of rules runs, on small numbers; how fast it is, is for whoever reads its table."""

from __future__ import annotations

import json
import sys

import pytest

from tests.benchmarks import rules
from tests.benchmarks.records import record_files


def test_the_benchmark_of_rules_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(rules, "_CALLS", 10_000)
    monkeypatch.setattr(sys, "argv", ["rules", "--claims", "200", "--rules", "40", "--rounds", "1"])
    rules.main()
    shown = capsys.readouterr().out
    assert all(source in shown for source in rules.EXPRESSIONS)
    assert "40 rules, " in shown
    assert "judging / json.loads" in shown


def test_the_records_are_the_same_each_time() -> None:
    files = record_files(300)
    assert files == record_files(300)
    rows = [json.loads(line) for text in files.values() for line in text.splitlines()]
    assert len(rows) == 300
    assert len({row["kind"] for row in rows}) > 15
