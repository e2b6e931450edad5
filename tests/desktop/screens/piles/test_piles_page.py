"""The page of piles by real keys and scans."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.scanning.meaning import CodeScan
from counter_app.desktop.screens.piles.piles_page import PilesPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import VIETNAM
from counter_app.services.dossiers.piles import PileList
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.receipt_paper import Document
from tests.desktop.conftest import Desktop
from tests.made import person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
AT = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)


@pytest.fixture
def page(desktop: Desktop, look: Look, qtbot: QtBot) -> PilesPage:
    def make_list(done: PileList) -> Document:
        return Document("hand_over", "TT03-2025", done.number.encode(), copies=2)

    made = PilesPage(look, desktop.desk, make_list)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.resize(1173, 657)
        made.show()
        made.activateWindow()
    made.arrive()
    return made


def _scan(page: PilesPage, desktop: Desktop) -> str:
    place = desktop.counter
    code = receive(place.workplace, place.session, Reception("1.001193", person())).shown_code
    assert page.scanned(CodeScan(code, code, AT))
    return code


def test_scan_scan_f9(page: PilesPage, desktop: Desktop) -> None:
    codes = [_scan(page, desktop), _scan(page, desktop)]
    assert page._table.isVisible()
    assert page._proceed.isEnabled()
    assert page.act(Command.RECEIVE)
    assert len(desktop.tray.sheets) == 1
    assert not page._table.isVisible(), "the desk is clear for the next pile"
    with desktop.counter.workplace.store.reading() as tx:
        assert all(tx.dossiers.by_code(code).unit for code in codes)  # type: ignore[union-attr]
    assert page.act(Command.REPRINT)
    assert len(desktop.tray.sheets) == 2


def test_delete_takes_a_row_out(page: PilesPage, desktop: Desktop) -> None:
    _scan(page, desktop)
    _scan(page, desktop)
    page.focus_rows()
    QTest.keyClick(page._table, Qt.Key.Key_Delete)
    assert page._table.model().rowCount() == 1


def test_the_unit_by_keys(page: PilesPage, desktop: Desktop) -> None:
    _scan(page, desktop)
    page.focus_unit()
    QTest.keyClicks(page._unit.edit, "phong")
    assert page._units.isVisible()
    QTest.keyClick(page._unit.edit, Qt.Key.Key_Down)
    QTest.keyClick(page._unit.edit, Qt.Key.Key_Return)
    assert not page._units.isVisible()
    assert page._table.hasFocus(), "the keys are back in the pile"
    assert page._unit.text() != "phong"


def test_escape_leaves_the_units_line_and_keeps_the_pile(page: PilesPage, desktop: Desktop) -> None:
    _scan(page, desktop)
    page.focus_unit()
    assert page.escape()
    assert not page.escape()
    assert page._table.model().rowCount() == 1


def test_results_are_typed_beside_their_row(page: PilesPage, desktop: Desktop) -> None:
    page._chips[list(page._chips)[2]].click()
    code = _scan(page, desktop)
    assert page._result.isVisible()
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    assert page._number.edit.hasFocus()
    QTest.keyClicks(page._number.edit, "118/2026")
    assert page.act(Command.RECEIVE), "what stands in the line counts, also before it is left"
    with desktop.counter.workplace.store.reading() as tx:
        dossier = tx.dossiers.by_code(code)
    assert dossier is not None
    assert dossier.results[0].number == "118/2026"
