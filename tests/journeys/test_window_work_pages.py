"""Piles, certification and the shift's money in the real program, by keys and scans."""

from __future__ import annotations

from datetime import timedelta

from counter_app.desktop.presenters.day.day_state import DayStep
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.screens.certifying.certify_screen import CertifyScreen
from counter_app.desktop.screens.day.day_page import ClosedDayPage
from counter_app.desktop.screens.piles.piles_page import PilesPage
from counter_app.desktop.screens.shift.shift_screen import ShiftScreen
from counter_app.domain.acts.received import PaperFirst
from counter_app.services.closing.stand import Difference
from counter_app.services.money.shift import open_shift
from tests.journeys.cases import receive
from tests.journeys.driver import Counter
from tests.journeys.paper import codes_on
from tests.journeys.town import CounterHome
from tests.journeys.townspeople import NEW
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

PAPER = "H99.01-261120-0007"
"""The code on a paper that no counter of this province knows."""


def test_a_pile_by_scans_and_f9(at: Counter, home: CounterHome) -> None:
    at.hands.press("Ctrl+G")
    page = at.office.page
    assert isinstance(page, PilesPage)
    at.hands.scan(home.waiting)
    at.until(lambda: not page.presenter.is_empty, "the scan is in the pile, no dossier opens")
    assert isinstance(at.office.page, PilesPage)


def test_three_keys_certify_and_the_shift_counts_it(at: Counter) -> None:
    place, session = at.office.desk.workplace, at.office.desk.session
    before = open_shift(place, session).cash
    at.hands.press("Ctrl+B")
    assert isinstance(at.office.page, CertifyScreen)
    at.hands.type("5")
    at.hands.press("Return")
    at.until(lambda: open_shift(place, session).cash == before + 7_000, "it is in the book")
    at.hands.press("Ctrl+T")
    page = at.office.page
    assert isinstance(page, ShiftScreen)
    at.until(lambda: "SCT/BS" in _codes(page), "and in the shift")


def _codes(page: ShiftScreen) -> str:
    shift = page.presenter._shift
    return " ".join(line.code for line in shift.lines) if shift else ""


def test_a_paper_on_the_desk_is_written_down_and_settled(at: Counter) -> None:
    at.hands.press("Ctrl+N")
    page = at.office.page
    assert isinstance(page, ClosedDayPage)
    at.hands.scan(PAPER)
    at.until(lambda: page.presenter._step is DayStep.PILE and page._count.text() == "1", "the pile")
    at.hands.press("F9")
    at.until(lambda: page.presenter._step is DayStep.LISTS, "the differences")
    at.until(lambda: _chosen(page) == PAPER and page._table.hasFocus(), "it isn't in the system")
    at.hands.press("Return")
    at.at(Block.PAPER_FIRST)
    day = at.office.desk.today() - timedelta(days=1)
    at.hands.type(f"9h15 {day:%d/%m}")
    at.hands.press("Return", "Return")
    at.hands.type("1")
    at.hands.press("Return")
    at.at(Block.APPLICANT)
    at.scan_card(NEW.card)
    at.hands.type(NEW.phone)
    at.hands.press("Return")
    at.at(Block.PROCEDURE)
    at.hands.type("khai tu")
    at.hands.press("Return")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    sheet = receive(at)
    at.until(lambda: at.draft.is_empty, "the page is empty again")
    assert at.shown.paper_line is None
    dossier = at.dossier(codes_on(sheet.pdf).pop())
    assert dossier.received.paper_first == PaperFirst("Mất điện", PAPER)
    assert f"{dossier.received.received_at:%H:%M %d/%m}" == f"09:15 {day:%d/%m}"
    at.hands.press("Ctrl+N")
    at.until(lambda: (line := _line(page)) is not None and not line.is_open, "its line is settled")


def _line(page: ClosedDayPage) -> Difference | None:
    stand = page.presenter._stand
    found = stand.differences if stand else ()
    return next((each for each in found if each.code == PAPER), None)


def _chosen(page: ClosedDayPage) -> str:
    each = page.presenter._difference()
    return each.code if each else ""
