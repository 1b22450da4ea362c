"""Why two places are set against each other or not: the answer in one line, both places, subject, scope, rules.

no finding: not comparable: other speaker

 A ┌ count: about 40
   │ a.txt:3:17
 3 │ The convoy had about 40 trucks, the governor said.
   │                ^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from checker.expressions import reading
from checker.model import (
    Answer,
    Claim,
    Document,
    Explanation,
    Finding,
    Outcome,
    Place,
    Ruling,
)
from checker.reports.claims import details
from checker.reports.excerpt import Strip, draw
from checker.reports.page import Page
from checker.reports.terminal import STYLES, show_place
from checker.reports.wording import counted

_STYLES = {Outcome.agree: "bold green", Outcome.differ: "bold red", Outcome.unknown: "bold yellow"}
# What a place is called, how it is painted, and what marks it where there is no colour.
Marking = tuple[str, str, str]
_SIDES: tuple[Marking, Marking] = (("A", "bold magenta", "^"), ("B", "bold blue", "~"))


def show(answer: Answer, page: Page) -> str:
    """The explanation of each pair; or what was read at a place where no pair stands."""
    parts: list[Text] = []
    for number, explanation in enumerate(answer.explanations):
        parts += [Text()] if number else []
        parts += _pair(explanation, answer, page)
    if not answer.explanations:
        parts += _nothing(answer, page)
    if answer.left_out:
        hint = f"{counted(answer.left_out, 'more pair')} of values at these places; a column or an id tells which:"
        parts += [Text(), *page.wrapped(Text(hint))]
        read = {(claim.where, claim.kind): claim for place in answer.places for claim in place.here}
        parts += _listed(list(read.values()), page)
    return page.paint(parts)


def headline(explanation: Explanation) -> str:
    """The answer in one line."""
    relation, found = explanation.relation, explanation.finding
    if found is not None:
        return f"{found.severity.value}[{found.rule}] {found.message}"
    if not relation.one_subject and not relation.comparable:
        return f"no finding: not the same subject: {relation.because}"
    if not relation.comparable:
        return f"no finding: not comparable: {relation.because}"
    by_outcome = {ruling.outcome: ruling for ruling in reversed(explanation.rulings)}
    if Outcome.agree in by_outcome:
        return f"no finding: they agree: {by_outcome[Outcome.agree].because}"
    if Outcome.unknown in by_outcome:
        return f"no finding: unknown: {by_outcome[Outcome.unknown].because}"
    return f"no finding: {relation.because if explanation.rulings else 'comparable, but no rule reads both'}"


def _pair(explanation: Explanation, answer: Answer, page: Page) -> Iterator[Text]:
    found = explanation.finding
    style = STYLES[found.severity] if found else "bold"
    yield from page.wrapped(Text(page.safe(headline(explanation)), style=style), hang="    ")
    gutter = _gutter(_last_line(claim) for claim in (explanation.first, explanation.second))
    for side, claim, place in zip(_SIDES, (explanation.first, explanation.second), answer.places, strict=True):
        yield Text()
        yield from _claim(claim, side, place.document, page, gutter)
    relation = explanation.relation
    yield Text()
    yield from _fact("same subject", "yes" if relation.one_subject else "no", page)
    for line in relation.evidence:
        yield from _item(Text(page.safe(line)), page)
    yield from _fact("comparable", f"{'yes' if relation.comparable else 'no'}: {relation.because}".strip(": "), page)
    yield from _rules(explanation.rulings, page)
    for finding in explanation.elsewhere:
        yield from _fact("also found here", _named(finding, page), page)


def _gutter(lines: Iterable[int]) -> int:
    return max(2, *(len(str(line)) + 1 for line in lines))


def _last_line(claim: Claim) -> int:
    return claim.where.line + claim.quote.count("\n")


def _claim(claim: Claim, side: Marking, document: Document | None, page: Page, gutter: int) -> Iterator[Text]:
    name, style, sign = side
    bar = Text(f"{' ' * (gutter + 1)}{page.sign('│', '|')}", style="dim")
    words = " ".join(claim.text.split()) or str(claim.value)
    corner = Text.assemble((f"{name:>{gutter}}", style), (f" {page.sign('┌', '.')} ", "dim"))
    lead = Text.assemble(corner, (f"{page.safe(_kind(claim))}: ", "cyan"), (page.safe(words), style))
    yield from page.wrapped(lead, hang=Text.assemble(bar, " "))
    yield from show_place(claim, document, page, gutter=gutter, style=style, sign=sign)
    yield bar
    for label, told in _facts(claim):
        line = Text.assemble((" " * (gutter + 1) + "= ", "dim"), (f"{label}: ", "bold"), page.safe(told))
        yield from page.wrapped(line, hang=" " * (gutter + 3))


def _kind(claim: Claim) -> str:
    """count (truck), end date"""
    kind = claim.kind.replace("_", " ")
    return f"{kind} ({claim.scope.noun})" if claim.scope.noun else kind


def _facts(claim: Claim) -> Iterator[tuple[str, str]]:
    """What was made of a claim's words."""
    yield "read as", reading(claim.value)
    if claim.because:
        yield "how", claim.because
    yield "about", claim.subject
    scope = [claim.scope.stance.value, *details(claim.scope)]
    if claim.scope.reported is not None:
        scope.append(f"dateline {claim.scope.reported}")
    yield "scope", ", ".join(dict.fromkeys(scope))
    yield "claim", claim.id


