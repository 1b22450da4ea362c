"""One measure in two units: "150 km (93 miles)", "40 hectares, or 99 acres"; each unit is a claim about the pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import quantity_cell
from checker.language.twins import twins
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion(Claim):
    """One of the two measures; the subject is the pair as it is written."""

    kind: Literal["conversion"] = "conversion"
    value: Quantity


def find(article: Article) -> Iterator[Conversion]:
    """Both measures of every pair."""
    for statement in article.statements:
        if len(statement.text) < 6:
            continue
        for twin in twins(statement.text, statement.quantities):
            pair = " ".join(statement.text[twin.start : twin.end].split())
            for value, span in zip(twin.values, twin.spans, strict=True):
                yield article.plain_claim(
                    Conversion, statement, pair, value, (twin.start, twin.end), span, because="one measure in two units"
                )


KIND = Kind("conversion", "Measure given in two units", Conversion, find, quantity_cell, occasion=False)
