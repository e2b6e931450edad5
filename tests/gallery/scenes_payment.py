"""The payment panel (thu phí), as the gallery shows it: a part by transfer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.steps.step_state import (
    Block,
    Fields,
    Input,
    Row,
    Rows,
    Say,
    SayKind,
    StepState,
)
from counter_app.desktop.theme.look import Look
from counter_app.domain.dossiers.status import Status
from counter_app.domain.vietqr import transfer_code
from counter_app.wording.steps import PAY_METHODS
from tests.gallery.scenes import scene
from tests.gallery.scenes_steps import stepping

LINES = (
    Row("line0", "Lệ phí hộ tịch", "", "8.000 đ", ticked=True, number="1", is_key=True),
    Row("line1", "Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản "
        "gắn liền với đất", "", "120.000 đ", ticked=True, number="2", is_key=True),
)  # fmt: skip


def ways(chosen: int) -> Rows:
    """Return the ways to pay, numbered after the lines."""
    rows = tuple(
        Row(way.value, words, ticked=at == chosen, number=str(at + 3), is_key=True)
        for at, (way, words) in enumerate(PAY_METHODS.items())
    )
    return Rows("methods", "Cách nộp", rows, single=True)


def fields(taken: str = "") -> tuple[Fields, ...]:
    """Return the sum, the payer and the e-receipt."""
    return (
        Fields(
            "sum",
            (
                Input("sum", "Số tiền thu", taken, placeholder="128.000 đ", digits=True),
                Input("payer", "Người nộp tiền", "Trần Thị Mẫu"),
            ),
        ),
        Fields(
            "symbol",
            (
                Input("symbol", "Ký hiệu biên lai", ""),
                Input("number", "Số biên lai", "", digits=True),
                Input("lookup", "Mã tra cứu", ""),
            ),
            "Biên lai điện tử, nếu đã có",
        ),
    )


def paying(look: Look, *blocks: Block) -> QWidget:
    """Return the page of a dossier with the panel open."""
    state = StepState("Thu phí, lệ phí", "", "money", blocks, "Thu tiền và in phiếu thu")
    return stepping(look, state, "Thu phí, lệ phí", "money", Status.RECEIVED)


def figure(amount: str, words: str) -> Say:
    """Return the sum in figures and in words."""
    return Say("figure", amount, words, SayKind.FIGURE, "money")


UID = "0197c2aa-7a30-7c91-8e00-0000004d2e1f"
BANK = Say(
    "bank",
    f"Nội dung chuyển khoản: H26.15-250630-0117 hoặc {transfer_code(UID)}",
    "Mã thứ hai là của lần chuyển trước khi hồ sơ có số; gõ vào ô tìm cũng ra.",
    in_sight=True,
)


@scene("thu-phi-chuyen-khoan")
def transfer(look: Look) -> QWidget:
    """Less than is owed, by transfer: what the bank's line says, what remains."""
    said = figure("100.000 đ", "Một trăm nghìn đồng. Tạm thu, còn 28.000 đ.")
    lines = Rows("lines", "Khoản còn phải nộp", LINES)
    return paying(look, lines, ways(1), BANK, *fields("100.000"), said)
