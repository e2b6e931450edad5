"""The officer's sheet of a rating: digits and clicks answer, nothing else is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.rating.rating_state import RatingRow, RatingState
from counter_app.desktop.screens.rating.rating_overlay import RatingOverlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.cards.warn_box import WarnBox
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow

GRADES = RatingState(
    title="Đánh giá của công dân",
    dossier="H26.15-250630-0117 · Đăng ký khai sinh",
    way="Cách ghi: công dân nói, cán bộ ghi",
    question="Ông/bà có hài lòng không?",
    rows=(RatingRow("2", "Rất hài lòng"), RatingRow("1", "Hài lòng"), RatingRow("0", "Không")),
    hints=(Hint("Esc", "thôi"),),
)
REASONS = replace(
    GRADES, rows=(RatingRow("1", "Thời gian", chosen=True), RatingRow("2", "Thái độ")), several=True
)


class Sheet:
    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.page = QWidget()
        self.page.resize(900, 600)
        qtbot.addWidget(self.page)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.sheet = RatingOverlay(look, self.page)
        self.picked: list[str] = []
        self.entered = self.back = 0
        self.sheet.picked.connect(self.picked.append)
        self.sheet.entered.connect(self._enter)
        self.sheet.stepped_back.connect(self._back)
        self.sheet.present(GRADES)
        self.sheet.open()

    def _enter(self) -> None:
        self.entered += 1

    def _back(self) -> None:
        self.back += 1


@pytest.fixture
def made(qtbot: QtBot, look: Look) -> Sheet:
    return Sheet(qtbot, look)


@pytest.mark.parametrize("key", ["0", "1", "2"])
def test_a_digit_of_the_scale_answers(made: Sheet, key: str) -> None:
    QTest.keyClick(made.sheet, ord(key))
    assert made.picked == [key]


@pytest.mark.parametrize("key", ["3", "9", "a"])
def test_other_keys_answer_nothing(made: Sheet, key: str) -> None:
    QTest.keyClick(made.sheet, ord(key.upper()))
    assert made.picked == []
    assert made.sheet.is_open


def test_enter_and_back_are_told(made: Sheet) -> None:
    QTest.keyClick(made.sheet, Qt.Key.Key_Return)
    QTest.keyClick(made.sheet, Qt.Key.Key_Left)
    QTest.keyClick(made.sheet, Qt.Key.Key_Backspace)
    assert (made.entered, made.back) == (1, 2)


def test_a_click_answers_and_shows_what_the_presenter_says(made: Sheet) -> None:
    row = made.sheet.findChildren(ChoiceRow)[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert made.picked == ["1"]
    assert not row.isChecked()


def test_reasons_may_be_several(made: Sheet) -> None:
    made.sheet.present(REASONS)
    rows = [row for row in made.sheet.findChildren(CheckRow) if row.isVisible()]
    assert [row.isChecked() for row in rows] == [True, False]
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert made.picked == ["2"]
    assert [row.isChecked() for row in rows] == [True, False]


def test_what_stands_against_it_is_said(made: Sheet) -> None:
    box = made.sheet.findChild(WarnBox)
    assert box is not None
    assert not box.isVisible()
    made.sheet.present(replace(GRADES, error="Đã được đánh giá."))
    assert box.isVisible()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_it_makes_way(made: Sheet, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(made.sheet, key, modifier)
    assert not made.sheet.is_open
    assert made.picked == []
