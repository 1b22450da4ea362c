"""Figures that the text itself lets a reader work out: "70 percent" beside "$112 million of $160 million"."""

from __future__ import annotations

from typing import NamedTuple

from checker.language.reading import Statement
from checker.model import Mention, Quantity


class Worked(NamedTuple):
    """A figure as stated, and what is told at `span` of `statement` makes it. `subject` are the words of that."""

    stated_in: Statement
    stated: Mention
    statement: Statement
    span: tuple[int, int]
    subject: str
    worked_out: Quantity
