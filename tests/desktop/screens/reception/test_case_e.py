"""Case E of the key table: somebody without a card, everything typed, by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.shell.reception import Reception
from counter_app.desktop.theme.look import Look
from counter_app.domain.people.address import Unit
from counter_app.domain.text import fold
from counter_app.services.counter.reference import unit_table
from counter_app.services.dossiers.usage import pin
from tests.desktop.conftest import Desktop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def communes(typed: str, limit: int) -> tuple[Unit, ...]:
    wanted = fold(typed).split()
    found = (
        unit for unit in unit_table().units.values() if all(w in fold(str(unit)) for w in wanted)
    )
    return tuple(unit for unit, _ in zip(found, range(limit), strict=False)) if wanted else ()


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    found = Look()
    found.apply(qapp)
    return found


class Hands:
    """Types into whatever has the keys, and counts."""

    def __init__(self, page: Reception) -> None:
        self.page = page
        self.keys = 0

    def type(self, text: str) -> None:
        for char in text:
            focused = self.page.window().focusWidget()
            assert focused is not None
            QTest.keyClick(focused, char)
            self.keys += 1

    def enter(self) -> None:
        focused = self.page.window().focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        self.keys += 1

    def command(self, command: Command, keys: int = 1) -> None:
        assert self.page.act(command)
        self.keys += keys


def test_everything_typed_within_sixty_five_keys(
    qtbot: QtBot, look: Look, desktop: Desktop
) -> None:
    nothing = [].append
    officer = desktop.desk.session.officer.id
    pin(desktop.desk.workplace, officer, "1.001193")
    doors = ReceptionDoors("", "2 liên A5 trên một tờ A4", communes, nothing, nothing, nothing)
    page = Reception(look, desktop.desk, doors)
    qtbot.addWidget(page)
    page.resize(1173, 658)
    page.show()
    page.activateWindow()
    page.arrive()
    hands = Hands(page)
    hands.type("001199000456")
    hands.enter()
    hands.type("tran thi mau x")
    hands.enter()
    hands.type("15/3")
    hands.enter()
    hands.type("hoan kiem")
    hands.enter()
    hands.type("12 lo")
    hands.enter()
    hands.type("0912345678")
    hands.enter()
    hands.command(Command.FAVOURITE_1, keys=2)
    hands.enter()  # the first case
    hands.enter()  # all papers are there
    hands.command(Command.RECEIVE)
    assert len(desktop.received) == 1
    applicant = desktop.received[0].received.applicant
    assert applicant.name == "Tran Thi Mau X"
    assert "Hoàn Kiếm" in applicant.address.unit_name
    assert applicant.phone == "0912345678"
    print(f"case E, typed wholly: {hands.keys} keys (goal 65)")
    assert hands.keys <= 65
