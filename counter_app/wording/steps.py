"""Short words for what an act says of itself: ways, capacities, proofs, counted papers."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.received import ResultWay
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import ContactWay, PaymentPart, PayMethod, ToldAbout
from counter_app.domain.dates import shown_date
from counter_app.domain.people.person import Authority, Capacity
from counter_app.domain.procedures.channels import Channel
from counter_app.i18n import several, tr
from counter_app.wording.parts import joined

CAPACITIES: dict[Capacity, str] = {
    Capacity.SELF: "chính chủ",
    Capacity.AUTHORISED: "người được ủy quyền",
    Capacity.FATHER: "cha",
    Capacity.MOTHER: "mẹ",
    Capacity.GUARDIAN: "người giám hộ",
    Capacity.LEGAL_REPRESENTATIVE: "đại diện theo pháp luật",
    Capacity.INTRODUCTION_LETTER: "người được giới thiệu",
}

CHANNELS: dict[Channel, str] = {
    Channel.COUNTER: "Nộp tại quầy",
    Channel.ONLINE: "Nộp trực tuyến",
    Channel.POST: "Nộp qua bưu chính",
}

RESULT_WAYS: dict[ResultWay, str] = {
    ResultWay.COUNTER: "Nhận tại quầy",
    ResultWay.POST: "Nhận qua bưu chính",
    ResultWay.ONLINE: "Nhận trực tuyến",
}

PAY_METHODS: dict[PayMethod, str] = {
    PayMethod.CASH: "Tiền mặt",
    PayMethod.TRANSFER: "Chuyển khoản",
    PayMethod.CARD: "Thẻ",
    PayMethod.ONLINE: "Trực tuyến",
}

CONTACT_WAYS: dict[ContactWay, str] = {
    ContactWay.PHONE: "Gọi điện",
    ContactWay.SMS: "Tin nhắn",
    ContactWay.ZALO: "Zalo",
    ContactWay.EMAIL: "Thư điện tử",
    ContactWay.IN_PERSON: "Nói trực tiếp",
}

PAYMENT_PARTS: dict[PaymentPart, str] = {
    PaymentPart.ADVANCE: "Tạm thu",
    PaymentPart.REMAINDER: "Thu phần còn lại",
}
"""What is said of a payment that isn't the whole."""

TOLD_ABOUT: dict[ToldAbout, str] = {
    ToldAbout.OTHER: "Việc khác",
    ToldAbout.RESULT_READY: "Đã có kết quả",
    ToldAbout.EARLY_RESULT: "Có kết quả sớm",
    ToldAbout.SUPPLEMENT: "Cần bổ sung giấy tờ",
    ToldAbout.LATE: "Trễ hẹn",
}

CERTIFIED: dict[CertifiedWhat, str] = {
    CertifiedWhat.COPY: "Bản sao từ bản chính",
    CertifiedWhat.SIGNATURE: "Chữ ký",
    CertifiedWhat.CONTRACT: "Hợp đồng, giao dịch",
}

SCAN_SOURCES: dict[str, str] = {
    "scanner": "máy quét",
    "file": "tệp đính kèm",
}
"""Where a scanned file came from, by what its entry says."""

FORMS: dict[str, str] = {
    "receipt": "giấy tiếp nhận",
    "provisional": "phiếu tạm",
    "result_slip": "biên nhận trả kết quả",
    "supplement": "phiếu yêu cầu bổ sung",
    "refusal": "phiếu từ chối",
    "apology": "văn bản xin lỗi",
    "control_slip": "phiếu kiểm soát",
    "control_sheet": "phiếu kiểm soát",
    "hand_over_dossiers": "phiếu bàn giao hồ sơ",
    "hand_over_results": "phiếu bàn giao kết quả",
    "inspection": "phiếu kiểm tra hồ sơ",
    "ledger": "sổ theo dõi hồ sơ",
    "fee_slip": "phiếu thu phí, lệ phí",
    "extension": "văn bản đề nghị gia hạn",
    "stop": "thông báo dừng giải quyết",
    "guide": "phiếu hướng dẫn",
    "declaration": "tờ khai điền sẵn",
    "rating_slip": "phiếu đánh giá",
    "withdrawal": "phiếu rút hồ sơ",
    "complaint": "phiếu phản ánh, kiến nghị",
    "supplement_received": "giấy nhận bổ sung",
}
"""Forms by the name that their `printed` entry carries."""


def capacity_words(authority: Authority) -> str:
    """Return `mẹ` or `người được ủy quyền, giấy số 07 ngày 30/06/2025`."""
    words = tr(CAPACITIES[authority.capacity])
    if authority.paper_number and authority.paper_date:
        return tr("{capacity}, giấy số {number} ngày {date}").format(
            capacity=words,
            number=authority.paper_number,
            date=shown_date(authority.paper_date),
        )
    if authority.paper_number:
        return tr("{capacity}, giấy số {number}").format(
            capacity=words, number=authority.paper_number
        )
    return words


def form_words(form: str) -> str:
    """Return what a form is called in a sentence; a form of a later version is `giấy`."""
    return tr(FORMS.get(form, "giấy"))


def copies_words(copies: int) -> str:
    """Return `1 bản`, `2 bản`."""
    return several("{n} bản", copies).format(n=copies)


def result_words(paper: ResultPaper) -> str:
    """Return one result paper: `Giấy khai sinh, bản chính, số 118/2025`."""
    number = tr("số {number}").format(number=paper.number) if paper.number else ""
    return ", ".join(part for part in (paper.kind, paper.abstract, number) if part)


def counted_results(papers: Iterable[ResultPaper]) -> str:
    """Return `Giấy khai sinh 1 bản, Trích lục khai sinh 2 bản`."""
    return ", ".join(f"{paper.kind} {copies_words(paper.copies)}" for paper in papers)


def papers_words(originals: int, certified: int, photocopies: int) -> str:
    """Return how many of a paper there are: `bản chính 1 · bản photo 2`."""
    counts = (
        (tr("bản chính {count}"), originals),
        (tr("bản chứng thực {count}"), certified),
        (tr("bản photo {count}"), photocopies),
    )
    return joined(*(words.format(count=count) for words, count in counts if count))
