"""A shift's money as the gallery shows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.shift.shift_page import Closed
from counter_app.desktop.presenters.shift.shift_state import Balance, ReceiptAsk, ShiftState
from counter_app.desktop.screens.shift.sheets import ReceiptSheet
from counter_app.desktop.screens.shift.shift_screen import ShiftScreen
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, IconCell, TextCell
from counter_app.domain.cash import DENOMINATIONS, MoneyDay
from counter_app.domain.money import grouped
from counter_app.services.printing.receipt_paper import Document
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_dossiers import desk


def _row(
    at: str, code: str, payer: str, what: str, amount: str, way: str, receipt: str, *,
    gone: bool = False,
) -> tuple[Cell, ...]:  # fmt: skip
    tone = Tone.TEXT_3 if gone else Tone.TEXT
    symbol, _, number = receipt.rpartition(" ") if not gone else ("", "", receipt)
    last: Cell = TextCell(number, tone, digits=True, below=symbol)
    if not receipt:
        last = IconCell("edit", "chưa có", Tone.WARN)
    return (
        TextCell(at, tone, digits=True),
        CodeCell(code, tone),
        TextCell(payer, tone),
        TextCell(what, tone, below="" if way == "Tiền mặt" else way),
        TextCell(amount, tone, digits=True, right=True),
        last,
    )


SHIFT = ShiftState(
    since="Từ 07:02 01/07/2025 · Phạm Thị Ví",
    rows=(
        _row("07:20", "H26.15-250701-0101", "Trần Thị Mẫu", "Lệ phí hộ tịch", "8.000 đ",
             "Tiền mặt", "1C25TVD 0000118"),
        _row("07:41", "SCT/BS-2 số 115", "", "Phí chứng thực bản sao từ bản chính", "14.000 đ",
             "Tiền mặt", ""),
        _row("08:05", "H26.15-250701-0104", "Lê Văn Thử", "Phí thẩm định", "120.000 đ",
             "Chuyển khoản", "1C25TVD 0000119"),
        _row("08:30", "H26.15-250701-0106", "Hoàng Thị Giả Định", "Lệ phí hộ tịch", "8.000 đ",
             "Tiền mặt", "thu nhầm hồ sơ", gone=True),
        _row("08:31", "H26.15-250701-0106", "Hoàng Thị Giả Định", "Lệ phí hộ tịch", "−8.000 đ",
             "Tiền mặt", "thu nhầm hồ sơ", gone=True),
    ),
    expected="22.000 đ",
    other="120.000 đ",
    denominations=tuple(grouped(each) for each in DENOMINATIONS),
    pieces=("", "", "", "", "1", "", "", "1", "", "", ""),
    counted="22.000 đ",
    balance=Balance.EVEN,
    balance_words="Khớp với số phải có.",
    handed_to="Thủ quỹ",
    reason="",
    needs_reason=False,
    unreceipted="1 khoản chưa có biên lai điện tử.",
)  # fmt: skip


def _page(look: Look, state: ShiftState) -> QWidget:
    def sheet(_: Closed) -> Document:
        return Document("cash_sheet", "TT03-2025", b"", copies=1)

    def day_sheet(_: MoneyDay) -> Document:
        return Document("cash_sheet", "TT03-2025", b"", copies=1)

    page = ShiftScreen(look, desk(), sheet, day_sheet)
    page.present(state)
    return page


@scene("chot-ca-khop")
def even(look: Look) -> QWidget:
    """The drawer agrees with the lines."""
    return _page(look, SHIFT)


@scene("chot-ca-thieu")
def less(look: Look) -> QWidget:
    """Money is missing: the reason is asked."""
    return _page(
        look,
        replace(
            SHIFT, pieces=("",) * 4 + ("1",) + ("",) * 6, counted="20.000 đ",
            balance=Balance.LESS, balance_words="Thiếu 2.000 đ", needs_reason=True,
            last="16:45 30/06/2025",
        ),
    )  # fmt: skip


@scene("chot-ca-chua-thu")
def nothing(look: Look) -> QWidget:
    """Nothing was taken yet."""
    return _page(
        look,
        replace(
            SHIFT, rows=(), expected="0 đ", other="0 đ", pieces=("",) * 11, counted="0 đ",
            handed_to="", unreceipted="",
        ),
    )  # fmt: skip


@scene("chot-ca-bien-lai", Area.OWN)
def receipt(look: Look) -> QWidget:
    """The e-receipt of a payment."""
    ask = ReceiptAsk("Biên lai điện tử của H26.15-250701-0104", "1C25TVD")
    return ReceiptSheet(look, None, ask)  # type: ignore[arg-type]
