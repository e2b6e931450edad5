"""What a dossier says on paper: short phrases that more than one form prints."""

from __future__ import annotations

from counter_app.domain.acts.received import Received, ResultWay
from counter_app.domain.dates import paper_date
from counter_app.domain.forms import FeeLine as PrintedFee
from counter_app.domain.people.person import Authority, Capacity, Person
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.domain.text import masked

_CAPACITY = {
    Capacity.SELF: "chính chủ",
    Capacity.AUTHORISED: "người được ủy quyền",
    Capacity.FATHER: "cha",
    Capacity.MOTHER: "mẹ",
    Capacity.GUARDIAN: "người giám hộ",
    Capacity.LEGAL_REPRESENTATIVE: "đại diện theo pháp luật",
    Capacity.INTRODUCTION_LETTER: "người được giới thiệu",
}
_AUTHORITY_PAPER = {
    Capacity.AUTHORISED: "giấy ủy quyền",
    Capacity.INTRODUCTION_LETTER: "giấy giới thiệu",
}
_WAY = {
    ResultWay.COUNTER: "Quầy trả kết quả",
    ResultWay.POST: "Dịch vụ bưu chính công ích",
    ResultWay.ONLINE: "Trực tuyến",
}
_KIND = {FeeKind.FEE: "phí", FeeKind.CHARGE: "lệ phí"}


def capacity_words(authority: Authority) -> str:
    """Return `người được ủy quyền (giấy số 07, ngày 30/6/2025)`."""
    paper = _paper(authority, "giấy")
    return f"{_CAPACITY[authority.capacity]} ({paper})" if paper else _CAPACITY[authority.capacity]


def submitter_words(person: Person, authority: Authority) -> str:
    """Return `Lê Văn Thử (giấy ủy quyền số 07, ngày 30/6/2025)` or `… (mẹ)`."""
    paper = _paper(authority, _AUTHORITY_PAPER.get(authority.capacity, "giấy"))
    if authority.capacity is Capacity.SELF:
        return person.name
    return f"{person.name} ({paper or _CAPACITY[authority.capacity]})"


def result_place_words(received: Received, counter: str) -> str:
    """Return where the result is handed over: `Quầy trả kết quả số 14`."""
    delivery = received.delivery
    place = delivery.place or (counter if delivery.way is ResultWay.COUNTER else "")
    words = _WAY[delivery.way]
    if delivery.way is ResultWay.COUNTER:
        return f"{words} số {place}" if place.isdecimal() else place or words
    return f"{words}: {delivery.address}" if delivery.address else words


def printed_fees(lines: tuple[FeeLine, ...]) -> tuple[PrintedFee, ...]:
    """Return the lines as Mẫu 01 prints them: amount, kind, taken or not, why less."""
    return tuple(PrintedFee(line.amount, _fee_note(line)) for line in lines)


def masked_identity(person: Person) -> str:
    """Return the identity number with its middle hidden: never whole on paper."""
    return masked(person.identity.number) if person.identity.number else ""


def _fee_note(line: FeeLine) -> str:
    parts = [_KIND[line.kind]]
    if line.exemption:
        parts.append(f"miễn, giảm: {line.exemption}")
    elif line.amount:
        parts.append("đã thu" if line.collected else "chưa thu")
    return "; ".join(parts)


def _paper(authority: Authority, called: str) -> str:
    if not authority.paper_number:
        return ""
    number = f"{called} số {authority.paper_number}"
    return f"{number}, ngày {paper_date(authority.paper_date)}" if authority.paper_date else number
