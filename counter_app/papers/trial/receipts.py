"""Sample contents of the receipt, the provisional slip and the result slip. Nobody is real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from counter_app.domain.dates import VIETNAM
from counter_app.domain.forms import (
    FeeLine,
    Marks,
    PaperLine,
    ReceiptContent,
    ResultLine,
    ResultSlipContent,
)
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.printed.letter_longest import LONGEST_NAME, long_text
from counter_app.domain.printed.letter_samples import AT, CODE, HEADER

MARKS = Marks(AT, "1.0.0")

SUBJECT = (
    "Cấp giấy phép xây dựng mới đối với công trình nhà ở riêng lẻ "
    "tại khu vực chưa có quy hoạch chi tiết"
)
LONG = long_text(LONGEST_NAME)
"""As long as the longest name of a procedure in the national list."""

RECEIPT = ReceiptContent(
    header=HEADER,
    code=CODE,
    book="12",
    serial=214,
    counter="12",
    counter_field="Đất đai, xây dựng",
    applicant="Trần Thị Mẫu",
    submitter="Lê Văn Thử (giấy ủy quyền số 07, ngày 30/6/2025)",
    submitter_name="Lê Văn Thử",
    officer_name="Phạm Thị Ví",
    address="Số 12, tổ dân phố 3, phường Mẫu, tỉnh Ví Dụ",
    phone="0900000456",
    email="mau@example.vn",
    identity_kind=IdentityKind.PERSONAL_NUMBER,
    identity_masked="0011••••0456",
    subject=SUBJECT,
    papers=(
        PaperLine("Đơn đề nghị cấp giấy phép xây dựng", 1),
        PaperLine("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất", 0, 1),
        PaperLine("Hồ sơ thiết kế xây dựng", 2),
        PaperLine("Bản cam kết bảo đảm an toàn công trình liền kề", 1),
    ),
    sets=1,
    limit_text="15 ngày làm việc",
    received_at=AT,
    due_at=datetime(2025, 7, 22, 11, 30, tzinfo=VIETNAM),
    result_place="Quầy trả kết quả số 14",
    fees=(FeeLine(75_000, "lệ phí; đã thu"),),
    lookup="dichvucong.gov.vn",
    help_phone="02000001022",
)

LONG_RECEIPT = replace(
    RECEIPT,
    subject=LONG,
    address=f"{RECEIPT.address}; {RECEIPT.address}; {RECEIPT.address}",
    papers=(*RECEIPT.papers * 13, PaperLine(LONG[:300], 1, 1, 1)),
    fees=(FeeLine(75_000, "lệ phí; đã thu"), FeeLine(100_000, "phí thẩm định; đã thu")),
    open_fees=("phí đo đạc", "phí khai thác thông tin đất đai"),
)
"""More than most citizens bring: dozens of papers, the longest name."""

PROVISIONAL = replace(
    RECEIPT,
    code="HG00217-250701-0003",
    submitter="Lê Văn Thử (giấy ủy quyền số 07)",
    due_at=None,
    provisional=True,
)
LONG_PROVISIONAL = replace(PROVISIONAL, subject=LONG)

RESULT_SLIP = ResultSlipContent(
    header=HEADER,
    code=CODE,
    counter="14",
    procedure=SUBJECT,
    applicant="Trần Thị Mẫu",
    giver="Phạm Thị Ví",
    giver_phone="0200000014",
    receiver="Lê Văn Thử",
    receiver_phone="0900000789",
    capacity="người được ủy quyền (giấy số 07, ngày 30/6/2025)",
    identity_kind=IdentityKind.PERSONAL_NUMBER,
    identity_masked="0011••••0789",
    due_at=datetime(2025, 7, 22, 11, 30, tzinfo=VIETNAM),
    returned_at=datetime(2025, 7, 21, 14, 5, tzinfo=VIETNAM),
    standing="trước hạn",
    results=(
        ResultLine(
            "Giấy phép xây dựng",
            "118/GPXD",
            date(2025, 7, 18),
            "Xây dựng mới nhà ở riêng lẻ, thửa số 45, tờ bản đồ số 9",
        ),
        ResultLine("Bản vẽ đã đóng dấu", abstract="Kèm theo Giấy phép số 118/GPXD"),
    ),
    returned_originals=("Giấy chứng nhận quyền sử dụng đất",),
    help_phone="02000001022",
    lookup="dichvucong.gov.vn",
)
LONG_RESULT_SLIP = replace(
    RESULT_SLIP, procedure=LONG, results=RESULT_SLIP.results * 8, receipt_lost=True
)
