"""The rule book: rules, names and claim kinds together: `for rule in book: …`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.model import Kind, Problem, fold
from checker.rulebook.claimkinds import KindRecord
from checker.rulebook.rule import Rule


@dataclass(frozen=True, slots=True)
class Names:
    """What people told us about names: groups that mean one thing, and groups whose members never do."""

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()

    def apart(self, one: str, other: str) -> bool:
        """Whether somebody said that these two names, folded, never mean one thing."""
        return any({one, other} <= {fold(name) for name in group} for group in self.different)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything that a check needs to know. `kinds` are the claim kinds that are read: the shipped ones and those that
    the rule files define (`defined`). `warnings` are mistakes that do not keep a rule from loading; `spare` are rules
    that are used only where they, or their pack, are selected by name."""

    rules: tuple[Rule, ...]
    kinds: Mapping[str, Kind]
    names: Names = Names()
    packs: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()
    spare: tuple[Rule, ...] = ()
    defined: tuple[KindRecord, ...] = ()

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def find(self, id: str) -> Rule | None:
        """The rule of that id, in use or spare."""
        return next((rule for rule in (*self.rules, *self.spare) if rule.id == id), None)

    def only(self, rule: Rule) -> RuleBook:
        """The same book with a single rule."""
        return replace(self, rules=(rule,))
