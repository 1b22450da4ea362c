"""Claim kinds, one file each: `end_date.py` says what an end date is called, what its value is and how it is found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from checker.claims.article import Article
from checker.claims.records import read_records
from checker.claims.rows import read_rows
from checker.claims.together import Together
from checker.entrypoints import Plugin, plugins
from checker.language.knownnames import KnownNames
from checker.model import Claim, Kind, Skipped


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every claim kind by name: the modules of this folder that have a `KIND`, and those that installed packages offer
    as entry points of `checker.kinds`. Raises CheckerError for an entry point that offers none."""
    found: dict[str, Kind] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        kind = getattr(importlib.import_module(f"{__name__}.{module.name}"), "KIND", None)
        if isinstance(kind, Kind):
            found[kind.name] = kind
    for plugin in plugins("checker.kinds"):
        for kind in _offered(plugin):
            if not (kind.name.isidentifier() and kind.name.isascii()):
                raise plugin.unfit(f"offers a claim kind {kind.name!r:.80}: its name is letters, digits and _")
            if kind.name in found:
                raise plugin.unfit(f'offers a claim kind "{kind.name}", which there is already')
            found[kind.name] = kind
    return found


def _offered(plugin: Plugin) -> Sequence[Kind]:
    """The kinds that an entry point offers: one, or several in a list."""
    offered = plugin.offered if isinstance(plugin.offered, (list, tuple)) else [plugin.offered]
    kinds = [kind for kind in offered if isinstance(kind, Kind)]
    if len(kinds) < len(offered):
        raise plugin.unfit(f"is no checker.model.Kind and no list of them, but {plugin.offered!r:.80}")
    return kinds


def extract(
    articles: Sequence[Article], chosen: Mapping[str, Kind], wanted: Mapping[str, Set[int]] | None = None
) -> Iterator[tuple[list[Claim], list[Skipped]]]:
    """For each article its claims in order of place, each with an id, and the rows that could not be read. Of a dataset
    whose path is in `wanted` only these rows are read.

    A name that one article establishes is known in all of them, and so is one that several give with an edition.
    """
    known, run = _known_names(articles), Together(articles)
    for article in articles:
        document = article.document
        if document.mapping is not None:
            yield read_rows(document, document.mapping, chosen, (wanted or {}).get(document.path))
            continue
        found, skipped = read_records(document, chosen)
        if document.text:
            article.known, article.run = known, run
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
