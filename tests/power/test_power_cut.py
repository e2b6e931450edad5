"""A power cut in the middle of a counter's work: what was promised is there when it is back.

A real process was recorded below its own code, at the system calls. Every cut of many runs:
`python -m tests.power --full`. Where there is no C compiler, `tests/power/conftest.py` leaves this
file out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.power.disk import Disk
from tests.power.record import SAID, Change, What, compiled
from tests.power.runs import sample
from tests.power.scenes.every import DAY
from tests.power.scenes.scene import Found
from tests.power.tally import FLUSHED, Tally, table
from tests.power.trial import Trial

SEED = "12"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("recorder"))


@pytest.fixture(scope="module")
def trial(library: Path) -> Iterator[Trial]:
    with Trial(DAY, SEED, library, acts=3) as made:
        yield made


def test_whatever_the_cut_leaves_opens_and_keeps_every_promise(trial: Trial) -> None:
    tally = trial.tried(trial.cuts(sample(trial.changes, SEED, 4)))
    assert not tally.faults, tally.examples
    assert trial.missed() == []  # or the disks weren't what the process would have left
    assert {What.WROTE, What.SYNCED, What.MADE, What.CUT} <= {each.what for each in trial.changes}
    assert tally.disks.total() >= 8
    assert len(trial.whole.codes) >= 2


def test_a_forgotten_flush_is_noticed(trial: Trial) -> None:
    """The same run, as if the write-ahead log were never flushed."""
    said = [at for at, each in enumerate(trial.changes, 1) if each.path == SAID]
    before_closing = said[-2]  # closing folds the log into the file, and flushes that
    cuts = trial.cuts(lambda at: at == before_closing, unflushed="store.db-wal")
    tally = trial.tried(each for each in cuts if each.kind == FLUSHED)
    assert any("lost" in fault for fault in tally.faults), tally


def test_every_cut_is_covered_by_few_disks(trial: Trial) -> None:
    cuts = list(trial.flushed())
    assert sum(cut.covers for cut in cuts) == len(trial.changes) + 1
    assert len(cuts) < len(trial.changes) / 4
    ends = {cut.at for cut in cuts}
    single = {cut.at: cut for cut in trial.cuts(ends.__contains__, kinds=(FLUSHED,))}
    # A disk that stood there before, with the same promises, is given once by `cuts`.
    given = {cut.digest() for cut in single.values()}
    assert all(single[cut.at].image == cut.image for cut in cuts if cut.at in single)
    assert all(cut.digest() in given for cut in cuts)


def test_what_was_counted_is_kept_and_goes_on() -> None:
    first, second = Tally(1, 10, 2), Tally(1, 20, 3)
    first.count(FLUSHED, 9, Found("clean", ()), "day:1 at 3")
    second.count(FLUSHED, 8, Found("crashed", ("lost: 1 acts",)), "day:2 at 4")
    kept = Tally.of(json.loads(json.dumps(first.plain())))
    assert kept == first
    kept.add(second)
    assert (kept.runs, kept.prefixes, kept.covered[FLUSHED], kept.disks[FLUSHED]) == (2, 30, 17, 2)
    shown = table({"day:1": first, "day:2": second}, 1.0)
    assert "day:2 at 4: lost: 1 acts" in shown


def test_a_disk_forgets_what_wasn_t_flushed(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    inode = (tmp_path / "old").stat().st_ino
    disk = Disk(tmp_path)
    for change in (
        Change(What.WROTE, inode, 0, "old", b"new"),
        Change(What.MADE, 1, 0, "made", b""),
        Change(What.WROTE, 1, 0, "made", b"bytes"),
        Change(What.SYNCED, 1, 0, "made", b""),
    ):
        disk.change(change)
    assert disk.flushed().files == {"old": b"old"}
    assert disk.written().files == {"old": b"new", "made": b"bytes"}
    disk.change(Change(What.SYNCED, 9, 1, ".", b""))
    assert disk.flushed().files == {"old": b"old", "made": b"bytes"}
    disk.change(Change(What.RENAMED, 1, 0, "made", b"old"))
    assert disk.flushed().files == {"old": b"old", "made": b"bytes"}
    assert disk.written().files == {"old": b"bytes"}


def test_a_folder_that_wasn_t_flushed_takes_its_files_with_it(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    for change in (
        Change(What.FOLDER, 0, 0, "files", b""),
        Change(What.MADE, 1, 0, "files/a", b""),
        Change(What.SYNCED, 1, 0, "files/a", b""),
        Change(What.SYNCED, 2, 1, "files", b""),
    ):
        disk.change(change)
    assert disk.flushed().files == {}
    disk.change(Change(What.SYNCED, 3, 1, ".", b""))
    assert disk.flushed().files == {"files/a": b""}
