"""Values whose time nobody tells, beside those of a stated one: "has 48 turbines", reported in May 2022, and a row
`as_of: 2022` that says 56.

A report that tells no time is taken to speak of its own year, but never beside a time that its own source states.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.align.agreeing import agree
from checker.align.instalments import Instalment
from checker.align.scopes import Attribute, accounts, attribute_of, excluded
from checker.model import Cell, Claim, Period, Severity, Timing

_LOOKING_BACK = 3  # a report of the first months may give the figure of the year before
_BECAUSE = {
    Timing.state: "what a report of {year} says without a time is taken to be true in {year}",
    Timing.period: "what a report of {year} says without a time may be for {year}",
}
_OF_NOW = "a row without a time is held against the latest reports, which are of {year}"


def supposed_cells(instalment: Instalment) -> tuple[Cell, ...]:
    """Further groups of an instalment's claims that may be compared, if reports speak of their own year."""
    alike: dict[Attribute, list[Claim]] = defaultdict(list)
    for claim in instalment.claims:
        if claim.timing is not Timing.once and not excluded(claim):
            alike[attribute_of(claim)._replace(period="")].append(claim)
    return tuple(cell for attribute in sorted(alike, key=str) for cell in _of_attribute(alike[attribute]))


def _of_attribute(claims: Sequence[Claim]) -> Iterator[Cell]:
    undated = _by_year(claim for claim in claims if claim.scope.as_of is None and claim.scope.reported is not None)
    stated: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.scope.as_of is not None:
            stated[str(claim.scope.as_of)].append(claim)
    for year in sorted(undated):
        for period in sorted(stated):
            yield from _beside_stated(year, undated[year], stated[period], claims)
    yield from _beside_rows(undated, claims)


def _beside_stated(
    year: int, undated: Sequence[Claim], stated: Sequence[Claim], claims: Sequence[Claim]
) -> Iterator[Cell]:
    timing, period = stated[0].timing, stated[0].scope.as_of
    if period is None or period.year != year or (timing is Timing.period and str(period) != str(year)):
        return
    told = {claim.where.path for claim in stated}
    reports = [claim for claim in undated if claim.where.path not in told]
    if timing is Timing.period:
        before = [claim for claim in claims if _is_for(claim.scope.as_of, year - 1)]
        reports = [claim for claim in reports if _may_be_of_its_year(claim, before)]
    cap = Severity.error if timing is Timing.state else Severity.warning
    yield from _cells(reports, stated, _BECAUSE[timing].format(year=year), cap)


def _may_be_of_its_year(claim: Claim, before: Iterable[Claim]) -> bool:
    """Not if it was reported early in the year, or gives the figure that somebody states for the year before."""
    reported = claim.scope.reported
    early = reported is not None and reported.month <= _LOOKING_BACK
    return not early and not any(agree(claim, other) for other in before)


def _is_for(period: Period | None, year: int) -> bool:
    return period is not None and period.year == year


def _beside_rows(undated: dict[int, list[Claim]], claims: Sequence[Claim]) -> Iterator[Cell]:
    """A state for which a dataset gives no time is that of now, as far as the run knows it."""
    rows = [claim for claim in claims if claim.row and claim.scope.as_of is None and claim.scope.reported is None]
    if not rows or rows[0].timing is not Timing.state:
        return
    stated = (claim.scope.as_of.last.year for claim in claims if claim.scope.as_of and not claim.scope.as_of.yearless)
    latest = max([*undated, *stated], default=0)
    yield from _cells(undated.get(latest, []), rows, _OF_NOW.format(year=latest), Severity.warning)


def _cells(reports: Sequence[Claim], others: Sequence[Claim], because: str, cap: Severity) -> Iterator[Cell]:
    """Those of both, each speaker apart, if there are any of both."""
    both = {claim.id: claim for claim in (*others, *reports)}
    for account in accounts(list(both.values()), Counter()):
        ids = {claim.id for claim in account}
        if any(claim.id in ids for claim in reports) and any(claim.id in ids for claim in others):
            yield Cell(account[0].kind, tuple(account), because, cap)


def _by_year(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.scope.reported is not None:
            found[claim.scope.reported.year].append(claim)
    return found
