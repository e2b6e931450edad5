"""Contents of papers for tests: the product's own samples, and what only tests need."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from counter_app.domain.dates import VIETNAM
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import FeeLine, PaperLine, Reprint
from counter_app.domain.printed.letter_samples import HEADER
from counter_app.papers.trial.receipts import MARKS, PROVISIONAL, RECEIPT, RESULT_SLIP
from counter_app.services.counter.reference import shipped_form_sets

__all__ = [
    "HEADER",
    "LAND_PAPERS",
    "LONG_RECEIPT",
    "MARKS",
    "OFFLINE",
    "PRACTICE",
    "PRACTISED",
    "PROVISIONAL",
    "RECEIPT",
    "REPRINT",
    "SLIP",
    "form_set",
    "form_sets",
]

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

SLIP = RESULT_SLIP

PRACTICE = replace(RECEIPT, code="H00.12-250701-0003", book="TH", serial=3)

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
