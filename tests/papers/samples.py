"""Contents of papers for tests: synthetic people of "phường Mẫu, tỉnh Ví Dụ" only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from counter_app.domain.dates import VIETNAM
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import (
    FeeLine,
    Header,
    Marks,
    PaperLine,
    ReceiptContent,
    Reprint,
    ResultLine,
    ResultSlipContent,
)
from counter_app.domain.people.person import IdentityKind
from counter_app.services.counter.reference import shipped_form_sets

HEADER = Header("UBND PHƯỜNG MẪU", ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"), "Mẫu")

RECEIPT = ReceiptContent(
    header=HEADER,
    code="H26.15-250701-0214",
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
    subject=(
        "Cấp giấy phép xây dựng mới đối với công trình nhà ở riêng lẻ "
        "tại khu vực chưa có quy hoạch chi tiết"
    ),
    papers=(
        PaperLine("Đơn đề nghị cấp giấy phép xây dựng", 1),
        PaperLine("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất", 0, 1),
        PaperLine("Hồ sơ thiết kế xây dựng", 2),
        PaperLine("Bản cam kết bảo đảm an toàn công trình liền kề", 1),
    ),
    sets=1,
    limit_text="15 ngày làm việc",
    received_at=datetime(2025, 7, 1, 9, 12, tzinfo=VIETNAM),
    due_at=datetime(2025, 7, 22, 11, 30, tzinfo=VIETNAM),
    result_place="Quầy trả kết quả số 14",
    fees=(FeeLine(75_000, "lệ phí; đã thu"),),
    lookup="dichvucong.gov.vn",
    help_phone="02000001022",
)

LAND_PAPERS = tuple(
    PaperLine(name, *counts)
    for name, counts in (
        ("Đơn đăng ký biến động đất đai, tài sản gắn liền với đất", (1,)),
        ("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đã cấp", (1,)),
        ("Văn bản thỏa thuận phân chia tài sản chung của hộ gia đình (có công chứng)", (0, 1)),
        ("Giấy xác nhận thông tin về cư trú", (1,)),
        ("Trích lục kết hôn", (0, 1)),
        ("Văn bản cam kết tài sản chung, tài sản riêng của vợ và chồng", (1,)),
        ("Mảnh trích đo bản đồ địa chính thửa đất", (2,)),
        (
            "Bản mô tả ranh giới, mốc giới thửa đất (02 bộ, có chữ ký của chủ sử dụng đất liền kề)",
            (2,),
        ),
        ("Tờ khai lệ phí trước bạ nhà, đất", (2,)),
        ("Tờ khai thuế thu nhập cá nhân từ chuyển nhượng bất động sản", (2,)),
        ("Tờ khai thuế sử dụng đất phi nông nghiệp", (1,)),
        ("Giấy ủy quyền nộp hồ sơ và nhận kết quả", (0, 1)),
        ("Giấy tờ chứng minh thuộc diện được miễn, giảm nghĩa vụ tài chính", (0, 1)),
        ("Sơ đồ nhà ở, công trình xây dựng hiện có trên thửa đất", (0, 0, 1)),
    )
)

LONG_RECEIPT = replace(
    RECEIPT,
    subject=(
        "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất "
        "theo thỏa thuận của các thành viên hộ gia đình hoặc của vợ và chồng "
        "đối với thửa đất đã được cấp giấy"
    ),
    papers=LAND_PAPERS,
    limit_text="10 ngày làm việc",
    due_at=datetime(2025, 7, 15, 11, 30, tzinfo=VIETNAM),
    fees=(FeeLine(100_000, "phí thẩm định; đã thu"),),
)

SLIP = ResultSlipContent(
    header=HEADER,
    code="H26.15-250701-0214",
    counter="12",
    procedure=RECEIPT.subject,
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
    help_phone="02000001022",
    lookup="dichvucong.gov.vn",
)

PROVISIONAL = replace(
    RECEIPT,
    code="HG00217-250701-0003",
    submitter="Lê Văn Thử (giấy ủy quyền số 07)",
    due_at=None,
    provisional=True,
)

PRACTICE = replace(RECEIPT, code="H00.12-250701-0003", book="TH", serial=3)

MARKS = Marks(datetime(2025, 7, 1, 9, 14, tzinfo=VIETNAM), "1.0.0")

REPRINT = replace(
    MARKS,
    printed_at=datetime(2025, 7, 8, 15, 40, tzinfo=VIETNAM),
    reprint=Reprint(
        2, datetime(2025, 7, 8, 15, 40, tzinfo=VIETNAM), "công dân làm mất", "Phạm Thị Ví"
    ),
)
PRACTISED = replace(MARKS, practice=True)
OFFLINE = replace(MARKS, offline_since=RECEIPT.received_at)


def form_sets() -> tuple[FormSet, ...]:
    """The shipped form sets."""
    return shipped_form_sets()


def form_set(name: str = "TT03-2025") -> FormSet:
    """One shipped form set."""
    return next(each for each in form_sets() if each.id == name)
