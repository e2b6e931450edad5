"""What the circulars ask each letter to say, in their order, on every set and size of page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.printed.letter_names import LETTERS
from counter_app.domain.printed.letter_samples import sample_content
from counter_app.papers.documents import LetterLayout, letter_pdf
from counter_app.papers.fonts import choose_fonts
from tests.papers import samples
from tests.papers.letter_gallery import letters
from tests.papers.reading import texts

FONTS = choose_fonts()
HEADER = ("UBND PHƯỜNG MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
CODE = ("H26.15-250701-0214", "Mẫu, ngày 01 tháng 7 năm 2025")
BUILDING = "Cấp giấy phép xây dựng mới"
PAPERS = ("Đơn đề nghị cấp giấy phép", "Giấy chứng nhận quyền sử dụng đất", "Hồ sơ thiết kế")
ITEMS = ("1. Giấy chứng nhận", "2. Hồ sơ thiết kế xây dựng – thiếu bản vẽ", "3. Đơn đề nghị")
CONTACT = "Phạm Thị Ví, Quầy 12, điện thoại 0200 000 014"
REASON = "Hồ sơ chưa đủ thành phần theo quy định của thủ tục"
RECEIVED = "09 giờ 12 phút, ngày 01/7/2025"
DUE, NEW_DUE = "11 giờ 30 phút, ngày 22/7/2025", "11 giờ 30 phút, ngày 29/7/2025"
SORRY = {
    "TT01-2018": (
        "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Kính gửi: Trần Thị Mẫu", BUILDING,
        "H26.15-250701-0214", RECEIVED, DUE, REASON, "xin lỗi Ông/Bà/Tổ chức", NEW_DUE,
    ),
    "TT03-2025": (
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT", "Kính gửi: Trần Thị Mẫu",
        RECEIVED, "H26.15-250701-0214", BUILDING, DUE, REASON, "xin lỗi",
        "15 ngày làm việc", "20 ngày làm việc", NEW_DUE,
    ),
}  # fmt: skip
HEAD_SIGNS = ("THỦ TRƯỞNG CƠ QUAN", "(Ký, ghi rõ họ tên, đóng dấu)", "Ngô Văn Thí")

ORDER: dict[str, tuple[str, ...]] = {
    "supplement": (
        "Số: 118/HDHS", *CODE, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Bộ phận", "Quầy 12",
        "Trần Thị Mẫu", BUILDING, "Số 12, tổ dân phố 3", "0900 000 456", "mau@example.vn", *ITEMS,
        REASON, CONTACT, "NGƯỜI HƯỚNG DẪN", "Phạm Thị Ví",
    ),
    "refusal": (
        "Số: 118/TCHS", *CODE, "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Bộ phận", "Quầy 12",
        "Trần Thị Mẫu", "Số 12, tổ dân phố 3", "0900 000 456", "mau@example.vn", "Số định danh:",
        "0011••••0456", BUILDING, "không tiếp nhận, giải quyết hồ sơ này", REASON,
        "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "Lê Văn Thử", "Phạm Thị Ví",
    ),
    "stop": (
        "Số: 118/TB", *CODE, "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "DỰ THẢO", "Kính gửi:", RECEIVED,
        BUILDING, "dừng giải quyết", REASON, *PAPERS, *HEAD_SIGNS, "dự thảo", "Mẫu số 05",
    ),
    "guide": (
        "Mẫu, ngày 01 tháng 7 năm 2025", "PHIẾU HƯỚNG DẪN", "Quầy 12", "Trần Thị Mẫu", BUILDING,
        "Ủy ban nhân dân phường Mẫu", "15 ngày làm việc", "Lệ phí cấp giấy phép", *PAPERS,
        "NGƯỜI HƯỚNG DẪN", "Phạm Thị Ví",
    ),
    "fee_slip": (
        *CODE, "PHIẾU THU PHÍ, LỆ PHÍ", "Không thay thế biên lai", "Lê Văn Thử",
        "Lệ phí cấp giấy phép xây dựng", "75.000", "Phí sao y", "8.000", "Tổng cộng", "83.000",
        "Tám mươi ba nghìn đồng", "Điều 12 Nghị quyết", "ký hiệu 1C25TVD, số 0000118",
        "NGƯỜI NỘP TIỀN", "NGƯỜI THU TIỀN", "không thay thế biên lai",
    ),
    "rating_slip": (
        *CODE, "PHIẾU ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG", "Quầy 12", "Chỉ số đánh giá", "0 1 2",
        "1 Tổng thời gian", "9 Tiến độ và chất lượng", "Ý kiến khác:",
    ),
    "withdrawal": (
        *CODE, "ĐƠN ĐỀ NGHỊ RÚT HỒ SƠ", "Kính gửi:", "Trần Thị Mẫu", "Lê Văn Thử", "0011••••0456",
        BUILDING, RECEIVED, REASON, "Tôi đề nghị rút hồ sơ", *PAPERS, "NGƯỜI ĐỀ NGHỊ",
        "NGƯỜI TIẾP NHẬN",
    ),
    "complaint": (
        "Số: 118/PAKN", *CODE, "PHIẾU TIẾP NHẬN PHẢN ÁNH, KIẾN NGHỊ", "Lê Văn Thử", "Trần Thị Mẫu",
        DUE, "Nội dung phản ánh, kiến nghị:", REASON, "NGƯỜI PHẢN ÁNH, KIẾN NGHỊ",
    ),
    "supplement_received": (
        *CODE, "GIẤY TIẾP NHẬN BỔ SUNG HỒ SƠ", "Trần Thị Mẫu", BUILDING, *PAPERS, RECEIVED,
        "14 giờ 05 phút, ngày 08/7/2025", NEW_DUE, "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", ["A5", "A4"])
@pytest.mark.parametrize(("set_id", "letter"), list(letters()))
def test_a_letter_says_all_in_the_order_of_its_form(
    set_id: str, letter: str, layout: LetterLayout
) -> None:
    form_set = samples.form_set(set_id)
    content = sample_content(letter)
    pages = texts(letter_pdf(content, samples.MARKS, form_set, FONTS, layout, copies=(1,)))
    assert len(pages) == 1, "an ordinary letter is one page"
    sorry = ("Số: 118/PXL", *CODE, *SORRY[set_id], *HEAD_SIGNS)
    wanted = (*HEADER, *ORDER.get(letter, sorry), "Trang 1/1")
    place = 0
    for value in wanted:
        found = pages[0].find(value, place)
        assert found >= 0, f"lacks, or has out of order: {value!r}"
        place = found


def test_every_letter_ships_in_every_set_that_knows_it() -> None:
    assert {letter for _, letter in letters()} == LETTERS.keys()
    assert LETTERS.keys() - samples.form_set("TT01-2018").letters.keys() == {"stop"}


def test_numbers_and_names_of_the_circulars() -> None:
    old, new = (samples.form_set(each).letters for each in ("TT01-2018", "TT03-2025"))
    for name, number in (("supplement", "02"), ("refusal", "03"), ("apology", "04")):
        assert old[name].number == new[name].number == number
    assert new["stop"].number == "05"
    assert old["apology"].name == "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
    assert new["apology"].name == "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"


def test_what_no_circular_gives_is_marked_as_ours() -> None:
    new = samples.form_set("TT03-2025").letters
    ours = {name for name, form in new.items() if form.ours}
    assert new.keys() - ours == {"supplement", "refusal", "apology", "extension"}
    assert [name for name, form in new.items() if form.draft] == ["stop"]


def test_an_apology_alone_asks_for_no_more_time() -> None:
    new = samples.form_set("TT03-2025")
    apology, extension = sample_content("apology"), sample_content("extension")
    values = {name: text for name, text in apology.values.items() if name != "new_limit"}
    (text,) = texts(
        letter_pdf(replace(apology, values=values), samples.MARKS, new, FONTS, "A4", (1,))
    )
    assert "đề nghị gia hạn" not in text
    assert f"Thời gian trả kết quả: {NEW_DUE}" in text
    (text,) = texts(letter_pdf(extension, samples.MARKS, new, FONTS, "A4", (1,)))
    assert "đề nghị gia hạn thời gian giải quyết hồ sơ như sau:" in text
    assert f"Thời gian trả kết quả mới: {NEW_DUE}" in text
