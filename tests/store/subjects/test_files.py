"""Rows of scanned papers."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from counter_app.domain.errors.store import StoreError
from counter_app.store.subjects.files import FileState, PaperFile
from tests.made import NOON, uid

FILE = PaperFile("a" * 32, uid(1), "Tờ khai", "0" * 64, 1234, 2, "scanner", uid(2), NOON)


def test_rows_come_back_as_they_were_put(office: Any) -> None:
    later = dataclasses.replace(
        FILE, name="b" * 32, sha256="1" * 64, entry=uid(3), added_at=NOON + timedelta(minutes=1)
    )
    other = dataclasses.replace(FILE, name="c" * 32, dossier=uid(9), entry=uid(4))
    with office.store.writing() as tx:
        for file in (later, FILE, other):
            tx.files.add(file)
    with office.store.reading() as tx:
        assert tx.files.of_dossier(uid(1)) == (FILE, later)
        assert tx.files.get("c" * 32) == other
        assert tx.files.get("nobody") is None
        assert tx.files.names() == {"a" * 32, "b" * 32, "c" * 32}
        assert tx.files.count() == (3, 3 * 1234)
        assert tx.files.waiting(2) == (FILE, other)


def test_what_was_sent_waits_no_longer(office: Any) -> None:
    with office.store.writing() as tx:
        tx.files.add(FILE)
        tx.files.sent(FILE.name)
        assert tx.files.waiting(9) == ()
        assert tx.files.get(FILE.name) == dataclasses.replace(FILE, state=FileState.SENT)
        tx.files.remove(FILE.name)
        assert tx.files.names() == frozenset()


def test_the_same_bytes_of_a_paper_are_kept_once(office: Any) -> None:
    def twice() -> None:
        with office.store.writing() as tx:
            tx.files.add(FILE)
            tx.files.add(dataclasses.replace(FILE, name="b" * 32))

    with pytest.raises((IntegrityError, StoreError)):
        twice()
    with office.store.reading() as tx:
        assert tx.files.count() == (0, 0)
