"""Reports by keys: another one, another month, compared, down to a dossier, out as files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.screens.reports.reports_page import ReportsPage
from tests.journeys.driver import Counter
from tests.journeys.paper import words_on
from tests.journeys.rows import row_with, rows_of
from tests.journeys.test_window_inspector import change_to
from tests.journeys.town import OFFICER, PASSWORD, CounterHome, Town
from tests.journeys.window_fixtures import home, sitting, town

__all__ = ["home", "sitting", "town"]

SUPERVISOR = "CB-006"
AGENCY = "Ủy ban nhân dân phường Mẫu"


@pytest.fixture
def at(sitting: Counter, town: Town) -> Iterator[Counter]:
    """Return the window with the head of the office logged in; the officer comes back behind."""
    town.sandbox.province.set_password(SUPERVISOR, PASSWORD)
    change_to(sitting, SUPERVISOR)
    yield sitting
    change_to(sitting, OFFICER)
    sitting.clear()


def counted(at: Counter, page: ReportsPage) -> None:
    at.until(lambda: page.presenter._ready() is not None, "the report is counted")


def chosen_file(at: Counter, page: ReportsPage, file: Path) -> None:
    """Take `file` in the system's dialog, as a click on its Save would."""
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    at.until(file.is_file, f"{file.name} is written")


def figures(page: ReportsPage, row: str) -> list[str]:
    """Return the figures of the row called `row`."""
    at = row_with(page.panel.grid, row)
    return rows_of(page.panel.grid)[at].split(" | ")[1:] if at >= 0 else []


def test_reports(at: Counter, home: CounterHome, tmp_path: Path) -> None:
    at.hands.press("Ctrl+Shift+B")
    page = at.page
    assert isinstance(page, ReportsPage)
    counted(at, page)
    if page.panel.grid.hasFocus():
        at.hands.press("Escape")
    assert page.panel.list.hasFocus()
    at.hands.press("Down", "Return")
    at.says("giải quyết theo cơ quan", "Mã kiểm tra")
    counted(at, page)
    assert page.panel.grid.hasFocus()
    assert figures(page, AGENCY)[0] == figures(page, "Tổng cộng")[0] == "3"

    month = page.presenter._asked.period.words
    at.hands.press("Ctrl+Left")
    at.until(lambda: page.presenter._asked.period.words != month, "the month before")
    counted(at, page)
    assert figures(page, AGENCY)[:1] in ([], ["0"])
    at.hands.press("Ctrl+Right")
    at.says(month)
    at.until(lambda: figures(page, AGENCY)[:1] == ["3"], "this month again")
    at.hands.click(page.panel.period._compare)
    at.until(lambda: "(+3)" in figures(page, AGENCY)[0], "the month before beside it")

    at.hands.press("Home", "Right")
    at.says("mở danh sách 3 hồ sơ")
    at.hands.press("Return")
    at.until(lambda: len(rows_of(page.behind.table)) == 3, "three dossiers")
    at.hands.press("Return")
    at.until(lambda: isinstance(at.page, DetailPage), "a dossier's page")
    at.hands.press("Escape")
    at.until(lambda: at.page is page, "back to the list")
    assert page.presenter.behind.is_open
    at.hands.press("Escape")
    assert not page.presenter.behind.is_open
    assert page.panel.grid.hasFocus()

    papers = len(at.spool.sheets)
    at.hands.press("F10")
    printed = words_on(at.paper(papers + 1).pdf)
    files = tmp_path / "bao-cao.pdf", tmp_path / "bao-cao.xlsx"
    for button, file in zip((page.panel.pdf, page.panel.xlsx), files, strict=True):
        at.hands.click(button)
        chosen_file(at, page, file)
        at.says(file.name)
    for said in (printed, words_on(files[0].read_bytes())):
        assert AGENCY in said
        assert "Mã kiểm tra" in said
    with closing(openpyxl.load_workbook(files[1])) as book:
        cells = [each.value for sheet in book for row in sheet.rows for each in row]
    assert AGENCY in cells
    assert 3 in cells
