"""What the check says of each fault, and what to do; and the banner over a tampered scan."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desktop.scanning.profile import Fault
from counter_app.desktop.scanning.raw_scan import Damage, RawScan
from counter_app.i18n import tr


@dataclass(frozen=True, slots=True)
class FaultWords:
    """Vietnamese source texts, to be shown through `tr`."""

    what: str
    advice: str


FAULTS: dict[Fault, FaultWords] = {
    Fault.IME_HOOK: FaultWords(
        "Bộ gõ tiếng Việt (UniKey, EVKey, OpenKey) sửa chữ do máy quét gõ ra.",
        "Chuyển bộ gõ sang chế độ E (thường là Ctrl+Shift) rồi quét lại; "
        "tốt nhất là đặt máy quét ở chế độ USB-COM.",
    ),
    Fault.PREEDIT: FaultWords(
        "Bộ gõ của hệ điều hành ghép chữ do máy quét gõ ra.",
        "Chuyển bàn phím sang tiếng Anh (Windows+Phím cách) rồi quét lại; "
        "tốt nhất là đặt máy quét ở chế độ USB-COM.",
    ),
    Fault.LAYOUT: FaultWords(
        "Bàn phím của Windows đang đặt kiểu khác kiểu Mỹ (US).",
        "Chương trình đã đọc đúng theo vị trí phím. Nên chuyển bàn phím về tiếng Anh (US).",
    ),
    Fault.CAPS_LOCK: FaultWords(
        "Phím Caps Lock đang bật nên chữ hoa và chữ thường bị đổi chỗ.",
        "Chương trình đã đổi lại cho đúng. Nên tắt Caps Lock.",
    ),
    Fault.ALT_437: FaultWords(
        "Máy quét gõ chữ có dấu bằng mã ALT 8 bit, chữ tiếng Việt bị mất.",
        "Đặt máy quét ở chế độ USB-COM, hoặc đổi sang chế độ ALT theo Unicode "
        "(xem sách hướng dẫn của máy).",
    ),
    Fault.MOJIBAKE: FaultWords(
        "Máy quét gửi chữ bằng bảng mã khác UTF-8.",
        "Chương trình đã chuyển lại cho đúng. Nên đặt bảng mã UTF-8 cho máy quét.",
    ),
    Fault.LETTERS_DROPPED: FaultWords(
        "Máy quét bỏ mất chữ có dấu.",
        "Đặt máy quét ở chế độ USB-COM, hoặc bật bảng mã UTF-8 trong cài đặt của máy quét.",
    ),
    Fault.NO_TERMINATOR: FaultWords(
        "Máy quét không gửi phím Enter ở cuối mã.",
        "Vẫn dùng được, mỗi lần quét chậm hơn 0,12 giây. Nên quét mã cài đặt "
        "“Add Enter” trong sách hướng dẫn của máy.",
    ),
    Fault.CUT: FaultWords(
        "Mã chỉ đến được một phần.",
        "Giữ máy quét yên hơn và quét lại; nếu vẫn thiếu, giảm tốc độ gõ của máy quét.",
    ),
    Fault.SLOW: FaultWords(
        "Máy quét gõ chậm, dễ lẫn với người gõ.",
        "Đặt thời gian giữa hai ký tự của máy quét dưới 15 ms, hoặc đặt ký tự đầu (prefix) "
        "cho máy quét và ghi ký tự đó vào ô Ký tự đầu.",
    ),
    Fault.OTHER_TEXT: FaultWords(
        "Nội dung nhận được khác mã đang hiện trên màn hình.",
        "Quét đúng mã đang hiện. Nếu đã quét đúng, khôi phục cài đặt gốc của máy quét "
        "rồi kiểm tra lại.",
    ),
}


@dataclass(frozen=True, slots=True)
class TamperWords:
    """The banner over a scan that an input method changed: `bold`, then `rest`; both ready."""

    bold: str
    rest: str


def tamper_words(scan: RawScan) -> TamperWords:
    """Return what to press, and whether the twelve digits of the card were kept."""
    if Damage.IME_KEYS in scan.damage:
        press = tr("Nhấn Ctrl+Shift để tắt bộ gõ (chế độ E) rồi quét lại.")
    else:
        press = tr("Nhấn Windows+Phím cách để chuyển bàn phím sang tiếng Anh rồi quét lại.")
    if scan.number:
        kept = tr("12 số định danh đã đọc được và được giữ lại; các chữ khác có thể sai.")
    else:
        kept = tr("Chưa có gì được ghi từ lần quét này.")
    return TamperWords(tr("Bộ gõ tiếng Việt đã sửa nội dung máy quét."), f"{kept} {press}")
