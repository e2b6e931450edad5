"""A supervisor's "now": permitted, with no dossier open, recorded with who; and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors.keeping.updating import (
    UpdateDraftOpenError,
    UpdateNothingReadyError,
    UpdateNoWayBackError,
)
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.books_read import BooksRead
from counter_app.services.counter.catalogues import activate_staged
from counter_app.services.updates.shelf import Outcome
from counter_app.services.updates.standing import apply_now, go_back_now, standing
from counter_app.services.updates.taking import take
from tests.made import NOON
from tests.services.updates.packing import package, updates_of


def test_now_and_back(open_counter: Callable[..., Any], tmp_path: Path) -> None:
    counter = open_counter()
    place = counter.workplace
    at = updates_of(place.store)
    head = replace(counter.session, officer=replace(counter.session.officer, roles=(Role.ADMIN,)))
    early = package(tmp_path / "early.capnhat", version="2026.9", after=timedelta(days=-9))
    take(at, early)
    take(at, package(tmp_path / "p.capnhat"))
    found = standing(at, place, by_administrator=True)
    (waits,) = found.now  # the newer of two
    assert (waits.manifest.version, waits.origin) == ("2027.1", str(tmp_path))
    files = (waits.file,)
    worker = replace(head, officer=replace(head.officer, roles=(Role.RECEPTION,)))
    with pytest.raises(NotPermittedError):
        apply_now(at, place, worker, files, 0)
    with pytest.raises(UpdateDraftOpenError):
        apply_now(at, place, head, files, 1)
    with pytest.raises(UpdateNothingReadyError):
        apply_now(at, place, head, (), 0)
    read = BooksRead()
    with place.store.reading() as tx:
        read.are_behind(tx)
        assert not read.are_behind(tx)
    apply_now(at, place, head, files, 0)
    assert not list(at.shelf.ready.iterdir())  # what was overtaken went, too, with the notes
    activate_staged(place.store, NOON.date())
    with place.store.reading() as tx:
        assert read.are_behind(tx)
    found = standing(at, place, by_administrator=True)
    assert found.way_back is not None
    assert found.way_back.by == head.officer.id
    (at.shelf.incoming / "half.part").write_bytes(early.read_bytes()[:-7])
    (coming,) = standing(at, place, by_administrator=True).coming
    assert coming.whole - coming.have == 7
    with pytest.raises(NotPermittedError):
        go_back_now(at, place, worker)
    go_back_now(at, place, head)
    with place.store.reading() as tx:
        assert read.are_behind(tx)
    assert standing(at, place, by_administrator=True).past[0].outcome is Outcome.BACK
    with pytest.raises(UpdateNoWayBackError):
        go_back_now(at, place, head)
