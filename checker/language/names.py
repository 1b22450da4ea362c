"""Names of occasions and their editions: "Regional Cooperation 22", “Steppe Eagle-2013”, "12th edition of Sand Tern".

A capitalised phrase with a number is a name only where the text says so: a noun for an occasion stands beside it, it is
quoted, or something is said of it that is said of occasions ("… 24 began"). Elsewhere in the same document the
established name is then recognised without its cue and without its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.language.cues import words_of
from checker.language.editions import edition_of, find_ordinal_editions
from checker.language.lexicons.events import BEFORE_A_NAME, EVENT_FAMILY, INSTITUTION, NOT_A_NAME
from checker.model import Edition, fold


@dataclass(frozen=True, slots=True)
class NameMention:
    """A named occasion in `text[start:end]`, its suffix included. `noun` is the family of the noun beside it, or ""."""

    start: int
    end: int
    base: str
    edition: Edition | None = None
    noun: str = ""
    established: bool = False
    suffix: tuple[int, int] | None = None  # the span of the edition's own characters


_OPEN, _CLOSE = "“\"«„‘'", "”\"»“’'"
# Possessive, and never begun within a word: else a word of 100,000 letters is read 100,000 times.
_CAPITALISED = r"(?<![^\W\d_])[A-ZÀ-ÖØ-ÞА-Я][^\W\d_]*+(?:[-‐‑’'][^\W\d_]++)*"
_PHRASE = rf"{_CAPITALISED}(?:(?:\s+of(?:\s+the)?|\s+(?:de|du|la|del))?[ \t\xa0]+{_CAPITALISED}){{0,6}}"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTH_NAMES = frozenset(_MONTHS.split("|")) | frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
# Of a noun of two words its first.
_FIRST_WORDS = frozenset(re.split(r"[ -]", word)[0] + ending for word in EVENT_FAMILY for ending in ("", "s", "es"))
_NOUNS = "|".join(sorted((re.escape(word) for word in EVENT_FAMILY if word), key=len, reverse=True))

_TWO_DIGITS = re.compile(r"\d\d")
_SUFFIXED = re.compile(
    rf"""
    (?P<open> [{_OPEN}] \s? )?
    (?P<name> {_PHRASE} )
    (?: [{_CLOSE}]? \s? [-–—] \s? | [{_CLOSE}]?[ \t\xa0]+['’]? | ['’](?=\d) )   # " - ", "-", " ", " '"
    (?P<number> (?:19|20)\d\d | \d\d )
    (?! \w | [-–.,:/%]\d | [-–][A-Za-z] | \s?%                                               # it is 2.5, 22/7, 20%
      | [ \xa0]?(?:per\ ?cent|percent|[ap]\.?m\b|°|million|billion|thousand|hundred|(?i:{_MONTHS})\b) )
    (?P<close> [.,]? \s? [{_CLOSE}] )?
    """,
    re.VERBOSE,
)
# exercise “Sand Shield”; Exercise Desert Lantern; the drills, called "Sand Shield"
_AFTER_NOUN = re.compile(
    rf"\b(?P<noun>(?i:{_NOUNS}))(?:s|es)?,?\s+(?:(?:called|named|dubbed|code-?named|titled|entitled|known\s+as)\s+)?"
    rf"(?:(?P<open>[{_OPEN}])\s?(?P<quoted>{_PHRASE})[.,]?\s?[{_CLOSE}]|(?P<name>{_PHRASE}))"
)
# the “Regional Cooperation” exercise; the Golden Plover drill
_BEFORE_NOUN = re.compile(
    rf"(?:[{_OPEN}]\s?(?P<quoted>{_PHRASE})\s?[{_CLOSE}]"
    rf"|(?P<name>{_PHRASE}))\s+(?P<lower>[a-z][\w-]*\s+){{0,2}}?(?P<noun>{_NOUNS})(?:s|es)?\b"
)
# Tour of the Three Rivers; FESTIVAL OF LIGHTS
_TITLED = "|".join(word.title() for word in EVENT_FAMILY if word.isalpha())
_SHOUTED = "|".join(word.upper() for word in EVENT_FAMILY if word.isalpha())
_NOUN_OF = re.compile(
    rf"\b(?P<noun>{_TITLED})\s+of\s+(?:the\s+)?{_PHRASE}"
    rf"|\b(?P<NOUN>{_SHOUTED})\s+OF\s+(?:THE\s+)?[A-Z]{{2,}}(?:\s+[A-Z]{{2,}})*"
)
_NAME_HERE = re.compile(_PHRASE)
# "… 24 began", "… 22 will be held", "… 19 is under way"
_SAID_OF_OCCASIONS = re.compile(
    r"[\"”»’,]*\s+(?:(?:has|have|had|is|was|were|are|will|would|be|been|being|due|set|scheduled|expected"
    r"|officially|also|now|to)\s+){0,4}"
    r"(?:be?g[aiu]n|start|open|kick|got|gets|get|underway|under\s+way|tak(?:e|es|ing)\s+place|took\s+place|held"
    r"|conclud|finish"
    r"|end(?:s|ed|ing)?\b|clos|wrap|runs?\b|ran\b|lasts?\b|over\b|postponed|called\s+off|cancel|staged|conducted)",
    re.IGNORECASE,
)


# "has begun Sand Tern 22", "take part in Sand Tern 22", "during Sand Tern 22"
_DONE_TO_OCCASIONS = re.compile(
    r"\b(?:begin|began|begun|open(?:s|ed)?|host(?:s|ed|ing)?|host\s+of|hold(?:s|ing)?|held|launch(?:es|ed)?"
    r"|kick(?:s|ed)\s+off|stag(?:es|ed|ing)"
    r"|part\s+in|participat\w+\s+in|attend(?:s|ed|ing)?|join(?:s|ed|ing)?|during)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Is something said of the name in `text[start:end]` that is said of occasions?"""
    before = _DONE_TO_OCCASIONS.search(text, max(0, start - 30), start)
    return before is not None or _SAID_OF_OCCASIONS.match(text, end) is not None


