"""The JSON Schema of rule files: what loads is valid; `fixtures/rulebook/schema.yml` has what is said of mistakes.

`rules/schema.json` is committed for editors; `checker rules schema -o rules/schema.json` (`make schema`) renews it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jsonschema.exceptions import best_match

from checker.claims import kinds
from checker.compare import comparators
from checker.rulebook import Surroundings, rule_kinds, schema
from checker.yamltext import core, load

ROOT = Path(__file__).parent.parent
PACKS = sorted((ROOT / "rules").rglob("*.yml"))
VALID = [
    *PACKS,
    *sorted((ROOT / "fixtures" / "rulebook" / "ok").glob("*.yml")),
    *(ROOT / "fixtures" / "kinds").glob("*.yml"),
]
MISTAKES: Any = core(load((ROOT / "fixtures" / "rulebook" / "schema.yml").read_text(encoding="utf-8"), "schema.yml"))
SCHEMA = schema(Surroundings(kinds(), comparators()))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_the_committed_schema_is_the_one_of_today() -> None:
    committed = json.loads((ROOT / "rules" / "schema.json").read_text(encoding="utf-8"))
    assert committed == SCHEMA, "it is stale: run `make schema`, or checker rules schema -o rules/schema.json"


@pytest.mark.parametrize("path", VALID, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_loads_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [error.message for error in VALIDATOR.iter_errors(core(load(text, path.name)))] == []


@pytest.mark.parametrize("path", PACKS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_pack_tells_editors_where_its_schema_is(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    lead, equals, named = first.partition("=")
    assert (lead, equals) == ("# yaml-language-server: $schema", "=")
    assert (path.parent / named).resolve() == ROOT / "rules" / "schema.json"


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["why"])
def test_a_mistake_is_shown_at_its_key(case: dict[str, Any]) -> None:
    file = case.get("file") or {"format": 1, "pack": "demo", "rules": [case["rule"]]}
    error = best_match(VALIDATOR.iter_errors(file))
    assert error is not None
    assert case["says"] in error.message
    assert "/".join(str(part) for part in error.absolute_path) == case["at"]


def test_what_another_yaml_takes_for_a_number_or_truth_is_text_here() -> None:
    record = {"kind": "end_date", "subject": "Amber Heron", "value": 20220820, "country": False}
    tests = [{"conflict": [22, record]}, {"ok": [True]}]
    rule = {"id": "demo.a", "kind": "agree", "on": "end_date", "title": 1984, "message": "no", "tests": tests}
    file = {"format": "1", "pack": "demo", "rules": [{**rule, "tags": [2022, False], "noun": True}]}
    assert [error.message for error in VALIDATOR.iter_errors(file)] == []


def test_every_key_is_described() -> None:
    bare = [name for name, key in _keys(SCHEMA["definitions"]) if not key.get("description") and "$ref" not in key]
    assert bare == []
    assert {f"rule-{kind}" for kind in rule_kinds()} <= SCHEMA["definitions"].keys()


def test_editors_are_not_shown_what_pydantic_calls_things() -> None:
    assert [name for name, key in _keys(SCHEMA["definitions"]) if "title" in key] == []


def _keys(schema: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that the schema knows, by where it stands."""
    if isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            if not (at.endswith("/if") or set(part) == {"const"}):
                yield f"{at}/{name}", part
        for name, part in schema.items():
            yield from _keys(part, f"{at}/{name}")
    elif isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from _keys(part, f"{at}/{number}")
