"""The page of books as the gallery shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.books.books_page import BooksPresenter
from counter_app.desktop.presenters.books.books_state import BooksState, Typed
from counter_app.desktop.screens.books.books_page import BooksPage
from counter_app.desktop.screens.books.close_sheet import CloseSheet
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell, TextCell
from counter_app.services.books.asked import OF_A_COUNTER
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.wording.office_acts import BOOKS
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_dossiers import desk

_DOUBTS = (
    "Chưa nhận đủ dữ liệu của quầy 3, 7 đến hết năm.",
    "Quầy này còn 4 việc chưa gửi về tỉnh.",
    "2 hồ sơ còn mang mã tạm, chưa có dòng trong sổ.",
)


def _rows() -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            TextCell(name),
            TextCell("quyển" if key in OF_A_COUNTER else "quyển, cả bộ phận", Tone.TEXT_2),
        )
        for key, name in BOOKS.items()
    )


def _page(look: Look, typed: Typed, **state: object) -> BooksPage:
    kept = KeptBooks(Path("books"), bytes(32))
    page = BooksPage(look, lambda view: BooksPresenter(desk(), view, kept))
    page.presenter.progress = (38, 100)
    page.put(typed)
    hints = (Hint("Esc", "dừng"),) if state.get("busy") else (Hint("Enter", "xem và in"),)
    page.present(BooksState("Sổ", _rows(), 0, hints, **state))  # type: ignore[arg-type]
    return page


@scene("cac-so")
def asked(look: Look) -> QWidget:
    """A year's register is asked for; a supervisor could close it."""
    return _page(look, Typed("2025", "2"), can_write=True, can_close=True)


@scene("cac-so-dang-lap")
def under_way(look: Look) -> QWidget:
    """A long book is being made, and can be left."""
    return _page(look, Typed("2025", "2"), busy=True, said="Đang lập sổ…")


@scene("cac-so-da-khoa")
def closed(look: Look) -> QWidget:
    """A closed book is printed from its file only."""
    words = "Đã khóa ngày 05/01/2025, Đỗ Thị Mẫu: 3.912 dòng, 402 trang; in lại từ bản đã khóa."
    return _page(look, Typed("2024", "2"), closed=words, can_write=True, can_correct=True)


@scene("cac-so-chua-dung")
def wrong(look: Look) -> QWidget:
    """What was typed is no question."""
    typed = Typed("2025", "", "31/12/2025", "01/01/2025")
    problem = (
        "Sổ theo dõi hồ sơ lập theo quyển: ghi số quầy. Ngày đầu phải trước hoặc trùng ngày cuối."
    )
    return _page(look, typed, problem=problem, can_write=True)


@scene("cac-so-khoa", Area.OWN)
def close(look: Look) -> QWidget:
    """What must be known before a book is closed."""
    words = "Sổ đã khóa không mở lại được. Trước khi khóa cần biết:"
    return CloseSheet(look, None, "Khóa Sổ theo dõi hồ sơ năm 2024", words, _DOUBTS)
