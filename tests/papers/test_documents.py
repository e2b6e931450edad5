from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
import pytest

from counter_app.domain.errors.paper import SymbolError, TooLongError
from counter_app.domain.forms import Header, PaperLine
from counter_app.domain.printed.letter_longest import long_text
from counter_app.papers.documents import receipt_pdf, receipts_pdf, result_slip_pdf
from counter_app.papers.fonts import choose_fonts
from tests.papers import samples, strained
from tests.papers.reading import text_boxes, texts

FONTS = choose_fonts()
SET = samples.form_set()


def test_same_content_same_bytes() -> None:
    first = receipt_pdf(samples.RECEIPT, samples.MARKS, SET, FONTS)
    receipt_pdf(samples.LONG_RECEIPT, samples.MARKS, SET, FONTS)
    assert receipt_pdf(samples.RECEIPT, samples.MARKS, SET, FONTS) == first


def test_threads_do_not_disturb_each_other() -> None:
    contents = [replace(samples.RECEIPT, applicant=f"Trần Thị Mẫu {n} ỹ") for n in range(8)]
    alone = [receipt_pdf(each, samples.MARKS, SET, FONTS) for each in contents]
    with ThreadPoolExecutor(4) as pool:
        together = list(
            pool.map(lambda each: receipt_pdf(each, samples.MARKS, SET, FONTS), contents)
        )
    assert together == alone


@pytest.mark.parametrize(
    ("layout", "size", "pages"), [("A4x2", (297, 210), 1), ("A5", (148, 210), 2)]
)
def test_page_sizes(layout: str, size: tuple[int, int], pages: int) -> None:
    pdf = receipt_pdf(samples.RECEIPT, samples.MARKS, SET, FONTS, layout)  # type: ignore[arg-type]
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == pages
    assert tuple(round(edge * 25.4 / 72) for edge in document[0].get_size()) == size
    document.close()


def test_only_the_wanted_copy() -> None:
    pdf = receipt_pdf(samples.RECEIPT, samples.REPRINT, SET, FONTS, "A5", copies=(2,))
    (text,) = texts(pdf)
    assert "(Liên 2: Giao người nộp)" in text
    assert "In lại lần 2 lúc 15 giờ 40 phút, ngày 08/7/2025; lý do: công dân làm mất" in text


def test_the_file_says_what_it_is() -> None:
    pdf = receipt_pdf(samples.RECEIPT, samples.MARKS, SET, FONTS)
    document = pypdfium2.PdfDocument(pdf)
    about = document.get_metadata_dict()
    document.close()
    assert about["Title"] == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả H26.15-250701-0214"
    assert about["Author"] == "UBND PHƯỜNG MẪU – TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    assert b"(vi-VN)" in pdf


def test_several_receipts_in_one_file() -> None:
    receipts = [
        (replace(samples.RECEIPT, code=f"H26.15-250701-{n:04d}"), samples.MARKS)
        for n in range(1, 6)
    ]
    pages = texts(receipts_pdf([*receipts, (samples.PROVISIONAL, samples.MARKS)], SET, FONTS))
    assert len(pages) == 6
    assert all(f"H26.15-250701-{n:04d}" in pages[n - 1] for n in range(1, 6))
    assert "PHIẾU TẠM" in pages[5]


def test_a_provisional_slip_promises_nothing() -> None:
    due = replace(samples.PROVISIONAL, due_at=samples.RECEIPT.due_at)
    (text, _) = texts(receipt_pdf(due, samples.MARKS, SET, FONTS, "A5"))
    for absent in ("CỘNG HÒA", "22/7/2025", "Mẫu số", "Quyển số", "15 ngày"):
        assert absent not in text


def test_practice_says_so_four_times_and_names_no_real_book() -> None:
    real_book = replace(samples.PRACTICE, book="12")
    (text, _) = texts(receipt_pdf(real_book, samples.PRACTISED, SET, FONTS, "A5"))
    assert "Quyển số: TH" in text
    assert "Quyển số 12" not in text
    assert text.count("TẬP HUẤN") == 3
    assert "Tra cứu:" not in text


