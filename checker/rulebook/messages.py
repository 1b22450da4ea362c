"""Messages of rules: `"{subject} ends on {values}"`, `"{suffix.text} takes place in {end.year}"`.

A placeholder is a name or a name and one field; `{{` and `}}` stand for braces. Placeholders are checked when the rule
loads. Python's own formatting is not used: it reads any attribute and can fail.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.expressions import Mistake, Type, did_you_mean, fields_of
from checker.expressions.types import CLAIM_FIELDS, CLASSES, FIELDS
from checker.model import Claim, Edition, Period, Quantity, Side

ALWAYS = ("subject", "values")  # what every message may name

_PIECES = re.compile(
    r"""
    \{\{ | \}\}                # {{ for a brace
    | \{ (?P<name> [^{}]* ) \} # {subject}, {end.year}
    | (?P<stray> [{}] )        # { that is never closed
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`{end.year}`: the name and the field, "" for the name as a whole."""

    name: str
    field: str = ""


Piece = str | Placeholder


def parse(template: str, names: Mapping[str, Type]) -> tuple[tuple[Piece, ...], tuple[Mistake, ...]]:
    """The pieces of a message, and what is wrong with its placeholders."""
    pieces: list[Piece] = []
    mistakes: list[Mistake] = []
    at = 0
    for found in _PIECES.finditer(template):
        pieces.append(template[at : found.start()])
        at = found.end()
        if found["stray"]:
            mistakes.append(Mistake(found.start(), at, f'a single "{found["stray"]}"', "write {{ or }} for a brace"))
        elif found["name"] is None:
            pieces.append(found.group()[0])
        else:
            name, _, field = found["name"].partition(".")
            pieces.append(Placeholder(name, field))
            mistakes.extend(_check(name, field, found.start(), names))
    return (*pieces, template[at:]), tuple(mistakes)


def _check(name: str, field: str, start: int, names: Mapping[str, Type]) -> list[Mistake]:
    if name not in names:
        help = did_you_mean(name, names, kind="placeholders")
        return [Mistake(start + 1, start + 1 + len(name), f'unknown placeholder "{name}"', help)]
    kind = names[name]
    if not field or kind.wrong:
        return []
    fields = fields_of(kind)
    if field not in fields:
        at = start + 2 + len(name)
        help = did_you_mean(field, fields, kind="fields") if fields else f"write {{{name}}}"
        return [Mistake(at, at + len(field), f'"{name}" is {kind} and has no field "{field}"', help)]
    return []


def render(pieces: Sequence[Piece], facts: Mapping[str, object]) -> str:
    """The message for a claim or value per name. What is missing is shown as "(not given)"."""
    return "".join(piece if isinstance(piece, str) else _shown(piece, facts) for piece in pieces)


def _shown(placeholder: Placeholder, facts: Mapping[str, object]) -> str:
    owner = facts.get(placeholder.name)
    value = _read(owner, placeholder.field) if placeholder.field else owner
    match value:
        case None:
            return "(not given)"
        case Claim():
            return str(value.value)
        case date():
            return value.isoformat()
        case float():
            return f"{value:g}"
        case tuple() | list():
            return ", ".join(str(item) for item in value)
        case _:
            return str(value)


def _read(owner: object, field: str) -> object:
    """A field of a claim or of its value; None when the source does not give it."""
    target: object = owner
    fields = CLAIM_FIELDS
    if not isinstance(owner, Claim) or field not in CLAIM_FIELDS:
        target = owner.value if isinstance(owner, Claim) else owner
        fields = FIELDS.get(CLASSES.get(type(target), ""), {})
    try:
        return fields[field].read(target) if field in fields else None
    except ValueError:
        return None


def join_sides(sides: Sequence[Side]) -> str:
    """The sides of a finding in one phrase: `2022-08-22 vs 2022-08-20 (3 sources)`."""
    return " vs ".join(_side(side) for side in sides)


def _side(side: Side) -> str:
    sources = len({claim.where.path for claim in side.claims})
    shown = _plainly(side.claims[0])
    return f"{shown} ({sources} sources)" if sources > 1 else shown


_SHORT = 60  # a longer quote says more than the value


def _plainly(claim: Claim) -> str:
    """The value as a reader would say it: "22 August 2022", the "20" of an edition as it was written."""
    match claim.value:
        case Period(first=first, yearless=False, is_day=True):
            return f"{first.day} {first:%B %Y}"
        case Quantity() if claim.scope.noun and len(claim.quote) <= _SHORT:
            return " ".join(claim.quote.split())  # with the noun: "1,850 soldiers"
        case Edition():
            return f'"{claim.text}"' if claim.text else str(claim.value)
        case _:
            return str(claim.value)
