"""Countries in a text: "Kazakh and U.S. officers met in Astana" names Kazakhstan twice and the United States once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checker.language.dates.almanac import MONTH_NAMES, WEEKDAY_NAMES
from checker.language.lexicons import countries as lexicon
from checker.model import fold


@dataclass(frozen=True, slots=True)
class Country:
    """A country under its usual English name; `iso2` is its ISO 3166 code ("" for England, Abkhazia …)."""

    name: str
    iso2: str = ""


@dataclass(frozen=True, slots=True)
class CountryMention:
    """`text[start:end]` names a country. `name` is its folded canonical name; `how` is "name", "demonym", "capital",
    "metonym" or "organisation". Not `sure`: the word is also a person or another place ("Georgia", "Jordan")."""

    start: int
    end: int
    name: str
    how: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a country; `country` is None for names that only look like one ("New Mexico")."""

    text: str
    country: str | None
    how: str
    sure: bool


_COLUMNS = ("name", "demonym", "capital", "metonym")  # the third to the sixth of the lexicon


def country_of(phrase: str) -> str | None:
    """The folded canonical name behind a name, alias, demonym, capital or seat of government; None for anything else.

    >>> country_of("the U.S."), country_of("Kyrgyz Republic"), country_of("Nur-Sultan"), country_of("us")
    ('united states', 'kyrgyzstan', 'kazakhstan', None)
    """
    return None if phrase.strip() == "us" else _by_fold().get(fold(phrase))


def display_name(folded: str) -> str:
    """The usual name of a folded one: "united states" is "United States"."""
    country = _countries().get(folded)
    return country.name if country else _organisations().get(folded, folded)


def country(folded: str) -> Country | None:
    """The country with that folded canonical name."""
    return _countries().get(folded)


def is_organisation(folded: str) -> bool:
    """Whether the folded name is the EU, NATO, the UN …"""
    return folded in _organisations()


# The first word of a form: a capital at the beginning of a word, and its rest. That the pattern begins with a set of
# characters lets the scanner skip to them, which is why the look behind the capital comes after it.
_CAPITALISED = re.compile(r"[eA-ZÀ-ÖØ-Þ](?<![\w’'].)(?:(?<!e)\w*|(?<=e)Swatini\b)")


def find_countries(text: str, *, organisations: bool = False) -> list[CountryMention]:
    """Every country named in the text, in order, the longest name first: "South Sudan" is not Sudan."""
    return list(_mentions(text, organisations))


def _mentions(text: str, organisations: bool) -> Iterator[CountryMention]:
    forms, end = _by_first_word(), 0
    for word in _CAPITALISED.finditer(text):
        if word.start() < end or word[0].casefold() not in forms:
            continue
        found = _longest(word[0].casefold()).match(text, word.start())
        if found is None:
            continue
        form = _form(found[0])
        end = found.end()
        if form is None or form.country is None or (form.how == "organisation" and not organisations):
            continue
        if _fits(text, found.start(), end, form):
            yield CountryMention(found.start(), end, form.country, form.how, form.sure)


def _fits(text: str, start: int, end: int, form: _Form) -> bool:
    if text[start:end] in ("US", "UN", "EU") and _shouted(text, start, end):
        return _BEFORE_SHOUTED.search(text[max(0, start - 12) : start]) is not None
    return form.sure or _stands_alone(text, start, end, form)


# In "CONTACT US" the pronoun is shouted; in "US TROOPS LEAVE", "IN THE US" the country is.
_BEFORE_SHOUTED = re.compile(r"(?:^|[\n,:;.?!–—(-]\s*|\bTHE\s|\bIN\s|\bAND\s|\bBY\s)$")
_CAPS_AFTER = re.compile(r"\W{1,3}[A-Z]{3,}")
_CAPS_BEFORE = re.compile(r"[A-Z]{3,}\W{1,3}$")


def _shouted(text: str, start: int, end: int) -> bool:
    return bool(_CAPS_AFTER.match(text, end) or _CAPS_BEFORE.search(text[max(0, start - 20) : start]))


