from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest

from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.acts.steps import PrintProof
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.papers.fonts import choose_fonts
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.print_list import unconfirmed
from counter_app.services.printing.receipt_paper import (
    PROVISIONAL,
    RECEIPT,
    make_receipt,
    record_printed,
)
from counter_app.services.printing.visit_receipt import make_visit_receipt
from tests.made import person
from tests.services.conftest import Counter

FONTS = choose_fonts()


def received(counter: Counter, *codes: str) -> list[Dossier]:
    return [
        receive(counter.workplace, counter.session, Reception(code, person())) for code in codes
    ]


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        pages = (page.get_textpage().get_text_range() for page in document)
        return [" ".join(text.replace("\u00a0", " ").split()) for text in pages]
    finally:
        document.close()


def test_one_paper_for_all_dossiers_of_a_visit(counter: Counter) -> None:
    dossiers = received(counter, "1.001193", "1.000894", "1.001193")
    made = make_visit_receipt(counter.workplace, counter.session, dossiers, FONTS)
    text = " ".join(pages_of(made.pdf))
    assert (made.form, made.copies) == (RECEIPT, 2)
    for dossier in dossiers:
        assert dossier.code in text
        assert dossier.received.procedure.name in text
    assert person().identity.number not in text
    assert text.count("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ") == 2
    for dossier in dossiers:
        record_printed(counter.workplace, counter.session, dossier, made, PrintProof.SPOOLER)
    assert unconfirmed(counter.workplace) == ()


def test_one_dossier_gets_the_plain_receipt(counter: Counter) -> None:
    dossiers = received(counter, "1.001193")
    made = make_visit_receipt(counter.workplace, counter.session, dossiers, FONTS)
    assert made == make_receipt(counter.workplace, counter.session, dossiers[0], FONTS)
    with pytest.raises(ValueError, match="needs a dossier"):
        make_visit_receipt(counter.workplace, counter.session, [], FONTS)


def test_a_provisional_one_gets_a_paper_of_its_own(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()
    counter.grant(1, 1)
    official, provisional = received(counter, "1.001193", "1.001193")
    made = make_visit_receipt(counter.workplace, counter.session, [official, provisional], FONTS)
    first, second = pages_of(made.pdf)
    assert made.form == RECEIPT
    assert official.code in first
    assert "PHIẾU TẠM" not in first
    assert provisional.shown_code in second
    assert "PHIẾU TẠM" in second
    third = received(counter, "1.001193")[0]
    both = make_visit_receipt(counter.workplace, counter.session, [provisional, third], FONTS)
    assert both.form == PROVISIONAL


def test_offline_is_said_when_one_was_received_so(counter: Counter) -> None:
    first = received(counter, "1.001193")
    counter.online[0] = False
    dossiers = [*first, *received(counter, "1.001193")]
    made = make_visit_receipt(counter.workplace, counter.session, dossiers, FONTS)
    assert "khi mất kết nối lúc 10:00" in " ".join(pages_of(made.pdf))


def test_more_papers_than_a_page_holds_get_papers_of_their_own(counter: Counter) -> None:
    papers = tuple(ReceivedPaper(f"Giấy tờ thứ {n} của hồ sơ này", 1) for n in range(90))
    reception = Reception("1.001193", person(), papers=papers)
    big = receive(counter.workplace, counter.session, reception)
    (small,) = received(counter, "1.001193")
    made = make_visit_receipt(counter.workplace, counter.session, [big, small], FONTS)
    pages = pages_of(made.pdf)
    assert big.code in pages[0]
    assert "thứ 89 của" in " ".join(pages)
    assert small.code in pages[-1]
