"""How decisions stand to the findings of a run: this waiver is active, that one has lapsed, of a third the rule did not
run."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from checker.decisions.given import Decisions
from checker.decisions.matching import Matcher
from checker.decisions.replaced import disputed, replaced
from checker.expressions import nearest
from checker.model import Action, Decision, Document, Finding, Origin, Skipped, Standing, State
from checker.rulebook import RuleBook

_NO_RULE = "there is no rule"
# Whose word is named where several decisions agree on a finding.
_RANK = (Origin.waiver, Origin.inline, Origin.review, Origin.baseline)


def decide(
    findings: Sequence[Finding],
    decisions: Decisions,
    documents: Sequence[Document],
    rules: RuleBook,
    elsewhere: Callable[[], Collection[str]] = frozenset,
) -> tuple[tuple[Finding, ...], tuple[Standing, ...]]:
    """The findings, each with the decision that counts for it, and how all decisions stand, but for undoing ones. The
    ids of rules `elsewhere` are asked for only when a decision names a rule that the book does not have."""
    inline = [one for document in documents for one in document.waivers] if decisions.inline else []
    every = (*decisions.given, *inline)
    told = dict(_without_effect(every, decisions))  # by `id()`: two decisions may be equal
    every = tuple(one for one in every if one.action is not Action.undo)
    matcher = Matcher((one for one in every if id(one) not in told), rules.names)
    settled = []
    near: dict[int, Finding] = {}
    contradicted: dict[int, Standing] = {}
    for found in findings:
        about = matcher.about(found)
        at_odds = disputed(about)
        for one in about:
            before = told[id(one)].findings if id(one) in told else ()
            standing = _about(one, found, about if at_odds else ())
            told[id(one)] = replace(standing, findings=(*before, found.fingerprint))
        near |= {id(one): found for one in matcher.near(found)} if not about else {}
        contradicted |= {id(one): _contradicted(one, found) for one in matcher.contradicting(found)}
        settled.append(replace(found, decision=None if at_odds else _decisive(about)))
    checked = _Checked(documents, rules, decisions.gone, elsewhere)
    known = contradicted | told
    return tuple(settled), tuple(known.get(id(one)) or _idle(one, checked, near.get(id(one))) for one in every)


def not_understood(standings: Iterable[Standing]) -> Iterator[Skipped]:
    """The waivers in sources that name a rule which there is not: who wrote them expects them to hold."""
    for one in standings:
        at = one.decision
        if at.origin is Origin.inline and one.state is State.not_checked and one.because.startswith(_NO_RULE):
            yield Skipped(at.path, f"line {at.line}: a waiver of nothing: {one.because}")


def _without_effect(every: Sequence[Decision], decisions: Decisions) -> Iterator[tuple[int, Standing]]:
    """Those that count no longer, whatever is found."""
    because = replaced(every)
    for one in every:
        if id(one) in because:
            yield id(one), Standing(one, State.replaced, because[id(one)])
        elif over := _over(one, decisions):
            yield id(one), Standing(one, State.expired, over)


def _over(decision: Decision, decisions: Decisions) -> str:
    """Why its time is over, "" if it is not."""
    if decision.until is None:
        return ""
    if decisions.today is None:
        return f"it holds until {decision.until}, and this run was not told what day it is"
    return f"its last day was {decision.until}" if decision.until < decisions.today else ""


def _decisive(about: Iterable[Decision]) -> Decision | None:
    """The decision that counts. What people say goes before the baseline."""
    return min(about, key=lambda one: _RANK.index(one.origin), default=None)


def _about(decision: Decision, found: Finding, at_odds: Sequence[Decision]) -> Standing:
    if at_odds and decision.origin is not Origin.baseline:
        others = (one for one in at_odds if one is not decision and one.origin is not Origin.baseline)
        said = "; ".join(f"{one.by or one.origin.value}: {_verdict(one)}" for one in others)
        return Standing(decision, State.disputed, f"{_verdict(decision)}; {said}")
    if not decision.settles:
        path = found.claims[0].where.path
        return Standing(decision, State.active, f"{_verdict(decision)}, and {path} has not been mended")
    return Standing(decision, State.active)


def _contradicted(decision: Decision, found: Finding) -> Standing:
    """A decision with the fingerprint of a finding that it does not describe: edited, or copied to a wrong place."""
    named = found.subject or found.identities[0].subject
    what = ", ".join([found.rule, *filter(None, [named]), *found.identities[0].values])
    because = f"its fingerprint is that of {what}, and what it says besides is another finding"
    return Standing(decision, State.lapsed, because, (found.fingerprint,))


def _verdict(decision: Decision) -> str:
    return f"{decision.right} is right" if decision.action is Action.right else decision.action.value


class _Checked:
    """What a run has checked."""

    def __init__(
        self,
        documents: Iterable[Document],
        rules: RuleBook,
        gone: Collection[str],
        elsewhere: Callable[[], Collection[str]],
    ) -> None:
        self.paths = frozenset(os.path.realpath(document.path) for document in documents)
        self.ran = frozenset(rule.id for rule in rules)
        self.loaded = frozenset(rule.id for rule in (*rules.rules, *rules.spare))
        self.gone = gone
        self.elsewhere = elsewhere

    def knows(self, rule: str) -> bool:
        return rule in self.loaded or rule in self.known

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of all rules that there are, as far as anybody knows."""
        return self.loaded | frozenset(self.elsewhere())

    def without(self, decision: Decision) -> Iterator[str]:
        """The sources of a decision that took no part, although they are still there."""
        for source in decision.sources:
            if source not in self.gone and os.path.realpath(source) not in self.paths:
                yield source


def _idle(decision: Decision, checked: _Checked, other: Finding | None) -> Standing:
    """How a decision stands that no finding is covered by."""
    if decision.rule not in checked.ran:
        if checked.knows(decision.rule):
            return Standing(decision, State.not_checked, f"the rule {decision.rule} did not run")
        near = nearest(decision.rule, checked.known)
        help = f'; did you mean "{near}"?' if near else ""
        return Standing(decision, State.not_checked, f'{_NO_RULE} "{decision.rule}"{help}')
    if missing := next(checked.without(decision), ""):
        return Standing(decision, State.not_checked, f"{missing} was not checked")
    if other is not None:
        now, then = (", ".join(values) for values in (other.identities[0].values, decision.values))
        because = f"made for {then}; the values are {now} now"
        return Standing(decision, State.lapsed, because, (other.fingerprint,))
    return Standing(decision, State.unused, "there is no such finding any more")
