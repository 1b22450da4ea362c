"""Hedges around a figure: "more than 60", "an estimated 1,200", "up to about 500", "300 or so", "60-odd", "60-plus"."""

from __future__ import annotations

import re

from checker.model import Hedge

_BEFORE: dict[Hedge, str] = {
    Hedge.about: """about|around|some|roughly|approximately|approx|approx.|an estimated|estimated|estimates of|circa|
        c.|ca.|~|≈|somewhere around|in the region of|in the neighborhood of|in the neighbourhood of|on the order of|
        in the order of|or so|little more than|or about|broadly|something like""",
    Hedge.nearly: """nearly|almost|close to|just under|just below|just shy of|approaching|nearing|virtually|practically|
        not quite|a little under|a little less than|slightly less than|slightly under|slightly fewer than|
        a bit less than|just less than""",
    Hedge.over: """more than|over|above|upward of|upwards of|in excess of|north of|exceeding|topping|well over|
        well above|well more than|far more than|just over|just above|just more than|a little over|a little more than|
        slightly more than|slightly over|a bit more than|greater than|higher than|larger than|bigger than|
        longer than|>|surpassing|way over|far above|considerably more than|significantly more than""",
    Hedge.at_least: """at least|at the very least|no fewer than|not fewer than|no less than|not less than|a minimum of|
        minimum|as few as|≥|>=|at a minimum|no lower than|a low of""",
    Hedge.under: """fewer than|less than|under|below|well under|well below|far fewer than|far less than|smaller than|
        shorter than|lower than|<|south of|short of""",
    Hedge.at_most: """up to|at most|at the most|no more than|not more than|a maximum of|maximum|as many as|as much as|
        not exceeding|no longer than|not to exceed|capped at|≤|<=|as high as|as long as|no higher than|a ceiling of""",
}  # fmt: skip
_AFTER: dict[Hedge, str] = {
    Hedge.about: r" or so\b| or thereabouts|[ -]odd\b|ish\b| or around that",
    Hedge.at_least: r" or (?:more|higher|over|above|greater|longer)\b| and (?:over|above|up)\b"
    r"|[ -]?plus\b(?! (?:or|an?|the|\d|[$£€]))|\+(?!\d)"
    r"| at (?:least|(?:the )?minimum)\b| minimum\b",
    Hedge.at_most: r" or (?:less|fewer|under|below|lower)\b| at (?:the )?most\b| maximum\b| tops\b| max\b",
}
_LONGEST = 34


def _phrases() -> dict[str, list[tuple[str, Hedge]]]:
    """Phrase and hedge by the phrase's last word, the longest phrase first."""
    by_word: dict[str, list[tuple[str, Hedge]]] = {}
    for hedge, phrases in _BEFORE.items():
        for phrase in " ".join(phrases.split()).split("|"):
            stripped = phrase.strip()
            by_word.setdefault(stripped.rsplit(" ", 1)[-1], []).append((stripped, hedge))
    for found in by_word.values():
        found.sort(key=lambda item: -len(item[0]))
    return by_word


_BY_LAST_WORD = _phrases()
_SIGNS = "~≈<>≤≥="
_AFTER_ANY = re.compile("|".join(f"(?P<{hedge.name}>{pattern})" for hedge, pattern in _AFTER.items()))
_SPACES = " \u00a0\u202f"
_ALTERNATIVE = re.compile(r" or (?:more|less|fewer) (?:than|important|so)\b")

# "the talks, held over three days": before a duration these are prepositions, unless what stands before says otherwise.
_PREPOSITIONS = frozenset({"over", "under", "around", "about", "above", "below"})
_MEASURES_TIME = re.compile(
    r"(?:\b(?:for|in|after|of|than|lasted|lasting|lasts|took|takes|taking|is|was|spent|within|with)\s)$", re.IGNORECASE
)
_SPEECH = re.compile(
    r"\b(?:talk|talks|talked|talking|speak|spoke|concerns?|concerned|worry|worried|questions?|information|know|learn|think|"
    r"thought|asked|told|tell|debate|debated|fight|fought|dispute|row|anger|control|power|victory|win|lead|charged|arrested"
    r"|stretch(?:es|ed|ing)?|spread|extend(?:s|ed|ing)?|rang(?:es|ed|ing))\s$",
    re.IGNORECASE,
)


def hedge_before(text: str, start: int, *, duration: bool = False) -> tuple[Hedge, int]:
    """The hedge that ends right before `start`, and where it begins; `(none, start)` without one.

    Of several ("up to about 500") the bound counts, not the "about". Before a `duration`, "over" and the like are
    prepositions unless a word such as "for" or "lasted" stands before them.
    """
    hedge, at = _hedge_before(text, start, duration)
    if not hedge:
        return hedge, start
    outer, begins = _hedge_before(text, at, duration)
    if outer:
        return (outer if hedge is Hedge.about else hedge), begins
    return hedge, at


def _hedge_before(text: str, start: int, duration: bool) -> tuple[Hedge, int]:
    end = start
    while end and text[end - 1] in _SPACES:
        end -= 1
    if not end:
        return Hedge.none, start
    if text[end - 1] in _SIGNS:
        word = text[end - 2 : end] if text[end - 2 : end] in (">=", "<=") else text[end - 1]
        found = _BY_LAST_WORD.get(word)
        return (found[0][1], end - len(word)) if found else (Hedge.none, start)
    if end == start:
        return Hedge.none, start
    window = text[max(0, end - _LONGEST) : end].lower().replace("\n", " ")
    if len(window) != min(end, _LONGEST):  # a letter whose lower case is longer
        return Hedge.none, start
    word = window[window.rfind(" ") + 1 :].lstrip("(\"'“‘—–-[,:;")
    for phrase, hedge in _BY_LAST_WORD.get(word, ()):
        at = end - len(phrase)
        if not window.endswith(phrase) or (at and text[at - 1].isalnum()):
            continue
        if phrase in _PREPOSITIONS and not _hedging(text, at, phrase, duration):
            return Hedge.none, start
        return hedge, at
    return Hedge.none, start


def _hedging(text: str, at: int, word: str, duration: bool) -> bool:
    """Whether the "over", "about" … at `at` qualifies the figure and does not govern it."""
    before = text[max(0, at - 20) : at]
    if duration and word in ("over", "under", "above", "below"):
        return _MEASURES_TIME.search(before) is not None
    return word not in ("about", "over", "around") or _SPEECH.search(before) is None


def hedge_after(text: str, end: int) -> tuple[Hedge, int]:
    """The hedge that begins right at `end` ("or so", "-plus", "+"), and where it stops; `(none, end)` without one."""
    following = text[end : end + 1]
    if not following or following not in " -+pi":
        return Hedge.none, end
    match = _AFTER_ANY.match(text, end)
    if match is None or match.lastgroup is None or _ALTERNATIVE.match(text, end):
        return Hedge.none, end
    return Hedge[match.lastgroup], match.end()
