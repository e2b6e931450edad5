from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest

from counter_app.domain.errors.paper import SymbolError, TooLongError
from counter_app.domain.forms import FeeLine, Marks, PaperLine, ReceiptContent
from counter_app.domain.printed.letter_longest import long_text
from counter_app.papers.documents import Layout, visit_receipt_pdf
from counter_app.papers.fonts import choose_fonts
from tests.papers import samples
from tests.papers.checks import (
    RENDERS,
    Sheet,
    _check_ink,
    _check_overlaps,
    _check_text,
    _crowded,
    _halves,
)
from tests.papers.gallery import LONG_CODE, many_papers
from tests.papers.reading import FINE_DPI, READERS, fonts, images, texts
from tests.papers.round_trip import random_codes

FONTS = choose_fonts()
SET = samples.form_set()
PLAIN = replace(
    samples.RECEIPT, submitter="", submitter_name="Trần Thị Mẫu", papers=samples.RECEIPT.papers[:2]
)
BIRTH = replace(PLAIN, subject="Đăng ký khai sinh", papers=(PaperLine("Tờ khai", 1),), fees=())


def several(base: ReceiptContent, codes: Sequence[str]) -> list[ReceiptContent]:
    return [replace(base, code=code, serial=serial) for serial, code in enumerate(codes, start=214)]


def faults_of(
    contents: Sequence[ReceiptContent], marks: Marks = samples.MARKS, layout: Layout = "A5"
) -> list[str]:
    """Read every symbol of the paper with both readers; check ink, text, fonts, overlaps."""
    pdf = visit_receipt_pdf(contents, marks, SET, FONTS, layout)
    two_up = layout == "A4x2"
    expected = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        f"Số hồ sơ tiếp nhận: {len(contents):02d}",
        *(text for each in contents for text in (each.code, each.subject)),
        "Đăng ký nhận kết quả tại:",
        "NGƯỜI NỘP HỒ SƠ",
        contents[0].officer_name,
    ]
    sheet = Sheet("visit", pdf, contents[0].code, expected, two_up)
    wanted = {each.code for each in contents}
    for dpi, one_bit in RENDERS:
        seen: Counter[tuple[str, str]] = Counter()
        rendered = list(images(pdf, dpi, one_bit=one_bit))
        sheet.pages = len(rendered)
        for page in rendered:
            for part in _halves(page) if two_up else [page]:
                for name, reader in READERS.items():
                    for read in reader(part):
                        seen[name, read.text] += 1
                        if read.text not in wanted or read.kind != "bars":
                            sheet.faults.append(f"{name} read {read.kind} {read.text!r}")
                        if dpi == FINE_DPI and (fault := _crowded(part, read, dpi)):
                            sheet.faults.append(fault)
                if dpi == FINE_DPI:
                    _check_ink(sheet, part, dpi)
        for name in READERS:
            for code in wanted:
                if seen[name, code] != 2:
                    sheet.faults.append(f"{name} at {dpi:.0f}: {code} {seen[name, code]} times")
    _check_text(sheet)
    _check_overlaps(sheet)
    sheet.faults += [name for name, embedded in fonts(pdf).items() if not embedded]
    return sheet.faults


