"""`docs/writing-rules.md`: the rules on the page load together, and their examples hold."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from checker.compare import comparators
from checker.expressions.functions import FUNCTIONS
from checker.expressions.types import CLAIM_FIELDS, FIELDS
from checker.pipeline import load_rules
from checker.rulebook import rule_kinds
from checker.ruletests import run_tests

PAGE = Path(__file__).parent.parent / "docs" / "writing-rules.md"
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_rules_of_the_page_do_what_it_says(tmp_path: Path) -> None:
    frame, *records = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert len(records) == 10
    path = tmp_path / "demo.yml"
    path.write_text(frame.replace(" []", "") + textwrap.indent("".join(records), "  "), encoding="utf-8")
    book = load_rules([path])
    assert {rule.kind for rule in book} == {"agree", "assert", "names", "reference", "require", "total"}
    assert [str(outcome) for outcome in run_tests(book) if not outcome.passed] == []


def test_the_page_names_every_function_field_comparator_and_kind_of_rule() -> None:
    page = PAGE.read_text(encoding="utf-8")
    fields = [name for fields in (CLAIM_FIELDS, *FIELDS.values()) for name in fields]
    named = [*FUNCTIONS, *comparators(), *rule_kinds(), *fields]
    assert [name for name in named if not re.search(rf"`[^`]*\b{name}\b[^`]*`", page)] == []