def _fact(name: str, words: str, page: Page) -> Iterator[Text]:
    yield from page.wrapped(Text.assemble((f"{name}: ", "bold"), page.safe(words)), hang="    ")


def _item(words: Text, page: Page) -> Iterator[Text]:
    yield from page.wrapped(Text.assemble((f"  {page.sign('·', '-')} ", "dim"), words), hang="    ")


def _rules(rulings: Sequence[Ruling], page: Page) -> Iterator[Text]:
    if not rulings:
        yield from _fact("rules", "none reads both", page)
        return
    yield Text("rules:", style="bold")
    for ruling in rulings:
        lead = (page.safe(ruling.rule), "cyan"), " ", (ruling.outcome.value, _STYLES.get(ruling.outcome, "dim"))
        because = f": {ruling.because}" if ruling.because else ""
        yield from _item(Text.assemble(*lead, page.safe(because)), page)
        for line in ruling.explanation:
            yield from page.wrapped(Text(f"    {page.safe(line)}"), hang="      ")
        if ruling.finding is not None:
            yield from page.wrapped(Text(f"    {_shown(ruling, ruling.finding, page)}"), hang="    ")


def _shown(ruling: Ruling, finding: Finding, page: Page) -> str:
    """The finding of a rule as the report shows it: "error, finding b3a93292ff4e"; perhaps under another rule's."""
    if finding.rule == ruling.rule:
        return f"{finding.severity.value}, {_mark(finding, page)}"
    return f"shown under {_named(finding, page)}"


def _named(finding: Finding, page: Page) -> str:
    return f"{finding.severity.value}[{finding.rule}] {finding.message}, {_mark(finding, page)}"


def _mark(finding: Finding, page: Page) -> str:
    return f"finding {finding.fingerprint[:12]} {page.sign('·', '-')} confidence {finding.confidence:.0%}"


def _nothing(answer: Answer, page: Page) -> Iterator[Text]:
    """Two places of which at least one has no claim."""
    empty = [place.asked for place in answer.places if not place.here]
    yield from page.wrapped(Text(f"no finding: nothing was read at {page.safe(' and at '.join(empty))}", "bold"))
    told = (_last_line(claim) for place in answer.places for claim in place.here)
    gutter = _gutter([*told, *(place.line for place in answer.places)])
    for side, place in zip(_SIDES, answer.places, strict=True):
        yield Text()
        if place.here:
            for claim in place.here:
                yield from _claim(claim, side, place.document, page, gutter)
        else:
            yield from _empty(place, side, page, gutter)


def _empty(place: Place, side: Marking, page: Page, gutter: int) -> Iterator[Text]:
    """The line of a place where nothing was read, and what was read nearest to it."""
    name, style, sign = side
    bar = page.sign("│", "|")
    corner = Text.assemble((f"{name:>{gutter}}", style), (f" {page.sign('┌', '.')} ", "dim"))
    yield Text.assemble(corner, (page.safe(place.asked), "bold"), ": nothing was read here")
    if place.document is not None and (line := place.document.line(place.line)).strip():
        at = max(place.column - 1, 0)
        strip = Strip(place.line, line[:at], line[at : at + 1], line[at + 1 :])
        for text, marks in draw(strip, page, room=page.width - gutter - 3, style=style, sign=sign):
            yield Text.assemble((f"{place.line:>{gutter}} {bar}", "dim"), " ", text)
            if place.column:
                yield Text.assemble((f"{' ' * gutter} {bar}", "dim"), " ", marks)
    if not place.nearby:
        yield from _item(Text("nor was anything else in this source"), page)
        return
    on_line = any(claim.where.line == place.line for claim in place.nearby)
    yield from _item(Text("read on this line:" if on_line else "read nearest to it:"), page)
    yield from _listed(place.nearby, page)


def _listed(claims: Sequence[Claim], page: Page) -> Iterator[Text]:
    """One line for each claim: place, kind, words."""
    for claim in claims:
        words = " ".join(claim.quote.split())
        place, kind = (page.safe(claim.where), "bold"), (page.safe(_kind(claim)), "cyan")
        lead = Text.assemble("    ", place, " ", kind, " ", page.safe(words))
        yield from page.wrapped(lead, hang="      ")
