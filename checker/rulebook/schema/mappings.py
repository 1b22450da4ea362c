"""The JSON Schema of mapping files, for editors: `columns: {end: end_date, aid: {kind: aid_amount, unit: USD}}`."""

from __future__ import annotations

from checker.claims.columns import of_columns
from checker.claims.recordkeys import ROLES
from checker.rulebook.faults import Surroundings
from checker.rulebook.mappingkeys import Cell, ColumnSays, MappingFile
from checker.rulebook.schema.keys import TEXT, Json, mapping


def mapping_schema(around: Surroundings) -> Json:
    """The schema of a mapping file as plain data. Roles of kinds that users define are allowed, and not proposed."""
    file, column = mapping(MappingFile), mapping(ColumnSays)
    kind: Json = {"anyOf": [{"enum": sorted(of_columns(around.kinds))}, TEXT]}
    said: Json = {"anyOf": [TEXT, mapping(Cell)]}
    file["properties"]["format"] = {"enum": [1, "1"], "description": "the version of this format"}
    column["properties"]["kind"] |= {"anyOf": [kind, {"type": "array", "items": kind, "minItems": 1, "maxItems": 2}]}
    column["properties"] |= dict.fromkeys(ROLES, said)
    column["additionalProperties"] = said
    file["properties"]["columns"] |= {
        "type": "object",
        "additionalProperties": {"anyOf": [kind, {"type": "array", "items": kind}, column]},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Mapping of a dataset for claim-consistency",
        **file,
    }
