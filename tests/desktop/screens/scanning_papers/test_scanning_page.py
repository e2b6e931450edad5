"""The page for scanning papers by real keys, clicks and drops."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.screens.scanning_papers.scanning_page import (
    ScanningPage,
    make_scanning_page,
)
from counter_app.desktop.screens.scanning_papers.sheets import RemovalSheet, UnsavedSheet
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.scanning import PaperDoors, SealedFiles, files_of
from tests.desktop.conftest import Desktop
from tests.desktop.paper_feeder import PaperFeeder, sheet
from tests.made import person
from tests.papers.scanned.brought import pdf

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
pytestmark = [
    pytest.mark.real_time,
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # offscreen has no window manager
]


@pytest.fixture
def feeder() -> PaperFeeder:
    return PaperFeeder([sheet(1), sheet(2), sheet(3)])


@pytest.fixture
def files(desktop: Desktop) -> SealedFiles:
    return SealedFiles.beside(desktop.counter.workplace.store.path, bytes(32))


@pytest.fixture
def dossier(desktop: Desktop) -> Dossier:
    counter = desktop.counter
    names = ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Giấy chứng nhận kết hôn")
    papers = tuple(ReceivedPaper(name, originals=1) for name in names)
    plan = Reception("1.001193", person(), papers=papers)
    return receive(counter.workplace, counter.session, plan)


@pytest.fixture
def left() -> list[bool]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot,
    look: Look,
    desktop: Desktop,
    files: SealedFiles,
    feeder: PaperFeeder,
    dossier: Dossier,
    left: list[bool],
) -> Iterator[ScanningPage]:
    doors = PaperDoors(files, feeder)
    shown = make_scanning_page(look, desktop.desk, doors, lambda: left.append(True))
    qtbot.addWidget(shown)
    shown.resize(1174, 658)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.open(dossier.uid)
    shown.arrive()
    yield shown
    shown.close()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifier)


def turns(page: ScanningPage) -> list[int]:
    return [each.page.turn for each in page.presenter.hand.tray.pages]


def dropped(files: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def drag(target: QWidget, at: QPoint, data: QMimeData) -> tuple[bool, bool]:
    """Drag and drop by the events that a system sends; return what was accepted."""
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, action, data, button, none)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDragMoveEvent(at, action, data, button, none))
    drop = QDropEvent(QPointF(at), action, data, button, none, QEvent.Type.Drop)
    QApplication.sendEvent(target, drop)
    return enter.isAccepted(), drop.isAccepted()


def test_enter_scans_enter_keeps_and_goes_on(
    page: ScanningPage, desktop: Desktop, files: SealedFiles, dossier: Dossier
) -> None:
    told: list[Changed] = []
    page.wrote.connect(told.append)
    press(Key.Key_Return)
    assert len(page.presenter.hand.tray.pages) == 3
    press(Key.Key_Return)
    (kept,) = files_of(desktop.desk.workplace, files, dossier.uid)
    assert kept.file.pages == 3
    assert told[-1].dossiers == {dossier.uid}
    assert page.presenter.hand.row == 1


def test_digits_and_arrows_choose_the_paper(page: ScanningPage) -> None:
    press(Key.Key_3)
    assert page.presenter.hand.row == 2
    press(Key.Key_Up)
    assert page.presenter.hand.row == 1
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert page.presenter.hand.row == 3
    assert page._parts.rows.current() == 3


def test_pages_by_keys_alone(page: ScanningPage) -> None:
    press(Key.Key_Return)
    press(Key.Key_Left)
    assert page.presenter.hand.tray.chosen == 1
    press(Key.Key_Right, CTRL)
    assert turns(page) == [0, 1, 0]
    press(Key.Key_Left, CTRL_SHIFT)
    assert turns(page) == [1, 0, 0]
    press(Key.Key_Left, CTRL)
    press(Key.Key_Left, CTRL)
    assert turns(page) == [3, 0, 0]
    press(Key.Key_Right, CTRL_SHIFT)
    assert turns(page) == [0, 3, 0]
    press(Key.Key_Delete)
    assert turns(page) == [0, 0]


def test_no_bare_letter_does_anything(page: ScanningPage) -> None:
    press(Key.Key_Return)
    before = page.presenter.hand.tray.pages[:]
    for key in range(Key.Key_A, Key.Key_Z + 1):
        press(Qt.Key(key))
    assert page.presenter.hand.tray.pages == before


def test_the_window_s_keys(page: ScanningPage, feeder: PaperFeeder) -> None:
    assert page.act(Command.PAPERS)
    assert len(page.presenter.hand.tray.pages) == 3
    assert page.act(Command.BIGGER)
    assert page.escape()  # the whole page again
    assert page.act(Command.RECEIVE)
    press(Key.Key_1)
    assert page.act(Command.PREVIEW)
    assert page.presenter.hand.viewed is not None
    assert page.escape()
    assert page.act(Command.REFRESH)
    assert not page.act(Command.BIGGER)  # the text's size, where there is no page
    assert not page.act(Command.NEW)
    assert set(page.commands()) >= {Command.PAPERS, Command.RECEIVE, Command.PREVIEW}


def test_files_are_dropped_onto_a_paper(page: ScanningPage, tmp_path: Path) -> None:
    file = tmp_path / "giấy.pdf"
    file.write_bytes(pdf(2))
    rows = page._parts.rows
    at = rows.visualRect(rows.model().index(2, 0)).center()
    assert drag(rows.viewport(), at, dropped([file])) == (True, True)
    assert page.presenter.hand.row == 2
    assert len(page.presenter.hand.tray.pages) == 2


def test_files_are_dropped_anywhere_else_onto_the_shown_paper(
    page: ScanningPage, tmp_path: Path
) -> None:
    press(Key.Key_2)
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(1))
    assert drag(page, QPoint(900, 300), dropped([file])) == (True, True)
    assert page.presenter.hand.row == 1
    assert len(page.presenter.hand.tray.pages) == 1


def test_what_is_no_file_is_not_taken(page: ScanningPage, tmp_path: Path) -> None:
    text, web = QMimeData(), QMimeData()
    text.setText("Tờ khai")
    web.setUrls([QUrl("https://example.invalid/a.pdf")])
    rows = page._parts.rows
    for data in (text, web, dropped([tmp_path])):
        assert drag(rows.viewport(), QPoint(20, 20), data) == (False, False)
        assert drag(page, QPoint(900, 300), data)[0] is False
    assert page.presenter.hand.unsaved == {}


def test_files_are_chosen_in_a_dialog(page: ScanningPage, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(1))
    press(Key.Key_O, CTRL)
    (dialog,) = page.findChildren(QFileDialog)
    assert "*.tiff" in dialog.nameFilters()[0]
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    assert len(page.presenter.hand.tray.pages) == 1


def test_a_kept_file_goes_with_a_reason(
    page: ScanningPage, desktop: Desktop, files: SealedFiles, dossier: Dossier
) -> None:
    press(Key.Key_Return)
    press(Key.Key_Return)
    press(Key.Key_1)
    press(Key.Key_Delete)
    (dialog,) = page.findChildren(RemovalSheet)
    QTest.keyClick(dialog, Key.Key_Return)
    assert dialog.isVisible(), "it wants a reason"
    (reason,) = dialog.findChildren(QLineEdit)
    QTest.keyClicks(reason, "Quet nham")
    QTest.keyClick(reason, Key.Key_Return)
    assert files_of(desktop.desk.workplace, files, dossier.uid) == ()


def test_leaving_with_pages_asks(page: ScanningPage, left: list[bool], files: SealedFiles) -> None:
    press(Key.Key_Return)
    page._parts.back.click()
    (dialog,) = page.findChildren(UnsavedSheet)
    QTest.keyClick(dialog, Key.Key_Escape)
    assert left == []
    assert page.escape()
    dialog = next(each for each in page.findChildren(UnsavedSheet) if each.isVisible())
    QTest.keyClick(dialog, Key.Key_Return)
    assert left == [True]
    assert len(files.names()) == 1


def test_back_leaves_at_once_when_nothing_waits(page: ScanningPage, left: list[bool]) -> None:
    page._parts.back.click()
    assert left == [True]


def test_the_scanner_is_chosen_from_menus(page: ScanningPage) -> None:
    feeds = page._parts.feeds
    assert feeds.text() == "Mặt kính"
    menu = feeds._words
    menu.actions()[1].trigger()
    assert feeds.text() == "Khay nạp"
    assert feeds.accessibleName() == "Lấy giấy từ: Khay nạp"


def test_everything_has_a_name(page: ScanningPage) -> None:
    press(Key.Key_Return)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_while_it_scans_the_page_looks_after_it(
    qtbot: QtBot, page: ScanningPage, desktop: Desktop, feeder: PaperFeeder
) -> None:
    desktop.jobs.hold()
    press(Key.Key_Return)
    desktop.jobs.release(1)
    feeder.share = 0.8
    qtbot.waitUntil(lambda: page._parts.meter._share == 0.8, timeout=3000)
    assert page._pulse.isActive()
    press(Key.Key_Return)  # does nothing meanwhile
    assert page.escape()
    desktop.jobs.release()
    assert not page._pulse.isActive()
    assert page._parts.proceed.hasFocus()
