"""The page of the closed day as the gallery shows it: one scene a step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.day.day_state import DayActs, DayBanner, DayState, DayStep
from counter_app.desktop.screens.day.day_page import ClosedDayPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, IconCell, SectionCell, TextCell
from counter_app.services.closing.stand import Closing
from counter_app.services.printing.receipt_paper import Document
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import desk

_REASONS = (
    "Giấy tờ đang ở bộ phận chuyên môn để hỏi ý kiến",
    "Đã trả lại giấy tờ cho công dân, chưa ghi vào Hệ thống",
    "Hồ sơ nhận nhầm, chuyển về đúng nơi sáng hôm sau",
    "Kết quả đang trên đường về quầy",
    "Máy in hỏng, in giấy khi sửa xong",
    "Mất kết nối máy chủ, làm tiếp khi có mạng",
    "Chưa tìm thấy, đã báo trưởng bộ phận",
)
_NONE = IconCell("edit", "chưa có lý do", Tone.WARN)


def _row(code: str, name: str, what: str, last: Cell = _NONE) -> tuple[Cell, ...]:
    return (CodeCell(code), TextCell(what, below=name), last)


def _caption(text: str) -> tuple[Cell, ...]:
    return (SectionCell(text), SectionCell(text), TextCell(""))


def _nothing(*_: object) -> None:
    pass


def _page(look: Look, state: DayState) -> QWidget:
    def sheet(_: Closing) -> Document:
        return Document("day_closing", "TT03-2025", b"", copies=1)

    acts = DayActs(_nothing, _nothing, _nothing, _nothing, sheet, _nothing)
    page = ClosedDayPage(look, desk(), acts)
    page.present(state)
    return page


UNFINISHED = DayState(
    title="Chốt số liệu ngày 01/07/2025",
    step=DayStep.UNFINISHED,
    counts=(3, 24, 0, 1, None),
    rows=(
        _row("H26.15-250701-0141", "Trần Thị Mẫu",
             "tiếp nhận lúc 16:41 01/07/2025, chưa xác nhận in giấy"),
        _row("HG00217-250701-0002", "Lê Văn Thử",
             "phiếu tạm lúc 10:02 01/07/2025, chưa có mã chính thức",
             TextCell("Mất kết nối máy chủ, làm tiếp khi có mạng", Tone.TEXT_2)),
        _row("H26.15-250630-0092", "Hoàng Thị Giả Định",
             "cơ quan giải quyết xong lúc 14:20 01/07/2025, chưa nhận kết quả về quầy",
             IconCell("check", "đã xử lý", Tone.OK)),
        _row("H26.15-250701-0107", "Nguyễn Văn Dụ",
             "bàn giao cho Phòng Kinh tế lúc 15:10 01/07/2025, chưa ghi ai nhận"),
    ),
    current=0,
    empty="",
    hints=(
        Hint("Up Down", "chọn"), Hint("Enter", "mở hồ sơ để in giấy"),
        Hint("1", "lý do thường dùng"), Hint("Space", "đã xử lý"), Hint("F9", "bước sau"),
    ),
    proceed="Sang quét chồng",
    banner=DayBanner("Ngày 30/06/2025 có tiếp nhận mà chưa chốt.", "Ctrl+PgUp lùi một ngày.",
                     warns=True),
    what="H26.15-250701-0141: tiếp nhận lúc 16:41 01/07/2025, chưa xác nhận in giấy",
    reasons=_REASONS,
    takes_reason=True,
    earlier="30/06/2025",
)  # fmt: skip


@scene("chot-ngay-1-do-dang")
def unfinished(look: Look) -> QWidget:
    """Last steps that were never finished; one is explained, one was put right."""
    return _page(look, UNFINISHED)


@scene("chot-ngay-2-quet-chong")
def pile(look: Look) -> QWidget:
    """The pile while it is scanned: how many, what was last, and what doesn't belong."""
    odd = IconCell("warn", "đã bàn giao cho Phòng Kinh tế", Tone.WARN)
    rows = [
        (CodeCell(f"H26.15-250701-{140 - n:04}"), odd if n == 3 else TextCell("thuộc quầy này"),
         TextCell("Trần Thị Mẫu"))
        for n in range(24)
    ]  # fmt: skip
    return _page(
        look,
        replace(
            UNFINISHED, step=DayStep.PILE, rows=tuple(rows), counts=(2, 24, 0, 1, None),
            count="24", count_words="trên 26 hồ sơ Hệ thống ghi đang ở quầy",
            heard="H26.15-250701-0140: đã quét rồi", banner=None, what="", reasons=(),
            takes_reason=False, proceed="Sang chênh lệch",
            hints=(Hint("Up Down", "chọn"), Hint("Delete", "bỏ khỏi chồng"),
                   Hint("Esc", "bước trước"), Hint("F9", "bước sau")),
        ),
    )  # fmt: skip


