"""Sổ theo dõi in the real program: from the quick line, looked at, printed, and in the log."""

from __future__ import annotations

from datetime import timedelta

from counter_app.desktop.screens.dossiers.register_sheet import RegisterSheet
from counter_app.desktop.screens.preview.preview_page import PreviewPage
from counter_app.domain.acts.audit import Exported
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import shown_date
from tests.journeys.driver import Counter
from tests.journeys.endings import quick
from tests.journeys.paper import words_on
from tests.journeys.town import CounterHome
from tests.journeys.townspeople import FETCHING
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]


def asked(at: Counter) -> RegisterSheet:
    """Ask for the register by the quick line, wherever one is."""
    quick(at, "In sổ theo dõi")
    at.until(lambda: at.program.window.findChild(RegisterSheet) is not None, "it asks which days")
    sheet = at.program.window.findChild(RegisterSheet)
    assert sheet is not None
    at.until(sheet.isActiveWindow, "the question has the keys")
    return sheet


def exports(at: Counter) -> list[str]:
    """Return what left the program today."""
    today = at.office.desk.today()
    with at.office.desk.workplace.store.reading() as tx:
        rows = tx.day_acts.between(today, today, (Kind.EXPORTED,))
    return [row.body.what for row in rows if isinstance(row.body, Exported)]


def test_today_is_looked_at_then_printed_and_recorded(at: Counter, home: CounterHome) -> None:
    papers, left = len(at.spool.sheets), len(exports(at))
    asked(at)
    at.hands.press("1")
    at.until(lambda: isinstance(at.office.page, PreviewPage), "its pages are shown")
    at.says("1 trang")
    assert len(at.spool.sheets) == papers, "nothing is printed before Enter"
    assert len(exports(at)) == left
    at.hands.press("Return")
    said = words_on(at.paper(papers + 1).pdf)
    assert "SỔ THEO DÕI HỒ SƠ" in said
    assert home.waiting.replace("-", "") in said.replace("-", "").replace(" ", "")
    assert FETCHING.name in said
    at.until(lambda: len(exports(at)) == left + 1, "the log says so")
    assert f"quầy {home.number}" in exports(at)[-1]
    at.says("Sổ theo dõi hồ sơ quầy 1")


def test_days_without_a_dossier_say_so_and_print_nothing(at: Counter) -> None:
    papers, left = len(at.spool.sheets), len(exports(at))
    yesterday = shown_date(at.office.desk.today() - timedelta(days=1))
    sheet = asked(at)
    for field in (sheet._first, sheet._last):
        field.edit.setFocus()
        field.edit.selectAll()
        at.hands.type(yesterday)
    at.hands.press("Return")
    words = f"không có dòng nào ngày {yesterday}"
    at.until(lambda: words in sheet._sentence.text(), "it says so")
    at.hands.press("Escape")
    assert (len(at.spool.sheets), len(exports(at))) == (papers, left)


def test_days_that_are_none_are_asked_for_again(at: Counter) -> None:
    sheet = asked(at)
    sheet._first.edit.setFocus()
    sheet._first.edit.selectAll()
    at.hands.type("31/02")
    at.hands.press("Return")
    at.until(sheet._error.isVisible, "it says what is wrong")
    assert sheet.isVisible()
    at.hands.press("Escape")
