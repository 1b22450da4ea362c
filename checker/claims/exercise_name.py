"""Names of occasions: "Regional Cooperation", “Silver Heron”."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.model import Claim, Kind, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseName(Claim):
    """What the source calls the occasion, without its edition."""

    kind: Literal["exercise_name"] = "exercise_name"
    value: Term


def find(article: Article) -> Iterator[ExerciseName]:
    """Every named mention of an occasion, once per statement."""
    for statement in article.statements:
        seen = set()
        for reference in article.references.get(statement.number, ()):
            if reference.how != "named" or reference.base in seen:
                continue
            seen.add(reference.base)
            end = reference.start + len(reference.base)
            end = end if statement.text[reference.start : end] == reference.base else reference.end
            value = Term(name=reference.base, text=statement.text[reference.start : end])
            span = (reference.start, end)
            yield article.claim(ExerciseName, statement, Subject(reference), value, span, span, because="named here")


def cell(text: str, published: date | None = None) -> Term:
    """A cell of a dataset: the name as it stands."""
    if not text.strip():
        raise ValueError("expected a name")
    return Term(name=text.strip(), text=text)


KIND = Kind("exercise_name", "Name of an occasion", ExerciseName, find, cell)
