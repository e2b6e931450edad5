"""The page of books over a real store: what is asked, shown, written, closed and left."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.books.books_page import BooksPresenter
from counter_app.desktop.presenters.books.books_state import Typed
from counter_app.desktop.screens.books.books_page import BooksPage
from counter_app.desktop.screens.books.close_sheet import CloseSheet
from counter_app.desktop.theme.look import Look
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.books import BookStoppedError
from counter_app.services.books.asked import BookAsk
from counter_app.services.books.closing import closed_book
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.sealed_files import SealedFiles
from tests.desktop.conftest import Desktop
from tests.services.books.year import HEAD, YEAR, received, to_next_year

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def page_of(desktop: Desktop, look: Look, qtbot: QtBot, *, head: bool = True) -> BooksPage:
    desk = dataclasses.replace(desktop.desk, session=HEAD) if head else desktop.desk
    files = SealedFiles.beside(desktop.counter.workplace.store.path, b"k" * 32)
    page = BooksPage(look, lambda view: BooksPresenter(desk, view, KeptBooks.of(files)))
    qtbot.addWidget(page)
    page.resize(1173, 657)
    page.show()
    page.arrive()
    return page


def test_f9_shows_the_register_and_enter_prints_it(
    desktop: Desktop, look: Look, qtbot: QtBot
) -> None:
    received(desktop.counter, "Trần Thị Mẫu")
    page = page_of(desktop, look, qtbot)
    assert page.act(Command.RECEIVE)
    ((document, title, print_it),) = desktop.previews
    assert title == f"Sổ theo dõi hồ sơ {YEAR}, quyển 12"
    assert document.pdf.startswith(b"%PDF")
    print_it(document)
    assert desktop.nudges
    assert not page.presenter.is_busy


def test_what_is_wrong_is_said_beside_the_lines(desktop: Desktop, look: Look, qtbot: QtBot) -> None:
    page = page_of(desktop, look, qtbot)
    for typed, words in (
        (Typed("26", "12"), "Ghi năm bằng bốn chữ số."),
        (Typed(str(YEAR + 1), "12"), f"Năm {YEAR + 1} chưa có sổ"),
        (Typed(str(YEAR), ""), "ghi số quầy"),
        (Typed(str(YEAR), "12", f"31/12/{YEAR}", f"01/01/{YEAR}"), "Ngày đầu phải trước"),
    ):
        page.presenter.type(typed)
        page.presenter.show()
        assert words in page._problem.line.text()
    assert not desktop.previews


def test_a_file_is_written_by_who_may_export(
    desktop: Desktop, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    received(desktop.counter, "Trần Thị Mẫu")
    page = page_of(desktop, look, qtbot)
    page.presenter.choose(1)
    asked: list[Path] = []
    page.ask_file = asked.append  # type: ignore[method-assign]
    for kind in ("pdf", "xlsx"):
        assert page.presenter.write(kind)
        assert asked[-1].name == f"fees-{YEAR}-12.{kind}"
        page.presenter.write_to(tmp_path / "so")
        assert (tmp_path / f"so.{kind}").stat().st_size > 1000
    assert desktop.notices[-1].kind is NoticeKind.OK
    officer = page_of(desktop, look, qtbot, head=False)
    assert not officer.presenter.write("pdf")
    assert not officer._pdf.isEnabled()
    assert not officer._close.isVisible()


def test_a_book_is_closed_after_its_doubts_were_seen(
    desktop: Desktop, look: Look, qtbot: QtBot
) -> None:
    received(desktop.counter, "Trần Thị Mẫu")
    page = page_of(desktop, look, qtbot)
    page.presenter.type(Typed(str(YEAR), "12"))
    assert page.presenter.close()
    assert "chưa hết" in page._problem.line.text()
    to_next_year(desktop.counter)
    assert page.presenter.close()
    sheet = page.findChild(CloseSheet)
    assert sheet is not None
    sheet.chosen.emit("close")
    ask = BookAsk("register", YEAR, "12")
    assert closed_book(desktop.counter.workplace, ask) is not None
    assert page._closed.isVisible()
    assert not page._close.isVisible()
    assert page.presenter.correct()
    assert "Không có gì thay đổi" in page._said.text()
    sheet.close()


def test_a_book_under_way_can_be_left(desktop: Desktop, look: Look, qtbot: QtBot) -> None:
    received(desktop.counter, "Trần Thị Mẫu")
    page = page_of(desktop, look, qtbot)
    assert not page.presenter.stop()
    works: list[tuple[Callable[[], object], Callable[[CounterError], None]]] = []
    page.presenter._desk = dataclasses.replace(page.presenter._desk, jobs=_Waiting(works))  # type: ignore[arg-type]
    assert page.presenter.show()
    assert page._stop.isVisible()
    assert not page.presenter.show()
    assert page.escape()
    work, failed = works[-1]
    with pytest.raises(BookStoppedError) as caught:
        work()
    failed(caught.value)
    assert "Đã dừng lập sổ." in page._said.text()
    assert not page._stop.isVisible()
    assert not desktop.previews


class _Waiting:
    """Jobs that wait until the test lets them go."""

    def __init__(
        self, works: list[tuple[Callable[[], object], Callable[[CounterError], None]]]
    ) -> None:
        self._works = works

    def run(
        self,
        work: Callable[[], object],
        _done: object,
        failed: Callable[[CounterError], None],
    ) -> None:
        self._works.append((work, failed))
