from __future__ import annotations

import shutil
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors.store import BackupUnfitError, StoreMissingError
from counter_app.store.copies.backup import backup, checked
from counter_app.store.engine import connect
from counter_app.store.store import Store


def test_a_backup_is_whole_and_encrypted_and_one_file(office: Any, tmp_path: Path) -> None:
    uids = [office.register() for _ in range(3)]
    target = tmp_path / "usb"
    target.mkdir()
    report = office.store.backup(target / "copy.db")
    assert (report.path, report.entries) == (target / "copy.db", 3)
    assert report.size == (target / "copy.db").stat().st_size
    assert [path.name for path in target.iterdir()] == ["copy.db"]
    assert b"SQLite" not in (target / "copy.db").read_bytes()[:100]
    if sys.platform != "win32":
        assert (target / "copy.db").stat().st_mode & 0o077 == 0
    with Store.open(target / "copy.db", office.key) as copy, copy.reading() as tx:
        assert {line.uid for line in tx.lists.page().lines} == set(uids)
    with Store.open(target / "copy.db", office.key) as copy:
        assert copy.verify().is_whole


def test_a_backup_replaces_an_older_one(office: Any, tmp_path: Path) -> None:
    for expected in (1, 2):
        office.register()
        assert office.store.backup(tmp_path / "copy.db").entries == expected


def test_work_goes_on_during_a_backup(office: Any, tmp_path: Path) -> None:
    for _ in range(20):
        office.register()
    thread = threading.Thread(target=lambda: [office.register() for _ in range(20)])
    thread.start()
    reports = [office.store.backup(tmp_path / f"copy-{number}.db") for number in range(4)]
    thread.join()
    assert all(20 <= report.entries <= 40 for report in reports)
    for report in reports:
        with Store.open(report.path, office.key) as copy:
            assert copy.verify().is_whole


def test_a_backup_under_the_wrong_name_is_no_backup(office: Any, tmp_path: Path) -> None:
    office.register()
    office.store.backup(tmp_path / "copy.db")
    data = bytearray((tmp_path / "copy.db").read_bytes())
    data[4096 * 3 + 50] ^= 1
    (tmp_path / "copy.db").write_bytes(bytes(data))
    with pytest.raises(Exception, match=r"store\.(damaged|backup_unfit)"):
        checked(tmp_path / "copy.db", office.key)
    with closing(connect(tmp_path / "tunes.db", office.key)) as other:
        other.execute("CREATE TABLE tunes(a)")
    with pytest.raises(BackupUnfitError):
        checked(tmp_path / "tunes.db", office.key)


def test_nothing_to_back_up(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(StoreMissingError):
        backup(tmp_path / "none.db", key, tmp_path / "copy.db")
    with pytest.raises(StoreMissingError):
        checked(tmp_path / "none.db", key)
    assert list(tmp_path.iterdir()) == []


def test_a_leftover_of_a_killed_backup_is_no_hindrance(office: Any, tmp_path: Path) -> None:
    office.register()
    shutil.copy(office.path, tmp_path / ".copy.db.part")
    assert office.store.backup(tmp_path / "copy.db").entries == 1
    assert not (tmp_path / ".copy.db.part").exists()
