"""The JSON Schema of rule files, for editors: `if kind is agree, then on, compare, …`.

One `if`/`then` per kind of rule names the wrong key; a plain `oneOf` would only say that no kind fits.
"""

from __future__ import annotations

from typing import Any

from checker.rulebook.kinds import rule_kinds

Json = dict[str, Any]


def schema() -> Json:
    """The schema of a rule file as plain data."""
    definitions: Json = {}
    choices = []
    for name, model in sorted(rule_kinds().items()):
        own = model.model_json_schema(ref_template="#/$defs/{model}")
        definitions.update(own.pop("$defs", {}))
        own["required"] = sorted({"kind", *own.get("required", ())})
        definitions[f"rule-{name}"] = own
        choices.append({"if": {"properties": {"kind": {"const": name}}}, "then": {"$ref": f"#/$defs/rule-{name}"}})
    rule = {
        "type": "object",
        "required": ["id", "kind"],
        "properties": {"kind": {"enum": sorted(rule_kinds())}},
        "allOf": choices,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rules of claim-consistency",
        "type": "object",
        "required": ["format", "pack", "rules"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": 1},
            "pack": {"type": "string"},
            "rules": {"type": "array", "items": rule},
        },
        "$defs": dict(sorted(definitions.items())),
    }
