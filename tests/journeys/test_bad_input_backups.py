"""Backups that are none, and backups that would take another file's place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.app.home import open_home
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.store import Store
from tests.journeys.bad_input import (
    Commands,
    edited,
    kept,
    refused,
    sql,
    zeros,
)
from tests.made import person


def test_what_was_damaged_is_restored_and_the_old_file_is_kept(
    home: Path, tmp_path: Path, command: Commands
) -> None:
    before = kept(home)
    assert command("backup", tmp_path / "copy.db", home=home).code == 0
    edited(home / "store.db", zeros)
    damaged = (home / "store.db").read_bytes()
    done = command("restore", tmp_path / "copy.db", home=home)
    assert done.code == 0, done.err
    assert (home / "store.db.set-aside-1").read_bytes() == damaged
    assert kept(home) == before


def older(home: Path, copy: Path) -> None:
    """Make a copy that lacks what was received since."""
    with Store.open(home / "store.db", None) as store:
        store.backup(copy)
    with open_home(home, plain_store=True) as opened:
        workplace = opened.workplace()
        officer = workplace.reference.officers.officers[0]
        receive(workplace, Session(officer, "online"), Reception("1.001193", person()))


def cut_copy(home: Path, copy: Path) -> None:
    with Store.open(home / "store.db", None) as store:
        store.backup(copy)
    edited(copy, lambda data: data[: len(data) // 2])


def sealed_copy(_: Path, copy: Path) -> None:
    Store.open(copy, b"k" * 32).close()


BACKUPS: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "not there": (lambda _, copy: None, "store.missing"),
    "a folder": (lambda _, copy: copy.mkdir(), "store.is_folder"),
    "text": (lambda _, copy: copy.write_text("xin chào " * 999), "store.wrong_key"),
    "empty": (lambda _, copy: copy.touch(), "store.backup_unfit"),
    "another program's": (lambda _, copy: sql(copy, "CREATE TABLE a(b)"), "store.backup_unfit"),
    "cut": (cut_copy, "store.backup_unfit"),
    "older than the store": (older, "store.backup_behind"),
    "under another key": (sealed_copy, "store.wrong_key"),
    "the store itself": (
        lambda home, copy: copy.symlink_to(home / "store.db"),
        "store.not_a_backup",
    ),
}


@pytest.mark.parametrize(("make", "code"), BACKUPS.values(), ids=BACKUPS.keys())
def test_what_is_no_backup_takes_no_place(
    make: Callable[[Path, Path], object],
    code: str,
    home: Path,
    tmp_path: Path,
    command: Commands,
) -> None:
    make(home, tmp_path / "copy.db")
    before = kept(home)
    refused(command("restore", tmp_path / "copy.db", home=home), code)
    assert kept(home) == before
    assert not list(home.glob("*set-aside*"))


TARGETS: dict[str, tuple[Callable[[Path, Path], Path], str]] = {
    "a folder": (lambda _, folder: folder, "store.is_folder"),
    "in no folder": (lambda _, folder: folder / "no" / "copy.db", "store.missing"),
    "the store itself": (lambda home, _: home / "store.db", "store.not_a_backup"),
    "the key note": (lambda home, _: home / "mark.json", "store.not_a_backup"),
    "somebody's letter": (lambda _, folder: folder / "thu.txt", "store.not_a_backup"),
    "a name without end": (lambda _, folder: folder / ("x" * 300), "store.disk"),
    "behind a file": (lambda _, folder: folder / "thu.txt" / "copy.db", "store.missing"),
}


@pytest.mark.parametrize(("where", "code"), TARGETS.values(), ids=TARGETS.keys())
def test_a_backup_never_takes_the_place_of_another_file(
    where: Callable[[Path, Path], Path],
    code: str,
    home: Path,
    tmp_path: Path,
    command: Commands,
) -> None:
    (tmp_path / "thu.txt").write_text("Kính gửi", encoding="utf-8")
    before = kept(home)
    mark = (home / "mark.json").read_bytes()
    refused(command("backup", where(home, tmp_path), home=home), code)
    assert (tmp_path / "thu.txt").read_text(encoding="utf-8") == "Kính gửi"
    assert (home / "mark.json").read_bytes() == mark
    assert kept(home) == before
