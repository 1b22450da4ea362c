"""From YAML nodes to rules: `severity: eror` becomes a mistake at that word, and a rule becomes typed.

The schema's layer of errors: unknown and missing keys, and values of the wrong form, all of a file at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from checker.expressions import did_you_mean
from checker.model import Problem
from checker.model.errors import MOST_PROBLEMS
from checker.rulebook.claimkinds import KindRecord
from checker.rulebook.configuration.settings import Settings
from checker.rulebook.faults import Location
from checker.rulebook.kinds import rule_kinds
from checker.rulebook.located import Written
from checker.rulebook.rule import Rule
from checker.yamltext import Node, core, plain

Model = TypeVar("Model", bound=BaseModel)

WORDING = {
    "string_type": "must be text",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be a mapping",
    "model_type": "must be a mapping",
    "model_attributes_type": "must be a mapping",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "string_too_long": "is too long",
}


def read_rule(written: Written, node: Node) -> Rule | list[Problem]:
    """The typed rule, not yet bound, or what is wrong with its form."""
    if not isinstance(node.value, dict):
        return [written.complain(node, "a rule is a mapping", "write - id: …, with its other keys below")]
    kinds = rule_kinds()
    kind = node.value.get("kind")
    if kind is None:
        help = f"kinds of rules: {', '.join(sorted(kinds))}"
        return [written.complain(node.value.get("id", node), f'{_named(node)} has no "kind"', help)]
    if not isinstance(kind.value, str) or kind.value not in kinds:
        help = did_you_mean(str(plain(kind)), kinds, kind="kinds of rules")
        return [written.complain(kind, f'unknown kind of rule "{plain(kind)}"', help)]
    found = read_model(written, node, kinds[kind.value], _named(node))
    if isinstance(found, list):
        return found
    tests = node.value.get("tests")
    lines = [item.line for item in tests.value] if tests is not None and isinstance(tests.value, list) else []
    keys = {key: written_key.line for key, written_key in node.keys.items()}
    found.written_at(written.source.path, node.line, lines, keys)
    return found


def read_kind(written: Written, node: Node) -> KindRecord | list[Problem]:
    """The claim kind as it was written, or what is wrong with its form."""
    if not isinstance(node.value, dict):
        return [written.complain(node, "a claim kind is a mapping", "write - id: …, with its other keys below")]
    id = node.value.get("id")
    found = read_model(
        written, node, KindRecord, f'kind "{id.value}"' if id and isinstance(id.value, str) else "a kind"
    )
    if isinstance(found, KindRecord):
        examples = node.value.get("examples")
        items = examples.value if examples is not None and isinstance(examples.value, list) else []
        found.written_at(written.source.path, node.line, [item.line for item in items])
    return found


def read_model(
    written: Written, node: Node, model: type[Model], what: str, values: object = None
) -> Model | list[Problem]:
    """A mapping as a record of that model, or what is wrong with its form. `what` names it in messages; `values` is
    what the mapping means, if that is more than YAML tells."""
    try:
        return model.model_validate(_payload(node) if values is None else values)
    except ValidationError as error:
        found = error.errors(include_url=False)
        # A suggestion and the line for each of 50,000 mistakes in one line would take minutes.
        first = [one for one in found[:MOST_PROBLEMS] if not _follows(one, found)]
        told = [_translate(written, node, model, what, one) for one in first]
        if len(found) > MOST_PROBLEMS:
            message = f"{len(found) - MOST_PROBLEMS:,} more mistakes, which are not shown"
            told.append(Problem(message, written.source.path, node.line, node.column))
        return list(dict.fromkeys(told))


def _follows(error: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """A list whose only item is wrong is also called too short."""
    at = error["loc"]
    return error["type"] == "too_short" and any(
        other is not error and other["loc"][: len(at)] == at for other in errors
    )


def _payload(node: Node) -> object:
    """Everything as the author wrote it; only parameters are numbers and truth values already."""
    values = plain(node)
    if isinstance(values, dict) and isinstance(node.value, dict) and "params" in node.value:
        values["params"] = core(node.value["params"])
    return values


def _named(node: Node) -> str:
    name = node.value.get("id") if isinstance(node.value, dict) else None
    return f'rule "{name.value}"' if name is not None and isinstance(name.value, str) else "a rule"


def _translate(written: Written, root: Node, model: type[BaseModel], what: str, error: ErrorDetails) -> Problem:
    at: Location = error["loc"]
    node, lost = written.at(at, root)
    match error["type"]:
        case "extra_forbidden":
            elsewhere = _of_another_kind(model, at) or _of_the_top(model, at)
            help = elsewhere or did_you_mean(str(at[-1]), _keys(model, at[:-1]), kind="keys")
            return written.complain(written.key_at(at, root), f'unknown key "{at[-1]}"', help)
        case "missing":
            where = node.value["id"] if isinstance(node.value, dict) and "id" in node.value else node
            owner = what if len(lost) == len(at) else "this item"
            return written.complain(where, f'{owner} has no "{at[-1]}"', _description(model, at))
        case "enum" | "literal_error":
            expected = [word.strip("' ") for word in error["ctx"]["expected"].replace(" or ", ",").split(",")]
            help = did_you_mean(str(error["input"]), expected, kind="values")
            return written.complain(node, f'unknown value "{error["input"]}" for "{_last_field(model, at)}"', help)
        case "value_error":
            return written.complain(node, error["msg"].removeprefix("Value error, "))
        case "string_pattern_mismatch":
            help = "use small letters, digits, dots and dashes: exercises.end-date"
            return written.complain(node, f'"{error["input"]}" cannot be an {_last_key(at)}', help)
        case _ if lost:
            return written.complain(node, f'"{at[0]}" cannot be read', _description(model, at))
        case kind:
            name = f'"{_last_key(at)}"' if at else what
            said = WORDING.get(kind) or error["msg"].replace("Input should be", "must be")
            return written.complain(node, f"{name} {said}", _description(model, at))


def _of_another_kind(model: type[BaseModel], at: Location) -> str:
    """For `check` in a rule of kind agree: the kinds that have that key."""
    if len(at) > 1 or not issubclass(model, Rule):
        return ""
    kinds = [name for name, other in sorted(rule_kinds().items()) if at[0] in other.model_fields]
    if not kinds:
        return ""
    *others, last = kinds
    return f'"{at[0]}" is a key of kind: {", ".join(others)}{" and " if others else ""}{last}'


def _of_the_top(model: type[BaseModel], at: Location) -> str:
    """For `preview` below [rule."a.b"]: TOML takes it for a key of that table."""
    if len(at) == 1 or not issubclass(model, Settings) or at[-1] not in _fields(model):
        return ""
    return f'"{at[-1]}" belongs above the first [table]: what stands below a header is a part of that table'


def _last_key(at: Location) -> str:
    return next((str(key) for key in reversed(at) if isinstance(key, str)), "")


def _last_field(model: type[BaseModel], at: Location) -> str:
    """The last of the keys that is a field: those of a mapping are names that its author chose."""
    fields = (str(key) for number, key in enumerate(at) if str(key) in _fields(_model_at(model, at[:number])))
    return next(reversed(list(fields)), _last_key(at))


def _description(model: type[BaseModel], at: Location) -> str:
    if not at:
        return f"its keys are {', '.join(_fields(model))}"
    named = next((number for number in reversed(range(len(at))) if isinstance(at[number], str)), 0)
    field = _fields(_model_at(model, at[:named])).get(str(at[named])) or _fields(model).get(str(at[0]))
    return field.description or "" if field else ""


def _keys(model: type[BaseModel], at: Location) -> list[str]:
    """The keys that are known at that place."""
    return sorted(_fields(_model_at(model, at)))


def _model_at(model: type[BaseModel], at: Location) -> type[BaseModel]:
    """The model that the keys lead to."""
    for key in at:
        field = _fields(model).get(str(key))
        inner = next(_models(field.annotation), None) if field else None
        model = inner or model
    return model


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model as they are written: a key may have dashes."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