# A capitalised neighbour makes "Jordan", "Chad", "Victoria" a person or a street: "Michael Jordan", "Paris Hilton".
_CALENDAR = f"{WEEKDAY_NAMES}|{MONTH_NAMES}"
_NAME_AFTER = re.compile(rf"[ \u00a0](?!(?:{_CALENDAR}|I)\b)[A-ZÀ-Þ][\w.]")
_NAME_BEFORE = re.compile(
    rf"(?<!\w)(?!(?:{_CALENDAR}|The|In|From|To|At|With|And|For|Of|But|While|As|When|Both)[ ])"
    r"(?:[A-ZÀ-Þ][\w’'-]*|[A-Z]\w{0,3}\.)[ \u00a0]$"  # Michael Jordan, Col. Jordan
)
_TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Sgt|Lt|Capt|Sir|Lady)\.?[ \u00a0]$")
_LAST_PLACE = re.compile(r"(\w+),[ ]$")


def _stands_alone(text: str, start: int, end: int, form: _Form) -> bool:
    before = text[max(0, start - 24) : start]
    if form.text == "Georgia" and (place := _LAST_PLACE.search(before)) and place[1] in lexicon.AMERICAN_GEORGIA:
        return False
    if _TITLE_BEFORE.search(before) or text.startswith(("-", "’s Day"), end):
        return False
    return not (_NAME_AFTER.match(text, end) or _NAME_BEFORE.search(before))


@lru_cache(maxsize=1)
def _forms() -> dict[str, _Form]:
    """Every form as it is written."""
    forms: dict[str, _Form] = {}
    for line in lexicon.COUNTRIES.strip().splitlines():
        name, _, *columns = (column.strip() for column in line.split("|"))
        key = fold(name)
        for how, column in zip(_COLUMNS, [f"{name}; {columns[0]}", *columns[1:]], strict=True):
            for form in filter(None, (form.strip() for form in column.split(";"))):
                written = form.removesuffix("?")
                forms[written] = _Form(written, key, how, not form.endswith("?"))
                if how == "demonym" and written.endswith(("an", "i")):
                    forms[written + "s"] = _Form(written + "s", key, how, True)
    for line in lexicon.ORGANISATIONS.strip().splitlines():
        name, aliases = (column.strip() for column in line.split("|"))
        for form in filter(None, (form.strip() for form in f"{name}; {aliases}".split(";"))):
            forms[form] = _Form(form, fold(name), "organisation", True)
    for name in lexicon.NOT_COUNTRIES.replace("\n", " ").split(","):
        forms[name.strip()] = _Form(name.strip(), None, "", False)
    return forms


def _words(form: str) -> str:
    """The first word of a form, as the scan finds it."""
    match = re.match(r"\w+", form)
    return match[0].casefold() if match else form


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for form in _forms():
        index.setdefault(_words(form), []).append(form)
    return index


_SPACE = "[ \u00a0\n-]+"


@lru_cache(maxsize=4096)
def _longest(first_word: str) -> re.Pattern[str]:
    """Matches the longest form that begins with this word, as in the lexicon or in capitals."""
    written = set(_by_first_word()[first_word])
    written |= {form.upper() for form in written}
    ordered = sorted(written, key=lambda form: (-len(form), form))
    return re.compile("|".join(_pattern(form) for form in ordered))


def _pattern(form: str) -> str:
    pattern = _SPACE.join(re.escape(word) for word in form.split(" ")).replace("'", "['’]")
    return pattern + (r"(?!\w)" if form[-1] != "." else "")


@lru_cache(maxsize=4096)
def _form(found: str) -> _Form | None:
    """The form behind what was found: white space and capitals undone."""
    return _by_loose().get(_loose(found))


def _loose(form: str) -> str:
    return re.sub("[ \u00a0\n-]+", " ", form).replace("’", "'").casefold()


@lru_cache(maxsize=1)
def _by_loose() -> dict[str, _Form]:
    return {_loose(text): form for text, form in _forms().items()}


@lru_cache(maxsize=1)
def _by_fold() -> dict[str, str]:
    return {fold(text): form.country for text, form in _forms().items() if form.country and form.how != "organisation"}


@lru_cache(maxsize=1)
def _countries() -> dict[str, Country]:
    rows = ([column.strip() for column in line.split("|")] for line in lexicon.COUNTRIES.strip().splitlines())
    return {fold(name): Country(name, iso2) for name, iso2, *_ in rows}


@lru_cache(maxsize=1)
def _organisations() -> dict[str, str]:
    names = (line.split("|")[0].strip() for line in lexicon.ORGANISATIONS.strip().splitlines())
    return {fold(name): name for name in names}
