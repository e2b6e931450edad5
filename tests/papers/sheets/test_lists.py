"""Hand-over lists, the cash sheet, reminders, the posting sheet, the inspection."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from counter_app.domain.acts.money import CashCount
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.trial import sheets
from tests.papers import samples
from tests.papers.reading import text_boxes, texts
from tests.papers.sheet_checks import KINDS, PLAIN

FONTS = choose_fonts()
SET = samples.form_set()


def pages(kind: str, **changes: Any) -> list[str]:
    content: Any = replace(PLAIN[kind], **changes)  # type: ignore[type-var]
    return texts(KINDS[kind].make(content, samples.MARKS, SET, FONTS))


def test_both_copies_of_a_hand_over_list_say_for_whom() -> None:
    first, second = pages("hand_over")
    assert "(Liên 1: Bên giao giữ)" in first
    assert "(Liên 2: Bên nhận giữ)" in second
    assert first.replace("Liên 1: Bên giao giữ", "") == second.replace("Liên 2: Bên nhận giữ", "")


def test_fee_and_post_are_marked() -> None:
    (first, _) = pages("hand_over")
    assert first.count(" X ") == 2


def test_the_total_of_a_list_is_said_in_figures_and_words() -> None:
    found = pages("results", lines=sheets.RESULTS.lines * 7)
    assert "Tổng số: 21 kết quả (hai mươi mốt kết quả)." in " ".join(found)


def test_the_last_lines_of_a_list_stand_with_the_signatures() -> None:
    for count in range(5, 19):
        found = pages("hand_over", lines=(sheets.HAND_OVER.lines[0],) * count)
        last = found[len(found) // 2 - 1]
        assert "BÊN GIAO BÊN NHẬN" in last
        assert f"{count} H26.15-250701-0206" in last
        assert f"{count - 1} H26.15-250701-0206" in last


def test_missing_and_surplus_money_is_named_and_equal_money_too() -> None:
    assert "Chênh lệch: thiếu 5.000 đồng Lý do chênh lệch: trả lại" in pages("cash")[0]
    more = pages("cash", expected=1_000_000, reason="")[0]
    assert "Chênh lệch: thừa 320.000 đồng Lý do chênh lệch: –" in more
    equal = pages("cash", expected=1_320_000, reason="")[0]
    assert "Chênh lệch: khớp" in equal
    assert "Lý do chênh lệch" not in equal
    assert "Một triệu ba trăm hai mươi nghìn đồng" in equal


def test_the_fee_lines_are_added_up() -> None:
    assert "Cộng 28 1.325.000 225.000 1.550.000" in pages("cash")[0]
    counted = pages("cash", counted=(CashCount(500_000, 3), CashCount(1_000, 0)))[0]
    assert "500.000 3 1.500.000" in counted
    assert "1.000 – –" in counted
    assert "Cộng 3 1.500.000" in counted


def test_a_cancelled_payment_says_why_and_a_receipt_its_numbers() -> None:
    whole = " ".join(pages("cash"))
    assert "HỦY: thu nhầm thủ tục 1C25TMM, số 0000216, tra cứu IK56LM" in whole


def test_a_day_and_a_shift_over_midnight_have_their_own_words() -> None:
    assert "(Ngày 01/7/2025)" in pages("cash", is_day=True)[0]
    long = pages("cash", closed_at=sheets.at(2, 6, 0))[0]
    assert "từ 07 giờ 30 phút, ngày 01/7/2025 đến 06 giờ 00 phút, ngày 02/7/2025" in long


def test_reminders_stand_in_groups_and_an_empty_group_says_so() -> None:
    (page,) = pages("reminders")
    assert "Đến hạn trong 3 ngày: 00 hồ sơ Không có. Chờ quá lâu: 01 hồ sơ" in page
    (none,) = pages("reminders", groups=())
    assert "Không có hồ sơ nào cần nhắc." in none


def test_a_group_begins_with_a_line_of_its_own() -> None:
    group = sheets.REMINDERS.groups[0]
    for count in range(18, 40):
        groups = (replace(group, lines=group.lines[:1] * count), sheets.REMINDERS.groups[1])
        for page in pages("reminders", groups=groups):
            if "Đến hạn trong 24 giờ" in page:
                assert "Còn trong buổi" in page


def test_a_posting_sheet_is_large_enough_to_be_read_at_the_wall() -> None:
    pdf = KINDS["posting"].make(PLAIN["posting"], samples.MARKS, SET, FONTS)
    heights = {box[4].strip(): box[3] - box[1] for box in text_boxes(pdf) if "Hoạt động" in box[4]}
    assert min(heights.values()) > 12  # points, without the leading


def test_a_posting_sheet_without_address_has_no_symbol() -> None:
    (page, *_) = pages("posting", lookup="", help_phone="", who="")
    assert "Quét để xem" not in page
    assert "Đối tượng" not in page
    assert "Hỏi, hướng dẫn" not in page


def test_each_channel_has_its_limit_and_its_fees() -> None:
    (page, *_) = pages("posting")
    assert "Trực tuyến 12 ngày làm việc không thu" in page
    assert "Bưu chính 15 ngày làm việc lệ phí 75.000 đồng cước bưu chính" in page


def test_an_inspection_shows_both_values_and_short_hashes() -> None:
    (page,) = pages("inspection")
    assert "Số điện thoại: “0900 000 465” thành “0900 000 456”" in page
    assert "Thư điện tử: “(trống)” thành “mau@example.vn”" in page
    assert sheets.HASH[:12] in page
    assert sheets.HASH[:13] not in page
    assert "01 ghi nhận đã được xóa nội dung" in page


def test_an_inspection_says_whether_the_chains_are_whole() -> None:
    assert "Chuỗi ghi nhận: KHÔNG nguyên vẹn" in pages("inspection")[0]
    whole = pages("inspection", chains=sheets.INSPECTION.chains[:1])[0]
    assert "Chuỗi ghi nhận: nguyên vẹn" in whole
    assert "Chuỗi ghi nhận: chưa kiểm tra" in pages("inspection", chains=())[0]


def test_the_minutes_of_a_quiet_day_are_one_page_with_both_hands() -> None:
    (page,) = pages("day", closed=replace(sheets.DAY.closed, gaps=()), corrected_at=None)
    assert "NGƯỜI CHỐT SỐ LIỆU" in page
    assert page.count("Không có") == 5
    _, last = pages("day")
    assert "Kết xuất từ Hệ thống" in last, "the hands are never alone on a page"
    assert "NGƯỜI CHỐT SỐ LIỆU" in last
