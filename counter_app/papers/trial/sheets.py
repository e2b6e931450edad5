"""Sample contents of the A4 sheets, by the name of their form. Nobody is real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from counter_app.domain.acts.money import CashCount
from counter_app.domain.acts.office import DayClosed, DayGap, DayTotals, Gap
from counter_app.domain.dates import VIETNAM
from counter_app.domain.printed.cash_sheet import CashSheetContent, CashSheetFee, CashSheetPayment
from counter_app.domain.printed.day_closing import DayClosingContent
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


def at(day: int, hour: int, minute: int) -> datetime:
    """Return a moment of July 2025."""
    return datetime(2025, 7, day, hour, minute, tzinfo=VIETNAM)


CENTRE = "Trung tâm Phục vụ hành chính công"
OFFICE = "Phòng Kinh tế, Hạ tầng và Đô thị"
LEADER = "Lãnh đạo UBND phường"
CLERKS = "Văn phòng HĐND và UBND"

CONTROL = ControlSheetContent(
    header=HEADER,
    code=CODE,
    book="12",
    serial=214,
    counter="12",
    applicant="Trần Thị Mẫu",
    subject=SUBJECT,
    received_at=at(1, 9, 12),
    due_at=at(22, 11, 30),
    agency="Phòng Kinh tế, Hạ tầng và Đô thị phường Mẫu",
    cooperating="Văn phòng HĐND và UBND phường Mẫu",
    steps=(
        ControlStep(CENTRE, OFFICE, at(1, 14, 20), "Phạm Thị Ví", "Ngô Văn Thí", Standing.BEFORE),
        ControlStep(OFFICE, LEADER),
        ControlStep(LEADER, CLERKS),
        ControlStep(CLERKS, CENTRE),
    ),
)


def _line(
    serial: int,
    procedure: str,
    applicant: str,
    address: str,
    received: datetime,
    due: datetime,
    returned: datetime | None,
    **more: object,
) -> LedgerRow:
    facts: dict[str, object] = {"agency": "UBND phường Mẫu", "way": "Tại quầy", **more}
    return LedgerRow(
        serial=serial,
        code=f"H26.15-250701-{serial:04d}",
        procedure=procedure,
        applicant=applicant,
        address=address,
        phone=f"0900000{serial - 102}",
        received_at=received,
        due_at=due,
        returned_at=returned,
        **facts,  # type: ignore[arg-type]
    )


LEDGER = LedgerContent(
    header=HEADER,
    book="12",
    year=2025,
    counter="12",
    first_day=date(2025, 7, 1),
    last_day=date(2025, 7, 1),
    first_page=18,
    rows=(
        _line(203, "Đăng ký khai sinh", "Nguyễn Thị Thí", "Tổ dân phố 1, phường Mẫu",
              at(1, 7, 36), at(1, 11, 30), at(1, 10, 5)),
        _line(204, "Chứng thực bản sao từ bản chính", "Bùi Văn Ví", "Thôn Mẫu Hạ, xã Thử",
              at(1, 7, 41), at(1, 11, 30), at(1, 8, 2), sets=3),
        _line(205, "Đăng ký kết hôn", "Hoàng Văn Thử, Đỗ Thị Mẫu", "Tổ dân phố 5, phường Mẫu",
              at(1, 7, 55), at(1, 17, 0), at(1, 16, 20)),
        _line(206, "Đăng ký thành lập hộ kinh doanh", "Hộ kinh doanh Tạp hóa Mẫu",
              "Số 3, đường Ví Dụ, phường Mẫu", at(1, 8, 10), at(4, 17, 0), at(4, 9, 40),
              agency="Phòng Kinh tế, Hạ tầng và Đô thị", way="Bưu chính", note="Số bưu gửi VD0001"),
        _line(207, "Xác nhận tình trạng hôn nhân", "Phan Văn Mẫu", "Tổ dân phố 2, phường Mẫu",
              at(1, 8, 22), at(4, 17, 0), None, void_reason="trùng STT 0208"),
        _line(208, "Xác nhận tình trạng hôn nhân", "Phan Văn Mẫu", "Tổ dân phố 2, phường Mẫu",
              at(1, 8, 25), at(4, 17, 0), at(3, 15, 10)),
        _line(209, "Cấp bản sao trích lục hộ tịch", "Vũ Thị Thử", "Thôn Thí Điểm, xã Thử",
              at(1, 8, 31), at(1, 11, 30), at(1, 9, 15), sets=2, way="Trực tuyến", signed="–",
              note="Bản điện tử"),
        _line(210, "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội", "Lý Văn Ví",
              "Tổ dân phố 7, phường Mẫu", at(1, 8, 40), at(8, 11, 30), None,
              agency="Phòng Văn hóa – Xã hội", note="Chờ bổ sung 03/7"),
        _line(211, "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất lần đầu", "Đặng Thị Mẫu",
              "Tổ dân phố 4, phường Mẫu", at(1, 8, 47), at(22, 11, 30), None,
              agency="Văn phòng đăng ký đất đai"),
        _line(212, "Đăng ký khai tử", "Trịnh Văn Thí", "Tổ dân phố 9, phường Mẫu",
              at(1, 8, 58), at(1, 17, 0), at(1, 14, 30)),
        _line(213, "Chứng thực chữ ký", "Công ty TNHH Ví Dụ", "Số 21, đường Thử, phường Mẫu",
              at(1, 9, 5), at(1, 11, 30), at(1, 9, 20)),
        _line(214, SUBJECT, "Trần Thị Mẫu", "Số 12, tổ dân phố 3, phường Mẫu",
              at(1, 9, 12), at(22, 11, 30), at(21, 14, 5),
              agency="Phòng Kinh tế, Hạ tầng và Đô thị"),
    ),
)  # fmt: skip

HAND_OVER = HandOverContent(
    kind=HandOverKind.DOSSIERS,
    header=HEADER,
    number="BG12-250701-0003",
    at=at(1, 16, 30),
    counter="12",
    from_unit=CENTRE,
    to_unit=OFFICE,
    giver="Phạm Thị Ví",
    receiver="Ngô Văn Thí",
    lines=(
        HandOverLine("H26.15-250701-0206", "Đăng ký thành lập hộ kinh doanh",
                     "Hộ kinh doanh Tạp hóa Mẫu", "Số 3, đường Ví Dụ, phường Mẫu", by_post=True),
        HandOverLine(CODE, SUBJECT, "Trần Thị Mẫu",
                     "Số 12, tổ dân phố 3, phường Mẫu, tỉnh Ví Dụ", has_fee=True),
        HandOverLine("HG00217-250701-0003", "Cấp giấy phép xây dựng nhà ở riêng lẻ",
                     "Đỗ Văn Thử", "Thôn Mẫu Hạ, xã Thử", note="mã tạm"),
    ),
)  # fmt: skip

RESULTS = replace(
    HAND_OVER,
    kind=HandOverKind.RESULTS,
    number="BG12-250721-0001",
    at=at(21, 10, 5),
    from_unit=OFFICE,
    to_unit=CENTRE,
    giver="Ngô Văn Thí",
    receiver="",
    lines=tuple(
        replace(line, result=f"Giấy phép số {place}18/GPXD, ngày 18/7/2025; 02 bản")
        for place, line in enumerate(HAND_OVER.lines, 1)
    ),
)

CASH = CashSheetContent(
    header=HEADER,
    counter="12",
    officer="Phạm Thị Ví",
    opened_at=at(1, 7, 30),
    closed_at=at(1, 17, 5),
    expected=1_325_000,
    counted=tuple(
        CashCount(denomination, pieces)
        for denomination, pieces in (
            (500_000, 1), (200_000, 2), (100_000, 3), (50_000, 1), (20_000, 2), (10_000, 3),
            (5_000, 0), (2_000, 0), (1_000, 0),
        )
    ),
    other=225_000,
    handed_to="Ngô Thị Quỹ",
    reason="trả lại tiền thừa cho người nộp bị thiếu 5.000 đồng, đã ghi nhận",
    fees=(
        CashSheetFee("Chứng thực bản sao từ bản chính", "phí chứng thực", 14, 250_000, 0),
        CashSheetFee(SUBJECT, "lệ phí", 3, 75_000, 150_000),
        CashSheetFee("Đăng ký biến động đất đai", "phí thẩm định", 11, 1_000_000, 75_000),
    ),
    payments=(
        CashSheetPayment(at(1, 9, 14), CODE, "Lê Văn Thử", 75_000, "tiền mặt",
                         "1C25TMM, số 0000214, tra cứu AB12CD"),
        CashSheetPayment(at(1, 9, 40), "H26.15-250701-0215", "Bùi Văn Ví", 150_000,
                         "chuyển khoản", "1C25TMM, số 0000215, tra cứu EF34GH"),
        CashSheetPayment(at(1, 10, 2), "H26.15-250701-0216", "Phan Văn Mẫu", 100_000, "tiền mặt",
                         "1C25TMM, số 0000216, tra cứu IK56LM", "thu nhầm thủ tục"),
        CashSheetPayment(at(1, 15, 30), "H26.15-250701-0218", "Công ty TNHH Ví Dụ", 1_000_000,
                         "tiền mặt"),
    ),
)  # fmt: skip

POSTING = PostingSheetContent(
    header=HEADER,
    code="1.009122.000.00.00.H26",
    name=SUBJECT,
    field="Hoạt động xây dựng",
    agency="UBND phường Mẫu",
    received_in="Trung tâm Phục vụ hành chính công phường Mẫu, quầy 12",
    posted_on=date(2025, 7, 1),
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
        PostingCase(
            (
                PostingPaper("Đơn đề nghị cấp giấy phép xây dựng", 1),
                PostingPaper("Báo cáo kết quả thẩm tra thiết kế", 1, 0, 1),
            ),
            "Trường hợp 2: từ 7 tầng trở lên",
        ),
    ),
    channels=(
        PostingChannel("Trực tiếp", "15 ngày làm việc", ("lệ phí 75.000 đồng",)),
        PostingChannel("Trực tuyến", "12 ngày làm việc", ()),
        PostingChannel("Bưu chính", "15 ngày làm việc", ("lệ phí 75.000 đồng", "cước bưu chính")),
    ),
    results=("Giấy phép xây dựng", "Hồ sơ thiết kế đã đóng dấu"),
    legal_basis=("Luật Xây dựng số 50/2014/QH13", "Nghị quyết số 01/2025/NQ-HĐND tỉnh Ví Dụ"),
    lookup="https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma=1.009122",
    help_phone="02000001022",
)


def _reminder(serial: int, due: datetime | None, standing: str) -> ReminderLine:
    return ReminderLine(
        f"H26.15-250701-{serial:04d}",
        "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
        "Trần Thị Mẫu",
        "0900000456",
        OFFICE,
        at(1, 9, 12),
        due,
        standing,
    )


REMINDERS = ReminderListContent(
    header=HEADER,
    counter="12",
    at=at(22, 7, 30),
    officer="Phạm Thị Ví",
    groups=(
        ReminderGroup(
            ReminderKind.OVERDUE,
            (
                _reminder(198, at(18, 17, 0), "Quá hạn 2 ngày"),
                _reminder(201, at(21, 11, 30), "Quá hạn 1 ngày"),
            ),
        ),
        ReminderGroup(
            ReminderKind.DUE_24_HOURS, (_reminder(214, at(22, 11, 30), "Còn trong buổi"),)
        ),
        ReminderGroup(ReminderKind.DUE_3_DAYS),
        ReminderGroup(ReminderKind.WAITING_LONG, (_reminder(210, None, "Chờ bổ sung 19 ngày"),)),
        ReminderGroup(
            ReminderKind.NOT_COLLECTED, (_reminder(120, at(4, 17, 0), "Chưa nhận 18 ngày"),)
        ),
    ),
)

HASH = "3f9a1c77d0e24b58a6c1f0e9d8b7a6950123456789abcdef0123456789abcdef"

INSPECTION = InspectionContent(
    header=HEADER,
    code=CODE,
    applicant="Trần Thị Mẫu",
    procedure=SUBJECT,
    status="Đang xử lý",
    at=at(22, 9, 0),
    inspector="Hoàng Văn Kiểm",
    counter="12",
    reason="phản ánh số 05 ngày 21/7/2025",
    rows=(
        InspectionRow(at(1, 9, 12), "Phạm Thị Ví", "quầy 12", InspectionKind.DONE,
                      "Tiếp nhận hồ sơ, hẹn trả 11 giờ 30 phút, ngày 22/7/2025", hash=HASH),
        InspectionRow(at(1, 9, 14), "Phạm Thị Ví", "quầy 12", InspectionKind.PRINTED,
                      "Giấy tiếp nhận hồ sơ, 02 liên", hash=HASH[3:]),
        InspectionRow(at(1, 10, 40), "Phạm Thị Ví", "quầy 12", InspectionKind.CHANGED,
                      "Sửa thông tin đăng ký",
                      (InspectedChange("Số điện thoại", "0900 000 465", "0900 000 456"),
                       InspectedChange("Thư điện tử", "", "mau@example.vn")),
                      HASH[6:], "lý do: gõ nhầm"),
        InspectionRow(at(3, 8, 5), "Ngô Văn Thí", "quầy 14", InspectionKind.SEEN,
                      "Xem hồ sơ", hash=HASH[9:]),
    ),
    chains=(
        InspectedChain("quầy 12, từ 01/7/2025", 1, 1204, HASH[12:]),
        InspectedChain("quầy 14, từ 01/7/2025", 1, 877, HASH[15:], 802),
    ),
    erased=1,
)  # fmt: skip

DAY = DayClosingContent(
    header=HEADER,
    counter="12",
    at=at(1, 17, 6),
    closed=DayClosed(
        day=date(2025, 7, 1),
        officer_name="Phạm Thị Ví",
        totals=DayTotals(
            received=41, supplemented=3, refused=1, handed_over=38, results_in=22, returned=19,
            certified=57, cash=1_284_000, counted=1_280_000, numbers_used=41, numbers_void=1,
            numbers_left=18, sent=212, waiting=4,
        ),
        position=1204,
        scanned=26,
        gaps=(
            DayGap(Gap.UNFINISHED, "tiếp nhận lúc 16:41 01/07/2025, chưa xác nhận in giấy", CODE,
                   "Máy in hỏng, in giấy khi sửa xong"),
            DayGap(Gap.NOT_IN_SYSTEM, "chưa có trong Hệ thống", "H26.15-250701-0904",
                   "ghi nhận hồ sơ giấy sáng 02/7", settled=True),
            DayGap(Gap.NOT_ON_DESK, "chưa quét thấy trên bàn",
                   "H26.15-250701-0117", "Giấy tờ đang ở bộ phận chuyên môn để hỏi ý kiến"),
            DayGap(Gap.WRONG_PLACE, "đang ở quầy 14", "H26.15-250701-0122", settled=True),
            DayGap(Gap.CASH, "theo dòng thu 1.284.000 đ, đếm được 1.280.000 đ",
                   reason="thối nhầm 4.000 đ"),
        ),
        digest="same",
        corrects="0197c0de",
        reason="Ghi thêm một hồ sơ sau khi chốt",
    ),
    corrected_at=at(1, 16, 40),
)  # fmt: skip

LONG_CONTROL = replace(CONTROL, subject=LONG, steps=CONTROL.steps * 3)
LONG_LEDGER = replace(
    LEDGER, rows=(*LEDGER.rows * 4, replace(LEDGER.rows[0], procedure=LONG[:300]))
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
LONG_DAY = replace(
    DAY,
    closed=replace(
        DAY.closed,
        reason=LONG[:300],
        gaps=(*DAY.closed.gaps * 15, replace(DAY.closed.gaps[0], reason=LONG)),
    ),
)
