"""Which occasion a clause speaks of: "The drill, which began on Monday, …" is the exercise named a sentence before."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from checker.language.lexicons.events import EVENT_FAMILY
from checker.language.reading import Reading, Section, Statement
from checker.model import Edition, Role, fold


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of an occasion in `statement.text[start:end]`, by name or by "the exercise", "it".

    `label` is what the source calls it ("Regional Cooperation 22"), `shift` what the words say of the instalment
    ("last year's": -1), `how` the evidence that links the words to the name.
    """

    start: int
    end: int
    base: str
    label: str
    edition: Edition | None
    how: Literal["named", "definite", "pronoun"]
    established: bool
    noun: str = ""
    other: bool = False  # "another exercise", "the previous edition": some instalment, not this one
    suffix: tuple[int, int] | None = None


_NOUNS = "|".join(sorted((re.escape(word) for word in EVENT_FAMILY), key=len, reverse=True))
_DEFINITE = re.compile(
    rf"\b(?P<determiner>the|this|these|its|their|this\s+(?:year|month|week|spring|summer|autumn|fall|winter)['’]?s)\s+"
    rf"(?P<modifiers>(?:(?!(?:of|the|in|at|for|on|by|to|with|and|or)\s)[\w'’-]+\s+){{0,5}}?)(?P<noun>{_NOUNS})(?:s|es)?\b",
    re.IGNORECASE,
)
# "the previous exercise" is an instalment, but not the one in focus; "other exercises" are none of ours.
_OTHER = re.compile(
    r"(?<![\w-])(?:other|another|previous|earlier|former|next|last|similar|separate|following|subsequent|past|future|first|second|third"
    r"|bilateral|such|many|several|two|three|older|bigger|larger|smaller)(?![\w-])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\W*(It|They|This(?=\s+(?:is|was|will|has|had|would)\b))\b")
