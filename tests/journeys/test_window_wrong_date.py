"""A dead CMOS battery: the machine begins each morning in 2010, and there is no line."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.app.dating import machine_clock
from counter_app.app.dating.machine_clock import machine_steady
from counter_app.desktop.screens.dating.date_sheet import DateSheet
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.journeys.driver import Counter
from tests.journeys.town import OFFICER, OWN_BOOK, PASSWORD, Town, person
from tests.journeys.townspeople import RETURNING
from tests.journeys.window_fixtures import town

__all__ = ["town"]


def sheet(at: Counter) -> DateSheet:
    """Wait for the question."""
    at.until(lambda: isinstance(QApplication.activeModalWidget(), DateSheet), "the date is asked")
    found = QApplication.activeModalWidget()
    assert isinstance(found, DateSheet)
    return found


def log_in(at: Counter) -> None:
    """Log in by keys; in 2010 no procedure is in force, so nothing else is waited for."""
    if at._asks_name():
        at.hands.type(OFFICER)
        at.hands.press("Tab")
    at.hands.type(PASSWORD)
    at.hands.press("Return")
    at.until(lambda: at.sitting.office is not None, "the officer is in")


def answer(at: Counter, day: str, again: str) -> None:
    """Type a day, it again, and half past seven."""
    asked = sheet(at)
    for field, text in zip(asked._fields.values(), (day, again, "07:30"), strict=True):
        field.edit.setFocus()
        field.edit.selectAll()
        at.hands.type(text)
    at.hands.press("Return")


def received(at: Counter) -> list[Dossier]:
    """Receive somebody as the pages do: with the officer's jobs; what was done comes later."""
    desk, done = at.office.desk, list[Dossier]()
    wished = Reception(OWN_BOOK, person(RETURNING))
    desk.jobs.run(
        lambda: receive(desk.workplace, desk.session, wished), done.append, lambda _: None
    )
    return done


def test_three_mornings_in_2010(
    qapp: QApplication, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = town.counter("1")
    town.down()
    today = datetime.now(VIETNAM).date()
    for morning in (1, 2, 3):
        start, day = machine_steady(), today + timedelta(days=morning)
        monkeypatch.setattr(
            machine_clock,
            "machine_wall",
            lambda start=start: (
                datetime(2010, 1, 1, 0, 3, tzinfo=VIETNAM)
                + timedelta(seconds=machine_steady() - start)
            ),
        )
        with Counter(home.folder) as at:
            log_in(at)
            shown = f"{day:%d/%m/%Y}"
            if morning == 1:
                asks_again(at)
                answer(at, shown, "01/01/2010")
                at.says("Hai lần gõ khác nhau")
            answer(at, shown, shown)
            at.until(lambda: QApplication.activeModalWidget() is None, "it was taken")
            at.until(lambda: at.reception._choosing.size > 0, "procedures can be searched")
            at.says(f"Ngày do quầy xác nhận: {shown}")
            done = received(at)
            at.until(lambda done=done: done, "it was received")
            assert f"-{day:%y%m%d}-" in done[0].code, "a number of the confirmed day"
            assert done[0].received.received_at.date() == day
            moments_never_go_back(at, day)


def asks_again(at: Counter) -> None:
    """Esc leaves the question: nothing is written by a wrong date, and the next act asks."""
    sheet(at)
    at.hands.press("Escape")
    at.until(lambda: QApplication.activeModalWidget() is None, "the question was left")
    assert received(at) == []
    sheet(at)


def moments_never_go_back(at: Counter, day: date) -> None:
    """Nothing bears the machine's date, and each morning's answer is one entry to look at."""
    with at.sitting.counter.home.store.reading() as tx:
        entries = [entry for _, entry, _ in tx.journal.since(0, 1000)]
    own = [each for each in entries if each.chain == entries[-1].chain]
    moments = [each.occurred_at for each in own]
    assert moments == sorted(moments)
    last = own[-1]
    assert (last.clock_quality, last.occurred_at.date()) == (ClockQuality.CONFIRMED, day)
    confirmed = [each for each in own if each.kind is Kind.DATE_CONFIRMED]
    assert len({each.occurred_at.date() for each in confirmed}) == len(confirmed)
