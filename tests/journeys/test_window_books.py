"""Books by keys: the register of the year as a file, and no book closed before its year is over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from counter_app.desktop.screens.books.books_page import BooksPage
from tests.journeys.driver import Counter
from tests.journeys.paper import words_on
from tests.journeys.rows import row_with
from tests.journeys.test_window_reports import at
from tests.journeys.town import CounterHome
from tests.journeys.townspeople import ASKED_BEFORE, FETCHING, RETURNING
from tests.journeys.window_fixtures import home, sitting, town

__all__ = ["at", "home", "sitting", "town"]


def test_books(at: Counter, home: CounterHome, tmp_path: Path) -> None:
    at.hands.press("Ctrl+Shift+S")
    page = at.page
    assert isinstance(page, BooksPage)
    assert page._table.hasFocus()
    assert row_with(page._table, "Sổ theo dõi hồ sơ") == page._table.current_row() == 0
    year = at.office.desk.today().year

    at.hands.click(page._pdf)
    (dialog,) = page.findChildren(QFileDialog)
    file = tmp_path / "so.pdf"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    at.until(file.is_file, "the book is written")
    at.says("Đã ghi 3 dòng.")
    said = words_on(file.read_bytes()).replace("- ", "-")

    for part in (home.waiting, RETURNING.name, ASKED_BEFORE.name, FETCHING.name, str(year)):
        assert part in said, f"{part} isn't in the book: {said}"

    acts = at.acts()
    at.hands.click(page._close)
    at.says(f"Năm {year} chưa hết: chỉ khóa sổ từ ngày 01/01 năm sau.")
    assert at.acts() == acts
    assert page._closed.isHidden()

    at.hands.press("F9")
    at.says(f"Sổ theo dõi hồ sơ {year}, quyển 1", "Quay lại")
    papers = len(at.spool.sheets)
    at.hands.press("Return")
    assert home.waiting in words_on(at.paper(papers + 1).pdf).replace("- ", "-")
