from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from counter_app.domain.errors.paper import NoFormError, SymbolError, TooLongError
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.printed.letter import LetterRow
from counter_app.domain.printed.letter_form import LetterForm, PageSize
from counter_app.domain.printed.letter_longest import long_text
from counter_app.domain.printed.letter_samples import sample_content
from counter_app.papers.documents import LetterLayout, letter_pdf, letters_pdf
from counter_app.papers.fonts import choose_fonts
from tests.papers import samples
from tests.papers.checks import check
from tests.papers.letter_gallery import bare, letter_gallery
from tests.papers.reading import text_boxes, texts

pytestmark = pytest.mark.long

FONTS = choose_fonts()
SET = samples.form_set()
ASKED = sample_content("supplement")
STRAINING = {
    "30_fee_slip_A4x2_TT03",
    "31_bare_A5_refusal",
    "32_long_code_A5_complaint",
    "32_long_code_A5_rating_slip",
    "32b_long_code_reprint_A5_stop",
    "33c_endless_code_A5_refusal",
    "34_lettered_A5_guide",
    "35b_practice_A4_complaint",
    "36b_no_code_A5_refusal",
    "38_fallback_face_A5_rating_slip",
}
SHEETS = {sheet.name: sheet.make for sheet in letter_gallery(FONTS) if sheet.name in STRAINING}


@pytest.mark.parametrize("name", sorted(STRAINING))
def test_symbols_are_read_and_nothing_overlaps(name: str) -> None:
    assert check(SHEETS[name]()).faults == []


def test_same_content_same_bytes() -> None:
    first = letter_pdf(ASKED, samples.MARKS, SET, FONTS)
    letter_pdf(sample_content("guide"), samples.MARKS, SET, FONTS)
    assert letter_pdf(ASKED, samples.MARKS, SET, FONTS) == first


@pytest.mark.parametrize(
    ("layout", "size", "pages"),
    [("A4x2", (297, 210), 1), ("A5", (148, 210), 2), ("A4", (210, 297), 2)],
)
def test_page_sizes(layout: LetterLayout, size: tuple[int, int], pages: int) -> None:
    assert page_sizes(letter_pdf(ASKED, samples.MARKS, SET, FONTS, layout)) == [size] * pages


def test_only_the_copies_that_the_form_has() -> None:
    guide = letter_pdf(sample_content("guide"), samples.MARKS, SET, FONTS, "A5", copies=(1, 2))
    assert len(page_sizes(guide)) == 1
    (second,) = texts(letter_pdf(ASKED, samples.MARKS, SET, FONTS, "A5", copies=(2,)))
    assert "(Liên 2: Giao người nộp)" in second


def test_several_letters_in_one_file_each_on_its_own_paper() -> None:
    apology = sample_content("apology")
    letters = [(ASKED, samples.MARKS), (apology, samples.MARKS)]
    upright = replace(SET, letters={**SET.letters, "apology": on_paper("apology", PageSize.A4)})
    assert page_sizes(letters_pdf(letters, upright, FONTS, "A4x2", copies=(1,))) == [
        (297, 210),
        (210, 297),
    ]


def test_the_file_says_what_it_is() -> None:
    document = pypdfium2.PdfDocument(letter_pdf(ASKED, samples.MARKS, SET, FONTS))
    about = document.get_metadata_dict()
    document.close()
    assert about["Title"] == "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ H26.15-250701-0214"


def test_a_set_without_the_form_says_so() -> None:
    old = samples.form_set("TT01-2018")
    with pytest.raises(NoFormError) as caught:
        letter_pdf(sample_content("stop"), samples.MARKS, old, FONTS)
    assert caught.value.facts == {"letter": "stop", "form_set": "TT01-2018"}


def test_an_unprintable_code_stops_the_letter() -> None:
    with pytest.raises(SymbolError):
        letter_pdf(replace(ASKED, code="hồ sơ"), samples.MARKS, SET, FONTS)


def test_a_row_taller_than_a_page_stops_the_letter() -> None:
    papers = (LetterRow(long_text(6000), cells=("01", "–", "–")),)
    content = replace(sample_content("supplement_received"), lists={"papers": papers})
    with pytest.raises(TooLongError) as caught:
        letter_pdf(content, samples.MARKS, SET, FONTS)
    assert caught.value.facts == {"what": "Văn bản thỏa thuận của các"}


