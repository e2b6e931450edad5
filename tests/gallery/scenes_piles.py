"""The page of piles as the gallery shows it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.piles.pile_state import PileState, ResultFields
from counter_app.desktop.screens.piles.piles_page import PilesPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, IconCell, TextCell
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.services.dossiers.piles import Pile, PileList
from counter_app.services.printing.receipt_paper import Document
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import desk

_NAMES = ("Trần Thị Mẫu", "Lê Văn Thử", "Phạm Thị Ví", "Nguyễn Văn Dụ", "Hoàng Thị Giả Định")
_PROCEDURES = (
    "Đăng ký khai sinh",
    "Đăng ký lại khai sinh",
    "Cấp Giấy xác nhận tình trạng hôn nhân",
    "Đăng ký thường trú",
    "Chuyển mục đích sử dụng đất phải được phép của cơ quan nhà nước có thẩm quyền",
)


def _make(_: PileList) -> Document:
    return Document("hand_over", "TT03-2025", b"", copies=2)


def _rows(last: tuple[Cell, ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            TextCell(str(number), digits=True, right=True),
            CodeCell(f"H26.15-250701-{100 + number:04}"),
            TextCell(_NAMES[number % 5]),
            TextCell(_PROCEDURES[number % 5]),
            cell,
        )
        for number, cell in enumerate(last, 1)
    )


def _page(look: Look, state: PileState) -> QWidget:
    page = PilesPage(look, desk(), _make)
    page.present(state)
    return page


OUT = PileState(
    pile=Pile.OUT,
    title="Bàn giao hồ sơ cho đơn vị",
    rows=_rows((TextCell("Ủy ban nhân dân phường Mẫu", Tone.TEXT_2),) * 9),
    current=8,
    count="9 hồ sơ trong chồng",
    unit_label="Đơn vị nhận",
    unit="Ủy ban nhân dân phường Mẫu",
    units=(),
    person_label="Người nhận",
    person="Lê Văn Thử",
    proceed="Bàn giao và in",
)


@scene("ban-giao-chong-ho-so")
def out(look: Look) -> QWidget:
    """A pile that is ready."""
    return _page(look, OUT)


@scene("ban-giao-trong")
def empty(look: Look) -> QWidget:
    """Nothing scanned yet; the last list can be printed again."""
    return _page(
        look,
        PileState(
            Pile.OUT, OUT.title, (), 0, "", "Đơn vị nhận", "", (), "Người nhận", "", OUT.proceed,
            reason="Quét mã trên từng giấy tiếp nhận của chồng.", again="BG2-2025-0014",
        ),
    )  # fmt: skip


@scene("ban-giao-con-vuong")
def held(look: Look) -> QWidget:
    """One line can't go, one belongs elsewhere, the unit is being typed."""
    return _page(
        look,
        PileState(
            Pile.OUT,
            OUT.title,
            _rows(
                (
                    TextCell("Ủy ban nhân dân phường Mẫu", Tone.TEXT_2),
                    IconCell(
                        "warn", "Hồ sơ đã bàn giao cho Phòng Kinh tế, chưa nhận lại.", Tone.ERROR
                    ),
                    IconCell("warn", "Văn phòng Đăng ký đất đai", Tone.WARN),
                )
            ),
            1,
            "3 hồ sơ trong chồng",
            "Đơn vị nhận",
            "uy ban",
            (PickerRow("Ủy ban nhân dân phường Mẫu"), PickerRow("Ủy ban nhân dân xã Mẫu Đông")),
            "Người nhận",
            "",
            OUT.proceed,
            reason="Còn 1 hồ sơ không đi cùng chồng này: nhấn Delete để bỏ ra.",
            doubt="1 hồ sơ do cơ quan khác giải quyết.",
            problem="Hồ sơ đã bàn giao cho Phòng Kinh tế, chưa nhận lại.",
        ),
    )


@scene("ban-giao-nhan-ket-qua")
def results(look: Look) -> QWidget:
    """Results come in; the chosen row's paper is described at the right."""
    return _page(
        look,
        PileState(
            Pile.RESULTS,
            "Nhận kết quả về quầy",
            _rows(
                (
                    TextCell("Giấy khai sinh · 118/2025"),
                    TextCell("Giấy khai sinh · 119/2025"),
                    IconCell("edit", "giấy gì?", Tone.WARN),
                )
            ),
            2,
            "3 hồ sơ trong chồng",
            "Đơn vị giao",
            "Ủy ban nhân dân phường Mẫu",
            (),
            "Người giao",
            "Phạm Thị Ví",
            "Nhận về và in",
            reason="Còn kết quả chưa ghi là giấy gì.",
            result=ResultFields("H26.15-250701-0103", "", "120/2025", ""),
        ),
    )