# Before a name, these make it a circumstance of what the clause is about, not its subject.
_CIRCUMSTANCE = re.compile(
    r"\b(?:after|before|during|at|for|in|since|because\s+of|despite|ahead\s+of|following|due\s+to|until|till|with|from|by|to|on|about"
    r"|than|like|unlike|over|into|through|participants\s+of|part\s+in)\s+(?:[\w’'-]+\s+){0,5}?[“\"«‘']?$",
    re.IGNORECASE,
)
# "phase one of the exercise", "registration for the exercise": the clause is about the phase, the registration …
_PART_OF = re.compile(
    r"(?<![\w’'-])(?P<head>[\w’'-]+)(?:\s+(?:one|two|three|four|five|[IVX]+|\d+))?"
    r"\s+(?:of|for)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,5}[“\"«‘']?$",
    re.IGNORECASE,
)
# … but "the 12th edition of Sand Tern" and "the opening of Sand Tern" are about the occasion.
_WHOLE = frozenset(
    "edition editions running staging instalment installment version exercise exercises drill drills series host hosts"
    " start beginning opening end close day troops soldiers participants people servicemen".split()
)
_BOUNDARY = re.compile(r"[;:()–—]|,(?=\s)|\s-{1,2}\s")
_PHASE = re.compile(
    r"\b(?<!\w-)(?!(?:tak(?:e|es|en|ing)|took|in|as|no|any|some)\s)(?P<which>[\w-]+)\s+"  # not "take part", "in part"
    r"(?P<noun>phase|part|stage|leg|portion|component|programme|program|training|firing|ceremony|course)\b",
    re.IGNORECASE,
)
# What a clause may begin with and still be about the subject of the clause before it.
_CONTINUES = re.compile(
    rf"""
    \W* (?:
      an?\s+ (?:[\w-]+\s+){{0,5}} (?:{_NOUNS})\b                               # Sand Tern, a ten-day exercise from …
      | (?:(?:and|but|or|then|which|that|who|it|they|this|also|now|still|already|officially|finally)\s+){{0,2}}
        (?: is|are|was|were|will|would|shall|has|have|had|be|been|being|set|due|scheduled|expected|planned|slated
          | begin\w*|began|begun|start(?:s|ed|ing)?|open(?:s|ed|ing)?|end(?:s|ed|ing)?|last(?:s|ed|ing)?|continu\w+
          | run(?:s|ning)?|ran|held|\w{{3,}}ing|conclud\w+|clos(?:es?|ed)|finish\w*|wrap\w*|go(?:es|ing)?|went
          | kick\w*|got|gets?|takes?|taking|took|under|until|till|from|through|on|in
          |over|complet\w+|stag\w+|conduct\w+ )\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def references(reading: Reading) -> dict[int, list[Reference]]:
    """Every mention of an occasion, by statement number."""
    found: dict[int, list[Reference]] = {}
    for section in reading.sections:
        found.update(_in_section(section))
    return found


def _in_section(section: Section) -> Iterator[tuple[int, list[Reference]]]:
    main = main_reference(section)
    if main is None:  # nothing is named, and nothing resumed
        return
    latest: Reference | None = None
    latest_paragraph = -1
    for statement in section.statements:
        named = [_named(statement, name_number) for name_number in range(len(statement.names))]
        current = latest if latest and latest_paragraph == statement.paragraph else main
        resumed = list(_definite(statement, named, current, main))
        here = sorted([*named, *resumed], key=lambda reference: reference.start)
        if pronoun := _leading_pronoun(statement, latest if latest_paragraph == statement.paragraph else main):
            here = [pronoun, *here]
        for reference in here:
            if reference.how == "named":
                latest, latest_paragraph = reference, statement.paragraph
        if here:
            yield statement.number, here


def main_reference(section: Section) -> Reference | None:
    """The name that the section is mostly about, with the edition of the dateline's year, failing that the first."""
    candidates = [
        _named(statement, number)
        for statement in section.statements
        for number, name in enumerate(statement.names)
        if fold(name.base) == section.main
    ]
    editions = [reference for reference in candidates if reference.edition is not None]
    of_the_year = [r for r in editions if r.edition and section.published and r.edition.year == section.published.year]
    return next(iter([*of_the_year, *editions, *candidates]), None)


def _named(statement: Statement, number: int) -> Reference:
    name = statement.names[number]
    label = " ".join(statement.text[name.start : name.end].split())
    return Reference(
        name.start, name.end, name.base, label, name.edition, "named", name.established, name.noun, suffix=name.suffix
    )


def _definite(
    statement: Statement, named: list[Reference], current: Reference | None, main: Reference | None
) -> Iterator[Reference]:
    for match in _DEFINITE.finditer(statement.text):
        if any(reference.start < match.end() + 12 and match.start() < reference.end for reference in named):
            continue  # "the exercise Silver Heron", "the Silver Heron exercise"
        family = EVENT_FAMILY[match["noun"].lower()]
        target = _fits(current, family) or _fits(main, family)
        if target is None:
            continue
        if main is not None and target.edition is None and fold(target.base) == fold(main.base):
            target = main  # "the exercise" is the instalment that the text is about, not the series
        yield replace(
            target,
            start=match.start(),
            end=match.end(),
            how="definite",
            suffix=None,
            noun=family,
            other=_OTHER.search(match["modifiers"]) is not None,
        )


def _fits(reference: Reference | None, family: str) -> Reference | None:
    """`reference`, if a noun of `family` may resume it; a name with no noun beside it may be resumed by any."""
    if reference is None:
        return None
    return reference if not family or not reference.noun or reference.noun == family else None


def _leading_pronoun(statement: Statement, latest: Reference | None) -> Reference | None:
    match = _PRONOUN.match(statement.text)
    if latest is None or match is None or statement.role in (Role.heading, Role.title):
        return None
    return replace(latest, start=match.start(1), end=match.end(1), how="pronoun", suffix=None)


def subject_at(statement: Statement, here: list[Reference], at: int) -> tuple[Reference, str] | None:
    """The occasion that the clause around `at` is about, and the phase of it ("field phase") or ""; None when it is
    about something else or about nothing that was named."""
    spans = _segments(statement)
    index = next(number for number, (start, end) in enumerate(spans) if start <= at < end or number == len(spans) - 1)
    start, end = spans[index]
    words = statement.text[start:end]
    inside = [reference for reference in here if start <= reference.start < at]
    subject = next((r for r in inside if not _is_circumstance(statement, start, r)), None)
    lead = statement.text[start:at]
    if subject is not None:
        between = statement.text[subject.end : at]
        return None if _new_subject(between) else (subject, phase_of(statement.text[start : subject.start]))
    if index == 0 or not (_CONTINUES.match(words) or not lead.strip(" ,;:()–—-")):
        return None
    before = [reference for reference in here if reference.start < start]
    if not before:
        return None
    if _PARTICIPLE.match(words) and before[-1].how == "named":
        return before[-1], ""  # "It follows Winter Tern 18, held in February with 1,100 soldiers"
    if re.match(r"\W*(?:which|that)\b", lead):
        if _DETERMINER.search(statement.text, before[-1].end, start):
            return None  # "…, ahead of the elections, which end on Friday"
        return before[-1], phase_of(statement.text[before[-1].end : start])
    lead_subject = next((r for r in before if not _is_circumstance(statement, 0, r)), None)
    return (lead_subject, phase_of(statement.text[: lead_subject.start])) if lead_subject else None


_PARTICIPLE = re.compile(
    r"\s*(?:held|begun|staged|opened|hosted|organi[sz]ed|conducted|launched|started|run|led)\b", re.IGNORECASE
)
_DETERMINER = re.compile(r"\b(?:the|an?|its|their|his|her|this|these|those|some|any)\s", re.IGNORECASE)
_FINITE = re.compile(
    r"(?:,|\band|\bbut|\bwhile|\bas)\s+(?:the|a|an|its|their|his|her|[A-Z][\w-]+)\s+(?:[\w’'-]+\s+){0,3}(?:is|are"
    r"|was|were|will|has|have|had)\b"
)


def _new_subject(between: str) -> bool:
    return _FINITE.search(between) is not None


def clause_of(statement: Statement, here: list[Reference], reference: Reference) -> tuple[int, int]:
    """The span in which something is said of `reference`: between the named occasions around it. Of a circumstance
    ("before Sand Tern 22") nothing is said."""
    if _is_circumstance(statement, 0, reference):
        return reference.start, reference.end
    named = [other for other in here if other.how == "named"]
    before = [other.end for other in named if other.end <= reference.start]
    after = [other.start for other in named if other.start >= reference.end]
    return max(before, default=0), min(after, default=len(statement.text))


def phase_of(text: str) -> str:
    """The phase that a text names ("field phase"), folded, or ""."""
    match = _PHASE.search(text)
    return fold(match[0]) if match else ""


def _is_circumstance(statement: Statement, start: int, reference: Reference) -> bool:
    if reference.how == "pronoun":
        return False
    lead = statement.text[start : reference.start]
    part = _PART_OF.search(lead)
    if part is not None and part["head"].lower() not in _WHOLE and not phase_of(lead):
        return True
    return _CIRCUMSTANCE.search(lead) is not None


def _segments(statement: Statement) -> list[tuple[int, int]]:
    """Spans between commas, semicolons, dashes and brackets; those inside dates, numbers and names do not count."""
    values = [(found.mention.start, found.mention.end) for found in statement.dates]
    values += [(mention.start, mention.end) for mention in statement.quantities]
    values += [(name.start, name.end) for name in statement.names]
    ahead = deque(sorted(values))
    inside = 0  # up to here the text belongs to values
    edges = [0]
    for match in _BOUNDARY.finditer(statement.text):
        while ahead and ahead[0][0] <= match.start():
            inside = max(inside, ahead.popleft()[1])
        if match.start() >= inside:
            edges.append(match.end())
    edges.append(len(statement.text))
    return [(start, end) for start, end in pairwise(edges) if start < end] or [(0, len(statement.text))]
