"""Things by names that some text of a run introduces: "ATLAS-2 enrolled 480", once another says "the ATLAS-2 trial"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.language.things import IN_NAMES, NO_NAMES, Sorts, Thing, is_code, joined_words, name_of, with_their_sort
from checker.language.words import Token
from checker.model import fold

_NAME_WITHIN = 9  # words of a name, at most


@dataclass(frozen=True, slots=True)
class KnownThings:
    """Names that the texts of a run introduce with their sort: folded, and as they are to be called. A name of things
    of two sorts (`shared`: the Harrow Point power plant, the Harrow Point wind farm) is called with its sort, and alone
    it is nobody's."""

    names: Mapping[str, str] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()

    def called(self, name: str, sort: str = "") -> str:
        folded = fold(name)
        if folded in self.shared and sort and not name.casefold().endswith(sort):
            return f"{name} {sort}"
        return self.names.get(folded, name)


def introduced(texts: Iterable[str], sorts: Sorts) -> KnownThings:
    """The names of things that the texts introduce. "Harrow Point" is the Harrow Point Power Plant where the run calls
    it both "the Harrow Point power plant" and so; "Lindow" alone never stands for the Lindow Museum."""
    full: dict[tuple[str, str], str] = {}  # name without its sort, sort: the name with it
    alone: dict[str, dict[str, str]] = {}  # name: its sorts, each with the name as written
    for text in texts:
        for thing in _introductions(text, sorts):
            if thing.name.casefold().endswith(f" {thing.sort}"):
                short = fold(thing.name[: -len(thing.sort)])
                full.setdefault((short, thing.sort), thing.name)
            alone.setdefault(fold(thing.name), {}).setdefault(thing.sort, thing.name)
    shared = frozenset(name for name, found in alone.items() if _are_several(name, found))
    names = {
        folded: next((full[folded, sort] for sort in sorted(found) if (folded, sort) in full), min(found.values()))
        for folded, found in alone.items()
        if folded not in shared
    }
    return KnownThings(dict(sorted(names.items())), shared)


def _are_several(name: str, found: Mapping[str, str]) -> bool:
    """Are things of these sorts several: a museum and a gallery, not a power plant and a power station? A code such as
    ATLAS-2 is one thing, whatever it is called."""
    words = [frozenset(sort.split()) for sort in found]
    return not frozenset.intersection(*words) and not any(map(is_code, found.values()))


def _introductions(text: str, sorts: Sorts) -> Iterator[Thing]:
    if sorts.cue is not None and sorts.cue.search(text) is not None:
        yield from (thing for thing in with_their_sort(text, sorts) if thing.introduced)


def things(text: str, sorts: Sorts, known: KnownThings) -> list[Thing]:
    """What the sentence names of the sorts, in order; with the names that are known without their sort."""
    found = list(with_their_sort(text, sorts)) if sorts.cue is not None and sorts.cue.search(text) is not None else []
    named = [thing._replace(name=known.called(thing.name, thing.sort)) if thing.name else thing for thing in found]
    again = [thing for thing in _again(text, known) if not any(_touch(thing, other) for other in named)]
    return sorted([*named, *again])


def _touch(one: Thing, other: Thing) -> bool:
    return one.start < other.end and other.start < one.end


def _again(text: str, known: KnownThings) -> Iterator[Thing]:
    """Known names that stand without their sort: runs of capitals that are such a name as a whole."""
    words = joined_words(text)
    at = 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        end = at
        while end < len(words) and (words[end].capital or words[end].text[0].isdigit() or words[end].lower in IN_NAMES):
            end += 1
        found = _longest_known(words, at, end, known)
        if found is None:
            at += 1
            continue
        yield Thing(words[at].start, words[found - 1].end, known.called(name_of(words[at:found])))
        at = found


def _may_be_in_name(word: Token) -> bool:
    return word.capital or word.text[0].isdigit() or word.lower in IN_NAMES


def _longest_known(words: Sequence[Token], at: int, end: int, known: KnownThings) -> int | None:
    """Where the longest known name that begins with the word `at` ends; none where the name goes on behind it, or has
    begun before: "Lindow Museum Trust" is another thing."""
    if at and (words[at - 1].capital and words[at - 1].lower not in NO_NAMES):
        return None
    for stop in range(min(end, at + _NAME_WITHIN), at, -1):
        if fold(name_of(words[at:stop])) in known.names:
            goes_on = stop < len(words) and words[stop].capital and words[stop].start == words[stop - 1].end + 1
            return None if goes_on else stop
    return None
