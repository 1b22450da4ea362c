"""What HTML elements are to a reader: "h2" is a heading, "tr" a row, "script" is not read, "li" ends the last one."""

from __future__ import annotations

from checker.model import Role

# Elements whose content nobody reads, and what may stand in `<head>`.
DROPPED = frozenset(
    "head script style noscript template svg math iframe object canvas audio video select textarea datalist".split()
)
IN_HEAD = frozenset("title base link meta script style noscript template".split())
# Elements without an end tag.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements that begin a line, and those that begin a paragraph.
LINES = frozenset("li tr dt dd option".split())
BLOCKS = LINES | frozenset(
    "address article aside blockquote body button caption center details dialog div dl fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header html legend main menu nav ol p pre search section summary table tbody tfoot"
    " thead title ul".split()
)
ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.heading),
    **dict.fromkeys(("figcaption", "caption"), Role.caption),
    **dict.fromkeys(("del", "s", "strike"), Role.struck),
    "title": Role.title,
    "li": Role.item,
    "tr": Role.row,
}
# Elements that end others whose end tag was left out, and those that such a search does not leave.
ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    "tr": (frozenset({"tr", "caption"}), frozenset({"table"})),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"tr", "table"}))),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset({"tr", "tbody", "thead", "tfoot"}), frozenset({"table"}))),
}
PARAGRAPH = (frozenset({"p"}), (BLOCKS | {"td", "th"}) - {"p"})
NEAR = 16  # how many open elements such a search looks at
