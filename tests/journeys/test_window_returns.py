"""The return of a result in a hurry: F8 before the dossier is there, a decision that comes late."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.journeys.driver import Counter
from tests.journeys.town import OWN_BOOK, CounterHome, Town, person
from tests.journeys.townspeople import stranger
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

PROCEED = "trả và in biên nhận"


def test_f8_behind_the_scan_without_waiting(at: Counter, home: CounterHome) -> None:
    at.hands.scan(home.waiting)
    at.until(lambda: home.waiting in at.title, "its page comes")
    at.hands.press("F8")
    at.says("Trả kết quả và in biên nhận")
    page = at.office.page
    assert isinstance(page, QWidget)
    at.hands.press("Return")
    at.until(lambda: at.dossier(home.waiting).returned is not None, "it is returned")
    at.says("Đã trả kết quả")
    focused = at.program.window.focusWidget()
    assert page.isAncestorOf(focused), "keys stay on the page"


def test_a_decision_that_comes_while_the_panel_is_open(at: Counter, town: Town) -> None:
    desk = at.office.desk
    dossier = receive(desk.workplace, desk.session, Reception(OWN_BOOK, person(stranger(9))))
    at.sitting.sync.nudge()
    at.until(lambda: town.knows(dossier.uid), "the province has it")
    at.hands.scan(dossier.shown_code)
    at.says(dossier.shown_code, "Diễn biến")
    at.hands.press("F8")
    at.says("Chưa có kết quả để trả.")
    town.decide(dossier.uid)
    at.sitting.sync.resume()
    at.says(PROCEED)
    at.hands.press("Return")
    at.until(lambda: at.dossier(dossier.shown_code).returned is not None, "it is returned")
