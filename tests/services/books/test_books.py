"""Every book out of a real store: each line in its order, on paper and as xlsx."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Change, Corrected
from counter_app.domain.errors.keeping.books import (
    BookAskError,
    BookNotWrittenError,
    BookStoppedError,
)
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.books.asked import BookAsk
from counter_app.services.books.making import (
    Work,
    book_document,
    book_workbook,
    may_make,
    read_book,
    record_book,
    write_file,
)
from counter_app.services.counter.workplace import Session
from counter_app.wording.office_acts import BOOKS
from counter_app.wording.sentences import problem_words
from tests.services.books.year import (
    FONTS,
    YEAR,
    lines_of,
    pages_of,
    paper_of,
    received,
    small_year,
)
from tests.services.conftest import Counter

WHOLE = BookAsk("register", YEAR, "12")


def test_each_book_has_its_lines_in_order(counter: Counter) -> None:
    small_year(counter)
    books = {book: lines_of(counter, book) for book in BOOKS}
    for book, lines in books.items():
        numbers = [int(line[0]) for line in lines]
        assert numbers == list(range(1, len(lines) + 1)), book
    register = books["register"]
    assert len(register) == 6
    assert register[1][1] == "chọn nhầm thủ tục"
    assert "Trần Thị Mẫu" in register[0]
    fees = books["fees"]
    assert [line[1] for line in fees] == ["", "", "", "đóng nhầm dấu"]
    assert "8.000" in fees[0]
    assert "–8.000" in fees[1]
    assert "Bút toán đảo: thu nhầm" in fees[1]
    assert any("Ảnh 4 × 6 (ảnh cũ)" in cell for cell in books["supplements"][0])
    assert [line[-1] for line in books["refusals"]] == ["Đã có số hồ sơ", "Chưa cấp số hồ sơ"]
    assert "Hồ Thị Thử" in books["refusals"][1]
    assert [line[-1] for line in books["hand_overs"]] == ["Vũ Văn Mẫu"] * 2
    assert [line[1] for line in books["certifications"]] == ["", "đóng nhầm dấu"]
    assert len(books["late"]) >= 1
    assert any("chưa có thư xin lỗi" in line[-1] for line in books["late"])


def test_the_paper_has_every_line_and_every_page_its_head(counter: Counter) -> None:
    counter.grant(11, 60)
    for number in range(45):
        received(counter, f"Trần Thị Mẫu {number}")
    pages = paper_of(counter, WHOLE)
    assert len(pages) >= 3
    found = 0
    for number, page in enumerate(pages, 1):
        assert "SỔ THEO DÕI HỒ SƠ" in page
        assert "Quyển số: 12" in page
        assert f"Trang {number:03d}" in page
        assert "Trang này:" in page
    text = "\n".join(pages)
    for number in range(45):
        place = text.index(f"{number + 1:04d}", found)
        assert place >= found
        found = place
    assert "vị trí nhật ký" in pages[-1]
    assert "Quầy chưa gửi:" in pages[-1]


def test_a_span_keeps_the_numbers_of_the_year(counter: Counter) -> None:
    received(counter, "Trần Thị Mẫu")
    counter.clock.go(days=1)
    counter.grant(21, 30, day=counter.clock.at.date())
    received(counter, "Lê Văn Thử")
    day = counter.clock.at.date()
    assert [line[0] for line in lines_of(counter, "register", first=day, last=day)] == ["0002"]
    before = day - timedelta(days=5)
    assert lines_of(counter, "register", first=before, last=before) == []


def test_a_number_that_was_given_up_stands_void_with_its_reason(counter: Counter) -> None:
    received(counter, "Trần Thị Mẫu")
    gone = received(counter, "Lê Văn Thử")
    received(counter, "Đỗ Thị Ví")
    with counter.workplace.store.writing() as tx:
        tx.tombstones.see(gone.uid, 99, counter.clock.at, "trùng hồ sơ")
        tx.tombstones.decide([gone.uid], "hidden", counter.clock.at)
    lines = lines_of(counter, "register")
    assert [line[0] for line in lines] == ["0001", "0002", "0003"]
    assert lines[1][1].startswith("Tỉnh đã gỡ hồ sơ: trùng hồ sơ (mã ")


def test_a_gap_of_another_machine_says_why(counter: Counter) -> None:
    received(counter, "Trần Thị Mẫu")
    with counter.workplace.store.writing() as tx:
        tx.numbers.serial_used("12", YEAR, 3)
    received(counter, "Lê Văn Thử")
    assert [line[1] for line in lines_of(counter, "register")][1:3] == [
        "Số đã cấp, không có giấy nào mang số này"
    ] * 2
    counter.workplace.enrolment = replace(counter.workplace.enrolment, epoch=2)
    assert "Quầy đã thay máy" in lines_of(counter, "register")[1][1]


def test_a_correction_is_a_remark(counter: Counter) -> None:
    from counter_app.services.dossiers.stepping import record

    dossier = received(counter, "Trần Thị Mẫu")
    change = Change("/applicant/name", '"Trần Thị Mẫu"', '"Trần Thị Mẩu"')
    record(counter.workplace, counter.session, dossier.uid, Corrected("sai dấu", (change,)))
    (line,) = lines_of(counter, "register")
    assert line[-1].startswith("Đính chính ")


def test_an_act_that_was_given_up_stands_void(counter: Counter) -> None:
    year = small_year(counter)
    with counter.workplace.store.writing() as tx:
        items = [item for item in tx.deliveries.listing() if item.kind is Kind.HANDED_OVER]
        tx.deliveries.answered(items[0].uid, Outcome(State.SUPERSEDED, 0))
    assert year
    voids = [line[1] for line in lines_of(counter, "hand_overs")]
    assert voids == ["Đã thay bằng việc ghi sau", ""]


def test_the_workbook_has_the_same_lines(counter: Counter, tmp_path: Path) -> None:
    small_year(counter)
    content = read_book(
        counter.workplace, counter.session, BookAsk("fees", YEAR, "12"), Work()
    ).content
    file = tmp_path / "so.xlsx"
    write_file(file, book_workbook(counter.workplace, content, Work()))
    rows = list(openpyxl.load_workbook(io.BytesIO(file.read_bytes())).active.values)
    assert [row[0] for row in rows[3:7]] == ["0001", "0002", "0003", "0004"]
    assert [row[6] for row in rows[3:5]] == [8000, -8000]
    assert rows[6][-1] == "đóng nhầm dấu"
    assert "vị trí nhật ký" in rows[-1][0]
    with pytest.raises(BookNotWrittenError):
        write_file(tmp_path / "không có" / "so.xlsx", b"")
    record_book(counter.workplace, counter.session, content, "xlsx")
    with counter.workplace.store.reading() as tx:
        day = counter.clock.at.date()
        (act,) = tx.day_acts.between(day, day, (Kind.EXPORTED,))
    assert "Sổ thu phí, lệ phí" in str(act.body)


def test_a_long_work_tells_how_far_it_is_and_can_be_left(counter: Counter) -> None:
    small_year(counter)
    content = read_book(counter.workplace, counter.session, WHOLE, Work()).content
    heard: list[tuple[int, int]] = []
    book_document(
        counter.workplace, content, FONTS, Work(lambda done, whole: heard.append((done, whole)))
    )
    assert heard[-1][0] == heard[-1][1]
    with pytest.raises(BookStoppedError):
        book_document(counter.workplace, content, FONTS, Work(stopping=lambda: True))
    with pytest.raises(BookStoppedError):
        read_book(counter.workplace, counter.session, WHOLE, Work(stopping=lambda: True))


def test_an_empty_year_says_so_on_paper(counter: Counter) -> None:
    content = read_book(counter.workplace, counter.session, BookAsk("post", YEAR), Work()).content
    (page,) = pages_of(book_document(counter.workplace, content, FONTS, Work()).pdf)
    assert "Không có dòng nào." in page
    assert "Sổ chung của bộ phận" in page


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (BookAsk("lạ", YEAR), "Không có sổ"),
        (BookAsk("register", YEAR), "ghi số quầy"),
        (BookAsk("fees", YEAR + 3), f"Năm {YEAR + 3} chưa có sổ"),
    ],
)
def test_a_question_without_answer_is_said_clearly(
    counter: Counter, ask: BookAsk, words: str
) -> None:
    with pytest.raises(BookAskError) as caught:
        read_book(counter.workplace, counter.session, ask, Work())
    assert words in problem_words(caught.value.problems[0])


def test_days_of_another_year_and_turned_days_are_refused(counter: Counter) -> None:
    day = counter.clock.at.date()
    for first, last, code in (
        (day, day - timedelta(days=1), "book_days_turned"),
        (day, day + timedelta(days=400), "book_days_outside"),
    ):
        with pytest.raises(BookAskError) as caught:
            read_book(
                counter.workplace,
                counter.session,
                BookAsk("fees", YEAR, "12", first, last),
                Work(),
            )
        assert caught.value.problems[0].code == code


def test_only_who_may_see_dossiers_makes_books(counter: Counter) -> None:
    admin = Session(Officer("cb-09", "Vũ Văn Mẫu", roles=(Role.ADMIN,)), "online")
    assert may_make(counter.workplace, counter.session)
    assert not may_make(counter.workplace, admin)
    with pytest.raises(NotPermittedError):
        read_book(counter.workplace, admin, WHOLE, Work())
