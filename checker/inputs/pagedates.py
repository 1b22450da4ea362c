"""When a page was published: `<meta property="article:published_time" content="2022-08-12T09:30:00Z">`."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from checker.inputs.published import day
from checker.inputs.tags import Tag, Text

# Where the date may stand, in order of trust; the first one of the best place counts.
PLACES = ("article:published_time", "JSON-LD datePublished", "itemprop datePublished", "meta", "time element")
_METAS = frozenset(
    "date dc.date dc.date.issued dc.date.created dcterms.date dcterms.issued dcterms.created datepublished pubdate"
    " publishdate publish_date publish-date publication_date article.published parsely-pub-date sailthru.date".split()
)
_LINKED = re.compile(r'"datePublished"\s{0,20}:\s{0,20}"([^"]{4,60})"')


class PageDates:
    """Collects the dates of a page while its tags go by."""

    def __init__(self) -> None:
        self._found: dict[str, date] = {}

    def best(self) -> tuple[date | None, str]:
        """The day and where it stands, or (None, "")."""
        return next(((self._found[place], place) for place in PLACES if place in self._found), (None, ""))

    def note(self, tag: Tag, attributes: dict[str, tuple[int, int]]) -> None:
        """Takes the date that a tag states."""
        if not attributes.keys() & {"content", "datetime"}:
            return
        values = {name: unescape(tag.source[start:end]) for name, (start, end) in attributes.items()}
        name = (values.get("property") or values.get("name") or "").strip().lower()
        stated = values.get("content") or values.get("datetime") or ""
        if name == "article:published_time":
            self._add(PLACES[0], stated)
        elif values.get("itemprop", "").lower() == "datepublished":
            self._add(PLACES[2], stated)
        elif tag.name == "meta" and name in _METAS:
            self._add(PLACES[3], stated)
        elif tag.name == "time":
            self._add(PLACES[4], stated)

    def note_script(self, script: Text, source: str) -> None:
        """Takes the date of a JSON-LD block, whatever else is in it and whether or not it is well-formed."""
        if found := _LINKED.search(source, script.start, script.end):
            self._add(PLACES[1], found[1])

    def _add(self, place: str, stated: str) -> None:
        if place not in self._found and (found := day(stated)):
            self._found[place] = found
