"""A day is closed at the counter by scans and keys, from what is unfinished to the minutes."""

from __future__ import annotations

from counter_app.desktop.presenters.day.day_state import DayStep
from counter_app.desktop.screens.day.day_page import ClosedDayPage
from counter_app.domain.acts.office import Gap
from counter_app.domain.office.reasons import ReasonUse
from counter_app.services.closing.stand import closings_of
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.journeys.driver import Counter
from tests.journeys.paper import words_on
from tests.journeys.rows import row_with
from tests.journeys.test_window_devices import received
from tests.journeys.town import FAVOURITE, CounterHome, person
from tests.journeys.townspeople import stranger
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

STRANGE = "H99.01-261120-0007"


def handed_over(at: Counter, code: str) -> None:
    """Hand one dossier over, and forget to ask who took it."""
    papers = len(at.spool.sheets)
    at.hands.press("Ctrl+G")
    at.hands.scan(code)
    at.says("1 hồ sơ trong chồng")
    at.hands.press("F9")
    at.paper(papers + 1)
    at.until(lambda: at.dossier(code).unit, "it went to its unit")


def day_page(at: Counter) -> ClosedDayPage:
    """Open the page by its key, and wait until the day was read."""
    at.hands.press("Ctrl+N")
    page = at.page
    assert isinstance(page, ClosedDayPage)
    at.until(lambda: page.presenter._stand is not None, "the day is read")
    return page


def chosen(at: Counter, page: ClosedDayPage, *parts: str) -> None:
    """Go down to the row that says `parts`."""
    at.until(lambda: row_with(page._table, *parts) >= 0, f"the row of {parts}")
    at.hands.press("Home")
    for _ in range(page._table.model().rowCount()):
        if page._table.current_row() == row_with(page._table, *parts):
            return
        at.hands.press("Down")
    raise AssertionError(f"no keys lead to {parts}")


def test_a_day_is_closed(at: Counter, home: CounterHome) -> None:
    right, away = (received(at, stranger(number)).shown_code for number in (0, 1))
    handed_over(at, away)
    at.office.show_page("reception")
    desk = at.office.desk
    wish = Reception(FAVOURITE, person(stranger(2)))  # its paper never came to a printer
    unprinted = receive(desk.workplace, desk.session, wish).shown_code
    at.clear()
    reasons = [e.text for e in at.office.desk.workplace.reference.reasons.of(ReasonUse.DAY)]

    page = day_page(at)
    chosen(at, page, unprinted, "chưa xác nhận in giấy")
    at.hands.press("5")
    at.until(lambda: row_with(page._table, unprinted, reasons[4]) >= 0, "its reason")
    chosen(at, page, away, "bàn giao")
    at.hands.press("1")
    at.until(lambda: row_with(page._table, away, reasons[0]) >= 0, "its reason")

    at.hands.press("F9")
    at.says("Quét mã trên từng giấy đang nằm trên bàn.")
    for code in (right, STRANGE, home.waiting):
        at.hands.scan(code)
        at.until(lambda code=code: row_with(page._table, code) >= 0, f"{code} is in the pile")
    assert page.presenter._step is DayStep.PILE, "no scan leads away"
    at.hands.press("F9")
    chosen(at, page, STRANGE, "chưa có trong Hệ thống")
    at.hands.press("3")
    at.until(lambda: row_with(page._table, STRANGE, reasons[2]) >= 0, "its reason")
    chosen(at, page, unprinted, "chưa quét thấy")
    at.hands.press("Space")
    at.until(lambda: row_with(page._table, unprinted, "đã xử lý") >= 0, "it was found")
    at.hands.press("F9")
    at.hands.press("F9")

    papers = len(at.spool.sheets)
    at.hands.press("F9")
    said = words_on(at.paper(papers + 1).pdf)
    for part in ("BIÊN BẢN CHỐT SỐ LIỆU NGÀY", unprinted, away, STRANGE, reasons[4], reasons[2]):
        assert part in said, f"{part} isn't on the minutes: {said}"

    at.until(lambda: page.presenter._stand.closed, "the page knows it")
    (closing,) = closings_of(desk.workplace, desk.today())
    assert closing.body.scanned == 3
    assert {(e.gap, e.code, e.reason, e.settled) for e in closing.body.gaps} == {
        (Gap.UNFINISHED, unprinted, reasons[4], False),
        (Gap.UNFINISHED, away, reasons[0], False),
        (Gap.NOT_IN_SYSTEM, STRANGE, reasons[2], False),
        (Gap.NOT_ON_DESK, unprinted, "", True),
    }
    at.office.show_page("reception")
    page = day_page(at)
    at.says("đã chốt lúc", "F10 in lại biên bản")
    acts, papers = at.acts(), len(at.spool.sheets)
    at.hands.press("F9")
    at.says("ghi lý do đính chính để chốt lại")
    at.hands.press("F9")
    assert at.acts() == acts, "it isn't closed twice by a key too many"
    at.hands.press("F10")
    assert "BIÊN BẢN CHỐT SỐ LIỆU NGÀY" in words_on(at.paper(papers + 1).pdf)
