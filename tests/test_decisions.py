"""Decisions through the command line, in repositories of their own: waive, accept, edit, rename, expire, merge.

Each test is a day in the life of a gate: what was judged stays quiet, what is new fails, and nothing is lost.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from checker import Document, check, cli, load_rules
from checker.decisions import Decisions, decisions_schema
from checker.decisions.store import Store
from checker.model import Action, Decision, Origin, State

DAY = "2026-11-22"
LEAD = "Amber Heron 22 will last until August 22, 2022.\n"
WIRE = "Amber Heron 22 ends on 20 August 2022.\n"
OTHER = "Sand Tern 21 ends on 3 May 2021.\n"
ANOTHER = "Sand Tern 21 will last until 5 May 2021.\n"


class Gate:
    """A folder with sources, and the program called in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.shown = ""

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(text, encoding="utf-8")

    def call(self, *arguments: str) -> int:
        """The exit code; what was printed is in `shown`."""
        status = cli.run(arguments)
        captured = self._capsys.readouterr()
        self.shown = captured.out + captured.err
        return status

    def check(self, *options: str) -> int:
        return self.call("check", ".", "--today", DAY, *options)

    def report(self, *options: str) -> dict[str, list[dict[str, str]]]:
        self.check("--format", "json", *options)
        told: dict[str, list[dict[str, str]]] = json.loads(self.shown)
        return told

    def open(self, rule: str = "exercises.end-date") -> list[str]:
        """The fingerprints of open findings."""
        return [one["fingerprint"] for one in self.report()["findings"] if not one["decision"] and one["rule"] == rule]

    def states(self) -> list[str]:
        return [one["state"] for one in self.report().get("decisions", [])]

    def waive(self, finding: str, *options: str) -> int:
        return self.call("waive", finding[:8], ".", "--reason", "the host counts on", "--today", DAY, *options)

    def git(self, *arguments: str, status: int = 0) -> None:
        done = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout + done.stderr

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "as it is")


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Gate:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    for name, value in (("USER", "Ann"), ("SOURCE_DATE_EPOCH", "")):
        monkeypatch.setenv(name, value)
    gate = Gate(tmp_path, capsys)
    gate.write({"lead.txt": LEAD, "wire.txt": WIRE, "checker.toml": ""})
    gate.git("init", "--quiet", "--initial-branch", "main")
    gate.git("config", "user.name", "Ann Example")
    gate.git("config", "user.email", "ann@example.org")
    return gate


# A waiver's life


def test_a_waived_finding_does_not_fail_and_is_counted(gate: Gate) -> None:
    assert gate.check() == 1
    assert gate.waive(gate.open()[0], "--until", "2027-02-01") == 0
    [line] = (gate.folder / ".checker/waivers.yml").read_text("utf-8").splitlines()[2:]
    assert line.startswith(
        "- {rule: exercises.end-date, subject: Amber Heron 2022, values: [2022-08-20, 2022-08-22],"
        " reason: the host counts on, by: Ann Example, on: 2026-11-22, expires: 2027-02-01, finding: "
    )
    assert gate.check() == 0
    assert "1 finding waived" in gate.shown
    assert "error[" not in gate.shown
    assert gate.check("--show-waived") == 0
    assert (
        "= settled: the host counts on (Ann Example, 2026-11-22), until 2027-02-01; .checker/waivers.yml:3"
        in gate.shown
    )
    assert gate.check("--no-decisions") == 1
    assert gate.report()["findings"][0]["decision"]["reason"] == "the host counts on"  # type: ignore[index]


def test_it_survives_moved_lines_renamed_files_and_one_more_source(gate: Gate) -> None:
    gate.waive(gate.open()[0])
    gate.write({"lead.txt": f"A first paragraph.\n\n\n{LEAD}"})
    (gate.folder / "wire.txt").rename(gate.folder / "a-wire.txt")
    gate.write({"news/third.txt": "Amber Heron 22 runs until 20 August 2022.\n"})
    assert gate.check("--strict-waivers") == 0
    assert gate.states() == ["active"]


def test_another_value_reopens_the_finding(gate: Gate) -> None:
    gate.waive(gate.open()[0])
    gate.write({"lead.txt": LEAD.replace("22, 2022", "23, 2022")})
    assert gate.check() == 1
    assert (
        "lapsed .checker/waivers.yml:3: exercises.end-date, Amber Heron 2022: made for 2022-08-20, 2022-08-22"
        in gate.shown
    )
    gate.write({"lead.txt": LEAD, "third.txt": LEAD.replace("22, 2022", "25, 2022")})
    assert gate.check() == 1