def test_what_is_empty_vanishes_or_leaves_dots() -> None:
    (text,) = texts(letter_pdf(bare("supplement"), samples.MARKS, SET, FONTS, "A5", copies=(1,)))
    assert "Số: ......../HDHS" in text
    assert "Hồ sơ của:" in text
    assert "Người nộp:" not in text
    assert "Số điện thoại:" not in text
    assert "Tra cứu:" not in text
    assert "1. 2. 3. 4." in text


def test_a_mail_address_without_a_telephone_is_still_said() -> None:
    content = replace(ASKED, values={**ASKED.values, "phone": ""})
    (text,) = texts(letter_pdf(content, samples.MARKS, SET, FONTS, "A5", copies=(1,)))
    assert "Email: mau@example.vn" in text


def test_the_identity_is_labelled_by_its_kind() -> None:
    content = replace(sample_content("withdrawal"), identity_kind=IdentityKind.PASSPORT)
    (text,) = texts(letter_pdf(content, samples.MARKS, SET, FONTS, "A5", copies=(1,)))
    assert "Hộ chiếu: 0011••••0456" in text


def test_practice_says_so_and_names_no_look_up() -> None:
    content = replace(ASKED, code="H00.12-250701-0003")
    (text,) = texts(letter_pdf(content, samples.PRACTISED, SET, FONTS, "A5", copies=(1,)))
    assert text.count("TẬP HUẤN") == 3
    assert "Tra cứu:" not in text


def test_a_reprint_says_why() -> None:
    (text,) = texts(letter_pdf(ASKED, samples.REPRINT, SET, FONTS, "A5", copies=(2,)))
    assert "BẢN IN LẠI LẦN 2" in text
    assert "In lại lần 2 lúc 15 giờ 40 phút, ngày 08/7/2025; lý do: công dân làm mất" in text


def test_values_of_the_citizen_are_printed_as_they_are() -> None:
    odd = "Công ty {reason} **Mẫu**\nchi nhánh 2"
    content = replace(sample_content("apology"), values={"applicant": odd, "agency": "UBND."})
    text = " ".join(texts(letter_pdf(content, samples.MARKS, SET, FONTS, "A5", copies=(1,))))
    assert "Công ty {reason} * *Mẫu* * chi nhánh 2" in text


def test_the_signatures_of_one_page_hang_from_its_foot() -> None:
    def caption_y(letter: str) -> float:
        pdf = letter_pdf(sample_content(letter), samples.MARKS, SET, FONTS, "A5", copies=(1,))
        return next(box[1] for box in text_boxes(pdf) if box[4].startswith("(Ký, ghi rõ"))

    assert caption_y("refusal") == pytest.approx(caption_y("supplement_received"), abs=0.2)


def test_the_signatures_never_stand_alone() -> None:
    rows = tuple(LetterRow(f"Giấy tờ thứ {place}") for place in range(1, 56))
    content = replace(ASKED, lists={"items": rows})
    pages = texts(letter_pdf(content, samples.MARKS, SET, FONTS, "A5", copies=(1,)))
    assert "(phần còn lại và chữ ký: xem trang 2" in pages[0]
    assert "NGƯỜI HƯỚNG DẪN" in pages[-1]
    assert "để được hướng dẫn" in pages[-1]
    assert all("(tiếp theo)" in page and "Trần Thị Mẫu" in page for page in pages[1:])


def test_a_total_stays_with_the_last_fee() -> None:
    for count in range(8, 24):
        rows = tuple(LetterRow(f"Khoản {n}", cells=("", "2.000")) for n in range(1, count + 1))
        content = replace(sample_content("fee_slip"), lists={"fees": rows})
        pages = texts(letter_pdf(content, samples.MARKS, SET, FONTS, "A5", copies=(1,)))
        total = next(page for page in pages if "Tổng cộng" in page)
        assert f"Khoản {count} " in total


def on_paper(letter: str, page: PageSize) -> LetterForm:
    return replace(SET.letters[letter], page=page)


def page_sizes(pdf: bytes) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(pdf)
    sizes = [document[number].get_size() for number in range(len(document))]
    document.close()
    return [(round(across * 25.4 / 72), round(down * 25.4 / 72)) for across, down in sizes]
