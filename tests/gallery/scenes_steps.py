"""Further steps of a dossier in their panel, as the gallery shows them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.detail.detail_state import OtherButton
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
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.status_look import status_chip
from counter_app.desktop.widgets.lists.timeline_row import TimelineRow
from counter_app.domain.dossiers.status import Status
from tests.gallery.scenes import scene
from tests.gallery.scenes_detail import TIMELINE, detail_state
from tests.gallery.scenes_dossiers import desk

REASONS = (
    ("Thiếu giấy báo tử hoặc giấy tờ thay giấy báo tử", ""),
    ("Tờ khai đăng ký khai tử chưa hợp lệ", ""),
    ("Giấy tờ chứng minh nơi cư trú cuối cùng của người chết chưa hợp lệ", ""),
    ("Thông tin trong tờ khai chưa khớp với giấy tờ kèm theo", "đã dùng 4 lần"),
    ("Tờ khai chưa ghi đủ các mục hoặc chưa ký", ""),
    ("Bản sao chưa được chứng thực", ""),
    ("Chưa xuất trình bản chính để đối chiếu", ""),
    ("Giấy tờ đã hết giá trị sử dụng", ""),
    ("Giấy ủy quyền chưa hợp lệ", ""),
    ("Bản chụp mờ, không đọc được", ""),
)


def reasons(*ticked: int) -> Rows:
    """Return the numbered reasons, some ticked."""
    rows = tuple(
        Row(f"reason{at}", text, note, "", at + 1 in ticked, str(at + 1), at < 9)
        for at, (text, note) in enumerate(REASONS)
    )
    return Rows("reasons", "Nội dung cần bổ sung, hoàn thiện", rows)


def fields(**texts: str) -> tuple[Fields, ...]:
    """Return what the letter says beside the reasons."""
    return (
        Fields("other", (Input("other", "Nội dung khác", texts.get("other", "")),)),
        Fields(
            "guidance",
            (Input("guidance", "Hướng dẫn", "", "Khai lại tờ khai theo đúng giấy tờ kèm theo."),),
        ),
        Fields(
            "contact",
            (
                Input("contact", "Liên hệ", "Phạm Thị Ví, 0200 000 014"),
                Input(
                    "bring_by",
                    "Nộp bổ sung trước ngày",
                    texts.get("day", ""),
                    "không ghi",
                    texts.get("problem", ""),
                    digits=True,
                ),
            ),
        ),
    )


BREACH: tuple[Block, ...] = (
    Say(
        "breach",
        "Vượt quy định: yêu cầu bổ sung lần thứ hai.",
        "Vẫn ghi được khi có lý do và người phụ trách đồng ý; việc này được thống kê.",
        SayKind.WARN,
        "warn",
    ),
    Fields("breach.fields", (Input("breach.reason", "Lý do vượt quy định"),)),
    Rows(
        "breach.supervisor",
        "Người phụ trách đồng ý",
        (
            Row("a", "Vũ Văn Tập", "Giám đốc Trung tâm", ticked=True, number="4", is_key=True),
            Row("b", "Đặng Thị Thử", "Phó Giám đốc", number="5", is_key=True),
        ),
        single=True,
    ),
)


def stepping(look: Look, state: StepState, title: str, icon: str, status: Status) -> DetailPage:
    """Return the page with the panel of a step open."""
    page = DetailPage(look, desk())
    doing = TimelineRow("09:26", title, "Xác nhận ở khung bên phải", icon, now=True)
    page.present(
        detail_state(chip=status_chip(status), timeline=(*TIMELINE[:3], doing), crowded=True)
    )
    page.show_step(state)
    return page


def asking(blocks: tuple[Block, ...], reason: str = "", error: str = "") -> StepState:
    """Return the panel of Mẫu 02."""
    proceed = "Yêu cầu bổ sung và in phiếu"
    return StepState("Yêu cầu bổ sung", "F7", "paper-plus", blocks, proceed, reason, error)


@scene("yeu-cau-bo-sung")
def request(look: Look) -> QWidget:
    """Nothing is ticked yet."""
    state = asking((reasons(), *fields()), "Đánh dấu ít nhất một nội dung cần bổ sung.")
    return stepping(look, state, "Yêu cầu bổ sung", "paper-plus", Status.RECEIVED)


@scene("yeu-cau-bo-sung-san-sang")
def ready(look: Look) -> QWidget:
    """Two are ticked: Enter."""
    state = asking((reasons(1, 4), *fields()))
    return stepping(look, state, "Yêu cầu bổ sung", "paper-plus", Status.RECEIVED)


@scene("yeu-cau-bo-sung-lan-hai")
def again(look: Look) -> QWidget:
    """A second request, with a day that can't be."""
    before = Say(
        "before",
        "Đã yêu cầu bổ sung trước đây.",
        "phiếu 01/Q2 · 10:05 30/06/2025 · Giấy báo tử hoặc giấy tờ thay giấy báo tử",
    )
    rows = Rows("reasons", "Nội dung cần bổ sung, hoàn thiện", reasons(2).rows[:3])
    last = fields(day="31/02", problem="Không có ngày “31/02” trong lịch.")[-1:]
    state = asking((before, rows, *last, *BREACH), "Ghi lý do vượt quy định.")
    return stepping(look, state, "Yêu cầu bổ sung", "paper-plus", Status.WAITING_SUPPLEMENT)