def test_it_expires_after_its_last_day(gate: Gate) -> None:
    gate.waive(gate.open()[0], "--until", "2026-12-01")
    assert gate.call("check", ".", "--today", "2026-12-01", "--strict-waivers") == 0
    assert gate.call("check", ".", "--today", "2026-12-02") == 1
    assert "expired .checker/waivers.yml:3" in gate.shown


def test_it_is_granted_anew_with_another_last_day_or_reason(gate: Gate) -> None:
    path = gate.folder / ".checker/waivers.yml"
    [finding] = gate.open()
    gate.waive(finding, "--until", "2026-12-01")
    gate.write({".checker/waivers.yml": path.read_text("utf-8").replace("- {", "# ours\n- {") + "# the end\n"})
    before = path.read_text("utf-8")
    assert gate.waive(finding) == 2
    assert "may stay already: the host counts on (Ann Example, 2026-11-22), until 2026-12-01" in gate.shown
    assert gate.call("waive", finding[:8], ".", "--until", "2028-02-01", "--today", DAY) == 0
    assert f"waived {finding[:12]} anew: exercises.end-date" in gate.shown
    assert "; until 2028-02-01, was 2026-12-01 written to" in " ".join(gate.shown.split())
    assert path.read_text("utf-8") == before.replace("expires: 2026-12-01", "expires: 2028-02-01")
    assert gate.call("waive", finding[:8], ".", "--reason", "as agreed", "--by", "Ben", "--today", DAY) == 0
    assert '; for another reason than "the host counts on"' in " ".join(gate.shown.split())
    [entry] = yaml.safe_load(path.read_text("utf-8"))["waivers"]
    assert (entry["reason"], entry["by"], entry["expires"]) == ("as agreed", "Ben", date(2028, 2, 1))
    assert gate.check("--strict-waivers") == 0


@pytest.mark.parametrize(
    ("options", "expires"), [(["--until", "2028-02-01"], date(2028, 2, 1)), (["--reason", "as agreed"], None)]
)
def test_one_that_has_expired_is_granted_anew(gate: Gate, options: list[str], expires: date | None) -> None:
    [finding] = gate.open()
    gate.waive(finding, "--until", "2026-12-01")
    assert gate.call("waive", finding, ".", "--today", "2027-01-01", *options) == 0
    [entry] = yaml.safe_load((gate.folder / ".checker/waivers.yml").read_text("utf-8"))["waivers"]
    assert entry.get("expires") == expires
    assert gate.call("check", ".", "--today", "2027-01-01", "--strict-waivers") == 0


def test_what_people_wrote_around_an_entry_stays_when_it_is_granted_anew(gate: Gate) -> None:
    text = (
        "format: 1\nwaivers:\n  # the first\n  - rule: exercises.end-date\n    subject: Amber Heron 22\n"
        "    values: [2022-08-20, 2022-08-22, 2022-08-25]\n    expires: 2026-12-01\n    reason: >\n      in two\n"
        "      lines\n\n  # the last\n  - rule: zoo.x\n    subject: Y\n    values: [b]\n    reason: r\n"
    )
    gate.write({".checker/waivers.yml": text})
    [finding] = [one["fingerprint"] for one in gate.report()["findings"] if one["rule"] == "exercises.end-date"]
    assert gate.call("waive", finding, ".", "--until", "2028-02-01", "--today", DAY) == 0
    lines = (gate.folder / ".checker/waivers.yml").read_text("utf-8").splitlines()
    entry = "rule: exercises.end-date, subject: Amber Heron 22, values: [2022-08-20, 2022-08-22, 2022-08-25]"
    said = "reason: in two lines, by: Ann Example, on: 2026-11-22, expires: 2028-02-01"
    assert lines[3] == f"  - {{{entry}, {said}}}"
    assert [*lines[:3], *lines[4:]] == [*text.splitlines()[:3], *text.splitlines()[10:]]
    assert gate.check() == 0


def test_what_the_baseline_has_is_not_waived_too(gate: Gate) -> None:
    [finding] = gate.open()
    gate.call("baseline", "accept", ".")
    assert gate.waive(finding) == 2
    assert "may stay already: was there before" in gate.shown


