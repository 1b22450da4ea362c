"""What a clause tells of its subject: "Lindow was founded in 2012" tells of founding, "it has 90 rooms" of rooms.

An *event* that happens to a thing once (birth, founding, release) tells nearly all by itself; of anything else the
words between the subject and the value do.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.language.clauses import Clause
from checker.language.content import Word, content, content_before, stem
from checker.language.lexicons.clauses import (
    ADVERBS,
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    SORTS,
    SUBORDINATORS,
    VERBS,
)
from checker.language.lexicons.concepts import EVENTS

_BEHIND_OBJECT = re.compile(
    rf"[,;(]|\b(?:{'|'.join(sorted(PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS))})\b", re.IGNORECASE
)
_MOST_WORDS = 6  # content words before a value that tell what it is a value of
# Verbs that say no more of a figure than "has" does: "consists of eight parts", "a total of".
_BE = frozenset(map(stem, "consist comprise contain include number count actually currently feature span".split()))
# Behind an event these say nothing more: "its release date", "began operations".
_NO_OBJECTS = frozenset(map(stem, "date year day time place work service operation operating business life".split()))
_MADE = "released*"  # "a 2011 fantasy film": the year is that of its release
_CAREER = "active*"
_BEGINNING, _ENDING = "began*", "ended*"
_SINCE = re.compile(
    r"\b(?:since|as\s+of|from|starting|beginning)\s+(?:at\s+least\s+|about\s+|around\s+)?(?:the\s+)?$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:until|till|through|to)\s+(?:at\s+least\s+|about\s+|around\s+)?(?:the\s+)?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_ONE_OF_MANY = re.compile(r"\b(?:latest|last|current|next|previous|preview|other)\b", re.IGNORECASE)
_TO_THE_PRESENT = re.compile(r"\s*[-–—]\s*(?:present|now|today)\b", re.IGNORECASE)
_JOINT = re.compile(rf",|\b(?:{'|'.join(sorted(CONJUNCTIONS | SUBORDINATORS | RELATIVES))})\b", re.IGNORECASE)
_NUMBER_WORDS = "one two three four five six seven eight nine ten".split()
# Numbers of names: the Lumen Two, Apollo 11, Route III
_NUMBERED = re.compile(rf"\b[A-Z][\w’'-]*\s(\d+|[IVX]+|{'|'.join(word.title() for word in _NUMBER_WORDS)})\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_LIFE = re.compile(r"\s*\(")
_DASH = re.compile(r"\s[-–—]\s|[-–—]")
_BORN_MARK = re.compile(r"\b(?:born|b\.)", re.IGNORECASE)
_DIED_MARK = re.compile(r"\b(?:died|d\.)", re.IGNORECASE)


class Told(NamedTuple):
    """What is told: an event ("born*"), or "" and the words that tell it. `of` is the property of the subject that it
    is told of ("father"), `objects` what it was done to, `end` "first" or "last" of a period, `after` an event
    that the clause tells before, of which this is not the date."""

    event: str = ""
    words: tuple[str, ...] = ()
    of: str = ""
    objects: tuple[str, ...] = ()
    end: str = ""
    after: str = ""

    @property
    def roles(self) -> tuple[tuple[str, str], ...]:
        """As roles of a claim's scope, those that are empty left out."""
        named = {
            "told": self.event or " ".join(self.words),
            "of": self.of,
            "object": " ".join(self.objects),
            "end": self.end,
            "after": self.after,
        }
        return tuple((role, said) for role, said in named.items() if said)


def told_on(text: str, clause: Clause, start: int, stop: int, *, attributive: bool = False, end: str = "") -> Told:
    """What the date in `text[start:stop]` is the date of. `attributive` is a year before a noun ("a 2011 film"), `end`
    says which of a range it is, if the range is read as one."""
    if (life := _of_life(text, clause, start)) is not None:
        return life
    before = _said(text, clause, start)
    if attributive:
        return Told(_MADE) if _is_work(text, stop) else Told(words=_stems(before), end="none")
    found = next((word for word in reversed(before) if word.stem in EVENTS), None)
    if found is None and start < clause.said:
        after = [word for word in content(text) if word.start >= clause.said]
        found = next((word for word in after if word.stem in EVENTS), None)
    limit = end or _end(text, start)
    if found is not None and _another_verb(text[found.start : start]):
        return Told(words=_stems(before), of=_stemmed(clause.owned), end=limit, after=found.stem)
    if found is None:
        return Told(words=_stems(before), of=_stemmed(clause.owned), end=limit)
    objects = _objects(text, found, start if found.start < start else len(text))
    event, limit = _of_career(found.stem, objects, limit)
    if event != found.stem:
        objects = tuple(word for word in objects if word != event)
    owned = "" if clause.said <= found.start < clause.said + len(clause.owned) + 1 else _stemmed(clause.owned)
    return Told(event, (), owned, objects, limit)


