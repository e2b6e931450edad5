"""A closed book is one file for ever; later changes stand beside it; a purge takes names."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import BookClosed
from counter_app.domain.errors.keeping.books import BookAskError, BookLostError
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.services.books.asked import BookAsk
from counter_app.services.books.closing import (
    close_book,
    closed_book,
    closed_document,
    closing_problems,
    corrections,
    may_close,
)
from counter_app.services.books.making import Work, book_document
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.purging.purge import purge
from counter_app.wording.sentences import problem_words
from tests.services.books.year import (
    ADMIN,
    FONTS,
    HEAD,
    YEAR,
    lines_of,
    pages_of,
    received,
    returned,
    small_year,
    to_next_year,
)
from tests.services.conftest import Counter

KEY = b"k" * 32
REGISTER = BookAsk("register", YEAR, "12")


@pytest.fixture
def kept(counter: Counter) -> KeptBooks:
    return KeptBooks.of(SealedFiles.beside(counter.workplace.store.path, KEY))


def close(counter: Counter, kept: KeptBooks, ask: BookAsk, **more: bool) -> object:
    return close_book(counter.workplace, HEAD, ask, kept, FONTS, Work(), **more)


def said(caught: pytest.ExceptionInfo[BookAskError]) -> list[str]:
    return [problem_words(each) for each in caught.value.problems]


def answer_all(counter: Counter) -> None:
    with counter.workplace.store.writing() as tx:
        for version, item in enumerate(tx.deliveries.listing(), 1):
            tx.deliveries.answered(item.uid, Outcome(State.ACCEPTED, version))


def test_a_closed_book_is_the_same_file_for_ever(counter: Counter, kept: KeptBooks) -> None:
    place, year = counter.workplace, small_year(counter)
    to_next_year(counter)
    close(counter, kept, REGISTER, confirmed=True)
    closed = closed_book(place, REGISTER)
    assert closed is not None
    assert (closed.said.rows, closed.said.void, closed.said.first, closed.said.last) == (6, 1, 1, 6)
    first = closed_document(place, kept, closed).pdf
    text = "\n".join(pages_of(first))
    assert "Khóa sổ ngày 05 tháng 01" in text
    assert "TRƯỞNG BỘ PHẬN" in text
    assert corrections(place, HEAD, kept, closed, Work()) is None
    counter.clock.go(days=1)
    returned(counter, place_of(counter, year["late"].uid))
    assert closed_document(place, kept, closed).pdf == first
    page = corrections(place, HEAD, kept, closed, Work())
    assert page is not None
    what = [(line.cells["line"], line.cells["what"], line.cells["before"]) for line in page.lines]
    assert ("0006", "Trả kết quả", "–") in what
    assert {line for line, _, _ in what} == {"0006"}
    paper = "\n".join(pages_of(book_document(place, page, FONTS, Work()).pdf))
    assert "ĐÍNH CHÍNH SAU KHI KHÓA SỔ" in paper
    assert closed.said.sha256[:16] in paper


def place_of(counter: Counter, uid: str) -> object:
    with counter.workplace.store.reading() as tx:
        return tx.dossiers.get(uid)


def test_what_stands_against_closing_is_said(counter: Counter, kept: KeptBooks) -> None:
    received(counter, "Trần Thị Mẫu")
    place = counter.workplace
    with pytest.raises(BookAskError) as caught:
        close(counter, kept, REGISTER)
    assert said(caught) == [f"Năm {YEAR} chưa hết: chỉ khóa sổ từ ngày 01/01 năm sau."]
    to_next_year(counter)
    with pytest.raises(BookAskError) as caught:
        close(counter, kept, REGISTER)
    assert said(caught) == ["Quầy này còn 1 việc chưa gửi về tỉnh."]
    close(counter, kept, REGISTER, confirmed=True)
    (problem,) = closing_problems(place, REGISTER)
    assert "Sổ này đã khóa ngày" in problem_words(problem)
    with pytest.raises(BookAskError) as caught:
        close(counter, kept, REGISTER, confirmed=True)
    (problem,) = closing_problems(place, BookAsk("register", YEAR, "7"))[-1:]
    assert "chỉ khóa được ở quầy 7" in problem_words(problem)
    (problem,) = closing_problems(
        place, BookAsk("fees", YEAR, "12", REGISTER.begins, REGISTER.begins)
    )
    assert problem.code == "book_not_whole"
    with pytest.raises(BookAskError) as caught:
        close(counter, kept, BookAsk("post", YEAR))
    words = said(caught)
    assert words[0] == "Trong năm không có dòng nào: sổ khóa là sổ trống."
    assert words[1].startswith("Chưa nhận đủ dữ liệu của quầy ")


def test_an_empty_year_is_closed_as_an_empty_book(counter: Counter, kept: KeptBooks) -> None:
    to_next_year(counter)
    ask = BookAsk("post", YEAR)
    close(counter, kept, ask, confirmed=True)
    closed = closed_book(counter.workplace, ask)
    assert closed is not None
    text = "\n".join(pages_of(closed_document(counter.workplace, kept, closed).pdf))
    assert "trong năm không có dòng nào" in text


def test_only_a_supervisor_closes(counter: Counter, kept: KeptBooks) -> None:
    to_next_year(counter)
    assert may_close(counter.workplace, HEAD)
    assert not may_close(counter.workplace, counter.session)
    with pytest.raises(NotPermittedError):
        close_book(counter.workplace, counter.session, REGISTER, kept, FONTS, Work())


def test_a_kept_file_that_is_gone_or_changed_is_never_printed(
    counter: Counter, kept: KeptBooks
) -> None:
    received(counter, "Trần Thị Mẫu")
    to_next_year(counter)
    close(counter, kept, REGISTER, confirmed=True)
    closed = closed_book(counter.workplace, REGISTER)
    assert closed is not None
    file = kept.folder / f"{closed.said.sha256}.pdf"
    data = file.read_bytes()
    assert b"%PDF" not in data
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(BookLostError):
        closed_document(counter.workplace, kept, closed)
    Path(file).unlink()
    with pytest.raises(BookLostError):
        closed_document(counter.workplace, kept, closed)


def test_the_entry_says_what_the_file_is(counter: Counter, kept: KeptBooks) -> None:
    to_next_year(counter)
    close(counter, kept, BookAsk("fees", YEAR, "12"), confirmed=True)
    with counter.workplace.store.reading() as tx:
        day = counter.clock.at.date()
        (act,) = tx.day_acts.between(day, day, (Kind.BOOK_CLOSED,))
    assert isinstance(act.body, BookClosed)
    assert (act.body.book, act.body.quyen, act.body.pages) == ("fees", "12", 1)
    assert len(act.body.sha256) == 64


def test_before_and_after_a_purge_the_lines_are_the_same_but_for_names(
    counter: Counter, kept: KeptBooks
) -> None:
    year = small_year(counter)
    counter.clock.at = counter.clock.at.replace(year=YEAR + 1, month=1, day=5)
    close(counter, kept, REGISTER, confirmed=True)
    answer_all(counter)
    counter.clock.go(days=420)
    books = ("register", "fees", "supplements", "refusals", "hand_overs", "late", "certifications")
    before = {book: lines_of(counter, book) for book in books}
    files = SealedFiles.beside(counter.workplace.store.path, KEY)
    assert purge(counter.workplace, ADMIN, HEAD, files, 365).dossiers == 1
    after = {book: lines_of(counter, book) for book in books}
    for book in books:
        assert [line[0] for line in after[book]] == [line[0] for line in before[book]], book
        assert [line[1] for line in after[book]] == [line[1] for line in before[book]], book
    gone = year["done"]
    (line,) = [line for line in after["register"] if line[0] == "0001"]
    for cell in (gone.shown_code, "Đăng ký lại khai sinh", "đã xóa theo thời hạn lưu"):
        assert cell in line
    old = before["register"][0]
    kept_cells = [cell for cell in line if cell in old]
    assert len(kept_cells) >= 7  # number, code, procedure, agency and the three moments
    assert not any("Trần Thị Mẫu" in cell for line in after["register"] for cell in line)
    handed = after["hand_overs"][1]
    assert "Phòng Tư pháp" in handed
    assert any(cell.startswith("BG") for cell in handed)
    closed = closed_book(counter.workplace, REGISTER)
    assert closed is not None
    assert corrections(counter.workplace, HEAD, kept, closed, Work()) is None