def test_lines_of_decisions_end_with_the_page(gate: Gate) -> None:
    [finding] = gate.open()
    assert gate.call("baseline", "accept", ".", "--width", "50") == 0
    assert max(map(len, gate.shown.splitlines())) <= 50
    gate.call("check", ".", "--no-decisions")
    (gate.folder / ".checker/baseline.json").unlink()
    assert gate.waive(finding, "--width", "50") == 0
    assert max(map(len, gate.shown.splitlines())) <= 50
    assert len(gate.shown.splitlines()) > 2


def test_one_that_nothing_needs_is_told_and_strictly_fails(gate: Gate) -> None:
    gate.waive(gate.open()[0])
    gate.write({"lead.txt": LEAD.replace("22, 2022", "20, 2022")})
    assert gate.check() == 0
    assert "unused .checker/waivers.yml:3: exercises.end-date, Amber Heron 2022" in gate.shown
    assert gate.check("--strict-waivers") == 1
    assert gate.check("--strict-waivers", "--exit-zero") == 0


FORMATS = "full concise grouped markdown github junit gitlab rdjson sarif json jsonl csv".split()


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_why_a_strict_run_fails(gate: Gate, format: str) -> None:
    gate.waive(gate.open()[0])
    gate.write({"lead.txt": LEAD.replace("22, 2022", "20, 2022")})
    assert gate.check("--strict-waivers", "--format", format) == 1
    said = gate.shown.replace("\\", "")  # markdown and SARIF quote signs
    assert "there is no such finding any more" in said
    assert ".checker/waivers.yml" in said
    assert "unused" in said
    if format == "github":
        assert said.startswith("::warning file=.checker/waivers.yml,line=3,title=unused decision::exercises.end-date,")
    if format == "junit":
        assert 'failures="1"' in said
        gate.check("--format", format)
        assert 'failures="0"' in gate.shown


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("state", ["lapsed", "expired", "disputed", "gone"])
def test_every_format_tells_of_decisions_to_look_at(gate: Gate, format: str, state: str) -> None:
    [finding] = gate.open()
    if state == "gone":
        gate.call("baseline", "accept", ".")
        gate.write({"lead.txt": WIRE})
    elif state == "disputed":
        gate.waive(finding)
        reviewed(gate, finding, "Ben", "right")
    elif state == "lapsed":
        gate.waive(finding)
        gate.write({"lead.txt": LEAD.replace("22, 2022", "23, 2022")})
    else:
        gate.waive(finding, "--until", "2026-12-01")
    gate.call("check", ".", "--today", "2026-12-02", "--format", format)
    records = format in ("json", "jsonl")
    assert ("unused" if state == "gone" and records else state) in gate.shown
    if state == "gone" and not records:
        assert "1 finding of the baseline is gone" in gate.shown


def test_many_decisions_leave_room_for_findings(gate: Gate) -> None:
    findings = two_each(gate)
    for drill in DRILLS:
        gate.waive(findings[drill])
        (gate.folder / drill / "lead.txt").write_text(WIRE.replace("Amber Heron", drill), "utf-8")
    assert gate.check("--strict-waivers", "--format", "github") == 1
    [line] = gate.shown.splitlines()
    assert line.startswith("::warning title=6 decisions::decisions to look at:%0Aunused .checker/waivers.yml:3: ")


def test_what_took_no_part_is_not_unused(gate: Gate) -> None:
    gate.waive(gate.open()[0])
    assert gate.call("check", "lead.txt", "--strict-waivers") == 0
    assert "1 decision not checked" in gate.shown
    assert gate.check("--ignore", "exercises.end-date", "--strict-waivers") == 0
    assert "1 decision not checked" in gate.shown
    assert "unused" not in gate.shown


@pytest.mark.parametrize("subject", ["Amber Heron 2022", "amber heron 22", "The Amber Heron - 22", "Heron of Amber 22"])
@pytest.mark.parametrize("values", ["2022-08-22, 2022-08-20", '"2022-08-20", "2022-08-22", "2022-08-25"'])
def test_by_hand_it_names_rule_subject_and_values(gate: Gate, subject: str, values: str) -> None:
    gate.write(
        {"names.yml": "format: 1\nsame: [[Amber Heron, Heron of Amber]]\n", "checker.toml": 'names = ["names.yml"]'}
    )
    entry = f"\n- rule: exercises.end-date\n  subject: {subject}\n  values: [{values}]\n  reason: as agreed\n"
    gate.write({".checker/waivers.yml": f"format: 1\nwaivers:{entry}"})
    assert gate.check() == 0
    gate.write({"lead.txt": LEAD.replace("22, 2022", "23, 2022")})
    assert gate.check() == 1