@scene("chot-ngay-2-chua-quet")
def empty(look: Look) -> QWidget:
    """Nothing was scanned yet."""
    return _page(
        look,
        replace(
            UNFINISHED, step=DayStep.PILE, rows=(), counts=(0, 0, 2, 0, None), count="0",
            count_words="trên 26 hồ sơ Hệ thống ghi đang ở quầy", banner=None, what="",
            empty="Quét mã trên từng giấy đang nằm trên bàn.", reasons=(), takes_reason=False,
            proceed="Sang chênh lệch", hints=(Hint("Esc", "bước trước"), Hint("F9", "bước sau")),
        ),
    )  # fmt: skip


@scene("chot-ngay-3-chenh-lech")
def lists(look: Look) -> QWidget:
    """The three lists, one of them empty."""
    rows = (
        _caption("Có trên bàn, chưa có trong Hệ thống: 1"),
        _row("H26.15-250701-0904", "", "chưa có trong Hệ thống"),
        _caption("Có trong Hệ thống, không thấy trên bàn: 2"),
        _row("H26.15-250701-0117", "Lê Văn Thử", "chưa quét thấy trên bàn",
             TextCell(_REASONS[0], Tone.TEXT_2)),
        _row("H26.15-250625-0033", "Phạm Thị Ví", "chưa quét thấy trên bàn"),
        _caption("Nằm sai chỗ: 0"),
    )  # fmt: skip
    return _page(
        look,
        replace(
            UNFINISHED, step=DayStep.LISTS, rows=rows, current=3, counts=(0, 25, 2, 0, None),
            what="H26.15-250701-0117: chưa quét thấy trên bàn",
            reason=_REASONS[0], banner=None, proceed="Sang tiền, số, gửi",
            hints=(Hint("Up Down", "chọn"), Hint("Enter", "mở hồ sơ"),
                   Hint("1", "lý do thường dùng"), Hint("Space", "đã xử lý"),
                   Hint("Esc", "bước trước"), Hint("F9", "bước sau")),
        ),
    )  # fmt: skip


@scene("chot-ngay-4-tien-so-gui")
def books(look: Look) -> QWidget:
    """Cash differs and is explained; numbers, sending and digest are in order or unasked."""
    rows = (
        (TextCell("Tiền"),
         TextCell("theo dòng thu 1.284.000 đ, đếm được 1.280.000 đ"),
         TextCell("thối nhầm 4.000 đ", Tone.TEXT_2)),
        (TextCell("Số hồ sơ"), TextCell("đã dùng 41, hủy 1, còn 18"), TextCell("")),
        (TextCell("Gửi về máy chủ"),
         TextCell("4 việc chờ gửi, sẽ tự gửi khi có mạng"), TextCell("")),
        (TextCell("Đối chiếu với máy chủ"),
         TextCell("chưa hỏi được máy chủ về ngày này"), TextCell("")),
    )  # fmt: skip
    return _page(
        look,
        replace(
            UNFINISHED, step=DayStep.BOOKS, rows=rows, counts=(0, 26, 0, 0, None), banner=None,
            what="theo dòng thu 1.284.000 đ, đếm được 1.280.000 đ", reason="thối nhầm 4.000 đ",
            proceed="Sang chốt",
        ),
    )  # fmt: skip


@scene("chot-ngay-5-dinh-chinh")
def close(look: Look) -> QWidget:
    """The totals of a day that was closed before, and is corrected."""
    figures = (
        ("Tiếp nhận", "41"), ("Yêu cầu bổ sung", "3"), ("Từ chối tiếp nhận", "1"),
        ("Công dân rút", "0"), ("Bàn giao", "38"), ("Nhận kết quả về quầy", "22"),
        ("Trả kết quả", "19"), ("Chứng thực", "57"), ("Tiền mặt theo dòng thu", "1.284.000 đ"),
        ("Tiền mặt đếm được", "1.280.000 đ"), ("Số đã dùng", "41"), ("Số đã hủy", "1"),
        ("Số còn lại", "18"), ("Việc đã gửi", "212"), ("Việc chờ gửi", "4"),
    )  # fmt: skip
    rows = tuple(
        (TextCell(name), TextCell(value, digits=True), TextCell("")) for name, value in figures
    )
    return _page(
        look,
        replace(
            UNFINISHED, step=DayStep.CLOSE, rows=rows, counts=(0, 26, 0, 0, None), what="",
            reasons=(), takes_reason=False, corrects=True, proceed="Chốt ngày và in", again=True,
            why_not="Ngày này đã chốt: ghi lý do đính chính để chốt lại.",
            banner=DayBanner("Ngày 01/07/2025 đã chốt lúc 16:40 01/07/2025.",
                             "2 việc ghi sau khi chốt; chốt lại là đính chính.", warns=True),
            later="02/07/2025", hints=(Hint("Esc", "bước trước"), Hint("F9", "chốt")),
        ),
    )  # fmt: skip
