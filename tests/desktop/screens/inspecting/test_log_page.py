"""The page of the log by real keys over a real store."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.inspecting.inspection_print import (
    may_inspect,
    print_inspection,
)
from counter_app.desktop.scanning.meaning import CodeScan
from counter_app.desktop.screens.inspecting.log_page import LogPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.errors.store import StoreLockedError
from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.inspecting.log import Group
from tests.desktop.conftest import Desktop
from tests.journeys.paper import words_on
from tests.made import NOON, person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@pytest.fixture
def office(desktop: Desktop) -> Desktop:
    """Three dossiers and a call, at the desk of somebody who may see the log."""
    place, session = desktop.counter.workplace, desktop.counter.session
    for number in range(3):
        dossier = receive(place, session, Reception("1.001193", person(f"Người Thứ {number}")))
    record(place, session, dossier.uid, Told(ContactWay.PHONE, "đã báo"))
    free = dataclasses.replace(session.officer, roles=tuple(Role))
    desktop.desk = dataclasses.replace(desktop.desk, session=Session(free, "online"))
    return desktop


@pytest.fixture
def page(office: Desktop, look: Look, qtbot: QtBot) -> LogPage:
    return shown(office, look, qtbot)


def shown(office: Desktop, look: Look, qtbot: QtBot) -> LogPage:
    made = LogPage(look, office.desk, lambda uid: print_inspection(office.desk, uid))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.resize(1173, 657)
        made.show()
        made.activateWindow()
    made.arrive()
    return made


def rows(page: LogPage) -> int:
    return page._model.rowCount()


def test_it_opens_on_the_newest_with_the_keys_in_the_rows(page: LogPage) -> None:
    assert rows(page) == 4
    assert page._table.hasFocus()
    assert page._table.current_row() == 0
    assert "Báo công dân" in page._detail._title.text()
    assert page.title() == "Nhật ký & kiểm chứng"


def test_enter_opens_the_dossier_of_the_row(page: LogPage, qtbot: QtBot, office: Desktop) -> None:
    QTest.keyClick(page._table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page._table, Qt.Key.Key_Return)
    with office.counter.workplace.store.reading() as tx:
        assert tx.dossiers.get(opened.args[0]) is not None


def test_typing_anywhere_looks_for_a_code(page: LogPage) -> None:
    QTest.keyClicks(page._table, "0002")
    assert page._search.edit.hasFocus()
    assert rows(page) == 1
    assert page.escape()
    assert rows(page) == 4
    assert not page.escape()
    QTest.keyClicks(page._table, "9999")
    assert page._stack.currentIndex() == 1
    assert "9999" in page._empty.findChild(type(page._title)).text()


def test_no_key_acts_on_rows_of_fewer_digits(page: LogPage, office: Desktop, qtbot: QtBot) -> None:
    office.jobs.hold()
    QTest.keyClicks(page._table, "0002")
    with qtbot.assertNotEmitted(page.opened):
        page.act(Command.REPRINT)
        QTest.keyClick(page._table, Qt.Key.Key_Return)
    QTest.keyClick(page._search.edit, Qt.Key.Key_Return)
    assert page._search.edit.hasFocus(), "Enter waits for the rows"
    office.jobs.release()
    assert page._table.hasFocus()
    assert office.tray.sheets == []
    page.act(Command.REPRINT)
    (sheet,) = office.tray.sheets
    assert "H26.15-261120-0002" in words_on(sheet.document.pdf)


def test_a_store_that_refuses_leaves_no_rows_to_act_on(
    page: LogPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise StoreLockedError(path="store.db")

    monkeypatch.setattr("counter_app.desktop.presenters.inspecting.log_page.log", refuse)
    QTest.keyClicks(page._table, "0002")
    assert rows(page) == 0
    assert page._stack.currentIndex() == 1
    assert not page.presenter.open()


def test_a_scan_asks_for_its_dossier(page: LogPage) -> None:
    code = "H26.15-261120-0003"
    assert page.scanned(CodeScan(code, code, NOON))
    assert rows(page) == 2


def test_filters(page: LogPage, office: Desktop) -> None:
    page.presenter.pick_group(Group.MONEY.value)
    assert page._stack.currentIndex() == 1
    page.presenter.pick_group("")
    page.presenter.pick_officer("CB-001")
    assert rows(page) == 0
    page.presenter.pick_officer("")
    page.presenter.pick_days("yesterday")
    assert rows(page) == 0
    page.presenter.pick_days("today")
    assert rows(page) == 4
    assert page._days.text() == "Hôm nay"


def test_pages_come_when_they_are_scrolled_to(office: Desktop, look: Look, qtbot: QtBot) -> None:
    place, session = office.counter.workplace, office.counter.session
    with place.store.reading() as tx:
        uid = tx.dossiers.by_code("H26.15-261120-0001").uid  # type: ignore[union-attr]
    for number in range(60):
        record(place, session, uid, Told(ContactWay.PHONE, f"lần {number}"))
    page = shown(office, look, qtbot)
    assert rows(page) == 50
    QTest.keyClick(page._table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rows(page) == 64)


def test_f5_checks_the_chains_and_says_so(page: LogPage, office: Desktop) -> None:
    office.jobs.hold()
    assert page.act(Command.REFRESH)
    assert not page._check.isEnabled()
    assert "Đang kiểm tra" in page._verdict._bold.text()
    office.jobs.release()
    assert page._check.isEnabled()
    assert page._verdict._bold.text() == "Nhật ký nguyên vẹn."
    assert page._verdict._aside.text() == "4 bút toán · 1 chuỗi"


def test_a_break_is_named(page: LogPage, office: Desktop) -> None:
    with office.counter.workplace.store._transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql("UPDATE journal SET counter = '99' WHERE n = 2")
    page._check.click()
    assert page._verdict._bold.text() == "Nhật ký có chỗ không khớp."
    assert "bút toán 2: nội dung không khớp dấu vân tay" in page._verdict._rest.text()


def test_f10_prints_the_inspection(page: LogPage, office: Desktop) -> None:
    assert Command.REPRINT in page.commands()
    assert page.act(Command.REPRINT)
    (sheet,) = office.tray.sheets
    assert sheet.document.form == "inspection"
    assert office.notices[-1].bold == "Đã in Phiếu kiểm tra hồ sơ."
    assert office.nudges


def test_the_export_is_a_file_and_an_entry(page: LogPage, office: Desktop, tmp_path: Path) -> None:
    page._export.click()
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "nhat-ky"))
    dialog.close()
    book = openpyxl.load_workbook(tmp_path / "nhat-ky.xlsx").active
    assert book is not None
    assert book.max_row == 3 + 4
    assert office.notices[-1].bold == "Đã kết xuất 4 dòng nhật ký."
    assert rows(page) == 5, "that it was exported is in the log"


def test_a_file_that_cant_be_written_is_said(page: LogPage, office: Desktop) -> None:
    page.presenter.export_to(Path("/no/such/folder/a.xlsx"))
    assert office.notices[-1].kind is NoticeKind.ERROR


def test_an_inspector_reads_and_exports_nothing(office: Desktop, look: Look, qtbot: QtBot) -> None:
    decision = Appointment("07/QĐ", NOON.date(), (), NOON.date())
    officer = Officer("kt", "Đỗ Thị Thử", roles=(Role.INSPECTOR,), appointments=(decision,))
    office.desk = dataclasses.replace(office.desk, session=Session(officer, "online"))
    page = shown(office, look, qtbot)
    assert rows(page) == 4
    assert not page._export.isVisible()
    assert may_inspect(office.desk)
    assert page.act(Command.REPRINT)


def test_who_sees_no_dossiers_sees_no_names(office: Desktop, look: Look, qtbot: QtBot) -> None:
    admin = Officer("qt", "Đặng Thị Thử", roles=(Role.ADMIN,))
    office.desk = dataclasses.replace(office.desk, session=Session(admin, "online"))
    page = shown(office, look, qtbot)
    assert rows(page) == 4
    assert "Người Thứ" not in page._detail._title.text()
    assert not page._detail.open.isVisible()
    assert not page.act(Command.REPRINT)
    assert not may_inspect(office.desk)


def test_who_may_not_see_it_is_told(desktop: Desktop, look: Look, qtbot: QtBot) -> None:
    page = shown(desktop, look, qtbot)  # reception alone
    assert page._stack.currentIndex() == 1