def test_other_words_for_a_number_are_the_same_value(gate: Gate) -> None:
    gate.write({"lead.txt": "Some 3,000 troops took part in Amber Heron 22.\n"})
    gate.write({"wire.txt": "In Amber Heron 22 4,000 troops took part.\n"})
    [found] = gate.report()["findings"]
    gate.waive(found["fingerprint"])
    for words in ("Around 3,000", "About 3000"):
        gate.write({"lead.txt": f"{words} troops took part in Amber Heron 22.\n"})
        assert gate.check() == 0
    gate.write({"lead.txt": "About 3,100 troops took part in Amber Heron 22.\n"})
    assert gate.check() == 1 or gate.report()["findings"][0]["decision"] is None


def test_what_is_right_fails_until_it_is_mended(gate: Gate) -> None:
    gate.waive(gate.open()[0])
    path = gate.folder / ".checker/waivers.yml"
    path.write_text(path.read_text("utf-8").replace(", reason", ", action: right, right: 2022-08-20, reason"), "utf-8")
    assert gate.check() == 1
    assert "decided .checker/waivers.yml:3" in gate.shown
    gate.write({"lead.txt": LEAD.replace("22, 2022", "20, 2022")})
    assert gate.check() == 0


def test_adding_keeps_what_people_wrote(gate: Gate) -> None:
    gate.write({"more.txt": OTHER, "other.txt": ANOTHER})
    written = (
        "# Ours|format: 1|waivers:|  # the first|  - rule: aid.amount|    subject: X|    values: [a]|    reason: >|"
        "      two|      lines|  # the last|  - rule: zoo.x|    subject: Y|    values: [b]|    reason: r"
    ).replace("|", "\r\n")
    (gate.folder / ".checker").mkdir()
    (gate.folder / ".checker/waivers.yml").write_bytes(written.encode())
    for found in gate.open():
        assert gate.waive(found) == 0
    text = (gate.folder / ".checker/waivers.yml").read_bytes().decode()
    added = [line for line in text.split("\r\n") if "exercises.end-date" in line]
    assert len(added) == 2
    assert text.replace("".join(f"{line}\r\n" for line in added), "") in (written, f"{written}\r\n")
    assert [line["rule"] for line in yaml.safe_load(text)["waivers"]] == [
        "aid.amount",
        *["exercises.end-date"] * 2,
        "zoo.x",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["waive", "deadbeef", ".", "--reason", "r"], 'no finding "deadbeef" in what was checked'),
        (["waive", "."], "no finding is named"),
        (["waive", "deadbeef", "--reason", "r"], "say where the finding is"),
        (["waive", "deadbeef", "."], "a waiver needs a reason"),
        (["waive", "0f6c", ".", "--reason", "r"], '"0f6c" names no finding'),
        (["waive", "zzzzzz", ".", "--reason", "r"], "at least six hexadecimal digits of what the report calls it"),
        (["waive", "deadbeef", ".", "--until", "2027-02-01", "--reason", " "], "a waiver needs a reason"),
        (["waive", "deadbeef", ".", "--reason", "r", "--until", "31/12/2026"], '--until "31/12/2026" is no day'),
        (["waive", "deadbeef", ".", "--reason", "r", "--today", "soon"], '--today "soon" is no day'),
        (["baseline"], 'see "checker baseline --help"'),
        (["waive", "deadbeef", ".", "--reason", "r", "--until", "2020-01-01", "--today", DAY], "is over already"),
        (["check", ".", "--waivers", "none.yml"], "no waivers file none.yml"),
        (["check", ".", "--baseline", "none.json"], "no baseline file none.json"),
        (["check", ".", "--waivers", "none.yml", "--no-decisions"], "exclude each other"),
    ],
)
def test_a_mistake_of_usage_is_told(gate: Gate, arguments: list[str], message: str) -> None:
    assert gate.call(*arguments) == 2
    assert message in gate.shown
    assert "bug" not in gate.shown


