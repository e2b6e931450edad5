"""The longest content of each letter: a form that can't hold it would fail before a citizen.

Longer than nearly all that an office meets, and all of it met somewhere: names of procedures of 919
letters, companies with names of three lines, 55 papers. Nobody in it is real.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from counter_app.domain.forms import Header
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.domain.printed.letter_samples import sample_content

LONGEST_NAME = 919
"""Characters of the longest name of a procedure in the national list."""

MOST_PAPERS = 55
"""Rows of each list: more papers than any case of the national list asks for."""

LONG_COMPANY = (
    "Công ty trách nhiệm hữu hạn một thành viên Đầu tư, Xây dựng, Thương mại, Dịch vụ và Xuất nhập "
    "khẩu Nông sản Ví Dụ Mẫu – Chi nhánh phường Mẫu, tỉnh Ví Dụ"
)
LONG_ADDRESS = (
    "Căn hộ số 2504, tầng 25, tòa nhà B2, khu chung cư và dịch vụ thương mại Thử Nghiệm, "
    "số 118/24/7 đường Nguyễn Thử Mẫu kéo dài, tổ dân phố 31, phường Mẫu Đông Bắc, tỉnh Ví Dụ"
)
LONG_LOOKUP = "dichvucong.gov.vn hoặc tracuu.trungtamphucvuhanhchinhcong.tinhvidu.gov.vn/ho-so"
LONG_HEADER = Header(
    "ỦY BAN NHÂN DÂN ĐẶC KHU VÍ DỤ ĐÔNG BẮC",
    ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG VÀ HỖ TRỢ", "TỔ CHỨC, CÁ NHÂN, HỘ KINH DOANH"),
    "Đặc khu Ví Dụ Đông Bắc",
)

_TEXTS = frozenset({"subject", "procedure", "reason", "guidance", "note", "basis"})
_NAMES = frozenset({"applicant", "submitter", "payer", "agency", "officer", "contact"})
_FIXED = frozenset({"questions", "reasons"})
"""Lists of the rating slip: the office's own book fills them, not a dossier."""
_WORDS = (
    "Văn bản thỏa thuận của các thành viên hộ gia đình về quyền sử dụng đất, quyền sở hữu nhà ở và "
)
_DETAIL = "chưa có chữ ký, chưa đóng dấu"
_SHORT = 120  # of an ordinary long paper's name; the first one is as long as a procedure's


def long_text(length: int) -> str:
    """Return a text of words, exactly `length` characters long."""
    return (_WORDS * (length // len(_WORDS) + 1))[: length - 1] + "ả"


def longest_content(letter: str) -> LetterContent:
    """Return the longest content of `letter`: it says all that the ordinary one says."""
    content = sample_content(letter)
    values = {**content.values}
    values.update((name, long_text(LONGEST_NAME)) for name in _TEXTS & values.keys())
    values.update((name, LONG_COMPANY) for name in _NAMES & values.keys())
    values.update(
        (name, text)
        for name, text in (("address", LONG_ADDRESS), ("lookup", LONG_LOOKUP))
        if name in values
    )
    lists: Mapping[str, tuple[LetterRow, ...]] = {
        name: rows if name in _FIXED else _many(rows) for name, rows in content.lists.items()
    }
    return replace(
        content,
        header=LONG_HEADER,
        values=values,
        lists=lists,
        names=tuple(LONG_COMPANY for _ in content.names),
    )


def _many(rows: tuple[LetterRow, ...]) -> tuple[LetterRow, ...]:
    cells = rows[0].cells if rows else ()
    return tuple(
        LetterRow(long_text(_SHORT if place else LONGEST_NAME), _DETAIL, cells)
        for place in range(MOST_PAPERS)
    )
