"""Confidence: "ends on 22 May 2023" against "20 May 2023" is surer than "about 300" of something without a name.

Each case lays two pairs of texts side by side: what lowers the confidence is in the second alone.
"""

from __future__ import annotations

import pytest

from checker import Document, check, load_rules
from checker.model import Finding, Net
from tests.specimens import case

RULES = load_rules()
ENDS = "The festival Lantern Fair 23 ends on 22 May 2023."


def only_finding(*texts: str) -> Finding:
    documents = [Document.from_text(f"{number}.txt", text) for number, text in enumerate(texts)]
    (found,) = check(documents, RULES).findings
    return found


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        case(
            (ENDS, "The festival Lantern Fair 23 ends on 20 May 2023.", "Lantern Fair 23 ends on 20 May 2023."),
            (ENDS, "The festival Lantern Fair 23 ends on 20 May 2023."),
            name="more sources on one side",
        ),
        case(
            (ENDS, "The festival Lantern Fair 23 ends on 20 May 2023."),
            (ENDS, "The festival Lantern Fair 23 has begun. The festival ends on 20 May 2023."),
            name="a subject that is taken up",
        ),
        case(
            (ENDS, "The festival Lantern Fair 23 ends on 20 May 2023."),
            (ENDS, "The festival Lantern Fair 23 ends on 20 May."),
            name="a year that is inferred",
        ),
        case(
            ("Lindow had 4,700 licensed ferrymen in 2015.", "Lindow had 4,500 licensed ferrymen in 2015."),
            (
                "Lindow had 4,700 licensed ferrymen in 2015, most of them older than their boats, says the guild.",
                "In 2015 the guild counted 4,500 licensed ferrymen in Lindow, and hardly any of them could swim.",
            ),
            name="sentences in other words",
        ),
        case(
            ("Lindow had 4,700 licensed ferrymen in 2015.", "Lindow had 4,500 licensed ferrymen in 2015."),
            ("Lindow had 4,700 licensed ferrymen in 2015.", "Lindow had about 3,000 licensed ferrymen in 2015."),
            name="a hedge",
        ),
    ],
)
def test_confidence_is_lower_for(surer: tuple[str, ...], less_sure: tuple[str, ...]) -> None:
    assert only_finding(*surer).confidence > only_finding(*less_sure).confidence


@pytest.mark.parametrize(
    ("texts", "net"),
    [
        case((ENDS, "The festival Lantern Fair 23 ends on 20 May 2023."), None, name="a name"),
        case(
            ("Lindow had 4,700 licensed ferrymen in 2015.", "Lindow had 4,500 licensed ferrymen in 2015."),
            Net.copy,
            name="a copied sentence",
        ),
        case(
            (
                "Lindow had 4,700 licensed ferrymen in 2015, most of them older than their boats, says the guild.",
                "In 2015 the guild counted 4,500 licensed ferrymen in Lindow, and hardly any of them could swim.",
            ),
            Net.sentence,
            name="a like sentence",
        ),
    ],
)
def test_a_finding_knows_what_matched_its_claims(texts: tuple[str, ...], net: Net | None) -> None:
    nets = only_finding(*texts).nets
    assert (net in nets) if net else not nets
