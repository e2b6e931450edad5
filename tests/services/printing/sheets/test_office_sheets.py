"""The office's sheets out of a real store, read back from their PDFs."""

from __future__ import annotations

import io
from datetime import timedelta

import pypdfium2
import pytest

from counter_app.domain.acts.money import CashCount
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import SupplementItem
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import ProcedureUnknownError
from counter_app.domain.printed.sheets import ReminderKind
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.papers.fonts import choose_fonts
from counter_app.services.dossiers.piles import hand_over, take_back, take_results_in
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.money.payments import cancel_payment, take_payment
from counter_app.services.money.shift import close_shift
from counter_app.services.printing.sheets.cash import make_cash_sheet
from counter_app.services.printing.sheets.control import make_control_sheet
from counter_app.services.printing.sheets.hand_over import make_hand_over_list
from counter_app.services.printing.sheets.posting import make_posting_sheet
from counter_app.services.printing.sheets.reminders import make_reminder_list
from counter_app.services.reminding.reminders import reminders
from counter_app.services.steps.supplement import ask_supplement
from tests.made import person
from tests.services.conftest import Counter

FONTS = choose_fonts()
BIRTH, AGAIN = "1.001193", "1.004884"
UNIT = "Phòng Tư pháp"


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        pages = (page.get_textpage().get_text_range() for page in document)
        return " ".join("\n".join(pages).replace("\u00a0", " ").split())
    finally:
        document.close()


@pytest.fixture
def pile(counter: Counter) -> list[Dossier]:
    place, session = counter.workplace, counter.session
    return [receive(place, session, Reception(AGAIN, person())) for _ in range(3)]


def test_the_list_of_a_pile_names_both_sides(counter: Counter, pile: list[Dossier]) -> None:
    place, session = counter.workplace, counter.session
    out = hand_over(place, session, [each.uid for each in pile], UNIT, "Lê Văn Thử")
    document = make_hand_over_list(place, session, out, FONTS)
    said = text_of(document.pdf)
    assert document.form == "hand_over_dossiers"
    assert said.count(out.number) >= 2, "both copies"
    for each in pile:
        assert each.shown_code in said
    assert UNIT in said
    assert said.index("Phạm Thị Ví") < said.rindex("Lê Văn Thử")
    back = take_back(place, session, [pile[0].uid], UNIT, "Lê Văn Thử")
    assert pile[1].shown_code not in text_of(make_hand_over_list(place, session, back, FONTS).pdf)
    results = [(pile[1].uid, (ResultPaper("Giấy khai sinh", "118/2026"),))]
    taken = take_results_in(place, session, results)
    document = make_hand_over_list(place, session, taken, FONTS)
    assert document.form == "hand_over_results"
    assert "118/2026" in text_of(document.pdf)


def test_the_control_sheet_tells_the_way_of_a_dossier(
    counter: Counter, pile: list[Dossier]
) -> None:
    place, session = counter.workplace, counter.session
    hand_over(place, session, [pile[0].uid], UNIT, "Lê Văn Thử")
    counter.clock.go(hours=4)
    (after,) = take_results_in(
        place, session, [(pile[0].uid, (ResultPaper("Giấy khai sinh"),))]
    ).dossiers
    said = text_of(make_control_sheet(place, session, after, FONTS).pdf)
    assert after.shown_code in said
    assert UNIT in said
    assert "Lê Văn Thử" in said


def test_the_cash_sheet_strikes_what_was_taken_back(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    fee = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
    dossier = receive(place, session, Reception(BIRTH, person(), entered_fees=(fee,)))
    take_payment(place, session, dossier.uid, (fee,))
    wrong = take_payment(place, session, dossier.uid, (fee,)).payments[-1]
    cancel_payment(place, session, dossier.uid, wrong.uid, "thu hai lần")
    shift, act = close_shift(place, session, (CashCount(5_000, 1), CashCount(1_000, 3)), "Thủ quỹ")
    said = text_of(make_cash_sheet(place, shift, act, FONTS).pdf)
    assert "thu hai lần" in said
    assert "Thủ quỹ" in said
    assert said.count(dossier.shown_code) == 2, "taken twice, once struck; not a third time"
    assert "8.000" in said


def test_a_procedure_on_the_wall(counter: Counter) -> None:
    document = make_posting_sheet(counter.workplace, "2.000815", FONTS)
    said = text_of(document.pdf)
    assert "2.000815" in said
    assert "từ trang thứ 3" in said
    assert "200.000 đồng/bản" in said
    with pytest.raises(ProcedureUnknownError):
        make_posting_sheet(counter.workplace, "9.999999", FONTS)


def test_every_procedure_of_the_starter_list_fits_the_wall(counter: Counter) -> None:
    for each in counter.workplace.reference.procedures.procedures:
        assert make_posting_sheet(counter.workplace, each.code, FONTS).pdf.startswith(b"%PDF-")


def test_reminders_stand_once_where_they_press_most(counter: Counter, pile: list[Dossier]) -> None:
    place, session = counter.workplace, counter.session
    late, asked, done = pile
    ask_supplement(place, session, asked.uid, [SupplementItem("Ảnh")])
    take_results_in(place, session, [(done.uid, (ResultPaper("Giấy khai sinh"),))])
    assert reminders(place) == ()
    assert late.promise.due_at is not None
    counter.clock.at = late.promise.due_at - timedelta(hours=3)
    assert [each.kind for each in reminders(place)][:1] == [ReminderKind.DUE_24_HOURS]
    counter.clock.at = late.promise.due_at + timedelta(days=20)
    found = {each.line.uid: each.kind for each in reminders(place)}
    assert found == {
        late.uid: ReminderKind.OVERDUE,
        asked.uid: ReminderKind.WAITING_LONG,
        done.uid: ReminderKind.NOT_COLLECTED,
    }
    said = text_of(make_reminder_list(place, session, reminders(place), FONTS).pdf)
    for each in pile:
        assert each.shown_code in said
