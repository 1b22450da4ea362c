"""What YAML refuses: `fixtures/yaml/refused.yml` has texts, each with the place and the words that its author sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.model import CheckerError
from checker.yamltext import load, plain

REFUSED = Path(__file__).parent.parent / "fixtures" / "yaml" / "refused.yml"
CASES: Any = plain(load(REFUSED.read_text(encoding="utf-8"), REFUSED.name))


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: repr(case["text"]))
def test_the_likely_cause_is_told(case: dict[str, str]) -> None:
    with pytest.raises(CheckerError) as error:
        load(case["text"], "rules.yml")
    (told,) = error.value.problems
    assert f"{told.line}:{told.column} {told.message} = {told.help}" == case["told"]
