"""Two versions of a dataset, for people: each restated value as it was and as it is, with both places; and as JSON.

Steppe Eagle 84
  end date: 1984-03-17 → 1984-03-19 (conflicts)
    old.csv:2:26 → new.csv:2:26
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from rich.text import Text

from checker.model import Claim, Restated, Skipped, Versions
from checker.reports.json import claim_record, skipped_record
from checker.reports.page import Page
from checker.reports.safe import json_for_all
from checker.reports.terminal import skips
from checker.reports.wording import counted

_DIM = "dim"


def show(versions: Versions, skipped: Sequence[Skipped], page: Page) -> str:
    """Restated values by subject, then what is renamed, new and gone."""
    blocks = [list(_subject(list(found), page)) for _, found in groupby(versions.restated, key=lambda one: one.subject)]
    blocks += [list(block) for block in _rest(versions, page)]
    if skipped:
        blocks.append(list(skips(skipped, page)))
    if not page.quiet:
        blocks.append(list(page.wrapped(Text(summary(versions)))))
    return page.paint(line for number, block in enumerate(blocks) for line in ([Text()] if number else []) + block)


def _subject(restated: Sequence[Restated], page: Page) -> Iterator[Text]:
    yield from page.wrapped(Text(page.safe(restated[0].subject), style="bold"), hang="  ")
    arrow = page.sign("→", "->")
    for one in restated:
        style = "bold red" if one.conflicts else "cyan"
        values = f"{page.safe(_said(one.old))} {arrow} {page.safe(_said(one.new))}"
        line = Text.assemble(f"  {page.safe(_what(one.new))}: ", (values, "bold"), (f" ({page.safe(one.how)})", style))
        yield from page.wrapped(line, hang="      ")
        places = f"    {page.safe(one.old.where)} {arrow} {page.safe(one.new.where)}"
        yield from page.wrapped(Text(places, style=_DIM), hang="      ")


def _what(claim: Claim) -> str:
    parts = (claim.kind.replace("_", " "), *(" ".join(role) for role in claim.scope.roles))
    return ", ".join(part for part in parts if part)


def _said(claim: Claim) -> str:
    return claim.text or str(claim.value)


def _rest(versions: Versions, page: Page) -> Iterator[Iterator[Text]]:
    arrow = page.sign("→", "->")
    if versions.renamed:
        ways = [(one.old, one.new) for one in versions.renamed]
        pairs = [(f"{old.subject} {arrow} {new.subject}", f"{old.where} {arrow} {new.where}") for old, new in ways]
        yield _listed("renamed", pairs, page)
    for title, claims in (("filled in", versions.filled), ("emptied", versions.emptied)):
        if claims:
            cells = [(f"{one.subject}: {_what(one)} {_said(one)}", str(one.where)) for one in claims]
            yield _listed(title, cells, page)
    for title, claims in (("new", versions.new), ("removed", versions.removed)):
        if claims:
            yield _listed(title, ((one.subject, f"{one.where.path}:{one.where.line}") for one in claims), page)


def _listed(title: str, lines: Iterable[tuple[str, str]], page: Page) -> Iterator[Text]:
    yield Text(title, style="bold")
    for words, place in lines:
        yield from page.wrapped(Text.assemble(f"  {page.safe(words)}  ", (page.safe(place), _DIM)), hang="      ")


def summary(versions: Versions) -> str:
    """ "2 values restated (1 conflicts), 1 subject new, 3 removed, 0 renamed; 40 subjects in both versions"."""
    conflicts = sum(one.conflicts for one in versions.restated)
    counts = (
        f"{counted(len(versions.restated), 'value')} restated"
        + (f", {conflicts} of them in conflict" if conflicts else ""),
        f"{counted(len(versions.new), 'subject')} new",
        f"{len(versions.removed)} removed",
        f"{len(versions.renamed)} renamed",
    )
    return f"{'; '.join(counts)}; {counted(versions.both, 'subject')} in both versions"


def as_json(versions: Versions, skipped: Sequence[Skipped], page: Page) -> str:
    """The same as JSON."""
    record: Mapping[str, object] = {
        "version": 1,
        "restated": [
            {
                "subject": one.subject,
                "kind": one.new.kind,
                "how": one.how,
                "conflicts": one.conflicts,
                "old": claim_record(one.old, row=one.old.row, cell=one.old.column),
                "new": claim_record(one.new, row=one.new.row, cell=one.new.column),
            }
            for one in versions.restated
        ],
        "filled": [_named(claim) for claim in versions.filled],
        "emptied": [_named(claim) for claim in versions.emptied],
        "new": [_named(claim) for claim in versions.new],
        "removed": [_named(claim) for claim in versions.removed],
        "renamed": [{"old": _named(one.old), "new": _named(one.new)} for one in versions.renamed],
        "skipped": [skipped_record(what) for what in skipped],
        "summary": {
            "restated": len(versions.restated),
            "conflicts": sum(one.conflicts for one in versions.restated),
            "new": len(versions.new),
            "removed": len(versions.removed),
            "renamed": len(versions.renamed),
            "both": versions.both,
        },
    }
    return f"{json_for_all(record, page.encoding)}\n"


def _named(claim: Claim) -> Mapping[str, object]:
    return claim_record(claim, subject=claim.subject, row=claim.row)
