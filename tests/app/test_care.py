"""The daily check beside somebody who works: it rests, stops when the program ends, and tells."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from counter_app.app.care import AFTER, Care, Rests, StoppedError
from counter_app.desktop.notice import Notice
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.keeping.store_care import last_check
from counter_app.store.store import Store
from counter_app.store.verify import VerifyReport
from tests.desktop.now_jobs import NowJobs
from tests.made import person
from tests.services.conftest import Counter, counter, new_store, open_counter

__all__ = ["counter", "new_store", "open_counter"]


@pytest.fixture
def care(counter: Counter, qtbot: QtBot) -> tuple[Care, list[Notice]]:
    home = SimpleNamespace(store=counter.workplace.store, clock=counter.clock)
    said: list[Notice] = []
    parent = QObject()
    made = Care(NowJobs(), SimpleNamespace(home=home), said.append, parent)  # type: ignore[arg-type]
    made.setParent(None)
    return made, said


def checked(store: Store) -> int | None:
    with store.reading() as tx:
        last = last_check(tx)
    return None if last is None else last.entries


def test_it_waits_for_a_busy_opening(care: tuple[Care, list[Notice]]) -> None:
    assert care[0]._timer.isSingleShot()
    assert care[0]._timer.interval() == AFTER


def test_a_whole_store_is_noted_and_nothing_said(
    care: tuple[Care, list[Notice]], counter: Counter
) -> None:
    receive(counter.workplace, counter.session, Reception("1.001193", person()))
    care[0].check()
    assert checked(counter.workplace.store) == 1
    assert care[1] == []


def test_what_is_broken_is_said(
    care: tuple[Care, list[Notice]], counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = VerifyReport(0, 0, 0, 0)
    broken = replace(whole, codes_twice=("H26.15-260821-000001",))
    monkeypatch.setattr(Store, "verify", lambda *_: broken)
    care[0].check()
    assert "không khớp" in care[1][0].bold


def test_a_program_that_ends_stops_it_and_notes_nothing(
    care: tuple[Care, list[Notice]], counter: Counter
) -> None:
    receive(counter.workplace, counter.session, Reception("1.001193", person()))
    care[0].stop()
    care[0].check()
    assert checked(counter.workplace.store) is None
    assert care[1] == []


def test_it_rests_longer_than_it_worked() -> None:
    now = [100.0]
    slept: list[float] = []
    rests = Rests(4.0, lambda: now[0], slept.append)
    now[0] += 0.002
    rests()
    now[0] += 0.003
    rests()
    assert slept == pytest.approx([0.008, 0.012])


def test_the_time_before_the_first_piece_is_no_work() -> None:
    now = [100.0]
    slept: list[float] = []
    rests = Rests(4.0, lambda: now[0], slept.append)
    now[0] += 3_600
    rests()
    assert slept[0] <= 0.2


def test_stopped_it_ends_the_work() -> None:
    rests = Rests(sleep=lambda _: None)
    rests()
    rests.stop()
    with pytest.raises(StoppedError):
        rests()
