"""A sheet on the terminal: columns, headings, totals, what was before."""

from __future__ import annotations

from dataclasses import replace

from counter_app.cli.report_table import table_lines
from counter_app.domain.reports.paper import EMPTY
from tests.papers.figures import made


def test_a_sheet_stands_in_columns() -> None:
    lines = list(table_lines(made.PLAIN, 200))
    assert lines[:2] == [made.PLAIN.title, "(Tháng 11/2026)"]
    text = "\n".join(lines)
    place = 0
    for said in (
        "Lĩnh vực", "I. Thủ tục hành chính cấp xã", "Hộ tịch", "12", "1.234", "98,3 %",
        "2 giờ 05 phút", "1.234.000", "30/11/2026", "(9)", "(96,1 %)", "Đất đai", "Bảo trợ xã hội",
        "–", "───", "Tổng số", "1.324", "kỳ trước (Tháng 10/2026)", "– Tỷ lệ không tính",
    ):  # fmt: skip
        assert said in text[place:], said
        place = text.index(said, place) + len(said)
    numbers = [line.index("1.234 ") + 5 for line in lines if "1.234 " in line]
    numbers += [line.index("1.324 ") + 5 for line in lines if "1.324 " in line]
    assert len(set(numbers)) == 1, "figures stand right-aligned"


def test_without_figures_it_says_so() -> None:
    lines = list(table_lines(replace(made.EMPTY, period=None)))
    assert lines[1].startswith("(tính đến 16 giờ 45 phút")
    assert lines[-1] == EMPTY


def test_columns_that_do_not_fit_follow_below_with_the_first_one() -> None:
    lines = list(table_lines(made.WIDE, 80))
    assert max(map(len, lines[3:])) <= 80
    heads = [line for line in lines if line.startswith("Cán bộ")]
    assert len(heads) == 5
    assert sum("Nguyễn Thị Mẫu 60" in line for line in lines) == 5
    text = "\n".join(lines)
    assert text.index("06 giờ") < text.index("22 giờ") < text.index("75.000.000")
