"""What may stand under `compare`: `overlap`, `{within: 1%}`, `{near: {near: 90}}`, each with its manual."""

from __future__ import annotations

from collections.abc import Mapping

from checker.compare.partition import Comparator
from checker.rulebook.schema.keys import TEXT, Json, first_line, manual


def comparator_schema(comparators: Mapping[str, type[Comparator]]) -> Json:
    """A comparator by its name, or with its settings."""
    bare = [name for name, model in sorted(comparators.items()) if not _needs(model)]
    named = {
        "type": "string",
        "enum": bare,
        "markdownEnumDescriptions": [first_line(comparators[name]) for name in bare],
    }
    with_settings = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": {
            name: {"markdownDescription": manual(model), "description": first_line(model), **_settings(name, model)}
            for name, model in sorted(comparators.items())
            if model.model_fields
        },
    }
    return {"if": {"type": "object"}, "then": with_settings, "else": named}


def _needs(model: type[Comparator]) -> bool:
    return any(field.is_required() for field in model.model_fields.values())


def _settings(name: str, model: type[Comparator]) -> Json:
    """The one setting that is called as the comparator is may stand alone: `within: 1%`."""
    keys = {setting: _setting(model, setting) for setting in model.model_fields}
    full = {"type": "object", "additionalProperties": False, "properties": keys}
    return {"if": {"type": "object"}, "then": full, "else": keys.get(name, next(iter(keys.values())))}


def _setting(model: type[Comparator], setting: str) -> Json:
    """Numbers and words are listed; what is read in a way of its own, as a tolerance is, is any scalar."""
    field = model.model_fields[setting]
    own = {} if field.metadata and field.is_required() else model.model_json_schema()["properties"][setting]
    kept = {key: own[key] for key in ("type", "enum", "minimum", "maximum", "default") if key in own} or dict(TEXT)
    if kept.get("type") == "integer":
        kept["type"] = ["integer", "string"]
    return {"description": field.description or first_line(model), **kept}