def suffixed_names(text: str, published: date | None = None) -> Iterator[NameMention]:
    """Names that carry a two- or four-digit suffix. Whether each is established is said, not decided."""
    if not _TWO_DIGITS.search(text):
        return
    for match in _SUFFIXED.finditer(text):
        start, end = match.span("name")
        trimmed = _without_lead(text, start, end)
        if trimmed is None:
            continue
        quoted = bool(match["open"]) and (
            bool(match["close"]) or text[match.end() : match.end() + 2].strip(" .,")[:1] in _CLOSE
        )
        noun = _noun_beside(text, start, trimmed, match.end())
        base = text[trimmed:end]
        if not _may_be_a_name(base, quoted=quoted, introduced=bool(noun)):
            continue
        yield NameMention(
            start=trimmed,
            end=match.end("number"),
            base=" ".join(base.split()),
            edition=edition_of(match["number"], published),
            noun=noun,
            established=quoted or bool(noun) or _is_spoken_of(text, start, match.end("number")),
            suffix=match.span("number"),
        )


def unsuffixed_names(text: str) -> Iterator[NameMention]:
    """Names that a noun for an occasion introduces: "exercise Sand Tern", "the “Sand Tern” drills"."""
    if words_of(text).isdisjoint(_FIRST_WORDS):
        return
    for pattern in (_AFTER_NOUN, _BEFORE_NOUN):
        for match in pattern.finditer(text):
            group = "quoted" if match["quoted"] else "name"
            start, end = match.span(group)
            if group == "name" and text[start:end].lower().startswith("of "):
                continue
            trimmed = _without_lead(text, start, end)
            if trimmed is None:
                continue
            base = text[trimmed:end]
            words = fold(base).split()
            if group == "name" and (
                len(words) < 2 or (pattern is _BEFORE_NOUN and any(w in INSTITUTION for w in words))
            ):
                continue
            if group == "name" and any(word in NOT_A_NAME for word in words[-1:]):
                continue
            yield NameMention(
                trimmed, end, " ".join(base.split()), noun=EVENT_FAMILY[match["noun"].lower()], established=True
            )


