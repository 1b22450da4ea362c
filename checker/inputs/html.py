"""HTML: `<h1>Amber Lynx&nbsp;23</h1>` is the heading "Amber Lynx 23"; every offset is one into the page's source."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

from checker.inputs.weaving import Weaver
from checker.model import Document, Role

SUFFIXES = (".html", ".htm", ".xhtml")

_DROPPED = frozenset("script style noscript template svg math iframe object canvas head select textarea".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section summary table tbody thead tfoot tr ul caption title".split()
)
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.heading),
    **dict.fromkeys(("figcaption", "caption"), Role.caption),
    **dict.fromkeys(("del", "s", "strike"), Role.struck),
    **dict.fromkeys(("nav", "footer", "aside", "form", "button", "menu"), Role.furniture),
    "title": Role.title,
    "li": Role.item,
    "tr": Role.row,
}
# Whole words of class, id and role attributes that say "not the article".
_FURNITURE_WORDS = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs crumbs sidebar related recommended share sharing social footer cookie cookies"
    " banner advert advertisement ad ads promo newsletter subscribe comments pagination toolbar widget calendar search login".split()
)
_DATE_METAS = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "parsely-pub-date", "sailthru.date")
_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)")


def read(document: Document) -> Document:
    """The page's readable text; its date from its metadata, a `<time>` element only where there is none."""
    page = _Page(document.source)
    page.feed(document.source)
    page.close()
    weaver = page.weaver
    weaver.close_all()
    published, because = document.published, document.published_because
    if published is None:
        published, because = page.published()
    return document.with_text(
        weaver.text, weaver.segments, tuple(sorted(weaver.marks)), published=published, published_because=because
    )


class _Page(HTMLParser):
    """One pass over the source. Nesting is a list, so no page can exhaust Python's stack."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.weaver = Weaver()
        self._source = source
        self._line_starts = [0]
        self._line_starts += [match.end() for match in re.finditer(r"\n", source)]
        self._dropped: list[str] = []
        self._stack: list[tuple[str, Role | None]] = []
        self._metas: dict[str, str] = {}
        self._times: list[str] = []
        self._ld_json: list[str] | None = None

    # What the parser calls.

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self._note_dates(tag, values)
        if self._dropped:
            if tag == "title" and self._dropped[-1] == "head":
                self._begin(tag, Role.title)
            elif tag not in _VOID:
                self._dropped.append(tag)
            return
        if tag in _DROPPED or (tag not in _VOID and _is_hidden(values)):
            self._dropped.append(tag)
            if tag == "script" and "ld+json" in values.get("type", ""):
                self._ld_json = []
            return
        if tag in _VOID:
            self._void(tag, values)
            return
        self._begin(tag, self._role(tag, values))

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._stack and self._stack[-1][0] == "title":
            self._end(tag)
        elif self._dropped:
            if tag in self._dropped:
                while self._dropped.pop() != tag:
                    pass
        elif any(tag == opened for opened, _ in self._stack):
            while self._stack and self._end(self._stack[-1][0]) != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._reads():
            start = self._at()
            self._text(data, start)
        elif self._dropped and self._dropped[-1] == "script" and self._ld_json is not None:
            self._ld_json.append(data)

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    # How it is done.

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _reads(self) -> bool:
        return not self._dropped or (bool(self._stack) and self._stack[-1][0] == "title" and self._dropped == ["head"])

    def _text(self, data: str, start: int) -> None:
        """Line breaks inside a paragraph are spaces to a reader."""
        keep = any(tag == "pre" for tag, _ in self._stack[-3:])
        text = data if keep else data.replace("\n", " ").replace("\r", " ")
        if text.strip() or (len(self.weaver) and not self.weaver.text_ends_with_space()):
            self.weaver.add(text, start, start + len(data))

    def _entity(self, written: str) -> None:
        if not self._reads():
            return
        start = self._at()
        end = start + len(written)
        end += self._source[end : end + 1] == ";"
        text = unescape(self._source[start:end])
        self.weaver.add("\u00a0" if text == "\u00a0" else text, start, end)

    def _begin(self, tag: str, role: Role | None) -> None:
        if tag in _BLOCKS:
            self.weaver.break_line(self._at(), 1 if tag in ("tr", "li", "dt", "dd") else 2)
        elif tag in ("td", "th") and self._stack and len(self.weaver):
            self._separate_cell()
        self._stack.append((tag, role))
        if role is not None:
            self.weaver.open(role)

    def _separate_cell(self) -> None:
        at = self._at()
        if not self.weaver.at_line_start():
            self.weaver.add(" | ", at, at)

    def _end(self, tag: str) -> str:
        opened, role = self._stack.pop()
        if role is not None:
            self.weaver.close(role)
        if opened in _BLOCKS:
            self.weaver.break_line(self._at(), 1 if opened in ("tr", "li", "dt", "dd") else 2)
        return opened

    def _void(self, tag: str, values: dict[str, str]) -> None:
        if tag in ("br", "hr"):
            self.weaver.break_line(self._at(), 1)

    def _role(self, tag: str, values: dict[str, str]) -> Role | None:
        if tag == "header" and not any(opened in ("article", "main") for opened, _ in self._stack):
            return Role.furniture
        words = set(re.split(r"[^a-z]+", f"{values.get('class', '')} {values.get('id', '')} {values.get('role', '')}".lower()))
        if words & _FURNITURE_WORDS and tag not in ("body", "html", "main", "article"):
            return Role.furniture
        return _ROLES.get(tag)

    def _note_dates(self, tag: str, values: dict[str, str]) -> None:
        if tag == "meta":
            name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
            self._metas.setdefault(name, values.get("content", ""))
        elif tag == "time" and "datetime" in values:
            self._times.append(values["datetime"])

    def published(self) -> tuple[date | None, str]:
        """The publication date that the page states, and where."""
        for name in _DATE_METAS:
            if found := _iso_date(self._metas.get(name, "")):
                return found, f"<meta {name}>"
        if self._ld_json and (found := _iso_date(_date_published("".join(self._ld_json)))):
            return found, "JSON-LD datePublished"
        for written in self._times[:1]:
            if found := _iso_date(written):
                return found, "<time>"
        return None, ""


def _is_hidden(values: dict[str, str]) -> bool:
    style = values.get("style", "").replace(" ", "").lower()
    return "hidden" in values or values.get("aria-hidden") == "true" or "display:none" in style


def _iso_date(text: str) -> date | None:
    match = _ISO.match(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _date_published(text: str) -> str:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    for entry in data if isinstance(data, list) else [data]:
        if isinstance(entry, dict) and isinstance(entry.get("datePublished"), str):
            return str(entry["datePublished"])
    return ""
