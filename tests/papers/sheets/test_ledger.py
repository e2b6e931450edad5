from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from threading import Thread

from counter_app.domain.printed.sheets import LedgerContent
from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.sheet_documents import ledger_pdf
from counter_app.papers.trial import sheets
from tests.papers import samples
from tests.papers.gallery import LONG_CODE
from tests.papers.reading import texts

FONTS = choose_fonts()
SET = samples.form_set()


def book(count: int, **changes: object) -> LedgerContent:
    """Return a register of `count` lines, every twelfth of them void."""
    models = sheets.LEDGER.rows
    rows = tuple(
        replace(models[place % 12], serial=place + 1, code=f"H26.15-250701-{place + 1:04d}")
        for place in range(count)
    )
    return replace(sheets.LEDGER, rows=rows, first_page=1, **changes)  # type: ignore[arg-type]


def pages(content: LedgerContent) -> list[str]:
    return texts(ledger_pdf(content, samples.MARKS, SET, FONTS))


def test_every_line_once_in_order_and_the_head_on_every_page() -> None:
    found = pages(book(500))
    assert len(found) == 42  # twelve lines a page
    serials = []
    for number, page in enumerate(found, 1):
        assert "SỔ THEO DÕI HỒ SƠ" in page
        assert "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13)" in page
        assert f"Trang {number:03d}" in page
        here = [int(each) for each in re.findall(r"\b([0-9]{4}) H26\.15-", page)]
        note = f"{len(here):02d} dòng (STT {here[0]:04d} đến {here[-1]:04d})"
        assert f"Trang này: {note}" in page
        serials += here
    assert serials == list(range(1, 501))


def test_a_void_line_stays_legible_and_says_why() -> None:
    (page,) = pages(sheets.LEDGER)
    void = page[page.index("0207 H26.15-") : page.index("0208 H26.15-")]
    for said in ("Xác nhận tình trạng hôn nhân", "Phan Văn Mẫu", "HỦY", "trùng STT"):
        assert said in void
    assert "trong đó 01 dòng hủy" in page


def test_a_reprint_breaks_its_pages_where_the_first_print_did() -> None:
    first = pages(book(40))
    again = texts(ledger_pdf(book(40), samples.REPRINT, SET, FONTS))
    notes = [re.findall(r"STT [0-9]+ đến [0-9]+", page) for page in (*first, *again)]
    assert notes[: len(first)] == notes[len(first) :]


def test_the_closed_book_is_signed_below_its_last_lines() -> None:
    found = pages(book(24, closed_on=date(2025, 12, 31)))
    assert "Khóa sổ ngày 31 tháng 12 năm 2025: 24 dòng (STT 0001 đến 0024)" in found[-1]
    assert "trong đó 02 dòng hủy." in found[-1]
    assert "NGƯỜI GIỮ SỔ" in found[-1]
    assert "0024 H26.15-" in found[-1]
    assert "0023 H26.15-" in found[-1]


def test_a_span_of_days_names_both() -> None:
    (page,) = pages(replace(sheets.LEDGER, last_day=date(2025, 7, 31)))
    assert "(từ ngày 01 tháng 7 năm 2025 đến ngày 31 tháng 7 năm 2025)" in page


def test_an_empty_register_has_one_page_that_says_so() -> None:
    (page,) = pages(book(0))
    assert "Không có hồ sơ nào trong khoảng thời gian này." in page
    assert "Trang này" not in page


def test_a_closed_register_without_lines_counts_none() -> None:
    (page,) = pages(book(0, closed_on=date(2025, 12, 31)))
    assert "0 dòng (STT 0000 đến 0000), trong đó 00 dòng hủy." in page


def test_a_long_code_breaks_after_its_signs() -> None:
    row = replace(sheets.LEDGER.rows[0], code=LONG_CODE, phone="", address="")
    (page,) = pages(replace(sheets.LEDGER, rows=(row,)))
    assert LONG_CODE in page.replace(" ", "")


def test_practice_never_names_the_real_book() -> None:
    made = ledger_pdf(sheets.LEDGER, samples.PRACTISED, SET, FONTS)
    assert "Quyển số: TH" in texts(made)[0]
    assert "Quyển số: 12" not in texts(made)[0]


def test_a_receipt_does_not_wait_for_a_register_of_a_year() -> None:
    alone = receipt_pdf(samples.RECEIPT, samples.MARKS, SET, FONTS)
    made: list[bytes] = []
    year = Thread(target=lambda: made.append(ledger_pdf(book(300), samples.MARKS, SET, FONTS)))
    year.start()
    meanwhile = 0
    while year.is_alive():
        assert receipt_pdf(samples.RECEIPT, samples.MARKS, SET, FONTS) == alone
        meanwhile += 1
        time.sleep(0.01)
    assert meanwhile >= 3
    assert made == [ledger_pdf(book(300), samples.MARKS, SET, FONTS)]