def in_brackets(text: str, clause: Clause, start: int) -> bool:
    """Does the value stand in brackets that are not right behind what the clause is about?"""
    opened = text.rfind("(", 0, start)
    if opened < 0 or text.find(")", opened, start) >= 0:
        return False
    return bool(text[clause.said : opened].strip())


def ended(text: str, start: int, end: str = "") -> tuple[tuple[str, str], ...]:
    """The role of a date that begins or ends a period, whatever the clause is about."""
    limit = end or _end(text, start)
    return (("end", limit),) if limit else ()


def told_by(text: str, clause: Clause, start: int, stop: int) -> Told:
    """What the figure in `text[start:stop]` is a figure of."""
    before = _said(text, clause, start)
    counted = text[start:stop].lower() in clause.owned  # "the 460 beds of Lindow Hospital"
    return Told(words=_stems(before), of="" if counted else _stemmed(clause.owned))


def told_in_row(text: str, label: str, stop: int, end: str = "") -> Told:
    """What the value that ends at `stop` of a row of a fact box tells: of "Founded: 2012" founding."""
    words = content(label)
    event = next((word.stem for word in words if word.stem in EVENTS and not _ONE_OF_MANY.search(label)), "")
    end = end or ("first" if _TO_THE_PRESENT.match(text, stop) else "")
    return Told(event, () if event else tuple(word.stem for word in words), end=end)


def _said(text: str, clause: Clause, start: int) -> list[Word]:
    """The content words between the subject and the value; where the value comes first, those before it."""
    begin = clause.said if clause.said <= start else clause.start
    brackets = [match.span() for match in _BRACKETS.finditer(text, begin, start)]
    return [word for word in content_before(text, start, brackets) if word.start >= begin]


def _stems(words: list[Word]) -> tuple[str, ...]:
    return tuple(word.stem for word in words if word.stem not in _BE)[-_MOST_WORDS:]


def _stemmed(owned: str) -> str:
    return " ".join(stem(word) for word in owned.split())


def _objects(text: str, event: Word, end: int) -> tuple[str, ...]:
    """What stands right behind the verb, before any preposition: the iPhone of "released the iPhone in 2007"."""
    behind = text[event.start : end]
    cut = _BEHIND_OBJECT.search(behind)
    words = content(behind[: cut.start()] if cut else behind)[1:]
    named = tuple(word.stem for word in words if not _is_adverb(behind, word) and word.stem not in _NO_OBJECTS)
    numbers = _NUMBERED.findall(behind[: cut.start()] if cut else behind)
    return (*named, *(f"#{number.lower()}" for number in numbers)) if named else ()


def _another_verb(between: str) -> bool:
    """Stands another verb between an event and a date: "was founded by monks and received market rights in 1378"?"""
    joint = _JOINT.search(between)
    return joint is not None and any(
        word in VERBS or word.endswith(("ed", "ing")) for word in _LETTERS.findall(between[joint.start() :])[1:6]
    )


def _is_adverb(text: str, word: Word) -> bool:
    written = _LETTERS.match(text, word.start)
    return written is not None and (written[0].endswith("ly") or written[0] in ADVERBS)


def _of_career(event: str, objects: tuple[str, ...], end: str) -> tuple[str, str]:
    """ "Began performing in 1990" is the first year of being active, "active since 1990" too."""
    if _CAREER in objects and event in (_BEGINNING, _ENDING):
        return _CAREER, "first" if event == _BEGINNING else "last"
    return event, end


def _end(text: str, start: int) -> str:
    """Whether a date begins or ends a period: "since 1990", "until 2005"."""
    before = text[max(0, start - 32) : start]
    return "first" if _SINCE.search(before) else "last" if _UNTIL.search(before) else ""


def _is_work(text: str, end: int) -> bool:
    """Is the year at the end of `text[:end]` that of a work: "a 2011 American fantasy film"?"""
    words = _LETTERS.findall(text[end : end + 60])[:6]
    return any(word in SORTS for word in words)


def _of_life(text: str, clause: Clause, start: int) -> Told | None:
    """Birth and death in brackets behind a name: "(born 3 May 1950)", "(3 May 1950 – 4 June 2010)"."""
    opened = _LIFE.match(text, clause.said)
    if opened is None or start < opened.end() or clause.owned:
        return None
    closed = text.find(")", opened.end())
    if closed < 0 or start > closed:
        return None
    inside = text[opened.end() : start]
    if _DIED_MARK.search(inside):
        return Told("died*")
    if _BORN_MARK.search(inside):
        return Told("born*")
    dash = _DASH.search(text, opened.end(), closed)
    if dash is None:
        return None
    return Told("born*" if start < dash.start() else "died*")
