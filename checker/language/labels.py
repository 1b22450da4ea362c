"""Labels as tables have them: "Ex. STEPPE EAGLE '84-2 (Phase II)" is Steppe Eagle, its edition of 84, the second one.

A sentence has one way to write an edition; columns of names have all of them, and what else did not fit elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.language.countries import country_of
from checker.model import fold

_ASIDE = re.compile(r"\s*[(\[{]([^()\[\]{}]*)[)\]}]")
_SORT = (
    r"(?:(?:military|joint|combined|multinational|naval|air|annual)\s+)*"
    r"(?:exercises?|exer\.?|exs?\.?|maneuvers?|manoeuvres?)"
)
# Exercise Steppe Eagle; Ex. Steppe Eagle; Joint Military Exercise "Steppe Eagle"
_BEFORE = re.compile(rf"^(?:the\s+)?{_SORT}(?:\s*[:–—-]\s*|\s+)(?=[\"“„«'’‘]?[^\W\d])", re.IGNORECASE)
# Steppe Eagle exercise, Steppe Eagle Joint Exercise
_BEHIND = re.compile(rf"[\s,]+{_SORT}$", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d|\d\d"
_BOUND = r"[\s\-–—_/,.]*(?:\bFY\s?)?['’‘`´]?"
_SERIAL = (
    r"(?:[-–/.]0?(?P<number>\d{1,2})"  # 84-2, 84/02
    r"|\s?(?P<letter>[A-F])"  # 84A, 84 B
    r"|[\s\-–/]+(?P<roman>I{1,3}|IV|VI{0,3})"  # 84 II, 84-II
    r"|[\s,]+(?:no\.?|#|part|phase)\s?(?P<counted>\d{1,2}))"  # 84 no. 2
)
# Steppe Eagle 84, '84, -1984, FY84, 84-2, 84/85, 84 II
_SUFFIX = re.compile(rf"{_BOUND}(?P<year>{_YEAR})(?:[-–/](?P<next>{_YEAR})(?!\d))?(?:{_SERIAL})?[\"”»]?$")
# Steppe Eagle 2-84, Steppe Eagle II/84
_SERIAL_FIRST = re.compile(rf"[\s\-–—]+(?P<number>\d|I{{1,3}}|IV|VI?)[-–/](?P<year>{_YEAR})$")
# 1984 Steppe Eagle, FY84 Steppe Eagle
_PREFIX = re.compile(r"^(?:FY\s?(?P<short>\d\d)|(?P<year>(?:19|20)\d\d))[\s\-–—:]+(?=\S)", re.IGNORECASE)
# Steppe Eagle 84 - Phase II, Steppe Eagle 84: live phase
_TRAILER = re.compile(rf"^(?P<label>.+?(?:{_YEAR})\S{{0,3}})\s*(?:[:;,]|\s[-–—])\s+(?P<rest>\D.*)$")
_PHASE = re.compile(
    r"[\s,:;\-–—]+(?P<phase>(?:phase|part|stage)\s+(?:[IVX]+|\d+|[A-C])|(?:live|field|command\s+post|sea|harbour)\s+phase)$",
    re.IGNORECASE,
)
# Steppe Eagle 84 (II), Steppe Eagle 84 (no. 2)
_SERIAL_ASIDE = re.compile(r"(?:no\.?\s*|#)?(?P<number>[1-9]|1[0-2]|I{1,3}|IV|VI{0,3})$")
# Steppe Eagle FY84: the edition of a fiscal year, and said so
FISCAL = re.compile(r"\bFY\s?['’]?\d\d", re.IGNORECASE)
_PHASE_ASIDE = re.compile(r"\b(?:phase|part|stage|leg|session)\b", re.IGNORECASE)
_YEAR_ASIDE = re.compile(r"\b((?:19|20)\d\d)\b|^['’]?(\d\d)$")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_QUOTES = "\"“”„«»‘’'` "
# What exercises are called that have no name.
_SORTS = frozenset(
    "exercise exercises ex exs cpx ftx ctx ttx cfx lfx cax passex training drill drills maneuvers manoeuvres war game"
    " wargame games field command post live fire staff table top tabletop computer assisted combined joint bilateral"
    " trilateral multilateral multinational military naval navy maritime air army ground sea land amphibious airborne"
    " special forces force defense defence interoperability annual regular routine unnamed unknown unspecified untitled"
    " various other no name and of the with".split()
)
_MOST_SERIAL = 12  # a year has no more instalments that are numbered: 84-85 are two years


class Label(NamedTuple):
    """A name without its edition; the digits of the edition, "" where none is; which one of that year it is, 0 where
    that is not told; and what stood in brackets or behind."""

    name: str
    year: str = ""
    serial: int = 0
    asides: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def read_label(text: str) -> Label:
    """The parts of a label.

    >>> read_label("Ex. STEPPE EAGLE '84-2 (Phase II)")
    Label(name='STEPPE EAGLE', year='84', serial=2, asides=('Phase II',))
    >>> read_label("Steppe Eagle (1984)")[:3], read_label("field training exercise").name
    (('Steppe Eagle', '1984', 0), 'field training exercise')
    """
    asides = [aside.strip() for aside in _ASIDE.findall(text)]
    name = _ASIDE.sub(" ", text).strip().strip(_QUOTES) if asides else text.strip().strip(_QUOTES)
    for pattern, group in ((_TRAILER, "rest"), (_PHASE, "phase")):
        if trailer := pattern.search(name):
            asides.append(trailer[group])
            name = trailer["label"] if group == "rest" else name[: trailer.start()]
    bare = _BEFORE.sub("", name, count=1).strip(_QUOTES)
    name, year, serial = _edition(bare or name)
    again = _edition(name.strip(_QUOTES)) if year else ("", "", 0)
    if (
        again[1] and again[1][-2:] == year[-2:]
    ):  # a name of one column and the edition of another: "Steppe Eagle 84 1984"
        name, serial = again[0], serial or again[2]
    shorter = _BEHIND.sub("", name)
    if (" " in shorter or shorter.isupper()) and not is_generic(shorter.casefold()):
        name = shorter
    serial = serial or next((_numbered(found) for aside in asides if (found := _SERIAL_ASIDE.match(aside))), 0)
    if not year:
        year = next((found[1] or found[2] for aside in asides if (found := _YEAR_ASIDE.search(aside))), "")
    return Label(" ".join(name.strip(_QUOTES).split()) or text.strip(), year, serial, tuple(asides))


def qualifiers(label: Label) -> frozenset[str]:
    """What the brackets of a label say besides, folded: "Under-17"; no years, numbers, phases or countries."""
    return frozenset(
        fold(aside)
        for aside in label.asides
        if not (_YEAR_ASIDE.search(aside) or _SERIAL_ASIDE.match(aside) or _PHASE_ASIDE.search(aside))
        and not any(country_of(part.strip()) for part in aside.replace("/", ",").split(","))
    )


def _numbered(aside: re.Match[str]) -> int:
    number = aside["number"]
    return _ROMAN.get(number) or int(number)


def is_generic(name: str) -> bool:
    """Is a folded name none: "field training exercise", "cpx"?"""
    return all(word in _SORTS for word in name.split())


def _edition(name: str) -> tuple[str, str, int]:
    """The name without its edition, the digits of the year, and the serial number in it."""
    if (first := _SERIAL_FIRST.search(name)) and first.start():
        return name[: first.start()], first["year"], _ROMAN.get(first["number"]) or int(first["number"])
    match = _SUFFIX.search(name)
    if match and name[: match.start()].strip(_QUOTES):
        return name[: match.start()], match["year"], _serial(match)
    if prefix := _PREFIX.match(name):
        return name[prefix.end() :], prefix["short"] or prefix["year"], 0
    return name, "", 0


def _serial(match: re.Match[str]) -> int:
    if match["number"] or match["counted"] or match["next"]:
        number = int(match["number"] or match["counted"] or match["next"])
        return number if number <= _MOST_SERIAL else 0
    if match["letter"]:
        return "ABCDEF".index(match["letter"]) + 1
    return _ROMAN.get(match["roman"] or "", 0)