GOOD = "rule: a.b, subject: X, values: [1], reason: r"
MISTAKES = {
    "format: 1\nwaivers:\n- {rule: a.b, subject: X, values: [1]}": ':3:4|this item has no "reason"',
    "format: 1\nwaivers:\n- {" + GOOD + ", reson: x}": 'did you mean "reason"?',
    "format: 1\nwaivers:\n- {" + GOOD.replace("reason: r", "reason: ' '") + "}": "the reason is empty",
    "format: 1\nwaivers:\n- {" + GOOD.replace("a.b", "a.*") + "}": '"a.*" is no id of a rule',
    "format: 1\nwaivers:\n- {" + GOOD + ", expires: soon}": '"soon" is no day',
    "format: 1\nwaivers:\n- {" + GOOD + ", expires: '12'}": '"12" is no day',
    "format: 1\nwaivers:\n- {" + GOOD + ", action: not-sme}": 'did you mean "not-same"?',
    "format: 1\nwaivers:\n- {" + GOOD + ", action: right}": "go together",
    "format: 1\nwaivers:\n- {" + GOOD.replace("[1]", "[]") + "}": "is empty",
    "format: 2\nwaivers: []": 'unknown value "2"',
    "format: 1\nwaivers:\n<<<<<<< ours\n- {" + GOOD + "}\n=======\n>>>>>>> theirs": "git could not merge this file",
    "": "",
}


@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: text[-30:])
def test_a_mistake_in_waivers_has_its_place(gate: Gate, text: str) -> None:
    gate.write({".checker/waivers.yml": text})
    assert gate.check() == 2
    assert ".checker/waivers.yml" in gate.shown
    assert all(part in gate.shown for part in MISTAKES[text].split("|"))
    assert "bug" not in gate.shown


# A baseline's life


def test_fixing_one_and_adding_another_fails(gate: Gate) -> None:
    gate.write({"more.txt": OTHER})
    assert gate.call("baseline", "accept", ".") == 0
    assert gate.check() == 0
    gate.write({"lead.txt": LEAD.replace("22, 2022", "20, 2022"), "other.txt": ANOTHER})
    assert gate.check() == 1
    assert "1 finding of the baseline is gone" in gate.shown


def test_update_only_removes_and_accept_only_adds(gate: Gate) -> None:
    gate.write({"more.txt": OTHER, "other.txt": ANOTHER})
    path = gate.folder / ".checker/baseline.json"
    assert gate.call("baseline", "accept", "lead.txt", "wire.txt") == 0
    first = path.read_bytes()
    assert gate.call("baseline", "update", ".") == 0
    assert "0 taken out, 1 left" in gate.shown
    assert path.read_bytes() == first
    assert gate.check() == 1
    assert gate.call("baseline", "accept", ".") == 0
    assert "1 added, 1 there already" in gate.shown
    both = path.read_bytes()
    gate.write({"lead.txt": LEAD.replace("22, 2022", "20, 2022")})
    assert gate.call("baseline", "accept", ".") == 0
    assert path.read_bytes() == both
    assert gate.call("baseline", "update", "more.txt", "other.txt") == 0
    assert "1 of them not checked now" in gate.shown
    assert path.read_bytes() == both
    assert gate.call("baseline", "update", ".") == 0
    assert "1 taken out, 1 left" in gate.shown
    assert gate.check() == 0


def test_the_baseline_is_the_same_wherever_lines_and_files_are(gate: Gate) -> None:
    gate.call("baseline", "accept", ".")
    before = (gate.folder / ".checker/baseline.json").read_text("utf-8")
    gate.write({"lead.txt": f"\n\nA drill.\n\n{LEAD}", "third.txt": WIRE})
    (gate.folder / "wire.txt").rename(gate.folder / "z.txt")
    assert gate.check() == 0
    assert gate.call("baseline", "accept", ".") == 0
    assert (gate.folder / ".checker/baseline.json").read_text("utf-8") == before
    assert not {"line", "2026"} & {*before.replace('"', " ").split()}


def test_another_value_is_no_finding_of_the_baseline(gate: Gate) -> None:
    gate.call("baseline", "accept", ".")
    gate.write({"lead.txt": LEAD.replace("22, 2022", "21, 2022")})
    assert gate.check() == 1
    assert "lapsed .checker/baseline.json" in gate.shown


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"format": 2}', '{"x": {}, "format": 1}', '{"0123456789abcdef": 3, "format": 1}', "\0"],
)
def test_a_baseline_that_cannot_be_read_lets_nothing_through(gate: Gate, text: str) -> None:
    gate.write({"lead.txt": WIRE, ".checker/baseline.json": text})
    assert gate.check() == 2
    assert ".checker/baseline.json" in gate.shown
    assert gate.call("baseline", "accept", ".") == 2
    assert (gate.folder / ".checker/baseline.json").read_text("utf-8") == text
    assert "git checkout .checker/baseline.json; or delete it, then" in gate.shown
    (gate.folder / ".checker/baseline.json").unlink()
    assert gate.call("baseline", "accept", ".") == 0
    assert gate.check() == 0


