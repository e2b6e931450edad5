"""An ordinary content for each letter: what a changed form is tried with, and shown with.

Nobody in it is real; it says nearly everything that its letter can say.
"""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.dates import VIETNAM
from counter_app.domain.forms import Header
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.domain.printed.letter_names import names_of

HEADER = Header("UBND PHƯỜNG MẪU", ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"), "Mẫu")
AT = datetime(2025, 7, 1, 9, 12, tzinfo=VIETNAM)
CODE = "H26.15-250701-0214"

_BUILDING = (
    "Cấp giấy phép xây dựng mới đối với công trình nhà ở riêng lẻ "
    "tại khu vực chưa có quy hoạch chi tiết"
)
_VALUES = {
    "counter": "Quầy 12 – Đất đai, xây dựng",
    "applicant": "Trần Thị Mẫu",
    "submitter": "Lê Văn Thử (giấy ủy quyền số 07, ngày 30/6/2025)",
    "address": "Số 12, tổ dân phố 3, phường Mẫu, tỉnh Ví Dụ",
    "phone": "0900000456",
    "email": "mau@example.vn",
    "identity": "0011••••0456",
    "subject": _BUILDING,
    "procedure": _BUILDING,
    "agency": "Ủy ban nhân dân phường Mẫu",
    "received": "09 giờ 12 phút, ngày 01/7/2025",
    "due": "11 giờ 30 phút, ngày 22/7/2025",
    "officer": "Phạm Thị Ví",
    "contact": "Phạm Thị Ví, Quầy 12, điện thoại 0200 000 014",
    "help_phone": "02000001022",
    "lookup": "dichvucong.gov.vn",
    "reason": "Hồ sơ chưa đủ thành phần theo quy định của thủ tục.",
    "guidance": "Nộp bản sao có chứng thực, hoặc mang bản chính đến quầy để đối chiếu.",
    "bring_by": "ngày 15/7/2025",
    "basis": "Điều 12 Nghị quyết của Hội đồng nhân dân tỉnh Ví Dụ",
    "limit": "15 ngày làm việc",
    "new_limit": "20 ngày làm việc",
    "new_due": "11 giờ 30 phút, ngày 29/7/2025",
    "brought": "14 giờ 05 phút, ngày 08/7/2025",
    "fee": "Lệ phí cấp giấy phép: 75.000 đồng",
    "result_place": "Quầy trả kết quả số 14",
    "signer": "Ngô Văn Thí",
    "payer": "Lê Văn Thử",
    "method": "tiền mặt",
    "paid": "09 giờ 12 phút, ngày 01/7/2025",
    "total": "83.000",
    "total_words": "Tám mươi ba nghìn đồng",
    "receipt_reference": "ký hiệu 1C25TVD, số 0000118, mã tra cứu A1B2C3",
    "note": "Đề nghị trả kết quả qua dịch vụ bưu chính công ích.",
}
_LISTS = {
    "items": (
        LetterRow("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"),
        LetterRow("Hồ sơ thiết kế xây dựng", "thiếu bản vẽ mặt bằng móng"),
        LetterRow("Đơn đề nghị cấp giấy phép xây dựng", "chưa ghi số thửa đất, tờ bản đồ"),
    ),
    "papers": (
        LetterRow("Đơn đề nghị cấp giấy phép xây dựng", cells=("01", "–", "–")),
        LetterRow(
            "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
            cells=("–", "01", "–"),
        ),
        LetterRow("Hồ sơ thiết kế xây dựng", cells=("02", "–", "–")),
    ),
    "fees": (
        LetterRow("Lệ phí cấp giấy phép xây dựng", cells=("theo hồ sơ", "75.000")),
        LetterRow("Phí sao y", cells=("04 trang × 2.000", "8.000")),
    ),
    "questions": (),
    "reasons": (
        LetterRow("Thời gian giải quyết"),
        LetterRow("Thái độ phục vụ"),
        LetterRow("Hướng dẫn làm hồ sơ"),
        LetterRow("Số lần phải đi lại"),
    ),
}


_RARE = {"supplement_received": {"items"}}
"""What is said rarely, and wouldn't leave the ordinary content on one page."""


def sample_content(letter: str) -> LetterContent:
    """Return the ordinary content of `letter`; a guide has no dossier, and so no code."""
    known = names_of(letter)
    names = {name: value for name, value in _VALUES.items() if name in known.values}
    return LetterContent(
        letter=letter,
        header=HEADER,
        at=AT,
        code="" if letter == "guide" else CODE,
        number="118",
        values=names,
        lists={
            name: rows
            for name, rows in _LISTS.items()
            if name in known.lists and name not in _RARE.get(letter, ())
        },
        names=tuple(_person(names[name]) for name in known.names),
        identity_kind=IdentityKind.PERSONAL_NUMBER,
    )


def _person(value: str) -> str:
    """Return who a submitter is without the paper that authorises him."""
    return value.partition(" (")[0]
