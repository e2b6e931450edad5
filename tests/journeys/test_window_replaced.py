"""Thay máy: the head of the office takes the old machine out of service, for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from counter_app.desktop.screens.replacing.replace_page import ReplacePage
from counter_app.domain.errors.keeping.stick import HomeNotOpenError
from counter_app.services.leaving.replacing import is_replaced
from tests.journeys.driver import Counter
from tests.journeys.test_window_answers import waiting
from tests.journeys.test_window_inspector import change_to
from tests.journeys.test_window_reports import SUPERVISOR
from tests.journeys.town import PASSWORD, Town
from tests.journeys.window_fixtures import home, sitting, town

__all__ = ["home", "sitting", "town"]


def test_the_old_machine_is_taken_out_of_service(
    sitting: Counter, town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sitting
    town.sandbox.province.set_password(SUPERVISOR, PASSWORD)
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
