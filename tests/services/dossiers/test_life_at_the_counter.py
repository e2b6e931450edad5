"""From reception to returned result through the services, with the papers read back."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.results import ResultPaper, ReturnBasis
from counter_app.domain.acts.steps import (
    HandedOver,
    PrintProof,
    SupplementItem,
    SupplementReceived,
    SupplementRequested,
    Withdrawn,
)
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.work import (
    BreachUnconfirmedError,
    CodeUnreadableError,
    DossierUnknownError,
    FalseStepError,
    ForeignCodeError,
)
from counter_app.domain.people.person import Authority, Capacity, Person
from counter_app.papers.fonts import choose_fonts
from counter_app.services.dossiers.numbering import number_provisional
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.stepping import find, record
from counter_app.services.printing.receipt_paper import (
    PROVISIONAL,
    RECEIPT,
    make_receipt,
    make_result_slip,
    record_printed,
    slip_content,
)
from tests.made import person
from tests.services.conftest import Counter

BIRTH = "1.001193"
RESULT = (ResultPaper("Giấy khai sinh", "118/2026", abstract="bản chính"),)
FONTS = choose_fonts()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        pages = (page.get_textpage().get_text_range() for page in document)
        return "\n".join(pages).replace("\u00a0", " ")
    finally:
        document.close()


def received(counter: Counter, **changes: object) -> Dossier:
    reception = Reception(BIRTH, person(), **changes)  # type: ignore[arg-type]
    return receive(counter.workplace, counter.session, reception)


def test_from_reception_to_returned_result(counter: Counter) -> None:
    mother = Person("Lê Thị Thử", phone="0900000789")
    dossier = received(counter, submitter=mother, authority=Authority(Capacity.MOTHER))
    receipt = make_receipt(counter.workplace, counter.session, dossier, FONTS)
    text = text_of(receipt.pdf)
    assert receipt.form == RECEIPT
    assert dossier.code in text
    assert "Trần Thị Mẫu" in text
    assert "Lê Thị Thử (mẹ)" in text
    assert person().identity.number not in text
    dossier = record_printed(
        counter.workplace, counter.session, dossier, receipt, PrintProof.SPOOLER
    )
    assert dossier.printed[0].document_sha256 == receipt.sha256
    record(counter.workplace, counter.session, dossier.uid, HandedOver("Phòng Tư pháp"))
    counter.clock.go(hours=2)
    dossier = take_result_in(counter.workplace, counter.session, dossier, RESULT)
    dossier = return_result(counter.workplace, counter.session, dossier)
    assert dossier.status is Status.RETURNED
    assert dossier.returned is not None
    assert dossier.returned.receiver == mother
    slip = make_result_slip(counter.workplace, counter.session, dossier, FONTS)
    text = text_of(slip.pdf)
    assert "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ" in text.upper()
    assert "118/2026" in text
    assert "(đúng hạn)" in text


def test_a_fee_that_nobody_knows_is_never_printed_as_none(counter: Counter) -> None:
    dossier = receive(counter.workplace, counter.session, Reception("1.001022", person()))
    text = text_of(make_receipt(counter.workplace, counter.session, dossier, FONTS).pdf)
    assert dossier.received.open_fees == ("Lệ phí hộ tịch",)
    assert "Lệ phí hộ tịch: theo thông báo thu" in text
    assert "không thu" not in text
    free = receive(counter.workplace, counter.session, Reception("1.000894", person()))
    assert "không thu" in text_of(make_receipt(counter.workplace, counter.session, free, FONTS).pdf)


def test_a_lost_receipt_is_marked_and_a_jam_is_not(counter: Counter) -> None:
    dossier = received(counter)
    first = make_receipt(counter.workplace, counter.session, dossier, FONTS)
    dossier = record_printed(counter.workplace, counter.session, dossier, first, PrintProof.OFFICER)
    jam = make_receipt(counter.workplace, counter.session, dossier, FONTS)
    assert "BẢN IN LẠI" not in text_of(jam.pdf)
    for number in (1, 2):
        again = make_receipt(counter.workplace, counter.session, dossier, FONTS, lost=True)
        assert again.reprint == number
        assert "BẢN IN LẠI" in text_of(again.pdf)
        dossier = record_printed(
            counter.workplace, counter.session, dossier, again, PrintProof.OFFICER
        )


def test_a_provisional_slip_becomes_a_receipt_with_both_codes(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter()
    dossier = received(counter)
    slip = make_receipt(counter.workplace, counter.session, dossier, FONTS)
    assert slip.form == PROVISIONAL
    assert "PHIẾU TẠM" in text_of(slip.pdf)
    assert number_provisional(counter.workplace, counter.session) == ()
    counter.grant()
    (numbered,) = number_provisional(counter.workplace, counter.session)
    assert numbered.code
    assert numbered.provisional_code == dossier.shown_code
    for code in (numbered.code, numbered.provisional_code):
        assert find(counter.workplace, f"*{code}\r").uid == dossier.uid
    assert number_provisional(counter.workplace, counter.session) == ()


def test_the_offline_line_is_on_the_receipt(counter: Counter) -> None:
    counter.online[0] = False
    receipt = make_receipt(counter.workplace, counter.session, received(counter), FONTS)
    assert "khi mất kết nối lúc 10:00" in text_of(receipt.pdf)


def test_a_scan_that_names_nothing_here_says_so(counter: Counter) -> None:
    centre = counter.workplace.enrolment.centre
    with pytest.raises(CodeUnreadableError):
        find(counter.workplace, "8934563138165")
    with pytest.raises(ForeignCodeError):
        find(counter.workplace, "000.00.16.H02-200609-0001")
    with pytest.raises(DossierUnknownError):
        find(counter.workplace, f"{centre}-261120-0099")
    with pytest.raises(DossierUnknownError):
        find(counter.workplace, "HG00218-261120-0001")


def test_a_second_supplement_asks_reason_and_supervisor(counter: Counter) -> None:
    dossier = received(counter)
    ask = SupplementRequested((SupplementItem("Giấy chứng sinh"),))
    dossier = record(counter.workplace, counter.session, dossier.uid, ask)
    assert dossier.status is Status.WAITING_SUPPLEMENT
    back = SupplementReceived((), dossier.promise)
    record(counter.workplace, counter.session, dossier.uid, back)
    with pytest.raises(BreachUnconfirmedError) as caught:
        record(counter.workplace, counter.session, dossier.uid, ask)
    assert caught.value.breaches == ("supplement_again",)
    breach = Breach("supplement_again", "giấy giả", "cb-00")
    dossier = record(counter.workplace, counter.session, dossier.uid, ask, [breach])
    assert dossier.breaches == (breach,)


def test_a_false_step_writes_nothing(counter: Counter) -> None:
    dossier = received(counter)
    with pytest.raises(FalseStepError):
        return_result(counter.workplace, counter.session, dossier)
    gone = record(counter.workplace, counter.session, dossier.uid, Withdrawn("đổi ý"))
    with pytest.raises(FalseStepError):
        take_result_in(counter.workplace, counter.session, gone, RESULT)
    with counter.workplace.store.reading() as tx:
        assert tx.journal.count() == 2
    with pytest.raises(ValueError, match="wasn't returned"):
        slip_content(counter.workplace, gone)


def test_a_lost_receipt_at_return_is_said_on_the_slip(counter: Counter) -> None:
    dossier = take_result_in(counter.workplace, counter.session, received(counter), RESULT)
    dossier = return_result(
        counter.workplace, counter.session, dossier, basis=ReturnBasis.LOST_RECEIPT
    )
    assert slip_content(counter.workplace, dossier).receipt_lost
