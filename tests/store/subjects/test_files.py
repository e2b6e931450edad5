"""Rows of scanned papers."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from counter_app.domain.errors.store import StoreError
from counter_app.store.subjects.files import FileCounts, FileState, PaperFile
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
        assert tx.files.on_the_way() == FileCounts(waiting=3, waiting_bytes=3 * 1234)
        assert tx.files.left() == (3, 3 * 1234)
        assert tx.files.to_send(NOON, 9) == ()  # no entry tells of them that was accepted


def test_on_the_way_and_there(office: Any) -> None:
    with office.store.writing() as tx:
        tx.files.add(FILE)
        tx.files.put_back(FILE.name, NOON + timedelta(hours=1), "file-digest")
        row = tx.files.get(FILE.name)
        assert (row.attempts, row.problem) == (1, "file-digest")
        assert tx.files.on_the_way().troubled == 1
        assert tx.files.let_go() == 1
        assert tx.files.let_go() == 0
        tx.files.came(FILE.name, 1000)
        row = tx.files.get(FILE.name)
        assert (row.uploaded, row.attempts, row.problem) == (1000, 0, "")
        assert tx.files.left() == (1, 234)
        tx.files.sent(FILE.name, NOON, "receipt")
        sent = dataclasses.replace(
            FILE, state=FileState.SENT, uploaded=1234, sent_at=NOON, receipt="receipt"
        )
        assert tx.files.get(FILE.name) == sent
        assert tx.files.on_the_way() == FileCounts(sent=1, sent_bytes=1234)
        assert tx.files.to_clear(NOON, 9) == ()  # nobody knows its dossier
        tx.files.lost(FILE.name)
        assert tx.files.get(FILE.name) == FILE
        tx.files.cleared(FILE.name, NOON)
        assert tx.files.names() == frozenset()
        assert tx.files.get(FILE.name).state is FileState.CLEARED
        tx.files.remove(FILE.name)
        assert tx.files.get(FILE.name) is None


def test_the_same_bytes_of_a_paper_are_kept_once(office: Any) -> None:
    def twice() -> None:
        with office.store.writing() as tx:
            tx.files.add(FILE)
            tx.files.add(dataclasses.replace(FILE, name="b" * 32))

    with pytest.raises((IntegrityError, StoreError)):
        twice()
    with office.store.reading() as tx:
        assert tx.files.count() == (0, 0)
