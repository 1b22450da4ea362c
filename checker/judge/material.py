"""What rules are judged on: subjects by the kinds of their claims, the text of `b.txt` that a record cites, names.yml.

One for all rules of a run: 200 rules over 20,000 claims look only at the subjects that have something for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from checker.judge.accounts import Accounts, accounts_of
from checker.model import Cell, Document, Subject
from checker.rulebook import Names, Rule

Made = TypeVar("Made")


class Material:
    """The subjects of a run and its sources, read by all rules and changed by none."""

    def __init__(
        self, subjects: Sequence[Subject], sources: Iterable[Document] = (), names: Names | None = None
    ) -> None:
        self.subjects = subjects
        self.names = names or Names()
        self.sources: Mapping[str, Document] = {source.path: source for source in sources}
        self._with_kind: dict[str, list[int]] = defaultdict(list)
        self._about: dict[tuple[str, ...], Sequence[Subject]] = {}
        self._made: dict[Hashable, Any] = {}
        self._accounts: Accounts | None = None
        for number, subject in enumerate(subjects):
            for kind in {claim.kind for claim in subject.claims}:
                self._with_kind[kind].append(number)

    def source_named(self, name: str) -> Document | None:
        """The source that a record cites, by its path or the end of it; None if there is none, or several."""
        if not name:
            return None
        if name in self.sources:
            return self.sources[name]
        found = [source for path, source in self.sources.items() if path.endswith(f"/{name}")]
        return found[0] if len(found) == 1 else None

    def about(self, rule: Rule) -> Sequence[Subject]:
        """The subjects with claims that the rule may read, in their order."""
        kinds = rule.claim_kinds
        if kinds not in self._about:
            numbers = {number for kind in kinds for number in self._with_kind.get(kind, ())}
            self._about[kinds] = [self.subjects[number] for number in sorted(numbers)]
        subjects = self._about[kinds]
        return [_as_seen(rule, subject) for subject in subjects] if rule.picks_sources else subjects

    def once(self, rule: Rule, key: Hashable, make: Callable[[Sequence[Subject]], Made]) -> Made:
        """What `make` makes of the subjects of the rule; rules for the same claim kinds of all sources share it."""
        if rule.picks_sources:
            return make(self.about(rule))
        shared = (rule.claim_kinds, key)
        if shared not in self._made:
            self._made[shared] = make(self.about(rule))
        made: Made = self._made[shared]
        return made

    def accounts_of(self, rule: Rule, subjects: Sequence[Subject]) -> Accounts:
        """What each source says of each subject; of these, where the rule does not see all that there is."""
        if rule.picks_sources:
            return accounts_of(subjects)
        if self._accounts is None:
            self._accounts = accounts_of(self.subjects)
        return self._accounts


def _as_seen(rule: Rule, subject: Subject) -> Subject:
    """The subject without the claims of sources that the rule is not for."""
    return replace(
        subject,
        claims=tuple(claim for claim in subject.claims if rule.is_for(claim)),
        cells=_seen_of(rule, subject.cells),
        supposed=_seen_of(rule, subject.supposed),
    )


def _seen_of(rule: Rule, cells: Iterable[Cell]) -> tuple[Cell, ...]:
    seen = (replace(cell, claims=tuple(claim for claim in cell.claims if rule.is_for(claim))) for cell in cells)
    return tuple(cell for cell in seen if cell.claims)
