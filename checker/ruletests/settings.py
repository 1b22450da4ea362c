"""Small changes of a rule's keys: `complete: true` becomes false, `on: [count, share]` loses one kind.

What can be changed is told by the form of a value, so that a new kind of rule needs nothing here; only comparators and
numbers of a scale have entries of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from checker.rulebook import Comparing, Rule

# Keys that say something about a rule and do not change what it finds; expressions are changed in `edits.py`.
DESCRIBING = frozenset(
    ("id", "kind", "title", "why", "severity", "status", "tags", "paths", "message", "tests", "survivors", "bind")
)
# By how much a number is changed, where one more or less would be no difference.
STEPS: Mapping[str, int] = {"near": 10}


class Setting(NamedTuple):
    """`update` is what a mutant of the rule has instead; `before` and `after` show it, `change` names it."""

    key: str
    update: Mapping[str, object]
    before: str
    after: str
    change: str
    killer: str


def settings(rule: Rule) -> Iterator[Setting]:
    """Every change of a key of the rule, in the order of its keys."""
    for key in type(rule).model_fields:
        if key == "params":
            yield from _params(rule)
        elif key == "compare":
            yield from _compare(rule)
        elif key not in DESCRIBING and key not in rule.conditions:
            yield from _key(rule, key)
        elif key == "where" and rule.where is not None:
            yield _dropped(rule, key, "an ok test in which the condition does not hold")


def _key(rule: Rule, key: str) -> Iterator[Setting]:
    value, field = getattr(rule, key), type(rule).model_fields[key]
    given = key in rule.model_fields_set and value != field.get_default(call_default_factory=True)
    if given and not field.is_required():
        yield _dropped(rule, key, f"an ok test in which {key} makes the difference")
    match value:
        case bool():
            if not given:  # else it has been dropped, which is the same
                yield _changed(rule, key, not value, f"a test in which {key} makes the difference")
        case tuple() | list() if len(value) > 1:
            yield from _shorter(rule, key, value)
        case int() | float() if given:
            for near in _near(key, value):
                yield _changed(rule, key, near, f"a test in which {value} and {near} make a difference")
        case str() | Enum() if given or field.is_required():
            for other in _choices(field.annotation):
                if other not in (value, field.default):
                    yield _changed(rule, key, other, f"a test in which {key} makes the difference")
        case _:
            pass


def _shorter(rule: Rule, key: str, items: tuple[object, ...] | list[object]) -> Iterator[Setting]:
    for gone in items:
        if not isinstance(gone, BaseModel):
            rest = tuple(item for item in items if item is not gone)
            yield _changed(rule, key, rest, f"a test for which {gone} is needed", f"without {shown(gone)}")


def _params(rule: Rule) -> Iterator[Setting]:
    for name, value in rule.params.items():
        for other, change in _others(value):
            key, killer = f"params.{name}", f"a test in which {name} decides"
            update = {"params": {**rule.params, name: other}}
            yield Setting(key, update, f"{name}: {shown(value)}", f"{name}: {shown(other)}", change, killer)


def _others(value: object) -> Iterator[tuple[object, str]]:
    """What a parameter may be instead, and how that is called."""
    match value:
        case bool():
            yield not value, f"{shown(value)} -> {shown(not value)}"
        case int() | float():
            yield from ((other, f"{value} -> {other}") for other in (value - 1, value + 1))
        case str():
            yield f"not {value}", f"{value} -> not {value}"
        case list() | tuple() if len(value) > 1:
            yield from (([item for item in value if item is not gone], f"without {shown(gone)}") for gone in value)
        case _:
            pass


def _compare(rule: Rule) -> Iterator[Setting]:
    """Another comparator, and other settings of this one: a tolerance of nothing and of twice as much."""
    if not isinstance(rule, Comparing):
        return
    name, given = (rule.compare, {}) if isinstance(rule.compare, str) else next(iter(rule.compare.items()))
    for other in ("equal", "overlap"):
        if other != name:
            killer = f"a test with values that agree by one of {name} and {other}, and not by the other"
            yield _changed(rule, "compare", other, killer)
    for setting, value in (given if isinstance(given, dict) else {name: given}).items():
        field = type(rule.comparator).model_fields.get(setting)
        for changed in (*_tolerances(setting, str(value)), *_choices(field.annotation if field else None)):
            if str(changed) != str(value):
                killer = f"a test with values that agree by {value} and not by {changed}, or the other way round"
                yield _changed(
                    rule, "compare", {name: {setting: changed} if isinstance(given, dict) else changed}, killer
                )


_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _tolerances(setting: str, text: str) -> Iterator[str]:
    """ "2 days" becomes "0 days" and "4 days"; a number of a scale gets its steps."""
    found = _NUMBER.search(text)
    if found is None:
        return
    number = float(found[0])
    others = _near(setting, number) if setting in STEPS else (0.0, number * 2)
    for other in others:
        yield f"{text[: found.start()]}{other:g}{text[found.end() :]}"


def _near(key: str, number: float) -> tuple[float, float]:
    step = STEPS.get(key, 1)
    return number - step, number + step


def _choices(annotation: object) -> Iterator[object]:
    """What else a key may be: the values of a Literal or of an enumeration."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from annotation
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _choices(part)


def _dropped(rule: Rule, key: str, killer: str) -> Setting:
    default = type(rule).model_fields[key].get_default(call_default_factory=True)
    return Setting(key, {key: default}, f"{key}: {shown(getattr(rule, key))}", "", "dropped", killer)


def _changed(rule: Rule, key: str, other: object, killer: str, change: str = "") -> Setting:
    before, after = shown(getattr(rule, key)), shown(other)
    return Setting(key, {key: other}, f"{key}: {before}", f"{key}: {after}", change or f"{before} -> {after}", killer)


def shown(value: object) -> str:
    """The value as YAML would show it: `[count, share]`, `{within: 1%}`, `true`."""
    match value:
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case dict():
            return "{" + ", ".join(f"{key}: {shown(item)}" for key, item in value.items()) + "}"
        case tuple() | list():
            return "[" + ", ".join(shown(item) for item in value) + "]"
        case BaseModel():
            return shown(value.model_dump(exclude_defaults=True))
        case _:
            return " ".join(str(value).split())
