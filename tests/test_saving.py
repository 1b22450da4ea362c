"""Whenever the program is killed, "waivers.yml" is the old file or the new one, and no earlier decision is lost."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from checker.decisions import baseline, ledger
from checker.decisions.store import Store
from checker.model import CheckerError, Decision, Origin, Skipped
from checker.saving import append_line, save

ROOT = Path(__file__).parent.parent
KILLS = 12

# Writes decision after decision to all three files, and says after each that it is on the disk.
WRITER = """
import sys
from pathlib import Path
from checker.decisions.records import BaselineRecord, ReviewRecord, WaiverRecord
from checker.decisions.store import Store

store, start = Store.of(Path(sys.argv[1])), int(sys.argv[2])
print("ready", flush=True)
for number in range(start, start + 100_000):
    about = {"subject": f"Amber Heron {number}", "values": ["a" * 300, "b"]}
    rule, finding = "exercises.end-date", f"{number:016x}"
    said = {"reason": "looked at", "by": "Ann", "finding": finding, "rule": rule}
    store.append(ReviewRecord(v=1, id=str(number), what=about, action="waive", at="2026-11-22", **said))
    store.rewrite_baseline(lambda known: {**known, finding: BaselineRecord(rule=rule, **about)})
    store.waive([WaiverRecord(**about, **said)])
    print(number, flush=True)
"""


def decided(folder: Path) -> tuple[set[str], set[str], set[str], list[Skipped]]:
    """The findings in the three files, and what of them cannot be read."""
    found = Store.of(folder).load(date(2026, 11, 22))
    by_origin = {origin: {one.finding for one in found.given if one.origin is origin} for origin in Origin}
    return by_origin[Origin.review], by_origin[Origin.baseline], by_origin[Origin.waiver], [*found.skipped]


def test_every_file_is_whole_after_every_kill(tmp_path: Path) -> None:
    promised: set[str] = set()
    for attempt in range(KILLS):
        start = attempt * 100_000
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(start)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            if attempt:
                promised.add(f"{int(writer.stdout.readline()):016x}")
            time.sleep(0.01 + attempt * 0.013)  # somewhere between two writes, or in the middle of one
            os.kill(writer.pid, signal.SIGKILL)
            promised |= {f"{int(line):016x}" for line in writer.stdout.read().split("\n")[:-1]}
        reviewed, accepted, waived, unread = decided(tmp_path)
        assert promised <= reviewed & accepted & waived
        assert len((reviewed | accepted | waived) - promised) <= attempt + 1  # what was on its way at each kill
        assert all("line" in one.reason for one in unread)
        assert len(unread) <= attempt + 1
    assert len(promised) >= KILLS - 1
    Store.of(tmp_path).rewrite_baseline(lambda known: known)  # sweeps up what the last kill has left
    assert not list((tmp_path / ".checker").glob(".*.saving"))


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yml"
    save(path, "first\n")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CheckerError, match=r"a\.yml: cannot write: No space left on device"):
        save(path, "second\n")
    assert path.read_text("utf-8") == "first\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yml"]


def test_the_mode_and_the_link_of_a_file_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "a.yml", tmp_path / "link.yml"
    save(path, "first\n")
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
    path.chmod(0o640)
    link.symlink_to(path)
    save(link, "second\n")
    assert link.is_symlink()
    assert path.read_text("utf-8") == "second\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    save(Path(os.devnull), "nothing\n")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    with pytest.raises(CheckerError, match="cannot write"):
        save(tmp_path, "a folder\n")


def test_a_line_is_never_added_to_one_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    append_line(path, "one")
    append_line(path, "two")
    path.write_bytes(path.read_bytes() + b'{"cut')
    append_line(path, "three")
    assert path.read_text("utf-8") == 'one\ntwo\n{"cut\nthree\n'


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    """Processes and threads that read a file in order to write it again wait for each other."""
    record = baseline.BaselineRecord(rule="a.b", subject="X", values=("1",))

    def add(number: int) -> None:
        Store.of(tmp_path).rewrite_baseline(lambda known: {**known, f"{number:016x}": record})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(60)))
    assert len(json.loads((tmp_path / ".checker/baseline.json").read_text("utf-8"))) == 61


def test_the_file_of_a_reviewer_stays_in_its_folder(tmp_path: Path) -> None:
    from checker.decisions.records import ReviewRecord

    about = {"subject": "X", "values": ["1", "2"]}
    said = {"v": 1, "finding": "0" * 16, "rule": "a.b", "what": about, "action": "waive", "reason": "r", "at": "x"}
    for by in ("../../evil", "Ann Example", "ann@example.org", "Çiğdem\n"):
        ledger.append(tmp_path / "decisions", ReviewRecord.model_validate({**said, "id": by, "by": by}))
    with pytest.raises(CheckerError, match="cannot be the name of a file"):
        ledger.append(tmp_path / "decisions", ReviewRecord.model_validate({**said, "id": "x", "by": "../"}))
    assert [entry.name for entry in tmp_path.iterdir()] == ["decisions"]
    read = list(ledger.read(tmp_path / "decisions", "decisions"))
    assert len(read) == 4
    assert all(isinstance(one, Decision) for one in read)
