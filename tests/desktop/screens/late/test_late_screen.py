"""The page of late dossiers by real keys, over a real store: prepared, printed, recorded."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import dossier_changed
from counter_app.desktop.commands import Command
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.screens.late.late_screen import LateScreen
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.lists.cells import CELL_ROLE, Cell, IconCell, SectionCell
from counter_app.domain.acts.steps import Withdrawn
from counter_app.services.apologising.batch import Wish, prepare
from counter_app.services.apologising.recording import record_batch, waiting
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.late.standing import late_stand
from tests.desktop.conftest import Desktop
from tests.made import person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

BIRTH = "1.001193"


@pytest.fixture
def late(desktop: Desktop) -> list[str]:
    """Three dossiers, two weeks old."""
    place, session = desktop.counter.workplace, desktop.counter.session
    found = [receive(place, session, Reception(BIRTH, person())).uid for _ in range(3)]
    desktop.counter.clock.go(days=14)
    return found


@pytest.fixture
def page(desktop: Desktop, look: Look, qtbot: QtBot) -> LateScreen:
    made = LateScreen(look, desktop.desk)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.resize(1173, 657)
        made.show()
        made.activateWindow()
    return made


def column(page: LateScreen, at: int) -> list[Cell]:
    model = page._table.model()
    return [model.index(row, at).data(CELL_ROLE) for row in range(model.rowCount())]


def ticks(page: LateScreen) -> list[bool]:
    cells = column(page, 0)
    return [isinstance(cell, IconCell) for cell in cells if not isinstance(cell, SectionCell)]


def press(page: LateScreen, key: Qt.Key) -> None:
    QTest.keyClick(page._table, key)


def test_all_without_a_letter_are_ticked(page: LateScreen, late: list[str]) -> None:
    page.arrive()
    caption = column(page, 0)[0]
    assert isinstance(caption, SectionCell)
    assert caption.text == "Trễ, chưa có thư xin lỗi (chỉ tiêu 0) · 3"
    assert ticks(page) == [True] * 3
    assert page._table.hasFocus()
    press(page, Qt.Key.Key_Space)
    assert ticks(page) == [False, True, True]
    press(page, Qt.Key.Key_A)
    assert ticks(page) == [True] * 3
    press(page, Qt.Key.Key_A)
    assert ticks(page) == [False] * 3
    assert page._why.text() == "Chọn hồ sơ bằng phím cách."
    assert not page._proceed.isEnabled()


def test_prepared_printed_signed_recorded(
    page: LateScreen, late: list[str], desktop: Desktop
) -> None:
    page.arrive()
    assert Command.RECEIVE not in page.commands()
    assert page.act(Command.RECEIVE)
    assert page._reason.edit.hasFocus(), "no letter without a reason"
    assert page.escape()
    press(page, Qt.Key.Key_1)
    assert page._reason.text(), "a digit takes one of the office's reasons"
    page._own.edit.setFocus()
    QTest.keyClicks(page._own.edit, "Thieu chu ky")
    page._signer.edit.setFocus()
    QTest.keyClicks(page._signer.edit, "Nguyen Van Du")
    assert page.act(Command.RECEIVE)
    (sheet,) = desktop.tray.sheets
    with pypdfium2.PdfDocument(sheet.document.pdf) as pdf:
        assert len(pdf) == 3, "one file for the head, each letter on its own page"
    waits = waiting(desktop.counter.workplace)
    assert waits is not None
    assert waits.batch.letters[0].reason == "Thieu chu ky"
    assert waits.batch.signed_by == "Nguyen Van Du"
    assert page._proceed.text() == "Đã ký, ghi nhận"
    assert page._again.isVisible()
    assert not page._signer.isVisible()
    assert page.act(Command.REPRINT)
    assert len(desktop.tray.sheets) == 2
    assert waiting(desktop.counter.workplace) == waits, "a jam takes no number"
    assert late_stand(desktop.counter.workplace).without, "nothing is recorded before it is signed"
    heard: list[object] = []
    page.wrote.connect(heard.append)
    page.focus_rows()
    assert page.act(Command.RECEIVE)
    said = desktop.notices[-1]
    assert said.bold == "Đã ghi nhận 3 thư xin lỗi số 01/Q12 đến 03/Q12."
    assert "báo công dân" in said.rest
    assert heard == [dossier_changed(*late)]
    assert desktop.nudges
    assert ticks(page) == [False] * 3
    stand = late_stand(desktop.counter.workplace)
    assert (len(stand.late), stand.without) == (3, ())


def test_a_day_that_is_past_is_said_beside_it(page: LateScreen, late: list[str]) -> None:
    page.arrive()
    press(page, Qt.Key.Key_1)
    page._day.edit.setFocus()
    page._day.edit.selectAll()
    QTest.keyClicks(page._day.edit, "01/12/2026")
    assert page.act(Command.RECEIVE)
    assert page._why.text().startswith("Sửa ngày dự kiến của ")
    page._day.edit.selectAll()
    QTest.keyClicks(page._day.edit, "13/12/2026")
    page.focus_rows()
    assert page._why.text() == "", "a day off is only a doubt"
    assert page._proceed.isEnabled()


def test_what_was_withdrawn_meanwhile_is_left_out_with_a_reason(
    page: LateScreen, late: list[str], desktop: Desktop
) -> None:
    place, session = desktop.counter.workplace, desktop.counter.session
    page.arrive()
    press(page, Qt.Key.Key_1)
    assert page.act(Command.RECEIVE)
    record(place, session, late[1], Withdrawn("đổi ý"))
    assert page.act(Command.RECEIVE)
    said = desktop.notices[-1]
    assert (said.kind, said.bold) == (
        NoticeKind.ERROR, "Còn 1 chỗ vướng trong đợt thư xin lỗi.",
    )  # fmt: skip
    assert late_stand(place).without, "nothing half done"
    assert ticks(page) == [True, False, True]
    assert page._why.text() == "Ghi lý do bỏ thư."
    page.focus_reason()
    QTest.keyClicks(page._reason.edit, "da rut")
    page.focus_rows()
    assert page.act(Command.RECEIVE)
    assert desktop.notices[-1].bold == "Đã ghi nhận 2 thư xin lỗi số 01/Q12 đến 03/Q12."
    assert desktop.notices[-1].rest.startswith("1 thư đã bỏ.")
    assert waiting(place) is None


def test_another_counter_was_quicker_before_it_was_prepared(
    page: LateScreen, late: list[str], desktop: Desktop
) -> None:
    page.arrive()
    press(page, Qt.Key.Key_1)
    record(desktop.counter.workplace, desktop.counter.session, late[0], Withdrawn("đổi ý"))
    assert page.act(Command.RECEIVE)
    assert desktop.notices[-1].kind is NoticeKind.ERROR
    assert desktop.tray.sheets == []
    assert waiting(desktop.counter.workplace) is None
    assert len(ticks(page)) == 2, "what is gone is gone from the list, too"
    assert page.act(Command.RECEIVE)
    assert len(desktop.tray.sheets) == 1


def test_nothing_is_late(page: LateScreen, desktop: Desktop, qtbot: QtBot) -> None:
    page.arrive()
    assert page._stack.currentIndex() == 1
    assert not page._side.isVisible()
    assert not page.act(Command.REPRINT)
    assert not page.escape()


def test_enter_opens_the_dossier(page: LateScreen, late: list[str], qtbot: QtBot) -> None:
    page.arrive()
    with qtbot.waitSignal(page.opened) as opened:
        press(page, Qt.Key.Key_Return)
    assert opened.args == [late[0]]


def test_who_signed_for_an_agency_last_is_proposed(
    page: LateScreen, late: list[str], desktop: Desktop
) -> None:
    place, session = desktop.counter.workplace, desktop.counter.session
    page.arrive()
    assert page._signer.text() == ""
    first = late_stand(place).without[0]
    wish = Wish(late[0], "Chờ xác minh", first.expected, first.line.due_at, 0)
    batch = prepare(place, session, [wish], "Nguyễn Văn Dụ")
    record_batch(place, session, batch.id)
    page.arrive()
    assert page._signer.text() == "Nguyễn Văn Dụ"
    press(page, Qt.Key.Key_1)
    assert page.act(Command.RECEIVE), "as proposed, nothing was typed"
    waits = waiting(place)
    assert waits is not None
    assert waits.batch.signed_by == "Nguyễn Văn Dụ"
    assert page.act(Command.RECEIVE)
    page._signer.edit.clear()
    page._signer.changed.emit("")
    assert page._signer.text() == "", "taken away, it stays away"
