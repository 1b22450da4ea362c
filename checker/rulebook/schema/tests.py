"""What may stand under `tests`: one of conflict, ok and unknown, with texts or claim records."""

from __future__ import annotations

from checker.rulebook.schema.keys import TEXT, Json, mapping
from checker.rulebook.tests import OUTCOMES, ClaimRecord, RuleTest, TestText


def test_schemas() -> dict[str, Json]:
    """The definitions of a test and of its items; `kind` tells a record from a text."""
    test = mapping(RuleTest)
    for outcome in OUTCOMES:
        described = test["properties"][outcome]["description"]
        items = {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/test-item"}}
        test["properties"][outcome] = {"description": described, **items}
    test["oneOf"] = [{"required": [outcome]} for outcome in OUTCOMES]
    test["dependencies"] = {"message": ["conflict"]}
    text, record = mapping(TestText), mapping(ClaimRecord)
    text["properties"]["published"]["type"] = "string"
    record["properties"]["kind"] |= {"$ref": "#/definitions/claim-kind"}
    written = {"if": {"required": ["kind"]}, "then": {"$ref": "#/definitions/test-record"}}
    return {
        "test": test,
        "test-item": {
            "if": {"type": "object"},
            "then": {**written, "else": {"$ref": "#/definitions/test-text"}},
            "else": TEXT,
        },
        "test-text": text,
        "test-record": record,
    }
