"""Evidence: `kind: evidence, stands: in-quote`: the record says 22 August, and its own quote "until August 20"."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from checker.rulebook.comparing import Comparing


class Evidence(Comparing):
    """A record's value is what its own quote says, and the quote stands in the document that the record names.

    `stands: in-quote` reads the quote of each record and holds its values against the record's (`compare`, `reading` as
    in `kind: agree`); a quote in which nothing of the kind can be read leaves the answer unknown. `stands: in-document`
    looks for the quote in the text of the record's `source`, whatever the white space and quotation marks; a source
    that is not among what is checked leaves the answer unknown. `where` is asked of each claim, as `claim`.
    """

    kind: Literal["evidence"] = "evidence"
    stands: Literal["in-quote", "in-document"] = Field(
        description="in-quote: the value in the record's quote; in-document: the quote in the record's source"
    )
