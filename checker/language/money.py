"""Money: "$60-million", "US$ 1.2bn", "USD 60 million", "60 million Canadian dollars", "€45m", "500,000 tenge"."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.language.lexicons import currencies as lexicon
from checker.language.units import Unit

_SPACES = " \u00a0\u202f\u2009"
_SIGN_CHARACTERS = "".join(lexicon.SIGNS)
_LETTERS_BEFORE_SIGN = re.compile(r"(?:[A-Z]{1,4}|Mex|U\.S\.)$")
_SHORT_BEFORE = re.compile(r"(?<![\w.$])([A-Za-z]{1,4}\.?)$")
_GAP = r"[\u0020\u00a0\u202f-]?"
_CODE_AFTER = re.compile(rf"{_GAP}([A-Z]{{3}})(?![A-Za-z0-9])")
_SIGN_AFTER = re.compile(rf"[\u0020\u00a0\u202f]?([{re.escape(_SIGN_CHARACTERS)}])(?!\d)")
_WORDS_AFTER = re.compile(r"[ \u00a0\u202f-]([A-Za-z.]+)(?:[ \u00a0-]([A-Za-z.]+)(?:[ \u00a0-]([A-Za-z.]+))?)?")
_NATIONAL_AFTER_SIGN = re.compile(
    r"[ ](?:\((US|USD|CAD|AUD|NZD|HKD)\)|(US|USD|CAD|AUD|Canadian|Australian|American|New Zealand)\b(?![ ][a-z]))"
)
_DOLLARS_AGAIN = re.compile(r"[ -](?:US )?dollars?\b")
_AFTER_SIGN = {
    "US": "USD", "USD": "USD", "American": "USD", "CAD": "CAD", "Canadian": "CAD", "AUD": "AUD", "Australian": "AUD",
    "NZD": "NZD", "New Zealand": "NZD", "HKD": "HKD",
}  # fmt: skip
_PRICED = re.compile(
    r"\b(?:cost|costs|costing|paid|pay|pays|price[ds]?|worth|fined?|budget|spen[dt]|earn(?:s|ed)?|charged?|salary|fee|raised|"
    r"won|stole|bought|sold|savings|debts?|owed?|donat\w+|grant|pension|rent|bill|invest\w*|sterling)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:weigh\w*|weight|lost|bombs?|explosives?|tnt|cargo|thrust|baby|meat|cocaine|heroin|marijuana)\b",
    re.IGNORECASE,
)


def money_before(text: str, start: int, *, sure: bool) -> Unit | None:
    """The currency sign, code or abbreviation that ends at `start`: "$", "US$ ", "EUR ", "Rs.".

    `sure` says that the figure has a magnitude or groups, so that codes that are also words count ("TRY 60 million").
    """
    end = start
    if end and text[end - 1] in _SPACES:
        end -= 1
    if not end:
        return None
    last = text[end - 1]
    if last in lexicon.SIGNS:
        letters = _LETTERS_BEFORE_SIGN.search(text[max(0, end - 5) : end - 1])
        name = lexicon.SIGN_PREFIXES.get(letters[0] + last) if letters else None
        if letters and name:
            return Unit("amount", name, end - 1 - len(letters[0]))
        return Unit("amount", lexicon.SIGNS[last], end - 1)
    if last != "." and not last.isalpha():
        return None
    short = _SHORT_BEFORE.search(text[max(0, end - 6) : end])
    if short is None:
        return None
    word = short[1]
    if word in lexicon.CODES and (sure or word not in lexicon.DOUBTFUL_CODES):
        return Unit("amount", word, end - len(word))
    if word in lexicon.SHORT and (len(word) > 1 or end == start):  # "R500", not "plan R 500"
        return Unit("amount", lexicon.SHORT[word], end - len(word))
    return None


def nation_after(text: str, end: int) -> Unit | None:
    """Whose dollar a "$" was: the " Canadian" of "$60 million Canadian"."""
    match = _NATIONAL_AFTER_SIGN.match(text, end)
    return Unit("amount", _AFTER_SIGN[match[1] or match[2]], match.end()) if match else None


def dollars_again(text: str, end: int) -> int:
    """The end of a name that repeats the sign: "$60-million-dollar", "$5 dollars"; `end` without one."""
    match = _DOLLARS_AGAIN.match(text, end)
    return match.end() if match else end


def money_after(text: str, end: int, *, large: bool) -> Unit | None:
    """The currency that begins at `end`: " million" excluded, " US dollars", " EUR", "€", "-dollar".

    `large` says that a magnitude word was written, so that "pounds" and "won" are money.
    """
    following = text[end : end + 1]
    if not following or (
        not following.isalpha() and following not in _SPACES and following not in f"-{_SIGN_CHARACTERS}"
    ):
        return None
    if sign := _SIGN_AFTER.match(text, end):
        return Unit("amount", lexicon.SIGNS[sign[1]], sign.end())
    if (
        (code := _CODE_AFTER.match(text, end))
        and code[1] in lexicon.CODES
        and (large or code[1] not in lexicon.DOUBTFUL_CODES)
    ):
        return Unit("amount", code[1], code.end())
    words = _WORDS_AFTER.match(text, end)
    return _named(text, words, large) if words else None


def _named(text: str, words: re.Match[str], large: bool) -> Unit | None:
    """The currency named by the first, the first two or the first three of `words`."""
    for count in (1, 2, 3):
        word = words[count]
        if word is None or (count > 1 and words[count - 1].endswith(".") and "." not in words[count - 1][:-1]):
            return None
        name = _singular(word.rstrip(".").lower())
        nation = " ".join(words[at] for at in range(1, count)).rstrip(".").lower()
        found = _currency(text, words, name, nation, large)
        if found is not None:
            end = words.end(count) - (len(word) - len(word.rstrip(".")))
            return Unit("amount", found[0], _sterling(text, end), found[1])
    return None


def _currency(text: str, words: re.Match[str], name: str, nation: str, large: bool) -> tuple[str, Decimal] | None:
    if nation:
        code = lexicon.NATIONAL.get(lexicon.SAME_NAME.get(name, name), {}).get(nation)
        if code is None and words[1][0].isupper() and " " not in nation:  # "Polish zlotys"
            code = lexicon.NAMES.get(name)
        return (code, Decimal(1)) if code else None
    if name in lexicon.NAMES:
        return lexicon.NAMES[name], Decimal(1)
    if name in lexicon.HUNDREDTHS:
        return lexicon.HUNDREDTHS[name], Decimal("0.01")
    if name in lexicon.DOUBTFUL_NAMES and (large or (name == "pound" and _is_price(text, words))):
        return lexicon.DOUBTFUL_NAMES[name], Decimal(1)
    return None


def _is_price(text: str, words: re.Match[str]) -> bool:
    if text.startswith(" sterling", words.end(1)):
        return True
    before = text[max(0, words.start() - 80) : words.start()]
    around = re.split(r"[;.]\s", before)[-1] + re.split(r"[;.]", text[words.start() : words.end() + 30])[0]
    return _PRICED.search(around) is not None and _WEIGHED.search(around) is None


def _sterling(text: str, end: int) -> int:
    return end + len(" sterling") if text.startswith(" sterling", end) else end


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 and word != "reais" else word