def receiving(rows: tuple[Row, ...], *between: Block) -> StepState:
    """Return the panel of what is brought."""
    ticked = any(row.ticked for row in rows)
    blocks = (
        Say("asked_by", "", "Theo phiếu 01/Q2 · yêu cầu lúc 10:05 30/06/2025"),
        Rows("asked", "Công dân nộp bổ sung", rows),
        *between,
        Say(
            "due",
            "Hẹn trả 16:30 03/07/2025",
            "Thời hạn tính lại từ đầu, hẹn cũ 11:30 01/07/2025.",
            SayKind.FIGURE,
            "clock",
        ),
        Fields("note", (Input("note", "Ghi chú", "", "không ghi"),)),
    )
    proceed = "Nhận bổ sung và in giấy" if ticked else "Đã đủ tất cả"
    return StepState("Nhận bổ sung", "F7", "paper", blocks, proceed)


def asked(*ticked: int) -> tuple[Row, ...]:
    """Return what was asked for."""
    wanted = (
        ("Giấy báo tử hoặc giấy tờ thay giấy báo tử", "còn thiếu", "bản chính 1"),
        ("Tờ khai đăng ký khai tử", "chưa hợp lệ", "bản chính 1"),
        ("Bản sao chưa được chứng thực", "", "đã hoàn thiện"),
    )
    return tuple(
        Row(f"item{at}", text, note, right if at in ticked else "", at in ticked, str(at + 1), True)  # noqa: FBT003
        for at, (text, note, right) in enumerate(wanted)
    )


@scene("nhan-bo-sung")
def bring(look: Look) -> QWidget:
    """Nothing is ticked: Enter says that all of it is there."""
    return stepping(look, receiving(asked()), "Nhận bổ sung", "paper", Status.WAITING_SUPPLEMENT)


@scene("nhan-bo-sung-thieu")
def partly(look: Look) -> QWidget:
    """Not all of it came; how many of what was ticked last."""
    counts = Fields(
        "counts0",
        (
            Input("originals0", "Bản chính", "1", digits=True),
            Input("certified0", "Bản chứng thực", "0", digits=True),
            Input("photocopies0", "Bản photo", "2", digits=True),
        ),
        "Số bản: giấy báo tử hoặc giấy tờ thay giấy báo tử",
    )
    lacking = Say(
        "lacking",
        "Còn 2 nội dung chưa nộp.",
        "Vẫn nhận được: thời hạn tính tiếp, giấy tờ thiếu vẫn ghi là thiếu.",
        SayKind.WARN,
        "warn",
    )
    state = receiving(asked(0), counts, lacking)
    return stepping(look, state, "Nhận bổ sung", "paper", Status.WAITING_SUPPLEMENT)


@scene("chi-tiet-cho-bo-sung")
def waiting(look: Look) -> QWidget:
    """A dossier that waits: the next act is to take the supplement in."""
    page = DetailPage(look, desk())
    row = TimelineRow(
        "10:05",
        "Yêu cầu bổ sung",
        "số 01/Q2 · Giấy báo tử; Tờ khai · Phạm Thị Ví · in phiếu yêu cầu bổ sung 2 liên",
        "paper-plus",
    )
    page.present(
        detail_state(
            chip=status_chip(Status.WAITING_SUPPLEMENT),
            timeline=(*TIMELINE[:2], row),
            proceed="Nhận bổ sung",
            proceed_reason="Đang chờ công dân bổ sung 2 nội dung.",
            proceed_step="supplement_received",
            proceed_icon="paper",
            proceed_keys="F7",
        )
    )
    return page


@scene("chi-tiet-nhieu-viec-bo-sung")
def many(look: Look) -> QWidget:
    """More acts than places: long words, a key, a menu."""
    page = DetailPage(look, desk())
    texts = ("Ghi liên hệ", "Hủy tiếp nhận", "Gia hạn", "Nghĩa vụ tài chính", "Dừng giải quyết")
    others = tuple(OtherButton(text, text, "note") for text in texts)
    first = OtherButton("supplement", "Yêu cầu bổ sung", "paper-plus", "F7")
    page.present(
        detail_state(
            chip=status_chip(Status.RECEIVED),
            proceed="",
            proceed_reason="",
            others=(first, *others, OtherButton("more", "Phản ánh, kiến nghị", "note")),
        )
    )
    return page
