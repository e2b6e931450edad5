"""A report on paper: every value in its place and order, whatever columns and texts come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.dates import VIETNAM
from counter_app.domain.printed.letter_longest import long_text
from counter_app.domain.reports.paper import EMPTY as NO_FIGURES
from counter_app.domain.reports.said import said
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Mark,
    ReportSheet,
    Row,
    RowKind,
    Unit,
    Value,
    check_code,
)
from counter_app.domain.text import MARKED_LETTERS
from counter_app.papers.figures.sheet import FORM
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.sheet_documents import report_pdf
from tests.papers import samples
from tests.papers.figures import made
from tests.papers.figures.gallery import figure_sheets
from tests.papers.reading import text_boxes, texts
from tests.papers.sheet_checks import FINE, check

FONTS = choose_fonts()
SET = samples.form_set()
POINTS = 72 / 25.4


def pdf(sheet: ReportSheet) -> bytes:
    return report_pdf(made.paper(sheet), samples.MARKS, SET, FONTS)


def in_order(text: str, wanted: list[str]) -> None:
    place = 0
    for each in wanted:
        found = text.find(each, place)
        assert found >= 0, f"{each!r} does not follow in {text[place : place + 400]!r}"
        place = found + len(each)


def test_a_sheet_of_the_gallery_is_right() -> None:
    *_, practised = figure_sheets(FONTS)
    assert check(practised, FINE).faults == []


def test_every_value_stands_in_order() -> None:
    (page,) = texts(pdf(made.PLAIN))
    wanted = ["UBND PHƯỜNG MẪU", "TRUNG TÂM", "Căn cứ: Nghị định số 118/2025/NĐ-CP"]
    wanted += ["TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ", "(Tháng 11/2026)"]
    wanted += ["Tiếp nhận", "Đã giải quyết", "Lĩnh vực", "(1)", "(9)"]
    for row in made.PLAIN.rows:
        cells = row.cells[:1] if row.kind is RowKind.HEAD else row.cells
        for cell, column in zip(cells, made.PLAIN.columns, strict=False):
            wanted.append(said(cell.value, column.unit))
            if cell.before is not None:
                wanted.append(f"({said(cell.before, column.unit)})")
    wanted += ["kỳ trước (Tháng 10/2026)", "Tỷ lệ không tính khi có ít hơn 5 hồ sơ."]
    wanted += ["Kết xuất từ Hệ thống lúc 16:45 30/11/2026", "quầy chưa gửi: 3 (đến 28/11/2026)"]
    wanted += ["Mẫu, ngày 30 tháng 11 năm 2026", "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"]
    wanted += ["Phạm Thị Ví", f"Mã kiểm tra {check_code(made.PLAIN)}", "Trang 1/1"]
    in_order(page, wanted)


def test_twenty_columns_keep_their_figures_whole_on_every_page() -> None:
    pages = texts(pdf(made.WIDE))
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        in_order(page, ["Giờ trong ngày", "06 giờ", "22 giờ", "(1)", "(20)"])
        in_order(page, [check_code(made.WIDE), f"Trang {number}/{len(pages)}"])
        assert ("tiếp theo" in page) == (number > 1)
    whole = " ".join(pages)
    in_order(whole, [said(row.cells[18].value, Unit.MONEY) for row in made.WIDE.rows])
    assert "NGƯỜI LẬP BIỂU" in pages[-1]
    assert "Nguyễn Thị" in pages[-1], "a row stays with the signatures"


def test_without_figures_it_says_so() -> None:
    (page,) = texts(pdf(made.EMPTY))
    in_order(page, ["Lĩnh vực", "(9)", NO_FIGURES, "Kết xuất từ Hệ thống", "NGƯỜI LẬP BIỂU"])


def test_a_row_higher_than_a_page_goes_on_below_the_head() -> None:
    long = " ".join(f"từ{place}" for place in range(1500))
    columns = (Column("a", "Nội dung", Unit.TEXT, width=60), Column("n", "Số", width=0))
    sheet = replace(made.PLAIN, columns=columns, rows=(made.row(long, 7),), compared=False)
    pages = texts(pdf(sheet))
    assert len(pages) > 1
    in_order(" ".join(pages), [f"từ{place}" for place in range(0, 1500, 50)])
    assert all("Nội dung" in page for page in pages)


def test_a_report_as_of_now_names_its_moment() -> None:
    (page,) = texts(pdf(replace(made.PLAIN, period=None, compared=False, basis="")))
    assert "(tính đến 16 giờ 45 phút, ngày 30/11/2026)" in page
    assert "Căn cứ" not in page


def test_practice_says_so_on_every_page() -> None:
    for page in texts(report_pdf(made.paper(made.WIDE), samples.PRACTISED, SET, FONTS)):
        assert "BẢN TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ" in page


def test_same_sheet_same_bytes_and_the_file_says_what_it_is() -> None:
    first = pdf(made.PLAIN)
    assert pdf(made.PLAIN) == first
    document = pypdfium2.PdfDocument(first)
    about = document.get_metadata_dict()
    size = tuple(round(edge / POINTS) for edge in document[0].get_size())
    document.close()
    assert about["Title"] == f"{FORM.name} {made.PLAIN.title}, Tháng 11/2026"
    assert size == (297, 210)


def test_all_134_letters_are_printed() -> None:
    sheet = replace(made.PLAIN, notes=(MARKED_LETTERS,))
    assert MARKED_LETTERS in "".join(texts(pdf(sheet))).replace(" ", "")


LONG = long_text(400)
WORDS = st.one_of(
    st.integers(0, 300).map(lambda most: LONG[:most].strip()),
    st.integers(1, 300).map(lambda most: "Đ" * most),
    st.text(st.sampled_from("Aạ ộ.,-=%/123"), max_size=60),
)
ALL_HEADS = 600
"""Letters that the heads of one table have at most: twenty of ninety are higher than a page."""
NUMBERS = st.integers(-(10**15), 10**15)
DAYS = st.dates(date(1901, 1, 1), date(9998, 12, 31))
VALUES: dict[Unit, st.SearchStrategy[Value]] = {
    Unit.TEXT: WORDS,
    Unit.DATE: DAYS,
    Unit.MOMENT: DAYS.map(lambda day: datetime(day.year, day.month, day.day, 9, tzinfo=VIETNAM)),
}


@st.composite
def sheets(draw: st.DrawFn) -> ReportSheet:
    count = draw(st.integers(1, 20))
    rest = draw(st.integers(-1, count - 1))
    longest = min(90, ALL_HEADS // count)
    heads = st.integers(1, longest).map(lambda most: LONG[:most].strip() or "x")
    group = draw(heads)
    columns = tuple(
        Column(
            f"c{place}",
            draw(heads),
            draw(st.sampled_from(Unit)),
            width=0 if place == rest else draw(st.integers(5, 90)),
            group=draw(st.sampled_from(("", "A", group))),
        )
        for place in range(count)
    )

    def cell(column: Column) -> Cell:
        value = draw(st.none() | VALUES.get(column.unit, NUMBERS))
        is_figure = column.unit not in VALUES
        before = draw(st.none() | NUMBERS) if is_figure else None
        return Cell(value, before=before, mark=draw(st.sampled_from(Mark)))

    rows = tuple(
        Row(tuple(map(cell, columns)), draw(st.sampled_from(RowKind)))
        for _ in range(draw(st.integers(0, 4)))
    )
    return ReportSheet(
        name="any",
        title=draw(WORDS) or "Báo cáo",
        columns=columns,
        rows=rows * draw(st.sampled_from((1, 1, 4))),
        standing=made.STANDING,
        period=draw(st.sampled_from((None, made.NOVEMBER))),
        basis=draw(WORDS),
        notes=tuple(draw(st.lists(WORDS, max_size=2))),
        compared=draw(st.booleans()),
    )


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(sheets())
def test_nothing_stands_outside_the_margins(sheet: ReportSheet) -> None:
    file = pdf(sheet)
    pages = texts(file)
    assert pages[-1].endswith(f"Trang {len(pages)}/{len(pages)}")
    margins = FORM.margins
    for number in range(len(pages)):
        for left, bottom, right, top, words in text_boxes(file, number):
            inside = (
                left >= (margins.left / 10 - 0.4) * POINTS
                and right <= (297 - margins.right / 10 + 0.4) * POINTS
                and bottom >= (margins.bottom / 10 - 0.6) * POINTS
                and top <= (210 - margins.top / 10 + 0.6) * POINTS
            )
            assert inside, (number, words, left / POINTS, right / POINTS, bottom / POINTS)
    whole = "".join("".join(pages).split())
    for row in sheet.rows:
        if row.kind is RowKind.HEAD:
            continue
        for each, column in zip(row.cells, sheet.columns, strict=True):
            if column.unit in (Unit.COUNT, Unit.MONEY) and each.value is not None:
                digits = said(each.value, column.unit)[:3]
                assert digits in whole
