"""Every quantity of a sentence: "more than $60 million", "about 1,200 peacekeepers", "62 per cent", "1,344 km".

`step` says how finely a figure was written. Figures with decimals or a magnitude word from a million on are rounded to
their last place ("3.2 billion": 1e8); plain digits and plain number words are exact (0); a percentage or measure is
good to its last written place ("12 km": 1); days, hours, months, years and ages are exact, weeks good to the week.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.language.attach import Figure, figure
from checker.language.counts import count
from checker.language.durations import SINGLE, lasts, may_have_single, single
from checker.language.hedges import hedge_after, hedge_before
from checker.language.lexicons.currencies import SURE_CODES
from checker.language.lexicons.measures import CALENDAR
from checker.language.measures import factor_between
from checker.language.nouns import NO_NOUN
from checker.language.numbers import may_have_numbers, numbers
from checker.language.ranges import Join, between_at, joined, margin, margin_after_noun
from checker.language.shares import fractions, may_have_fractions
from checker.model import Hedge, Mention, Quantity

_ZERO = Decimal(0)
_CODE = re.compile(r"\b[a-z]{3}(?=[ \d])")
_CAPITALS = re.compile(r"[A-Z]{4}.*[A-Z]{4}")
_STEPPED = frozenset({"share", "measure"})
_COMPOSED = re.compile(r",? (?:and )?|")


def quantities(text: str, masked: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """What is counted and measured in `text`, by place, outside the `masked` spans; mentions never overlap."""
    has_number = may_have_numbers(text)
    has_single = may_have_single(text)
    has_part = may_have_fractions(text, has_number=has_number)
    if not (has_number or has_single or has_part):
        return []
    body = _blanked(text, masked)
    if body.isupper() and _CAPITALS.search(body) and len(body.lower()) == len(body):  # a headline in capitals
        body = _CODE.sub(lambda code: code[0].upper() if code[0].upper() in SURE_CODES else code[0], body.lower())
    mentions = list(_phrases(text, body, has_single, has_part))
    if has_number:
        mentions += _figures(text, body)
    return _without_overlaps(mentions)


def _blanked(text: str, masked: Sequence[tuple[int, int]]) -> str:
    """The text with what is already read replaced by a character that no pattern knows."""
    if not masked:
        return text
    pieces, at = [], 0
    for start, end in sorted(masked):
        pieces.append(text[at:start])
        pieces.append("\ufffc" * (end - max(start, at)))
        at = max(at, end)
    pieces.append(text[at:])
    return "".join(pieces)[: len(text)]


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """By place; of two that overlap the first in the list stays (a phrase such as "one in five" before its numbers)."""
    kept: list[Mention] = []
    for _, mention in sorted(enumerate(mentions), key=lambda item: (item[1].start, item[0])):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end > kept[-1].end and mention.kind in ("share", "duration") and kept[-1].kind == "count":
            kept[-1] = mention
    return kept


def _phrases(text: str, body: str, has_single: bool, has_part: bool) -> Iterator[Mention]:
    """Shares and durations that are written without a number of their own: "two thirds of", "a fortnight"."""
    if has_part:
        for share in fractions(body):
            yield _mention(text, body, "share", share.start, share.end, share.value, share.value, share.step, "percent")
    if has_single:
        for match in SINGLE.finditer(body):
            value, step, unit = single(match)
            mention = _mention(text, body, "duration", match.start(), match.end(), value, value, step, unit)
            if lasts(body, match, hedged=bool(mention.hedge)):
                yield mention


def _mention(
    text: str, body: str, kind: str, start: int, end: int, low: Decimal, high: Decimal, step: Decimal, unit: str
) -> Mention:
    hedge, start, end = _hedged(body, start, end, kind)
    value = Quantity(low=float(low), high=float(high), unit=unit, step=float(step), hedge=hedge, text=text[start:end])
    return Mention(kind=kind, start=start, end=end, value=value, hedge=hedge, noun_end=end)


def _hedged(body: str, start: int, end: int, kind: str) -> tuple[Hedge, int, int]:
    before, start = hedge_before(body, start, duration=kind == "duration")
    after, end = hedge_after(body, end)
    return (after if before in (Hedge.none, Hedge.about) and after else before), start, end


def _figures(text: str, body: str) -> list[Mention]:
    figures: list[Figure] = []
    for number in numbers(body, within=text):
        previous = figures[-1] if figures else None
        found = figure(body, number, previous)
        if found is not None and not (previous is not None and _merged(body, previous, found)):
            figures.append(found)
    return [mention for found in figures if (mention := _read(text, body, found)) is not None]


def _merged(body: str, first: Figure, second: Figure) -> bool:
    """Whether `second` became a part of `first`: the end of its range, its margin, its smaller unit."""
    if first.dropped or second.start <= first.end:
        return False
    if margin(body, first.end, second.start) or margin_after_noun(body, first.end, second.start):
        return _with_margin(body, first, second)
    how = joined(body, first.start, first.end, second.start)
    if how is None:
        return _composed(body, first, second)
    if not _alike(body, first, second, how):
        return False
    scale = (
        second.scale if first.scale == 1 and second.scale > 1 and first.low * second.scale < second.high else Decimal(1)
    )
    low = first.low * scale * (second.factor if not first.kind else 1)
    if low >= second.high or how is Join.change:
        first.counts_with = second if how in (Join.words, Join.change) else None
    if low >= second.high:
        first.dropped = second.dropped = how is Join.dash and not first.kind and not second.kind and first.bare
        return False
    if how is Join.alternative and second.high > 2 * low:
        return False
    first.inherit(second, scale)
    if how is Join.change:
        return False
    first.start = between_at(body, first.start)
    first.high, first.end = second.high, second.end
    first.place, first.rounded = min(first.place, second.place), first.rounded or second.rounded
    first.bare, first.spelled = first.bare and second.bare, first.spelled and second.spelled
    first.dashed = how is Join.dash
    return True


def _alike(body: str, first: Figure, second: Figure, how: Join) -> bool:
    """Whether the two can be ends of one range; gives `second` the currency that was written only once."""
    if first.high != first.low:
        return False
    if first.kind and not second.kind:
        if (
            first.kind != "amount"
            or how is Join.alternative
            or (second.scale == 1 and count(body, second)[0] is not NO_NOUN)
        ):
            return False
        second.kind, second.unit = first.kind, first.unit  # "$30-40 million"
    if first.kind:
        return (first.kind, first.unit) == (second.kind, second.unit)
    if how in (Join.words, Join.alternative, Join.change) and first.year_like and not second.kind:
        return False
    return not first.sealed


def _with_margin(body: str, first: Figure, second: Figure) -> bool:
    if (
        second.kind and first.kind and (second.kind, second.unit) != (first.kind, first.unit)
    ) or second.high > first.low:
        return False
    adjacent = margin(body, first.end, second.start)
    if not first.kind:
        first.inherit(second, Decimal(1))
    first.low, first.high = first.low - second.high, first.high + second.high
    first.place = min(first.place, second.place)
    if adjacent:
        first.end = second.end
    return True


def _composed(body: str, first: Figure, second: Figure) -> bool:
    """ "5 feet 10 inches", "two hours and 30 minutes": one quantity, in the smaller unit."""
    if first.kind not in ("measure", "duration") or first.kind != second.kind or first.unit == second.unit:
        return False
    if first.low != first.high or second.low != second.high or not _COMPOSED.fullmatch(body, first.end, second.start):
        return False
    if (first.unit in CALENDAR) != (second.unit in CALENDAR):
        return False
    factor = factor_between(first.unit, second.unit)
    if factor is None or factor <= 1 or second.high >= factor:
        return False
    first.low = first.high = first.low * factor + second.low
    first.unit, first.end, first.factor = second.unit, second.end, second.factor
    first.place, first.rounded = second.place, second.rounded
    return True


def _read(text: str, body: str, found: Figure) -> Mention | None:
    if found.dropped:
        return None
    kind = found.kind or "count"
    hedge, start, end = _hedged(body, found.start, found.end, kind)
    if body[end - 1] == "." and not body[end:].strip():
        end -= 1  # the stop that ends the sentence, not that of "bn."
    noun = NO_NOUN
    if not found.kind:
        found.hedge = hedge
        noun, accepted = count(body, found, end)
        if not accepted:
            return None
        if noun is NO_NOUN and found.counts_with is not None and not found.counts_with.kind:
            noun = count(body, found.counts_with)[0]._replace(end=0)
    value = Quantity(
        low=float(found.low), high=float(found.high), unit=found.unit, step=float(_step(found)), hedge=hedge,
        text=text[start:end],
    )  # fmt: skip
    return Mention(kind=kind, start=start, end=end, value=value, noun=noun.word, hedge=hedge, noun_end=noun.end or end)


def _step(found: Figure) -> Decimal:
    if found.kind in _STEPPED and not found.unit.endswith("of age"):
        return found.place
    if found.kind == "duration" and not found.rounded and found.factor > 1:
        return found.factor if found.factor == 7 else found.factor / 2  # weeks; fortnights and decades
    return found.place if found.rounded else _ZERO
