"""One dossier, and the return of its result, as the gallery shows them."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.detail.detail_state import (
    DetailState,
    InfoRow,
    Mark,
    MissingState,
    Note,
    OtherAct,
    OtherButton,
    Part,
    PartTab,
)
from counter_app.desktop.presenters.returning.other_receiver import form_of
from counter_app.desktop.presenters.returning.return_state import (
    OtherPerson,
    ReceiverKind,
    ReceiverState,
    ReturnItem,
    ReturnState,
    Standing,
)
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.status_look import status_chip
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.lists.timeline_row import TimelineRow
from counter_app.domain.dossiers.status import Status
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import NOW, desk

FACTS = (
    Fact("Đăng ký khai sinh", 600, tone=Tone.TEXT),
    Fact("1.001193", digits=True),
    Fact("Trần Thị Mẫu"),
    Fact("0011••••0456", digits=True),
    Fact("Nhận tại quầy"),
)
TIMELINE = (
    TimelineRow(
        "09:32",
        "Tiếp nhận tại quầy 2",
        "Phạm Thị Ví · in giấy tiếp nhận 2 liên",
        "in",
        "30/06",
    ),
    TimelineRow("09:33", "Thu phí, lệ phí 8.000 đ", "Tiền mặt · Phạm Thị Ví", "money"),
    TimelineRow(
        "10:05", "Bàn giao cho bộ phận Hộ tịch", "Phiếu bàn giao 14 · Lê Văn Thử nhận", "swap"
    ),
    TimelineRow("16:48", "Đã giải quyết", "Giấy khai sinh 1 bản · Nguyễn Văn Mẫu ký", "ok"),
    TimelineRow(
        "08:05",
        "Nhận kết quả về quầy",
        "Giấy khai sinh 1 bản, Trích lục khai sinh 2 bản",
        "inbox",
        "01/07",
    ),
    TimelineRow("08:07", "Báo công dân", "Tin nhắn · Mời đến nhận kết quả · Phạm Thị Ví", "phone"),
)
DOING = TimelineRow("09:26", "Đang trả kết quả", "Xác nhận ở khung bên phải", "out", now=True)
OTHERS = (
    OtherButton(OtherAct.TELL, "Ghi liên hệ", "phone"),
    OtherButton("withdrawal", "Rút hồ sơ", "undo"),
)
PAPERS = (
    InfoRow("Giấy khai sinh, bản chính, số 118/2025", "Kết quả", "1 bản"),
    InfoRow("Trích lục khai sinh, bản sao", "Kết quả", "2 bản"),
    InfoRow("Tờ khai đăng ký khai sinh", right="bản chính 1"),
    InfoRow("Giấy chứng sinh", right="bản chính 1"),
    InfoRow("Giấy chứng nhận kết hôn", "còn thiếu · hẹn mang sau", tone=Tone.WARN),
)


def detail_state(**changes: object) -> DetailState:
    """Return a dossier whose result waits at the counter."""
    usual = DetailState(
        code="H26.15-250630-0117",
        chip=status_chip(Status.FINISHED, result_is_here=True),
        due=Mark("clock", "Hẹn 11:30 hôm nay"),
        facts=FACTS,
        notes=(),
        timeline=TIMELINE,
        sending=Mark("cloud-ok", "máy chủ đã nhận đủ"),
        tabs=(
            PartTab(Part.PAPERS, "Giấy tờ", "5", chosen=True),
            PartTab(Part.FEES, "Phí, lệ phí", "8.000 đ"),
            PartTab(Part.PERSONS, "Người", "1"),
        ),
        rows=PAPERS,
        proceed="Trả kết quả",
        proceed_reason="Kết quả đã về quầy, công dân có thể nhận.",
        others=OTHERS,
        reprint="In lại",
    )
    return dataclasses.replace(usual, **changes)  # type: ignore[arg-type]


def return_state(**changes: object) -> ReturnState:
    """Return the panel as picture 4 has it."""
    usual = ReturnState(
        standing=None,
        receiver=ReceiverState(
            ReceiverKind.MATCHED,
            "Trần Thị Mẫu",
            "0011••••0456 · đúng chủ hồ sơ · thẻ đọc 09:26",
        ),
        other=None,
        given=(
            ReturnItem(
                "result0", "1", "Giấy khai sinh, bản chính, số 118/2025", "1 bản", ticked=True
            ),
            ReturnItem("result1", "2", "Trích lục khai sinh, bản sao", "2 bản", ticked=True),
        ),
        taken=(
            ReturnItem("original0", "3", "Trả lại: Giấy chứng nhận kết hôn", "1 bản", ticked=False),
            ReturnItem("receipt", "4", "Thu lại giấy tiếp nhận và hẹn trả", "1 tờ", ticked=True),
        ),
        arrived=None,
        warnings=(),
        proceed="Trả kết quả và in biên nhận",
        reason="",
    )
    return dataclasses.replace(usual, **changes)  # type: ignore[arg-type]


def returning(look: Look, state: ReturnState, **changes: Any) -> DetailPage:
    """Return the page with the panel of the return open."""
    page = DetailPage(look, desk())
    given = {"timeline": (*TIMELINE, DOING), "crowded": True, **changes}
    page.present(detail_state(**given))
    page.show_return(state)
    return page


@scene("chi-tiet")
def detail(look: Look) -> QWidget:
    """A dossier whose result is here."""
    page = DetailPage(look, desk())
    page.present(detail_state())
    return page


@scene("chi-tiet-can-xem")
def trouble(look: Look) -> QWidget:
    """Both codes, something unsent, something to look at, a late dossier."""
    page = DetailPage(look, desk())
    unsent = TimelineRow(
        "09:20", "Báo công dân", "Gọi điện · chưa liên lạc được", "phone", unsent=True
    )
    refused = TimelineRow(
        "09:21",
        "Thu phí, lệ phí 8.000 đ",
        "máy chủ không nhận, cần xem · Tiền mặt · Phạm Thị Ví",
        "warn",
        tone=Tone.WARN,
    )
    page.present(
        detail_state(
            chip=status_chip(Status.IN_PROGRESS),
            due=Mark("late", "Hẹn 17:00 26/06 · quá hạn 3 ngày", Tone.LATE),
            facts=(*FACTS, Fact("Trên phiếu tạm: HG00217-250630-0003", tone=Tone.TEXT)),
            notes=(
                Note(
                    "warn",
                    "1 việc của hồ sơ này cần xem lại.",
                    "Máy chủ chưa nhận, dữ liệu vẫn nguyên. Xem dòng vàng trong diễn biến.",
                    Edge.WARN,
                ),
                Note(
                    "info",
                    "Máy chủ đánh dấu để lãnh đạo xem.",
                    "Máy chủ tính ra ngày hẹn trả khác.",
                    Edge.SLATE,
                ),
            ),
            timeline=(*TIMELINE[:3], unsent, refused),
            sending=Mark("cloud-up", "1 việc chờ gửi"),
            proceed="",
            proceed_reason="",
        )
    )
    return page


@scene("tra-ket-qua")
def matched(look: Look) -> QWidget:
    """Picture 4."""
    return returning(look, return_state())


@scene("tra-ket-qua-chua-quet")
def expected(look: Look) -> QWidget:
    """No card was read: who submitted is expected."""
    receiver = ReceiverState(
        ReceiverKind.EXPECTED,
        "Trần Thị Mẫu",
        "0011••••0456 · chủ hồ sơ · chưa quét thẻ",
        "Quét thẻ người nhận, hoặc Enter nếu đúng người này.",
    )
    return returning(look, return_state(receiver=receiver))


@scene("tra-ket-qua-nguoi-khac")
def somebody_else(look: Look) -> QWidget:
    """Somebody else, with a number that can't be one, and no receipt."""
    typed = OtherPerson("Lê Văn Thử", "00108400012", "0900000999", "authorised", "", "")
    state = return_state(
        receiver=ReceiverState(
            ReceiverKind.OTHER, "Lê Văn Thử", "0010••••0012 · người được ủy quyền"
        ),
        other=form_of(typed, NOW.date(), complete=True),
        warnings=("Mất giấy tiếp nhận: đối chiếu thẻ căn cước của người nhận.",),
    )
    return returning(look, state)


