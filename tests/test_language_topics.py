"""What each clause must be about: fixtures/language/topics, e.g. "Corley Mill closed in 1988" tells of Corley Mill.

The sentences were written by somebody who had not seen the grammar. A wrong name may become a false alarm, a missing
one is only a miss: both have a bar, and the first is the harder.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Annotated

import pytest
import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from checker import Document, load_rules
from checker.language.phrases import name_of
from checker.model import Claim, fold
from checker.pipeline import extract

FOLDER = Path(__file__).parents[1] / "fixtures" / "language" / "topics"
FILES = sorted(FOLDER.glob("*.yml"))
RULES = load_rules()
RIGHT_BAR = 0.92  # of the values that are about a name
WRONG_BAR = 0.03  # of all values
EVENT_BAR = 0.97  # of the dates of events whose name is right
KINDS = ("date", "count", "amount", "share", "measure", "ordinal")


class Example(BaseModel):
    """A value in a text, the name that its clause is about, and the event that it dates."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    shape: str
    text: str
    value: str
    about: Annotated[str, BeforeValidator(fold)]
    event: str = ""


@cache
def read(example: Example) -> Claim | None:
    claims = extract([Document.from_text("a.txt", example.text)], RULES).claims
    return next((c for c in claims if c.kind in KINDS and (c.text in example.value or example.value in c.text)), None)


def outcome(example: Example) -> str:
    claim = read(example)
    if claim is None:
        return "not read"
    about = "" if claim.scope.role("of") else claim.scope.role("about") or ""  # told of what belongs to the name
    if claim.scope.role("of") and example.about:
        about = claim.scope.role("about") or ""  # "the population of Lindow"
    if about == example.about:
        return "right"
    return "wrong" if about else "missing"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_clauses_are_about_what_a_reader_says(file: Path) -> None:
    examples = [Example.model_validate(item) for item in yaml.safe_load(file.read_text("utf-8"))]
    outcomes = {example: outcome(example) for example in examples}
    named = Counter(found for example, found in outcomes.items() if example.about)
    wrong = [f"{example.text} ({example.value})" for example, found in outcomes.items() if found == "wrong"]
    assert len(examples) > 200
    assert named["right"] >= RIGHT_BAR * named.total(), named
    assert len(wrong) <= WRONG_BAR * len(examples), wrong


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_dates_are_of_the_event_that_a_reader_says(file: Path) -> None:
    examples = [Example.model_validate(item) for item in yaml.safe_load(file.read_text("utf-8"))]
    dated = [example for example in examples if example.about and example.event and outcome(example) == "right"]
    claims = {example: read(example) for example in dated}
    off = [e.text for e, claim in claims.items() if claim is None or claim.scope.role("told") != f"{e.event}*"]
    assert len(off) <= (1 - EVENT_BAR) * len(dated), off


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("encyclopedia/Corley_Mill.txt", "Corley Mill"),
        ("wiki:The Salt Ladder (film)", "Salt Ladder"),
        ("story-2.txt", ""),
        ("news/mill closes.txt", ""),
    ],
)
def test_a_file_may_be_named_for_its_subject(title: str, name: str) -> None:
    assert name_of(title) == name
