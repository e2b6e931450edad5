from __future__ import annotations

from dataclasses import replace

from counter_app.domain.printed.sheets import ControlSheetContent, Standing
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.sheet_documents import control_sheet_pdf
from counter_app.papers.trial import sheets
from tests.papers import samples
from tests.papers.gallery import LONG_CODE
from tests.papers.reading import texts

FONTS = choose_fonts()
SET = samples.form_set()


def text(content: ControlSheetContent) -> str:
    return " ".join(texts(control_sheet_pdf(content, samples.MARKS, SET, FONTS)))


def test_a_known_step_is_printed_and_one_to_come_is_left_to_the_hand() -> None:
    said = text(sheets.CONTROL)
    assert said.count("14 giờ 20 phút, ngày 01/7/2025") == 1
    assert said.count("Người giao Người nhận") == 4
    assert said.count("phút, ngày / /20") == 3


def test_there_are_always_rows_for_hands() -> None:
    none = text(replace(sheets.CONTROL, steps=()))
    assert none.count("1. Giao:") == none.count("2. Nhận:") == 4
    many = text(replace(sheets.CONTROL, steps=sheets.CONTROL.steps * 3))
    assert many.count("1. Giao:") == 12


def test_each_standing_ticks_its_own_box() -> None:
    files = {
        standing: control_sheet_pdf(
            replace(sheets.CONTROL, steps=(replace(sheets.CONTROL.steps[0], standing=standing),)),
            samples.MARKS,
            SET,
            FONTS,
        )
        for standing in (None, *Standing)
    }
    assert len(set(files.values())) == 4


def test_further_pages_name_code_and_holder_again() -> None:
    content = replace(sheets.CONTROL, code=LONG_CODE, steps=sheets.CONTROL.steps * 3)
    pages = texts(control_sheet_pdf(content, samples.MARKS, SET, FONTS))
    assert len(pages) > 1
    for number, page in enumerate(pages[1:], 2):
        assert "Phiếu kiểm soát quá trình giải quyết hồ sơ (tiếp theo)" in page
        assert LONG_CODE in page
        assert "Trần Thị Mẫu" in page
        assert "TÊN CƠ QUAN" in page
        assert f"Trang {number}/{len(pages)}" in page


def test_no_promise_is_said_as_on_the_receipt() -> None:
    assert "theo thông báo của cơ quan giải quyết" in text(replace(sheets.CONTROL, due_at=None))


def test_practice_never_names_the_real_book() -> None:
    (said,) = texts(control_sheet_pdf(sheets.CONTROL, samples.PRACTISED, SET, FONTS))
    assert "Quyển số: TH, Số thứ tự: 0214" in said