@pytest.mark.parametrize("name", ["baseline.json", "waivers.yml"])
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_may_never_end_is_no_file_of_decisions(gate: Gate, name: str, make: Callable[[Path], None]) -> None:
    (gate.folder / ".checker").mkdir(exist_ok=True)
    make(gate.folder / ".checker" / name)
    assert gate.check() == 2
    assert "error: cannot be read: it is " in gate.shown
    assert f"--> .checker/{name}" in gate.shown


def test_a_pipe_is_no_source_and_no_file_of_a_reviewer(gate: Gate) -> None:
    (gate.folder / ".checker" / "decisions").mkdir(parents=True)
    os.mkfifo(gate.folder / ".checker" / "decisions" / "Ann.jsonl")
    os.mkfifo(gate.folder / "events.csv")
    assert gate.call("check", ".", "events.csv", "--exit-zero", "--today", DAY) == 3
    assert "skipped .checker/decisions/Ann.jsonl: it is no regular file" in gate.shown
    assert "skipped events.csv: no regular file" in gate.shown


def test_what_somebody_has_judged_wrong_is_not_accepted(gate: Gate) -> None:
    test_what_is_right_fails_until_it_is_mended(gate)
    gate.write({"lead.txt": LEAD})
    assert gate.call("baseline", "accept", ".") == 0
    assert "1 not added" in gate.shown
    assert gate.check() == 1


def test_files_in_other_places_are_named_by_settings(gate: Gate) -> None:
    gate.write({"checker.toml": 'waivers = "house/w.yml"\nbaseline = "house/b.json"\nstrict-waivers = true\n'})
    assert gate.check() == 2
    gate.write({"house/w.yml": "format: 1\nwaivers: []\n"})
    assert gate.call("baseline", "accept", ".") == 0
    assert gate.check() == 0
    assert gate.call("check", ".", "--show-settings") == 0
    assert 'baseline = "house/b.json"  # checker.toml:2' in gate.shown
    gate.write({"lead.txt": LEAD.replace("22, 2022", "24, 2022")})
    assert gate.waive(gate.open()[0]) == 0
    assert gate.check() == 0
    gate.write({"lead.txt": WIRE})
    assert gate.check() == 1


# Branches


def on_two_branches(gate: Gate, ours: Callable[[], None], theirs: Callable[[], None]) -> None:
    """Does one thing on each of two branches, and merges them; a conflict fails."""
    gate.commit()
    gate.git("checkout", "--quiet", "-b", "theirs")
    theirs()
    gate.commit()
    gate.git("checkout", "--quiet", "main")
    ours()
    gate.commit()
    gate.git("merge", "--quiet", "--no-edit", "theirs")


DRILLS = "Amber Heron|Sand Tern|Iron Ferry|Copper Finch|Grey Plover|Stone Lark".split("|")


def two_each(gate: Gate) -> dict[str, str]:
    """The findings of many drills, by name; nothing is settled yet."""
    for drill in DRILLS:
        gate.write({f"{drill}/lead.txt": LEAD.replace("Amber Heron", drill)})
        gate.write({f"{drill}/wire.txt": WIRE.replace("Amber Heron", drill)})
    for name in ("lead.txt", "wire.txt"):
        (gate.folder / name).unlink()
    found = gate.report()["findings"]
    return {one["subject"].removesuffix(" 2022"): one["fingerprint"] for one in found}


@pytest.mark.parametrize("known", [0, 2], ids=["the first ones", "further ones"])
def test_two_branches_that_waive_merge_cleanly(gate: Gate, known: int) -> None:
    findings = two_each(gate)
    for drill in DRILLS[:known]:
        gate.waive(findings[drill])
    left = DRILLS[known:]
    on_two_branches(
        gate,
        lambda: [gate.waive(findings[drill]) for drill in left[::2]] and None,
        lambda: [gate.waive(findings[drill], "--by", "Ben") for drill in left[1::2]] and None,
    )
    assert gate.check("--strict-waivers") == 0
    assert gate.states() == ["active"] * len(DRILLS)


def test_two_branches_that_accept_merge_cleanly(gate: Gate) -> None:
    two_each(gate)
    on_two_branches(
        gate,
        lambda: gate.call("baseline", "accept", *DRILLS[:4]) and None,
        lambda: gate.call("baseline", "accept", *DRILLS[2:]) and None,
    )
    assert gate.check() == 0
    assert gate.states() == ["active"] * len(DRILLS)


