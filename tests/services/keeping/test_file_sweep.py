"""Files and rows after a restore: what still belongs to an entry is taken up again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.scanning import ScanFileClearedError
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.scanning import attach, files_of, open_file, remove
from counter_app.services.keeping.file_copies import bring_back, copy_files, folder_of
from counter_app.services.keeping.file_sweep import PATIENCE, Swept, sweep
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.keeping.store_care import back_up
from counter_app.store.copies.restore import restore
from counter_app.store.subjects.setup import RESTORED
from tests.made import person
from tests.services.conftest import Counter

PDF = b"%PDF-1.5 made up"


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    return SealedFiles.beside(tmp_path / "store.db", bytes(32))


@pytest.fixture
def dossier(counter: Counter) -> Dossier:
    return receive(counter.workplace, counter.session, Reception("1.001193", person()))


def scan(counter: Counter, files: SealedFiles, dossier: Dossier, pdf: bytes = PDF) -> str:
    kept = attach(counter.workplace, files, counter.session, dossier.uid, "Tờ khai", pdf, 1)
    return kept.name


def test_a_row_that_a_restore_lost_comes_back_with_its_entry(
    counter: Counter, files: SealedFiles, dossier: Dossier
) -> None:
    store = counter.workplace.store
    name = scan(counter, files, dossier)
    with store.writing() as tx:
        tx.files.remove(name)  # as if the entry came with the feed into an older copy
    assert sweep(store, files, counter.clock.at) == Swept(taken_up=1)
    (kept,) = files_of(counter.workplace, files, dossier.uid)
    place = counter.workplace
    assert open_file(place, files, counter.session, dossier.uid, kept.file.name) == PDF
    assert sweep(store, files, counter.clock.at) == Swept()


def test_a_removed_scan_is_not_taken_up_again(
    counter: Counter, files: SealedFiles, dossier: Dossier
) -> None:
    name = scan(counter, files, dossier)
    sealed = files.path(name).read_bytes()
    remove(counter.workplace, files, counter.session, dossier.uid, name, "Quét nhầm")
    files.path(name).write_bytes(sealed)
    assert sweep(counter.workplace.store, files, counter.clock.at) == Swept(erased=1)


def test_after_a_restore_orphans_wait_for_their_entries(
    counter: Counter, files: SealedFiles, dossier: Dossier
) -> None:
    store = counter.workplace.store
    name = files.put(PDF, "Tờ khai")
    with store.writing() as tx:
        tx.setup.put(RESTORED, value=True)
    now = counter.clock.at
    os.utime(files.path(name), (now.timestamp(), now.timestamp()))
    assert sweep(store, files, now) == Swept(waiting=1)
    assert sweep(store, files, now + PATIENCE) == Swept(waiting=1)
    assert sweep(store, files, now + PATIENCE * 1.1) == Swept(erased=1)


def test_a_missing_file_is_counted_and_its_row_stays(
    counter: Counter, files: SealedFiles, dossier: Dossier
) -> None:
    files.path(scan(counter, files, dossier)).unlink()
    assert sweep(counter.workplace.store, files, counter.clock.at) == Swept(missing=1)
    assert len(files_of(counter.workplace, files, dossier.uid)) == 1


def test_a_copy_and_back(
    open_counter: Callable[[], Counter],
    counter: Counter,
    files: SealedFiles,
    dossier: Dossier,
    tmp_path: Path,
) -> None:
    store, backup = counter.workplace.store, tmp_path / "copies" / "kho.db"
    backup.parent.mkdir()
    first = scan(counter, files, dossier)
    back_up(store, backup, counter.clock.at, files)
    copied = copy_files(store, files, backup)
    assert (copied.written, copied.files, copied.folder) == (0, 1, folder_of(backup))
    assert PDF not in (folder_of(backup) / first).read_bytes()
    second = scan(counter, files, dossier, PDF + b"2")
    assert copy_files(store, files, backup).written == 1
    remove(counter.workplace, files, counter.session, dossier.uid, first, "Quét nhầm")
    back_up(store, backup, counter.clock.at, files)
    assert [path.name for path in folder_of(backup).iterdir()] == [second]

    files.erase(second)
    store.close()
    restore(backup, None, store.path, force=True)
    assert bring_back(backup, files) == 1
    assert bring_back(backup, files) == 0
    again = open_counter()
    (kept,) = files_of(again.workplace, files, dossier.uid)
    pdf = open_file(again.workplace, files, again.session, dossier.uid, kept.file.name)
    assert pdf == PDF + b"2"


def test_a_copy_without_files_brings_none(files: SealedFiles, tmp_path: Path) -> None:
    assert bring_back(tmp_path / "old.db", files) == 0


def test_a_file_that_left_for_the_province_is_missed_nowhere(
    counter: Counter, files: SealedFiles, dossier: Dossier, tmp_path: Path
) -> None:
    store, now, backup = counter.workplace.store, counter.clock.at, tmp_path / "kho.db"
    name = scan(counter, files, dossier)
    back_up(store, backup, now, files)
    with store.writing() as tx:
        tx.files.sent(name, now, "receipt")
        tx.files.cleared(name, now)
    # Killed before the bytes went: the next opening erases them.
    assert sweep(store, files, now) == Swept(erased=1)
    assert sweep(store, files, now) == Swept()
    copied = copy_files(store, files, backup)
    assert (copied.written, copied.files) == (0, 0)
    with pytest.raises(ScanFileClearedError):
        open_file(counter.workplace, files, counter.session, dossier.uid, name)
