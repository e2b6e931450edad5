"""Màn hình công dân (F12) in the real program: fees while received, a rating when returned."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.citizen.masks import masked_name
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.screens.citizen.citizen_window import CitizenWindow
from counter_app.desktop.screens.inspecting.log_page import LogPage
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import Rated
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.rating import RatingWay
from counter_app.services.dossiers.returning import take_result_in
from tests.journeys.driver import Counter
from tests.journeys.paper import codes_on
from tests.journeys.test_window_inspector import INSPECTOR, change_to
from tests.journeys.town import OFFICER, PASSWORD, Town
from tests.journeys.townspeople import RETURNING
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

RESULT = "Giấy khai sinh"
FEE = "8.000 đ"


def shown(at: Counter) -> CitizenWindow:
    """Return the citizen's window."""
    window = at.office.citizen.window
    assert window is not None
    return window


def said_to_citizen(at: Counter) -> str:
    """Return every word on the citizen's screen."""
    seen = [each for each in shown(at).findChildren(QWidget) if each.isVisible()]
    return " ".join(f"{each.property('text') or ''} {each.accessibleName()}" for each in seen)


def citizen_sees(at: Counter, *parts: str) -> None:
    """Wait until the citizen's screen shows all `parts`."""
    for part in parts:

        def is_read(part: str = part) -> bool:
            return part in said_to_citizen(at)

        at.until(is_read, f"the citizen reads “{part}”")


def ratings(at: Counter, dossier: Dossier) -> list[Rated]:
    """Return what was rated."""
    with at.office.desk.workplace.store.reading() as tx:
        told = tx.dossiers.timeline(dossier.uid)
    return [each.body for each in told if isinstance(each.body, Rated)]


def test_fees_while_received_and_a_rating_when_returned(at: Counter, town: Town) -> None:
    papers = len(at.spool.sheets)
    at.hands.press("F12")
    citizen_sees(at, "Kính chào")
    assert at.program.window.isActiveWindow(), "keys stay with the officer"
    dossier = received(at, papers)
    citizen_sees(at, "Đã nhận hồ sơ", dossier.shown_code)
    session = at.office.desk.session
    result = (ResultPaper(RESULT),)
    take_result_in(at.office.desk.workplace, session, dossier, result)
    returned(at, dossier)
    rated(at, dossier)
    at.hands.press("F12")
    assert not shown(at).isVisible()
    town.sandbox.province.set_password(INSPECTOR, PASSWORD)
    change_to(at, INSPECTOR)
    in_the_log(at, dossier)
    change_to(at, OFFICER)


def received(at: Counter, papers: int) -> Dossier:
    """Receive with the citizen looking on; names and numbers stand masked there, fees whole."""
    at.scan_card(RETURNING.card)
    citizen_sees(at, masked_name(RETURNING.name))
    for kept in (RETURNING.name, RETURNING.number):
        assert kept not in said_to_citizen(at), "whoever stands behind reads, too"
    at.at(Block.PROCEDURE)
    at.hands.type("4884")
    at.hands.press("Return")
    at.at(Block.PAPERS)
    citizen_sees(at, "Đăng ký lại khai sinh")
    at.hands.press("Return")
    at.at(Block.FEES)
    at.hands.type("8000")
    at.hands.press("Return")
    at.at(Block.READY)
    citizen_sees(at, FEE, "Tám nghìn đồng")
    at.hands.press("F9")
    (code,) = codes_on(at.paper(papers + 1).pdf)
    return at.dossier(code)


def returned(at: Counter, dossier: Dossier) -> None:
    """Return the result, with its name before the citizen's eyes."""
    at.hands.scan(dossier.shown_code)
    at.says(dossier.shown_code, RETURNING.name)
    at.hands.press("F8")
    at.says("Trả kết quả và in biên nhận")
    citizen_sees(at, RESULT, "Mời ông/bà kiểm tra kết quả")
    at.hands.press("Return")
    at.until(lambda: at.dossier(dossier.shown_code).returned is not None, "it is returned")


def rated(at: Counter, dossier: Dossier) -> None:
    """The citizen says it, the officer presses its digit; Enter writes it."""
    citizen_sees(at, "Ông/bà có hài lòng", "Rất hài lòng", "Xin nói câu trả lời với cán bộ.")
    at.says("Đánh giá của công dân")
    assert not ratings(at, dossier)
    at.hands.press("2")
    citizen_sees(at, "Vì điều gì")
    at.hands.press("Return")
    at.until(lambda: ratings(at, dossier), "it is written")
    (rating,) = ratings(at, dossier)
    assert (rating.scores, rating.way) == ((2,), RatingWay.TOLD.value)
    citizen_sees(at, "Cảm ơn")


def in_the_log(at: Counter, dossier: Dossier) -> None:
    """The log tells it, to who may read the log."""
    at.hands.press("Ctrl+J")
    page = at.office.page
    assert isinstance(page, LogPage)
    at.hands.press("Ctrl+F")
    at.hands.type(dossier.shown_code)

    def kinds() -> list[Kind]:
        lines = page.presenter._lines
        return [each.kind for each in lines if each.code == dossier.shown_code]

    at.until(lambda: Kind.RATED in kinds() and Kind.RETURNED in kinds(), "the log shows it")
