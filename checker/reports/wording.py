"""What every format says in the same words: "August 20 (2022-08-20)", "2 errors, 1 note in 5 documents"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from checker.model import Action, Claim, Decision, Finding, Origin, Report, Severity, Side, Skipped, State

_WORDINGS = 3
_NAMED = 3  # paths of many


def counted(count: int, noun: str) -> str:
    """1 error, 2,000 errors."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def values_of(claims: Iterable[Claim], finding: Finding) -> str:
    """What a side says: "August 20 (2022-08-20)"; "end date August 20" when the finding is about several kinds."""
    by_kind = groupby(sorted(claims, key=lambda claim: claim.kind), key=lambda claim: claim.kind)
    if len({claim.kind for claim in finding.claims}) > 1:
        return "; ".join(f"{kind.replace('_', ' ')} {_wordings(list(same))}" for kind, same in by_kind)
    return "; ".join(_wordings(list(same)) for _, same in by_kind)


def _wordings(claims: list[Claim]) -> str:
    """The commonest wording of the one value that all stand for; else the different values, as worded."""
    texts = Counter(" ".join(claim.text.split()) for claim in claims)
    values = {str(claim.value) for claim in claims}
    if len(values) == 1:
        [(text, _)] = texts.most_common(1)
        return text if text in values else f"{text} ({values.pop()})"
    more = f" and {len(texts) - _WORDINGS} more" if len(texts) > _WORDINGS else ""
    return " / ".join([*texts][:_WORDINGS]) + more


def role_of(side: Side, finding: Finding) -> str:
    """ "outlier", "against" beside an outlier, or nothing where none is known."""
    if side.outlier:
        return "outlier"
    return "against" if any(other.outlier for other in finding.sides) else ""


def what_is_skipped(skipped: Skipped) -> str:
    """What could not be processed: "rule aid.amount", "photo.jpg"."""
    return f"rule {skipped.rule}" if skipped.rule else skipped.path


def tally(findings: Sequence[Finding]) -> Iterator[tuple[Severity, int]]:
    """How many there are of each severity, the worst first."""
    for severity in reversed(Severity):
        yield severity, sum(finding.severity is severity for finding in findings)


def asides(report: Report) -> Iterator[str]:
    """What a summary says besides: "2 findings waived", "3 rules had nothing to judge"."""
    settled = [finding.decision for finding in report.findings if finding.settled and finding.decision]
    accepted = sum(decision.origin is Origin.baseline for decision in settled)
    idle = sum(counts.inert for counts in report.coverage.rules.values())
    rules = sum(bool(what.rule) for what in report.skipped)
    inputs = len(report.skipped) - rules
    unchecked = sum(one.state is State.not_checked for one in report.standings)
    told = [
        (len(settled) - accepted, f"{counted(len(settled) - accepted, 'finding')} waived"),
        (accepted, f"{counted(accepted, 'finding')} in the baseline"),
        (unchecked, f"{counted(unchecked, 'decision')} not checked"),
        (idle, f"{counted(idle, 'rule')} had nothing to judge"),
        (inputs, f"{counted(inputs, 'input')} skipped"),
        (rules, f"{counted(rules, 'rule')} skipped"),
        (report.untouched, f"{counted(report.untouched, 'finding')} of unchanged claims not shown"),
        (report.passed_over, f"{counted(report.passed_over, 'file')} of no known format passed over"),
        (len(report.unmapped), f"not read for want of a mapping (checker init): {_some(report.unmapped)}"),
    ]
    return (words for count, words in told if count)


def _some(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else ""
    return ", ".join(paths[:_NAMED]) + more


def silence(report: Report) -> str:
    """What a report without open findings says."""
    if report.findings:
        return "no open contradictions"
    return "no contradiction touches what has changed" if report.untouched else "no contradictions"


def scope(report: Report) -> str:
    """Of how much a summary speaks: "5 documents (41 claims)"."""
    return f"{counted(len(report.documents), 'document')} ({counted(report.coverage.read, 'claim')})"


def summary(report: Report) -> str:
    """2 errors, 0 warnings, 1 note in 5 documents (41 claims); 3 rules had nothing to judge"""
    counts = ", ".join(counted(count, severity.value) for severity, count in tally(report.open))
    return "; ".join([f"{counts if report.open else silence(report)} in {scope(report)}", *asides(report)])


_DECIDED = {
    Action.waive: "waived",
    Action.both_valid: "both values are valid",
    Action.not_same: "not about the same thing",
    Action.right: "the true value is known",
}


def decided(decision: Decision) -> str:
    """A decision in one line: "waived by jdoe: the host counts the day of departure"."""
    what = "in the baseline" if decision.origin is Origin.baseline else _DECIDED[decision.action]
    by = f" by {decision.by}" if decision.by else ""
    return f"{what}{by}: {decision.reason}" if decision.reason else f"{what}{by}"
