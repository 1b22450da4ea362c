"""Lists of names in a row: "Peru, Chile (host) and the Republic of Korea" has three members, in this order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.countries import CountryMention, country_of, display_name, find_countries
from checker.language.lexicons.countries import PART_OF


@dataclass(frozen=True, slots=True)
class NameList:
    """`text[start:end]` lists the members. `open`: the words around leave room for more ("including", "and others").
    `only`: they say that there are no more. `finished`: an "and" stands before the last item."""

    start: int
    end: int
    members: tuple[str, ...]
    open: bool = False
    only: bool = False
    finished: bool = False


_FORMAL = (  # the Republic of, the Kingdom of, the Federal Republic of
    r"(?:(?:(?:Federal|Islamic|Democratic|Arab)\ )?"
    r"(?:Republic|Kingdom|Sultanate|Emirate|Principality|Duchy)\ of\ (?:the\ )?)?"
)
_LEAD = rf"(?:(?:the|both|hosts?|neighbou?ring|newcomers?|nearby)\ )*{_FORMAL}"
_NOTE = r"(?:\s?\([^()]{1,60}\))?"  # Chile (host), Estonia (120 soldiers)
_SEPARATOR = re.compile(
    rf"""
    {_NOTE} \s*
    (?: [,;]\s* (?: (?P<last>(?i:and|&|plus|as\ well\ as)) \s+ (?:also\s+)? )?    # A, B; A, and B
      | (?P<bare>(?i:and|&|plus|as\ well\ as)) \s+                                # A and B
    )
    """,
    re.VERBOSE,
)
_LEAD_BEFORE_FIRST = re.compile(rf"(?<![\w-])(?:(?:[Tt]he|hosts?)\ )*{_FORMAL}\Z")
_AFTER_SEPARATOR = re.compile(_LEAD)
_NOTE_AFTER = re.compile(r"\s?\((?P<note>[^()]{1,60})\)")
_NO_MEMBER = re.compile(r"observ|absent|withdr|\bnot\b", re.IGNORECASE)  # Chile (as an observer)

# "Poland and Latvia's presidents", "Poland and US-led forces" list no participants.
_POSSESSED = re.compile(r"['’]s?(?=[\s,]\w)|-\w")
# In "Lviv, Ukraine, Poland" and "Ontario, Peru and Chile" the first country may belong to the place before it.
_PLACE_BEFORE = re.compile(r"(?P<before>^|\S+\s+)(?P<place>[A-ZÀ-Þ][\w’'-]+),\s\Z")
_NO_PLACE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|\w+(?:ly|uary|ber)$|(?:March|April|May|June|August)$"
)
_MORE_ITEMS = re.compile(r"\s*,\s*(?:and\s+)?(?:the\s+)?[A-ZÀ-Þ]\w|\s+(?:and|&)\s+(?:the\s+)?[A-ZÀ-Þ]\w")
_UNLISTED = re.compile(
    r"""
    \s*,?\s* (?: (?:and|&|plus|as\ well\ as|along\ with|together\ with)\ (?:[\w-]+\ ){0,4}?
                 (?:others?|countries|nations|states|partners?|allies|members|observers?|elsewhere|more|forces|teams)\b
      | among(?:st)?\ (?:\w+\ )?others | etc\b | and\ so\ (?:on|forth) | among\ (?:them|which|whom) | inter\ alia
      | … | \.\.\. | to\ name\ (?:but\ )?(?:a\ few|some) | in\ particular )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SOME_OF = re.compile(
    r"""
    \b (?: include[sd]? | including | such\ as | like | notably | especially | particularly | primarily | mainly
         | among(?:st)?\ (?:them|others|which|whom) (?:\ (?:are|were|is|was))? | chiefly | mostly
         | for\ (?:example|instance) | e\.g\. | in\ particular | (?:led|headed)\ by ) [,:]?\s*
    (?: (?:the|both|also|host|forces|troops|soldiers|units|teams|those|from|of)\s )*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ONLY = re.compile(
    r"(?<!not )\b(?:only|just|solely|exclusively)\s(?:(?:by|with|from|in|between|the)\s)*$", re.IGNORECASE
)
_ALONE = re.compile(r"\s(?:alone|only)\b")
_REACH = 60  # as far back as the words that open or close a list may stand


def country_lists(text: str) -> Iterator[NameList]:
    """Runs of two and more country names with nothing between them but commas, notes and "and"."""
    names = [mention for mention in find_countries(text, organisations=True) if mention.how in ("name", "organisation")]
    run: list[CountryMention] = []
    finished = False
    for mention in names:
        joint = _joint(text, run[-1], mention) if run and not finished else None
        if joint is None:
            yield from _country_list(text, run, finished)
            run, finished = [], False
        run.append(mention)
        # "A and B, as well as C" goes on after its first "and"; "A, B and C, D" does not.
        finished = joint is not None and _is_last(joint) and not _goes_on(text, mention.end)
    yield from _country_list(text, run, finished)


def _joint(text: str, before: CountryMention, mention: CountryMention) -> re.Match[str] | None:
    """What joins two items of a list; nothing does in "England, UK"."""
    joint = _SEPARATOR.match(text, before.end, mention.start)
    if joint is None or _AFTER_SEPARATOR.fullmatch(text, joint.end(), mention.start) is None:
        return None
    return joint if _is_last(joint) or PART_OF.get(before.name) != mention.name else None


def _is_last(joint: re.Match[str]) -> bool:
    return joint["last"] is not None or joint["bare"] is not None


def _goes_on(text: str, end: int) -> bool:
    joint = _SEPARATOR.match(text, end)
    return joint is not None and _is_last(joint)


def _country_list(text: str, run: list[CountryMention], finished: bool) -> Iterator[NameList]:
    if len(run) < 2 or not any(mention.sure for mention in run):
        return
    start, end = run[0].start, run[-1].end
    if _POSSESSED.match(text, end) or text[max(0, start - 1) : start] in ("-", "/"):
        return
    if lead := _LEAD_BEFORE_FIRST.search(text, max(0, start - 40), start):
        start = lead.start()
    before = text[max(0, start - _REACH) : start]
    if _belongs_to_a_place(before, run[0]):
        return
    members = [display_name(mention.name) for mention in run if _takes_part(text, mention.end)]
    if len(set(members)) < 2:
        return
    end = _after_note(text, end)
    more = is_continued(text, end) or _SOME_OF.search(before) or (not finished and _MORE_ITEMS.match(text, end))
    only = bool(_ONLY.search(before) or _ALONE.match(text, end)) and not more
    yield NameList(start, end, tuple(dict.fromkeys(members)), bool(more), only, finished)


def is_continued(text: str, end: int) -> bool:
    """Whether the list that ends at `end` goes on with unnamed ones: "and others", "and two more countries", "etc."."""
    return _UNLISTED.match(text, end) is not None


def _takes_part(text: str, end: int) -> bool:
    note = _NOTE_AFTER.match(text, end)
    return note is None or _NO_MEMBER.search(note["note"]) is None


def _after_note(text: str, end: int) -> int:
    note = _NOTE_AFTER.match(text, end)
    return note.end() if note else end


def _belongs_to_a_place(before: str, first: CountryMention) -> bool:
    """Whether the list starts with the country of a town: "in Warsaw, Poland, Latvia …"."""
    found = _PLACE_BEFORE.search(before)
    if found is None or _NO_PLACE.match(found["place"]):
        return False
    capital_of = country_of(found["place"])
    if capital_of is not None:
        return capital_of == first.name
    return bool(found["before"]) and found["before"].rstrip()[-1] not in '.!?:”"'  # "Meanwhile, Poland and Latvia"


_NAME = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?:\ (?:(?:of|the|and\ the|de|for)\ )?[A-ZÀ-Þ][\w’'-]*){0,5}")


def announced_list(text: str, at: int, *, of_countries: bool) -> NameList | None:
    """The two or more capitalised items in a row from `at`: countries, known or not, or else teams and the like."""
    start, members, finished, end = at, [], False, at
    while (item := _item(text, at, of_countries=of_countries)) is not None:
        at, member = item
        if _takes_part(text, at):
            members.append(member)
        end = _after_note(text, at)
        joint = None if finished else _SEPARATOR.match(text, at)
        if joint is None or _item(text, joint.end(), of_countries=of_countries) is None:
            break
        finished, at = _is_last(joint), joint.end()
    if len(members) < 2:
        return None
    return NameList(start, end, tuple(dict.fromkeys(members)), is_continued(text, end), finished=finished)


def _item(text: str, at: int, *, of_countries: bool) -> tuple[int, str] | None:
    """Where the item that begins at `at` ends, and its name."""
    lead = _AFTER_SEPARATOR.match(text, at)
    at = lead.end() if lead else at
    name = _NAME.match(text, at)
    if name is None:
        return None
    window = text[at : at + _REACH]
    known = next(iter(find_countries(window, organisations=True)), None)
    is_name = known is not None and known.start == 0 and known.how in ("name", "organisation")
    if known and is_name and (of_countries or known.end >= len(name[0])):
        return at + known.end, display_name(known.name)
    written = name[0].rstrip(".")
    return at + len(written), written


def known_countries(members: tuple[str, ...]) -> int:
    """How many members are countries by their names; -1 if one is a capital or a people ("Paris", "English")."""
    keys = [(member, country_of(member)) for member in members]
    if any(key is not None and display_name(key) != member for member, key in keys):
        return -1
    return sum(key is not None for _, key in keys)
