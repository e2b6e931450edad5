"""The daily check beside somebody who works: it rests, stops when the program ends, and tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from counter_app.app.care import AFTER, AGAIN, Care, Rests, StoppedError
from counter_app.desktop.notice import Notice
from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.store import StoreLockedError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.keeping.store_care import last_check
from counter_app.store.store import Store
from counter_app.store.subjects.numbers import Numbers
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
    opened = SimpleNamespace(home=home, workplace=counter.workplace)
    made = Care(NowJobs(), opened, said.append, parent)  # type: ignore[arg-type]
    made.setParent(None)
    return made, said


def checked(store: Store) -> int | None:
    with store.reading() as tx:
        last = last_check(tx)
    return None if last is None else last.entries


def last_checked(store: Store) -> date | None:
    with store.reading() as tx:
        last = last_check(tx)
    return None if last is None else last.at.date()


def void(store: Store) -> list[NumberVoid]:
    with store.reading() as tx:
        rows = tx.day_acts.between(date(2000, 1, 1), date(2100, 1, 1), (Kind.NUMBER_VOID,))
    return [row.body for row in rows if isinstance(row.body, NumberVoid)]


def test_it_waits_for_a_busy_opening_and_looks_again(care: tuple[Care, list[Notice]]) -> None:
    assert care[0]._timer.interval() == AFTER
    assert care[0]._timer.isActive()
    care[0].look()
    assert care[0]._timer.interval() == AGAIN
    assert care[0]._timer.isActive()
    assert not care[0]._timer.isSingleShot()


def test_days_pass_while_the_program_runs(
    care: tuple[Care, list[Notice]], counter: Counter
) -> None:
    """Each day's unused numbers are reported once, when it is over, and no others."""
    store, today = counter.workplace.store, counter.clock.at.date()
    for ahead in range(3):
        counter.grant(1 + 100 * ahead, 10 + 100 * ahead, day=today + timedelta(days=ahead))
    counter.clock.at = counter.clock.at.replace(hour=23, minute=50)
    receive(counter.workplace, counter.session, Reception("1.001193", person()))
    told = []
    for _ in range(2 * 24 * 6):
        care[0].look()
        told.append(len(void(store)))
        counter.clock.go(minutes=10)
    assert told[:3] == [0, 0, 1]  # 23:50, midnight, 00:10
    assert told.index(2) == 2 + 24 * 6
    assert [(each.first, each.last, each.reason) for each in void(store)] == [
        (2, 10, "hết ngày"),
        (101, 110, "hết ngày"),
    ]
    with store.reading() as tx:
        assert [block.first for block in tx.numbers.blocks()] == [201]
        assert tx.deliveries.counts().to_send == 3
    assert care[1] == []
    assert last_checked(store) == counter.clock.at.date()


def test_a_clock_that_nobody_compared_ends_no_day(
    care: tuple[Care, list[Notice]], counter: Counter
) -> None:
    counter.grant()
    counter.clock.go(days=400)
    counter.clock.quality = ClockQuality.LOCAL
    care[0].look()
    assert void(counter.workplace.store) == []
    counter.clock.quality = ClockQuality.SYNCED
    care[0].look()
    assert len(void(counter.workplace.store)) == 1


def test_a_store_that_is_busy_is_asked_again_later(
    care: tuple[Care, list[Notice]], counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.grant()
    counter.clock.go(days=1)

    def busy(*_: object, **__: object) -> None:
        raise StoreLockedError(path=counter.workplace.store.path)

    with monkeypatch.context() as patch:
        patch.setattr(Numbers, "void_all", busy)
        care[0].look()
    assert void(counter.workplace.store) == []
    assert care[1] == []
    care[0].look()
    assert len(void(counter.workplace.store)) == 1


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
