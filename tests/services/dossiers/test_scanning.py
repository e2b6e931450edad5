"""Papers kept with a dossier: sealed, told of once, opened on the record, removed with a reason."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.scanning import (
    AlreadyAttachedError,
    AttachError,
    RemovalReasonError,
    ScanFileDamagedError,
    ScanFileMissingError,
    ScanFileNotWrittenError,
    ScanFileUnknownError,
)
from counter_app.domain.errors.work import DossierUnknownError
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.scanning import (
    FROM_FILE,
    FileState,
    KeptFile,
    attach,
    files_of,
    open_file,
    read_file,
    remove,
)
from counter_app.services.keeping.file_sweep import Swept, sweep
from counter_app.services.keeping.sealed_files import SealedFiles
from tests.made import person
from tests.services.conftest import Counter

PAPER = "Tờ khai đăng ký khai sinh"
PDF = b"%PDF-1.5\n" + "Trần Thị Mẫu, số 001184000123".encode() * 200 + b"%%EOF\n"


@pytest.fixture
def files(counter: Counter) -> SealedFiles:
    return SealedFiles.beside(counter.workplace.store.path, bytes(range(32)))


@pytest.fixture
def dossier(counter: Counter) -> Dossier:
    return receive(counter.workplace, counter.session, Reception("1.001193", person()))


@pytest.fixture
def kept(counter: Counter, files: SealedFiles, dossier: Dossier) -> KeptFile:
    attach(counter.workplace, files, counter.session, dossier.uid, PAPER, PDF, 2)
    (found,) = files_of(counter.workplace, files, dossier.uid)
    return found


def bodies(counter: Counter, dossier: Dossier) -> list[object]:
    return [told.body for told in detail(counter.workplace, dossier.uid).told]


def test_a_scan_is_kept_and_told_of(counter: Counter, dossier: Dossier, kept: KeptFile) -> None:
    digest = hashlib.sha256(PDF).hexdigest()
    assert bodies(counter, dossier)[-1] == PaperScanned(PAPER, digest, len(PDF), 2, "scanner")
    file = kept.file
    assert (file.paper, file.sha256, file.size, file.pages) == (PAPER, digest, len(PDF), 2)
    assert file.state is FileState.WAITING
    assert kept.is_here
    with counter.workplace.store.reading() as tx:
        assert tx.files.of_dossier(dossier.uid) == (file,)
        entry = tx.journal.get(file.entry)
    assert entry is not None
    assert isinstance(entry.body, PaperScanned)
    assert counter.workplace.store.verify().is_whole


def test_nothing_of_it_lies_open_on_the_disk(
    counter: Counter, files: SealedFiles, kept: KeptFile
) -> None:
    raw = files.path(kept.file.name).read_bytes()
    for word in (b"%PDF", "Trần".encode(), b"001184000123"):
        assert word not in raw
    assert PAPER not in kept.file.name
    assert files.folder.stat().st_mode & 0o077 == 0
    assert files.path(kept.file.name).stat().st_mode & 0o077 == 0
    stranger = SealedFiles.beside(counter.workplace.store.path, bytes(32))
    with pytest.raises(ScanFileDamagedError):
        open_file(counter.workplace, stranger, counter.session, kept.file.dossier, kept.file.name)


def test_opening_is_on_the_record(counter: Counter, files: SealedFiles, kept: KeptFile) -> None:
    place, file = counter.workplace, kept.file
    assert open_file(place, files, counter.session, file.dossier, file.name) == PDF
    with place.store.reading() as tx:
        *_, (_, entry, _) = tx.journal.since(0, 100)
        told = tx.journal.get(entry.uid)
    assert told is not None
    assert told.body == Viewed(f"H26.15-261120-0001: {PAPER}")
    assert told.entry.officer == "cb-01"


def test_a_file_that_is_gone_changed_or_swapped_is_said(
    counter: Counter, files: SealedFiles, kept: KeptFile
) -> None:
    place, file = counter.workplace, kept.file
    other = attach(place, files, counter.session, file.dossier, PAPER, PDF + b"x", 1)
    there = files.path(file.name)

    def refused(error: type[Exception]) -> None:
        before = place.store.mark()
        with pytest.raises(error):
            open_file(place, files, counter.session, file.dossier, file.name)
        assert place.store.mark() == before  # a look that failed is no look

    whole = there.read_bytes()
    there.write_bytes(files.path(other.name).read_bytes())
    refused(ScanFileDamagedError)
    there.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    refused(ScanFileDamagedError)
    there.unlink()
    refused(ScanFileMissingError)
    assert [each.is_here for each in files_of(place, files, file.dossier)] == [False, True]


def test_the_same_file_twice_is_one(
    counter: Counter, files: SealedFiles, dossier: Dossier, kept: KeptFile
) -> None:
    place = counter.workplace
    with pytest.raises(AlreadyAttachedError):
        attach(place, files, counter.session, dossier.uid, PAPER, PDF, 2, FROM_FILE)
    attach(place, files, counter.session, dossier.uid, "Giấy chứng sinh", PDF, 2, FROM_FILE)
    assert len(files.names()) == 2


def test_a_removal_needs_a_reason_and_erases(
    counter: Counter, files: SealedFiles, dossier: Dossier, kept: KeptFile
) -> None:
    place, name = counter.workplace, kept.file.name
    with pytest.raises(RemovalReasonError):
        remove(place, files, counter.session, dossier.uid, name, "  ")
    assert files.names() == {name}
    remove(place, files, counter.session, dossier.uid, name, "Quét nhầm giấy của người khác")
    assert not files.names()
    assert files_of(place, files, dossier.uid) == ()
    assert bodies(counter, dossier)[-1] == ScanRemoved(
        kept.file.sha256, PAPER, "Quét nhầm giấy của người khác"
    )
    with pytest.raises(ScanFileUnknownError):
        remove(place, files, counter.session, dossier.uid, name, "lần nữa")
    attach(place, files, counter.session, dossier.uid, PAPER, PDF, 2)  # may come again
    assert len(files.names()) == 1


def test_files_of_another_dossier_are_not_reached(
    counter: Counter, files: SealedFiles, kept: KeptFile
) -> None:
    other = receive(counter.workplace, counter.session, Reception("1.001193", person("Lê Văn Thử")))
    for act in (
        lambda: open_file(counter.workplace, files, counter.session, other.uid, kept.file.name),
        lambda: remove(counter.workplace, files, counter.session, other.uid, kept.file.name, "vì"),
    ):
        with pytest.raises(ScanFileUnknownError):
            act()
    with pytest.raises(DossierUnknownError):
        attach(counter.workplace, files, counter.session, "nobody", PAPER, PDF, 1)
    assert files.names() == {kept.file.name}


def test_a_full_disk_keeps_nothing(counter: Counter, dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "files").write_text("no folder")
    blocked = SealedFiles.beside(counter.workplace.store.path, bytes(32))
    before = counter.workplace.store.mark()
    with pytest.raises(ScanFileNotWrittenError):
        attach(counter.workplace, blocked, counter.session, dossier.uid, PAPER, PDF, 1)
    assert counter.workplace.store.mark() == before


CHILD = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from counter_app.domain.dates import VIETNAM
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.enrolment import read_enrolment
from counter_app.services.counter.reference import load_reference
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers import scanning
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.store.store import Store
from counter_app.store.subjects.files import Files

where, uid, at = sys.argv[1:]

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

class Clock:
    def now(self):
        return Moment(datetime(2026, 11, 20, 11, tzinfo=VIETNAM), ClockQuality.SYNCED)

store = Store.open(Path(where) / "store.db", None, Path(where) / "mark.json")
place = Workplace(
    store, Clock(), lambda: "01936000-0000-7000-8000-0000000000aa",
    read_enrolment(store), load_reference(lambda name: None), lambda: True,
)
session = Session(Officer("cb-01", "Phạm Thị Ví", roles=(Role.RECEPTION,)), "online")
files = SealedFiles.beside(store.path, bytes(range(32)))
if at == "file":
    Store.writing = die
elif at == "row":
    Files.add = die
elif at == "erase":
    SealedFiles.erase = die
if at == "erase":
    (kept,) = scanning.files_of(place, files, uid)
    scanning.remove(place, files, session, uid, kept.file.name, "vì")
else:
    scanning.attach(place, files, session, uid, "Tờ khai", b"%PDF" * 100, 1)
"""


