from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors.store import (
    BackupBehindError,
    StoreError,
    StoreLockedError,
    StoreMissingError,
)
from counter_app.store.copies.pages import remove_beside, second_name
from counter_app.store.copies.restore import restore
from counter_app.store.mark import Condition
from counter_app.store.store import Store


@pytest.fixture
def copied(office: Any) -> Any:
    """An office with a backup of two dossiers, and a third one since."""
    office.register()
    office.register()
    office.store.backup(office.folder / "copy.db")
    return office


def entries(office: Any, path: Path | None = None) -> int:
    with Store.open(path or office.path, office.key) as store, store.reading() as tx:
        return tx.journal.count()


def test_a_backup_takes_the_place_of_an_equal_store(copied: Any) -> None:
    copied.store.close()
    report = restore(copied.folder / "copy.db", copied.key, copied.path)
    assert (report.entries, report.missing) == (2, 0)
    assert report.set_aside == copied.folder / "store.db.set-aside-1"
    assert entries(copied) == entries(copied, report.set_aside) == 2
    copied.store = copied.open()
    assert copied.store.verify().is_whole
    standing = copied.store.standing(copied.store.mark(), "machine-1")
    assert standing.condition is Condition.CLEAN


def test_a_backup_that_is_behind_is_refused_unless_forced(copied: Any) -> None:
    copied.register()
    copied.store.close()
    source = copied.folder / "copy.db"
    with pytest.raises(BackupBehindError) as caught:
        restore(source, copied.key, copied.path)
    assert caught.value.facts["missing"] == 1
    assert entries(copied) == 3
    report = restore(source, copied.key, copied.path, force=True)
    assert report.missing == 1
    assert entries(copied) == 2
    assert entries(copied, report.set_aside) == 3
    copied.store = copied.open()
    standing = copied.store.standing(copied.store.mark(), "machine-1")
    assert (standing.condition, standing.why) == (Condition.RESTORED, "restored")
    with copied.store.writing() as tx:
        tx.journal.begin_chain("chain-2")
    standing = copied.store.standing(copied.store.mark(), "machine-1")
    assert standing.condition is Condition.CLEAN


@pytest.mark.parametrize("has_links", [True, False])
def test_until_the_copy_takes_its_name_the_old_store_stands(
    copied: Any, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    copied.register()
    copied.store.close()

    def cut(*_: object) -> None:
        raise OSError(errno.EIO, "the power went")

    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", cut)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises(StoreError):
            restore(copied.folder / "copy.db", copied.key, copied.path, force=True)
    assert entries(copied) == entries(copied, copied.folder / "store.db.set-aside-1") == 3
    report = restore(copied.folder / "copy.db", copied.key, copied.path, force=True)
    assert entries(copied) == 2
    assert entries(copied, report.set_aside) == 3


def test_what_lies_beside_a_store_goes_with_it_and_isn_t_left_for_the_copy(tmp_path: Path) -> None:
    store, aside = tmp_path / "store.db", tmp_path / "aside"
    store.write_bytes(b"store")
    store.with_name("store.db-wal").write_bytes(b"log")
    second_name(store, aside)
    remove_beside(store)
    there = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert there == {"store.db": b"store", "aside": b"store", "aside-wal": b"log"}


def test_a_damaged_store_is_set_aside(copied: Any) -> None:
    copied.store.close()
    spoilt = b"nonsense" * 3000
    copied.path.write_bytes(spoilt)
    report = restore(copied.folder / "copy.db", copied.key, copied.path)
    assert report.missing is None
    assert report.set_aside.read_bytes() == spoilt
    assert entries(copied) == 2


def test_into_an_empty_home(copied: Any, tmp_path: Path) -> None:
    target = tmp_path / "new"
    target.mkdir()
    report = restore(copied.folder / "copy.db", copied.key, target / "store.db")
    assert report.set_aside is None
    assert entries(copied, target / "store.db") == 2


def test_every_set_aside_file_is_kept(copied: Any) -> None:
    copied.store.close()
    for number in (1, 2, 3):
        report = restore(copied.folder / "copy.db", copied.key, copied.path)
        assert report.set_aside.name == f"store.db.set-aside-{number}"
    assert len(list(copied.folder.glob("store.db.set-aside-?"))) == 3


def test_a_store_in_use_is_not_replaced(copied: Any) -> None:
    with copied.store.reading() as tx:
        tx.journal.count()
        with pytest.raises(StoreLockedError):
            restore(copied.folder / "copy.db", copied.key, copied.path)
    assert copied.store.verify().is_whole


def test_a_spoilt_or_missing_backup_changes_nothing(copied: Any) -> None:
    copied.store.close()
    before = copied.path.read_bytes()
    (copied.folder / "copy.db").write_bytes(b"nonsense" * 3000)
    with pytest.raises(StoreError):
        restore(copied.folder / "copy.db", copied.key, copied.path)
    with pytest.raises(StoreMissingError):
        restore(copied.folder / "none.db", copied.key, copied.path)
    assert copied.path.read_bytes() == before
