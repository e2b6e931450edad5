"""The lists of dossiers, one dossier, the return of a result, as the gallery shows them."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta
from functools import cache
from typing import cast

from PySide6.QtWidgets import QWidget

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.dossiers.line_cells import columns
from counter_app.desktop.presenters.dossiers.list_state import (
    Choice,
    DropDown,
    Empty,
    EmptyAct,
    ListState,
    QueueChip,
)
from counter_app.desktop.presenters.dossiers.queue_words import ALARMS, PAGES, QUEUES, STATES
from counter_app.desktop.presenters.dossiers.register_print import RegisterAsk
from counter_app.desktop.printing.outcome import Printing
from counter_app.desktop.screens.dossiers.dossiers_page import DossiersPage
from counter_app.desktop.screens.dossiers.register_sheet import RegisterSheet
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier_line import DossierLine, Order
from counter_app.domain.dossiers.status import Status
from counter_app.domain.enrolment import Enrolment
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.address import UnitTable
from counter_app.papers.fonts import FontChoice, choose_fonts
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.draft_book import DraftBook
from counter_app.services.counter.reference import load_reference, unit_table
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.lists import Queue
from counter_app.store.drafts import Drafts
from counter_app.store.store import Store
from tests.desktop.now_jobs import NowJobs
from tests.desktop.paper_tray import PaperTray
from tests.gallery.scenes import Area, scene

NOW = datetime(2025, 7, 1, 9, 21, tzinfo=VIETNAM)
COUNTS = {
    Queue.OPEN: 107,
    Queue.NEW: 5,
    Queue.IN_PROGRESS: 87,
    Queue.WAITING_SUPPLEMENT: 3,
    Queue.WAITING_RETURN: 12,
    Queue.DUE_SOON: 4,
    Queue.OVERDUE: 2,
    Queue.UNSENT: 2,
}
PLACEHOLDER = "Mã, tên, số định danh, điện thoại, tên thủ tục; quét giấy hẹn cũng mở ngay"


class StandingClock:
    """A clock that stands at the moment of the pictures."""

    def now(self) -> Moment:
        return Moment(NOW, ClockQuality.SYNCED)


@cache
def _books() -> tuple[FontChoice, UnitTable]:
    return choose_fonts(), unit_table()


def desk() -> Desk:
    """Return a desk whose store nobody asks: scenes show states."""
    fonts, units = _books()
    reference = load_reference(lambda name: None)
    enrolment = Enrolment("00217", 1, "c", reference.centre.code, "2", "Hộ tịch", "", "m")
    workplace = Workplace(
        cast("Store", None), StandingClock(), str, enrolment, reference, lambda: True
    )
    return Desk(
        workplace=workplace,
        session=Session(Officer("cb-01", "Phạm Thị Ví", roles=tuple(Role)), "online"),
        jobs=NowJobs(),
        printing=cast("Printing", PaperTray()),
        drafts=DraftBook(cast("Drafts", None)),
        fonts=fonts,
        units=units,
        notify=lambda notice: None,
        nudge=lambda: None,
        received=lambda dossier: None,
        printed=lambda dossier, outcome: None,
        preview=lambda document, title, print_: None,
    )


def at(day: int, month: int, hour: int = 17, minute: int = 0) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=VIETNAM)


def line(
    code: str,
    applicant: str,
    procedure: str,
    received: datetime,
    due: datetime | None,
    **changes: object,
) -> DossierLine:
    """Return one line; `changes` replace fields."""
    usual = DossierLine(
        key=1,
        uid=code,
        code=code,
        is_provisional=code.startswith("HG"),
        status=Status.IN_PROGRESS,
        procedure="1.001193",
        procedure_name=procedure,
        agency="",
        counter="2",
        applicant=applicant,
        identity="0011••••0456",
        phone="",
        received_at=received,
        due_at=due,
        returned_at=None,
        unit="",
        printed=True,
        practice=False,
        result_is_here=False,
        waiting=0,
        attention=0,
        version=1,
    )
    return dataclasses.replace(usual, **changes)  # type: ignore[arg-type]


HERE: dict[str, object] = {"status": Status.FINISHED, "result_is_here": True}
PAUSED: dict[str, object] = {"status": Status.WAITING_SUPPLEMENT}
MARRIAGE = "Cấp giấy xác nhận tình trạng hôn nhân"

LINES = (
    line("H26.15-250620-0041", "Lê Văn Thử", "Đăng ký lại khai sinh", at(20, 6), at(26, 6)),
    line("H26.15-250625-0018", "Đặng Thị Ví Dụ", MARRIAGE, at(25, 6), at(30, 6, 11, 30)),
    line("H26.15-250627-0105", "Nguyễn Văn Mẫu", "Đăng ký khai tử", at(27, 6), at(1, 7, 11, 30)),
    line(
        "H26.15-250630-0117",
        "Trần Thị Mẫu",
        "Đăng ký khai sinh",
        at(30, 6),
        at(1, 7, 11, 30),
        **HERE,
    ),
    line(
        "H26.15-250630-0124",
        "Hộ kinh doanh Ví Dụ",
        "Đăng ký thành lập hộ kinh doanh",
        at(30, 6),
        at(1, 7),
    ),
    line("H26.15-250626-0033", "Võ Thị Giả Định", "Đăng ký kết hôn", at(26, 6), at(1, 7)),
    line(
        "H26.15-250630-0102",
        "Bùi Văn Thí Điểm",
        "Thay đổi, cải chính, bổ sung thông tin hộ tịch",
        at(30, 6),
        at(2, 7),
        **PAUSED,
    ),
    line(
        "H26.15-250701-0206",
        "Phan Thị Mẫu Hai",
        "Đăng ký khai sinh",
        at(1, 7, 8, 47),
        at(2, 7, 11, 30),
    ),
    line(
        "HG00217-250701-0003",
        "Hoàng Văn Thử Ba",
        "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
        at(1, 7, 9, 2),
        at(3, 7),
        waiting=1,
    ),
    line(
        "H26.15-250627-0098",
        "Lý Thị Thử",
        "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội",
        at(27, 6),
        at(4, 7),
    ),
    line(
        "H26.15-250701-0207",
        "Công ty TNHH Mẫu",
        "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        at(1, 7, 9, 11),
        at(15, 7, 11, 30),
        waiting=1,
    ),
    line(
        "H26.15-250630-0061",
        "Đỗ Văn Ví Dụ",
        "Xác nhận thông tin hộ tịch",
        at(30, 6),
        at(15, 7),
        **HERE,
    ),
    line(
        "H26.15-250701-9014",
        "Ngô Thị Mẫu Tư",
        "Đăng ký khai tử",
        at(1, 7, 7, 58),
        None,
        status=Status.NEW,
    ),
    line(
        "H26.15-250619-0077",
        "Dương Văn Thử Năm",
        "Đăng ký nhận cha, mẹ, con",
        at(19, 6),
        at(4, 7),
        **PAUSED,
    ),
    line(
        "H26.15-250619-0078",
        "Dương Thị Thử Sáu",
        "Đăng ký khai tử",
        at(19, 6),
        at(4, 7) + timedelta(days=3),
        status=Status.FINISHED,
    ),
)


def chips(queues: tuple[Queue, ...], chosen: Queue) -> tuple[QueueChip, ...]:
    return tuple(
        QueueChip(
            queue,
            QUEUES[queue].name,
            QUEUES[queue].icon,
            COUNTS.get(queue),
            queue is chosen,
            QUEUES[queue].tone,
        )
        for queue in queues
    )


def list_state(queue: Queue = Queue.OPEN, **changes: object) -> ListState:
    """Return the page as picture 3 has it."""
    usual = ListState(
        title=PAGES[queue],
        typed="",
        placeholder=PLACEHOLDER,
        states=chips(STATES, queue),
        alarms=chips(ALARMS, queue),
        days=DropDown("Nhận: 30 ngày qua", (Choice("30", "Nhận: 30 ngày qua", chosen=True),)),
        counters=DropDown("Mọi quầy", (Choice("", "Mọi quầy", chosen=True),)),
        columns=columns(Order.DUE),
        hints=(Hint("Enter", "mở"), Hint("F8", "trả kết quả"), Hint("F10", "in lại")),
        position="Dòng 4 trong 107 · cuộn để xem tiếp",
    )
    return dataclasses.replace(usual, **changes)  # type: ignore[arg-type]


@scene("ho-so")
def dossiers(look: Look) -> QWidget:
    """Picture 3."""
    page = DossiersPage(look, desk())
    page.show_lines(LINES, 3, more=True)
    page.present(list_state())
    return page


@scene("ho-so-khong-thay")
def nothing_found(look: Look) -> QWidget:
    """A search that found nothing says what was looked for."""
    page = DossiersPage(look, desk())
    page.present(
        list_state(
            Queue.WAITING_RETURN,
            typed="nguyen van",
            hints=(),
            position="",
            empty=Empty(
                "search",
                "Không có hồ sơ nào khớp “nguyen van” (Chờ trả kết quả, nhận: 30 ngày qua).",
                "Tìm trong mọi hồ sơ",
                "Enter",
                EmptyAct.WIDEN,
            ),
        )
    )
    return page


@scene("hoi-in-so-theo-doi", Area.OWN)
def register(look: Look) -> QWidget:
    return _register(look)


@scene("hoi-in-so-theo-doi-trong", Area.OWN)
def register_empty(look: Look) -> QWidget:
    sheet = _register(look)
    sheet.set_sentence("Sổ của quầy 2 không có dòng nào ngày 01/07/2025.")
    return sheet


def _register(look: Look) -> RegisterSheet:
    ask = RegisterAsk(
        title="In sổ theo dõi hồ sơ · Quầy 2",
        sentence="Xem các trang trước, Enter mới in.",
        today="01/07/2025",
        month="01/07/2025 đến 01/07/2025",
        first="01/06/2025",
        last="01/07/2025",
    )
    return RegisterSheet(look, None, ask)
