"""The program: `check(documents, load_rules())`. Documents are read into claims, claims aligned to subjects, subjects
judged by rules, findings settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from checker import claims as claim_kinds
from checker import inputs, rulebook
from checker.align import Alignment, align
from checker.align.instalments import base_name
from checker.claims.article import Article
from checker.compare import comparators
from checker.decisions import NONE, Decisions, decide, not_understood
from checker.judge import Material, Verdict, judge_all
from checker.language.english import why_not_english
from checker.model import AskedRule, Claim, Coverage, Document, Finding, Problem, Report, Skipped, Standing
from checker.model.uncollected import uncollected
from checker.rulebook import Configuration, Rule, RuleBook, discover, read
from checker.settle import settle
from checker.sieve import ALL, NO_COVERAGE, NOTHING, Tally, plus, sift


class Extracted(NamedTuple):
    """What was read: the parsed documents, their claims in order of place, and what could not be read. `left` are the
    claims that were not made, since no rule can object to them."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    left: Tally = NOTHING


class Run(NamedTuple):
    """What was read, the subjects it is about, each rule's verdict by its id, the findings settled, the rules."""

    read: Extracted
    alignment: Alignment
    verdicts: Mapping[str, Verdict]
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]
    standings: tuple[Standing, ...] = ()


def load_rules(paths: Sequence[str | Path] | None = None, *, settings: Configuration | None = None) -> RuleBook:
    """The rules that a check runs: of these files or packs, else of the settings, else of every shipped pack.

    No configuration file is looked for; `load_settings()` reads one. Raises RuleError.
    """
    return rulebook.load_rules(
        paths, kinds=claim_kinds.kinds(), comparators=comparators(), settings=settings, as_written=False
    )


def every_rule(paths: Sequence[str | Path] | None = None, *, settings: Configuration | None = None) -> RuleBook:
    """All rules of the same files, also those that no check runs now, as they are written there."""
    book = rulebook.load_rules(paths, kinds=claim_kinds.kinds(), comparators=comparators(), settings=settings)
    return replace(book, rules=tuple(sorted((*book.rules, *book.spare), key=lambda rule: rule.id)), spare=())


def load_settings(path: str | Path | None = None) -> Configuration:
    """The settings of a configuration file; without a path, of the one that the command line would use here.

    Raises CheckerError.
    """
    return discover(Path.cwd()) if path is None else read(Path(path))


def check(documents: Iterable[Document | Skipped], rules: RuleBook, decisions: Decisions = NONE) -> Report:
    """Check documents against each other and each against itself. A finding that somebody has decided may stay is told
    with that decision."""
    return report(run(documents, rules, decisions))


def report(ran: Run) -> Report:
    """What came of a run, as it is reported."""
    compared = {claim for verdict in ran.verdicts.values() for claim in verdict.compared}
    left = ran.read.left
    read = len(ran.read.claims) + left.claims
    return Report(
        findings=ran.findings,
        skipped=(*ran.read.skipped, *not_understood(ran.standings)),
        coverage=Coverage(
            seen=read,
            read=read,
            keyed=ran.alignment.keyed + left.keyed,
            compared=len(compared) + left.compared,
            not_comparable=Counter(ran.alignment.not_comparable) + Counter(left.not_comparable),
            rules={
                rule: plus(verdict.coverage, left.rules.get(rule, NO_COVERAGE))
                for rule, verdict in ran.verdicts.items()
            },
        ),
        documents=ran.read.documents,
        claims=ran.read.claims,
        standings=ran.standings,
        rules=tuple(_asked(rule) for rule in sorted(ran.rules, key=lambda rule: rule.id)),
    )


def _asked(rule: Rule) -> AskedRule:
    return AskedRule(rule.id, rule.title, rule.why.strip(), rule.severity, rule.tags)


def run(documents: Iterable[Document | Skipped], rules: RuleBook, decisions: Decisions = NONE) -> Run:
    """All steps of a check, each with what came of it."""
    read = extract(documents, rules, sifting=True)
    with uncollected():
        return judged(read, align(read.claims, rules.kinds, rules.names), rules, decisions)


def judged(read: Extracted, alignment: Alignment, rules: RuleBook, decisions: Decisions = NONE) -> Run:
    """The last steps: what the rules say of claims that are read and aligned, which is by far the dearest part."""
    material = Material(alignment.subjects, read.documents, rules.names)
    verdicts = judge_all(rules, material)
    findings = settle(found for verdict in verdicts.values() for found in verdict.findings)
    decided, standings = decide(findings, decisions, read.documents, rules, _shipped)
    return Run(read, alignment, verdicts, decided, rules.rules, standings)


def _shipped() -> frozenset[str]:
    """The ids of the shipped rules, which other rules may have taken the place of."""
    return frozenset(rule.id for rule in every_rule())


def extract(documents: Iterable[Document | Skipped], rules: RuleBook, *, sifting: bool = False) -> Extracted:
    """The claims of all documents, in order of path and place; nothing that cannot be read is lost.

    With `sifting` claims of dataset rows to which no rule can object are counted only.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for document in documents:
        article = _read(document) if isinstance(document, Document) else document
        if isinstance(article, Skipped):
            skipped.append(article)
        else:
            skipped.extend(_unread(problem) for problem in article.document.unread)
            articles.append(article)
    told = [article for article in articles if article.document.mapping is None]
    wide = [article for article in articles if article.document.mapping is not None]
    claims, unread = _claims(claim_kinds.extract(told, rules.kinds))
    with uncollected():
        only = wide[0].document if sifting and len(wide) == 1 else None
        sifted = ALL if only is None else sift(only, _names(claims, rules), rules)
        of_rows, more = _claims(claim_kinds.extract(wide, rules.kinds, sifted.wanted))
    claims += of_rows
    skipped += [*unread, *more]
    parsed = [article.document for article in articles]
    parsed.sort(key=lambda document: document.path)
    claims.sort(key=lambda claim: (claim.where.path, claim.where.start, claim.where.end, claim.kind))
    skipped.sort(key=lambda skip: (skip.path, skip.reason))
    return Extracted(tuple(parsed), tuple(claims), tuple(skipped), sifted.tally)


def _claims(extracted: Iterable[tuple[list[Claim], list[Skipped]]]) -> tuple[list[Claim], list[Skipped]]:
    """Each claim once: a claims file may be given together with its own articles."""
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    seen: set[tuple[object, ...]] = set()
    for found, unread in extracted:
        for claim in found:
            same = (claim.id,) if claim.entry else (claim.kind, claim.where, str(claim.value), claim.subject)
            if same not in seen:
                seen.add(same)
                claims.append(claim)
        skipped += unread
    return claims, skipped


def _names(claims: Iterable[Claim], rules: RuleBook) -> set[str]:
    """The names of all that is told of outside of datasets' rows."""
    return {base_name(claim, rules.kinds) for claim in claims if not rules.kinds[claim.kind].by_sentence}


def _unread(problem: Problem) -> Skipped:
    """What a source says to the checker, and is not understood."""
    help = f"; {problem.help}" if problem.help else ""
    return Skipped(problem.path, f"line {problem.line}: {problem.message}{help}")


def _read(document: Document) -> Article | Skipped:
    """The document as an article, outlined; prose that is not English is skipped, the rows of a dataset never are."""
    readable = inputs.parse(document)
    if isinstance(readable, Skipped):
        return readable
    article = Article(readable)
    sentences = [] if readable.records else [statement.text for statement in article.outline.statements]
    reason = why_not_english(sentences)
    return Skipped(readable.path, reason) if reason else article
