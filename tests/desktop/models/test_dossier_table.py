"""The table model: pages, cells made when shown, a long list that stays quick."""

from __future__ import annotations

import dataclasses
import time

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from counter_app.desktop.models.dossier_table import DossierTable
from counter_app.desktop.widgets.lists.cells import CELL_ROLE, Cell, CodeCell, Column, TextCell
from counter_app.domain.dossiers.dossier_line import DossierLine
from tests.gallery.scenes_dossiers import LINES

pytestmark = pytest.mark.real_time

COLUMNS = (Column("Mã hồ sơ", 190), Column("Chủ hồ sơ", 0))


class Asked:
    """Counts what the model asks for."""

    def __init__(self) -> None:
        self.more = 0
        self.cells = 0

    def ask_more(self) -> None:
        self.more += 1

    def cells_of(self, line: DossierLine) -> tuple[Cell, ...]:
        self.cells += 1
        return CodeCell(line.code), TextCell(line.applicant)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def model(asked: Asked, qapp: object) -> DossierTable:
    return DossierTable(asked.cells_of, asked.ask_more, COLUMNS)


def test_rows_become_cells_when_shown(model: DossierTable, asked: Asked) -> None:
    model.show_lines(LINES, more=False)
    assert (model.rowCount(), model.columnCount()) == (len(LINES), 2)
    assert asked.cells == 0
    index = model.index(3, 0)
    assert model.data(index, CELL_ROLE) == CodeCell(LINES[3].code)
    assert model.data(index) == LINES[3].code
    assert model.data(model.index(3, 1), Qt.ItemDataRole.AccessibleTextRole) == "Trần Thị Mẫu"
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert asked.cells == 1
    assert model.line(3) == LINES[3]
    assert model.line(99) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Mã hồ sơ"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_next_page_is_asked_for_once(model: DossierTable, asked: Asked, qtbot: QtBot) -> None:
    model.show_lines(LINES, more=True)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked.more == 1
    with qtbot.waitSignal(model.rowsInserted):
        model.add_lines(LINES[:2], more=False)
    assert model.rowCount() == len(LINES) + 2
    assert not model.canFetchMore(QModelIndex())
    model.add_lines((), more=True)
    assert model.canFetchMore(QModelIndex())


def test_two_hundred_thousand_lines_are_quick(model: DossierTable, asked: Asked) -> None:
    lines = tuple(dataclasses.replace(LINES[0], key=key) for key in range(200_000))
    begin = time.perf_counter()
    model.show_lines(lines, more=False)
    for row in range(0, 200_000, 200):
        model.data(model.index(row, 0), CELL_ROLE)
    assert time.perf_counter() - begin < 1.0
    assert asked.cells == 1000
