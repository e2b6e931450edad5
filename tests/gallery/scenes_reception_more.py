"""The reception's editors, its grey note, and the form of a person of every other kind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.persons.kinds import PersonRole, TypedKind
from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.desktop.presenters.reception.on_paper.state import PaperLineState
from counter_app.desktop.presenters.reception.state import (
    Block,
    Choice,
    DeliveryState,
    DueState,
    FeeRow,
    FeesState,
    LeftItem,
    PanelState,
    Standing,
)
from counter_app.desktop.theme.look import Look
from tests.gallery.reception_states import EMPTY, READY, SEARCHING
from tests.gallery.scenes import scene
from tests.gallery.scenes_reception import shown, with_form

_DONE = replace(READY.applicant, standing=Standing.DONE, question=None)
_PANEL = replace(READY.panel, amber=())


def _nothing(*_: object) -> None:
    """Leave the form as it is."""


def _edited(look: Look, block: Block, **blocks: object) -> QWidget:
    state = replace(READY, current=block, applicant=_DONE, panel=_PANEL, **blocks)  # type: ignore[arg-type]
    return shown(look, state)


@scene("tiep-nhan-hen-tra")
def due(look: Look) -> QWidget:
    """The due time by hand, with the reason it needs."""
    return _edited(
        look,
        Block.DUE,
        due=DueState(
            standing=Standing.CURRENT,
            value="11:30",
            day="Thứ Tư 02/07/2025",
            detail="1 ngày làm việc, tính từ 09:14 hôm nay",
            editing=True,
            typed="16:00 03/07/2025",
            reason="",
            problem="Hẹn khác hạn của thủ tục thì cần ghi lý do.",
        ),
    )


@scene("tiep-nhan-nhan-ket-qua")
def delivery(look: Look) -> QWidget:
    """The ways of delivery, by post with its address."""
    return _edited(
        look,
        Block.DELIVERY,
        delivery=DeliveryState(
            standing=Standing.CURRENT,
            value="Qua bưu chính",
            editing=True,
            ways=(
                Choice("1", "Tại quầy"),
                Choice("2", "Qua bưu chính"),
                Choice("3", "Trực tuyến"),
            ),
            way=1,
            address="Số 12 đường Mẫu, phường Mẫu, tỉnh Ví Dụ",
        ),
    )


@scene("tiep-nhan-phi-tu-nhap")
def open_fee(look: Look) -> QWidget:
    """A fee whose amount the officer types."""
    return _edited(
        look,
        Block.FEES,
        fees=FeesState(
            standing=Standing.CURRENT,
            value="50.000 đ",
            aside="Chưa thu",
            editing=True,
            rows=(
                FeeRow("Phí thẩm định", "", open=True, amount="50.000"),
                FeeRow("Lệ phí hộ tịch", "8.000 đ"),
            ),
            collected=True,
            collected_words="Đã thu tiền mặt",
        ),
    )


@scene("tiep-nhan-phuc-hoi")
def restored(look: Look) -> QWidget:
    """A draft that came back after the power was gone."""
    return shown(look, replace(SEARCHING, grey="Bản nháp lúc 09:02 đã được mở lại, không mất gì."))


@scene("tiep-nhan-dang-in")
def printing(look: Look) -> QWidget:
    """Between F9 and the cleared page."""
    panel = PanelState(
        heading="Đủ để tiếp nhận",
        ready=True,
        button="Đang ghi và in…",
        busy=True,
        paper_words="2 liên A5 trên một tờ A4",
    )
    return shown(look, replace(READY, current=Block.READY, applicant=_DONE, panel=panel))


@scene("tiep-nhan-khong-thay-thu-tuc")
def nothing_found(look: Look) -> QWidget:
    """Letters that fit no procedure."""
    found = replace(SEARCHING.procedure, typed="qqq", rows=(), count_words="0 trong 2.642 thủ tục")
    return shown(look, replace(SEARCHING, procedure=found))


def _form(look: Look, kind: TypedKind, who: PersonRole, /, **texts: str) -> QWidget:
    typed = TypedPerson(kind, texts=texts)
    return with_form(look, typed, who, _nothing)


@scene("nhap-ho-chieu")
def passport(look: Look) -> QWidget:
    return _form(
        look,
        TypedKind.PASSPORT,
        PersonRole.APPLICANT,
        number="C1234567",
        nationality="Nhật Bản",
        name="Suzuki Mẫu",
        birth="02/01/1990",
    )


@scene("nhap-chua-co-so")
def none_yet(look: Look) -> QWidget:
    return _form(look, TypedKind.NONE_YET, PersonRole.APPLICANT, name="Trần Thị Mẫu")


@scene("nhap-ho-kinh-doanh")
def household(look: Look) -> QWidget:
    return _form(
        look, TypedKind.HOUSEHOLD, PersonRole.APPLICANT, number="8123456789", name="Ví Dụ Quán"
    )


@scene("nhap-to-chuc")
def organisation(look: Look) -> QWidget:
    return _form(
        look, TypedKind.ORGANISATION, PersonRole.APPLICANT, number="12/QĐ-HM", name="Hội Mẫu"
    )


@scene("nhap-nguoi-nop")
def submitter(look: Look) -> QWidget:
    """Somebody comes for the applicant with an authorisation."""
    return _form(
        look,
        TypedKind.CARD,
        PersonRole.SUBMITTER,
        number="001085000123",
        name="Lê Văn Thử",
        capacity="authorised",
        paper_number="07/GUQ",
    )


@scene("nhap-nguoi-lien-quan")
def related(look: Look) -> QWidget:
    return _form(look, TypedKind.CARD, PersonRole.RELATED, name="Lê Văn Thử", role="chồng")


@scene("tiep-nhan-giay-truoc")
def paper_first(look: Look) -> QWidget:
    """It was received on paper before: the line above the form, just opened."""
    reasons = "1 Mất điện · 2 Mất mạng lâu · 3 Máy hỏng · 4 Quá đông"
    line = PaperLineState(number="H26.15-250701-0904", reasons=reasons)
    return shown(look, replace(EMPTY, current=Block.PAPER_FIRST, paper_line=line))


@scene("tiep-nhan-giay-truoc-da-ghi")
def paper_first_typed(look: Look) -> QWidget:
    """The line filled in, while the rest is ready."""
    line = PaperLineState("9h15 28/6", "G-17", "Mất điện", read="hẹn trả tính từ 09:15 28/06/2025")
    return shown(look, replace(READY, paper_line=line))


@scene("tiep-nhan-giay-truoc-sai")
def paper_first_wrong(look: Look) -> QWidget:
    """F9 refused it: what is wrong stands under the fields, and at the foot of the panel."""
    line = PaperLineState(
        "25h 1/7",
        problem="Chưa đọc được giờ, ngày “25h 1/7”. Gõ như 09:14 01/07/2025.",
        reason_problem="Ghi nhận bằng giấy trước: cần ghi lý do.",
    )
    left = (LeftItem("!", "Ghi nhận bằng giấy trước: cần ngày giờ trên giấy.", current=True),)
    panel = replace(
        READY.panel, heading="Còn 1 việc trước khi in", ready=False, left=left, enabled=False
    )
    state = replace(READY, current=Block.PAPER_FIRST, paper_line=line, panel=panel)
    return shown(look, state)