def test_what_one_branch_mends_and_another_accepts_is_told_at_most_as_gone(gate: Gate) -> None:
    two_each(gate)
    gate.call("baseline", "accept", *DRILLS[:3])

    def mend() -> None:
        gate.write({f"{DRILLS[0]}/lead.txt": WIRE.replace("Amber Heron", DRILLS[0])})
        gate.call("baseline", "update", ".")

    on_two_branches(gate, mend, lambda: gate.call("baseline", "accept", ".") and None)
    assert gate.check() == 0
    assert set(gate.states()) <= {"active", "unused"}
    gate.write(
        {f"{DRILLS[0]}/lead.txt": LEAD.replace("Amber Heron 22", f"{DRILLS[0]} 22").replace("22, 2022", "25, 2022")}
    )
    assert gate.check() == 1


def test_waivers_by_hand_at_one_place_never_merge_into_another_waiver(gate: Gate) -> None:
    findings = two_each(gate)
    gate.waive(findings[DRILLS[0]])
    path = gate.folder / ".checker/waivers.yml"

    def by_hand(drill: str) -> None:
        entry = (
            f"- rule: exercises.end-date\n  subject: {drill} 22\n  values: [2022-08-20, 2022-08-22]\n  reason: agreed\n"
        )
        path.write_text(path.read_text("utf-8") + entry, "utf-8")

    on_two_branches(gate, lambda: by_hand(DRILLS[1]), lambda: by_hand(DRILLS[2]))
    assert gate.check() == 2
    assert "is given twice" in gate.shown


# Reviewers


def reviewed(gate: Gate, finding: str, by: str, action: str = "waive", **more: object) -> str:
    """Appends a decision as the review does."""
    from checker.decisions.records import ReviewRecord

    about = {"subject": "Amber Heron 2022", "values": ["2022-08-20", "2022-08-22"]}
    record = {
        "v": 1,
        "id": more.pop("id", f"{by}-{action}"),
        "finding": finding,
        "rule": "exercises.end-date",
        "what": about,
    }
    said = {"action": action, "reason": "looked at", "by": by, "at": "2026-11-22T10:00:00Z", **more}
    if action == "right":
        said["right"] = "2022-08-20"
    made = ReviewRecord.model_validate({**record, **said})
    Store.of(gate.folder).append(made)
    return made.id


def test_reviewers_who_have_not_seen_each_other_dispute_a_finding(gate: Gate) -> None:
    [finding] = gate.open()
    first = reviewed(gate, finding, "Ann")
    assert gate.check() == 0
    second = reviewed(gate, finding, "Ben", "both-valid")
    assert gate.check() == 1
    assert gate.states() == ["disputed", "disputed"]
    assert (
        "disputed .checker/decisions/Ann.jsonl:1: exercises.end-date, Amber Heron 2022: waive; Ben: both-valid"
        in gate.shown
        or gate.check()
    )
    reviewed(gate, finding, "Ben", "not-same", seen=[first, second])
    assert gate.check() == 0
    assert gate.states() == ["replaced", "replaced", "active"]


def test_who_says_the_same_disputes_nothing(gate: Gate) -> None:
    [finding] = gate.open()
    reviewed(gate, finding, "Ann")
    reviewed(gate, finding, "Ben")
    assert gate.check() == 0


def test_undo_takes_back_and_can_be_taken_back(gate: Gate) -> None:
    [finding] = gate.open()
    first = reviewed(gate, finding, "Ann", id="one")
    undone = reviewed(gate, finding, "Ann", "undo", id="two", seen=[first], at="2026-11-22T11:00:00Z")
    assert gate.check() == 1
    reviewed(gate, finding, "Ann", "undo", id="three", seen=[undone], at="2026-11-22T12:00:00Z")
    assert gate.check() == 0


def test_a_waiver_and_a_reviewer_who_wants_it_mended_are_at_odds(gate: Gate) -> None:
    [finding] = gate.open()
    gate.waive(finding)
    reviewed(gate, finding, "Ben", "right")
    assert gate.check() == 1
    assert gate.states() == ["disputed", "disputed"]


def test_a_line_that_is_cut_off_is_told_by_its_number_and_spoils_no_other(gate: Gate) -> None:
    [finding] = gate.open()
    reviewed(gate, finding, "Ann")
    path = gate.folder / ".checker/decisions/Ann.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    assert gate.check() == 3
    assert "skipped .checker/decisions/Ann.jsonl: line 2 is cut off" in gate.shown
    assert gate.states() == ["active"]
    reviewed(gate, finding, "Ann", "both-valid", id="after")
    assert path.read_bytes().startswith(whole + whole[:40] + b"\n")
    assert gate.check() == 3
    assert "line 2 is no decision" in gate.shown
    assert gate.states() == ["replaced", "active"]


