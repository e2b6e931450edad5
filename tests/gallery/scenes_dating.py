"""The date as people confirm it, as the gallery shows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.dating.date_asking import DateAsk, ask_of
from counter_app.desktop.printing.outcome import PrinterLine
from counter_app.desktop.screens.data_state.data_page import DataPage
from counter_app.desktop.screens.dating.date_sheet import DateSheet
from counter_app.desktop.theme.look import Look
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.doubtful_date import Doubt
from counter_app.domain.officers.officer import Officer
from counter_app.services.counter.data_state import ClockState
from counter_app.services.dating.confirming import DateQuestion
from tests.desktop.presenters.data_state.made import DATA, OFFLINE, at
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_data_state import page
from tests.gallery.scenes_window import office

HEADS = (Officer("pt-01", "Lê Thị Thử"), Officer("pt-02", "Hoàng Văn Giả Định"))


def _ask(why: Doubt, *supervisors: Officer) -> DateAsk:
    machine = at(0, 3).replace(year=2010, month=1, day=1)
    if why is Doubt.LATER:
        machine = machine.replace(year=2031)
    return ask_of(DateQuestion(why, machine, at(9, 12), supervisors))


@scene("ngay-hom-nay", Area.OWN)
def twice(look: Look) -> QWidget:
    """Nobody but the officer is there: the day is typed twice."""
    return DateSheet(look, None, _ask(Doubt.EARLIER))


@scene("ngay-hom-nay-phu-trach", Area.OWN)
def supervisors(look: Look) -> QWidget:
    """One of two supervisors may agree; a clock that is years ahead."""
    return DateSheet(look, None, _ask(Doubt.LATER, *HEADS))


@scene("ngay-hom-nay-go-sai", Area.OWN)
def wrong(look: Look) -> QWidget:
    """Both days differ, and the hour is none."""
    sheet = DateSheet(look, None, _ask(Doubt.EARLIER, HEADS[0]))
    sheet.wrong(
        {
            "again": "Hai lần gõ khác nhau. Xem lịch rồi gõ lại.",
            "hour": "Gõ giờ và phút: ví dụ 08:05.",
        }
    )
    return sheet


@scene("du-lieu-ngay-xac-nhan")
def state(look: Look) -> DataPage:
    """The page of the data while the date is one that people confirmed."""
    return page(look, replace(DATA, clock=ClockState(ClockQuality.CONFIRMED)), OFFLINE)


@scene("cua-so-ngay-xac-nhan", Area.WINDOW)
def window(look: Look) -> QWidget:
    """The whole window: amber in both bars."""
    made = office(look)
    place = made.desk.workplace
    moment = replace(place.clock.now(), quality=ClockQuality.CONFIRMED)
    made.show_first()
    made.line(OFFLINE)
    made.printer(PrinterLine("HP LaserJet M404n", "2 × A5 trên A4"))
    made.scanner("COM3")
    made._clock.stop()
    made._status.date(moment)
    made._top.tick(moment.at, doubtful=True)
    return made
