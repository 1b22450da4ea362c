"""What the names of columns usually mean: "End date" is an end date, "aid_usd_m" aid in millions of dollars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from checker.language.lexicons.currencies import SIGNS, SURE_CODES

# Claim kinds by the words of a header, the surest first. All words of an entry must be there.
_KINDS: Mapping[str, str] = {
    "start_date": "start date|date start|first day|start|starts|started|begin|begins|began|beginning|from|opened",
    "end_date": "end date|date end|last day|end|ends|ended|finish|finished|until|to|closed",
    "duration": "duration|length days|days|weeks|lasted",
    "troop_count": "troops|soldiers|personnel|servicemen|servicemembers|forces|strength|manpower",
    "participants": "participating countries|participants|participating|countries|nations|participating nations",
    "event_visitors": "attendance|visitors|spectators|attendees|audience",
    "place": "place|location|venue|site|town|city|host|held in",
    "year_suffix": "edition|suffix",
    "edition_count": "editions|number editions",
    "aid_amount": "aid|assistance|grant|grants|donation|funding",
    "first_year": "founded|first held|established|inaugurated",
}
_RANGES = ("dates", "date", "when", "period", "held")
# Columns that are no claims, but say something of a row: the key of the mapping, and the usual words.
_OF_ROWS: Mapping[str, str] = {
    "source": "source|url|link|reference|report",
    "quote": "quote|excerpt|passage",
    "reported": "reported|published|report date|publication date",
    "occasion": "year",
}
_SUBJECTS = "exercise name|event name|name|exercise|event|title|label|programme|program|operation"
_ABOUT = "recipient|beneficiary|country|state"  # what a row without a name may be about
_KEYS = "event id|exercise id|id|key|code|uid|uuid"
# Who is helped and who gives, for aid.
_PARTIES: Mapping[str, str] = {"subject": "recipient|beneficiary", "donor": "donor|giver|from whom"}
_SCALES = {
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), "million"),
    **dict.fromkeys(("k", "thousand", "thousands", "000", "000s"), "thousand"),
    **dict.fromkeys(("bn", "billion", "billions"), "billion"),
}
_TIMES = ("days", "weeks", "months", "hours")
_CURRENCY_WORDS = {"dollars": "USD", "euros": "EUR", "pounds": "GBP"}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SIGN = re.compile("|".join(map(re.escape, SIGNS)))


class Header(NamedTuple):
    """The name of a column and its words, without case: "endDate" has "end" and "date"."""

    name: str
    words: tuple[str, ...]

    def has(self, phrases: str) -> bool:
        return self.rank(phrases) is not None

    def rank(self, phrases: str) -> int | None:
        """How early one of the phrases, told apart by bars, has all its words here; None for none of them."""
        for rank, phrase in enumerate(phrases.split("|")):
            if {*phrase.split()} <= {*self.words}:
                return rank
        return None


def header(name: str) -> Header:
    """The header of a column; of a dotted one the last part counts, and what leads to it."""
    words = re.findall(r"[^\W_]+", _CAMEL.sub(" ", name))
    return Header(name, tuple(word.casefold() for word in words))


def kind_of(header: Header) -> str | None:
    """The claim kind that the name tells. Where two do ("start of aid"), the one that is said first counts."""
    found = [
        (header.words.index(phrase.split()[0]), kind)
        for kind, phrases in _KINDS.items()
        for phrase in phrases.split("|")
        if {*phrase.split()} <= {*header.words}
    ]
    return min(found)[1] if found else None


def may_be_ranges(header: Header) -> bool:
    """May it have both days of an occasion: "Dates", "held"?"""
    return any(word in header.words for word in _RANGES)


def row_key(header: Header) -> str | None:
    """The key of a mapping that the column is for: source, quote, reported, occasion."""
    return next((key for key, phrases in _OF_ROWS.items() if header.has(phrases)), None)


def parties(headers: Iterable[Header]) -> dict[str, str]:
    """The columns that say who is helped (the subject of aid) and who gives."""
    named = [(key, header.name) for key, phrases in _PARTIES.items() for header in headers if header.has(phrases)]
    return dict(reversed(named))


def subject_rank(header: Header) -> int | None:
    """How likely it names what a row is about, 0 the likeliest."""
    return header.rank(f"{_SUBJECTS}|{_ABOUT}")


def is_key(header: Header) -> bool:
    return header.has(_KEYS) and len(header.words) <= 2


def currency(header: Header) -> str:
    """The currency in a header: "aid_usd", "Aid (€m)"; "" for none."""
    if sign := _SIGN.search(header.name):
        return SIGNS[sign[0]]
    codes = (word.upper() for word in header.words if word.upper() in SURE_CODES)
    return next(codes, next((_CURRENCY_WORDS[word] for word in header.words if word in _CURRENCY_WORDS), ""))


def scale(header: Header) -> str:
    """What its numbers are multiplied by: "aid_usd_m"; "" for nothing."""
    said = header.words[1:]  # "m" alone is no magnitude
    return next((_SCALES[word] for word in said if word in _SCALES), "")


def time_unit(header: Header) -> str:
    return next((word for word in header.words if word in _TIMES), "")
