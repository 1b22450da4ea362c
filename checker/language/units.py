"""Units beside a number: where their words start or stop, and the lookup of " km", "-day", "%" behind a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit found beside a number: the kind of quantity, its canonical name, and where its words start or stop.

    The stated number times `factor` is the quantity in that unit ("two weeks": 14 "day").
    """

    kind: str
    name: str
    at: int
    factor: Decimal = Decimal(1)


_GAPS = " \u00a0\u202f\u2009-‐‑"
_TOKEN = re.compile(r"[^\W\d_]+|[%°‰′″µΩ]")


class UnitTable:
    """Names and symbols of units, looked up by their first word; names in any case, symbols exactly as written."""

    def __init__(
        self, kind: str, names: Mapping[str, tuple[str, Decimal]], symbols: Mapping[str, tuple[str, Decimal]]
    ) -> None:
        self.kind = kind
        self._names = _by_first_word(names)
        self._symbols = _by_first_word(symbols)

    def after(self, text: str, end: int) -> Unit | None:
        """The unit that begins at `end`, behind at most one space or hyphen."""
        at = end
        if text[at : at + 1] in _GAPS and at < len(text):
            at += 1
        token = _TOKEN.match(text, at)
        if token is None:
            return None
        word = token[0]
        for phrase, name, factor in self._symbols.get(word, ()):
            stop = at + len(phrase)
            if text.startswith(phrase, at) and not text[stop : stop + 1].isalnum():
                return Unit(self.kind, name, stop, factor)
        candidates = self._names.get(word.lower())
        if candidates is None:
            return None
        for phrase, name, factor in candidates:
            stop = at + len(phrase)
            if (
                text[at:stop].lower().replace("-", " ").replace("\n", " ").replace("\u00a0", " ") == phrase
                and not text[stop : stop + 1].isalnum()
            ):
                return Unit(self.kind, name, stop, factor)
        return None


def _by_first_word(phrases: Mapping[str, tuple[str, Decimal]]) -> dict[str, list[tuple[str, str, Decimal]]]:
    found: dict[str, list[tuple[str, str, Decimal]]] = {}
    for phrase, (name, factor) in phrases.items():
        first = _TOKEN.match(phrase)
        if first is None:
            raise ValueError(f"unit {phrase!r} does not begin with a letter or sign")
        found.setdefault(first[0], []).append((phrase, name, factor))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found
