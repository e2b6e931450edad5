"""The page of the print settings under real keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.print_settings.print_settings import (
    PrintSettings,
    SettingsActs,
)
from counter_app.desktop.screens.print_settings.print_settings_page import PrintSettingsPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.services.printing.print_setup import Found, FoundPrinter
from counter_app.services.printing.profiles import FORMS, PaperChoice, PrintProfile
from counter_app.services.printing.receipt_paper import RECEIPT, RESULT_SLIP, Document
from tests.desktop.now_jobs import NowJobs
from tests.desktop.paper_tray import PaperTray

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

FOUND = Found(
    (FoundPrinter("HP_107a", ("auto", "manual")), FoundPrinter("Kho")),
    "HP_107a",
    {form: PrintProfile() for form in FORMS},
)


class Scene:
    """The page with its acts in hand."""

    def __init__(self, look: Look) -> None:
        self.kept: list[tuple[str, PrintProfile]] = []
        self.tray = PaperTray()
        self.asked = 0
        acts = SettingsActs(
            self._found,
            lambda form, profile: self.kept.append((form, profile)),
            lambda form, layout, printer: Document(form, "", b"%PDF", 1),
            self.tray,
            lambda: None,
            lambda notice: None,
        )
        self.page = PrintSettingsPage(look, lambda view: PrintSettings(view, NowJobs(), acts))

    def _found(self) -> Found:
        self.asked += 1
        return FOUND

    def row(self, words: str) -> ChoiceRow:
        return next(row for row in self.page.findChildren(ChoiceRow) if row.text() == words)

    def field(self, words: str) -> Field:
        return next(f for f in self.page.findChildren(Field) if f.label.text() == words)

    def test_button(self) -> QuietButton:
        return next(b for b in self.page.findChildren(QuietButton) if b.text() == "In thử")

    def action(self, words: str) -> QAction:
        actions = [each for menu in self.page.findChildren(QMenu) for each in menu.actions()]
        return next(each for each in actions if each.text() == words)


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(Look())
    qtbot.addWidget(made.page)
    made.page.resize(1174, 640)
    with qtbot.waitExposed(made.page):
        made.page.show()
    made.page.arrive()
    return made


def test_choices_are_clicked(scene: Scene) -> None:
    scene.row("Giấy biên nhận trả kết quả").click()
    scene.row("Hai tờ A5").click()
    scene.row("Xem trước rồi in").click()
    assert scene.kept[-1] == (RESULT_SLIP, PrintProfile(paper=PaperChoice.A5, silent=False))
    assert scene.row("Giấy biên nhận trả kết quả").isChecked(), "groups don't exclude each other"
    assert scene.row("Hai tờ A5").isChecked()


def test_printer_and_tray_are_taken_from_menus(scene: Scene) -> None:
    scene.action("manual").trigger()
    assert scene.kept[-1] == (RECEIPT, PrintProfile(tray="manual"))
    scene.action("Kho").trigger()
    assert scene.kept[-1] == (RECEIPT, PrintProfile(printer="Kho"))
    scene.action("Không in, lưu thành tệp PDF").trigger()
    assert scene.kept[-1][1].to_file


def test_lengths_are_typed_and_left(scene: Scene) -> None:
    right = scene.field("Sang phải (mm)")
    right.edit.setFocus()
    right.edit.selectAll()
    QTest.keyClicks(right.edit, "1,5")
    assert not scene.kept, "nothing is kept while it is typed"
    QTest.keyClick(right.edit, Qt.Key.Key_Tab)
    assert scene.kept[-1] == (RECEIPT, PrintProfile(right=15))
    right.edit.setFocus()
    right.edit.selectAll()
    QTest.keyClicks(right.edit, "xa")
    QTest.keyClick(right.edit, Qt.Key.Key_Return)
    assert right.text() == "xa"
    assert "Từ -10 đến 10" in right.edit.accessibleDescription()
    button = scene.test_button()
    assert not button.isEnabled()
    assert button.toolTip() == "Còn ô nhập chưa đúng."


def test_the_test_page_is_printed_by_the_profile(scene: Scene) -> None:
    button = scene.test_button()
    button.click()
    assert scene.tray.sheets[0].document.form == RECEIPT


def test_it_is_a_page(scene: Scene) -> None:
    page = scene.page
    assert page.title() == "Thiết lập in"
    assert page.act(Command.REFRESH)
    assert scene.asked == 2
    assert not page.act(Command.UNDO)
    assert not page.escape()
    assert set(page.commands()) == {Command.REFRESH}
    assert page.focusWidget().accessibleName() == "Máy in: Máy in mặc định (HP_107a)"
