"""Claim records: rows such as `{"kind": "end_date", "subject": "Steppe Eagle 22", "value": "2022-08-20"}`.

A row as `checker claims --format jsonl` writes it is read back whole. A shorter one, as people write it, needs `kind`,
`subject` and `value`; it may have `quote`, `source` (the document that the quote stands in), `statement`, `reported`,
`as_of`, `occasion`, `noun`, `donor`, `recipient`, `phase`, `speaker`, `part` ("part" of the whole, or "whole"),
`stance` and `tier`.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from checker.claims.recordkeys import ROLES, day, mistaken_keys, mistakes
from checker.language.cells import period_cell
from checker.language.countries import country_of
from checker.language.nouns import noun_class
from checker.model import Claim, Document, Kind, Part, Row, Scope, Skipped, Stance, Tier

_PARTIES = ("donor", "recipient", "whose")


@functools.lru_cache(maxsize=8)
def adapter(models: tuple[type, ...]) -> TypeAdapter[Claim]:
    """Reads and writes claims as JSON: the union of the kinds' classes, told apart by `kind`."""
    union: Any = functools.reduce(operator.or_, models)
    return TypeAdapter(Annotated[union, Field(discriminator="kind")])


def read_records(document: Document, kinds: Mapping[str, Kind]) -> tuple[list[Claim], list[Skipped]]:
    """The claims of a dataset's rows; a row that is no claim is skipped with what is wrong and where."""
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for record in document.records:
        try:
            if record.fault:
                raise ValueError(record.fault)
            claims.append(_claim(record, kinds, document.tier))
        except ValueError as error:
            skipped.append(Skipped(document.path, f"line {record.where.line}: {_reason(error)}"))
    return claims, skipped


def _reason(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"][1:])
    return f"{field}: {first['msg']}" if field else first["msg"]


def _claim(record: Row, kinds: Mapping[str, Kind], tier: Tier) -> Claim:
    cells = record.cells
    kind = kinds.get(str(cells.get("kind", "")))
    if kind is None:
        raise ValueError(f'unknown claim kind "{cells.get("kind", "")}"; known are {", ".join(sorted(kinds))}')
    if isinstance(cells.get("value"), Mapping):
        return adapter(tuple(one.model for one in kinds.values())).validate_python(cells)
    for wrong in mistaken_keys(cells, kind):
        raise ValueError(str(wrong))
    try:
        return _from_cells(record, kind, tier)
    except ValueError as error:
        raise ValueError(str(next(mistakes(cells, kind), error))) from None


def _from_cells(record: Row, kind: Kind, tier: Tier) -> Claim:
    cells: Mapping[str, str] = {key: str(value) for key, value in record.cells.items() if value is not None}
    if kind.complete is not None:
        cells = kind.complete(cells)
    reported = day(cells["reported"]) if "reported" in cells else None
    text = cells["value"]
    claim: Claim = kind.model(
        kind=kind.name,
        subject=cells["subject"],
        value=kind.cell(text, reported),
        text=text,
        quote=cells.get("quote") or text,
        where=record.where,
        statement=int(cells.get("statement", record.number)),
        scope=scope_of(cells, kind, tier),
        because="a claim record",
        row=record.number,
        cites=cells.get("source", ""),
    )
    return claim


def scope_of(cells: Mapping[str, str], kind: Kind, tier: Tier) -> Scope:
    """What a record says of when, of whom and how its claim is. Raises ValueError."""
    reported = day(cells["reported"]) if "reported" in cells else None
    return Scope(
        reported=reported,
        as_of=period_cell(cells["as_of"], reported) if "as_of" in cells else None,
        occasion=int(cells["occasion"]) if "occasion" in cells else None,
        noun=noun_class(cells.get("noun", kind.noun)),
        roles=tuple((role, _role(role, cells[role])) for role in (*ROLES, *kind.roles) if role in cells),
        speaker=cells.get("speaker"),
        part=Part(cells.get("part", "whole")),
        stance=Stance(cells.get("stance", "asserted")),
        tier=Tier(cells.get("tier", tier)),
    )


def _role(role: str, text: str) -> str:
    """Who or what is in the role; of countries "Poles" is Poland."""
    return (country_of(text) if role in _PARTIES else None) or text.casefold()