@pytest.mark.parametrize(
    "line", [b"\xff\xfe", b"[]", b"3", b'{"v": 2}', b"{" * 100_000, b'{"v": 1, "id": "x", "surprise": 1}']
)
def test_a_line_that_is_no_decision_is_skipped(gate: Gate, line: bytes) -> None:
    [finding] = gate.open()
    reviewed(gate, finding, "Ann")
    path = gate.folder / ".checker/decisions/Ann.jsonl"
    path.write_bytes(line + b"\n" + path.read_bytes())
    assert gate.check() == 3
    assert gate.shown.count("skipped .checker/decisions/Ann.jsonl: line 1") == 1
    assert gate.states() == ["active"]


# From Python, and the schema


@pytest.mark.parametrize(
    "wrong",
    [{"rule": "exercises.start-date"}, {"subject": "Sand Tern 2021"}, {"values": ["2022-08-20", "2022-08-21"]}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_fingerprint_settles_no_finding_that_the_entry_contradicts(gate: Gate, wrong: dict[str, object]) -> None:
    [finding] = gate.open()
    entry = {"rule": "exercises.end-date", "subject": "Amber Heron 2022", "values": ["2022-08-20", "2022-08-22"]}
    waiver = {**entry, "finding": finding, "reason": "the host counts on"}
    files = {
        ".checker/baseline.json": lambda more: json.dumps({finding: {**entry, **more}, "format": 1}),
        ".checker/waivers.yml": lambda more: yaml.safe_dump({"format": 1, "waivers": [{**waiver, **more}]}),
    }
    for name, text in files.items():
        gate.write({name: text({})})
        assert gate.check() == 0
        gate.write({name: text(wrong)})
        assert gate.check() == 1
        assert gate.states() == ["lapsed"]
        assert "its fingerprint is that of exercises.end-date, " in gate.report()["decisions"][0]["because"]
        (gate.folder / name).unlink()


def test_decisions_from_python() -> None:
    documents = [Document.from_text("a.txt", LEAD), Document.from_text("b.txt", WIRE)]
    rules = load_rules()
    [found] = check(documents, rules).findings
    until = Decision(rule=found.rule, finding=found.fingerprint, until=date(2026, 12, 1), origin=Origin.waiver)
    [standing] = check(documents, rules, Decisions((until,), date(2026, 12, 1))).standings
    assert standing.state is State.active
    for today in (date(2026, 12, 2), None):
        report = check(documents, rules, Decisions((until,), today))
        assert (len(report.open), report.standings[0].state) == (1, State.expired)


def test_what_stands_under_another_finding_is_decided_with_it() -> None:
    """A wrong suffix breaks two rules; which leads may change, the decision remains."""
    documents = [
        Document.from_text("a.txt", "Amber Heron 20 will last until August 22, 2022.", date(2022, 8, 10)),
        Document.from_text("b.txt", "Amber Heron 22 will last until August 22, 2022.", date(2022, 8, 10)),
    ]
    rules = load_rules()
    [found] = check(documents, rules).findings
    assert found.also
    for identity in found.identities:
        decision = Decision(rule=identity.rule, finding=identity.fingerprint, action=Action.both_valid)
        assert not check(documents, rules, Decisions((decision,))).open
        by_values = Decision(rule=identity.rule, subject="Amber Heron 2022", values=identity.values)
        assert not check(documents, rules, Decisions((by_values,))).open


def test_one_schema_fits_all_three_files(gate: Gate) -> None:
    [finding] = gate.open()
    gate.waive(finding)
    reviewed(gate, finding, "Ben")
    gate.write({"lead.txt": LEAD.replace("22, 2022", "23, 2022")})
    gate.call("baseline", "accept", ".")
    schema = jsonschema.Draft202012Validator(decisions_schema())
    folder = gate.folder / ".checker"
    written = yaml.load((folder / "waivers.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    schema.validate(written)
    schema.validate(json.loads((folder / "baseline.json").read_text("utf-8")))
    schema.validate(json.loads((folder / "decisions/Ben.jsonl").read_text("utf-8")))
    written["waivers"][0].pop("reason")
    assert not schema.is_valid(written)
    assert gate.call("rules", "schema", "--of", "decisions") == 0
    assert json.loads(gate.shown) == decisions_schema()
