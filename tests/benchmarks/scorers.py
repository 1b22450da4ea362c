"""The scorers and sets that lie outside this repository: `cases_in(Path("../shared/cases"))`, called by their path.

A folder of cases has `score.py` and `cases/*.yaml`; a file of clusters (`perturb_clean.jsonl.gz`) has `score.py` beside
it. What counts as a hit is theirs to say: nothing of them is repeated here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from checker import Document
from checker.model import Finding


class Item(NamedTuple):
    """What is checked together, and the scorer's record of it."""

    record: Mapping[str, Any]
    documents: list[Document]


def scorer(folder: Path) -> ModuleType:
    """The module `score.py` of the folder."""
    spec = spec_from_file_location(f"score_of_{folder.name}", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder / 'score.py'} is no Python module: name the folder that has it")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases_in(folder: Path) -> Iterator[Item]:
    """The labelled cases; their dates stand in their texts."""
    for case in scorer(folder).load_cases(folder / "cases"):
        yield Item(case, [Document.from_text(one["name"], one["text"]) for one in case["documents"]])


def items_of(name: str, score: ModuleType) -> Iterator[Item]:
    """The items of a set of data, by its name ("perturb_clean")."""
    for record in score.records(name):
        yield Item(record, [_document(one) for one in record["docs"]])


def as_json(finding: Finding) -> dict[str, Any]:
    """As much of the finding as a case's scorer reads."""
    claims = [
        {"path": one.where.path, "start": one.where.start, "end": one.where.end, "quote": one.quote}
        for one in finding.claims
    ]
    return {"rule": finding.rule, "severity": finding.severity.value, "claims": claims}


def quotes(finding: Finding) -> frozenset[tuple[str, str]]:
    """The finding as a set's scorer sees it: documents and quotes."""
    return frozenset((one.where.path, one.quote) for one in finding.claims)


def _document(record: Mapping[str, str]) -> Document:
    published = date.fromisoformat(record["date"]) if record.get("date") else None
    return Document.from_text(record["name"], record["text"], published=published)
