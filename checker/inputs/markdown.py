"""Markdown with front matter: `**Iron Ferry 2021** ends` reads "Iron Ferry 2021 ends", each character at its place."""

from __future__ import annotations

from checker.inputs.blocks import Block, blocks, labels
from checker.inputs.frontmatter import read_front_matter
from checker.inputs.inline import read_inline
from checker.inputs.weaving import Weaver
from checker.model import Document, Role

SUFFIXES = (".md", ".markdown")


def read(document: Document) -> Document:
    """The readable text with its headings, items, rows and captions; code is furniture, what is struck stays marked."""
    source = document.source
    weaver = Weaver(source)
    body, published, because = read_front_matter(source, weaver)
    names = labels(source, body)
    for block in blocks(source, body):
        _read_block(source, block, weaver, names)
    return weaver.into(document, published=published, published_because=because)


def _read_block(source: str, block: Block, weaver: Weaver, names: frozenset[str]) -> None:
    weaver.separate("\n\n" if block.apart else "\n", replace=True)
    start = len(weaver)
    if block.verbatim:
        for line in block.lines:
            weaver.keep(*line)
            weaver.separate("\n")
    else:
        read_inline(source, block.lines, weaver, names)
    if block.role is not Role.prose:
        weaver.mark(block.role, start)
    weaver.separate("\n")
