"""From the text of an expression to a syntax tree with bounds: `year(end` is a mistake at the open bracket."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass, replace

from checker.expressions.habits import habit_in
from checker.expressions.mistake import Mistake

_TEXTS = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
MAX_CHARACTERS = 2_000
MAX_DEPTH = 24

ALLOWED = "allowed are and, or, not, comparisons, in (…), + - * / %, fields (end.year) and functions (year(end))"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A syntax tree and the text it was made of; `lead` counts the spaces before it in the source."""

    tree: ast.expr
    text: bytes
    lead: int
    source: str

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Where the node stands in the source, in characters; `ast` counts bytes."""
        start, end = (len(self.text[:at].decode()) for at in (node.col_offset, node.end_col_offset or 0))
        return self.lead + start, self.lead + end


def parse(source: str) -> Parsed | Mistake:
    """The syntax tree, or why there is none. Line breaks count as spaces, as in YAML."""
    if len(source) > MAX_CHARACTERS:
        return Mistake(0, 1, f"an expression of {len(source):,} characters; at most {MAX_CHARACTERS:,} are read")
    text = source.replace("\r", " ").replace("\n", " ").replace("\f", " ").strip()
    if not text:
        return Mistake(0, max(1, len(source)), "an empty expression", ALLOWED)
    lead = len(source) - len(source.lstrip())
    if (comment := _comment(text)) >= 0:
        at = lead + comment
        return Mistake(at, at + 1, "a comment would hide the rest of the expression", "write it above the key")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python warns of "1or 2" and "\d"; here they are harmless
            tree = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        habit = habit_in(text)
        if habit is not None:
            return replace(habit, start=lead + habit.start, end=lead + habit.end)
        at = lead + min(max((error.offset or 1) - 1, 0), len(text) - 1)
        return Mistake(at, at + 1, f"not an expression: {error.msg}", ALLOWED)
    except (ValueError, MemoryError, RecursionError):
        return Mistake(lead, lead + 1, "not an expression", ALLOWED)
    parsed = Parsed(tree, text.encode(), lead, source)
    deep = _too_deep(tree)
    if deep is not None:
        return Mistake(*parsed.span(deep), f"nested more than {MAX_DEPTH} deep", "split the rule in two")
    return parsed


def _comment(text: str) -> int:
    """Where a comment begins, -1 if there is none: lines are one to the parser, which would leave out all behind it."""
    bare = _TEXTS.sub(lambda found: " " * len(found.group()), text)
    return bare.find("#")


def _too_deep(tree: ast.expr) -> ast.expr | None:
    """The first expression that is nested too deep."""
    waiting: list[tuple[ast.AST, int]] = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH and isinstance(node, ast.expr):
            return node
        waiting.extend((child, depth + 1) for child in ast.iter_child_nodes(node))
    return None
