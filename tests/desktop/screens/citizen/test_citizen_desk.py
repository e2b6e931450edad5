"""F12, lock, return and rating: the citizen's side of a sitting, with real windows and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed
from counter_app.desktop.scanning.meaning import CardScan, CodeScan
from counter_app.desktop.screens.citizen import citizen_desk
from counter_app.desktop.screens.citizen.big_button import BigButton
from counter_app.desktop.screens.citizen.citizen_desk import CitizenDesk
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.steps import Rated
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.people.citizen_card import CardReading
from counter_app.services.dossiers.detail import detail
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.citizen.following import returned
from tests.made import NOON


class Sitting:
    """An officer's window with a field, and the citizen's side of it."""

    def __init__(self, qtbot: QtBot, look: Look, desktop: Desktop) -> None:
        self.desktop = desktop
        self.window = QStackedWidget()
        self.office = QWidget()
        self.lock = QWidget()
        self.field = QLineEdit()
        column = QVBoxLayout(self.office)
        column.addWidget(self.field)
        self.window.addWidget(self.office)
        self.window.addWidget(self.lock)
        self.window.resize(700, 500)
        qtbot.addWidget(self.window)
        self.citizen = CitizenDesk(look, desktop.desk, self.office)
        self.changes: list[Changed] = []
        self.citizen.wrote.connect(self.changes.append)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.field.setFocus()
        self.dossier = returned(desktop.desk)

    @property
    def ratings(self) -> list[tuple[tuple[int, ...], str]]:
        told = detail(self.desktop.desk.workplace, self.dossier.uid).told
        bodies = [each.body for each in told if isinstance(each.body, Rated)]
        return [(each.scores, each.way) for each in bodies]

    def titles(self) -> str:
        """Return every word that stands on the citizen screen."""
        window = self.citizen.window
        assert window is not None
        words = [child.property("text") or "" for child in window.findChildren(QWidget)
                 if child.isVisible()]  # fmt: skip
        return " ".join(words)

    def touch(self, key: str) -> None:
        """Touch an answer."""
        window = self.citizen.window
        assert window is not None
        (button,) = (
            each
            for each in window.findChildren(BigButton)
            if each.isVisible() and each.choice.key == key
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        """Press a key where the keys are."""
        sheet = self.citizen.sheet
        assert sheet is not None
        QTest.keyClick(sheet, key)

    @property
    def asks_officer(self) -> bool:
        return self.citizen.sheet is not None and self.citizen.sheet.is_open


Make = Callable[..., Sitting]


@pytest.fixture
def sit(qtbot: QtBot, look: Look, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Make:
    made: list[Sitting] = []

    def make(*, touch: bool = False) -> Sitting:
        monkeypatch.setattr(citizen_desk, "_is_touched", lambda: touch)
        made.append(Sitting(qtbot, look, desktop))
        return made[-1]

    return make


def code_scan(dossier: Dossier) -> CodeScan:
    return CodeScan(dossier.shown_code, dossier.shown_code, NOON)


def test_f12_opens_and_puts_away(sit: Make) -> None:
    sitting = sit()
    assert sitting.citizen.window is None  # nothing is made before it is asked for
    sitting.citizen.toggle()
    window = sitting.citizen.window
    assert window is not None
    assert window.isVisible()
    assert "Kính chào" in sitting.titles()
    sitting.citizen.toggle()
    assert not window.isVisible()
    sitting.citizen.toggle()
    assert sitting.citizen.window is window
    assert window.isVisible()


def test_its_close_button_is_f12(sit: Make) -> None:
    sitting = sit()
    sitting.citizen.toggle()
    assert sitting.citizen.window is not None
    sitting.citizen.window.close()
    sitting.citizen.toggle()
    assert sitting.citizen.window.isVisible()


def test_the_officers_field_keeps_the_keys(qtbot: QtBot, sit: Make) -> None:
    sitting = sit(touch=True)
    sitting.citizen.toggle()
    sitting.citizen.returned(sitting.dossier)
    sitting.touch("2")
    qtbot.waitUntil(sitting.field.hasFocus)
    QTest.keyClicks(sitting.field, "abc")
    assert sitting.field.text() == "abc"


def test_behind_a_lock_the_counter_is_away(sit: Make) -> None:
    sitting = sit()
    sitting.citizen.toggle()
    sitting.citizen.received(sitting.dossier)
    sitting.window.setCurrentWidget(sitting.lock)
    assert "Quầy tạm ngừng" in sitting.titles()
    sitting.window.setCurrentWidget(sitting.office)
    assert "Kính chào" in sitting.titles()


def test_with_a_touch_screen_the_citizen_answers(sit: Make) -> None:
    sitting = sit(touch=True)
    sitting.citizen.toggle()
    sitting.citizen.returned(sitting.dossier)
    assert not sitting.asks_officer
    sitting.touch("2")
    sitting.touch("1")
    sitting.touch("finish")
    assert sitting.ratings == [((2,), "screen")]
    assert "Cảm ơn ông/bà đã đánh giá" in sitting.titles()
    assert [each.touches(sitting.dossier.uid) for each in sitting.changes] == [True]


def test_without_one_the_officer_types_what_was_said(sit: Make) -> None:
    sitting = sit()
    sitting.citizen.toggle()
    sitting.citizen.returned(sitting.dossier)
    assert sitting.asks_officer
    assert "Xin nói câu trả lời với cán bộ." in sitting.titles()
    sitting.key(Qt.Key.Key_1)
    assert sitting.ratings == []
    sitting.key(Qt.Key.Key_2)  # a reason now
    sitting.key(Qt.Key.Key_Return)
    assert sitting.ratings == [((1,), "told")]
    assert not sitting.asks_officer


def test_with_the_screen_away_nobody_is_asked(sit: Make) -> None:
    sitting = sit()
    sitting.citizen.returned(sitting.dossier)
    assert not sitting.asks_officer
    sitting.citizen.rate(sitting.dossier)  # unless the officer wants to
    assert sitting.asks_officer


def test_escape_and_the_keys_of_the_window_end_it(sit: Make) -> None:
    sitting = sit()
    sitting.citizen.rate(sitting.dossier)
    sitting.key(Qt.Key.Key_1)
    sitting.key(Qt.Key.Key_Escape)
    assert not sitting.asks_officer
    sitting.citizen.rate(sitting.dossier)
    sitting.key(Qt.Key.Key_F2)
    assert not sitting.asks_officer
    assert sitting.ratings == []


def test_the_next_scan_ends_it_and_goes_on_its_way(sit: Make) -> None:
    sitting = sit()
    sitting.citizen.toggle()
    sitting.citizen.returned(sitting.dossier)
    card = CardScan(CardReading("001084000124", "Lê Văn Thử"), NOON)
    assert not sitting.citizen.scanned(card)
    assert not sitting.asks_officer
    assert not sitting.citizen.scanned(code_scan(sitting.dossier))


def test_slips_are_scanned_one_after_the_other(sit: Make) -> None:
    sitting = sit()
    sitting.citizen.enter_slips()
    assert sitting.asks_officer
    assert sitting.citizen.scanned(code_scan(sitting.dossier))
    sitting.key(Qt.Key.Key_0)
    sitting.key(Qt.Key.Key_Left)
    for _ in range(8):
        sitting.key(Qt.Key.Key_2)
    sitting.key(Qt.Key.Key_Space)
    sitting.key(Qt.Key.Key_Enter)
    assert sitting.ratings == [((2,) * 8 + (-1,), "paper")]
    assert sitting.asks_officer  # for the next slip
    sitting.key(Qt.Key.Key_Escape)
    assert not sitting.citizen.scanned(code_scan(sitting.dossier))


def test_a_resting_finger_answers_one_question(qtbot: QtBot, sit: Make) -> None:
    sitting = sit()
    sitting.citizen.rate(sitting.dossier)
    sheet = sitting.citizen.sheet
    assert sheet is not None
    QTest.keyPress(sheet, Qt.Key.Key_Return)
    assert sitting.ratings == []
    assert sitting.asks_officer


def test_an_immediate_result_asks_only_where_it_can_be_touched(sit: Make) -> None:
    sitting = sit()
    sitting.citizen.toggle()
    sitting.citizen.received(sitting.dossier)
    assert not sitting.asks_officer
    assert "Đã trả kết quả" in sitting.titles()


def test_an_immediate_result_is_rated_by_touch(sit: Make) -> None:
    sitting = sit(touch=True)
    sitting.citizen.toggle()
    sitting.citizen.received(sitting.dossier)
    sitting.touch("1")
    sitting.citizen.toggle()
    sitting.window.setCurrentWidget(sitting.lock)  # what was touched is kept
    assert sitting.ratings == [((1,), "screen")]


def test_the_screen_ends_with_the_office(qtbot: QtBot, sit: Make) -> None:
    sitting = sit()
    sitting.citizen.toggle()
    window = sitting.citizen.window
    assert window is not None
    with qtbot.waitSignal(window.destroyed):
        sitting.window.removeWidget(sitting.office)
        sitting.office.deleteLater()
