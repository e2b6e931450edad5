"""Piles, certification and the shift's money in the real program, by keys and scans."""

from __future__ import annotations

from counter_app.desktop.screens.certifying.certify_screen import CertifyScreen
from counter_app.desktop.screens.piles.piles_page import PilesPage
from counter_app.desktop.screens.shift.shift_screen import ShiftScreen
from counter_app.services.money.shift import open_shift
from tests.journeys.driver import Counter
from tests.journeys.town import CounterHome
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]


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
