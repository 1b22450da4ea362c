"""How two claims of a run stand to each other: one subject, by which evidence; comparable, or why not.

10,000 in 2017  and  4,500 in 2015   one subject, not comparable: other period: 2017, 2015
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from checker.align import Alignment, occasions_of
from checker.align.instalments import base_name, placed
from checker.align.retelling import Tellings
from checker.align.scopes import attribute_of, excluded, other_scope
from checker.align.series import names_apart
from checker.model import Cell, Claim, Kind, Relation, Subject, fold
from checker.rulebook import Names


@dataclass(frozen=True)
class Relations:
    """The claims of one run and what became of them."""

    claims: Sequence[Claim]
    alignment: Alignment
    kinds: Mapping[str, Kind]
    names: Names

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """The subject of each claim, by the claim's id."""
        return {claim.id: subject for subject in self.alignment.subjects for claim in subject.claims}

    @cached_property
    def _tellings(self) -> Tellings:
        facts = [claim for claim in self.claims if self.kinds[claim.kind].by_sentence]
        return Tellings(facts, occasions_of(self.alignment.subjects))

    def aligned(self, claim: Claim) -> Claim:
        """The claim as its subject has it: with a year, if only the occasion tells."""
        subject = self.subjects.get(claim.id)
        return next((one for one in subject.claims if one.id == claim.id), claim) if subject else claim

    def of(self, first: Claim, second: Claim) -> Relation:
        """How the two stand to each other."""
        by_sentence = [self.kinds[claim.kind].by_sentence for claim in (first, second)]
        if all(by_sentence):
            return self._of_facts(first, second)
        if any(by_sentence):
            named, told = (second, first) if by_sentence[0] else (first, second)
            evidence = f"{_kind(named)} is told of {named.subject}, {_kind(told)} of what its sentence says"
            return Relation(False, (evidence,), False, f"other kind: {_kind(first)} and {_kind(second)}")
        return self._of_named(first, second)

    def _of_facts(self, first: Claim, second: Claim) -> Relation:
        relation = self._tellings.relation(first, second)
        subject = self.subjects[first.id]
        if self.subjects[second.id] is not subject:
            others = "; each is judged with another telling" if relation.comparable else ""
            return replace(relation, because=relation.because + others)
        if relation.comparable:
            return relation
        through = [str(claim.where) for claim in subject.claims if claim.id not in (first.id, second.id)]
        evidence = (*relation.evidence, f"both are matched with {', '.join(through)}")
        return Relation(True, evidence, True, subject.cells[0].because)

    def _of_named(self, first: Claim, second: Claim) -> Relation:
        one, other = self.subjects.get(first.id), self.subjects.get(second.id)
        if one is None or other is None:
            vague = first if one is None else second
            return Relation(False, (), False, f'not clear that "{vague.subject}" is a name')
        if one is other:
            others = tuple(placed(claim) for claim in one.claims if claim.id not in (first.id, second.id))
            merges = (line for line in one.evidence if not line.startswith(others))
            evidence = (f"both are about {one.name}", *merges)
            reason = _kept_apart(one, self.aligned(first), self.aligned(second))
            return Relation(True, evidence, not reason, reason or _because(one, first.id, second.id))
        if first.entry and second.entry and first.where.path == second.where.path:
            rows = f"rows {first.row} and {second.row} of one dataset are two occasions"
            return Relation(False, (rows,), False, "other occasion")
        if one.series and one.series == other.series:
            told = tuple(
                f"{placed(claim)} {claim.scope.occasion}: {claim.scope.occasion_because}"
                for claim in (first, second)
                if claim.scope.occasion_because
            )
            return Relation(False, (f"{one.name} and {other.name} are two occasions", *told), False, "other occasion")
        return Relation(False, (self._two_names(first, second),), False, "other name")

    def _two_names(self, first: Claim, second: Claim) -> str:
        names = [base_name(claim, self.kinds) for claim in (first, second)]
        reason = names_apart(fold(names[0]), fold(names[1]), self.names)
        return f"{names[0]} and {names[1]} are no spellings of one name: {reason or 'each is spelt like a third one'}"


def _kept_apart(subject: Subject, first: Claim, second: Claim) -> str:
    """Why two claims of one subject may not be compared; "" when they stand in one cell."""
    if _shared(subject, first.id, second.id) is not None:
        return ""
    for claim in (first, second):
        if reason := excluded(claim):
            return f"{reason} ({claim.text or claim.value})"
    if attribute_of(first) != attribute_of(second):
        return other_scope(first, second)
    in_cells = {id for cell in subject.cells for id in _ids(cell)}
    return "other speaker" if {first.id, second.id} <= in_cells else "replaced by a later change"


def _because(subject: Subject, *ids: str) -> str:
    """What made them comparable."""
    cell = _shared(subject, *ids)
    return cell.because if cell else ""


def _shared(subject: Subject, *ids: str) -> Cell | None:
    """The group of comparable claims that they stand in."""
    return next((cell for cell in (*subject.cells, *subject.supposed) if {*ids} <= _ids(cell)), None)


def _ids(cell: Cell) -> set[str]:
    return {claim.id for claim in cell.claims}


def _kind(claim: Claim) -> str:
    return claim.kind.replace("_", " ")
