"""What is wrong with a record that a program wrote: `unknown key "reson"; did you mean "reason"?`, in one line."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from checker.expressions import did_you_mean
from checker.rulebook.reading import WORDING


def said(error: ValidationError, model: type[BaseModel]) -> str:
    """The first mistake of a record, in our words."""
    found = error.errors(include_url=False)[0]
    name = ".".join(str(part) for part in found["loc"])
    match found["type"]:
        case "extra_forbidden":
            help = did_you_mean(name, model.model_fields, kind="keys") if len(found["loc"]) == 1 else ""
            return f'unknown key "{name}"' + (f"; {help}" if help else "")
        case "missing":
            return f'"{name}" is missing'
        case "value_error":
            return found["msg"].removeprefix("Value error, ")
        case "string_pattern_mismatch":
            return f'"{found["input"]}" cannot be "{name}"'
        case kind:
            wrong = WORDING.get(kind) or found["msg"].replace("Input should be", "must be")
            return f'"{name}" {wrong}' if name else f"an entry {wrong}"
