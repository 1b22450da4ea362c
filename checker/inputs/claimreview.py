"""schema.org ClaimReview: `{"@type": "ClaimReview", "claimReviewed": "Sand Tern 22 ended on 20 August 2022", …}`.

A claim that the reviewer rates as true is read as a text of its day. Any other is nobody's assertion: it is shown as
struck text is, and not read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from checker.inputs.objects import Member, members, parse_value, skip_blank
from checker.inputs.published import day
from checker.inputs.weaving import Weaver
from checker.model import CheckerError, Document, Problem, Role

_TYPE = "ClaimReview"
_TRUE = frozenset(("true", "correct", "accurate", "right", "confirmed", "yes"))
# The text of a JSON string between its quotes: as it stands, or escaped: \u00e9, \ud83d\ude00, \"
_PIECE = re.compile(r"[^\\]+|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]{4}|\\.")


class Review(NamedTuple):
    """A claim that was reviewed: where its words stand in the source, whether it is rated true, and its day."""

    start: int
    end: int
    true: bool
    told: date | None


def reviews(document: Document, start: int) -> list[Review]:
    """The reviews of the JSON value at `start`: an object, a list of them, or what an object has under `@graph`. Raises
    CheckerError where a review does not say what was claimed."""
    found, problems = [], []
    for item in _objects(document.source, start):
        of_item = {member.key: member for member in members(document.source, item)}
        if not _is_review(of_item):
            continue
        claimed = of_item.get("claimReviewed")
        if claimed is None or not isinstance(claimed.value, str) or not claimed.value.strip():
            place = document.line_and_column(claimed.start if claimed else item)
            problems.append(
                Problem("a ClaimReview says in claimReviewed, as text, what was claimed", document.path, *place)
            )
            continue
        values = {key: member.value for key, member in of_item.items()}
        found.append(Review(claimed.start + 1, claimed.end - 1, _is_true(values.get("reviewRating")), _told(values)))
    if problems:
        raise CheckerError(*problems)
    return found


def read_reviews(document: Document, found: list[Review]) -> Document:
    """The document with each claim as a paragraph; its day is that of the claims that are read, if they have one."""
    weaver = Weaver(document.source)
    for review in found:
        weaver.separate("\n\n")
        begun = len(weaver)
        for piece in _PIECE.finditer(document.source, review.start, review.end):
            if piece[0].startswith("\\"):
                weaver.put(json.loads(f'"{piece[0]}"'), *piece.span())
            else:
                weaver.keep(*piece.span())
        if not review.true:
            weaver.mark(Role.struck, begun)
    days = {review.told for review in found if review.true}
    told = days.pop() if len(days) == 1 else None
    return weaver.into(document, published=told, published_because="the date of the ClaimReview" if told else "")


def _objects(source: str, start: int) -> Iterator[int]:
    """Where the objects begin that may be reviews."""
    match source[start : start + 1]:
        case "[":
            at = skip_blank(source, start + 1)
            while source[at] != "]":
                if source[at] == "{":
                    yield at
                at = skip_blank(source, parse_value(source, at)[1])
                at = skip_blank(source, at + 1) if source[at] == "," else at
        case "{":
            yield start
            for member in members(source, start):
                if member.key == "@graph" and isinstance(member.value, list):
                    yield from _objects(source, member.start)
        case _:
            return


def _is_review(of_item: dict[str, Member]) -> bool:
    kind = of_item["@type"].value if "@type" in of_item else None
    return kind == _TYPE or (isinstance(kind, list) and _TYPE in kind)


def _is_true(rating: Any) -> bool:
    """Does the rating stand at its best, or call the claim true?"""
    if not isinstance(rating, dict):
        return False
    named = rating.get("alternateName") or rating.get("name")
    if isinstance(named, str) and named.strip():
        return named.strip(" .!").casefold() in _TRUE
    value, best = _number(rating.get("ratingValue")), _number(rating.get("bestRating", 5))
    return value is not None and best is not None and value == best


def _number(value: Any) -> float | None:
    try:
        return float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        return None


def _told(values: dict[str, Any]) -> date | None:
    """The day on which it was claimed, else on which it was reviewed."""
    item = values.get("itemReviewed")
    of_item = item if isinstance(item, dict) else {}
    texts = (of_item.get("datePublished"), values.get("datePublished"))
    return next((found for text in texts if isinstance(text, str) and (found := day(text))), None)