def test_offline_with_a_granted_number() -> None:
    (text, _) = texts(receipt_pdf(samples.RECEIPT, samples.OFFLINE, SET, FONTS, "A5"))
    assert "Tiếp nhận khi mất kết nối lúc 09:12; tra cứu được khi hệ thống kết nối lại." in text


def test_the_other_form_set_prints_its_own_words() -> None:
    old = samples.form_set("TT01-2018")
    (text, _) = texts(receipt_pdf(samples.RECEIPT, samples.MARKS, old, FONTS, "A5"))
    assert "Thành phần hồ sơ nộp gồm:" in text
    assert "Bộ biểu mẫu TT01-2018" in text


def test_a_due_date_may_be_an_estimate_or_missing() -> None:
    guessed = replace(samples.RECEIPT, due_is_estimate=True)
    assert "22/7/2025 (dự kiến)" in texts(receipt_pdf(guessed, samples.MARKS, SET, FONTS))[0]
    none = replace(samples.RECEIPT, due_at=None)
    assert "theo thông báo của cơ quan" in texts(receipt_pdf(none, samples.MARKS, SET, FONTS))[0]


def test_an_unprintable_code_stops_the_paper() -> None:
    with pytest.raises(SymbolError):
        receipt_pdf(replace(samples.RECEIPT, code="hồ sơ"), samples.MARKS, SET, FONTS)


def test_a_text_longer_than_a_page_stops_the_paper() -> None:
    endless = replace(samples.RECEIPT, papers=(PaperLine(long_text(4000), 1),))
    with pytest.raises(TooLongError) as caught:
        receipt_pdf(endless, samples.MARKS, SET, FONTS)
    assert caught.value.facts == {"what": "Văn bản thỏa thuận của các"}


def test_a_result_slip_with_nothing_but_the_least() -> None:
    least = replace(
        samples.SLIP, giver_phone="", receiver_phone="", due_at=None, standing="", capacity=""
    )
    (text,) = texts(result_slip_pdf(least, samples.MARKS, SET, FONTS))
    assert "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ" in text
    assert "Số điện thoại" not in text


def test_the_foot_breaks_between_its_sentences() -> None:
    content = replace(samples.RECEIPT, lookup="dichvucong.tinhvidu.gov.vn/tra-cuu")
    page = lines(receipt_pdf(content, samples.MARKS, SET, FONTS, "A5", copies=(1,)))
    assert "Hướng dẫn: 0200 000 1022 (giờ làm việc)." in page


def test_the_parent_body_breaks_before_its_place() -> None:
    header = Header("ỦY BAN NHÂN DÂN ĐẶC KHU VÍ DỤ ĐÔNG BẮC", ("TRUNG TÂM",), "Ví Dụ")
    content = replace(samples.RECEIPT, header=header)
    page = lines(receipt_pdf(content, samples.MARKS, SET, FONTS, "A5", copies=(1,)))
    assert "ỦY BAN NHÂN DÂN" in page
    assert "ĐẶC KHU VÍ DỤ ĐÔNG BẮC" in page


def test_a_name_of_many_lines_leaves_the_same_room_to_sign() -> None:
    assert room_to_sign(strained.COMPANY) == pytest.approx(room_to_sign("Công"), abs=0.05)


def room_to_sign(name: str) -> float:
    """Return how far the first line of `name` stands below its caption, in millimetres."""
    content = replace(samples.RECEIPT, papers=(), submitter_name=name)
    pdf = receipt_pdf(content, samples.MARKS, SET, FONTS, "A5", copies=(1,))
    boxes = text_boxes(pdf)
    caption = next(box for box in boxes if box[4].startswith("(Ký, ghi rõ"))
    first = max(box[3] for box in boxes if box[4].startswith("Công") and box[3] < caption[1])
    return (caption[1] - first) * 25.4 / 72


def lines(pdf: bytes) -> list[str]:
    """Return the lines of the only page of `pdf`."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return [line.strip() for line in text.splitlines()]
