"""Suggestions for misspelt words: "sufix" beside ("suffix", "start") gives `did you mean "suffix"?`."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_LISTED = 60  # of 170 currencies nobody wants to read the list


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` is most probably a misspelling of, or None."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, sorted(choices), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60)
    return found[0] if found else None


def did_you_mean(word: str, choices: Iterable[str], *, kind: str) -> str:
    """What to try instead: the nearest choice if one is near, else all of them; `kind` names them in the plural."""
    known = sorted(choices)
    near = nearest(word, known)
    if near is not None:
        return f'did you mean "{near}"?'
    if len(known) > _MOST_LISTED:
        return f"none of the {len(known)} known {kind} is like it"
    return f"known {kind}: {', '.join(known)}" if known else f"there are no {kind} here"
