"""Who takes part: "Poland, Latvia and Denmark", "six countries (A, B …)", "from 19 nations", "including Italy"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checker.language.countedgroups import CountedGroup, counted_groups
from checker.language.rosterlists import NameList, announced_list, country_lists, known_countries
from checker.model import Roster


@dataclass(frozen=True, slots=True)
class RosterMention:
    """`text[start:end]` lists who takes part or, without a list, counts them.

    `counted` is the span of the counted phrase ("seven countries") and `noun` its noun in the singular. `complete`:
    the list stands beside the counted phrase as its full enumeration, whether or not the number fits. `qualified`:
    the phrase is about a kind or a part ("the five former Soviet republics", "two other countries", "three of the
    seven nations"); a part, an addition and a hedged number leave `roster.counted` empty.
    """

    start: int
    end: int
    roster: Roster
    counted: tuple[int, int] | None = None
    noun: str = ""
    complete: bool = False
    qualified: bool = False


def rosters(text: str) -> list[RosterMention]:
    """The lists of countries and the counted groups of a text, in order; a list never crosses a sentence."""
    groups = list(counted_groups(text))
    mentions = [mention for group in groups if (mention := _after(text, group) or _alone(text, group))]
    taken = [(mention.start, mention.end) for mention in mentions if mention.roster.members]
    for one in _without(country_lists(text), taken):
        joined = _before(text, one, groups, mentions)
        if joined is None:
            mentions.append(_bare(text, one, qualified=_is_part(text, one, groups)))
        else:
            mentions = [mention for mention in mentions if mention.counted != joined.counted]
            mentions.append(joined)
    return sorted(mentions, key=lambda mention: (mention.start, mention.end))


def _without(lists: Iterable[NameList], taken: list[tuple[int, int]]) -> Iterator[NameList]:
    """The lists that overlap no span of `taken`; both are in order."""
    at = 0
    for one in lists:
        while at < len(taken) and taken[at][1] <= one.start:
            at += 1
        if at == len(taken) or taken[at][0] >= one.end:
            yield one


# Between a counted phrase and the list that it announces.
_BESIDE = re.compile(
    r"""
      \s* \(                                                                # six countries (A, B …)
    | \s* :\s+                                                              # six countries: A, B
    | (?:\s*[,—–]|\s--?)?\s+ (?:namely|that\ is|viz\.|i\.e\.)[,:]?\s+      # six countries, namely A, B
    """,
    re.VERBOSE,
)
_APPOSED = re.compile(
    r"""
      ,\s+ | \s*[—–]\s* | \s+--?\s+                                         # two countries, A and B, …
    | (?:\ (?:taking\ part|participating|involved|represented))?\s+ (?:are|were)\s+   # the six countries are A, B …
    """,
    re.VERBOSE,
)
# seven countries of the Baltic region (A, B …); three states of the Treaty Organisation (TO) — A, B and C
_OF_A_KIND = re.compile(
    r"\s(?:of|in|from|on)\s(?:[\w-]+\s){0,6}?[\w-]+(?:\s\([A-Z]{2,8}\))?"
    r"(?:\s\((?!\w+\))|\s?[—–]\s?|\s--?\s)"
)
# eight nations, the host among them, are taking part: A, B
_FAR = re.compile(r"(?P<words>(?:[^.:;!?()\n]|\.(?=\w)){1,160}):\s+")
_SOME_FOLLOW = re.compile(
    r"[,(\s—–]{1,3}(?:including|such as|like|among (?:them|which|whom)|notably|e\.g\.|led by|mainly|mostly)[,:]?\s+"
)
# In "of the seven states, three belong to the pact: A, B and C" the list is that of the three.
_OTHER_COUNT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|others|most|many)\b|\bsa(?:id|ys)\b"
    r"|\b\d+\s(?:of|are|were|belong|have|had|come|came|sent|will|more|others?)\b"
)
_LIST_ENDS = re.compile(r"\s*[.;:)!?—–\n]|\s*,(?!\s*(?:and|as well as|plus|along|together)\b)|\s--?\s|\s*$")


def _after(text: str, group: CountedGroup) -> RosterMention | None:
    """The counted phrase with the list after it."""
    if some := _SOME_FOLLOW.match(text, group.end):
        listed = _announced(text, some.end(), group, share=0.5)
        return _made(text, group, replace(listed, open=True)) if listed else None
    for pattern, share in ((_BESIDE, 0.0), (_APPOSED, 0.5), (_OF_A_KIND, 0.5), (_FAR, 0.5)):
        beside = pattern.match(text, group.end)
        if beside is None or (pattern is _FAR and _OTHER_COUNT.search(beside["words"])):
            continue
        listed = _announced(text, beside.end(), group, share=share)
        if listed and (pattern is not _APPOSED or _ends(text, listed)):
            return _made(text, group, listed)
    return None


def _announced(text: str, at: int, group: CountedGroup, *, share: float) -> NameList | None:
    """The list at `at`, if at least this share of its items are known countries, in a list of countries."""
    listed = announced_list(text, at, of_countries=group.of_countries)
    if listed is None or not group.of_countries:
        return listed
    known = known_countries(listed.members)
    return listed if known >= 0 and known >= share * len(listed.members) else None


def _ends(text: str, listed: NameList) -> bool:
    """Whether nothing but the end of an apposition follows: not "Poland and, for the first time, Spain"."""
    end = _LIST_ENDS.match(text, listed.end)
    return end is not None and (listed.finished or "," not in end[0])


# A list before its count: "A, B and C, the three Baltic states", "A and B: two countries".
_COUNT_FOLLOWS = re.compile(
    r"\s*(?P<mark>[,—–:(]|\s--?\s)\s*(?P<sum>(?:(?:all|in\ all|a\ total\ of|altogether|the|these)\s)*)", re.VERBOSE
)
_PART_FOLLOWS = re.compile(r"\s*(?:[,—–(]|\s--?\s)\s*(?:[a-z]+|\d+)\ (?:out\ )?of\ (?:the\ )?", re.VERBOSE)


def _before(
    text: str, one: NameList, groups: list[CountedGroup], mentions: list[RosterMention]
) -> RosterMention | None:
    """The list with the counted phrase right after it; a bare comma needs a number that fits."""
    following = _COUNT_FOLLOWS.match(text, one.end)
    if following is None or one.open:
        return None
    group = next((group for group in groups if group.start == following.end()), None)
    if group is None or any(one.counted == (group.start, group.end) and one.roster.members for one in mentions):
        return None
    fits = following["sum"] or following["mark"] == ":" or group.number == len(one.members)
    return _made(text, group, one) if fits else None


def _is_part(text: str, one: NameList, groups: list[CountedGroup]) -> bool:
    """Whether the list is called a part: "A, B and C, three of the seven nations"."""
    part = _PART_FOLLOWS.match(text, one.end)
    return part is not None and any(group.start == part.end() for group in groups)


def _made(text: str, group: CountedGroup, one: NameList) -> RosterMention:
    counted = None if group.is_part or group.hedged else group.number
    complete = counted is not None and not one.open and (_ends(text, one) or one.end < group.start)
    roster = Roster(members=one.members, counted=counted, closed=complete, text=text[one.start : one.end])
    qualified = group.qualified or group.is_part
    return RosterMention(one.start, one.end, roster, (group.start, group.end), group.noun, complete, qualified)


def _alone(text: str, group: CountedGroup) -> RosterMention | None:
    """A count without a list."""
    if group.is_part or group.hedged or group.vague or not group.of_countries:
        return None
    span = (group.start, group.end)
    roster = Roster(counted=group.number, text=text[group.start : group.end])
    return RosterMention(*span, roster, span, group.noun, qualified=group.qualified)


def _bare(text: str, one: NameList, *, qualified: bool) -> RosterMention:
    roster = Roster(members=one.members, closed=one.only, text=text[one.start : one.end])
    return RosterMention(one.start, one.end, roster, qualified=qualified)
