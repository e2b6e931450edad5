from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.domain.errors.store import StoreMissingError
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.keeping.store_care import (
    Checked,
    Copied,
    back_up,
    check,
    last_check,
    last_copy,
)
from tests.services.conftest import Counter


def test_copies_and_checks_are_noted(counter: Counter, tmp_path: Path) -> None:
    store, now = counter.workplace.store, counter.clock.at
    with store.reading() as tx:
        assert (last_copy(tx), last_check(tx)) == (None, None)
    files = SealedFiles.beside(store.path, bytes(32))
    report = back_up(store, tmp_path / "copy.db", now, files)
    assert check(store, now).is_whole
    with store.reading() as tx:
        assert last_copy(tx) == Copied(now, str(report.path), 0)
        assert last_check(tx) == Checked(now, whole=True, entries=0)


def test_a_copy_that_wasnt_made_isnt_noted(counter: Counter, tmp_path: Path) -> None:
    store = counter.workplace.store
    files = SealedFiles.beside(store.path, bytes(32))
    with pytest.raises(StoreMissingError):
        back_up(store, tmp_path / "none" / "copy.db", counter.clock.at, files)
    with store.reading() as tx:
        assert last_copy(tx) is None
