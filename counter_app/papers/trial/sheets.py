"""Sample contents of the A4 sheets, by the name of their form. Nobody is real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from counter_app.domain.acts.money import CashCount
from counter_app.domain.dates import VIETNAM
from counter_app.domain.printed.cash_sheet import CashSheetContent, CashSheetFee, CashSheetPayment
from counter_app.domain.printed.inspection import (
    InspectedChain,
    InspectedChange,
    InspectionContent,
    InspectionKind,
    InspectionRow,
)
from counter_app.domain.printed.letter_samples import CODE, HEADER
from counter_app.domain.printed.sheets import (
    ControlSheetContent,
    ControlStep,
    HandOverContent,
    HandOverKind,
    HandOverLine,
    LedgerContent,
    LedgerRow,
    PostingCase,
    PostingChannel,
    PostingPaper,
    PostingSheetContent,
    ReminderGroup,
    ReminderKind,
    ReminderLine,
    ReminderListContent,
    Standing,
)
from counter_app.papers.trial.receipts import LONG, SUBJECT

_DAY = date(2025, 7, 1)
_CENTRE = "Trung tâm Phục vụ hành chính công"
_OFFICE = "Phòng Kinh tế, Hạ tầng và Đô thị"
_LEADER = "Lãnh đạo UBND phường"
_HASH = "3f9a1c77d0e24b58a6c1f0e9d8b7a6950123456789abcdef0123456789abcdef"


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2025, 7, day, hour, minute, tzinfo=VIETNAM)


_DUE = _at(22, 11, 30)
_HOME = "Số 12, tổ dân phố 3, phường Mẫu"

CONTROL = ControlSheetContent(
    header=HEADER,
    code=CODE,
    book="12",
    serial=214,
    counter="12",
    applicant="Trần Thị Mẫu",
    subject=SUBJECT,
    received_at=_at(1, 9, 12),
    due_at=_DUE,
    agency=f"{_OFFICE} phường Mẫu",
    cooperating="Văn phòng HĐND và UBND phường Mẫu",
    steps=(
        ControlStep(_CENTRE, _OFFICE, _at(1, 14, 20), "Phạm Thị Ví", "Ngô Văn Thí",
                    Standing.BEFORE),
        ControlStep(_OFFICE, _LEADER),
        ControlStep(_LEADER, _CENTRE),
    ),
)  # fmt: skip


def _row(serial: int, procedure: str, applicant: str, returned: datetime | None) -> LedgerRow:
    return LedgerRow(
        serial=serial,
        code=f"H26.15-250701-{serial:04d}",
        procedure=procedure,
        applicant=applicant,
        address=_HOME,
        phone="0900000456",
        agency=_OFFICE,
        received_at=_at(1, 9, 12),
        due_at=_DUE,
        returned_at=returned,
        way="Tại quầy",
    )


LEDGER = LedgerContent(
    header=HEADER,
    book="12",
    year=2025,
    counter="12",
    first_day=_DAY,
    last_day=_DAY,
    first_page=18,
    rows=(
        _row(212, "Đăng ký khai sinh", "Nguyễn Thị Thí", _at(1, 10, 5)),
        _row(213, "Chứng thực bản sao từ bản chính", "Bùi Văn Ví", _at(1, 8, 2)),
        _row(214, SUBJECT, "Trần Thị Mẫu", None),
        replace(_row(215, SUBJECT, "Trần Thị Mẫu", None), void_reason="trùng STT 0214"),
    ),
)

HAND_OVER = HandOverContent(
    kind=HandOverKind.DOSSIERS,
    header=HEADER,
    number="BG12-250701-0003",
    at=_at(1, 16, 30),
    counter="12",
    from_unit=_CENTRE,
    to_unit=_OFFICE,
    giver="Phạm Thị Ví",
    receiver="Ngô Văn Thí",
    lines=(
        HandOverLine(CODE, SUBJECT, "Trần Thị Mẫu", _HOME, has_fee=True),
        HandOverLine("H26.15-250701-0206", "Đăng ký thành lập hộ kinh doanh",
                     "Hộ kinh doanh Tạp hóa Mẫu", "Số 3, đường Ví Dụ, phường Mẫu", by_post=True),
        HandOverLine("HG00217-250701-0003", "Cấp giấy phép xây dựng nhà ở riêng lẻ",
                     "Đỗ Văn Thử", "Thôn Mẫu Hạ, xã Thử", note="mã tạm"),
    ),
)  # fmt: skip

RESULTS = replace(
    HAND_OVER,
    kind=HandOverKind.RESULTS,
    number="BG12-250721-0001",
    from_unit=_OFFICE,
    to_unit=_CENTRE,
    lines=tuple(
        replace(line, result="Giấy phép số 118/GPXD, ngày 18/7/2025; 02 bản")
        for line in HAND_OVER.lines
    ),
)

CASH = CashSheetContent(
    header=HEADER,
    counter="12",
    officer="Phạm Thị Ví",
    opened_at=_at(1, 7, 30),
    closed_at=_at(1, 17, 5),
    expected=175_000,
    counted=(CashCount(100_000, 1), CashCount(50_000, 1), CashCount(20_000, 1)),
    other=150_000,
    handed_to="Ngô Thị Quỹ",
    reason="trả lại tiền thừa cho người nộp bị thiếu 5.000 đồng, đã ghi nhận",
    fees=(
        CashSheetFee(SUBJECT, "lệ phí", 2, 75_000, 150_000),
        CashSheetFee("Chứng thực bản sao từ bản chính", "phí chứng thực", 14, 100_000, 0),
    ),
    payments=(
        CashSheetPayment(_at(1, 9, 14), CODE, "Lê Văn Thử", 75_000, "tiền mặt",
                         "1C25TMM, số 0000214, tra cứu AB12CD"),
        CashSheetPayment(_at(1, 9, 40), "H26.15-250701-0215", "Bùi Văn Ví", 150_000,
                         "chuyển khoản", "1C25TMM, số 0000215, tra cứu EF34GH"),
        CashSheetPayment(_at(1, 10, 2), "H26.15-250701-0216", "Phan Văn Mẫu", 100_000, "tiền mặt",
                         "", "thu nhầm thủ tục"),
    ),
)  # fmt: skip

POSTING = PostingSheetContent(
    header=HEADER,
    code="1.009122.000.00.00.H26",
    name=SUBJECT,
    field="Hoạt động xây dựng",
    agency="UBND phường Mẫu",
    received_in="Trung tâm Phục vụ hành chính công phường Mẫu, quầy 12",
    posted_on=_DAY,
    who="Cá nhân, hộ gia đình, tổ chức",
    cases=(
        PostingCase(
            (
                PostingPaper("Đơn đề nghị cấp giấy phép xây dựng", 1, note="Mẫu số 01"),
                PostingPaper("Giấy chứng nhận quyền sử dụng đất", 0, 1),
                PostingPaper("Hồ sơ thiết kế xây dựng", 2),
            ),
            "Trường hợp 1: nhà ở riêng lẻ dưới 7 tầng",
        ),
    ),
    channels=(
        PostingChannel("Trực tiếp", "15 ngày làm việc", ("lệ phí 75.000 đồng",)),
        PostingChannel("Trực tuyến", "12 ngày làm việc", ()),
    ),
    results=("Giấy phép xây dựng",),
    legal_basis=("Luật Xây dựng số 50/2014/QH13",),
    lookup="https://dichvucong.gov.vn/?ma=1.009122",
    help_phone="02000001022",
)

_LATE = ReminderLine(
    CODE, SUBJECT, "Trần Thị Mẫu", "0900000456", _OFFICE, _at(1, 9, 12), _DUE, "Quá hạn 2 ngày"
)
REMINDERS = ReminderListContent(
    header=HEADER,
    counter="12",
    at=_at(24, 7, 30),
    officer="Phạm Thị Ví",
    groups=(
        ReminderGroup(ReminderKind.OVERDUE, (_LATE,)),
        ReminderGroup(ReminderKind.DUE_24_HOURS, (replace(_LATE, standing="Còn trong buổi"),)),
        ReminderGroup(ReminderKind.DUE_3_DAYS),
        ReminderGroup(ReminderKind.WAITING_LONG, (replace(_LATE, due_at=None, standing="Chờ"),)),
        ReminderGroup(ReminderKind.NOT_COLLECTED),
    ),
)

INSPECTION = InspectionContent(
    header=HEADER,
    code=CODE,
    applicant="Trần Thị Mẫu",
    procedure=SUBJECT,
    status="Đang xử lý",
    at=_at(22, 9, 0),
    inspector="Hoàng Văn Kiểm",
    counter="12",
    reason="phản ánh số 05 ngày 21/7/2025",
    rows=(
        InspectionRow(_at(1, 9, 12), "Phạm Thị Ví", "quầy 12", InspectionKind.DONE,
                      "Tiếp nhận hồ sơ, hẹn trả 11 giờ 30 phút, ngày 22/7/2025", hash=_HASH),
        InspectionRow(_at(1, 10, 40), "Phạm Thị Ví", "quầy 12", InspectionKind.CHANGED,
                      "Sửa thông tin đăng ký",
                      (InspectedChange("Số điện thoại", "0900 000 465", "0900 000 456"),),
                      _HASH[6:], "lý do: gõ nhầm"),
    ),
    chains=(InspectedChain("quầy 12, từ 01/7/2025", 1, 1204, _HASH[12:]),),
)  # fmt: skip

LONG_CONTROL = replace(CONTROL, subject=LONG, steps=CONTROL.steps * 3)
LONG_LEDGER = replace(
    LEDGER, rows=(*LEDGER.rows * 12, replace(LEDGER.rows[0], procedure=LONG[:300]))
)
LONG_HAND_OVER = replace(
    HAND_OVER, lines=(*HAND_OVER.lines * 12, replace(HAND_OVER.lines[0], subject=LONG))
)
LONG_RESULTS = replace(
    RESULTS, lines=(*RESULTS.lines * 12, replace(RESULTS.lines[0], subject=LONG))
)
LONG_CASH = replace(
    CASH, payments=(*CASH.payments * 20, replace(CASH.payments[0], payer=LONG[:150]))
)
LONG_POSTING = replace(POSTING, name=LONG, cases=POSTING.cases * 8)
LONG_REMINDERS = replace(
    REMINDERS,
    groups=tuple(replace(group, lines=group.lines * 12) for group in REMINDERS.groups),
)
LONG_INSPECTION = replace(INSPECTION, procedure=LONG, rows=INSPECTION.rows * 20)
