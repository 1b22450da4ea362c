"""A document as statements: each sentence with its values, its named occasions and the dateline it stands under."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from checker.language.datelines import find_dateline, section_starts
from checker.language.dates import DateMention, read_dates, scan
from checker.language.editions import ordinal_editions
from checker.language.knownnames import KnownNames
from checker.language.layout import Block, blocks
from checker.language.names import (
    NameMention,
    counted_names,
    suffixed_names,
    titled_names,
    unsuffixed_names,
)
from checker.language.quantities import quantities
from checker.language.sentences import sentence_spans
from checker.model import Document, Edition, Mention, Role, Where, fold

# Text that a reader does not take as said by the source.
_UNREAD = (Role.furniture, Role.struck)


@dataclass(slots=True)
class Statement:
    """One sentence, heading, caption, item or row. Offsets of what was read in it count from its own beginning."""

    number: int
    paragraph: int
    role: Role
    start: int  # in the document's readable text
    text: str
    reported: date | None
    names: list[NameMention] = field(default_factory=list)
    ordinals: list[tuple[int, int, Edition]] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    quantities: list[Mention] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Section:
    """A part of a document under one dateline; most documents have one. `statements` are in order."""

    published: date | None
    because: str
    statements: list[Statement]
    main: str = ""  # the folded base of the occasion that the section is mostly about


@dataclass(slots=True)
class Reading:
    """What was read in one document."""

    document: Document
    sections: list[Section]
    datelines: list[tuple[int, int]] = field(default_factory=list)  # before the prose: "ROME, 3 May 2024 – "

    @property
    def statements(self) -> Iterator[Statement]:
        for section in self.sections:
            yield from section.statements

    @property
    def established(self) -> dict[str, str]:
        """Names that the document itself shows to be names of occasions: folded, and as first written."""
        found: dict[str, str] = {}
        for statement in self.statements:
            for name in statement.names:
                if name.established:
                    found.setdefault(fold(name.base), name.base)
        return found

    @property
    def suffixed(self) -> dict[str, str]:
        """Names of two words or more that carry the number of an edition, established or not."""
        names = (name for statement in self.statements for name in statement.names)
        return {fold(name.base): name.base for name in names if name.edition is not None and " " in name.base}

    def where(self, statement: Statement, start: int, end: int) -> Where:
        """The place in the source of `statement.text[start:end]`."""
        return self.document.where(statement.start + start, statement.start + end)

    def quote(self, where: Where) -> str:
        return self.document.source[where.start : where.end]

    def mentions(self) -> list[Mention]:
        """Every value read, with its place in the document's readable text."""
        found = []
        for start, end in self.datelines:
            found += [_moved(dated.mention, start) for dated in scan(self.document.text[start:end])]
        for statement in self.statements:
            values = [*(dated.mention for dated in statement.dates), *statement.quantities, *_editions(statement)]
            found += [_moved(mention, statement.start) for mention in values]
        return sorted(found, key=lambda mention: (mention.start, mention.end))


def _editions(statement: Statement) -> Iterator[Mention]:
    for name in statement.names:
        if name.edition is not None and name.suffix is not None:
            yield Mention(kind="edition", start=name.suffix[0], end=name.suffix[1], value=name.edition, noun=name.base)
    for start, end, edition in statement.ordinals:
        yield Mention(kind="edition", start=start, end=end, value=edition)


def _moved(mention: Mention, by: int) -> Mention:
    noun_end = mention.noun_end + by if mention.noun_end else 0
    return replace(mention, start=mention.start + by, end=mention.end + by, noun_end=noun_end)


def read(document: Document) -> Reading:
    """Read a parsed document by itself: sections, statements, names, dates and quantities."""
    reading = outline(document)
    fill(reading, KnownNames(reading.established))
    return reading


def outline(document: Document) -> Reading:
    """The sections and statements of a parsed document, with the names that show themselves."""
    prose = [block for block in blocks(document) if block.role not in _UNREAD]
    starts = sorted({0, *section_starts(document.text)})
    grouped: list[list[Block]] = [[] for _ in starts]
    for block in prose:
        grouped[bisect_right(starts, block.start) - 1].append(block)
    datelines: list[tuple[int, int]] = []
    number = paragraph = 0
    sections = []
    for start, end, members in zip(starts, [*starts[1:], len(document.text)], grouped, strict=True):
        published, because, skip = _published(document, start, end, alone=len(starts) == 1)
        statements: list[Statement] = []
        for block in members:
            paragraph += 1
            begin = skip if block.start <= skip < block.end else block.start
            if begin > block.start:
                datelines.append((block.start, begin))
            for span in sentence_spans(document.text, begin, block.end):
                statements.append(
                    Statement(number, paragraph, block.role, span[0], document.text[span[0] : span[1]], published)
                )
                number += 1
        sections.append(Section(published, because, statements))
    reading = Reading(document, sections, datelines)
    for statement in reading.statements:
        statement.names = _names_that_show_themselves(statement)
    return reading


def fill(reading: Reading, known: KnownNames) -> None:
    """Read the values of an outlined document. `known` are established names: its own and those of the documents that
    are checked with it."""
    _recognise_names(reading, known)
    for statement in reading.statements:
        _find_values(statement)


def _published(document: Document, start: int, end: int, *, alone: bool) -> tuple[date | None, str, int]:
    """The dateline of a section: (date, how it is known, where the prose begins)."""
    dateline = find_dateline(document.text[start : min(end, start + 4000)], context="" if alone else document.text)
    if dateline is None or dateline.published is None:
        return document.published, document.published_because, start
    skip = start + dateline.prose if dateline.place else start
    if document.published is not None and alone:
        return document.published, document.published_because, skip
    return dateline.published, f"dateline {dateline.published:%-d %B %Y}", skip


def _names_that_show_themselves(statement: Statement) -> list[NameMention]:
    text = statement.text
    found = [*suffixed_names(text, statement.reported), *counted_names(text), *titled_names(text)]
    return [*found, *unsuffixed_names(text)]


def _recognise_names(reading: Reading, known: KnownNames) -> None:
    """The established names wherever they recur, without their cue or their number."""
    for section in reading.sections:
        for statement in section.statements:
            again = [_named_again(statement.text, *span) for span in known.find(statement.text)]
            statement.names = _without_overlaps([*statement.names, *again], known)
            statement.ordinals = list(ordinal_editions(statement.text))
        tally = Counter(fold(name.base) for statement in section.statements for name in statement.names)
        section.main = tally.most_common(1)[0][0] if tally else ""


def _named_again(text: str, start: int, end: int) -> NameMention:
    return NameMention(start, end, " ".join(text[start:end].split()), established=True)


def _without_overlaps(names: list[NameMention], known: KnownNames) -> list[NameMention]:
    """One mention per place, the longest; a name that is established anywhere is established everywhere."""
    kept: list[NameMention] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end, name.edition is None)):
        if not kept or name.start >= kept[-1].end:
            kept.append(replace(name, established=name.established or name.base in known))
    return kept


def _find_values(statement: Statement) -> None:
    masked = [name.suffix for name in statement.names if name.suffix]
    masked += [(start, end) for start, end, _ in statement.ordinals]
    dates, impossible = read_dates(statement.text, statement.reported)
    statement.dates = [found for found in dates if not _touches(found.mention, masked)]
    masked += [(found.mention.start, found.mention.end) for found in statement.dates]
    masked += impossible
    statement.quantities = quantities(statement.text, sorted(masked))


def _touches(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(mention.start < end and start < mention.end for start, end in spans)
