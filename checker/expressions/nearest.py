"""Suggestions for misspelt words: "sufix" beside ("suffix", "start") gives `did you mean "suffix"?`."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_ALIKE = 5  # of equally near words no more are looked at
_MOST_LISTED = 60  # of 170 currencies nobody wants to read the list


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` is most probably a misspelling of, or None."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import Prefix

    alike = process.extract(
        word, sorted(choices), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60, limit=_MOST_ALIKE
    )
    # "USS" is as near to SSP as to USD: people begin words rightly.
    best = max(alike, key=lambda one: (one[1], Prefix.similarity(word, one[0], processor=str.casefold)), default=None)
    return best[0] if best else None


def did_you_mean(word: str, choices: Iterable[str], *, kind: str) -> str:
    """What to try instead: the nearest choice if one is near, else all of them; `kind` names them in the plural."""
    known = sorted(choices)
    near = nearest(word, known)
    if near is not None:
        return f'did you mean "{near}"?'
    if len(known) > _MOST_LISTED:
        return f"none of the {len(known)} known {kind} is like it"
    return f"known {kind}: {', '.join(known)}" if known else f"there are no {kind} here"
