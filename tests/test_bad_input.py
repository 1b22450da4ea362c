"""Input that a fixture cannot hold: a line of 50 MB, pipes and links, names that are no text; and claims fed back."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field

from checker import pipeline
from checker.model import Document
from checker.reports.claims import lines
from checker.reports.page import Page
from tests.specimens import Strict, files, load
from tests.test_cli import call

ENDS = "Steppe Eagle 22 ends on 20 August 2022.\n"
LASTS = "Steppe Eagle 22 will last until August 22, 2022.\n"
RULES = pipeline.load_rules()


def told(folder: Path, *paths: str) -> tuple[int, str]:
    """The exit code, and all that the terminal shows; never a traceback, nor a character that drives the terminal."""
    done = call("check", *paths, "--quiet", "--color", "--width", "120", folder=folder)
    shown = done.stdout + done.stderr
    assert "Traceback" not in shown
    assert "bug in checker" not in shown
    plain = shown.replace("\x1b[0m", "")
    while "\x1b[" in plain:  # our own colours end in "m"
        colour = plain[plain.index("\x1b[") :].partition("m")[0]
        assert set(colour) <= set("\x1b[0123456789;")
        plain = plain.replace(f"{colour}m", "")
    assert not {c for c in plain if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202d\u202e\u2066")}
    return done.returncode, plain


# Files


def test_a_line_of_50_megabytes_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("First.\n" + "word " * 10_000_000, "utf-8")
    reason = "skipped a.txt: line 2 has 50,000,000 characters; at most 5,000,000 are read\n"
    assert told(tmp_path, "a.txt") == (3, reason)


def test_datasets_in_one_line_of_50_megabytes_are_skipped(tmp_path: Path) -> None:
    names = ["a.json", "b.jsonl", "c.yml"]
    for name in names:
        (tmp_path / name).write_text("x" * 50_000_000, "utf-8")
    status, shown = told(tmp_path, *names)
    assert (status, [line.partition(":")[0] for line in shown.splitlines()]) == (
        3,
        [f"skipped {name}" for name in names],
    )


def test_a_pipe_is_read_as_a_file_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=(LASTS,), daemon=True)
    writer.start()
    (tmp_path / "a.txt").write_text(ENDS, "utf-8")
    status, shown = told(tmp_path, "pipe", "a.txt")
    assert (status, "pipe:1:27" in shown) == (1, True)


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(ENDS, "utf-8")
    assert told(tmp_path, ".") == (0, "")


def test_devices_are_no_articles(tmp_path: Path) -> None:
    assert told(tmp_path, os.devnull) == (3, f"skipped {os.devnull}: empty\n")


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENDS, "utf-8")
    (tmp_path / "again").symlink_to(".")
    (tmp_path / "round.txt").symlink_to("round.txt")
    assert told(tmp_path, "a.txt", "again") == (0, "")
    assert told(tmp_path, "round.txt") == (3, "skipped round.txt: too many levels of symbolic links\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text(ENDS, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    status, shown = told(tmp_path, "a.txt", "shut")
    (tmp_path / "shut").chmod(0o700)
    assert status == 3
    assert "skipped a.txt: permission denied\n" in shown
    assert "skipped shut: permission denied\n" in shown


def test_names_that_are_no_text_are_shown_as_far_as_they_are(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(LASTS, "utf-8")
    (tmp_path / os.fsdecode(b"empty\xff.txt")).touch()
    (tmp_path / "a.txt").write_text(ENDS, "utf-8")
    status, shown = told(tmp_path, ".")
    assert (status, "caf\ufffd.txt:1:27" in shown, "skipped empty\ufffd.txt: empty" in shown) == (3, True, True)
    done = call("check", ".", "--format", "json", folder=tmp_path)
    assert {claim["path"] for found in json.loads(done.stdout)["findings"] for claim in found["claims"]} >= {"a.txt"}


def test_a_file_that_is_named_twice_has_one_vote(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENDS, "utf-8")
    (tmp_path / "b.txt").write_text(LASTS, "utf-8")
    (tmp_path / "link.txt").symlink_to("a.txt")
    once = call("check", "a.txt", "b.txt", "--format", "json", folder=tmp_path)
    for paths in ((".",), ("*.txt", "a.txt", "link.txt", "./b.txt")):
        again = call("check", *paths, "--format", "json", folder=tmp_path)
        assert (again.stdout, again.returncode) == (once.stdout, 1)


@pytest.mark.parametrize("kind", ["empty", "binary", "missing", "folder"])
def test_a_rule_file_that_is_none_is_an_error(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENDS, "utf-8")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    (tmp_path / "folder").mkdir()
    done = call("check", "a.txt", "--rules", kind, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr[:7]) == (2, "", "error: ")
    assert "Traceback" not in done.stderr


# Texts

PIECES = """
    Steppe Eagle 22|Steppe Eagle-2022|Amber Lynx 00|The exercise|began on|will last until|ends on|from|to|and|said
    August 22|22 August 2022|31 June|last year|next month|on Monday|in 0000|February 29, 2021|2022-13-45|99/99/9999
    1,200|10e999|½|²|٣٤|about|more than|was not|$5 million|€|troops|12%|999999999999999 years|12:60|0th|999th century
    France, Italy and Spain|KABUL, May 5, 2022 (AP) —|the third annual|–|.|“|”|<b>|</p>|<td>|**|[a](b)
"""
BREAKS = ["\n", "\n\n", "\n- ", "\n# ", "\r\n", ". ", "\x1b[2J", "\u202e", "\ud800"]
WORDS = st.sampled_from([piece.strip() for line in PIECES.strip().split("\n") for piece in line.split("|")] + BREAKS)


@given(st.sampled_from(["a.txt", "a.md", "a.html"]), st.lists(WORDS, min_size=1, max_size=30))
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_any_article_is_checked_and_each_quote_is_its_slice(name: str, pieces: list[str]) -> None:
    document = Document.from_text(name, " ".join(pieces))
    report = pipeline.check([document], RULES)
    for claim in report.claims:
        assert document.source[claim.where.start : claim.where.end] == claim.quote


# Claims in the place of articles


def found(documents: list[Document]) -> list[object]:
    """Everything that a finding says, its places included."""
    findings = pipeline.check(documents, RULES).findings
    return [
        (
            *(
                finding.rule,
                finding.fingerprint,
                finding.severity,
                finding.confidence,
                finding.also,
                finding.suggestion,
            ),
            *(finding.subject, finding.message, finding.because),
            [
                (side.outlier, [(claim.value, claim.quote, claim.where) for claim in side.claims])
                for side in finding.sides
            ],
        )
        for finding in findings
    ]


def fed_back(documents: list[Document]) -> list[Document]:
    """The claims of the documents, as `checker claims --format jsonl` writes them."""
    written = lines(pipeline.extract(documents, RULES).claims, Page(width=100))
    return [Document.from_text("claims.jsonl", written)]


class Cluster(Strict):
    name: str
    documents: dict[str, str]


class Clusters(Strict):
    clusters: list[Cluster] = Field(min_length=1)


CLUSTERS = [cluster for path in files("fed_back") for cluster in load(path, Clusters).clusters]


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda cluster: cluster.name)
def test_claims_fed_back_give_the_same_findings(cluster: Cluster) -> None:
    documents = [Document.from_text(name, text) for name, text in cluster.documents.items()]
    assert found(fed_back(documents)) == found(documents)
    assert bool(found(documents)) == (cluster.name != "nothing contradicts")