def counted_names(text: str) -> Iterator[NameMention]:
    """Names behind an ordinal edition: "the 76th edition of the Island Relay"."""
    for match in find_ordinal_editions(text):
        name = _NAME_HERE.match(text, match.end())
        trimmed = _without_lead(text, *name.span()) if name else None
        if name and trimmed is not None and not _is_other_designation(text[trimmed : name.end()]):
            yield NameMention(trimmed, name.end(), " ".join(text[trimmed : name.end()].split()), established=True)


def titled_names(text: str) -> Iterator[NameMention]:
    """Names that contain their noun: "Tour of the Three Rivers", "Festival of Lights"."""
    if words_of(text).isdisjoint(_FIRST_WORDS):
        return
    for match in _NOUN_OF.finditer(text):
        noun = EVENT_FAMILY[(match["noun"] or match["NOUN"]).lower()]
        yield NameMention(match.start(), match.end(), " ".join(match[0].split()), noun=noun, established=True)


def _without_lead(text: str, start: int, end: int) -> int | None:
    """Where the name in `text[start:end]` begins once "The", "Exercise", "In" are left out; None if nothing is left."""
    for word in re.finditer(r"\S+", text[start:end]):
        if word[0].strip(".,").lower() not in BEFORE_A_NAME:
            return start + word.start()
    return None


def _may_be_a_name(base: str, *, quoted: bool, introduced: bool) -> bool:
    """ "Copper Gate 19" behind "exercise" is a name; "Gate 19" is one only in quotes, "June 2022" never."""
    words = fold(base).split()
    if not words or words[-1] in _MONTH_NAMES:
        return False
    if quoted:
        return True
    if introduced:
        return len(words) > 1 or not _is_other_designation(base)
    return len(words) > 1 and not _is_other_designation(base)


def _is_other_designation(base: str) -> bool:
    words = fold(base).split()
    return not words or words[-1] in NOT_A_NAME or (len(words) == 1 and len(words[0]) < 3)


_NOUN_BEFORE = re.compile(
    rf"\b(?P<noun>{_NOUNS})(?:s|es)?[,:]?\s+(?:of\s+[\w\s]{{1,40}}\s+)?(?:(?:called|named|dubbed|code-?named|titled|entitled|known\s+as)\s+)?[{_OPEN}]?\s?$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(rf"[.,]?[{_CLOSE}]?\s+(?:[a-z][\w-]*\s+){{0,2}}?(?P<noun>{_NOUNS})(?:s|es)?\b")
_NOUN_APPOSED = re.compile(rf"[.,]?[{_CLOSE}]?,?[{_CLOSE}]?\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}?(?P<noun>{_NOUNS})\b")


def _noun_beside(text: str, phrase_start: int, start: int, end: int) -> str:
    """The family of the noun for an occasion that stands beside the name in `text[start:end]`, or ""."""
    for word in text[phrase_start:start].lower().split():
        if (singular := word.rstrip("s")) in EVENT_FAMILY or word in EVENT_FAMILY:
            return EVENT_FAMILY.get(word) or EVENT_FAMILY[singular]
    before = _NOUN_BEFORE.search(text, max(0, phrase_start - 80), phrase_start)
    after = _NOUN_AFTER.match(text, end) or _NOUN_APPOSED.match(text, end)
    within = next(
        (w for w in reversed(fold(text[start:end]).split()) if w in EVENT_FAMILY or w.rstrip("s") in EVENT_FAMILY), ""
    )
    found = before or after
    if found:
        return EVENT_FAMILY[found["noun"].lower()]
    return EVENT_FAMILY.get(within) or EVENT_FAMILY.get(within.rstrip("s"), "") if within else ""
