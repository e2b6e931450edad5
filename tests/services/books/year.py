"""A small year at a counter in which every book has lines."""

from __future__ import annotations

import io
from datetime import timedelta

import pypdfium2

from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.received import ResultDelivery, ResultWay
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import Refused, SupplementItem
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.procedures.fees import Count, FeeKind, FeeLine
from counter_app.papers.fonts import choose_fonts
from counter_app.services.books.asked import BookAsk
from counter_app.services.books.making import Work, book_document, read_book
from counter_app.services.certifying.quick import book_of, certify, void_line
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.piles import hand_over
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.stepping import record
from counter_app.services.dossiers.undoing import cancel_reception
from counter_app.services.money.payments import cancel_payment, take_payment
from counter_app.services.steps.supplement import ask_supplement
from counter_app.services.visitor.turning_away import turn_away
from tests.made import NOON, person
from tests.services.conftest import Counter

FONTS = choose_fonts()
AGAIN = "1.004884"
YEAR = NOON.year
ADMIN = Session(Officer("qt-01", "Lý Văn Dụ", roles=(Role.ADMIN,)), "online")
HEAD = Session(Officer("ld-01", "Đỗ Thị Mẫu", roles=(Role.SUPERVISOR, Role.RECEPTION)), "online")


def received(counter: Counter, name: str, **more: object) -> Dossier:
    counter.clock.go(minutes=1)
    reception = Reception(AGAIN, person(name), **more)  # type: ignore[arg-type]
    return receive(counter.workplace, counter.session, reception)


def returned(counter: Counter, dossier: Dossier) -> Dossier:
    counter.clock.go(minutes=1)
    place, session = counter.workplace, counter.session
    arrived = take_result_in(place, session, dossier, (ResultPaper("Giấy khai sinh"),))
    return return_result(place, session, arrived)


def small_year(counter: Counter) -> dict[str, Dossier]:
    """Seven dossiers: each line of the register is another case."""
    place, session = counter.workplace, counter.session
    done = received(counter, "Trần Thị Mẫu")
    wrong = received(counter, "Lê Văn Thử")
    cancel_reception(place, session, wrong.uid, "chọn nhầm thủ tục")
    asked = received(counter, "Đỗ Thị Ví")
    ask_supplement(place, session, asked.uid, [SupplementItem("Ảnh 4 × 6", "ảnh cũ")])
    refused = received(counter, "Ngô Văn Thí")
    record(place, HEAD, refused.uid, Refused("Không thuộc thẩm quyền", "03/2025"))
    paid = received(counter, "Bùi Thị Mẫu", delivery=ResultDelivery(ResultWay.POST))
    fee = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
    paid = take_payment(place, session, paid.uid, [fee])
    uid = paid.payments[-1].uid
    cancel_payment(place, session, paid.uid, uid, "thu nhầm")
    hand_over(place, session, [paid.uid, done.uid], "Phòng Tư pháp", "Vũ Văn Mẫu")
    turn_away(place, session, AGAIN, person("Hồ Thị Thử"), "Thiếu giấy tờ chính", "Bổ sung rồi nộp")
    certify(place, session, CertifiedWhat.COPY, Count(2, 3), requester="Lý Văn Mẫu")
    certify(place, session, CertifiedWhat.COPY, Count(1, 1), requester="Đinh Văn Mẫu")
    void_line(place, session, book_of(place, counter.clock.at.date())[0], "đóng nhầm dấu")
    done = returned(counter, done)
    late = received(counter, "Phan Thị Mẫu")
    counter.clock.go(days=30)
    return {"done": done, "wrong": wrong, "asked": asked, "paid": paid, "late": late}


def lines_of(counter: Counter, book: str, quyen: str = "12", **days: object) -> list[list[str]]:
    """Return number, void reason and cells of each line."""
    ask = BookAsk(book, YEAR, quyen, **days)  # type: ignore[arg-type]
    content = read_book(counter.workplace, counter.session, ask, Work()).content
    return [[line.shown_number, line.void_reason, *line.cells.values()] for line in content.lines]


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def paper_of(counter: Counter, ask: BookAsk) -> list[str]:
    content = read_book(counter.workplace, counter.session, ask, Work()).content
    return pages_of(book_document(counter.workplace, content, FONTS, Work()).pdf)


def to_next_year(counter: Counter) -> None:
    counter.clock.at = counter.clock.at.replace(year=YEAR + 1, month=1, day=5) + timedelta(days=0)
