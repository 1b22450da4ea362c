"""Edition suffixes and ordinals: the "22" of "Regional Cooperation 22", "the 12th edition of Sand Tern"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.language.editions import edition_of
from checker.model import Claim, Edition, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSuffix(Claim):
    """Which edition the source says this is."""

    kind: Literal["year_suffix"] = "year_suffix"
    value: Edition


# Characters: an ordinal belongs to a name so close behind: "the 12th edition of the peacekeeping exercise Sand Tern".
_NEAR = 60


def find(article: Article) -> Iterator[YearSuffix]:
    """Suffixes of names, and ordinals that a name or a resumed name goes with."""
    for statement in article.statements:
        here = article.references.get(statement.number, ())
        for reference in here:
            if reference.edition is not None and reference.suffix is not None:
                span = (reference.start, reference.end)
                yield article.claim(
                    YearSuffix,
                    statement,
                    Subject(reference),
                    reference.edition,
                    span,
                    reference.suffix,
                    because="suffix of the name",
                )
        for start, end, edition in statement.ordinals:
            owner = next((r for r in here if r.how == "named" and 0 <= r.start - end <= _NEAR), None) or article.main(
                statement
            )
            if owner is not None:
                yield article.claim(
                    YearSuffix,
                    statement,
                    Subject(owner),
                    edition,
                    (start, end),
                    (start, end),
                    because="counted edition",
                )


_SUFFIX = re.compile(r"(?:19|20)?\d\d$")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?$", re.IGNORECASE)


def cell(text: str, published: date | None = None) -> Edition:
    """A cell of a dataset: "22", "2022" or "12th"."""
    text = text.strip().lstrip("'’")
    if _SUFFIX.match(text):
        return edition_of(text, published)
    if match := _ORDINAL.match(text):
        return Edition(number=int(match[1]), text=text)
    raise ValueError(f'expected an edition such as 22, 2022 or 12th, not "{text}"')


KIND = Kind("year_suffix", "Edition of an occasion", YearSuffix, find, cell)
