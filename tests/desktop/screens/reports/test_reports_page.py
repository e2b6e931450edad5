"""The page of reports by keys, over a real store, with reports of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.reports.counting import ReportActs
from counter_app.desktop.screens.reports.reports_page import ReportsPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.lists.cells import CELL_ROLE, ChipCell, SectionCell, TextCell
from counter_app.domain.errors import CounterError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Drill,
    ReportSheet,
    Row,
    RowKind,
    Unit,
)
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.receipt_paper import RECEIPT, Document
from counter_app.services.reports.asked import Asked, Report, none_behind
from counter_app.store.tables import dossier
from tests.desktop.conftest import Desktop
from tests.made import person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

BIRTH = "1.001193"
COLUMNS = (
    Column("name", "Nhóm", Unit.TEXT, "Nhóm hồ sơ.", 0),
    Column("all", "Tiếp nhận", Unit.COUNT, "Hồ sơ nhận trong kỳ.", group="Số hồ sơ"),
    Column("rate", "Tỷ lệ", Unit.PERCENT, "Phần đúng hạn."),
)


def received(asked: Asked) -> list[str]:
    days = asked.period.first, asked.period.last
    return [
        life.dossier
        for life in asked.tx.lives.every()
        if life.counts and life.received_at and days[0] <= life.received_at.date() <= days[1]
    ]


def made(asked: Asked) -> ReportSheet:
    count = len(received(asked))
    rows = (
        Row((Cell("Hộ tịch"), Cell(), Cell()), RowKind.HEAD),
        Row((Cell("Khai sinh"), Cell(count, Drill("all"), 1), Cell(None))),
        Row((Cell("Cộng"), Cell(count, Drill("all"), 1), Cell(953)), RowKind.TOTAL),
    )
    return ReportSheet(
        "mau", "Báo cáo mẫu", COLUMNS, rows, asked.standing, asked.period, compared=True
    )


def nothing(asked: Asked) -> ReportSheet:
    return ReportSheet("trong", "Trống", COLUMNS, (), asked.standing, asked.period)


def broken(_: Asked) -> ReportSheet:
    raise CounterError


REPORTS = (
    Report("mau", "Tổng hợp", "Báo cáo mẫu", made, lambda asked, _: tuple(received(asked))),
    Report("trong", "Thời hạn", "Trống", nothing, none_behind, ()),
    Report("hong", "Thời hạn", "Không làm được", broken, none_behind),
)


@dataclass
class Files:
    """What was handed out."""

    saved: list[tuple[str, Path]] = field(default_factory=list)

    def acts(self) -> ReportActs:
        return ReportActs(
            document=lambda sheet: Document(RECEIPT, sheet.name, b"%PDF-1.7", copies=1),
            save_pdf=lambda sheet, path: self.saved.append(("pdf", path)),
            save_xlsx=lambda sheet, path: self.saved.append(("xlsx", path)),
        )


@pytest.fixture
def files() -> Files:
    return Files()


def session_of(*roles: Role) -> Session:
    officer = Officer("cb", "Trần Thị Mẫu", roles=roles)
    return Session(officer, "online")


@pytest.fixture
def page(desktop: Desktop, look: Look, qtbot: QtBot, files: Files) -> Iterator[ReportsPage]:
    place, session = desktop.counter.workplace, desktop.counter.session
    for _ in range(2):
        receive(place, session, Reception(BIRTH, person()))
    desk = replace(desktop.desk, session=session_of(Role.SUPERVISOR))
    shown = ReportsPage(look, desk, REPORTS, files.acts())
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.resize(1173, 657)
        shown.show()
        shown.activateWindow()
    yield shown
    shown._ticking.stop()


def texts(page: ReportsPage) -> list[list[str]]:
    model = page.panel.grid.model()
    return [
        [
            "" if isinstance(cell, SectionCell) else cell.text
            for column in range(model.columnCount())
            if (cell := model.index(row, column).data(CELL_ROLE)) is not None
        ]
        for row in range(model.rowCount())
    ]


def test_figures_and_what_they_count(page: ReportsPage) -> None:
    page.arrive()
    grid, figure = page.panel.grid, page.panel.figure
    assert texts(page)[1:] == [["Khai sinh", "2", "–"], ["Cộng", "2", "95,3 %"]]
    assert grid.hasFocus()
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 1)
    assert figure._title.text() == "Khai sinh · Số hồ sơ: Tiếp nhận"
    assert figure._definition.text() == "Hồ sơ nhận trong kỳ."
    assert figure.open.text() == "mở danh sách 2 hồ sơ"
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert figure._definition.text() == "Phần đúng hạn."
    assert not figure.open.isVisibleTo(page)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert not page.presenter.behind.is_open, "nothing stands behind a percentage of none"
    assert "Kết xuất từ Hệ thống lúc" in page.panel._standing.text()
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.currentIndex().row() == 1, "a caption is never chosen"


def test_behind_a_number_and_back(page: ReportsPage) -> None:
    opened: list[str] = []
    page.opened.connect(opened.append)
    page.arrive()
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Return)
    table = page.behind.table
    assert table.hasFocus()
    assert table.model().rowCount() == 2
    assert table.model().index(0, 1).data(CELL_ROLE).text == person().name
    assert isinstance(table.model().index(0, 5).data(CELL_ROLE), ChipCell)
    assert page.commands() == {}
    assert not page.act(Command.REPRINT)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(opened) == 1
    page.arrive()  # back from the dossier: the list is as it was
    assert table.hasFocus()
    assert table.current_row() == 1
    assert page.escape()
    assert page.panel.grid.hasFocus()
    assert page.escape()
    assert page.panel.list.hasFocus()
    assert not page.escape()


def test_an_erased_dossier_is_told_and_not_opened(page: ReportsPage, desktop: Desktop) -> None:
    opened: list[str] = []
    page.opened.connect(opened.append)
    page.arrive()
    with desktop.counter.workplace.store.writing() as tx:
        tx.lives.connection.execute(dossier.delete())
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Return)
    cells = [page.behind.table.model().index(0, at).data(CELL_ROLE).text for at in range(3)]
    assert cells[:2] == ["đã xóa nội dung", "–"]
    assert "khai sinh" in cells[2].lower()
    QTest.keyClick(page.behind.table, Qt.Key.Key_Return)
    assert opened == []
    assert "đã xóa" in desktop.notices[-1].bold


def test_another_period_by_keys(page: ReportsPage, desktop: Desktop) -> None:
    page.arrive()
    desktop.jobs.hold()
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Return)
    assert not page.presenter.behind.is_open, "figures of another period open nothing"
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert len(desktop.jobs.held) == 4
    desktop.jobs.release(last=True)
    assert texts(page)[1][1] == "2"
    desktop.jobs.release()  # answers to older questions come late
    assert texts(page)[1][1] == "2"
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert texts(page)[1][1] == "0"
    assert page.panel.grid.hasFocus()


def test_a_long_count_says_so_and_can_be_stopped(page: ReportsPage, desktop: Desktop) -> None:
    page.arrive()
    desktop.jobs.hold()
    page.act(Command.REFRESH)
    assert page.panel._stack.currentIndex() == 0, "a short count doesn't flicker"
    page.presenter.tick()
    assert page.panel._stack.currentIndex() == 2
    assert page.panel.list.hasFocus()
    assert not page.panel.print.isEnabled()
    assert page.escape()
    assert "Đã dừng" in page.panel._empty._sentence.text()
    desktop.jobs.release()
    assert "Đã dừng" in page.panel._empty._sentence.text()
    assert page.act(Command.REFRESH)
    assert texts(page)[1][1] == "2"
    assert page.panel.grid.isVisibleTo(page)


def test_the_period_before_beside_the_figures(page: ReportsPage) -> None:
    page.arrive()
    figure = page.panel.figure
    assert figure._change.text() == "kỳ trước 1 (+1)"
    page.panel.period._compare.click()
    cell = page.panel.grid.model().index(1, 1).data(CELL_ROLE)
    assert isinstance(cell, TextCell)
    assert cell.below == "1 (+1)"
    assert page.panel.grid.currentIndex().row() == 1


def test_other_reports_of_the_list(page: ReportsPage) -> None:
    page.arrive()
    page.escape()
    rows = page.panel.list
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert "chưa có số liệu" in page.panel._empty._sentence.text()
    assert page.panel.period._now.isVisibleTo(page), "a report without steps is as of now"
    assert not page.panel.period._words.isVisibleTo(page)
    assert rows.hasFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert page.panel._stack.currentIndex() == 1, "an error is a sentence in place of figures"
    QTest.keyClick(rows, Qt.Key.Key_Home)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    page.presenter.pick_report(1)
    assert page.panel.grid.hasFocus()
    assert texts(page)[1][1] == "2"


def test_typed_days(page: ReportsPage) -> None:
    page.arrive()
    page.presenter.pick_step("span")
    first = page.panel.period._first.edit
    first.setFocus()
    first.setText("")
    QTest.keyClicks(first, "1.1")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert first.text().startswith("01/01/")
    assert texts(page)[1][1] == "2"
    first.setText("khong")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert page.panel.period._first.edit.accessibleDescription()


def test_printed_and_exported(
    page: ReportsPage, desktop: Desktop, files: Files, tmp_path: Path
) -> None:
    page.arrive()
    assert page.act(Command.REPRINT)
    assert len(desktop.previews) + len(desktop.tray.sheets) == 1
    asked: list[tuple[str, str]] = []
    page.ask_file = lambda proposed, filter_: asked.append((proposed.name, filter_))  # type: ignore[method-assign]
    page.panel.pdf.click()
    page.panel.xlsx.click()
    assert [name.rsplit(".", 1)[1] for name, _ in asked] == ["pdf", "xlsx"]
    page.presenter.export_to(tmp_path / "mau.pdf")
    page.presenter.export_to(tmp_path / "mau.xlsx")
    assert [kind for kind, _ in files.saved] == ["pdf", "xlsx"]
    assert "Đã kết xuất" in desktop.notices[-1].bold


def test_the_sheet_of_one_unit_is_printed_from_its_row(
    desktop: Desktop, look: Look, qtbot: QtBot, files: Files
) -> None:
    def of_row(sheet: ReportSheet, place: int) -> ReportSheet | None:
        row = sheet.rows[place]
        if row.kind is not RowKind.LINE:
            return None
        return replace(sheet, name="mau:don-vi", rows=(row,))

    desk = replace(desktop.desk, session=session_of(Role.SUPERVISOR))
    shown = ReportsPage(look, desk, (replace(REPORTS[0], of_row=of_row),), files.acts())
    qtbot.addWidget(shown)
    shown.arrive()
    shown.presenter.move_to(1, 1)
    assert shown.panel.figure.unit.isVisibleTo(shown)
    assert shown.panel.figure.unit.text() == "In phiếu của đơn vị này"
    shown.panel.figure.unit.click()
    assert len(desktop.previews) + len(desktop.tray.sheets) == 1
    shown.presenter.move_to(2, 1)
    assert not shown.panel.figure.unit.isVisibleTo(shown)
    assert not shown.presenter.print_unit()


def test_who_may_not_sees_a_sentence(
    desktop: Desktop, look: Look, qtbot: QtBot, files: Files
) -> None:
    desk = replace(desktop.desk, session=session_of(Role.RECEPTION))
    shown = ReportsPage(look, desk, REPORTS, files.acts())
    qtbot.addWidget(shown)
    shown.arrive()
    assert shown.panel._stack.currentIndex() == 1
    assert not shown.panel.pdf.isEnabled()


def test_an_empty_shelf(desktop: Desktop, look: Look, qtbot: QtBot, files: Files) -> None:
    shown = ReportsPage(look, desktop.desk, (), files.acts())
    qtbot.addWidget(shown)
    shown.arrive()
    assert shown.panel._empty._sentence.text() == "Chưa có báo cáo nào."
    shown.presenter.enter()
    assert not shown.act(Command.REPRINT)
