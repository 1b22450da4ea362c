"""Percentages of a whole that the text lets a reader check: "$112 million, or 70 percent, of $160 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.language.figures import SHARE, VALUE, Row, alike, quantity, row
from checker.language.reading import Statement
from checker.language.worked import Worked
from checker.model import Hedge, Mention, Quantity

_PART, _WHOLE = f"(?P<part>{VALUE})", f"(?P<whole>{VALUE})"
_NOUN = r"(?:\s[^\W\d_][\w’'-]*){0,3}?"  # "votes", "registered voters"
_GAP = r"[^.;:()\ue000-\uf8ff]{0,60}?"
_THE = r"(?:(?:the|its|their|his|her|our|all|a\stotal\sof)\s){0,2}"
_OF_WHOLE = tuple(
    re.compile(pattern)
    for pattern in (
        # $112 million, or 70 percent, of the $160 million
        rf"{_PART}{_NOUN}(?:,?\sor\s{SHARE},?|,?\s*\({SHARE}\)|\s[—–-]\s{SHARE}\s[—–-])\s(?:out\s)?of\s{_THE}{_WHOLE}",
        # $160 million, of which donors gave $112 million, or 70 percent
        rf"{_WHOLE}{_GAP}\bof\s(?:which|whom|these|this|that|them)\b{_GAP}{_PART}{_NOUN}(?:,?\sor\s{SHARE}|\s*\({SHARE}\))(?!\s?of\b)",
        # 62 percent: 1.9 million of the 3.8 million people
        rf"{SHARE}{_NOUN}\s?[:(—–]\s?{_PART}{_NOUN}\s(?:out\s)?of\s{_THE}{_WHOLE}",
        # 1.9 million of the 3.8 million people on the register, or 50 percent
        rf"{_PART}{_NOUN}\s(?:out\s)?of\s{_THE}{_WHOLE}{_GAP}(?:,\sor\s{SHARE}|\({SHARE}\)|,\sa\sturnout\sof\s{SHARE})(?!\s?of\b)",
        # 70 percent of its $160 million, or $112 million
        rf"{SHARE}\sof\s{_THE}{_WHOLE}{_NOUN}(?:,\sor\s{_PART}|\s\({_PART.replace('part', 'part_')}\))",
    )
)
# 1,026,000 votes, or 54 percent, and 874,000, or 46 percent
_EACH = re.compile(rf"{_PART}{_NOUN}(?:,?\sor\s{SHARE}|\s*\({SHARE}\))(?!\s?of\b)")
_TURNOUT = re.compile(rf"\b[Tt]urnout(?:\s(?:was|at|of|is|reached|came\sto|stood\sat)|:)?\s{SHARE}")
_CAST = (
    re.compile(rf"{_PART}\s(?:out\s)?of\s{_THE}{_WHOLE}"),
    re.compile(rf"\b[Oo]f\s{_THE}{_WHOLE}{_GAP},\s{_PART}{_GAP}\b(?:voted|cast)\b"),
)
_VOTERS = re.compile(r"\b(?:voters?|voted|ballots?|register(?:ed)?|electorate)\b")
_A_SHARE = re.compile(SHARE)


def shares(statements: Sequence[Statement]) -> Iterator[Worked]:
    """Percentages of a whole whose part and whole stand beside them."""
    before: Statement | None = None
    for statement in statements:
        if any(mention.kind == "share" for mention in statement.quantities):
            here = row(statement, bare=True)
            found = {worked.stated.start: worked for worked in (*_of_all(here), *_of_whole(here))}
            yield from (found[start] for start in sorted(found))
        if before is not None and before.paragraph == statement.paragraph:
            yield from _turnout(before, statement)
            yield from _turnout(statement, before)
        before = statement


def _of_whole(here: Row) -> Iterator[Worked]:
    for pattern in _OF_WHOLE:
        for match in pattern.finditer(here.signs):
            part = next(value for name, value in match.groupdict().items() if name.startswith("part") and value)
            worked = _worked(here, _share(here, match), here, here.at(part), here.mention(match, "whole"))
            if worked is not None:
                yield worked


def _share(here: Row, match: re.Match[str]) -> Mention:
    sign = _A_SHARE.search(match[0])
    assert sign is not None
    return here.at(sign[0])


def _worked(stated_in: Row, share: Mention, here: Row, part: Mention, whole: Mention) -> Worked | None:
    if not alike((part, whole)):
        return None
    value = ratio(quantity(part), quantity(whole), quantity(share))
    span = (min(part.start, whole.start), max(part.end, whole.end))
    return _made(stated_in, share, here, span, value) if value else None


def _made(stated_in: Row, share: Mention, here: Row, span: tuple[int, int], value: Quantity) -> Worked:
    words = " ".join(here.statement.text[span[0] : span[1]].split())
    return Worked(stated_in.statement, share, here.statement, span, words, value)


def _of_all(here: Row) -> Iterator[Worked]:
    """Parts with percentages that make up 100 have their sum as the whole."""
    found = [(here.mention(match, "part"), _share(here, match)) for match in _EACH.finditer(here.signs)]
    parts, stated = [part for part, _ in found], [quantity(share) for _, share in found]
    if len(found) < 2 or not alike(parts):
        return
    if abs(sum(share.low for share in stated) - 100) > sum(share.step / 2 for share in stated):
        return
    values = [quantity(part) for part in parts]
    whole = Quantity(
        low=sum(v.low for v in values),
        high=sum(v.high for v in values),
        unit=values[0].unit,
        step=sum(v.step for v in values),
    )
    span = (parts[0].start, parts[-1].end)
    for part, share in found:
        value = ratio(quantity(part), whole, quantity(share))
        if value is not None:
            words = f"{quantity(part).text} of {whole.low:,.12g}"
            yield Worked(here.statement, share, here.statement, span, words, value)


def _turnout(said: Statement, counted: Statement) -> Iterator[Worked]:
    """ "Turnout was 62 percent." beside "1.9 million of the 3.8 million voters took part." """
    if "urnout" not in said.text or _VOTERS.search(counted.text) is None or "urnout" in counted.text:
        return
    shown, here = row(said), row(counted, bare=True)
    turnout = list(_TURNOUT.finditer(shown.signs))
    cast = [match for pattern in _CAST for match in pattern.finditer(here.signs)]
    if len(turnout) == len(cast) == 1:
        worked = _worked(
            shown, _share(shown, turnout[0]), here, here.mention(cast[0], "part"), here.mention(cast[0], "whole")
        )
        if worked is not None:
            yield worked


def ratio(part: Quantity, whole: Quantity, stated: Quantity) -> Quantity | None:
    """What per cent the part is of the whole; None where the figures do not tell. Its step covers how exactly the
    figures are written and that a writer may cut off instead of rounding."""
    if stated.unit != "percent" or {part.hedge, whole.hedge} - {Hedge.none, Hedge.about}:
        return None
    if part.low != part.high or whole.low != whole.high or not part.low > 0 or not whole.strict.low > 0:
        return None
    return percentage(
        100 * part.low / whole.low,
        100 * part.strict.low / whole.strict.high,
        100 * part.strict.high / whole.strict.low,
        stated,
    )


def percentage(value: float, low: float, high: float, stated: Quantity) -> Quantity:
    """`value` per cent, which may be `low` to `high`; its step leaves room for a stated percentage that is cut off."""
    step = 2 * max(value - low, high - value) + stated.step
    digits = 0 if stated.low % 1 == 0 and abs(value) >= 10 else 1
    return Quantity(low=value, high=value, unit="percent", step=step, text=f"{value:.{digits}f} percent (worked out)")