CASES: dict[str, tuple[list[ReceiptContent], Marks, Layout]] = {
    "two": (several(BIRTH, ["H26.15-250701-0214", "H26.15-250701-0215"]), samples.MARKS, "A4x2"),
    "several applicants": (
        [
            PLAIN,
            replace(
                BIRTH,
                code="H26.15-250701-0215",
                applicant="Lê Văn Thử Bé",
                submitter="Trần Thị Mẫu (mẹ)",
            ),
        ],
        samples.MARKS,
        "A5",
    ),
    "long codes": (several(PLAIN, [LONG_CODE, "000.00.16.H02-200609-0002"]), samples.MARKS, "A5"),
    "practice": (
        several(PLAIN, [f"H00.12-250701-000{n}" for n in range(1, 4)]),
        samples.PRACTISED,
        "A5",
    ),
    "long names": (
        [
            replace(PLAIN, subject=long_text(919), papers=many_papers(3)),
            replace(PLAIN, code="H21.12.34-250701-0001", papers=many_papers(12)),
        ],
        samples.OFFLINE,
        "A4x2",
    ),
    "random codes": (several(BIRTH, random_codes(4, seed=8)), samples.MARKS, "A5"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_every_symbol_is_read_and_nothing_overlaps(
    case: tuple[list[ReceiptContent], Marks, Layout],
) -> None:
    contents, marks, layout = case
    assert faults_of(contents, marks, layout) == []


def test_two_short_dossiers_take_one_page() -> None:
    contents = several(BIRTH, ["H26.15-250701-0214", "H26.15-250701-0215"])
    (text,) = texts(visit_receipt_pdf(contents, samples.MARKS, SET, FONTS))
    assert text.count("Hẹn trả kết quả:") == 4  # two copies
    assert "Quyển số: 12, Số thứ tự: 0215" in text
    assert "(01 bản chính)" in text
    assert "không thu" in text
    assert "Cộng phí" not in text
    assert "Chủ hồ sơ:" not in text
    assert "0011••••0456" in text


def test_one_page_after_the_other_says_what_comes() -> None:
    contents = several(BIRTH, [f"H26.15-250701-{n:04d}" for n in range(214, 219)])
    pages = texts(visit_receipt_pdf(contents, samples.MARKS, SET, FONTS, "A5", copies=(2,)))
    assert len(pages) == 2
    assert "(hồ sơ thứ 3 đến 5 và chữ ký: xem trang 2)" in pages[0]
    assert "(tiếp theo)" in pages[1]
    assert "Trần Thị Mẫu" in pages[1]
    assert "Trang 2/2" in pages[1]


def test_a_giant_leaves_the_signatures_to_a_page_of_their_own() -> None:
    contents = several(replace(BIRTH, papers=many_papers(18)), ["H26.15-250701-0214"])
    pages = texts(visit_receipt_pdf(contents, samples.MARKS, SET, FONTS, "A5", copies=(1,)))
    assert "(hồ sơ thứ 1 và chữ ký: xem trang 2 đến trang 3)" in pages[0]
    assert "(chữ ký: xem trang 3)" in pages[1]
    assert "NGƯỜI NỘP HỒ SƠ" in pages[2]


def test_fees_are_summed_when_all_are_known() -> None:
    paid = replace(PLAIN, fees=(FeeLine(75_000, "lệ phí; đã thu"),))
    contents = several(paid, ["H26.15-250701-0214", "H26.15-250701-0215"])
    text = " ".join(texts(visit_receipt_pdf(contents, samples.MARKS, SET, FONTS)))
    assert "150.000 đồng" in text
    contents[1] = replace(contents[1], open_fees=("Phí thẩm định",))
    text = " ".join(texts(visit_receipt_pdf(contents, samples.MARKS, SET, FONTS)))
    assert "150.000" not in text
    assert "Phí thẩm định" in text


def test_a_dossier_without_papers_and_promise() -> None:
    bare = replace(BIRTH, papers=(), due_at=None, code="H26.15-250701-0215")
    text = texts(visit_receipt_pdf([BIRTH, bare], samples.MARKS, SET, FONTS))[0]
    assert "theo thông báo của cơ quan" in text
    assert f"Giấy tờ: {SET.receipt.table.empty}" in text


def test_what_may_not_be_printed() -> None:
    make = partial(visit_receipt_pdf, marks=samples.MARKS, form_set=SET, fonts=FONTS)
    with pytest.raises(ValueError, match="provisional"):
        make([PLAIN, samples.PROVISIONAL])
    with pytest.raises(SymbolError):
        make([PLAIN, replace(PLAIN, code="hồ sơ")])
    with pytest.raises(TooLongError):
        make([PLAIN, replace(PLAIN, papers=many_papers(90))])


def test_same_content_same_bytes() -> None:
    contents = several(BIRTH, ["H26.15-250701-0214", "H26.15-250701-0215"])
    assert visit_receipt_pdf(contents, samples.MARKS, SET, FONTS) == visit_receipt_pdf(
        contents, samples.MARKS, SET, FONTS
    )
