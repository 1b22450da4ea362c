"""Character references: "&nbsp;", "&#8211;" and "&amp;" are each read as the one character they stand for."""

from __future__ import annotations

from html import unescape

from checker.inputs.weaving import Weaver

# Inside a verbose pattern; bounded, since a page may consist of ampersands.
PATTERN = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
UNCLOSED = PATTERN.removesuffix(";") + ";?"  # as browsers read HTML


def put_entity(weaver: Weaver, written: str, start: int) -> None:
    """Reads the reference `written`, which stands at `start`; what is none stays as it is."""
    character = unescape(written)
    if character == written:
        weaver.keep(start, start + len(written))
    else:
        weaver.put(character, start, start + len(written))
