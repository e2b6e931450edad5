"""The register of a counter's book out of a real store, read back from its PDF."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from counter_app.domain.acts.audit import Exported
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ResultDelivery, ResultWay
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import SupplementItem, Withdrawn
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.stepping import record
from counter_app.services.dossiers.undoing import cancel_reception
from counter_app.services.printing.sheets.register import (
    RegisterSpan,
    make_register,
    may_print_register,
    record_register,
    register_content,
)
from counter_app.services.steps.supplement import ask_supplement
from tests.made import NOON, person
from tests.services.conftest import Counter
from tests.services.printing.sheets.test_office_sheets import text_of

FONTS = choose_fonts()
AGAIN = "1.004884"
TODAY = NOON.date()
SPAN = RegisterSpan("12", TODAY, TODAY)


def received(counter: Counter, name: str, **more: object) -> Dossier:
    counter.clock.go(minutes=1)
    reception = Reception(AGAIN, person(name), **more)  # type: ignore[arg-type]
    return receive(counter.workplace, counter.session, reception)


def test_lines_stand_in_their_order_with_what_became_of_them(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    by_post = received(counter, "Trần Thị Mẫu", delivery=ResultDelivery(ResultWay.POST))
    wrong = received(counter, "Lê Văn Thử")
    cancel_reception(place, session, wrong.uid, "chọn nhầm thủ tục")
    asked = received(counter, "Đỗ Thị Ví")
    ask_supplement(place, session, asked.uid, [SupplementItem("Ảnh")])
    gone = received(counter, "Ngô Văn Thí")
    record(place, session, gone.uid, Withdrawn("Công dân đổi ý"))
    done = received(counter, "Bùi Thị Mẫu")
    arrived = take_result_in(place, session, done, (ResultPaper("Giấy khai sinh"),))
    return_result(place, session, arrived)
    content, unnumbered = register_content(place, SPAN)
    rows = content.rows
    assert unnumbered == 0
    assert [row.serial for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0].applicant == "Trần Thị Mẫu"
    assert rows[0].way == "Bưu chính"
    assert rows[0].code == by_post.shown_code
    assert rows[1].void_reason == "chọn nhầm thủ tục"
    assert rows[1].note == ""
    assert rows[2].note.startswith("Chờ bổ sung ")
    assert rows[3].void_reason == ""
    assert rows[3].note.startswith("Rút hồ sơ ")
    assert rows[4].returned_at is not None
    assert (content.book, content.year) == ("12", TODAY.year)


def test_the_paper_has_every_line_and_its_printing_is_recorded(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    dossiers = [received(counter, name) for name in ("Trần Thị Mẫu", "Lê Văn Thử")]
    paper = make_register(place, session, SPAN, FONTS)
    assert paper.document is not None
    assert paper.document.form == "ledger"
    said = text_of(paper.document.pdf)
    assert "SỔ THEO DÕI HỒ SƠ" in said
    assert "Quyển số: 12 (Quầy 12)" in said
    for each in dossiers:
        assert each.received.applicant.name in said
    record_register(place, session, paper)
    with place.store.reading() as tx:
        (row,) = tx.day_acts.between(TODAY, TODAY, (Kind.EXPORTED,))
    assert isinstance(row.body, Exported)
    assert row.body.rows == 2
    assert "Sổ theo dõi hồ sơ quầy 12" in row.body.what


def test_days_and_counters_keep_to_their_own(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    received(counter, "Trần Thị Mẫu")
    counter.clock.at += timedelta(days=1)
    counter.grant(21, 30, day=counter.clock.at.date())
    received(counter, "Lê Văn Thử")
    tomorrow = TODAY + timedelta(days=1)
    content, _ = register_content(place, RegisterSpan("12", tomorrow, tomorrow))
    assert [row.applicant for row in content.rows] == ["Lê Văn Thử"]
    content, _ = register_content(place, RegisterSpan("12", TODAY, tomorrow))
    assert [row.serial for row in content.rows] == [1, 2]
    empty = make_register(place, session, RegisterSpan("7", TODAY, tomorrow), FONTS)
    assert (empty.document, empty.rows, empty.unnumbered) == (None, 0, 0)


def test_a_provisional_code_waits_for_its_line(counter: Counter) -> None:
    for number in range(11):  # ten numbers were granted
        received(counter, f"Trần Thị Mẫu {number}")
    content, unnumbered = register_content(counter.workplace, SPAN)
    assert (len(content.rows), unnumbered) == (10, 1)


def test_more_lines_than_one_piece(counter: Counter) -> None:
    counter.grant(11, 260)
    for number in range(205):
        received(counter, f"Trần Thị Mẫu {number}")
    content, _ = register_content(counter.workplace, SPAN)
    assert [row.serial for row in content.rows] == list(range(1, 206))


def test_only_who_prints_dossiers_prints_the_register(counter: Counter) -> None:
    place = counter.workplace
    admin = Session(Officer("cb-09", "Vũ Văn Mẫu", roles=(Role.ADMIN,)), "online")
    assert may_print_register(place, counter.session)
    assert not may_print_register(place, admin)
    with pytest.raises(NotPermittedError):
        make_register(place, admin, SPAN, FONTS)


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2025, 7, 2), date(2025, 7, 1)), (date(2024, 12, 31), date(2025, 1, 1))],
)
def test_a_span_is_of_one_book(first: date, last: date) -> None:
    with pytest.raises(ValueError, match="to"):
        RegisterSpan("12", first, last)
