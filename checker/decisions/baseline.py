"""`.checker/baseline.json`: the findings that were there when the gate was put up, `"3f2a9c0d5e7b1846": {…},` each.

One line a finding, sorted by fingerprint, with neither line numbers nor times in it. Every such line ends in a comma,
since the last member of the object is `"format": 1`: what two branches add or remove never touches a line of both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from checker.decisions.records import BaselineRecord
from checker.decisions.wording import said
from checker.model import CheckerError, Decision, Document, Origin
from checker.rulebook.ondisk import read_source
from checker.yamltext import problem_at

Baseline = Mapping[str, BaselineRecord]  # by fingerprint
_FORMAT = "format"


def read(path: Path, shown: str) -> Baseline:
    """The entries of a baseline. Raises CheckerError for one that cannot be read: it would let nothing through, or
    everything."""
    return parsed(read_source(path, shown))


def parsed(source: Document) -> Baseline:
    """The entries of a baseline's text."""
    try:
        members = json.loads(source.source, object_pairs_hook=_pairs)
    except json.JSONDecodeError as error:
        at = min(error.pos, max(len(source.source) - 1, 0))
        raise CheckerError(problem_at(source, at, f"not JSON: {error.msg}", help=_repair(source))) from None
    except RecursionError:
        raise CheckerError(problem_at(source, 0, "nested too deeply for a baseline", help=_repair(source))) from None
    if not isinstance(members, list) or (_FORMAT, 1) not in members:
        raise CheckerError(problem_at(source, 0, 'a baseline is an object with "format": 1', help=_repair(source)))
    records: dict[str, BaselineRecord] = {}
    for key, value in members:
        if key != _FORMAT:
            records[key] = _record(source, key, value)  # git's union of two branches may have one twice
    return records


def text_of(baseline: Baseline) -> str:
    """The file as it is written."""
    lines = [f"{json.dumps(key)}: {_line(baseline[key])},\n" for key in sorted(baseline)]
    return "".join(["{\n", *lines, f'"{_FORMAT}": 1\n', "}\n"])


def decisions_of(baseline: Baseline, shown: str) -> tuple[Decision, ...]:
    """The entries as decisions."""
    return tuple(
        Decision(
            rule=record.rule,
            finding=key,
            subject=record.subject,
            values=record.values,
            origin=Origin.baseline,
            path=shown,
            sources=record.sources,
        )
        for key, record in sorted(baseline.items())
    )


def _line(record: BaselineRecord) -> str:
    told = record.model_dump(mode="json")
    kept = {name: told[name] for name in ("rule", "subject", "values", "sources") if told[name]}
    return json.dumps(kept, ensure_ascii=False)


def _repair(source: Document) -> str:
    """What mends it, also when `accept` says so, which adds only to what it can read."""
    return f"restore it: git checkout {source.path}; or delete it, then write it anew: checker baseline accept PATH"


class _Pairs(list[tuple[str, object]]):
    """The members of an object, also of two with one key."""


def _pairs(members: Iterable[tuple[str, object]]) -> _Pairs:
    return _Pairs(members)


def _record(source: Document, key: str, value: object) -> BaselineRecord:
    if len(key) != 16 or not set(key) <= set("0123456789abcdef"):
        raise _mistake(source, key, f'"{key}" is no fingerprint of a finding')
    try:
        return BaselineRecord.model_validate(dict(value) if isinstance(value, _Pairs) else value)
    except ValidationError as error:
        raise _mistake(source, key, f"{key}: {said(error, BaselineRecord)}") from None


def _mistake(source: Document, key: str, message: str) -> CheckerError:
    """A mistake in the entry of that key."""
    at = max(source.source.find(f'"{key}"'), 0)
    return CheckerError(problem_at(source, at, message, help=_repair(source)))
