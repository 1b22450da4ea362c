"""The keys of a record as a schema for editors: pydantic's, without its titles and nulls, and with scalars as text."""

from __future__ import annotations

from inspect import getdoc
from typing import Any

from pydantic import BaseModel

Json = dict[str, Any]

TEXT: Json = {"type": ["string", "number", "boolean"]}
_NOISE = ("title", "$defs")


def mapping(model: type[BaseModel]) -> Json:
    """A record: its keys, those that it needs, and its manual."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return {
        "type": "object",
        "markdownDescription": manual(model),
        "required": sorted(required),
        "additionalProperties": model.model_config.get("extra") == "allow",
        "properties": keys_of(model),
    }


def keys_of(model: type[BaseModel]) -> dict[str, Json]:
    """Each key with its schema and its description."""
    own = model.model_json_schema()
    defined = own.get("$defs", {})
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    found: dict[str, Json] = {name: _plain(key, defined) for name, key in own["properties"].items()}
    for name, key in found.items():
        key["description"] = fields[name].description or ""
    return found


def manual(described: type) -> str:
    """A docstring as Markdown: one line a paragraph."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in (getdoc(described) or "").split("\n\n"))


def first_line(described: type) -> str:
    """What a docstring begins with, as Markdown."""
    return manual(described).partition("\n\n")[0]


def _plain(value: Any, defined: dict[str, Any]) -> Any:
    """The schema without noise; what it refers to stands in its place."""
    if isinstance(value, list):
        return [_plain(item, defined) for item in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        target = defined[value["$ref"].rpartition("/")[2]]
        described = {name: part for name, part in value.items() if name != "$ref"}
        return _plain({**{name: part for name, part in target.items() if name != "description"}, **described}, defined)
    found = {name: _plain(part, defined) for name, part in value.items() if name not in _NOISE}
    if found.get("default", 0) in (None, [], {}, ""):
        del found["default"]
    if found.get("type") == "string" and not {"enum", "const", "pattern"} & found.keys():
        found |= TEXT
    choices = [choice for choice in found.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del found["anyOf"]
        found |= choices[0]
    elif choices:
        found["anyOf"] = choices
    return found
