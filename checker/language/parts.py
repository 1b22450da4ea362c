"""Parts and owners: "620 of them Bulgarian" is a part of the whole; "450 soldiers of the Italian side" are Italy's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.language.countries import find_countries
from checker.language.cues import cue
from checker.model import Mention

_BEFORE = cue(
    r"\b(?:of\s+(?:these|those|them|whom|which)\b[^.;]{0,40}|including|among\s+(?:them|whom|these)"
    r"|(?:the\s+)?remaining|(?:an)?other|a\s+further|additional|extra"
    r"|(?:the\s+)?(?:first|last|second)|some\s+of|another|with\s+the\s+other|the\s+rest)\s*,?\s*(?:about\s+"
    r"|some\s+|a\s+)?$",
    "these those them whom which including remaining other another further additional extra first last second some"
    " rest",
)
_AFTER = re.compile(
    r"\s*(?:,\s*)?(?:[\w’'-]+\s+){0,2}?(?:of\s+(?:them|these|those|whom|which|the\s+(?:[\w,.]+\s+)?(?:soldiers"
    r"|troops|people|total))\b|more\b|each\b|per\b|apiece\b|at\s+a\s+time\b"
    r"|(?:a|every)\s+(?:day|week|month|year)\b)",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"\s*(?:from|of|on)\s+(?:the\s+)?(?P<side>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})(?:\s+(?:side|army"
    r"|contingent|forces?|military))?"
)


# Germany sends 300 soldiers; Britain has 1,100 here
_CONTRIBUTES = re.compile(
    r"\s+(?:will\s+|is\s+|has\s+|had\s+)?(?:sen[dt]s?|sending|contribut\w+|provid\w+|deploy\w*|has|have|had"
    r"|withdr[ae]w\w*|commit\w*|offer\w*|suppl\w+|with)"
    r"\s+(?:(?:about|some|around|nearly|another|only|just)\s+)?",
    re.IGNORECASE,
)


def is_part(text: str, mention: Mention) -> bool:
    """Does the text give this figure for a part of something counted elsewhere?"""
    end = max(mention.end, mention.noun_end)
    if _BEFORE.search(text, max(0, mention.start - 60), mention.start):
        return True
    return bool(_AFTER.match(text, end) or _AFTER.match(text, mention.end))


def owner(text: str, mention: Mention) -> tuple[str, ...]:
    """The one country that the counted people belong to; nothing when none or several are named."""
    end = max(mention.end, mention.noun_end)
    between = {found.name for found in find_countries(text[mention.end : end])}
    if len(between) == 1:
        return tuple(between)
    countries = find_countries(text[max(0, mention.start - 60) : mention.start])
    if countries and _CONTRIBUTES.fullmatch(text, max(0, mention.start - 60) + countries[-1].end, mention.start):
        return (countries[-1].name,)
    match = _SIDE.match(text, end)
    if match is None:
        return ()
    tail = re.split(r"[.;:]", text[match.start("side") : match.start("side") + 120])[0]
    named = [found.name for found in find_countries(tail)]
    several = len(set(named)) != 1 or re.match(r"[^,.;]*(?:,|\s+and)\s+[A-Z]", tail) is not None
    return () if several else (named[0],)


def is_twin(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """Is this the figure before it in another unit or currency: "150 km (93 miles)", "£950m, or about $1.2bn"?"""
    before = next(
        (other for other in others if other.end <= mention.start <= other.end + 12 and other.kind == mention.kind), None
    )
    return before is not None and _TWIN.fullmatch(text, before.end, mention.start) is not None


_TWIN = re.compile(r"\s*(?:\(|,?\s*or\s+)\s*")
