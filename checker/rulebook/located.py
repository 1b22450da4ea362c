"""Mistakes with their place: the key "chek" of the second rule, the word `sufix` inside its expression."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.expressions import Mistake
from checker.model import Document, Problem
from checker.rulebook.faults import Fault, Location
from checker.yamltext import Node, problem


@dataclass(frozen=True)
class Written:
    """A rule file: its text, and the nodes of its YAML."""

    source: Document
    root: Node

    def at(self, location: Location, start: Node | None = None) -> tuple[Node, Location]:
        """The node that the keys lead to, and the keys that led nowhere: what is missing, or a union's tag."""
        node, lost = start or self.root, []
        for key in location:
            match node.value:
                case dict() as members if key in members:
                    node = members[str(key)]
                case list() as items if isinstance(key, int) and key < len(items):
                    node = items[key]
                case _:
                    lost.append(key)
        return node, tuple(lost)

    def key_at(self, location: Location, start: Node | None = None) -> Node:
        """The node of the last key itself, where it is written; else the node it would stand in."""
        parent, _ = self.at(location[:-1], start)
        return parent.keys.get(str(location[-1]), parent) if location else parent

    def complain(self, node: Node, message: str, help: str = "") -> Problem:
        """A problem at a scalar, or at the first key of a mapping: `id: …`, not the whole rule."""
        if isinstance(node.value, dict) and node.keys:
            node = next(iter(node.keys.values()))
        elif isinstance(node.value, list) and node.value and isinstance(node.value[0].value, str):
            node = node.value[0]
        return problem(self.source, node, message, help=help)

    def blame(self, rule: Node, fault: Fault) -> Problem:
        """A fault of a rule as a problem of its file."""
        node, _ = self.at(fault.at, rule)
        if fault.key:
            node = self.key_at(fault.at, rule)
        elif fault.mistake is not None and isinstance(node.value, str):
            node = self._part(node, node.value, fault.mistake)
        return self.complain(node, fault.message, fault.help)

    def _part(self, node: Node, text: str, mistake: Mistake) -> Node:
        """The part of a scalar that is wrong.

        YAML folds lines and unescapes quotes, so that `text` and the file may differ. They are lined up from left to
        right over the characters that are not blank, which neither adds or drops.
        """
        raw = self.source.source[node.start : node.end]
        places, at = [], 1 if node.quoted and raw[:1] in "\"'" else 0
        if raw[:1] in "|>":
            at = raw.find("\n") + 1
        for character in text:
            found = at if character.isspace() else raw.find(character, at)
            if found < 0:
                return node
            places.append(found)
            at = found + (not character.isspace())
        places.append(at)
        start, end = places[min(mistake.start, len(text))], places[max(min(mistake.end, len(text)) - 1, 0)] + 1
        return replace(node, value="", start=node.start + start, end=node.start + max(end, start + 1))
