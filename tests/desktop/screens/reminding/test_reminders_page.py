"""The page of reminders, and the quiet line of the reception, over a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import dossier_changed
from counter_app.desktop.commands import Command
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.reminding.reminder_counts import ReminderCounts
from counter_app.desktop.screens.reminding.reminder_lines import ReminderLines
from counter_app.desktop.screens.reminding.reminders_page import RemindersPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import CELL_ROLE, SectionCell
from counter_app.domain.acts.steps import Withdrawn
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.sheets.reminders import make_reminder_list
from tests.desktop.conftest import Desktop
from tests.made import person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

BIRTH = "1.001193"


def receive_some(desktop: Desktop, count: int = 2) -> list[str]:
    """Receive dossiers; two weeks later all of them are late."""
    place, session = desktop.counter.workplace, desktop.counter.session
    return [receive(place, session, Reception(BIRTH, person())).uid for _ in range(count)]


@pytest.fixture
def late(desktop: Desktop) -> list[str]:
    uids = receive_some(desktop)
    desktop.counter.clock.go(days=14)
    return uids


@pytest.fixture
def page(desktop: Desktop, look: Look, qtbot: QtBot) -> RemindersPage:
    desk = desktop.desk
    made = RemindersPage(
        look,
        desk,
        lambda found: make_reminder_list(desk.workplace, desk.session, found, desk.fonts),
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.resize(1173, 657)
        made.show()
        made.activateWindow()
    return made


def test_groups_with_their_counts(page: RemindersPage, late: list[str], desktop: Desktop) -> None:
    desktop.counter.grant(day=desktop.counter.clock.at.date(), first=11, last=20)
    receive_some(desktop, 1)
    page.arrive()
    model = page._table.model()
    cells = [model.index(row, 0).data(CELL_ROLE) for row in range(model.rowCount())]
    captions = [cell.text for cell in cells if isinstance(cell, SectionCell)]
    assert captions[0] == "Quá hạn · 2"
    assert page._summary.text().startswith("2 quá hạn")
    assert page._table.current_row() == 1, "a caption is never chosen"
    assert page._table.hasFocus()


def test_enter_opens_and_down_goes_on(page: RemindersPage, late: list[str], qtbot: QtBot) -> None:
    page.arrive()
    opened = []
    page.opened.connect(opened.append)
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    QTest.keyClick(page._table, Qt.Key.Key_Down)
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    assert sorted(opened) == sorted(late)


def test_f10_prints_the_list(page: RemindersPage, late: list[str], desktop: Desktop) -> None:
    page.arrive()
    assert Command.REPRINT in page.commands()
    assert page.act(Command.REPRINT)
    (sheet,) = desktop.tray.sheets
    assert sheet.document.form == "reminder_list"
    assert desktop.notices[-1].bold == "Đã in Danh sách nhắc việc."
    desktop.tray.mute()
    assert page.act(Command.REPRINT)
    said = desktop.notices[-1]
    assert (said.bold, said.kind) == ("Chưa xác nhận in Danh sách nhắc việc.", NoticeKind.WARN)
    assert said.rest == "Chưa có giấy thì in lại.", "it is in no list of unconfirmed papers"


def test_nothing_to_remind(page: RemindersPage, desktop: Desktop) -> None:
    page.arrive()
    assert page._stack.currentIndex() == 1
    assert not page.act(Command.REPRINT)
    assert Command.REPRINT not in page.commands()
    assert not page.presenter.open()
    assert not page.escape()


def test_the_chosen_row_stays_when_another_goes(
    page: RemindersPage, late: list[str], desktop: Desktop
) -> None:
    page.arrive()
    QTest.keyClick(page._table, Qt.Key.Key_Down)
    place, session = desktop.counter.workplace, desktop.counter.session
    chosen = page.presenter._at(page._table.current_row())
    assert chosen is not None
    (other,) = set(late) - {chosen.line.uid}
    record(place, session, other, Withdrawn("đổi ý"))
    page.hear(dossier_changed(other))
    assert page.presenter._at(page._table.current_row()) is not None
    assert page.presenter._at(page._table.current_row()).line == chosen.line  # type: ignore[union-attr]


def test_the_quiet_line(desktop: Desktop, late: list[str], look: Look, qtbot: QtBot) -> None:
    lines = ReminderLines(look, lambda view: ReminderCounts(desktop.desk, view))
    qtbot.addWidget(lines)
    assert lines.isHidden()
    lines.refresh()
    assert not lines.isHidden()
    facts = lines._facts._facts
    assert [(fact.text, fact.tone) for fact in facts] == [("2 quá hạn", Tone.LATE)]
    with qtbot.waitSignal(lines.opened):
        lines._link.click()
