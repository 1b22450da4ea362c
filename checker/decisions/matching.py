"""Which findings a decision is about: by fingerprint, or by rule, subject (under any of its names) and values.

`values: [2022-08-20, 2022-08-22]` covers a finding whose values are all among these: a value that is told in another
source or in other words is the same value, one that is gone leaves less to dispute, and a new one is a new finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from checker.language.editions import edition_of, split_label
from checker.model import Decision, Finding, Identity, fold
from checker.rulebook import Names


class Label(NamedTuple):
    """A name, folded, and its edition: "Steppe Eagle - 22" and "steppe eagle 2022" are one."""

    name: str
    year: int | None


def label_of(name: str) -> Label:
    """The label that a name is."""
    base, digits = split_label(name)
    return Label(fold(base), edition_of(digits, None).year if digits else None)


class Labels:
    """The labels that findings go by; names that names.yml calls the same are one."""

    def __init__(self, names: Names) -> None:
        self._leaders: dict[str, str] = {}
        for group in names.same:
            folded = [fold(name) for name in group]
            old = {self._leaders[name] for name in folded if name in self._leaders}
            leader = min(old, default=folded[0])
            for name in (*folded, *(known for known, of in self._leaders.items() if of in old)):
                self._leaders[name] = leader
        self._known: dict[str, Label] = {}

    def of(self, name: str) -> Label:
        """The label of a name, of all that are the same one."""
        if name not in self._known:
            base, year = label_of(name)
            self._known[name] = Label(self._leaders.get(base, base), year)
        return self._known[name]

    def of_finding(self, found: Finding) -> set[Label]:
        """Every label that its subject goes by in the sources."""
        told = {found.subject, *(identity.subject for identity in found.identities)}
        return {self.of(name) for name in (*told, *(claim.subject for claim in found.claims))}


class Matcher:
    """Looks up the decisions on a finding."""

    def __init__(self, decisions: Iterable[Decision], names: Names) -> None:
        self.labels = Labels(names)
        self._by_fingerprint: Mapping[str, list[Decision]] = defaultdict(list)
        self._by_subject: Mapping[tuple[str, Label], list[Decision]] = defaultdict(list)
        self._inline: Mapping[tuple[str, str], list[Decision]] = defaultdict(list)
        for one in decisions:
            if one.reach is not None:
                self._inline[one.rule, one.path].append(one)
                continue
            if one.finding:
                self._by_fingerprint[one.finding].append(one)
            self._by_subject[one.rule, self.labels.of(one.subject)].append(one)

    def about(self, found: Finding) -> Sequence[Decision]:
        """The decisions that cover a finding, each once."""
        return list({id(one): one for one in self._about(found)}.values())

    def near(self, found: Finding) -> Iterator[Decision]:
        """Those on the same rule and subject, whatever their values."""
        for label in self.labels.of_finding(found):
            for rule in dict.fromkeys(identity.rule for identity in found.identities):
                yield from self._by_subject.get((rule, label), ())

    def contradicting(self, found: Finding) -> Iterator[Decision]:
        """Those that give its fingerprint, and another rule, subject or value."""
        labels = self.labels.of_finding(found)
        for identity in found.identities:
            for one in self._by_fingerprint.get(identity.fingerprint, ()):
                if not self._agrees(one, found, labels):
                    yield one

    def _agrees(self, decision: Decision, found: Finding, labels: Set[Label]) -> bool:
        """Is what a decision says besides the fingerprint true of the finding?"""
        about = not decision.subject or decision.subject == found.rule or self.labels.of(decision.subject) in labels
        return about and any(
            decision.rule == identity.rule and (not decision.values or _grants(decision.values, identity))
            for identity in found.identities
        )

    def _about(self, found: Finding) -> Iterator[Decision]:
        labels = self.labels.of_finding(found)
        for identity in _covering(found):
            for one in self._by_fingerprint.get(identity.fingerprint, ()):
                if self._agrees(one, found, labels):
                    yield one
            for label in labels:
                for one in self._by_subject.get((identity.rule, label), ()):
                    if _grants(one.values, identity):
                        yield one
            for path in {claim.where.path for claim in found.claims}:
                for one in self._inline.get((identity.rule, path), ()):
                    if _reaches(one, found):
                        yield one


def _covering(found: Finding) -> Iterator[Identity]:
    """The identities that say all that the finding says. What stands under a finding shares its outlier or its places,
    and so covers two sides; of a third it says nothing."""
    for number, identity in enumerate(found.identities):
        if number == 0 or len(found.sides) <= max(2, len(identity.values)):
            yield identity


def _grants(values: Iterable[str], identity: Identity) -> bool:
    """Is each of the identity's values granted, in one of the wordings that its side has?"""
    granted = {_plain(value) for value in values}
    sides = [{_plain(word) for word in side} for side in identity.wordings]
    return all(
        _plain(value) in granted or any(_plain(value) in side and side & granted for side in sides)
        for value in identity.values
    )


def _plain(value: str) -> str:
    return " ".join(value.casefold().split())


def _reaches(decision: Decision, found: Finding) -> bool:
    start, end = decision.reach or (0, 0)
    return any(
        claim.where.path == decision.path and claim.where.start < end and claim.where.end > start
        for claim in found.claims
    )
