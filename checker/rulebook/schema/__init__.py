"""The JSON Schema of rule files and of names.yml, for editors: `if kind is agree, then on, compare, …`.

One `if`/`then` per kind of rule names the wrong key; a plain `oneOf` would only say that no kind fits. It is draft 7,
which is what editors know. Where text is meant a number or a truth value will do too: an editor that reads YAML 1.1
takes `no` and `022` for one, and the checker reads them as they are written.
"""

from __future__ import annotations

from typing import Any

from checker.rulebook.aliases import NameFile
from checker.rulebook.claimkinds import KindExample, KindRecord
from checker.rulebook.faults import Surroundings
from checker.rulebook.kinds import rule_kinds
from checker.rulebook.loading import RuleFile
from checker.rulebook.rule import Rule, Survivor
from checker.rulebook.schema.comparators import comparator_schema
from checker.rulebook.schema.keys import TEXT, Json, first_line, keys_of, mapping
from checker.rulebook.schema.tests import test_schemas

# Keys whose values are claim kinds; users define kinds, so that the known ones are only proposed.
OF_CLAIM_KINDS = ("on", "sharing", "needs")


def schema(around: Surroundings) -> Json:
    """The schema of a rule file, or of a names file, as plain data."""
    common = keys_of(Rule)
    common["tests"]["items"] = _ref("test")
    common["survivors"]["items"] = _ref("survivor")
    rule_file, names_file = mapping(RuleFile), mapping(NameFile)
    for file in (rule_file, names_file):
        file["properties"]["format"] = {"enum": [1, "1"], "description": "the version of this format"}
    rule_file["properties"]["rules"]["items"] = _ref("rule")
    rule_file["properties"]["kinds"]["items"] = _ref("defined-kind")
    rule_file["anyOf"] = [{"required": ["rules"]}, {"required": ["kinds"]}]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Rules and names of claim-consistency",
        "type": "object",
        "if": {"anyOf": [{"required": ["same"]}, {"required": ["different"]}]},
        "then": _ref("names-file"),
        "else": _ref("rule-file"),
        "definitions": {
            "rule-file": rule_file,
            "names-file": names_file,
            "rule": _rule(),
            **{f"rule-{name}": _of_kind(model) for name, model in sorted(rule_kinds().items())},
            **{f"key-{name}": key for name, key in common.items() if name != "kind"},
            "survivor": mapping(Survivor),
            **test_schemas(),
            "comparator": comparator_schema(around.comparators),
            "defined-kind": _defined_kind(),
            "kind-example": mapping(KindExample),
            "claim-kind": _claim_kind(around),
            "claim-kinds": {"anyOf": [_ref("claim-kind"), {"type": "array", "items": _ref("claim-kind")}]},
        },
    }


def _rule() -> Json:
    kinds = sorted(rule_kinds().items())
    leads = [first_line(model) for _, model in kinds]
    return {
        "type": "object",
        "required": ["id", "kind"],
        "properties": {
            "kind": {
                "enum": [name for name, _ in kinds],
                "description": "the kind of rule, which decides what other keys it has",
                "markdownEnumDescriptions": leads,
            }
        },
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": _ref(f"rule-{name}"),
            }
            for name, _ in kinds
        ],
    }


def _of_kind(model: type[Rule]) -> Json:
    """The keys of one kind of rule: those of all rules, and its own."""
    found = mapping(model)
    for name, key in found["properties"].items():
        if name in Rule.model_fields and name != "kind":
            found["properties"][name] = _ref(f"key-{name}")
        elif name in OF_CLAIM_KINDS:
            found["properties"][name] = {"description": key["description"], **_ref("claim-kinds")}
        elif name == "compare":
            found["properties"][name] = {"description": key["description"], **_ref("comparator")}
        elif name == "bind":
            key["additionalProperties"] = _ref("claim-kind")
    found["properties"]["kind"] = {"const": model.model_fields["kind"].default, "description": "the kind of rule"}
    found["required"] = sorted({"kind", *found["required"]})
    return found


def _defined_kind() -> Json:
    """A claim kind that a file defines."""
    found = mapping(KindRecord)
    found["properties"]["examples"]["items"] = _ref("kind-example")
    return found


def _claim_kind(around: Surroundings) -> Json:
    names = sorted(around.kinds)
    titles = [around.kinds[name].title for name in names]
    return {"anyOf": [{"enum": names, "markdownEnumDescriptions": titles}, TEXT]}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{name}"}
