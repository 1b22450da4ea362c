"""Aid: "From 1992 to 2021 the Pentagon gave Dushanbe military assistance worth $330 million".

The subject is who is helped; who gives, what for and over which period are scope. A flow without a stated period is
compared only with others that state none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import money_cell
from checker.language.countries import CountryMention, country_of, find_countries
from checker.language.cues import cue
from checker.language.parts import is_part
from checker.language.reading import Statement
from checker.model import Claim, Kind, Mention, Part, Period, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class AidAmount(Claim):
    """Money given, lent or promised to a country, in whole units of its currency."""

    kind: Literal["aid_amount"] = "aid_amount"
    value: Quantity


_AID = cue(
    r"\b(?:(?P<purpose>militar\w+(?:[-\s]technical)?|humanitarian|food|health|medical|economic|development|financial|security|budget|flood|disaster|emergency|reconstruction)\s+)?"
    r"(?:aid|assistance|help|support|grants?|donations?|relief|funding)\b",
    "aid assistance help support grant grants donation donations relief funding",
)
_GIVES = re.compile(
    r"\b(?:g[ai]ve[sn]?|giving|provid\w+|pledg\w+|promis\w+|donat\w+|grant(?:s|ed)|allot\w*|allocat\w+|suppl(?:y|ies|ied)|contribut\w+|sen[dt]s?|commit\w*|help(?:s|ed)?|extend(?:s|ed)|offer(?:s|ed))\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|for|with)\s+(?:the\s+)?(?:government\s+of\s+)?$", re.IGNORECASE)
_THE_COUNTRY = re.compile(r"\b(?:to|for)\s+(?:the|this|that)\s+(?:country|republic|state|nation)\b", re.IGNORECASE)
_RECEIVES = re.compile(r"\b(?:received?s?|receiving|got|gets?)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:another|a\s+further|additional|extra|more|add(?:s|ed|ing)|first\s+(?:slice|tranche|instal?lment|payment)|so\s+far)\s*$",
    re.IGNORECASE,
)


def find(article: Article) -> Iterator[AidAmount]:
    """Amounts in sentences that say who is helped."""
    cues = {statement.number: cue for statement in article.statements if (cue := _cue(statement))}
    if not cues:
        return
    latest: str | None = None  # the country that "the country" means
    for statement in article.statements:
        amounts = _amounts(statement)
        countries = [
            c for c in find_countries(statement.text) if not any(a.start < c.end and c.start < a.end for a in amounts)
        ]
        cue = cues.get(statement.number)
        if cue is None:
            latest = countries[-1].name if countries else latest
            continue
        parties = _parties(statement.text, cue, countries, latest)
        latest = countries[-1].name if countries else latest
        if parties is None:
            continue
        donor, recipient = parties
        for mention in amounts:
            yield _claim(article, statement, mention, cue, donor, recipient)


def _amounts(statement: Statement) -> list[Mention]:
    return [mention for mention in statement.quantities if mention.kind == "amount"]


def _cue(statement: Statement) -> re.Match[str] | None:
    """The word for aid in a sentence with an amount."""
    return _AID.search(statement.text) if _amounts(statement) else None


def _claim(
    article: Article, statement: Statement, mention: Mention, cue: re.Match[str], donor: str | None, recipient: str
) -> AidAmount:
    roles = [("recipient", recipient)]
    if donor:
        roles.append(("donor", donor))
    if cue["purpose"]:
        roles.append(("purpose", cue["purpose"].lower().replace("-", " ").split()[0]))
    part = is_part(statement.text, mention) or _EARLIER.search(statement.text, 0, mention.start) is not None
    assert isinstance(mention.value, Quantity)
    return article.plain_claim(
        AidAmount,
        statement,
        f"aid to {recipient.title()}",
        mention.value,
        (mention.start, mention.end),
        because="money with who gives and who is helped",
        as_of=_period(statement),
        roles=tuple(roles),
        part=Part.part if part else Part.whole,
    )


def _period(statement: Statement) -> Period | None:
    """The period that the sentence states: a range of time, or one month or year."""
    spans = [found.mention.value for found in statement.dates if isinstance(found.mention.value, Period)]
    longer = [span for span in spans if not span.is_day and not span.yearless]
    return longer[0] if len(longer) == 1 else None


def _parties(
    text: str, cue: re.Match[str], countries: list[CountryMention], latest: str | None
) -> tuple[str | None, str] | None:
    """(donor, recipient), or None when nobody is named as helped."""
    recipient = next((found for found in countries if _TO.search(text, max(0, found.start - 40), found.start)), None)
    gives = _GIVES.search(text)
    if recipient is None and gives:
        recipient = next((found for found in countries if 0 <= found.start - gives.end() <= 6), None)
    if recipient is None and (receives := _RECEIVES.search(text)):
        recipient = next((found for found in reversed(countries) if found.end <= receives.start()), None)
    if recipient is not None:
        return _donor(countries, recipient.name, max(cue.start(), recipient.start)), recipient.name
    if latest is not None and _THE_COUNTRY.search(text) and latest not in {found.name for found in countries}:
        return _donor(countries, latest, len(text)), latest
    return None


def _donor(countries: list[CountryMention], recipient: str, before: int) -> str | None:
    others = [found for found in countries if found.name != recipient]
    named = [found for found in others if found.end <= before] or others
    return named[0].name if len({found.name for found in named}) == 1 else None


def complete(cells: Mapping[str, str]) -> Mapping[str, str]:
    """A row whose subject is the country that is helped, or "aid to" it, names that as the recipient; one about a
    programme stays what it is."""
    recipient = country_of(cells["subject"].removeprefix("aid to "))
    if recipient is None or "recipient" in cells:
        return cells
    return {**cells, "subject": f"aid to {recipient.title()}", "recipient": recipient}


KIND = Kind(
    "aid_amount",
    "Aid to a country",
    AidAmount,
    find,
    money_cell,
    occasion=False,
    measures="money",
    complete=complete,
)