@pytest.mark.parametrize("at", ["file", "row", "erase", "nothing"])
def test_a_kill_leaves_a_file_with_its_entry_or_neither(
    open_counter: Callable[[], Counter], tmp_path: Path, at: str
) -> None:
    counter = open_counter()
    counter.grant()
    place = counter.workplace
    dossier = receive(place, counter.session, Reception("1.001193", person()))
    files = SealedFiles.beside(place.store.path, bytes(range(32)))
    if at == "erase":
        attach(place, files, counter.session, dossier.uid, PAPER, PDF, 1)
    place.store.close()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path), dossier.uid, at],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        timeout=60,
        check=False,
    )
    assert done.returncode == (0 if at == "nothing" else -signal.SIGKILL)
    assert len(files.names()) == 1  # a file, whatever became of its entry
    counter = open_counter()
    swept = sweep(counter.workplace.store, files, counter.clock.at)
    found = files_of(counter.workplace, files, dossier.uid)
    if at == "nothing":
        assert swept == Swept()
        assert [each.is_here for each in found] == [True]
    else:
        assert swept == Swept(erased=1)
        assert found == ()
        assert files.names() == frozenset()
    assert counter.workplace.store.verify().is_whole


def test_half_written_files_are_swept(counter: Counter, files: SealedFiles) -> None:
    files.folder.mkdir()
    (files.folder / ".0123.77-77.part").write_bytes(b"half")
    sweep(counter.workplace.store, files, counter.clock.at + timedelta(days=1))
    assert list(files.folder.iterdir()) == []


def test_files_that_can_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "ok.pdf").write_bytes(b"%PDF")
    assert read_file(tmp_path / "ok.pdf") == b"%PDF"
    huge = tmp_path / "film.mp4"
    with huge.open("wb") as out:
        out.truncate(5_000_000_000)  # a hole: nothing is written
    for bad in (tmp_path, tmp_path / "gone.pdf", huge):
        with pytest.raises(AttachError) as caught:
            read_file(bad)
        assert caught.value.facts["name"] == bad.name