@scene("tra-ket-qua-chua-co")
def not_here(look: Look) -> QWidget:
    """There is no result yet."""
    state = return_state(
        standing=Standing(
            "Chưa có kết quả. Hẹn 11:30 02/07 · còn 1 ngày làm việc.", "Đang ở bộ phận Hộ tịch."
        ),
        receiver=None,
        given=(),
        taken=(),
        arrived=ReturnItem("arrived", "1", "Kết quả bằng giấy đã có ở quầy", "", ticked=False),
        reason="Chưa có kết quả để trả.",
    )
    return returning(look, state, chip=status_chip(Status.IN_PROGRESS))


@scene("chua-co-tren-may")
def missing(look: Look) -> QWidget:
    """The code is ours, but not here yet."""
    page = DetailPage(look, desk())
    page.present_missing(
        MissingState(
            "H26.15-250630-0999",
            "Hồ sơ H26.15-250630-0999 chưa có trên máy này.",
            "Mã đọc đúng; dữ liệu trên máy không thay đổi. Khi có mạng, máy sẽ tự nhận về.",
        )
    )
    return page


@scene("chi-tiet-quy-trinh")
def process(look: Look) -> QWidget:
    """The steps of its internal process against the plan: done, now and late, coming."""
    unit = "Phòng Kinh tế, Hạ tầng và Đô thị phường Mẫu"
    late = "đang ở đây từ 08:10 27/06 · chậm 3 giờ so với quy trình"
    page = DetailPage(look, desk())
    page.present(
        detail_state(
            proceed="",
            proceed_reason="",
            timeline=TIMELINE[:3],
            tabs=(
                PartTab(Part.PAPERS, "Giấy tờ", "5"),
                PartTab(Part.FEES, "Phí, lệ phí", "0 đ"),
                PartTab(Part.PERSONS, "Người", "1"),
                PartTab(Part.STEPS, "Quy trình", "2/5", chosen=True),
            ),
            rows=(
                InfoRow("1. Tiếp nhận, kiểm tra hồ sơ", "Cán bộ tiếp nhận · Trung tâm", "đã xong",
                        Tone.TEXT_3),
                InfoRow("2. Thẩm định hồ sơ", f"Chuyên viên thụ lý · {unit} · {late}",
                        "14:00 30/06/2025", Tone.LATE),
                InfoRow("3. Duyệt kết quả thẩm định", f"Lãnh đạo phòng · {unit}",
                        "09:00 01/07/2025", Tone.TEXT_2),
                InfoRow("4. Ký kết quả",
                        "Lãnh đạo Ủy ban nhân dân phường · Ủy ban nhân dân phường Mẫu",
                        "14:00 01/07/2025", Tone.TEXT_2),
                InfoRow("5. Trả kết quả", "Cán bộ trả kết quả · Trung tâm", "09:00 02/07/2025",
                        Tone.TEXT_2),
            ),
        )
    )  # fmt: skip
    return page
