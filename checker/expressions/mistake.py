"""Mistakes in expressions: `sufix` of `sufix == 2022`, which stands at characters 0 to 5."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with `source[start:end]` of an expression, and what to do about it."""

    start: int
    end: int
    message: str
    help: str = ""
