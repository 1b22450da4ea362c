"""Ages at death: "died in 2010 aged 62"; as stated, and as birth and death make them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.boxes import box_title
from checker.language.ages import Life, Told, lives
from checker.language.cells import quantity_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(Claim):
    """The age at which the subject died, in years; "59 or 60" where only the years of birth and death are known."""

    kind: Literal["age"] = "age"
    value: Quantity


def find(article: Article) -> Iterator[Age]:
    """Ages at death as stated and as worked out, of everybody whom the article tells of."""
    statements = list(article.statements)
    for life in lives(statements, box_title(statements)):
        for told in life.ages:
            if isinstance(told.mention.value, Quantity):
                yield _claim(article, life, told, told.mention.value, "stated age")
        if life.age is not None:
            yield _claim(article, life, life.died[0], life.age, "worked out from birth and death")


def _claim(article: Article, life: Life, told: Told, value: Quantity, because: str) -> Age:
    span = (told.mention.start, told.mention.end)
    return article.plain_claim(Age, told.statement, life.name, value, span, because=because)


KIND = Kind("age", "Age at death", Age, find, quantity_cell, occasion=False, measures="count")
