"""What `checker waive` writes for a finding: a waiver, or into the one that there is, "until 2028-02-01"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.decisions.records import WaiverRecord
    from checker.decisions.renewal import Renewal
    from checker.decisions.store import Store
    from checker.model import Decision, Finding, Problem, Report
    from checker.rulebook import Names


@dataclass(frozen=True, slots=True)
class Said:
    """What the command line says; None where it says nothing."""

    reason: str | None
    until: date | None
    by: str
    today: date


@dataclass(frozen=True, slots=True)
class Grant:
    """A finding that may stay: the waiver to add, or the entries to change, and in words what becomes others."""

    finding: Finding
    record: WaiverRecord | None = None
    renewals: tuple[Renewal, ...] = ()
    words: tuple[str, ...] = ()


def no_reason() -> Problem:
    """The mistake of who says neither why nor until when."""
    from checker.model import Problem

    help = 'say it in a few words: --reason "the host counts the day of departure"'
    return Problem("a waiver needs a reason", help=help)


def grants_for(chosen: Sequence[Finding], report: Report, said: Said, store: Store, names: Names) -> list[Grant]:
    """One for each finding. Raises CheckerError where nothing would change, or a new waiver has no reason."""
    from checker.decisions.matching import Matcher
    from checker.model import CheckerError, Origin

    waivers = (one.decision for one in report.standings if one.decision.origin is Origin.waiver)
    matcher = Matcher((one for one in waivers if one.settles), names)
    grants, problems = [], []
    for found in chosen:
        entries = matcher.about(found)
        grant = _renewed(found, entries, said) if entries else _new(found, said, store)
        if isinstance(grant, Grant):
            grants.append(grant)
        else:
            problems.append(grant)
    if problems:
        raise CheckerError(*dict.fromkeys(problems))
    return grants


def _new(found: Finding, said: Said, store: Store) -> Grant | Problem:
    from checker.decisions.records import WaiverRecord

    if said.reason is None:
        return no_reason()
    given = {"reason": said.reason, "by": said.by, "on": said.today, "expires": said.until}
    entry = store.entry(found).model_dump()
    return Grant(found, WaiverRecord.model_validate({**entry, **given, "finding": found.fingerprint}))


def _renewed(found: Finding, entries: Sequence[Decision], said: Said) -> Grant | Problem:
    from checker.decisions.renewal import Renewal
    from checker.model import Problem
    from checker.reports.standings import told_of

    changes = {id(one): _changes(one, said) for one in entries}
    if not any(changes.values()):
        message = f'"{found.fingerprint[:12]}" may stay already: {told_of(entries[0])}'
        return Problem(message, help="another --until or --reason would change that")
    signed = {"by": said.by, "on": said.today}
    renewals = tuple(Renewal(one, {**changes[id(one)], **signed}) for one in entries if changes[id(one)])
    words = (word for one in renewals for word in _in_words(one))
    return Grant(found, renewals=renewals, words=tuple(dict.fromkeys(words)))


def _changes(entry: Decision, said: Said) -> Mapping[str, object]:
    """The fields that are said otherwise. The last day of an entry that is over does not hold for a new reason."""
    over = entry.until is not None and entry.until < said.today
    last = said.until if said.until is not None or (over and said.reason is not None) else entry.until
    return {
        **({"reason": said.reason} if said.reason is not None and said.reason != entry.reason else {}),
        **({"expires": last} if last != entry.until else {}),
    }


def _in_words(renewal: Renewal) -> Iterator[str]:
    was = renewal.decision
    if "expires" in renewal.changes:
        new = renewal.changes["expires"]
        yield f"{f'until {new}' if new else 'without a last day'}, was {was.until or 'without a last day'}"
    if "reason" in renewal.changes:
        yield f'for another reason than "{was.reason}"'
