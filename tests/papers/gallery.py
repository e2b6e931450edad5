"""Every sheet worth looking at: the design's pictures, and what strains the forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from counter_app.domain.dates import VIETNAM
from counter_app.domain.forms import (
    FeeLine,
    Header,
    Marks,
    PaperLine,
    ReceiptContent,
    ResultLine,
    ResultSlipContent,
)
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.printed.letter_longest import long_text
from counter_app.papers.documents import Layout, receipt_pdf, result_slip_pdf
from counter_app.papers.fonts import FontChoice, choose_fonts, font_folders
from tests.papers import samples, strained
from tests.papers.checks import Sheet, expected_provisional, expected_receipt, expected_slip

LONG_CODE = "000.00.16.H02-200609-0001"
_MASKED = {
    IdentityKind.NONE: "",
    IdentityKind.PERSONAL_NUMBER: "0011••••0456",
    IdentityKind.CITIZEN_CARD: "0011••••0456",
    IdentityKind.OLD_CARD: "0123••••6789",
    IdentityKind.IDENTITY_CERTIFICATE: "0011••••0456",
    IdentityKind.PASSPORT: "••••••67",
    IdentityKind.TAX_CODE: "0100••••0109",
    IdentityKind.DECISION: "•••••••QĐ",
}


def many_papers(count: int) -> tuple[PaperLine, ...]:
    """Return `count` papers with names of all lengths."""
    names = [line.name for line in samples.LAND_PAPERS]
    return tuple(
        PaperLine(f"{names[place % len(names)]} (bản {place + 1})", place % 3, place % 2, 1)
        for place in range(count)
    )


@dataclass(frozen=True)
class Entry:
    """A sheet of the gallery, rendered when asked."""

    name: str
    make: Callable[[], Sheet]


def fallback_sheet(fonts: FontChoice) -> Sheet:
    """Return the fullest one-page receipt in whatever faces `fonts` names."""
    return _receipt(
        "17_fallback_face_A4", samples.RECEIPT, samples.MARKS, "A4x2", "TT03-2025", fonts
    )


def gallery(fonts: FontChoice) -> Iterator[Entry]:
    """Yield every sheet; nothing is rendered yet."""
    plain, marks = samples.RECEIPT, samples.MARKS
    slip_marks = replace(marks, printed_at=datetime(2025, 7, 21, 14, 6, tzinfo=VIETNAM))
    coded = replace(plain, code=LONG_CODE)
    giant = replace(
        plain,
        subject=long_text(919),
        papers=(PaperLine(long_text(919), 1), *many_papers(3)),
    )
    full = replace(plain, papers=many_papers(55), subject=long_text(300))
    receipts: list[tuple[str, ReceiptContent, Marks, Layout]] = [
        ("01_two_copies_A4", plain, marks, "A4x2"),
        ("02_two_pages_A5", samples.LONG_RECEIPT, marks, "A5"),
        ("02b_two_pages_A4", samples.LONG_RECEIPT, marks, "A4x2"),
        ("03_provisional_A5", samples.PROVISIONAL, marks, "A5"),
        (
            "03b_provisional_many_A4",
            replace(samples.PROVISIONAL, papers=many_papers(30), applicant=long_text(150)),
            marks,
            "A4x2",
        ),
        ("07a_practice_A5", samples.PRACTICE, samples.PRACTISED, "A5"),
        ("07b_reprint_A5", plain, samples.REPRINT, "A5"),
        ("07c_reprint_long_code_A5", coded, samples.REPRINT, "A5"),
        ("07d_offline_A5", plain, samples.OFFLINE, "A5"),
        (
            "07e_offline_reprint_A4",
            plain,
            replace(samples.REPRINT, offline_since=plain.received_at),
            "A4x2",
        ),
        (
            "07f_practice_provisional_A5",
            replace(samples.PROVISIONAL, code="H00.12-250701-0004"),
            samples.PRACTISED,
            "A5",
        ),
        ("08_long_code_A5", coded, marks, "A5"),
        ("09_name_919_A5", giant, marks, "A5"),
        ("10_papers_55_A4", full, marks, "A4x2"),
        ("10b_papers_55_code_A5", replace(full, code=LONG_CODE), marks, "A5"),
        ("11_no_papers_A5", replace(plain, papers=(), submitter=""), marks, "A5"),
        ("12_company_A5", _company(plain), marks, "A5"),
        ("13_estimate_A5", replace(plain, due_is_estimate=True, fees=()), marks, "A5"),
        ("14_no_due_A5", replace(plain, due_at=None, limit_text="không quy định"), marks, "A5"),
        (
            "15_21_characters_A5",
            replace(plain, code="H21.12.34-250701-0001"),
            samples.REPRINT,
            "A5",
        ),
    ]
    for kind in IdentityKind:
        content = replace(plain, identity_kind=kind, identity_masked=_MASKED[kind])
        receipts.append((f"16_identity_{kind.value}_A5", content, marks, "A5"))
    receipts += strained.receipts()
    for set_id in ("TT03-2025", "TT01-2018"):
        old = [*receipts[:4], *(each for each in receipts if each[0].startswith("22_"))]
        chosen = receipts if set_id == "TT03-2025" else old
        for name, content, mark, layout in chosen:
            label = name if set_id == "TT03-2025" else f"{name}_TT01"
            yield Entry(label, partial(_receipt, label, content, mark, layout, set_id, fonts))
    yield Entry("17_fallback_face_A4", lambda: fallback_sheet(choose_fonts(font_folders()[-1:])))
    slips: list[tuple[str, ResultSlipContent, Layout]] = [
        ("04_result_slip_A5", samples.SLIP, "A5"),
        ("04b_result_slip_A4", samples.SLIP, "A4x2"),
        ("04c_result_slip_lost_A5", replace(samples.SLIP, receipt_lost=True, code=LONG_CODE), "A5"),
        (
            "04d_result_slip_many_A5",
            replace(samples.SLIP, procedure=long_text(919), results=_results(18)),
            "A5",
        ),
    ]
    for name, slip, layout in slips + strained.slips():
        yield Entry(name, partial(_slip, name, slip, slip_marks, layout, fonts))


def _slip(
    name: str, slip: ResultSlipContent, marks: Marks, layout: Layout, fonts: FontChoice
) -> Sheet:
    pdf = result_slip_pdf(slip, marks, samples.form_set(), fonts, layout)
    return Sheet(name, pdf, slip.code, expected_slip(slip), layout == "A4x2")


def _receipt(
    name: str, content: ReceiptContent, marks: Marks, layout: Layout, set_id: str, fonts: FontChoice
) -> Sheet:
    pdf = receipt_pdf(content, marks, samples.form_set(set_id), fonts, layout)
    said = expected_provisional if content.provisional else expected_receipt
    edge = 2.2 if content.provisional else 0.0
    return Sheet(name, pdf, content.code, said(content), layout == "A4x2", edge)


def _company(plain: ReceiptContent) -> ReceiptContent:
    return replace(
        plain,
        header=Header(
            "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ",
            ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "VÀ XÚC TIẾN ĐẦU TƯ"),
            "Thành phố Ví Dụ",
        ),
        applicant="Công ty trách nhiệm hữu hạn một thành viên Thương mại và Dịch vụ Ví Dụ Mẫu",
        submitter="Nguyễn Hoàng Phương Uyên Thử (giấy giới thiệu số 118, ngày 30/6/2025)",
        submitter_name="Nguyễn Hoàng Phương Uyên Thử Mẫu Ví Dụ",
        identity_kind=IdentityKind.TAX_CODE,
        identity_masked="0100••••0109",
        email="phong.hanh-chinh.tong-hop@cong-ty-vi-du-mau.example.vn",
        result_place="Nhận qua bưu chính tại số 12, đường Thử, tổ dân phố 3, phường Mẫu",
        fees=(FeeLine(75_000, "lệ phí; đã thu"), FeeLine(1_250_000, "phí thẩm định; chưa thu")),
    )


def _results(count: int) -> tuple[ResultLine, ...]:
    return tuple(
        ResultLine(
            "Giấy phép xây dựng",
            f"{place}/GPXD",
            None,
            f"Công trình thứ {place} tại thửa số {place}",
        )
        for place in range(1, count + 1)
    )
