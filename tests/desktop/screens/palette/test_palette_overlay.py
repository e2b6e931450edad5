"""The quick line by real keys: type, arrows, Enter, Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.palette.matching import spans_of
from counter_app.desktop.presenters.palette.palette import Acts, PalettePresenter, Sources
from counter_app.desktop.presenters.palette.rows import PaletteCommand
from counter_app.desktop.screens.palette.palette import PaletteOverlay
from counter_app.desktop.theme.look import Look
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.search import ProcedureIndex
from tests.desktop.now_jobs import NowJobs
from tests.desktop.presenters.history.test_history import line

INDEX = ProcedureIndex(
    [Procedure("1.001193", "Đăng ký khai sinh"), Procedure("1.000656", "Đăng ký khai tử")]
)


class Window(QWidget):
    """A window with a field behind, and the palette wired as the shell wires it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.resize(1366, 738)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.did: list[str] = []
        lines = [line(1), line(2)]
        self.overlay = PaletteOverlay(look, self)
        self.palette_ = PalettePresenter(
            self.overlay,
            NowJobs(),
            Sources(
                lambda typed: [each for each in lines if spans_of(typed, each.applicant)],
                lambda typed: [],
                INDEX.find,
            ),
            Acts(
                lambda uid: self.did.append(f"open {uid}"),
                lambda person: self.did.append(f"receive {person.name}"),
                lambda code: self.did.append(f"choose {code}"),
            ),
        )
        self.overlay.typed.connect(self.palette_.typed)
        self.overlay.stepped.connect(self.palette_.step)
        self.overlay.selected.connect(self.palette_.select)
        self.overlay.entered.connect(self.palette_.enter)

    def call(self) -> None:
        self.overlay.open()
        self.palette_.open(
            [PaletteCommand("Khóa màn hình", "Ctrl+Shift+L", lambda: self.did.append("lock"))]
        )


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> Window:
    made = Window(look)
    qtbot.addWidget(made)
    made.show()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    made.call()
    return made


def typed_into(window: Window) -> QWidget:
    focus = window.overlay.first_focus()
    assert focus.hasFocus()
    return focus


def test_type_and_enter(window: Window) -> None:
    line_edit = typed_into(window)
    QTest.keyClicks(line_edit, "khai tu")
    QTest.keyClick(line_edit, Qt.Key.Key_Return)
    assert window.did == ["choose 1.000656"]
    assert not window.overlay.is_open
    assert window.field.hasFocus()
    assert window.field.text() == ""


def test_arrows_walk_through_all_groups(window: Window) -> None:
    line_edit = typed_into(window)
    QTest.keyClicks(line_edit, "tran")
    QTest.keyClick(line_edit, Qt.Key.Key_Down)
    QTest.keyClick(line_edit, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert window.did == ["open uid-2"]


def test_an_empty_line_runs_a_command(window: Window) -> None:
    QTest.keyClick(typed_into(window), Qt.Key.Key_Return)
    assert window.did == ["lock"]


def test_esc_closes_and_does_nothing(window: Window) -> None:
    line_edit = typed_into(window)
    QTest.keyClicks(line_edit, "khai")
    QTest.keyClick(line_edit, Qt.Key.Key_Escape)
    assert not window.overlay.is_open
    assert not window.did
    window.call()
    assert typed_into(window).text() == ""  # type: ignore[attr-defined]


def test_tab_stays_in_the_line(window: Window) -> None:
    line_edit = typed_into(window)
    QTest.keyClick(line_edit, Qt.Key.Key_Tab)
    assert line_edit.hasFocus()


def test_nothing_found_is_said_and_the_card_stays_inside(window: Window) -> None:
    line_edit = typed_into(window)
    QTest.keyClicks(line_edit, "qqq xyz")
    assert window.overlay.rect().contains(window.overlay.card.geometry())
    QTest.keyClick(line_edit, Qt.Key.Key_Return)
    assert not window.did
    assert window.overlay.is_open
