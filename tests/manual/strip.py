"""The keyboard strip: one A4 page across, to print and tape above the keyboard."""

from __future__ import annotations

from html import escape

from counter_app.desktop.commands import KEYS, Command

TOP_ROW: tuple[tuple[Command, str], ...] = (
    (Command.HELP, "Trợ giúp phím"),
    (Command.NEW, "Tiếp nhận"),
    (Command.DOSSIERS, "Hồ sơ"),
    (Command.EDIT, "Sửa"),
    (Command.REFRESH, "làm mới"),
    (Command.PAPERS, "sửa giấy tờ"),
    (Command.SUPPLEMENT, "Yêu cầu bổ sung"),
    (Command.RETURN, "Trả kết quả"),
    (Command.RECEIVE, "Tiếp nhận và in"),
    (Command.REPRINT, "In lại giấy vừa in"),
    (Command.FULL_SCREEN, "Toàn màn hình"),
    (Command.CITIZEN_SCREEN, "Màn hình công dân"),
)
"""F1 to F12 as they lie on the keyboard."""

GROUPS: dict[str, tuple[tuple[Command, str], ...]] = {
    "Khi tiếp nhận": (
        (Command.FAVOURITE_1, "hay dùng ở quầy này"),
        (Command.PREVIEW, "Xem trước giấy tiếp nhận"),
        (Command.COPY, "chép từ hồ sơ trước"),
        (Command.UNDO, "Lùi lại thay đổi vừa rồi"),
        (Command.HISTORY, "Hồ sơ trước của công dân"),
        (Command.PAPER_FIRST, "Đã nhận bằng giấy, ghi vào Hệ thống bây giờ"),
    ),
    "Công dân chưa nộp được": (
        (Command.GUIDE, "Phiếu hướng dẫn"),
        (Command.TURN_AWAY, "Từ chối tiếp nhận"),
        (Command.ASSIST, "Hỗ trợ nộp trực tuyến"),
        (Command.DECLARATION, "Tờ khai điền sẵn"),
        (Command.ELSEWHERE, "Tiếp nhận phi địa giới"),
    ),
    "Trong ngày": (
        (Command.PALETTE, "Tìm nhanh, lệnh nhanh"),
        (Command.FILTER, "tìm trong danh sách"),
        (Command.REMINDERS, "Nhắc việc"),
        (Command.HAND_OVER, "Bàn giao, nhận kết quả về"),
        (Command.CERTIFY, "Chứng thực nhanh"),
        (Command.LATE, "Trễ hẹn, thư xin lỗi"),
        (Command.OBSTACLE, "Ghi vướng mắc"),
        (Command.CHECKS, "Kiểm tra máy"),
    ),
    "Cuối ngày": (
        (Command.SHIFT, "Thu phí, chốt ca"),
        (Command.CLOSE_DAY, "Chốt số liệu ngày"),
        (Command.REPORTS, "Báo cáo"),
        (Command.BOOKS, "Sổ: xem, in, khóa sổ"),
        (Command.OVERVIEW, "Tổng quan"),
        (Command.LOG, "Nhật ký & kiểm chứng"),
        (Command.LOCK, "Khóa màn hình"),
    ),
}

UNPRINTED = frozenset(
    {Command.RECEIVE_MORE, Command.BIGGER, Command.SMALLER, Command.NORMAL}
    | {Command[f"FAVOURITE_{number}"] for number in range(2, 10)}
)
"""Keys that the strip leaves out, or shows together with another."""

SHOWN_AS = {Command.FAVOURITE_1: "Ctrl+1 … 9"}

FOOT = (
    "Quét thẻ căn cước: tiếp nhận người đó, ở bất cứ màn hình nào",
    "Quét mã vạch trên giấy tiếp nhận: mở hồ sơ đó",
    "Enter: Sang việc tiếp theo còn cần cán bộ",
    "Esc: Lùi một bước, không mất gì",
)

_LOOK = """
@font-face { font-family: V; font-weight: 400; src: url("html/_static/BeVietnamPro-Regular.ttf"); }
@font-face { font-family: V; font-weight: 600; src: url("html/_static/BeVietnamPro-SemiBold.ttf"); }
@page { size: A4 landscape; margin: 9mm; }
* { box-sizing: border-box; }
body { font: 400 10pt/1.25 V, sans-serif; color: #111; margin: 0; }
h1 { font: 600 12pt V; margin: 0 0 3mm; }
h2 { font: 600 10pt V; margin: 0 0 1.5mm; border-bottom: .4mm solid #111; }
.row { display: grid; grid-template-columns: repeat(12, 1fr); gap: 1.5mm; }
.row div { border: .4mm solid #111; border-radius: 1.5mm; padding: 1.5mm 1mm; text-align: center;
  height: 25mm; }
.row b { display: block; font: 600 13pt V; }
.row small { font-size: 7.5pt; display: block; }
.row .main { background: #111; color: #fff; }
.groups { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4mm; margin-top: 5mm; }
p { margin: 0 0 1.6mm; display: grid; grid-template-columns: 25mm 1fr; gap: 1mm; }
kbd { font: 600 8.5pt V; border: .3mm solid #111; border-radius: 1mm; padding: 0 1mm;
  justify-self: start; align-self: start; white-space: nowrap; }
.foot { margin-top: 4mm; border: .4mm solid #111; border-radius: 1.5mm; padding: 2mm 3mm;
  display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 6mm; }
.cut { margin-top: 4mm; border-top: .3mm dashed #666; font-size: 7.5pt; color: #444; }
"""


def strip_page() -> str:
    """Return the page as HTML."""
    row = "".join(_cap(command, words) for command, words in TOP_ROW)
    groups = "".join(
        f"<section><h2>{escape(title)}</h2>{''.join(_line(*each) for each in lines)}</section>"
        for title, lines in GROUPS.items()
    )
    foot = "".join(f"<span>{escape(words)}</span>" for words in FOOT)
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>Dải phím</title>'
        f"<style>{_LOOK}</style><h1>Quầy một cửa: phím dùng hằng ngày</h1>"
        f'<div class="row">{row}</div><div class="groups">{groups}</div>'
        f'<div class="foot">{foot}</div>'
        f'<div class="cut">In ngang khổ A4, cắt theo đường này, dán phía trên bàn phím. '
        f"Phím có ở màn hình đang xem: nhấn F1.</div></html>"
    )


def _cap(command: Command, words: str) -> str:
    others = [key for key in KEYS[command][1:] if "Return" not in key]
    small = f"<small>hoặc {escape(others[0])}</small>" if others else ""
    main = ' class="main"' if command is Command.RECEIVE else ""
    return f"<div{main}><b>{escape(KEYS[command][0])}</b>{escape(words)}{small}</div>"


def _line(command: Command, words: str) -> str:
    key = SHOWN_AS.get(command, KEYS[command][0])
    return f"<p><kbd>{escape(key)}</kbd><span>{escape(words)}</span></p>"
