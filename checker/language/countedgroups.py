"""Counted groups: "seven countries", "a dozen nations", "the five former Soviet republics", "a six-nation exercise"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.dates.almanac import MONTH_NAMES
from checker.language.hedges import hedge_after, hedge_before
from checker.language.numberwords import SMALL
from checker.model import Hedge


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """`text[start:end]` counts countries or teams; `noun` is in the singular.

    `qualified`: only some kind of them is counted ("five Central Asian countries"). `is_part`: a part of them or some
    besides ("three of the seven", "two other countries"). `vague`: it may not be about countries at all ("12 states")
    or takes up an earlier mention ("the two countries"), so that it says nothing without a list beside it.
    """

    start: int
    end: int
    number: int
    noun: str
    of_countries: bool
    qualified: bool = False
    is_part: bool = False
    hedged: bool = False
    vague: bool = False


_COUNTRIES = {
    "countries": "country", "nations": "nation", "states": "state", "republics": "republic", "kingdoms": "kingdom",
    "nation": "nation", "country": "country", "state": "state",
}  # fmt: skip
_TEAMS = {
    "teams": "team", "delegations": "delegation", "agencies": "agency", "organisations": "organisation",
    "organizations": "organisation", "clubs": "club", "contingents": "contingent", "navies": "navy", "armies": "army",
    "charities": "charity", "donors": "donor", "participants": "participant",
}  # fmt: skip
_NOUNS = _COUNTRIES | _TEAMS

_TENS = "|".join(word for word, value in SMALL.items() if value >= 20)
_ONES = "|".join(word for word, value in SMALL.items() if value < 10)
_NUMBER = rf"(?:(?:{_TENS})[- ](?:{_ONES})|{'|'.join(SMALL)}|half\ a\ dozen|a\ dozen|two\ dozen|\d{{1,3}})"
_DOZENS = {"half a dozen": 6, "a dozen": 12, "two dozen": 24}
_MONTH = rf"(?:{MONTH_NAMES})\b"

# What may stand between number and noun. The neutral words leave the group whole, the others name a kind.
_NEUTRAL = "participating|different|contributing|separate|sovereign|competing|attending|individual|participant|member"
_KIND = (
    rf"(?!{_MONTH})(?-i:[A-ZÀ-Þ])[\w’-]*"  # Central Asian
    r"|(?!being)\w+(?:ing|ed|an|al|ern|ish|ic|ive|est|ous|ent|ant|ary)"  # former Soviet, neighbouring
    r"|\w+-\w+|former|small|smaller|larger|rich|poor|big|new|other|more|further|island|partner|host|donor|nuclear"
)
# Where a counted noun ends, and the number and the words before it.
_PLURALS = [noun for noun in _NOUNS if noun.endswith("s")]
_PLURAL = re.compile(  # plain literals: a scan for these is four times as fast as one that ignores case
    f"(?:{'|'.join(way for noun in _PLURALS for way in (noun, noun.capitalize(), noun.upper()))})(?![\\w-]|['’]\\w)"
)
_BEFORE_PLURAL = re.compile(
    rf"(?<![\w.,:/$€£’'-])(?P<number>{_NUMBER})"
    rf"(?P<between>(?:[ \u00a0](?:{_NEUTRAL}|{_KIND})){{0,4}})[ \u00a0\n]$",
    re.IGNORECASE,
)
_EVENT = (
    "exercises?|drills?|manoeuvres|maneuvers|war ?games?|operations?|training|tournaments?|summit|coalition|force"
    "|mission|group|alliance|consortium|fleet|flotilla|task force|talks|conference|forum|meeting|contest"
    "|competition|event"
)
_SINGULAR = re.compile(
    rf"(?:nation|country|state|Nation|Country|State|NATION|COUNTRY|STATE)(?=[ ](?:[\w-]+[ ]){{0,2}}?(?i:{_EVENT})\b)"
)
_BEFORE_SINGULAR = re.compile(rf"(?<![\w.,:/$€£’'-])(?P<number>{_NUMBER})(?P<between>-)$", re.IGNORECASE)
_REACH = 80

_OTHERS = "other|another|further|additional|more|remaining|first|last|next|new|extra"
_OTHERS_BEFORE = re.compile(rf"\b(?:{_OTHERS})\s$", re.IGNORECASE)  # another three, the other two, a further 12
_OTHERS_BETWEEN = re.compile(r"\b(?:other|more|further|additional|extra|new|remaining)\b", re.IGNORECASE)
_BESIDES_ONE = re.compile(r"[A-ZÀ-Þ][\w.]*,?\s(?:and|plus|as\swell\sas)\s(?:the\s)?$")  # Ukraine and six nations
_PART_BEFORE = re.compile(  # three of the seven, most of its nine
    rf"\b(?:{_NUMBER}|one|some|most|many|half|all|each|any|none|several|few|part|both|majority|third|quarter|rest)"
    r"\s(?:out\s)?of\s(?:(?:the|all|its|these|those)\s)?$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|these|those|its|their|our|both|all|his|her)\s$", re.IGNORECASE)
_RANGE = re.compile(rf"\b{_NUMBER}\s?(?:or|to|[-–])\s?$|\bbetween\s{_NUMBER}\sand\s$", re.IGNORECASE)  # six or seven
_NO_COUNT = re.compile(
    rf"(?:\b(?:Group\ of|Club\ of|Big|No\.|Article|Chapter|Phase|Day|Channel|{_MONTH})"
    r"|\b(?i:hundred|thousand)(?:\ and)?)\s$"
)
_HERE = re.compile(
    r"\s(?:(?:that|which)\s(?:(?:are|were|is|was|will\sbe|have\sbeen|will)\s)?)?(?:taking\spart|takes?\spart|took\spart"
    r"|participat\w+|involved|represented|attending|competing|present|concerned)\b",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    r"""
      \s(?:that|which|whose|where|without|bordering|belonging|outside|beyond|along\sthe)\b  # bordering the sea
    | \s(?:of|across|around|within|inside|throughout)\s(?:the\s)?(?:[\w-]+\s){0,2}?         # countries of the CSTO
        (?:(?-i:[A-ZÀ-Þ])\w*|region|area|bloc|alliance|continent|group|union|coast|sea|organi[sz]ation)\b
    | \s(?:in|from|on)\s(?:the\s)?(?:\w+\s)?                                                # countries in West Africa
        (?:(?:Africa|Asia|Europe|America|Americas|Oceania|Eurasia|Balkans|Caucasus|Pacific|Gulf|Caribbean|Sahel|East
          |Mediterranean|Baltics|Maghreb|Levant)|region|bloc|alliance|continent|area)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STATES_ABROAD = re.compile(  # "three member states", but "12 states"
    r"\b(?:EU|NATO|CSTO|member|partner|participating|sovereign|Gulf|Baltic|Arab|African|European|Asian|Balkan|island)\b"
)


