from __future__ import annotations

import dataclasses
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors.store import StoreLockedError
from counter_app.store.store import Store


def test_a_store_lives_in_a_folder_or_under_its_own_name(tmp_path: Path, key: bytes) -> None:
    with Store.open(tmp_path, key) as store:
        assert store.path == tmp_path / "store.db"
    with Store.open(tmp_path / "other.db", key) as store:
        assert store.path.is_file()


def test_only_the_owner_may_read_the_file(office: Any) -> None:
    if sys.platform != "win32":
        assert stat.S_IMODE(office.path.stat().st_mode) == 0o600


def test_what_was_committed_is_there_after_reopening(office: Any) -> None:
    uid = office.register()
    before = office.get(uid)
    office.reopen()
    assert office.get(uid) == before


def test_an_exception_undoes_everything(office: Any) -> None:
    def half() -> None:
        with office.store.writing() as tx:
            tx.setup.put("half", 1)
            tx.numbers.take("H00.15", office.now.date(), "Q1", 2025)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    with office.store.reading() as tx:
        assert tx.setup.get("half") is None
        assert tx.numbers.blocks()[0].next == 1


def test_a_writer_waits_for_its_turn_but_not_for_ever(office: Any) -> None:
    store = office.open(busy_milliseconds=50)
    with store.writing() as tx:
        tx.setup.put("a", 1)
        with pytest.raises(StoreLockedError), store.writing():
            pass
    store.close()


def test_the_turn_is_given_back_after_a_failure(office: Any) -> None:
    for _ in range(3):
        with pytest.raises(RuntimeError), office.store.writing():
            raise RuntimeError
    office.register()


def test_what_comes_out_is_frozen(office: Any) -> None:
    uid = office.register()
    with office.store.reading() as tx:
        for value in (
            tx.dossiers.get(uid),
            tx.lists.page(),
            tx.dossiers.timeline(uid)[0],
            tx.deliveries.listing()[0],
            tx.deliveries.counts(),
            tx.numbers.blocks()[0],
            tx.journal.facts(office.now.date(), office.now.date())[0],
        ):
            name = dataclasses.fields(value)[0].name
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(value, name, None)


def test_many_threads_read_while_one_writes(office: Any) -> None:
    problems: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(30):
                with office.store.reading() as tx:
                    assert len(tx.lists.page().lines) <= tx.journal.count()
        except BaseException as error:  # noqa: BLE001
            problems.append(error)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for _ in range(20):
        office.register()
    for thread in threads:
        thread.join()
    assert not problems


def test_the_plain_store_is_the_same_without_a_key(tmp_path: Path, make_office: Any) -> None:
    office = make_office(tmp_path, None)
    uid = office.register()
    office.reopen()
    assert office.get(uid).uid == uid
    assert office.path.read_bytes().startswith(b"SQLite format 3")
    office.store.close()


def test_opening_does_not_fetch_what_it_does_not_need(office: Any) -> None:
    office.store.close()
    program = (
        "import sys; from pathlib import Path; from counter_app.store.store import Store;"
        f"Store.open(Path({str(office.path)!r}), {office.key!r}).close();"
        "print(sorted({'alembic', 'mako', 'sqlalchemy.orm'} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
