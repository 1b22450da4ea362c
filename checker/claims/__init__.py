"""Claim kinds, one file each: `end_date.py` says what an end date is called, what its value is and how it is found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from checker.claims.article import Article
from checker.claims.records import read_records
from checker.language.knownnames import KnownNames
from checker.model import Claim, Kind, Skipped


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every claim kind of this folder, by name: the modules that have a `KIND`."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        kind = getattr(importlib.import_module(f"{__name__}.{module.name}"), "KIND", None)
        if isinstance(kind, Kind):
            found[kind.name] = kind
    return found


def extract(articles: Sequence[Article], chosen: Mapping[str, Kind]) -> Iterator[tuple[list[Claim], list[Skipped]]]:
    """For each article its claims in order of place, each with an id, and the rows that could not be read.

    A name that one article establishes is known in all of them, and so is one that several give with an edition.
    """
    known = _known_names(articles)
    for article in articles:
        found, skipped = read_records(article.document, chosen)
        if article.document.text:
            article.known = known
            found.extend(claim for kind in chosen.values() for claim in kind.find(article))
        yield numbered(found), skipped


def _known_names(articles: Sequence[Article]) -> KnownNames:
    """Names of occasions as one of the articles writes them."""
    known: dict[str, str] = {}
    suffixed: dict[str, str] = {}
    for article in articles:
        for folded, base in article.outline.established.items():
            known[folded] = min(known.get(folded, base), base)
        for folded, base in article.outline.suffixed.items():
            if folded in suffixed:
                known.setdefault(folded, min(suffixed[folded], base))
            suffixed.setdefault(folded, base)
    return KnownNames(known)


def numbered(claims: Iterable[Claim]) -> list[Claim]:
    """The same claims in order of place, each with an id (`a.txt#3`: the third claim read there)."""
    counts: dict[str, int] = {}
    ordered = []
    for claim in sorted(claims, key=_place):
        counts[claim.where.path] = counts.get(claim.where.path, 0) + 1
        ordered.append(claim if claim.id else replace(claim, id=f"{claim.where.path}#{counts[claim.where.path]}"))
    return ordered


def _place(claim: Claim) -> tuple[str, int, int, str, str]:
    return (claim.where.path, claim.where.start, claim.where.end, claim.kind, str(claim.value))
