"""What only the head of the office does: dossiers taken away too many at once, and thay máy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from counter_app.desktop.screens.answers.deletions_page import DeletionsPage
from counter_app.desktop.screens.replacing.replace_page import ReplacePage
from counter_app.domain.errors.keeping.stick import HomeNotOpenError
from counter_app.services.answers.deletions import held_deletions
from counter_app.services.leaving.replacing import is_replaced
from counter_app.store.feed.tombstones import HELD
from tests.journeys.driver import Counter
from tests.journeys.rows import row_with
from tests.journeys.test_window_answers import show_data, waiting
from tests.journeys.test_window_inspector import change_to
from tests.journeys.test_window_reports import SUPERVISOR, at
from tests.journeys.town import PASSWORD, CounterHome
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


def test_the_old_machine_is_taken_out_of_service(
    sitting: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sitting
    change_to(at, SUPERVISOR)
    place = at.office.desk.workplace
    at.hands.press("Ctrl+K")
    at.hands.type("thay may")
    at.hands.press("Return")
    at.until(lambda: isinstance(at.page, ReplacePage), "the page Thay máy")
    page = at.page
    assert isinstance(page, ReplacePage)
    at.until(lambda: not waiting(at), "nothing waits")
    at.hands.press("F9")
    assert not is_replaced(place), "the stick comes first"

    at.hands.press("F6")
    at.says("Chọn thư mục khác…")
    at.hands.press("T")
    at.until(lambda: page.findChildren(QFileDialog), "a folder is asked for")
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    at.until(page._stick.isVisible, "the stick is written")
    report = at.program._take_over(tmp_path, None)
    assert report.dossiers == 0, "its own stick brings it nothing new"
    with monkeypatch.context() as closed:
        closed.setattr(at.program, "sitting", None)
        with pytest.raises(HomeNotOpenError):
            at.program._take_over(tmp_path, None)

    at.hands.click(page._number.edit)
    at.hands.type("999")
    at.hands.press("F9")
    assert not is_replaced(place)
    page._number.edit.selectAll()
    at.hands.type(place.enrolment.device)
    at.hands.press("F9")
    at.until(lambda: is_replaced(place), "it is out of service")
    at.hands.press("Ctrl+Shift+L", "F4")
    at.until(lambda: at.program.window.inside is at.program.login, "log-in is shown")
    at.hands.press("1")
    at.hands.type(PASSWORD)
    at.hands.press("Return")
    at.says("đã ngừng dùng để thay máy")
