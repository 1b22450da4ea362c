"""The claim kinds of all rule files, `kinds: [{id: enrolment, …}]`, read before any rule: a rule may name a kind of
another file. Two files may define one kind, if they do it alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.claims.defined import kind_of
from checker.model import Problem
from checker.rulebook.claimkinds import KindRecord
from checker.rulebook.faults import Surroundings
from checker.rulebook.located import Written
from checker.rulebook.reading import read_kind
from checker.yamltext import Node


class DefinedKinds:
    """What the files define: `around` has the kinds that rules may name, `problems` what is wrong with the others."""

    def __init__(self, around: Surroundings, files: Iterable[Written]) -> None:
        self.around = around
        self.problems: list[Problem] = []
        self._records: dict[str, KindRecord] = {}
        for written in files:
            self._read(written)

    @property
    def records(self) -> tuple[KindRecord, ...]:
        return tuple(self._records[id] for id in sorted(self._records))

    def _read(self, written: Written) -> None:
        listed, lost = written.at(("kinds",))
        for node in listed.value if not lost and isinstance(listed.value, list) else ():
            record = read_kind(written, node)
            if isinstance(record, KindRecord):
                self._add(record, written, node)
            else:
                self.problems.extend(record)
                id = node.value.get("id") if isinstance(node.value, dict) else None
                self._is_broken(id.value if id is not None and isinstance(id.value, str) else "")

    def _add(self, record: KindRecord, written: Written, node: Node) -> None:
        """Checks what the kind means, and makes it."""
        if record.id in self._records:
            self._compare(self._records[record.id], record, written, node)
            return
        faults = record.resolve(self.around.kinds)
        self.problems.extend(written.blame(node, fault) for fault in faults)
        self._records[record.id] = record
        if faults:
            self._is_broken(record.id)
        else:
            kinds = {**self.around.kinds, record.id: kind_of(record.definition)}
            self.around = replace(self.around, kinds=kinds)

    def _compare(self, first: KindRecord, second: KindRecord, written: Written, node: Node) -> None:
        if first.definition == second.definition and first.path != second.path:
            return
        place = f"line {first.line}" if first.path == second.path else f"{first.path}:{first.line}"
        id, _ = written.at(("id",), node)
        message = f'two kinds have the id "{second.id}"'
        self.problems.append(written.complain(id, message, f"the first is in {place}"))

    def _is_broken(self, id: str) -> None:
        """Rules over a kind with a mistake have none for that."""
        self.around = replace(self.around, broken=self.around.broken | {id})
