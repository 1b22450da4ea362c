"""Which parts of a page are not its article: `<nav>`, `<div class="share-buttons">`, `<ul role="menu">`."""

from __future__ import annotations

import re

ELEMENTS = frozenset({"nav", "footer", "aside", "button", "menu"})
ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar dialog alertdialog tablist".split()
)
# A class or id says so with its first or last word: "share-buttons", "entry-meta", "relatedPosts".
WORDS = frozenset(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs sidebar related recommended teaser teasers share"
    " sharing social footer cookie cookies gdpr consent newsletter subscribe paywall promo advert advertisement ads"
    " banner sponsored outbrain taboola comments pagination pager toolbar widget calendar search login popup modal tags"
    " byline author meta timestamp counter views copyright".split()
)
# Names of the whole page or of its main part, and words that deny: "has-sidebar", "no-banner".
_NOT_HINTED = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "p", "tr", "td", "th", "tbody", "time"})
_DENIALS = frozenset({"has", "with", "no", "not", "without", "is"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def hinted(element: str, names: str) -> bool:
    """Do class and id say that the element is not the article?"""
    return element not in _NOT_HINTED and any(_says_so(name) for name in names.split()[:40])


def _says_so(name: str) -> bool:
    words = [word.lower() for word in _WORD.findall(name[:100])]
    return bool(words) and not _DENIALS.intersection(words) and (words[0] in WORDS or words[-1] in WORDS)
