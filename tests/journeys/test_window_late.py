"""A late dossier gets its letter by keys: made, signed on paper, recorded, seen on its page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.screens.late.late_screen import LateScreen
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.services.counter.clock import Clock, Moment
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.journeys.driver import Counter
from tests.journeys.paper import words_on
from tests.journeys.rows import row_with
from tests.journeys.town import FAVOURITE, Town, person
from tests.journeys.townspeople import stranger
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]


class LaterClock:
    """The counter's clock as it will stand in `days`."""

    def __init__(self, clock: Clock, days: int) -> None:
        self._clock, self._by = clock, timedelta(days=days)

    def now(self) -> Moment:
        moment = self._clock.now()
        return replace(moment, at=moment.at + self._by)


def left_lying(at: Counter) -> Dossier:
    """Let somebody hand in a dossier, and forty days go by without a word of the agency."""
    desk = at.office.desk
    wish = Reception(FAVOURITE, person(stranger(0)))
    dossier = receive(desk.workplace, desk.session, wish)
    desk.workplace.clock = LaterClock(desk.workplace.clock, 40)
    return dossier


def test_a_letter_of_apology(at: Counter, town: Town) -> None:
    town.down()  # its clock stays where it is
    dossier = left_lying(at)
    at.hands.press("Ctrl+Shift+X")
    page = at.page
    assert isinstance(page, LateScreen)
    at.until(lambda: row_with(page._table, dossier.shown_code) >= 0, "it is late")
    reason = at.office.desk.workplace.reference.reasons.of(ReasonUse.APOLOGY)[0].text
    at.says("1 trễ chưa có thư", "Chọn hoặc ghi lý do chậm trả kết quả.")
    at.hands.press("1")
    papers = len(at.spool.sheets)
    at.hands.press("F9")
    letter = words_on(at.paper(papers + 1).pdf)
    for part in ("VĂN BẢN XIN LỖI", dossier.shown_code, stranger(0).name, reason):
        assert part in letter, f"{part} isn't in the letter: {letter}"
    at.says("chờ lãnh đạo ký", "Đã ký, ghi nhận")
    assert not at.dossier(dossier.shown_code).apologies, "nothing is recorded before it is signed"
    at.hands.press("F9")
    at.until(lambda: at.dossier(dossier.shown_code).apologies, "the letter is recorded")
    at.hands.scan(dossier.shown_code)
    at.until(lambda: isinstance(at.page, DetailPage), "its page")
    shown = at.page
    assert isinstance(shown, DetailPage)
    at.until(lambda: "xin lỗi" in shown._timeline._content.accessibleName(), "the letter is there")
    assert reason in shown._timeline._content.accessibleName()
