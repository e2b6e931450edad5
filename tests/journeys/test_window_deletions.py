"""What only the head of the office does with dossiers that were taken away too many at once."""

from __future__ import annotations

from counter_app.desktop.screens.answers.deletions_page import DeletionsPage
from counter_app.services.answers.deletions import held_deletions
from counter_app.store.feed.tombstones import HELD
from tests.journeys.driver import Counter
from tests.journeys.rows import row_with
from tests.journeys.test_window_answers import show_data, waiting
from tests.journeys.test_window_reports import at
from tests.journeys.town import CounterHome
from tests.journeys.townspeople import FETCHING
from tests.journeys.window_fixtures import home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

WHY = "Quản trị tỉnh: trùng hồ sơ"


def test_the_head_of_the_office_keeps_what_the_server_took_away(
    at: Counter, home: CounterHome
) -> None:
    place = at.office.desk.workplace
    uid = at.dossier(home.waiting).uid
    at.until(lambda: not waiting(at), "nothing waits")
    with place.store.writing() as tx:
        now = place.clock.now().at
        tx.tombstones.see(uid, 1, now, WHY)
        tx.tombstones.decide([uid], HELD, now)
    show_data(at)
    at.says("Máy chủ báo bỏ cùng lúc 1 hồ sơ")
    at.hands.press("Home", "Return")
    at.until(lambda: isinstance(at.page, DeletionsPage), "their page")
    page = at.page
    assert isinstance(page, DeletionsPage)
    at.until(lambda: row_with(page._table, home.waiting, FETCHING.name) == 0, "it is listed")
    at.says(WHY, "chưa bỏ hồ sơ nào")
    at.hands.press("1")
    at.says("Giữ lại mọi hồ sơ")
    at.hands.press("Return")
    at.until(lambda: not held_deletions(place).count, "it is decided")
    at.says("Đã giữ lại 1 hồ sơ.", "Không có hồ sơ nào chờ quyết định.")
    at.dossier(home.waiting)
