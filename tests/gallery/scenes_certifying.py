"""Quick certification as the gallery shows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.certifying.certify_state import CertifyState
from counter_app.desktop.screens.certifying.certify_screen import CertifyScreen
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import Cell, TextCell
from counter_app.services.certifying.quick import BookLine
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import desk

KINDS = ("Bản sao từ bản chính", "Chữ ký", "Hợp đồng, giao dịch")


def _row(
    number: int, at: str, kind: str, counted: str, price: str, who: str, *, void: bool = False
) -> tuple[Cell, ...]:
    tone = Tone.TEXT_3 if void else Tone.TEXT
    return (
        TextCell(f"{number}/2025", tone, 500, digits=True),
        TextCell(at, tone, digits=True),
        TextCell(kind, tone),
        TextCell("Giấy tờ, văn bản", tone),
        TextCell(counted, tone, digits=True, right=True),
        TextCell(price, tone, digits=True, right=True),
        TextCell(who, tone),
    )


BOOK = CertifyState(
    kinds=KINDS,
    kind=0,
    typed="5x2",
    said="5 trang × 2 bản",
    price="14.000 đ",
    paper="",
    paper_usual="Giấy tờ, văn bản",
    requester="Trần Thị Mẫu",
    signed_by="",
    by_transfer=False,
    rows=(
        _row(118, "09:12", KINDS[0], "3 × 1", "5.000 đ", "Lê Văn Thử"),
        _row(117, "09:05", KINDS[0], "12 × 3", "42.000 đ", ""),
        _row(116, "08:58", KINDS[0], "1 × 4", "8.000 đ", "Đã bỏ: gõ nhầm số trang", void=True),
        _row(34, "08:40", KINDS[1], "1 × 1", "10.000 đ", "Phạm Thị Ví"),
        _row(115, "08:31", KINDS[0], "2 × 2", "8.000 đ", ""),
    ),
    sum="Hôm nay 4 việc · 65.000 đ",
    next_number="119/2025",
)


def _page(look: Look, state: CertifyState) -> QWidget:
    def slip(_: BookLine) -> None:
        """Print nothing."""

    page = CertifyScreen(look, desk(), slip)
    page.present(state)
    return page


@scene("chung-thuc-nhanh")
def typed(look: Look) -> QWidget:
    """A line that is ready, and today's book."""
    return _page(look, BOOK)


@scene("chung-thuc-nhanh-ngo-nham")
def doubted(look: Look) -> QWidget:
    """Many pages: a doubt that stops nothing."""
    return _page(
        look,
        replace(
            BOOK, typed="520", said="520 trang × 1 bản", price="200.000 đ",
            doubt="520 trang một bản: kiểm tra lại số trang.",
        ),
    )  # fmt: skip


@scene("chung-thuc-nhanh-trong")
def empty(look: Look) -> QWidget:
    """Nothing typed, nothing certified today."""
    return _page(
        look,
        replace(
            BOOK, typed="", said="", price="", requester="", rows=(), sum="", next_number="",
            reason="Gõ số trang; nhiều bản thì gõ thêm x và số bản, như 5x2.",
        ),
    )  # fmt: skip