def counted_groups(text: str) -> Iterator[CountedGroup]:
    """The counted countries and teams of a text, in order."""
    nouns = [(noun, _BEFORE_PLURAL) for noun in _PLURAL.finditer(text)]
    nouns += [(noun, _BEFORE_SINGULAR) for noun in _SINGULAR.finditer(text)]
    for noun, before in sorted(nouns, key=lambda pair: pair[0].start()):
        counted = before.search(text[max(0, noun.start() - _REACH) : noun.start()])
        if counted and (group := _group(text, noun, counted)):
            yield group


def _group(text: str, noun: re.Match[str], counted: re.Match[str]) -> CountedGroup | None:
    start = noun.start() - len(counted[0])
    before, between = text[max(0, start - 40) : start], counted["between"]
    number, name = _number(counted["number"].lower()), noun[0].lower()
    if number < 2 or _NO_COUNT.search(before) or _is_title(counted["number"], noun[0]):
        return None
    here = _HERE.match(text, noun.end()) is not None
    hedged = hedge_before(text, start)[0] is not Hedge.none or _RANGE.search(before) is not None
    return CountedGroup(
        start,
        noun.end(),
        number,
        _NOUNS[name],
        name in _COUNTRIES,
        qualified=_names_a_kind(between)
        or _BESIDES_ONE.search(before) is not None
        or (not here and _KIND_AFTER.match(text, noun.end()) is not None),
        is_part=_is_part(before, between),
        hedged=hedged or hedge_after(text, start + len(counted["number"]))[0] is not Hedge.none,
        vague=between != "-" and not here and (_takes_up(before) or _may_be_provinces(name, between)),
    )


def _number(words: str) -> int:
    if words in _DOZENS:
        return _DOZENS[words]
    return int(words) if words.isdigit() else sum(SMALL[word] for word in re.split("[- ]", words))


def _is_title(number: str, noun: str) -> bool:
    """The "Six Nations" of rugby: both words with a capital, and not all in capitals."""
    return number[0].isupper() and noun[0].isupper() and not noun.isupper()


def _names_a_kind(between: str) -> bool:
    return any(not re.fullmatch(_NEUTRAL, word, re.IGNORECASE) for word in between.strip("-").split())


def _is_part(before: str, between: str) -> bool:
    patterns = (_OTHERS_BETWEEN.search(between), _OTHERS_BEFORE.search(before), _PART_BEFORE.search(before))
    return any(pattern is not None for pattern in patterns)


def _takes_up(before: str) -> bool:
    """Whether "the", "both" … refers to countries named earlier: "ties between the two countries"."""
    return _DEFINITE.search(before) is not None


def _may_be_provinces(noun: str, between: str) -> bool:
    return noun == "states" and _STATES_ABROAD.search(between) is None
